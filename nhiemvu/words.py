"""The words of the command line: Vietnamese, and English with `--lang en` or NHIEMVU_LANG=en.

The Vietnamese phrase is its own key, as in `publish.words`; a test holds that each phrase in use has its English.
"""

from __future__ import annotations

import os

from nhiemvu.account_words import ENGLISH as ENGLISH_OF_ACCOUNTS
from nhiemvu.gap_words import ENGLISH as ENGLISH_OF_GAPS
from nhiemvu.who_words import ENGLISH as ENGLISH_OF_OWNERS
from publish.words import ENGLISH as ENGLISH_OF_FILES
from publish.words import Lang

VARIABLE = "NHIEMVU_LANG"

ENGLISH = {
    **ENGLISH_OF_ACCOUNTS,
    **ENGLISH_OF_GAPS,
    **ENGLISH_OF_OWNERS,
    **ENGLISH_OF_FILES,
    "đầu ra": "output",
    # the help pages
    "Đọc kế hoạch, quyết định, nghị quyết, công văn thành nhiệm vụ, thời hạn, cơ quan thực hiện và căn cứ pháp lý."
    " Mọi việc làm ngay trên máy này; không văn bản nào bị gửi đi.": (
        "Reads Vietnamese plans, decisions, resolutions and official letters into tasks, deadlines, responsible"
        " agencies and legal bases. Everything happens on this machine; no document leaves it."
    ),
    "Ngôn ngữ hiển thị (hoặc đặt NHIEMVU_LANG=en).": "Language of help and headings (or set NHIEMVU_LANG=en).",
    "Hiện phiên bản.": "Show the version.",
    "In JSON.": "Print JSON.",
    "Đọc lại cả những tệp đã có trong kho; mọi sửa đổi vẫn giữ.": (
        "Read files again that the corpus holds; every correction is kept."
    ),
    # nhiemvu serve
    "Mở ứng dụng web trên máy này.": "Open the web app on this machine.",
    "Mở ứng dụng web: tìm kiếm, đọc văn bản, lập và theo dõi bảng phân công nhiệm vụ bằng trình duyệt. Mặc định chỉ"
    " máy này vào được (127.0.0.1), không cần tài khoản. Chưa có kho thì tạo kho mới.": (
        "Opens the web app: search, read documents, make checklists and follow them in a browser. Only this machine"
        " gets in (127.0.0.1), without accounts, unless told otherwise. Where there is no corpus one is made."
    ),
    "Địa chỉ để nghe; khác máy này thì phải có tài khoản.": (
        "Address to listen on; one that others reach needs accounts."
    ),
    "Cổng; 0: cổng trống bất kỳ.": "Port; 0: any that is free.",
    "Số tiến trình phục vụ.": "Number of serving processes.",
    "Cho phép văn bản mang dấu chỉ độ mật.": "Allow documents that bear a stamp of secrecy.",
    "ĐỊA-CHỈ": "ADDRESS",
    "CỔNG": "PORT",
    "Mở trình duyệt tại http://{host}:{port} (Ctrl+C để dừng).": (
        "Open your browser at http://{host}:{port} (Ctrl+C to stop)."
    ),
    "Nhận dạng chữ trong ảnh quét: auto (trang không có lớp chữ), always, never.": (
        "Recognise the text of scans (OCR): auto (pages without a text layer), always, never."
    ),
    "TỆP": "FILE",
    "VĂN-BẢN": "DOCUMENT",
    "CƠ-QUAN": "AGENCY",
    "KHO": "CORPUS",
    "SỐ": "N",
    "Tệp văn bản; dấu - là đầu vào chuẩn.": "A document; - is standard input.",
    "Tệp kho hoặc URL (hoặc đặt NHIEMVU_CORPUS).": "File or URL of the corpus (or set NHIEMVU_CORPUS).",
    "Bảng phân công nhiệm vụ của một kế hoạch: trên màn hình, XLSX, DOCX, PDF, CSV, MD, ICS.": (
        "The checklist of a plan: on the terminal, XLSX, DOCX, PDF, CSV, MD, ICS."
    ),
    "Lập bảng phân công nhiệm vụ từ một văn bản: nội dung công việc, cơ quan chủ trì, cơ quan phối hợp, thời hạn, căn"
    " cứ, mục và trang trong văn bản. Không cần kho văn bản, không cần thiết lập gì. Không có -o thì in ra màn hình."
    " Nêu số, ký hiệu của văn bản trong kho thì bảng có những gì đã sửa (nhiemvu correct) và tình trạng từng việc"
    " (nhiemvu tick).": (
        "Makes the checklist of a document: task, lead agency, supporting agencies, deadline, legal basis, section"
        " and page in the source. No corpus, no set-up. Without -o it is printed. Of a document of the corpus, named"
        " by its symbol, it has what was put right (nhiemvu correct) and how far each task is (nhiemvu tick)."
    ),
    "Ghi ra tệp .xlsx, .docx, .pdf, .csv, .md hoặc .ics.": "Write to a file: .xlsx, .docx, .pdf, .csv, .md or .ics.",
    "Đánh dấu nhiệm vụ đã xong, đang làm; nhận lại bảng XLSX đã điền tay.": (
        "Tick tasks off; take back a checklist (XLSX) that was filled in by hand."
    ),
    "Ghi lại nhiệm vụ đang ở đâu: đã hoàn thành (--done), đang thực hiện (--doing), chưa thực hiện (--open), có tên"
    " người ghi, ngày và ghi chú. Dấu gắn với lời văn của nhiệm vụ, nên còn nguyên khi văn bản được đọc lại hoặc có bản"
    " mới, và thu hồi được (nhiemvu correct --undo). Với --from, lấy cột Tình trạng và Ghi chú trong bảng XLSX đã điền;"
    " dòng nào không hiểu thì nêu ra, không đoán.": (
        "Writes down how far a task is: done (--done), being done (--doing), not started (--open), signed and dated,"
        " with a note. The tick belongs to the words of the task: it outlives a new reading and a new version of the"
        " document, and can be undone (nhiemvu correct --undo). --from takes the columns for status and notes of a"
        " checklist (XLSX) that was filled in; rows that are not understood are told, never guessed at."
    ),
    "Nhiệm vụ nào.": "Which task.",
    "Đã hoàn thành.": "Done.",
    "Đang thực hiện.": "Being done.",
    "Chưa thực hiện.": "Not started.",
    "Bảng phân công .xlsx đã điền tình trạng.": "A checklist (.xlsx) in which the status was filled in.",
    "Người ghi.": "Who says so.",
    "Ghi chú.": "A note.",
    "Cả những lần đánh dấu tình trạng (nhiemvu tick).": "Also how far tasks are (nhiemvu tick).",
    "tình trạng": "status",
    "văn bản không có nhiệm vụ này": "the document has no such task",
    "Dòng {row}: {why}: “{words}”": "Row {row}: {why}: “{words}”",
    "Đã ghi {changed} nhiệm vụ; {already} đã như vậy từ trước, {untouched} dòng không ai điền, {not_found}"
    " không có trong văn bản, {unclear} dòng không hiểu được.": (
        "Tasks written: {changed}; {already} were so already, {untouched} rows were left as they were, {not_found} are"
        " not in the document, {unclear} rows were not understood."
    ),
    "agency: xếp theo cơ quan chủ trì.": "agency: group by lead agency.",
    "Chỉ lấy việc mà cơ quan này chủ trì hoặc phối hợp.": "Only tasks that this agency leads or supports.",
    "Văn bản nói gì: thể thức, bố cục, viện dẫn, thời hạn, nhiệm vụ.": (
        "What a document says: formal parts, outline, citations, deadlines, tasks."
    ),
    "Đọc văn bản (TXT, HTML, DOCX, PDF, ảnh quét) và cho biết văn bản nói gì: thể thức, bố cục, viện dẫn, cơ quan,"
    " thời hạn, nhiệm vụ. Với --json, một tệp cho một đối tượng JSON, nhiều tệp cho một mảng.": (
        "Reads documents (TXT, HTML, DOCX, PDF, scans) and tells what they say: formal parts, outline,"
        " citations, agencies, deadlines, tasks. With --json, one file gives one JSON object, several an"
        " array."
    ),
    "In JSON, mỗi văn bản một dòng.": "Print JSON, one line a document.",
    "In trang HTML của một văn bản, tô màu những gì tìm thấy.": (
        "Print a document as an HTML page, what was found marked."
    ),
    "Thêm toàn văn vào JSON, hoặc chỉ in toàn văn.": "Add the whole text to the JSON, or print the text alone.",
    "Thêm văn bản vào kho: tệp, thư mục.": "Add documents to the corpus: files, folders.",
    "Thêm tệp và mọi văn bản trong các thư mục vào kho văn bản. Chạy lại thì chỉ thêm những gì chưa có; tệp không đọc"
    " được không làm dừng các tệp khác.": (
        "Adds files, and every document in folders, to the corpus. Run again, it adds only what is not there yet; a"
        " file that cannot be read does not stop the others."
    ),
    "Tệp hoặc thư mục.": "Files or folders.",
    "Số tiến trình đọc tệp; 0: tự chọn.": "How many processes read files; 0: chosen by itself.",
    "In JSON Schema của kết quả mà lệnh parse in ra.": "Print the JSON Schema of what parse prints.",
    "In JSON Schema (draft 2020-12) của kết quả mà lệnh parse in ra. Lược đồ có phiên bản: nhiemvu/1.": (
        "Prints the JSON Schema (draft 2020-12) of what parse prints. It has a version: nhiemvu/1."
    ),
    "CÂU-HỎI": "QUESTION",
    "SỐ-KÝ-HIỆU": "SYMBOL",
    "Nội dung công việc cần tìm.": "The work that is looked for.",
    "Nhiều nhất bao nhiêu kết quả.": "How many answers at most.",
    "Văn bản này dựa trên những văn bản nào, và những văn bản nào dựa trên nó?": (
        "What does this document rest on, and what rests on it?"
    ),
    "Truy căn cứ trong kho: --up lên những văn bản mà văn bản này căn cứ, thực hiện; --down xuống những văn bản và"
    " nhiệm vụ dựa trên nó. Mỗi bước có nguyên văn, mục và hiệu lực. Không có --up, --down thì cả hai chiều.": (
        "Follows legal bases through the corpus: --up to what this document is based on and carries out; --down to"
        " the documents and tasks that rest on it. Every step has its words, section and validity. Both ways without"
        " --up or --down."
    ),
    "NGÀY": "DAY",
    "Hiệu lực vào ngày này; không có thì vào ngày của văn bản viện dẫn.": (
        "Validity on this day; without it, on the day of the citing document."
    ),
    "Vẽ thành hình SVG trong tệp này.": "Draw it as an SVG picture in this file.",
    "Đã vẽ vào {file}.": "Drawn into {file}.",
    "Số, ký hiệu hoặc tên văn bản.": "Number, symbol or name of a document.",
    "Chỉ những văn bản ở trên.": "Only what is above.",
    "Chỉ những văn bản ở dưới.": "Only what is below.",
    "Nhiều nhất bao nhiêu bậc.": "How many steps at most.",
    "Vẽ sơ đồ các văn bản cấp trên, ngang hàng, cấp dưới của một văn bản.": (
        "Draw the documents above, beside and below a document."
    ),
    "Vẽ thành hình SVG những văn bản liên quan đến một văn bản trong kho, theo cấp ban hành: những văn bản mà nó căn"
    " cứ, thực hiện; những văn bản khác cùng thực hiện văn bản cấp trên ấy; những văn bản dựa trên nó. Vẽ những văn bản"
    " gần nhất, còn lại chỉ đếm.": (
        "Draws as SVG the documents related to one in the corpus, by level of government: what it rests on and carries"
        " out, what else carries that out, and what rests on it. The nearest are drawn, the rest is counted."
    ),
    "Vẽ vào tệp .svg này.": "Draw into this .svg file.",
    "Vẽ khoảng bao nhiêu văn bản.": "About how many documents to draw.",
    "Hiệu lực vào ngày này; không có thì hôm nay.": "Validity on this day; today if none is given.",
    "Nhiều nhất bao nhiêu văn bản ở mỗi bậc, mới trước; 0: tất cả.": (
        "How many documents at most next to each, the newest first; 0: all."
    ),
    "Những văn bản nào có thể là một? Nối lại hoặc tách ra, có ký tên.": (
        "Which documents may be one? Join them or part them again, signed."
    ),
    "Nêu những cặp văn bản trong kho có thể là một (cùng số, cùng ngày, chỉ khác mã cơ quan hoặc dấu nối) với căn cứ để"
    " ngờ. Không cặp nào được tự nối: một người nối (--join) hoặc tách lại (--part), có tên và ngày; sau đó trace coi"
    " hai văn bản là một. Mỗi văn bản là một số, ký hiệu, thêm cơ quan hoặc ngày nếu cần.": (
        "Lists pairs of documents in the corpus that may be one (same number, same day, only another agency code or"
        " hyphen) with what speaks for it. No pair is joined by itself: a person joins it (--join) or parts it again"
        " (--part), with name and date; trace then takes the two for one. A document is a symbol, with the agency or"
        " the day where needed."
    ),
    "[SỐ-KÝ-HIỆU]...": "[SYMBOL]...",
    "Một số để tìm những văn bản có thể là một; hai văn bản để nối hoặc tách.": (
        "One number, to look for documents that may be one; two documents, to join or part them."
    ),
    "Hai văn bản này là một.": "These two documents are one.",
    "Tách lại hai văn bản đã nối.": "Part two documents that were joined.",
    "HỌ-TÊN": "NAME",
    "Người nối hoặc tách.": "Who joins or parts them.",
    "GHI-CHÚ": "NOTE",
    "Vì sao.": "Why.",
    "Những gì đã được nối, tách.": "What was joined and parted.",
    "Sửa cơ quan, thời hạn, viện dẫn mà chương trình đọc sai; có ký tên, thu hồi được.": (
        "Put right an agency, a deadline, a citation that was read wrongly; signed, and it can be undone."
    ),
    "Ghi lại điều đúng thay cho điều chương trình đọc được, có tên người sửa và ngày. Lần sửa gắn với lời văn, nên còn"
    " nguyên khi văn bản được đọc lại hoặc có bản mới; kết quả trích xuất không bị đổi, và lần sửa nào cũng thu hồi"
    " được (--undo). Nhiệm vụ và viện dẫn được chọn bằng lời của nó, vài từ đủ để chỉ một; nhiệm vụ cũng được chọn bằng"
    ' mã. Để trống (--lead "") nghĩa là không có.': (
        "Writes down what is right in place of what was read, with the person's name and the day. A correction is tied"
        " to the words, so that it lasts when the document is read anew or a new version comes; what was extracted"
        " stays as it is, and every correction can be undone (--undo). Tasks and citations are chosen by their words,"
        ' as many as tell one from the others; a task also by its id. Empty (--lead "") means nobody.'
    ),
    "[SỐ-KÝ-HIỆU]": "[SYMBOL]",
    "LỜI": "WORDS",
    "TÊN TÊN": "NAME NAME",
    "Văn bản: số, ký hiệu, tên, hoặc tên tệp.": "The document: symbol, name, or name of its file.",
    "Nhiệm vụ cần sửa.": "The task to be put right.",
    "Cơ quan chủ trì đúng; nhiều cơ quan thì lặp lại.": "The right lead agency; repeat it for several.",
    "Cơ quan phối hợp đúng; nhiều cơ quan thì lặp lại.": "The right supporting agency; repeat it for several.",
    "Thời hạn đúng: 30/6/2024 hoặc 2024-06-30.": "The right deadline: 30/6/2024 or 2024-06-30.",
    "Đây không phải là nhiệm vụ.": "This is no task.",
    "Viện dẫn cần sửa.": "The citation to be put right.",
    "Lời này không viện dẫn văn bản nào.": "These words cite no document.",
    "Văn bản mà viện dẫn thật sự nói tới.": "The document that the citation really means.",
    "Văn bản cấp trên mà nhiệm vụ này thực hiện.": "The higher document that the task carries out.",
    "Nhiệm vụ nào của văn bản cấp trên.": "Which task of the higher document.",
    "Hai tên của một cơ quan, tên sau là tên dùng; không nêu văn bản thì ở mọi văn bản.": (
        "Two names of one agency, the second is used; in all documents where none is named."
    ),
    "Thu hồi lần sửa mang số này.": "Undo the correction of this number.",
    "Người sửa.": "Who puts it right.",
    "Những gì đã được sửa, ai sửa, còn áp dụng hay không.": "What was put right, by whom, and whether it holds.",
    "Liệt kê mọi lần sửa (mới nhất trước) với tình trạng của nó: đang áp dụng, đã thu hồi, đã được sửa lại, hoặc không"
    " còn thấy lời văn trong bản mới. Với --as-gold, ghi các văn bản đã sửa theo mẫu chú giải dùng để đo chương trình:"
    " mỗi văn bản một tệp (-o) hoặc một dòng JSON. Nêu số, ký hiệu thì chỉ lấy những văn bản ấy.": (
        "Lists every correction (the newest first) with its state: it holds, is undone, was put right again, or its"
        " words are gone from the new version. With --as-gold, writes the documents that were corrected in the form of"
        " the annotations by which the program is measured: a file each (-o), or a line of JSON. With symbols, only"
        " these documents."
    ),
    "Chỉ những văn bản này.": "Only these documents.",
    "Ghi văn bản theo mẫu chú giải.": "Write documents as annotations.",
    "Ghi vào thư mục này.": "Write into this folder.",
    # what the commands say
    "(đã sửa)": "(put right)",
    "{by} sửa ngày {day}": "put right by {by} on {day}",
    "Chưa ai sửa gì.": "Nobody has put anything right.",
    "Đã ghi {file}.": "Written: {file}.",
    "Đã như vậy từ trước; không ghi gì thêm.": "It was so already; nothing was written.",
    "Đã ghi số {number}: thu hồi lần sửa số {undone}.": "No. {number} written: correction {undone} is undone.",
    "Đã ghi số {number}: {kind}: “{quote}”.": "No. {number} written: {kind}: “{quote}”.",
    "Đã ghi số {number}: {kind}: {after} (trước: {before}): “{quote}”.": (
        "No. {number} written: {kind}: {after} (before: {before}): “{quote}”."
    ),
    "cơ quan chủ trì": "lead agency",
    "cơ quan phối hợp": "supporting agencies",
    "thời hạn": "deadline",
    "không phải nhiệm vụ": "no task",
    "viện dẫn nói tới": "citation means",
    "thực hiện nhiệm vụ": "carries out the task",
    "cùng một cơ quan": "one agency",
    "thu hồi": "undo",
    "đang áp dụng": "holds",
    "đã được sửa lại sau đó": "put right again later",
    "đã thu hồi (số {number})": "undone (no. {number})",
    "không còn thấy lời này": "its words are gone",
    "lời này nay có ở nhiều chỗ, chưa rõ chỗ nào": "its words now stand in several places",
    "bản mới của văn bản nói khác": "a new version of the document says otherwise",
    "Số": "No.",
    "Trước": "Before",
    "Sửa thành": "Put right as",
    "Tình trạng": "State",
    "mọi văn bản": "all documents",
    "không có": "none",
    "Không có cặp văn bản nào trong kho có thể là một.": "No two documents in the corpus look like one.",
    "Chưa ai nối văn bản nào.": "Nobody has joined any documents.",
    "Đã nối: {one} và {other} là một.": "Joined: {one} and {other} are one.",
    "Đã nối từ trước: {one} và {other}.": "Joined before: {one} and {other}.",
    "Đã tách: {one} và {other}.": "Parted: {one} and {other}.",
    "Chưa ai nối trực tiếp: {one} và {other}.": "Nobody has joined these: {one} and {other}.",
    "Điểm": "Score",
    "Có thể cũng là": "May be the same as",
    "Căn cứ để ngờ": "What speaks for it",
    "Người đã nói": "What people said",
    "Lúc (UTC)": "When (UTC)",
    "Người": "Who",
    "Việc": "What",
    "và": "and",
    "Ghi chú": "Note",
    "nối": "joined",
    "tách": "parted",
    "cùng ngày {one}": "same day {one}",
    "ngày cách nhau một ngày ({one}, {other})": "days next to each other ({one}, {other})",
    "ngày khác nhau một chữ số ({one}, {other})": "dates differ in one digit ({one}, {other})",
    "năm khác nhau một chữ số ({one}, {other})": "years differ in one digit ({one}, {other})",
    "ký hiệu chỉ khác dấu nối ({one}, {other})": "symbols differ in marks alone ({one}, {other})",
    "cùng số, ký hiệu {one}": "same symbol {one}",
    "cùng số, chỉ khác mã cơ quan ({one}, {other})": "same number, only the agency code differs ({one}, {other})",
    "một bên là ban chỉ đạo, văn bản thường lấy số ở cơ quan thường trực": (
        "one is a steering committee, whose documents are often numbered by its standing body"
    ),
    "mã này nằm trong mã kia ({one}, {other})": "one code is part of the other ({one}, {other})",
    "trích yếu giống nhau {one}%": "subjects alike by {one}%",
    "trích yếu chỉ giống nhau {one}%": "subjects alike by {one}% only",
    "cùng hệ thống số của {one}": "same number series, of {one}",
    "chưa đối chiếu": "not compared with the document yet",
    "theo tài liệu thứ cấp": "from a secondary source",
    "theo cách gọi thông dụng": "as it is commonly called",
    "Không có nhiệm vụ nào trong kho ứng với “{question}”.": "No task in the corpus answers “{question}”.",
    "“{typed}” có thể là {n} văn bản; thêm cơ quan hoặc năm để chọn.": (
        "“{typed}” may be {n} documents; add the agency or the year to choose."
    ),
    "Kho không có văn bản nào là “{typed}”.": "The corpus has no document “{typed}”.",
    "Gần nhất: {names}.": "The closest: {names}.",
    "Đó là: {names}.": "They are: {names}.",
    "{n} văn bản khác chỉ đếm, không vẽ; vẽ thêm: --most": "{n} more are counted and not drawn; draw more: --most",
    "Kho không có văn bản nào liên quan đến văn bản này.": "The corpus has no document related to this one.",
    "Dựa trên": "Rests on",
    "Văn bản dựa trên nó": "What rests on it",
    "và {n} văn bản khác ở trên (xem thêm: --most)": "and {n} more documents above (see more: --most)",
    "và {n} văn bản khác dựa trên nó, cũ hơn (xem thêm: --most)": (
        "and {n} more documents that rest on it, older ones (see more: --most)"
    ),
    "chưa rõ văn bản nào": "not clear which",
    "{relation}, có thể là: {names}": "{relation}, perhaps: {names}",
    "(chưa chắc là văn bản này)": "(perhaps another one is meant)",
    "nhiệm vụ của {lead}": "task of {lead}",
    "nhiệm vụ chưa xác định cơ quan chủ trì": "task without a lead agency",
    "mục {section}": "section {section}",
    "(đã nêu ở trên)": "(shown above)",
    "(không có trong kho)": "(not in the corpus)",
    "không tìm thấy gì trong kho": "nothing in the corpus",
    "cũng là {names}": "also {names}",
    "ở {provisions}": "at {provisions}",
    "nguồn: {sources}": "source: {sources}",
    "theo dữ liệu kèm theo: {name}: {title}": "by the data that come along: {name}: {title}",
    "tại thời điểm đó văn bản được dẫn {state}": "the document relied on was, {state}",
    "và {n} lần sửa đổi, bổ sung trước": "and {n} earlier amendments",
    "Hiệu lực ghi ở từng bước là của ngày {day}.": "Validity is told for {day}.",
    "Hiệu lực ghi ở từng bước là vào ngày của văn bản viện dẫn; của văn bản gốc và các văn bản ở dưới là vào hôm"
    " nay ({day}). Chọn ngày khác: --on": (
        "Validity is told for the day of the citing document; for the document itself and those below it, for today"
        " ({day}). For another day: --on"
    ),
    "lời dẫn chưa đủ để chắc là văn bản này (thiếu cơ quan ban hành hoặc năm)": (
        "the words are too few to be sure that this one is meant (no issuer or no year)"
    ),
    "lời dẫn không nói năm; số này có ở các năm: {years}": "no year is said; the number is of the years {years}",
    "lời dẫn không nói rõ cơ quan ban hành; số này là của: {issuers}": (
        "the issuer is not clear; the number is of: {issuers}"
    ),
    "lời dẫn không nói rõ ngày; số này có ở các ngày: {days}": "the day is not clear; the number is of: {days}",
    "lời dẫn hợp với {n} văn bản": "the words fit {n} documents",
    "Văn bản": "Document",
    "nhiemvu: {message}; xem nhiemvu --help": "nhiemvu: {message}; see nhiemvu --help",
    "nhiemvu: lỗi bên trong ({cause}); chạy lại với NHIEMVU_DEBUG=1 để xem chi tiết": (
        "nhiemvu: internal error ({cause}); run again with NHIEMVU_DEBUG=1 for the details"
    ),
    "lỗi bên trong ({cause})": "internal error ({cause})",
    "chạy nhiemvu parse với NHIEMVU_DEBUG=1 để xem chi tiết": "run nhiemvu parse with NHIEMVU_DEBUG=1 for the details",
    "chương trình đọc tệp bị dừng đột ngột": "the process that read it died",
    "kiểm tra tệp, hoặc báo lỗi này": "check the file, or report this error",
    "Văn bản không giao việc cho “{asked}”. Tên gần nhất: {names}.": (
        "The document gives no task to “{asked}”. The closest names: {names}."
    ),
    "“{asked}” được hiểu là: {names}.": "“{asked}” is taken for: {names}.",
    "Ngoài ra có {n} nhiệm vụ giao chung cho nhiều cơ quan (xem cả bảng).": (
        "Besides, {n} tasks are given to groups of agencies (see the whole checklist)."
    ),
    "Không tìm thấy nhiệm vụ nào trong văn bản này.": "No tasks were found in this document.",
    "Đã ghi {n} nhiệm vụ vào {file}.": "{n} tasks written to {file}.",
    "{n} nhiệm vụ không có ngày cố định nên không vào lịch.": "{n} tasks have no fixed day: not in the calendar.",
    "Đang đọc": "Reading",
    "Đang vẽ trang": "Drawing pages",
    "Đã vẽ 1 trang: {file}": "1 page drawn: {file}",
    "Đã vẽ {n} trang: {first} … {last}": "{n} pages drawn: {first} … {last}",
    "{file}: định dạng này không có trang cố định nên không vẽ được; dùng --html để xem văn bản với những gì tìm thấy"
    " được tô màu": (
        "{file}: this format has no fixed pages that could be drawn; --html shows the document with what was found"
    ),
    "Vẽ từng trang của PDF, bản quét thành ảnh PNG trong thư mục này, đóng khung nhiệm vụ, viện dẫn, thời hạn.": (
        "Draw each page of a PDF or scan as a PNG in this folder, with frames around tasks, citations, deadlines."
    ),
    "THƯ-MỤC": "FOLDER",
    "{paths}: không có văn bản nào ở đây; chỉ tên tệp hoặc thư mục khác": (
        "{paths}: no document here; name another file or folder"
    ),
    "Đã thêm {added} văn bản ({tasks} nhiệm vụ), {held} văn bản đã có trong kho.": (
        "{added} documents added ({tasks} tasks), {held} were in the corpus already."
    ),
    "Không đọc được {n} tệp ({reasons}).": "{n} files could not be read ({reasons}).",
    # nhiemvu diff
    "BẢN-CŨ": "OLD",
    "BẢN-MỚI": "NEW",
    "Hai kế hoạch, hai dự thảo khác nhau ở nhiệm vụ nào?": "In which tasks do two plans or drafts differ?",
    "So hai văn bản: nhiệm vụ nào giữ nguyên, thêm, bỏ, đổi hạn, đổi cơ quan, đổi nội dung, chuyển mục, tách, gộp; chỉ"
    " tiêu nào đổi. Mỗi bản là một tệp, hoặc số, ký hiệu của văn bản trong kho. Bản mới chỉ sửa đổi, bổ sung một số"
    " điểm thì những nhiệm vụ không nhắc đến được coi là giữ nguyên.": (
        "Compares two documents: which tasks are kept, added, dropped, re-dated, re-assigned, reworded, moved, split or"
        " merged; which targets changed. Each is a file, or the symbol of a document in the corpus. Where the new one"
        " only amends some points, tasks that it does not mention count as unchanged."
    ),
    "Tệp, hoặc số, ký hiệu trong kho.": "A file, or a symbol in the corpus.",
    "Liệt kê cả những nhiệm vụ giữ nguyên.": "List unchanged tasks, too.",
    "So toàn bộ, kể cả khi bản mới chỉ sửa đổi, bổ sung một số điểm.": (
        "Compare the whole, even where the new document only amends some points."
    ),
    "{old} → {new}": "{old} → {new}",
    "Bản mới chỉ sửa đổi, bổ sung bản cũ (“{because}”): nhiệm vụ không nhắc đến được coi là giữ nguyên; so toàn bộ:"
    " --whole": (
        "The new document only amends the old one (“{because}”): tasks that it does not mention count as unchanged; to"
        " compare the whole: --whole"
    ),
    "Bản mới thay thế hoặc bãi bỏ bản cũ: “{because}”.": "The new document replaces or repeals the old: “{because}”.",
    "Nhiệm vụ: {counts}.": "Tasks: {counts}.",
    "Cả hai bản không có nhiệm vụ nào.": "Neither document has tasks.",
    "Không có gì khác nhau.": "Nothing differs.",
    "Chỉ tiêu": "Targets",
    "Khác nhau": "Differences",
    "Điểm chưa áp dụng được vào bản cũ": "Points that could not be placed in the old plan",
    "Thay đổi": "Change",
    "Bản cũ": "Old",
    "Bản mới": "New",
    "Điểm sửa đổi": "Amending point",
    "Giống": "Alike",
    "giữ nguyên": "kept",
    "không nhắc đến": "not mentioned",
    "đổi hạn": "re-dated",
    "đổi cơ quan": "re-assigned",
    "đổi nội dung": "reworded",
    "đổi trị số": "other figure",
    "chuyển mục": "moved",
    "tách việc": "split",
    "gộp việc": "merged",
    "thêm": "added",
    "bỏ": "dropped",
    "{old} → (bỏ)": "{old} → (none)",
    "(chưa có) → {new}": "(none) → {new}",
    # headings of tables
    "Thể thức": "Part",
    "Nội dung": "What it says",
    "Loại văn bản": "Type",
    "Số, ký hiệu": "Number",
    "Cơ quan ban hành": "Issuer",
    "Nơi ban hành": "Place",
    "Ngày": "Date",
    "Trích yếu": "Subject",
    "Người ký": "Signed by",
    "Lưu ý khi đọc": "Notes on reading",
    "Nhiệm vụ": "Tasks",
    "Viện dẫn": "Citations",
    "Mục": "Section",
    "Chủ trì": "Lead",
    "Phối hợp": "Support",
    "Hạn": "Due",
    "Nguyên văn": "Quote",
    "Nghĩa": "Meaning",
    "Ký hiệu": "Symbol",
    "Điều khoản": "Provision",
    "Quan hệ": "Relation",
    "Văn bản đã biết": "Known document",
    # the demo
    "Đưa các văn bản mẫu vào kho": "The sample documents into a corpus",
    "Bảng phân công nhiệm vụ của kế hoạch mới nhất": "The checklist of the newest plan",
    "Cũng bảng ấy, xếp theo cơ quan, thành tệp Excel": "The same by agency, as an Excel file",
    "Việc này cơ quan nào làm?": "Which agency owns this task?",
    "Kế hoạch này dựa trên những văn bản nào?": "What does this plan rest on?",
    "Tiếp theo, thử với một văn bản của bạn:  {command}": "Next, try a document of your own:  {command}",
}


def language() -> Lang:
    """The language that is asked for; Vietnamese unless it is `en`, whatever the case or region (`en_GB`)."""
    return "en" if os.environ.get(VARIABLE, "").lower().startswith("en") else "vi"


def say(phrase: str, **values: object) -> str:
    """The phrase in that language, its braces filled in."""
    return say_in(language(), phrase, **values)


def say_in(lang: Lang, phrase: str, **values: object) -> str:
    """The phrase in the language that is named, its braces filled in.

    >>> say_in("en", "Nghĩa")
    'Meaning'
    """
    return (ENGLISH.get(phrase, phrase) if lang == "en" else phrase).format(**values)
