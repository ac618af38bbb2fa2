"""The words of the pages on files that are handed in."""

from __future__ import annotations

ENGLISH = {
    "tệp không tên": "nameless file",
    "Nộp văn bản": "Hand in documents",
    "Nộp kế hoạch, quyết định, công văn vừa đến: chương trình đọc và lập bảng phân công nhiệm vụ để sửa, đánh dấu và"
    " tải về.": (
        "Hand in the plan, decision or letter that has just come: it is read and becomes a checklist that can be put"
        " right, ticked off and taken away."
    ),
    "Thả tệp vào đây": "Drop files here",
    "hoặc chọn tệp trên máy": "or choose them on this machine",
    "Tệp văn bản": "Documents",
    "DOCX, DOC, RTF, ODT, PDF, HTML, TXT, ảnh quét (PNG, JPEG, TIFF) hoặc tệp nén ZIP của những tệp ấy; mỗi tệp tối đa"
    " {size} MB.": (
        "DOCX, DOC, RTF, ODT, PDF, HTML, TXT, scans (PNG, JPEG, TIFF) or a ZIP archive of such files; each of at most"
        " {size} MB."
    ),
    "Đọc tệp": "Read them",
    "Tài khoản này chỉ được xem.": "This account may only look.",
    "Vừa nộp": "Handed in lately",
    "Tất cả tệp đã nộp": "All files that were handed in",
    "Tệp đã nộp": "Files that were handed in",
    "Tất cả": "All",
    "Đang đọc": "Being read",
    "Chưa đọc được": "Not read",
    "Chưa có tệp nào.": "There is no file here.",
    "chưa chọn tệp nào": "no file was chosen",
    "chọn ít nhất một tệp": "choose at least one",
    "dữ liệu gửi lên quá lớn": "too much was sent",
    "gửi từng tệp một, hoặc tách tệp": "send one file at a time, or split it",
    "chờ đọc": "waiting",
    "đang đọc": "being read",
    "đã đọc": "read",
    "không đọc được": "could not be read",
    "không nhận": "refused",
    "Tệp": "File",
    "Tình trạng": "State",
    "Người nộp": "Handed in by",
    "Lúc nộp": "Handed in at",
    "Dung lượng": "Size",
    "Đọc lại": "Try again",
    "Đọc lại {name}": "Try again: {name}",
    "Bảng phân công nhiệm vụ": "Task checklist",
    "Mở bảng phân công nhiệm vụ": "Open the checklist",
    "Văn bản": "Document",
    "Đang chờ đọc; còn {number} tệp trước tệp này.": "Waiting; {number} files come before this one.",
    "Đang chờ đọc, đến lượt ngay.": "Waiting, next in turn.",
    "Đang đọc văn bản…": "Reading the document…",
    "Đang nhận dạng chữ: trang {page}/{pages}": "Recognising text: page {page} of {pages}",
    "Trang này tự cập nhật; có thể đóng lại, việc đọc vẫn tiếp tục.": (
        "This page brings itself up to date; you may close it, reading goes on."
    ),
    "Đã đọc xong.": "The document is read.",
    "Không đọc được tệp này": "This file could not be read",
    "Không nhận tệp này": "This file was refused",
    "Tệp đã bị xóa khỏi máy chủ; trong kho không có gì của văn bản này.": (
        "The file was deleted from the server; nothing of the document is in the corpus."
    ),
    "Tệp nén": "Archive",
    "Nộp tệp khác": "Hand in another file",
    "không có tệp này trong danh sách": "there is no such file in the list",
    "Đã nộp {number} tệp.": "{number} files were handed in.",
    "Đang chờ đọc lại: {name}.": "Waiting to be read again: {name}.",
    "Văn bản này đã có trong kho.": "The corpus has this document already.",
    "Đang gửi {name}: {part} %": "Sending {name}: {part} %",
    "Không gửi được {name}": "{name} could not be sent",
    "{name} lớn hơn {size} MB": "{name} is larger than {size} MB",
    "máy chủ không ghi được tệp": "the server cannot write the file",
    "báo người quản trị máy chủ": "tell who runs the server",
    "Xem văn bản": "See the document",
}
