"""The words of the pages on works, gaps, conflicts, and works that may be one."""

from __future__ import annotations

ENGLISH = {
    # finding a work
    "Lược đồ văn bản": "Documents and what they rest on",
    "Tìm văn bản": "Find a document",
    "Số, ký hiệu hoặc tên văn bản": "Number, symbol or name of a document",
    "Tìm một văn bản để xem nó dựa trên những văn bản nào, và những văn bản nào dựa trên nó.": (
        "Find a document to see what it rests on, and what rests on it."
    ),
    "“{typed}” có thể là hơn {n} văn bản; dưới đây là {n} văn bản trong đó. Thêm cơ quan, năm để tìm đúng.": (
        "“{typed}” may be more than {n} documents; {n} of them are below. Add agency or year to find the right one."
    ),
    "“{typed}” có thể là {n} văn bản; chọn một, hoặc thêm cơ quan, năm.": (
        "“{typed}” may be {n} documents; choose one, or add the issuer or the year."
    ),
    "Gần nhất:": "Nearest:",
    "tìm theo số, ký hiệu hoặc tên": "look for it by number, symbol or name",
    # a work
    "Hiệu lực ngày {day}": "Validity on {day}",
    "Hiệu lực vào ngày": "Validity on",
    "chứng cứ trái nhau": "the evidence is contradictory",
    "{n} thay đổi chưa chắc, không tính": "{n} changes that are not certain and do not count",
    "Cũng là": "Also",
    "ai đã nối": "who joined them",
    "Văn bản trong kho": "Documents in the corpus",
    "đối chiếu với cấp trên": "compared with above",
    "cấp dưới thực hiện": "carried out below",
    "chỗ trái nhau": "contradictions",
    "Số bậc": "Steps",
    "Mỗi bậc nhiều nhất": "At most, each step",
    "Xem": "Show",
    "Lược đồ theo cấp ban hành": "Picture by level of government",
    "Bấm vào một văn bản để mở lược đồ của nó.": "Click on a document to open its own picture.",
    "Hình này bằng chữ": "This picture in words",
    "ở trên": "above",
    "ở dưới": "below",
    "cùng dựa trên văn bản gần nhất ở trên": "rests on the same nearest document above",
    "Hình vẽ {n} văn bản, {m} văn bản khác chỉ đếm.": "{n} documents are drawn, {m} more are counted.",
    "Kéo để di chuyển; Ctrl và con lăn, hoặc phím + − 0 để phóng to, thu nhỏ, về cỡ đầu.": (
        "Drag to move; Ctrl and the wheel, or the keys + − 0, to zoom in, out and back."
    ),
    "Phóng to": "Zoom in",
    "Thu nhỏ": "Zoom out",
    "Vừa khung": "Fit",
    "Cỡ đầu": "Original size",
    "Mở hình riêng": "Open the picture alone",
    "Tải hình (SVG)": "Download the picture (SVG)",
    "Không tìm thấy văn bản nào mà văn bản này dựa trên.": "Nothing was found that this document rests on.",
    "Kho không có văn bản này, nên chưa rõ nó dựa trên những văn bản nào.": (
        "The corpus does not hold this document, so what it rests on is not known."
    ),
    "Kho không có văn bản nào dựa trên văn bản này.": "Nothing in the corpus rests on this document.",
    "có thể là:": "perhaps:",
    "chưa chắc là văn bản này": "perhaps another one is meant",
    "nay": "now",
    "vào {day}": "on {day}",
    "văn bản này": "this document",
    "lúc viện dẫn ({day}) và {now}": "when cited ({day}) and {now}",
    "lúc viện dẫn ({day})": "when cited ({day})",
    "lúc ấy văn bản được dẫn": "the cited document was then",
    "Những gì tiếp theo đã nêu ở trên.": "What follows is shown above.",
    "và {n} văn bản khác ở trên": "and {n} more documents above",
    "và {n} văn bản khác dựa trên nó, cũ hơn": "and {n} older documents that rest on it",
    "Văn bản viện dẫn {name}": "Documents that cite {name}",
    "{n} văn bản viện dẫn": "{n} documents cite it",
    "Văn bản viện dẫn": "Citing documents",
    # gaps
    "Rà soát văn bản": "Review of the document",
    "Với cấp trên": "With the levels above",
    "Cấp dưới thực hiện": "Carried out below",
    "Trái nhau cùng cấp": "Contradictions at its level",
    "Đối chiếu với cấp trên": "Compared with the levels above",
    "Xét vào ngày": "Judged on",
    "{n} văn bản cấp trên được so": "{n} higher documents are compared",
    "chỉ được dẫn trong nhiệm vụ": "cited in tasks only",
    "{n} điều không so được": "{n} things could not be compared",
    "nay do {heirs}": "now with {heirs}",
    "và {n} nhiệm vụ khác": "and {n} more tasks",
    "Từng nhiệm vụ cấp trên giao": "Each task that was asked for above",
    "Tất cả": "All",
    "Trong kế hoạch này": "In this plan",
    "Đã có bằng chính văn bản này.": "Done by this document itself.",
    "Không thấy nhiệm vụ nào như vậy.": "No such task was found.",
    "Vì sao là một việc: {why}": "Why they are one: {why}",
    "{by} nói ngày {day}": "{by} said so on {day}",
    "xem trong văn bản": "see it in the document",
    "Bỏ điều này": "Take this back",
    "Xác nhận hoặc chọn nhiệm vụ khác": "Confirm, or choose another task",
    "Chỉ ra nhiệm vụ thực hiện việc này": "Say which task carries this out",
    "Không có dòng nào.": "No lines.",
    "chưa rõ cơ quan chủ trì": "lead not known",
    "{n} cơ quan không có văn bản trong kho": "{n} bodies without a document in the corpus",
    "{n} văn bản viện dẫn văn bản này, nhiều quá để xét từng cơ quan": (
        "{n} documents cite this one, too many to look at body by body"
    ),
    "xem danh sách ở lược đồ của văn bản": "see the list on the page of the document among others",
    "văn bản không có số, ký hiệu hay tên để đối chiếu": "the document has no number or name to compare it by",
    "sửa tệp rồi đọc lại": "put the file right and read it again",
    # saying that a task carries out another
    "Nhiệm vụ nào thực hiện việc này?": "Which task carries this out?",
    "Nhiệm vụ của {name}": "Tasks of {name}",
    "Ghi chú": "Note",
    "Ghi lại": "Save",
    "Thôi": "Cancel",
    "Văn bản này không có nhiệm vụ nào.": "This document has no tasks.",
    "Đã ghi: nhiệm vụ này thực hiện nhiệm vụ cấp trên.": "Saved: this task carries out the one above.",
    "Đã ghi từ trước.": "This was so already.",
    "Đã bỏ điều đã ghi.": "Taken back.",
    "văn bản không có nhiệm vụ này": "the document has no such task",
    "kho không có nhiệm vụ này": "the corpus has no such task",
    "mở lại trang rồi chọn lại": "open the page again and choose once more",
    # conflicts
    "Mỗi văn bản được so với nhiều nhất {n} văn bản cùng địa bàn, lấy những văn bản thêm vào kho sau cùng.": (
        "Each document is compared with at most {n} documents of its place, those that were added last."
    ),
    "So với các văn bản cùng cấp, cùng địa bàn, chưa hết hiệu lực: một việc hai cơ quan chủ trì, một báo cáo hoặc sản"
    " phẩm hai thời hạn.": (
        "Compared with documents of one level and place that have not ended: one task with two leads, one report or"
        " product with two deadlines."
    ),
    "Cùng dựa trên:": "Both rest on:",
    "Chỗ trái nhau trong cả kho": "Contradictions in the corpus",
    "Đã xét {n} trong {all} văn bản, theo thứ tự thêm vào kho.": (
        "{n} of {all} documents have been looked at, in the order in which they were added."
    ),
    "Không thấy chỗ nào trái nhau trong những văn bản vừa xét.": "None found in the documents just looked at.",
    "Xét tiếp": "Look on",
    # works that may be one
    "Văn bản có thể là một": "Documents that may be one",
    "Một văn bản đôi khi được ghi bằng hai số. Không cặp nào được tự nối: một người nối hoặc tách, có ký tên; sau đó"
    " lược đồ coi hai văn bản là một.": (
        "One document is sometimes written down with two numbers. No pair is joined by itself: a person joins or parts"
        " them, signed; then they count as one."
    ),
    "Kho có nhiều văn bản: gõ một số, ký hiệu để tìm những văn bản có thể là một với nó.": (
        "The corpus is large: type a number or symbol to find what may be one with it."
    ),
    "có trong kho": "in the corpus",
    "Là một: nối": "They are one: join",
    "Tách lại": "Part again",
    "Làm": "Do",
    "Những gì đã được nối, tách": "What was joined and parted",
    "Đã nối hai văn bản.": "The two documents are joined.",
    "Đã tách hai văn bản.": "The two documents are parted.",
    "không có số nào trong những gì đã gõ": "there is no number in what was typed",
    "gõ một số hoặc ký hiệu, ví dụ 152/QĐ-UBND": "type a number or a symbol, such as 152/QĐ-UBND",
}
