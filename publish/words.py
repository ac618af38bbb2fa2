"""The words that stand in published files: Vietnamese as the office writes them, and their English.

The Vietnamese phrase is its own key; what has braces is filled in by `str.format`.
"""

from __future__ import annotations

from typing import Literal

Lang = Literal["vi", "en"]

ENGLISH = {
    "Bảng phân công nhiệm vụ": "Task checklist",
    "TT": "No.",
    "Nội dung công việc": "Task",
    "Cơ quan chủ trì": "Lead agency",
    "Cơ quan phối hợp": "Supporting agencies",
    "Thời hạn": "Deadline",
    "Ngày đến hạn": "Due date",
    "Căn cứ": "Legal basis",
    "Mục, trang": "Section, page",
    "Cơ quan": "Agency",
    "Chưa xác định cơ quan chủ trì": "No lead agency named",
    "Không có nhiệm vụ nào.": "No tasks.",
    "tr. {page}": "p. {page}",
    "Theo {document}": "Under {document}",
    "Sản phẩm: {deliverable}": "Deliverable: {deliverable}",
    "Chủ trì: {agencies}": "Lead: {agencies}",
    "Phối hợp: {agencies}": "Support: {agencies}",
    "Thời hạn: {deadline}": "Deadline: {deadline}",
    "Căn cứ: {bases}": "Legal basis: {bases}",
    "Mục, trang: {place}": "Section, page: {place}",
    "số {number}": "no. {number}",
    "ngày {date}": "of {date}",
    "tháng {date}": "of {date}",
    "năm {date}": "of {date}",
    "của {issuer}": "issued by {issuer}",
    "kể từ {anchor}": "counted from {anchor}",
    "Trang": "Page",
    # pages with what was found on them
    "Nhiệm vụ": "Tasks",
    "Viện dẫn": "Citations",
    # why a file cannot be written
    "không biết định dạng này": "this format is not known",
    "đặt tên tệp có đuôi {formats}": "give the file a name that ends in {formats}",
    "không phải là tệp": "this is not a file",
    "chọn tên tệp khác": "choose another name",
    "không có thư mục này": "there is no such folder",
    "tạo thư mục trước hoặc chọn nơi khác": "make the folder first, or choose another place",
    "đây chính là văn bản nguồn": "this is the document itself",
    "chọn tên tệp khác để không ghi đè": "choose another name, so that it is not overwritten",
    "không ghi được ({cause})": "it cannot be written ({cause})",
    "chọn nơi khác mà bạn có quyền ghi": "choose a place where you may write",
    "không phải là thư mục": "this is not a folder",
    "chọn tên thư mục khác": "choose another name for the folder",
    # how long
    "{n} ngày": "{n} days",
    "{n} tuần": "{n} weeks",
    "{n} tháng": "{n} months",
    "{n} năm": "{n} years",
    # recurrence
    "hằng ngày": "every day",
    "hằng tuần": "every week",
    "hằng tháng": "every month",
    "hằng quý": "every quarter",
    "hằng năm": "every year",
    "{n} ngày một lần": "every {n} days",
    "{n} tuần một lần": "every {n} weeks",
    "{n} tháng một lần": "every {n} months",
    "{n} năm một lần": "every {n} years",
    "{day} {every}": "{day}, {every}",
    "ngày {day}": "day {day}",
    "ngày cuối tháng": "the last day of the month",
    "ngày {day}/{month}": "{day}/{month}",
    "tháng {month}": "month {month}",
    "thứ Hai": "Monday",
    "thứ Ba": "Tuesday",
    "thứ Tư": "Wednesday",
    "thứ Năm": "Thursday",
    "thứ Sáu": "Friday",
    "thứ Bảy": "Saturday",
    "Chủ nhật": "Sunday",
    # traces
    "căn cứ": "based on",
    "thực hiện": "carries out",
    "theo đề nghị tại": "on the proposal in",
    "sửa đổi": "amends",
    "bổ sung": "supplements",
    "thay thế": "replaces",
    "bãi bỏ": "repeals",
    "hướng dẫn": "guides",
    "kèm theo": "attached to",
    "dẫn chiếu": "mentions",
    "còn hiệu lực": "in force",
    "chưa có hiệu lực": "not yet in force",
    "đã được sửa đổi": "amended",
    "đã được bổ sung": "supplemented",
    "đã bị thay thế": "replaced",
    "đã bị bãi bỏ": "repealed",
    "đã hết hiệu lực": "expired",
    "chưa rõ hiệu lực": "validity unknown",
    "được sửa đổi": "amended",
    "được bổ sung": "supplemented",
    "bị thay thế": "replaced",
    "bị bãi bỏ": "repealed",
    "hết hiệu lực": "expired",
    "chưa chắc là văn bản này": "perhaps another one is meant",
    "cơ quan cấp dưới nói, không tính": "said by a lower body, not counted",
    "một văn bản khác kể lại, không tính": "told by another document, not counted",
    "không rõ từ ngày nào, không tính": "from an unknown day, not counted",
    "{state} trước {day}": "{state} before {day}",
    "{state} từ {day}": "{state} since {day}",
    "{state} (chứng cứ trái nhau)": "{state} (the evidence is contradictory)",
    "{state} (vào {day})": "{state} (on {day})",
    "ngày {day}: {state}": "on {day}: {state}",
    "{what} bởi {by}": "{what} by {by}",
    "Căn cứ của {names}": "What {names} rests on",
    "{n} văn bản.": "{n} documents.",
    "Quốc hội: luật, nghị quyết": "National Assembly: laws, resolutions",
    "Trung ương: nghị định, quyết định, thông tư": "Centre: decrees, decisions, circulars",
    "Chưa rõ cấp": "Level not clear",
    "Tỉnh, thành phố": "Province, city",
    "Huyện, quận": "District",
    "Xã, phường": "Commune, ward",
    "không có trong kho": "not in the corpus",
    "{n} nhiệm vụ viện dẫn": "{n} tasks cite it",
    "Mũi tên: từ văn bản viện dẫn đến văn bản được viện dẫn; nét đứt: chưa chắc, hoặc không có trong kho.": (
        "Arrows lead from the citing document to the cited one; dashes: not certain, or not in the corpus."
    ),
}


def say(phrase: str, lang: Lang = "vi", **values: object) -> str:
    """The phrase in the language asked for, its braces filled in.

    >>> say("tr. {page}", "en", page=3)
    'p. 3'
    """
    return (ENGLISH[phrase] if lang == "en" else phrase).format(**values)
