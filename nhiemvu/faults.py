"""Why a file or a corpus could not be used, in English: the packages that find it out say it in Vietnamese.

`{}` stands for what changes from case to case. A phrase that is not here stays in Vietnamese.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.errors import CorpusError
from nhiemvu.account_words import FAULTS as FAULTS_OF_ACCOUNTS
from nhiemvu.words import language
from publish.words import Lang

ENGLISH = {
    **FAULTS_OF_ACCOUNTS,
    # files
    "không có tệp này": "there is no such file",
    "kiểm tra lại đường dẫn": "check the path",
    "là thư mục, không phải tệp": "this is a folder, not a file",
    "chỉ ra từng tệp trong thư mục": "name the files in it",
    "không phải tệp thông thường": "this is no ordinary file",
    "chỉ ra một tệp văn bản": "name a document",
    "không có quyền đọc tệp": "you may not read it",
    "xin quyền đọc hoặc chép tệp sang nơi khác": "ask for permission, or copy it elsewhere",
    "không mở được tệp ({})": "it cannot be opened ({})",
    "kiểm tra lại đường dẫn và ổ đĩa": "check the path and the disk",
    "tệp rỗng": "the file is empty",
    "tệp không có chữ nào": "there is no text in it",
    "văn bản bằng tiếng Anh": "the document is in English",
    "chỉ ra bản tiếng Việt của văn bản": "name its Vietnamese version",
    "tên có đuôi {} nhưng nội dung không phải": "it is named {} but is no such file",
    "kiểm tra lại tệp gốc": "check the original",
    "tệp quá lớn ({} MB, tối đa {} MB)": "the file is too large ({} MB, at most {} MB)",
    "văn bản quá dài (hơn {} dòng hoặc đoạn)": "the text is too long (more than {} lines or paragraphs)",
    "văn bản quá dài ({} triệu ký tự, tối đa {} triệu)": "the text is too long ({} million characters, at most {})",
    "tách tệp thành từng văn bản": "split it into documents",
    "tách tệp thành từng văn bản rồi đọc lại": "split it into documents and read those",
    "nội dung là dữ liệu nhị phân, không phải văn bản": "it holds binary data, no text",
    "kiểm tra lại tệp; các định dạng đọc được là DOCX, DOC, RTF, ODT, PDF, HTML và TXT": (
        "check the file; DOCX, DOC, RTF, ODT, PDF, HTML and TXT can be read"
    ),
    "kiểm tra nguồn gốc của tệp": "check where the file comes from",
    "xin lại tệp gốc hoặc tải lại": "ask for the original, or download it again",
    "xin lại tệp hoặc lưu lại từ bản gốc": "ask for the file again, or save it again from the original",
    # the web app
    "giá trị không hợp lệ: {}": "no valid value: {}",
    "tệp lớn hơn {} MB": "the file is larger than {} MB",
    "{}: tệp rỗng": "{}: the file is empty",
    "là tệp nén có {} văn bản, mỗi văn bản được đọc riêng": (
        "this is an archive of {} documents, each of which is read as a file of its own"
    ),
    "tệp cần quá nhiều bộ nhớ để đọc": "reading the file takes too much memory",
    "đọc tệp quá lâu nên đã dừng": "reading the file took too long and was stopped",
    "tách tệp thành từng văn bản, hoặc xin bản Word": "split it into documents, or ask for a Word file",
    "tệp không còn trên máy chủ": "the file is not on the server any more",
    "nộp lại tệp này": "hand it in again",
    "lỗi bên trong ({})": "an error inside the program ({})",
    "kiểm tra tệp, hoặc báo lỗi này": "check the file, or report this",
    "chương trình đọc tệp bị dừng đột ngột": "the program that reads the file ended suddenly",
    "không phải là tệp đọc lỗi": "this is no file that could not be read",
    "xem lại danh sách tệp đã nộp": "look at the list of files that were handed in",
    "không mở được cổng này ({})": "this port cannot be opened ({})",
    "chọn cổng khác: --port": "choose another one: --port",
    "chỉ mở cho máy khác khi có tài khoản": "other machines are let in only with accounts",
    "dùng --host 127.0.0.1, hoặc tạo tài khoản trước": "use --host 127.0.0.1, or make an account first",
    # formats that cannot be read
    "là bảng tính Excel đời cũ (.xls), không phải văn bản": "this is an old spreadsheet (.xls), no document",
    "là bảng tính hoặc trình chiếu, không phải văn bản": "this is a spreadsheet or a presentation, no document",
    "lưu văn bản thành DOCX hoặc PDF": "save the document as DOCX or PDF",
    "tệp MHT quá lớn (tối đa {} MB)": "the MHT file is too large (at most {} MB)",
    "tệp MHT hỏng, không mở được": "the MHT file is damaged",
    "tệp MHT không có trang nào": "there is no page in the MHT file",
    "mở bằng trình duyệt hoặc Word rồi lưu lại thành HTML hoặc DOCX": (
        "open it in a browser or in Word and save it as HTML or DOCX"
    ),
    "là tệp Office đời cũ, chưa đọc được": "this is an old Office file, which cannot be read yet",
    "mở bằng Word hoặc LibreOffice, chọn Lưu thành (Save As) dạng DOCX rồi đọc lại": (
        "open it in Word or LibreOffice, save it as DOCX and read that"
    ),
    "là tệp nén {}": "this is a {} archive",
    "giải nén rồi chỉ ra từng văn bản bên trong": "unpack it and name the documents inside",
    "là ảnh {}, không có chữ để đọc": "this is a {} picture, without text to read",
    "xin bản Word hoặc PDF có chữ": "ask for a Word file, or a PDF with text",
    "xin bản Word hoặc PDF có lớp chữ": "ask for a Word file, or a PDF with a text layer",
    "xin bản Word hoặc PDF có lớp chữ, hoặc nhận dạng chữ (OCR)": (
        "ask for a Word file or a PDF with a text layer, or have its text recognised (OCR)"
    ),
    # scans and pictures
    "là bản quét (ảnh), cần nhận dạng chữ nhưng máy chưa có Tesseract": (
        "this is a scan, and Tesseract, which would recognise its text, is not installed"
    ),
    "là bản quét (ảnh), cần nhận dạng chữ nhưng Tesseract chưa có bộ chữ tiếng Việt": (
        "this is a scan, and the Tesseract that is installed lacks its Vietnamese model"
    ),
    "cài Tesseract và bộ chữ tiếng Việt: apt-get install tesseract-ocr tesseract-ocr-script-viet": (
        "install Tesseract and its Vietnamese model: apt-get install tesseract-ocr tesseract-ocr-script-viet"
    ),
    "không nhận ra chữ nào trong bản quét": "no text could be recognised in the scan",
    "không nhận ra chữ nào trong ảnh": "no text could be recognised in the picture",
    "quét lại rõ hơn (200 đến 300 dpi), hoặc xin bản Word": (
        "scan it again, more clearly (200 to 300 dpi), or ask for a Word file"
    ),
    "là ảnh, không có lớp chữ": "this is a picture, without a text layer",
    "bỏ --ocr never, hoặc xin bản Word hoặc PDF có lớp chữ": (
        "leave out --ocr never, or ask for a Word file or a PDF with text"
    ),
    "ảnh quá lớn (tối đa {} triệu điểm ảnh)": "the picture is too large (at most {} million pixels)",
    "quét lại ở 200 đến 300 dpi": "scan it again at 200 to 300 dpi",
    "tệp ảnh hỏng, không mở được": "the picture is damaged",
    "xin lại tệp gốc hoặc quét lại": "ask for the original, or scan it again",
    "tệp ảnh có quá nhiều trang (tối đa {})": "the picture has too many pages (at most {})",
    # .doc, .rtf, .odt
    "cần LibreOffice để đọc tệp {}, máy này chưa có": "reading {} files needs LibreOffice, which is not installed",
    "cài gói {}, hoặc lưu tệp thành DOCX rồi đọc lại": "install the package {}, or save the file as DOCX",
    "LibreOffice không đọc xong tệp trong {} giây": "LibreOffice did not finish the file in {} seconds",
    "mở bằng Word, lưu thành DOCX rồi đọc lại; nếu Word cũng treo thì tệp hỏng": (
        "open it in Word and save it as DOCX; if Word hangs too, the file is damaged"
    ),
    "LibreOffice không đổi được tệp {} sang DOCX ({})": "LibreOffice cannot turn the {} file into DOCX ({})",
    "tệp có thể hỏng hoặc bị cắt cụt: xin lại tệp gốc, hoặc mở bằng Word rồi lưu thành DOCX": (
        "it may be damaged or cut off: ask for the original, or open it in Word and save it as DOCX"
    ),
    "tệp {} có mật khẩu": "the {} file has a password",
    "tệp {} bị cắt cụt": "the {} file is cut off",
    "tệp Word đời cũ (.doc) bị cắt cụt": "the old Word file (.doc) is cut off",
    "tệp RTF hỏng phần đầu": "the beginning of the RTF file is damaged",
    "tệp RTF bị cắt cụt, thiếu phần cuối": "the RTF file is cut off: its end is missing",
    "nội dung ODT sau giải nén vượt quá {} MB": "unpacked, the ODT file is larger than {} MB",
    "tệp ODT thiếu phần nội dung (content.xml)": "the ODT file lacks its text (content.xml)",
    # archives
    "là tệp nén ZIP, không phải một văn bản": "this is a ZIP archive, not one document",
    "giải nén, hoặc chỉ ra từng văn bản bên trong, ví dụ {}": "unpack it, or name a document inside, such as {}",
    "tệp nén ZIP hỏng, không mở được": "the ZIP archive is damaged",
    "xin lại tệp nén, hoặc giải nén bằng chương trình khác rồi đọc từng tệp": (
        "ask for the archive again, or unpack it with another program"
    ),
    "tệp nén có quá nhiều tệp (tối đa {})": "the archive has too many files (at most {})",
    "tệp nén có hơn {} văn bản": "the archive has more than {} documents",
    "chia thành nhiều tệp nén nhỏ hơn": "split it into smaller archives",
    "chia nhỏ tệp nén": "split it into smaller archives",
    "tệp nén không có văn bản nào đọc được": "there is no document in the archive",
    "kiểm tra lại nội dung tệp nén": "check what is in it",
    "không có tệp này trong tệp nén": "there is no such file in the archive",
    "tên tệp trong tệp nén trỏ ra ngoài (../ hoặc đường dẫn tuyệt đối)": (
        "the name leads out of the archive (../ or an absolute path)"
    ),
    "kiểm tra nguồn gốc của tệp nén": "check where the archive comes from",
    "tệp trong tệp nén là liên kết đến tệp khác": "it is a link to another file",
    "tệp trong tệp nén có mật khẩu": "the file in the archive has a password",
    "giải nén bằng mật khẩu rồi đọc lại": "unpack it with the password and read that",
    "tệp trong tệp nén giải ra quá lớn ({} MB, tối đa {} MB)": "unpacked, it is too large ({} MB, at most {} MB)",
    "tệp trong tệp nén giải ra gấp hơn {} lần (có thể là bom nén)": (
        "it unpacks to more than {} times its size (perhaps a bomb)"
    ),
    "tệp nén lồng nhau quá sâu (tối đa {} lớp)": "archives are nested too deep (at most {})",
    "giải nén lớp ngoài rồi đọc lại": "unpack the outer one and read that",
    "các tệp trong tệp nén chồng lên nhau (có thể là bom nén)": "files in the archive overlap (perhaps a bomb)",
    "các tệp trong tệp nén giải ra vượt quá {} GB": "the files in the archive unpack to more than {} GB",
    "tệp trong tệp nén hỏng, không giải được ({})": "the file in the archive is damaged ({})",
    "tệp trong tệp nén giải ra lớn hơn nó khai báo": "it unpacks to more than it says",
    # DOCX
    "tệp DOCX hoặc ZIP hỏng, không mở được": "the DOCX or ZIP file is damaged",
    "tệp {} hỏng hoặc không đầy đủ": "the {} file is damaged or cut off",
    "phần {} của tệp {} hỏng ở dòng {}, cột {}": "the part {} of the {} file is damaged in line {}, column {}",
    "phần {} của tệp {} khai báo thực thể (entity), tệp Word bình thường không có": (
        "the part {} of the {} file declares entities, which no ordinary Word file does"
    ),
    "phần {} của tệp {} lồng nhau quá sâu": "the part {} of the {} file is nested too deep",
    "phần {} của tệp {} có quá nhiều thẻ (tối đa {} triệu)": (
        "the part {} of the {} file has too many tags (at most {} million)"
    ),
    "nội dung lồng nhau quá sâu": "it is nested too deep",
    "tệp DOCX thiếu phần nội dung (word/document.xml)": "the DOCX file lacks its text (word/document.xml)",
    "tệp DOCX có quá nhiều thành phần ({})": "the DOCX file has too many parts ({})",
    "nội dung DOCX sau giải nén vượt quá {} MB": "unpacked, the DOCX file is larger than {} MB",
    "tệp DOCX không có chữ nào (có thể chỉ chứa ảnh quét)": "there is no text in the DOCX file (perhaps only scans)",
    "mở tệp bằng Word hoặc LibreOffice rồi lưu lại thành DOCX": "open it in Word or LibreOffice and save it as DOCX",
    "tệp Office có mật khẩu": "the Office file has a password",
    "mở bằng mật khẩu, bỏ mật khẩu rồi lưu lại": "open it, take the password off and save it again",
    # PDF
    "PDF có mật khẩu": "the PDF has a password",
    "bỏ mật khẩu rồi đọc lại": "take the password off and read it again",
    "PDF có quá nhiều trang ({}, tối đa {})": "the PDF has too many pages ({}, at most {})",
    "PDF không có trang nào": "the PDF has no pages",
    "PDF là bản quét (ảnh), không có lớp chữ": "the PDF is a scan, without a text layer",
    "trang {} của tệp PDF hỏng, không mở được": "page {} of the PDF is damaged",
    "PDF có quá nhiều trang quét ({}, tối đa {})": "the PDF has too many scanned pages ({}, at most {})",
    "PDF có nội dung bất thường, mở ra quá lớn hoặc quá lâu": (
        "the content of the PDF is out of the ordinary: it unpacks to too much, or takes too long"
    ),
    "kiểm tra nguồn gốc của tệp, hoặc in lại thành PDF từ bản gốc": (
        "check where the file comes from, or print it to PDF again from the original"
    ),
    "tệp PDF bị cắt cụt, thiếu phần cuối": "the PDF is cut off: its end is missing",
    "tệp PDF hỏng, không mở được": "the PDF is damaged",
    # HTML
    "trang web quá dài ({} triệu ký tự)": "the web page is too long ({} million characters)",
    "lưu riêng phần văn bản rồi đọc lại": "save the document alone and read that",
    "trang web không có chữ nào đọc được": "there is no text in the web page",
    "lưu lại trang web đầy đủ hoặc tải bản DOCX, PDF": "save the whole page, or download a DOCX or PDF",
    # the corpus
    "chưa có kho văn bản ở đây": "there is no corpus here",
    "thêm văn bản trước: nhiemvu add THƯ_MỤC": "add documents first: nhiemvu add FOLDER",
    "là thư mục, không phải tệp kho": "this is a folder, not the file of a corpus",
    "chỉ tên tệp, ví dụ kho.db": "name a file, such as kho.db",
    "không tạo được thư mục ({})": "its folder cannot be made ({})",
    "kiểm tra đường dẫn và quyền ghi": "check the path, and that you may write there",
    "kiểm tra đường dẫn và quyền ghi của thư mục": "check the path, and that you may write in the folder",
    "là cơ sở dữ liệu của chương trình khác": "this is a database of another program",
    "chỉ tên tệp khác bằng --corpus": "name another file with --corpus",
    "kho thuộc phiên bản mới hơn ({})": "the corpus is of a newer version ({})",
    "cập nhật chương trình nhiemvu": "update nhiemvu",
    "không phải là kho văn bản": "this is no corpus",
    "tệp kho bị hỏng": "the file of the corpus is damaged",
    "khôi phục từ bản sao lưu, hoặc tạo kho mới và thêm lại văn bản": (
        "restore a backup, or make a new corpus and add the documents again"
    ),
    "kho đang bị khóa bởi chương trình khác": "another program has locked the corpus",
    "chờ chương trình đó xong rồi chạy lại": "wait until that is done and try again",
    "không mở được tệp kho": "the file of the corpus cannot be opened",
    "không có quyền ghi vào kho": "you may not write to the corpus",
    "kiểm tra quyền ghi của tệp và thư mục": "check that you may write to the file and its folder",
    "ổ đĩa đã đầy": "the disk is full",
    "giải phóng dung lượng rồi chạy lại": "free some space and run it again",
    "giải phóng dung lượng rồi chạy lại; phần đã thêm vẫn còn nguyên": (
        "free some space and run it again; what was added is whole"
    ),
    "lỗi đọc ghi ổ đĩa": "the disk cannot be read or written",
    "kiểm tra ổ đĩa rồi chạy lại": "check the disk and try again",
    "lỗi cơ sở dữ liệu ({})": "the database failed ({})",
    "kiểm tra lại tệp kho": "check the file of the corpus",
    "chưa hỗ trợ loại cơ sở dữ liệu này": "this kind of database is not supported yet",
    "dùng tên tệp hoặc sqlite:///": "use a file name or sqlite:///",
    "kho không có văn bản này": "the corpus has no such document",
    "xem các cặp: nhiemvu same": "see the pairs: nhiemvu same",
    "có thể là {} văn bản ({})": "this may be {} documents ({})",
    "thêm cơ quan hoặc ngày để chọn": "add the agency or the day to choose",
    "thêm cơ quan hoặc năm để chọn": "add the agency or the year to choose",
    "kho chỉ biết qua viện dẫn, không có văn bản ({})": "the corpus only knows it from citations ({})",
    "thêm văn bản ấy vào kho": "add it to the corpus",
    "thêm văn bản vào kho, hoặc chỉ ra tệp": "add it to the corpus, or name a file",
    "gần nhất: {}": "the closest: {}",
    "không có tệp này, kho cũng không có văn bản này": "there is no such file, and no such document in the corpus",
    "kiểm tra lại đường dẫn, hoặc gõ số, ký hiệu": "check the path, or type a number or symbol",
    "kiểm tra lại; gần nhất: {}": "check it; the closest: {}",
    "kho chỉ biết tên văn bản này, không có toàn văn": "the corpus knows its name only and does not hold it",
    "thêm văn bản: nhiemvu add TỆP, hoặc chỉ ra tệp": "add it: nhiemvu add FILE, or name the file",
    "hai lần cùng một văn bản": "this is twice the same document",
    "chỉ hai văn bản khác nhau": "name two documents",
    "thiếu tên người nối": "nobody signs it",
    "thiếu tên người sửa": "nobody signs it",
    "ghi chú quá dài": "the note is too long",
    "viết trong {} ký tự": "write at most {} characters",
    "tên quá dài": "the name is too long",
    "thiếu": "this is missing",
    "xem nhiemvu {} --help": "see nhiemvu {} --help",
    "không dùng cùng {}": "this does not go with {}",
    "không đi cùng việc sửa nhiệm vụ": "this does not go with changes of the task",
    "không có tình trạng này": "there is no such status",
    "dùng {}": "use {}",
    "bảng này lập từ văn bản khác ({})": "this checklist was made from another document ({})",
    "chọn đúng văn bản của bảng": "choose the document of the checklist",
    "không phải tệp .xlsx (hoặc đã đặt mật khẩu)": "this is no .xlsx file (or has a password)",
    "tệp lớn quá {} MB": "the file is larger than {} MB",
    "tệp giải nén ra lớn quá {} MB": "unpacked, the file is larger than {} MB",
    "tệp có khai báo XML không an toàn": "the file has unsafe XML declarations",
    "tệp .xlsx bị hỏng, không đọc được": "the .xlsx file is damaged",
    "trang tính có quá {} dòng": "the sheet has more than {} rows",
    "không có bảng với các cột “Nội dung công việc” và “Tình trạng”": (
        "it has no table with the columns for tasks and status"
    ),
    "không đọc được tệp ({})": "the file cannot be read ({})",
    "kiểm tra đường dẫn và quyền đọc": "check the path and that you may read it",
    "dùng tệp .xlsx do nhiemvu lập, mở bằng Excel hoặc LibreOffice rồi lưu lại": (
        "use an .xlsx file made by nhiemvu, saved by Excel or LibreOffice"
    ),
    "mỗi lệnh sửa một điều": "put one thing right at a time",
    "chọn một trong hai": "choose one of the two",
    "vừa chủ trì vừa phối hợp": "both lead and support",
    "không có ngày này": "there is no such day",
    "không hiểu khoảng thời gian này": "no such span of time is known",
    "ghi như 6/2026, quý II/2026, 2026 hoặc 1/1/2026..30/6/2026": (
        "write it as 6/2026, Q2/2026, 2026 or 1/1/2026..30/6/2026"
    ),
    "ghi ngày như 30/6/2024 hoặc 2024-06-30": "write a day like 30/6/2024 or 2024-06-30",
    "văn bản vừa được đọc lại": "the document has just been read anew",
    "chạy lại lệnh này": "run this command again",
    "hai nhiệm vụ cùng một văn bản": "both tasks are of one document",
    "chọn nhiệm vụ của văn bản cấp trên": "choose a task of the higher document",
    "thiếu tên cơ quan": "a name is missing",
    "hai lần cùng một tên": "this is twice the same name",
    "ghi hai tên của một cơ quan": "write two names of one agency",
    "không có lần sửa này": "there is no such correction",
    "xem các lần sửa: nhiemvu corrections": "see the corrections: nhiemvu corrections",
    "kho chỉ có lời dẫn tới văn bản này": "the corpus only has citations of this document",
    "kho không có văn bản này; gần nhất: {}": "the corpus has no such document; the closest: {}",
    "ghi số, ký hiệu, thêm cơ quan hoặc ngày nếu cần": "write its symbol, with the agency or the day where needed",
    "hợp với {} nhiệm vụ ({})": "{} tasks have these words ({})",
    "hợp với {} viện dẫn ({})": "{} citations have these words ({})",
    "ghi cả đường dẫn để chọn": "write the whole path to choose",
    "ghi thêm lời để chọn": "write more words to choose",
    "ghi thêm lời, hoặc mã nhiệm vụ, để chọn": "write more words, or the id of the task, to choose",
    "không có nhiệm vụ nào như vậy": "there is no such task",
    "không có nhiệm vụ nào như vậy; gần nhất: {}": "there is no such task; the closest: {}",
    "không có viện dẫn nào như vậy": "there is no such citation",
    "không có viện dẫn nào như vậy; gần nhất: {}": "there is no such citation; the closest: {}",
    "ghi lời như trong văn bản": "write its words as the document has them",
    'ghi họ tên: --by "Họ tên"': 'give a name: --by "Full name"',
    "địa chỉ kho không hợp lệ": "this is no valid address of a corpus",
    "xem cách ghi trong docs/corpus.md": "docs/corpus.md shows how it is written",
}


def said(part: str, lang: Lang | None = None) -> str:
    """A cause or a remedy in the language that is asked for, that of the command line where none is named."""
    if (lang or language()) != "en":
        return part
    for pattern, english in _patterns():
        found = pattern.fullmatch(part)
        if found:
            return english.format(*found.groups())
    return part


def missing(name: str, command: str) -> CorpusError:
    """That an option or argument of a command is missing."""
    return CorpusError(name, "thiếu", f"xem nhiemvu {command} --help")


def together(one: str, other: str) -> CorpusError:
    """That two options cannot be meant at once."""
    return CorpusError(one, f"không dùng cùng {other}", "mỗi lệnh sửa một điều")


def line(what: str, cause: str, remedy: str) -> str:
    """The line that people read: what, cause, remedy."""
    return f"{what}: {said(cause)}; {said(remedy)}"


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    # What has no hole comes first: `là tệp nén {}` would match more than is meant.
    phrases = sorted(ENGLISH.items(), key=lambda row: "{}" in row[0])
    holes = ((re.escape(phrase).replace(r"\{\}", "(.*)"), english) for phrase, english in phrases)
    return tuple((re.compile(pattern, re.DOTALL), english) for pattern, english in holes)
