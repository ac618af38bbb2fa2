"""The English of what `nhiemvu gaps` and `nhiemvu conflicts` say; the Vietnamese phrase is its own key."""

from __future__ import annotations

ENGLISH = {
    # the help pages
    "Kế hoạch này còn thiếu việc nào cấp trên giao, việc nào sai cơ quan, muộn hạn?": (
        "What did the levels above ask for that this plan leaves out, gives to others or dates too late?"
    ),
    "So một kế hoạch với những văn bản cấp trên mà nó căn cứ hoặc thực hiện: nhiệm vụ đã có, không thấy, giao cho cơ"
    " quan khác, muộn hơn hạn trên; căn cứ đã hết hiệu lực, cơ quan không còn. Kế hoạch là một tệp (không cần có trong"
    " kho), hoặc số, ký hiệu của văn bản trong kho. --down: những cơ quan cấp dưới nào đã có văn bản thực hiện.": (
        "Compares a plan with the higher documents that it rests on or carries out: tasks taken up, not found, with"
        " another owner, later than asked for; bases that have ended, bodies that are no more. The plan is a file (it"
        " need not be in the corpus) or the symbol of a document in the corpus. --down: which bodies below have a"
        " document that carries it out."
    ),
    "KẾ-HOẠCH": "PLAN",
    "Tệp, hoặc số, ký hiệu của văn bản trong kho; dấu - là đầu vào chuẩn.": (
        "A file, or the symbol of a document in the corpus; - is standard input."
    ),
    "Ai ở cấp dưới đã có văn bản thực hiện.": "Who below has a document that carries it out.",
    "Xét vào ngày này; không có thì vào ngày của kế hoạch.": "Judged on this day; without it, on that of the plan.",
    "Văn bản cùng cấp có giao một việc cho hai cơ quan, hay hai hạn cho một báo cáo?": (
        "Do documents of one level give one task to two bodies, or one report two deadlines?"
    ),
    "Tìm chỗ trái nhau giữa các văn bản cùng cấp, cùng địa bàn, chưa hết hiệu lực: một việc có hai cơ quan chủ trì, một"
    " báo cáo hoặc sản phẩm có hai thời hạn. Có tên văn bản (tệp, hoặc số, ký hiệu trong kho) thì chỉ xét văn bản ấy;"
    " không có thì xét cả kho.": (
        "Finds where documents of one level and place that have not ended contradict each other: one task with two lead"
        " bodies, one report or product with two deadlines. With a document (a file, or a symbol in the corpus), that"
        " one alone; else the whole corpus."
    ),
    "[VĂN-BẢN]": "[DOCUMENT]",
    # the kinds of lines
    "{title} ({n})": "{title} ({n})",
    "Không thấy trong kế hoạch": "Not found in the plan",
    "Giao cho cơ quan khác": "With another owner",
    "Muộn hơn hoặc thưa hơn hạn cấp trên giao": "Later or less often than the level above asked for",
    "Có thể đã có, cần xem lại": "Perhaps there, to be looked at",
    "Không thấy, và chưa chắc là giao cho cơ quan này": "Not found, and not certain to be given to this body",
    "Không thấy, nhưng hạn đã qua trước ngày của kế hoạch": "Not found, but its day was over before the plan",
    "Đã có trong kế hoạch": "Taken up in the plan",
    "không thấy": "not found",
    "cơ quan khác": "other owner",
    "muộn hạn": "later",
    "có thể": "perhaps",
    "chưa chắc": "unclear",
    "hạn đã qua": "past",
    "đã có": "taken up",
    # why two tasks are one
    "nguyên văn như nhau": "the same words",
    "cùng có: {what}": "both have: {what}",
    "cùng việc: {what}": "same action: {what}",
    "cùng sản phẩm: {what}": "same product: {what}",
    "cùng hạn": "same deadline",
    "cùng số liệu: {what}": "same figures: {what}",
    "cùng chủ trì": "same lead",
    "có người nói": "somebody said so",
    "theo {one}, ngày {other}": "as {one} said on {other}",
    "điểm {score}: {why}": "score {score}: {why}",
    # what is to be said of a line
    "trách nhiệm chung, thực hiện bằng chính văn bản này": "a general duty, done by this document itself",
    "chính văn bản này": "this document itself",
    "ban hành ngày {other}, sau hạn {one}; có thể trước đó đã có văn bản khác": (
        "issued on {other}, after {one}; there may have been an earlier document"
    ),
    "cấp trên giao {one}": "given to {one} above",
    "hạn trên {one}, trong kế hoạch {other}": "{one} above, {other} in the plan",
    "cấp trên yêu cầu {one}, kế hoạch ghi {other}": "{one} above, {other} in the plan",
    "hạn trên đã qua trước ngày của kế hoạch": "the day above was over before the plan",
    "kế hoạch không ghi hạn": "no deadline in the plan",
    "kế hoạch không ghi cơ quan chủ trì": "no lead body in the plan",
    "tỷ lệ khác nhau: trên {one}, trong kế hoạch {other}": "different shares: {one} above, {other} in the plan",
    "đối tượng khác nhau: {one} và {other}": "different subjects: {one} and {other}",
    "nơi nhận khác nhau: {one} và {other}": "different recipients: {one} and {other}",
    "chưa chắc việc giao “{one}” là của cơ quan này": '"{one}" may not mean this body',
    "nội dung công việc ghi ở mục khác": "what is to be done stands in another section",
    "cũng ghi ở {one}": "also in {one}",
    "hạn {due}": "due {due}",
    # what could not be compared
    "{name}: {n} nhiệm vụ chưa rõ giao cho cơ quan nào, không xét là thiếu hay đã có.": (
        "{name}: of {n} tasks it is not clear who they are given to; they are not counted as missing or taken up."
    ),
    "Không so được với {name}: {why}.": "Not compared with {name}: {why}.",
    "không có trong kho": "not in the corpus",
    "không tìm thấy nhiệm vụ nào trong đó": "no tasks were found in it",
    "chưa rõ bên nào là cấp trên": "it is not clear which of the two stands above",
    "Văn bản không ghi ngày ban hành: xét vào ngày {day}.": "The document has no date: judged on {day}.",
    "Kho không có văn bản cấp trên nào để so với văn bản này.": (
        "The corpus has no higher document to compare this one with."
    ),
    "Xét vào ngày {day}: {counts}.": "Judged on {day}: {counts}.",
    "không có nhiệm vụ nào để so": "there are no tasks to compare",
    # tables
    "Văn bản cấp trên": "Higher document",
    "Số nhiệm vụ": "Tasks",
    "Kết quả": "Result",
    "Cấp trên giao": "Asked for above",
    "Văn bản, mục, hạn": "Document, section, due",
    "Trong kế hoạch": "In the plan",
    "Mục, chủ trì, hạn": "Section, lead, due",
    "Căn cứ đã hết hiệu lực": "Bases that have ended",
    "Hiệu lực": "Validity",
    "Chứng cứ": "Evidence",
    "(có thể kế hoạch muốn dẫn văn bản sau đó)": "(the plan may mean the one that came after)",
    "Cơ quan không còn vào ngày xét": "Bodies that did not exist on the day judged for",
    "Cơ quan đến nay không còn": "Bodies that do not exist any more",
    "Cơ quan": "Body",
    "Nhiệm vụ trong kế hoạch": "Task in the plan",
    "Nay do": "Now with",
    "Vì sao": "Why",
    "chưa rõ": "not known",
    "và {n} cơ quan khác": "and {n} other bodies",
    # the levels below
    "{name}: {n} cơ quan (ngày {day}), kho có văn bản của {have}": (
        "{name}: {n} bodies (on {day}), of which the corpus has documents of {have}"
    ),
    "Văn bản thực hiện trong kho": "Documents in the corpus that carry it out",
    "Lời dẫn": "Words",
    "{relation}: “{quote}”": '{relation}: "{quote}"',
    "Cơ quan khác có văn bản thực hiện trong kho": "Others with documents that carry it out",
    "Kho không có văn bản cấp dưới nào thực hiện văn bản này; chưa rõ văn bản giao việc cho những ai.": (
        "The corpus has no lower document that carries it out, and it is not known whom it gives tasks to."
    ),
    "“Không có trong kho” không có nghĩa là cơ quan ấy chưa ban hành.": (
        "That it is not in the corpus does not mean that there is none."
    ),
    # conflicts
    "Một việc, hai cơ quan chủ trì": "One task, two leads",
    "Một báo cáo, sản phẩm, hai thời hạn": "One report or product, two deadlines",
    "Văn bản, mục ghi": "Document, section: says",
    "Nhiệm vụ kia": "The other task",
    "Vì sao là một việc": "Why they are one",
    "Không thấy chỗ nào trái nhau giữa các văn bản cùng cấp.": "No contradiction between documents of one level found.",
}
