"""The English of what `nhiemvu who` says; the Vietnamese phrase is its own key."""

from __future__ import annotations

ENGLISH = {
    # the help page
    "Việc này cơ quan nào chủ trì, nay do cơ quan nào? Tìm trong kho, có dấu hay không dấu.": (
        "Which agency owns this task, then and now? Searched in the corpus, with or without diacritics."
    ),
    "Tìm trong kho những nhiệm vụ ứng với câu hỏi, và cho biết cơ quan chủ trì, cơ quan phối hợp, thời hạn, văn bản,"
    " mục và nguyên văn; cơ quan đã sắp xếp lại thì nay việc thuộc cơ quan nào, theo căn cứ nào. Gõ không dấu cũng"
    " được; gõ có dấu thì từ đúng dấu xếp trước.": (
        "Finds the tasks in the corpus that answer a question, and tells their lead and supporting agencies, deadline,"
        " document, section and words; where an agency was reorganised, who answers for the task now, on what legal"
        " basis. Type without diacritics if you like; typed with them, words with the same diacritics come first."
    ),
    "Cơ quan nào vào ngày này; không có thì hôm nay.": "Who answers on this day; today if none is given.",
    "Chỉ việc của cơ quan này, khi đó hoặc nay, kể cả trong tập thể.": (
        "Only tasks of this agency, then or now, also as a member of a group."
    ),
    "Cấp của cơ quan chủ trì: trung ương, tỉnh, huyện, xã.": (
        "Level of the lead agency: central, province, district, commune."
    ),
    "Địa bàn của cơ quan chủ trì, khi đó hoặc nay.": "Place of the lead agency, then or now.",
    "Hạn trong khoảng này: 6/2026, quý II/2026, 2026, ..30/6/2026.": (
        "Due within: 6/2026, Q2/2026, 2026, ..30/6/2026, 2026-01-01..2026-06-30."
    ),
    "CẤP": "LEVEL",
    "ĐỊA-BÀN": "PLACE",
    "THỜI-GIAN": "TIME",
    "Trong khoảng 200 nhiệm vụ ứng với “{question}” nhất, không có nhiệm vụ nào như vậy; hỏi cụ thể hơn.": (
        "Among the 200 or so tasks that answer “{question}” best there is none like that; ask in more words."
    ),
    # the answers
    "Ngày {day}": "On {day}",
    "Chưa xác định": "Not known",
    "Không còn cơ quan nào": "Nobody any more",
    "từng cơ quan ({n})": "each of them ({n})",
    "tiếp nhận từ {n} cơ quan khi đó": "in place of the {n} of then",
    "{n} cơ quan khi đó, có nơi nay theo địa bàn mới": "the {n} of then, some of them in a new area now",
    "dữ liệu không có cơ quan này": "the rule data do not have this body",
    "không rõ gồm những cơ quan nào": "not known which bodies are meant",
    "gồm nhiều loại cơ quan, có cơ quan đã sắp xếp lại": "bodies of several kinds, some of them reorganised",
    "chưa rõ thuộc địa bàn nào": "its place is not known",
    "và {n} cơ quan khác": "and {n} others",
    "Chưa rõ giữa: {names} ({why})": "Undecided between: {names} ({why})",
    "Có thể là: {names} ({why})": "Perhaps: {names} ({why})",
    "Chưa xác định ({why})": "Not known ({why})",
    "mỗi nơi: {names} ({why})": "each place: {names} ({why})",
    "theo việc “{words}”": "by the words “{words}”",
    "{bases}, từ {day}": "{bases}, since {day}",
    # why it is not decided (`rulebook.succession`)
    "nội dung công việc thuộc chức năng đã chuyển cho nhiều cơ quan": (
        "the work belongs to functions that went to several bodies"
    ),
    "chức năng được chia cho nhiều cơ quan, nội dung công việc không nói rõ chức năng nào": (
        "the functions went to several bodies, and the words do not say which one it is"
    ),
    "quy định nêu nhiều cơ quan tiếp nhận, tùy từng nơi": "the rules name several bodies, places differ",
    "nhiều cơ quan tiếp nhận, chưa rõ theo chức năng nào": "several bodies took over, not clear by which function",
    "chưa xác định được: có nơi sắp xếp khác nhau, hoặc không có căn cứ để biết": (
        "not known: places differ, or there is no basis to tell"
    ),
    "kết thúc hoạt động, không có cơ quan tiếp nhận": "ended, and nobody took over",
    "mỗi xã, phường, đặc khu trên địa bàn cũ tiếp nhận phần của mình": (
        "each commune of the old area took over its part"
    ),
    "địa bàn được chia thành nhiều tỉnh": "the area was divided among several provinces",
}
