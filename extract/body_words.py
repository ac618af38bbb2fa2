"""The patterns that names of bodies (cơ quan, tổ chức) are made of, from the words of the rulebook.

Heads come in five kinds: a name that is whole by itself (`UBND`), one that takes a field of work with capitals
(`Sở`), one that takes any complement (`Ban Chỉ đạo`), a person who answers for a body (`Giám đốc`), a group (`các sở,
ngành`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.letters import LOWER as LOWER
from extract.letters import UPPER as UPPER
from extract.plain_bodies import FIRST_WORDS, FORCES, OF_ITSELF, UNQUALIFIED, VILLAGES
from extract.short_bodies import SHORT_FIELDED, SHORT_FIRST_WORDS, SHORT_WHOLE
from rulebook.cues import any_of, first_words, one_of_words

# `xã hội`, `báo cáo`, `cấp nước` begin like group nouns and are none.
_NO_NOUN = (
    r"(?!bộ môn|xã hội|báo chí|báo cáo|cơ sở (?:để|hạ tầng|vật chất|dữ liệu|pháp lý)"
    r"|cấp (?:nước|điện|cứu|phát|phép|giấy|thẻ)"
    r"|lớp (?:tập huấn|đào tạo|bồi dưỡng|học|dạy|nghề|huấn luyện|truyền nghề))"
)
NOUN = _NO_NOUN + any_of("group_noun")
_QUANTIFIER = (
    r"(?:(?:[Tt]ất cả )?(?:[Cc]ác|[Mm]ột số|[Nn]hững|[Tt]ừng|[Mm]ọi|[Tt]oàn thể|[Mm]ỗi|[Hh]ai(?= Ban của ))"
    r"|[Tt]ất cả)"
)
_PAIRED = (
    r"(?:[Ss]ở,? (?:[Bb]an|ngành)|[Bb]ộ,? ngành|[Bb]ộ, (?=cơ quan ngang bộ)cơ quan|[Pp]hòng,? ban)(?!\w)"
)
# `hai Ban của Hội đồng nhân dân`: an assembly counts its own.
_COUNTED = r"(?:[Hh]ai|[Bb]a|0[23]) Ban(?= (?:của )?(?:HĐND|Hội đồng nhân dân))"
GROUP = rf"(?:{_QUANTIFIER} (?i:{NOUN})|{_PAIRED}|{_COUNTED})"
_LEVEL_AS_BODY = (
    r"(?:(?:Cấp|cấp) (?:tỉnh|huyện|xã(?! hội)|cơ sở|trung ương|thành phố|quận|phường)|Địa phương"
    r"|(?:Tỉnh|Thành phố|Huyện)(?= (?:căn cứ|chủ động|tiếp tục|có trách nhiệm|cần|phải|rà soát|chỉ đạo|khẩn trương))"
    r"|(?:Cán bộ|Đảng viên|Công chức|Đoàn viên|Viên chức|Giáo viên|Giảng viên|Học sinh|Sinh viên"
    r"|(?:(?<=ghị )|(?<=cầu )|(?<=với ))(?:cán bộ|công chức|viên chức|giảng viên|giáo viên))"
    r"(?:(?:,(?: và)?| ?[-–]) ?(?:nữ )?(?:đảng viên|công chức|viên chức|người lao động|chiến sĩ|hội viên"
    r"|giáo viên|giảng viên"
    r"|nhân viên|học sinh|sinh viên|học viên|đoàn viên))+)"
    r"(?!\w)"
)
# Who answers for a building, and the staff of a school or commune, by what they are there for (the posts of a commune:
# Nghị định 33/2023/NĐ-CP, Điều 5, and those who are no civil servants).
_OWNER = r"[Cc]hủ (?:đầu tư|dự án)(?: (?:các )?(?:dự án|công trình|gói thầu))?"
_STAFF = (
    r"(?:[Gg]iáo viên (?:chủ nhiệm|bộ môn|phụ trách)|[Nn]hân viên (?:y tế|thư viện|kế toán|văn thư|thiết bị)"
    r"|[Cc]án bộ (?:y tế|thư viện)|[Cc]ố vấn học tập|(?:[Cc]án bộ|[Cc]ông chức) (?i:thú y|khuyến nông|dân số"
    r"|bảo vệ thực vật|tư pháp(?: ?[-–] ?hộ tịch)?|văn phòng ?[-–] ?thống kê|tài chính ?[-–] ?kế toán"
    r"|văn hóa ?[-–] ?xã hội"
    r"|địa chính(?: ?[-–] ?(?:nông nghiệp|xây dựng)(?: ?[-–,] ?đô thị)?(?: và môi trường)?)?"
    r"|lao động ?[-–] ?thương binh và xã hội))"
)
# Who answers for a village, addressed as persons are (`các ông xóm trưởng`, `đồng chí Trưởng thôn`).
_ADDRESSED = r"(?:[Cc]ác )?(?:(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c)(?:, bà| \(bà\)|/bà)? )?"
_HEAD_OF_VILLAGE = (
    rf"{_ADDRESSED}(?:[Tt]rưởng, phó (?:các )?(?:thôn|xóm|khóm|ấp|bản|buôn|khu phố|tổ dân phố)"
    r"|(?:[Pp]hó )?[Tt]rưởng ban công tác [Mm]ặt trận(?! Tổ quốc)|"
    r"(?:[Tt]rưởng (?:thôn|xóm|khóm|ấp|bản|buôn|làng|khu phố|khu dân cư|tổ dân phố)|(?:[Tt]hôn|[Xx]óm|[Ấấ]p) trưởng"
    rf"|[Tt]ổ trưởng (?:tổ )?dân phố)(?: các (?:thôn|xóm|ấp|bản|buôn|làng|khu phố|tổ dân phố)(?!\w))?"
    rf"(?! (?:[{UPPER}]|các |của |kiêm )))"
)
# The branch of a union or association in a village, a school, an office (`Chi hội phụ nữ các thôn`).
_BRANCH = (
    r"(?:[Cc]ác )?[Cc]hi (?:hội|đoàn)(?!\w)(?: (?:[Pp]hụ nữ|[Nn]ông dân|[Cc]ựu chiến binh|[Nn]gười cao tuổi"
    r"|[Tt]hanh niên|[Kk]huyến học|[Cc]hữ thập đỏ)(?!\w))?"
)
WHOLE = (
    rf"(?:{_BRANCH}|{SHORT_WHOLE}|{any_of('body_whole', ignore_case=True)}|{any_of('body_lower')}"
    rf"|(?:Chính quyền|Cấp ủy|{_OWNER}|{_STAFF}|{_HEAD_OF_VILLAGE})(?!\w)|{UNQUALIFIED}|{VILLAGES}|{FORCES}"
    r"|(?:Văn thư|Thủ quỹ|Kế toán|Bảo vệ|Y tế học đường)(?=: )|(?<!\w )Tổ dân phố(?=$|[.:;])"
    r"|Tư vấn giám sát(?= (?:thường xuyên|phải|có trách nhiệm|chịu|khẩn trương|chủ động|phối hợp|tổ chức|bố trí"
    r"|kiểm tra))"
    rf"|(?:VNPT|Viettel|Mobi[Ff]one|EVN|TKV|PVN|Agribank|Vietcombank|Viet[Ii]n[Bb]ank|BIDV)(?=[,;.)]| [{LOWER}]|$)"
    r"|Mặt trận(?=(?:, | và |, và )(?:các )?(?:tổ chức |ban, ngành, )?đoàn thể))"
)
# `Đoàn kiểm tra, đánh giá | thông qua ...`: a delegation for two purposes, where its duty follows.
_FOR_TWO = (
    r"Đoàn (?:kiểm tra|thanh tra|giám sát|đánh giá), (?:đánh giá|giám sát|kiểm tra|khảo sát|thẩm định)"
    r"(?= (?:thông qua|tiến hành|làm việc|họp|lập|tổ chức|báo cáo|chủ trì|có trách nhiệm|gồm|do)(?!\w)|:|$)"
)
OPEN = rf"(?:{_FOR_TWO}|{any_of('body_open', ignore_case=True)}|bộ phận(?= [{UPPER}]))"
FIELDED = rf"(?:{any_of('body_fielded')}|{SHORT_FIELDED})"
ROLE = any_of("body_role", ignore_case=True)
_LEVEL_NEXT = r" (?:tỉnh|huyện|xã|thành phố|quận|khu vực|thị xã|phường)(?! hội)"


# With which words the patterns above begin that are no phrases of the rulebook.
_BEGINS = (
    "các những từng mọi một hai ba 02 03 mỗi cố toàn tất sở bộ phòng ban cấp địa tỉnh thành huyện cán đảng công "
    "đoàn viên giáo giảng học sinh chính chi tư chủ nhân ông bà đồng đ trưởng thôn xóm ấp tổ mặt TKV PVN"
)


def _first_word() -> str:
    """The first word of every head: most words of a text are none, and are passed over fast."""
    begins = {form for word in (*_BEGINS.split(), *FIRST_WORDS) for form in (word, word.capitalize())}
    begins.update(word.upper() for word in SHORT_FIRST_WORDS)
    phrases = first_words("body_whole", "body_lower", "body_open", "body_fielded", "body_role")
    return one_of_words(begins | phrases, ignore_case=True)


@lru_cache(maxsize=1)
def head() -> re.Pattern[str]:
    """The head words of names, by kind: groups `role`, `group`, `levels`, `whole`, `open`, `fielded`, `field`."""
    field = field_of_work().pattern
    return re.compile(
        rf"(?<![\w/-])(?={_first_word()})(?:(?P<whole>{WHOLE})(?! viên(?!\w))"
        rf"|(?P<role>(?![Ll]ãnh đạo(?:,| và) chỉ đạo)(?:[Cc]ác )?{ROLE}|Thanh tra(?= các (?i:bộ|sở)(?!\w)))"
        rf"(?= [{UPPER}]| các| (?:\d{{1,3}} )?(?i:{NOUN})|,|:|;|\.|$"
        r"| cấp (?:tỉnh|huyện|xã|ủy|cơ sở|trung ương|thành phố|quận|phường|phòng|vụ|sở|trên|dưới)"
        r"| (?:phụ trách|trực tiếp|chủ trì|chịu trách nhiệm)(?!\w))"
        rf"|(?P<group>{GROUP})|(?P<levels>{_LEVEL_AS_BODY}|{OF_ITSELF})|(?P<open>{OPEN})"
        rf"|(?P<fielded>{FIELDED})(?= [{UPPER}]|{_LEVEL_NEXT})"
        rf"|(?P<field>(?:[Ss]ở|[Pp]hòng|Bộ|Ban)(?= {field})|(?:Sở|Bộ)(?= {_small_field()})))"
    )


def _small_field() -> str:
    """`Sở thông tin và Truyền thông`: the fields of departments and ministries, also in small letters; `Sở xây dựng kế
    hoạch` tells what the department does."""
    from rulebook.tables import government_fields

    rows = (row.name for row in government_fields() if {"Sở", "Bộ"} & set(row.heads))
    names = "|".join(map(_spelled, sorted(rows, key=lambda name: (-len(name), name))))
    return rf"(?!xây dựng (?:kế|báo|dự|đề|phương|chương|quy|văn|và|các|cơ))(?i:{names})(?!\w)"


# Fields of which only the second part is shortened.
_SHORTENED = (
    r"Nông nghiệp (?:và|&) PTNT",
    r"Giáo dục (?:và|&) ĐT",
    r"Kế hoạch (?:và|&) ĐT",
    r"Tài nguyên (?:và|&) MT",
    r"Nông nghiệp (?:và|&) MT",
    r"Khoa học (?:và|&) CN",
    r"Thông tin (?:và|&) TT",
    r"Tài chính ?[-–] ?KH",
    r"Kinh tế ?[-–] ?HT",
)


@lru_cache(maxsize=1)
def field_of_work() -> re.Pattern[str]:
    """Fields of work that the rulebook knows (`Lao động - Thương binh và Xã hội`), however their parts are joined."""
    from rulebook.tables import government_fields

    names = sorted({row.name for row in government_fields()}, key=lambda name: (-len(name), name))
    return re.compile(f"(?:{'|'.join([*_SHORTENED, *map(_spelled, names)])})(?!\\w)", re.IGNORECASE)


def _spelled(name: str) -> str:
    """A field as it may be written: dash, `&` and `và` stand for one another, a comma only where the name has one."""
    parts = re.split(r"\s*([-,&])\s*|\s+(và)\s+", name)
    joint = {",": rf"(?:\s*[-–,&]\s*|\s+và\s+|(?-i:\s+(?=[{UPPER}])))"}
    pieces = []
    for place, part in enumerate(parts):
        if part is None:
            continue
        separator = place % 3 != 0
        pieces.append(
            joint.get(part, rf"(?:\s*[-–&]\s*|\s+và\s+|(?-i:\s+(?=[{UPPER}])))")
            if separator
            else re.escape(part).replace(r"\ ", r"\s+")
        )
    return "".join(pieces)


@lru_cache(maxsize=1)
def province_name() -> re.Pattern[str]:
    """The names of provinces, old and new, where no further capital follows."""
    from rulebook.tables import provinces

    names = sorted(
        {name for row in provinces() for name in (row.name, *row.variants)}, key=lambda n: (-len(n), n)
    )
    return re.compile(rf"(?:- )?(?:{'|'.join(map(re.escape, names))})(?!\w| [{UPPER}])")


@lru_cache(maxsize=1)
def verb() -> re.Pattern[str]:
    """The verbs of duties, and the words that may stand before them."""
    return re.compile(rf"(?!{any_of('no_verb')}){any_of('action', 'modal')}")


# The name of a person: a family name, then up to four given ones.
PERSON = rf"{any_of('family_name')}(?: [{UPPER}][{LOWER}']+){{1,4}}"
_SYLLABLE = rf"[{UPPER}][{LOWER}']+"
_PLACE = rf"(?:(?:Huế|Vinh)(?!\w)|{_SYLLABLE}(?:(?:[ -]{_SYLLABLE}){{1,3}}|(?! [{LOWER}]))|\d{{1,2}}(?!\d))"
# No place begins with the head word of a body: the next name of a list stands right behind.
# `Hội Nông dân` is a body, `xã Hội Hoan` a place.
_ASSOCIATED = (
    rf"(?:Hội(?! [{UPPER}])|Hội (?:Nông|Phụ|Cựu|Liên|Chữ|Khuyến|Luật|Nhà|Người|Doanh|Đông|Bảo|Văn|Nạn|Sinh|Thanh"
    r"|Điều|Kiến|Làm|Nghề|Đồng|đồng|[A-ZĐ]{2,}))"
)
_NO_BODY = (
    rf"(?!(?:Bộ|Sở|Ban|Công an|Ủy ban|UBND|Phòng|{_ASSOCIATED}|Chi cục|Cục|Trung tâm|Văn phòng|Báo|Đài|Viện|Tòa án"
    r"|Tỉnh|Liên đoàn|Trường|Bệnh viện)(?!\w))"
)
_VILLAGE = "[Tt]hôn|[Xx]óm|[Kk]hóm|ấp|bản|buôn|làng|khu phố|tổ dân phố"
_UNIT = (
    r"(?:(?:[Tt]ỉnh|[Hh]uyện|[Qq]uận|Thủ đô|[Tt]hị xã|[Tt]hị(?=(?:,| và) thành phố)|[Tt]hành phố)"
    r"(?! [đĐ]oàn| [ủỦ]y(?! quyền| thác| nhiệm))|(?<=uyện, )(?:thành, thị|thị, thành|thành|thị)(?= |,|$|\.)"
    rf"|TP\.?|ĐK|xã(?! hội)|phường|thị trấn|đặc khu|(?<=\d )(?:Xã|Phường|Thị trấn|{_VILLAGE})"
    rf"|(?:thôn|ấp|buôn|bản|tổ dân phố|khu phố)(?= [{UPPER}\d])"
    r"|(?<=các )(?:[Tt]hôn|[Xx]óm|[Kk]hóm|[Ấấ]p|[Bb]uôn|[Bb]ản|[Ll]àng|[Tt]ổ [Dd]ân phố|[Kk]hu phố|[Kk]hu dân cư)"
    r"|(?:(?<=[Tt]hôn, )|(?<=ấp, )|(?<=bản, )|(?<=phố, ))(?:bản|buôn|làng|[Tt]ổ dân phố|khu phố|khu dân cư))"
)
BELONGING = r"(?:thuộc(?:,| và) trực thuộc|trực thuộc(?:,| và) thuộc|thuộc|trực thuộc)"
_LIE = "(?:có rừng|ven biển|miền núi|đồng bằng|trung du|vùng cao|biên giới|hải đảo|bãi ngang)"  # where districts lie
# With which words a level begins; what stands behind a name most often is none.
_LEVEL_BEGINS = (
    "thuộc của tại ở từ trên toàn trong các tỉnh huyện quận thị thành TP TU HU ĐK xã phường đặc thôn xóm khóm ấp"
    " buôn bản tổ khu làng số tuyến địa trung cơ Việt tối chi cấp trực Thủ Tỉnh Huyện Quận Thị Thành Thôn Ấp"
    " Buôn Bản Làng Tổ Khu Trung Xã Phường khối lớp Bộ Sở trường Trường cùng đồng Học học"
    " Nhà nhà Bệnh bệnh Công công Ngành ngành liên"
)
LEVEL = re.compile(
    rf"(?=\d|{one_of_words(set(_LEVEL_BEGINS.split()))})"
    r"(?:(?:thuộc |của |tại |ở |trên địa bàn |trên toàn |toàn |trong )?"
    rf"(?:các |\d{{1,3}} (?=(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Qq]uận|{_VILLAGE})(?!\w)))?"
    rf"{_UNIT}(?:(?:(?:,| và|,? hoặc) (?:ở )?|/| ?[-–] ?){_UNIT})*"
    r"(?: trực thuộc (?:[Tt]rung ương|TW|tỉnh)(?!\w))?"
    rf"(?: (?:{_LIE}(?:(?:,| và|, và) {_LIE})*|có liên quan|liên quan|khác|còn lại|trong vùng|điểm))?"
    rf"(?: {_NO_BODY}{_PLACE}(?![{LOWER}]))?"
    rf"|liên (?:huyện|xã|phường|tỉnh|quận)(?: {_NO_BODY}{_SYLLABLE}(?: ?[-–]? ?{_SYLLABLE}){{1,7}})?(?![{LOWER}])"
    r"|số \d{1,2}[A-Z]?(?![\d/-]|[.,]\d)"
    r"|từ (?:[Tt]rung ương|tỉnh|thành phố|huyện) (?:đến|tới|xuống) (?:cơ sở|huyện|xã|phường|thôn|địa phương)"
    r"|tuyến (?:tỉnh|huyện|xã|[Tt]rung ương|cơ sở|trên|dưới)"
    r"|(?:các )?địa phương(?!\w)|các cấp|(?:cùng|đồng) cấp(?! (?:phát|giấy|phép|kinh phí|vốn))"
    r"|(?:thuộc |của )?(?:[Tt]rung ương|cơ sở(?! vật chất| hạ tầng| dữ liệu)"
    rf"(?: \d{{1,2}}(?!\d)| {_NO_BODY}{_SYLLABLE}(?: {_SYLLABLE}){{1,2}}(?![{LOWER}]))?|Việt Nam|tối cao)"
    r"|(?:khối|lớp) \d{1,2}(?![\d/])"
    rf"|(?:(?<=Chí Minh )|(?<=Công đoàn ))(?:Bộ|Sở)(?= [{LOWER}]|[,.;:)]|$)"
    rf"|trong ngành|toàn ngành|(?<=oàn )[Tt]rường(?! học| [{UPPER}])"
    rf"|(?:chi nhánh )?[Kk]hu vực(?: (?:[IVX]+(?!\w)|\d{{1,2}}(?!\d)|(?:miền )?{_SYLLABLE}(?: {_SYLLABLE}){{0,3}}))?"
    r"|(?:cấp )(?:tỉnh|huyện|xã|cơ sở|trung ương)(?:(?:,| và|,) cấp (?:tỉnh|huyện|xã|cơ sở))*"
    rf"|(?:{BELONGING}|của|trong) (?:[Bb]ộ|[Ss]ở|ngành|Đảng|[Tt]rường|[Bb]ệnh viện|[Nn]hà trường|[Hh]ọc viện"
    rf"|[Vv]iện|[Tt]rung tâm|[Cc]ông ty|[Cc]ục|[Tt]ập đoàn)(?! [{UPPER}])"
    rf"|(?:(?<=viên )|(?<=oàn )|(?<=niên ))"
    rf"(?:[Hh]ọc viện|[Nn]hà trường|[Bb]ệnh viện|[Tt]rung tâm|[Cc]ông ty|cơ quan)(?! [{UPPER}])"
    r"|(?<=Công đoàn )[Nn]gành(?: (?:Xây dựng|Giáo dục|Y tế|Nông nghiệp(?: và \w+(?: \w+){0,2})?|Công [Tt]hương"
    r"|Giao thông(?: vận tải)?|Ngân hàng|Dầu khí|Điện lực|Thuế|Hải quan|Tài chính)(?!\w))?"
    r"|(?:[Tt]ỉnh|[Tt]hành|[Hh]uyện|[Tt]hị|[Qq]uận) ủy(?! quyền| thác| nhiệm)|[TH]U"
    r"|(?<=hi bộ )(?:thôn|xóm|khóm|ấp|bản|buôn|khối|khu phố|khu dân cư|tổ dân phố|nhà trường|trường|cơ quan))(?!\w)"
)
# More places of one level: `các xã Đồng Đăng, Cao Lộc`, `phường Kỳ Lừa, xã Cao Lộc`, `các xã: Đồng Đăng, Cao Lộc`.
ENDS_IN_PLACE = re.compile(rf"(?:^|.* ){_PLACE}\Z", re.DOTALL)
MORE_PLACES = re.compile(
    rf"(?:,| và|, và) (?P<unit>(?:các )?{_UNIT} )?(?P<place>{_NO_BODY}{_PLACE})(?![{LOWER}])"
)
FIRST_PLACE = re.compile(rf": {_NO_BODY}{_PLACE}(?=,| và )")
MODIFIER = re.compile(any_of("group_modifier"))
PERIOD = re.compile(r",? ?(?:giai đoạn|nhiệm kỳ) \d{4} ?- ?\d{4}| khóa [IVXLC]+(?!\w)")
STOP = re.compile(any_of("name_stop"))
NAME_END = re.compile(any_of("name_end"))
# `tổ chức` is a noun before these words, a verb elsewhere.
ORGANISING = re.compile(
    r"tổ chức(?!\s*(?:,|;|và |tổ chức |tiếp tục |tăng cường |chủ động |căn cứ |phải |cần |chịu "
    r"|hội(?! nghị| thi| thảo| thao| diễn| chợ| trại| họp| đàm)|có |[đĐ]ảng|cơ sở|chính trị"
    r"|đoàn thể|xã hội|tôn giáo|quốc tế|kinh tế|liên quan|khác|tín dụng|$|\.|:|\())",
    re.IGNORECASE,
)
