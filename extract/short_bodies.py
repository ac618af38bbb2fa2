"""Bodies by an abbreviation alone, where what follows shows that a body is meant.

    CA tỉnh, BCHQS huyện            of a level
    VP UBND, VP HĐND&UBND, TT HĐND  an office or standing committee, and whose it is
    BV ĐK tỉnh, TT VH-TT huyện      a kind, and its field
    PC07                            a unit of the police, by its number

Elsewhere `TT` is a circular or a township, `VP` and `CA` anything. `rulebook.naming` writes them out.
"""

from __future__ import annotations

_LEVEL_NEXT = r"(?= (?:tỉnh|thành phố|TP|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|các |cấp ))"
_AREA = r"(?:tỉnh|huyện|quận|xã|phường|thị trấn)"
_COUNCIL = r"HĐND(?: ?(?:&|và|-|,) ?UBND)?|UBND"
_STANDING = r"HĐND|UBMTTQ|UB MTTQ|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy"
SHORT_WHOLE = (
    rf"(?:(?:CA|BCHQS|BCH QS|CDC|TTPVHCC|TTHCC){_LEVEL_NEXT}|NHNN(?: [Cc]hi nhánh(?= ))?(?!\w)"
    r"|P[ACKVX](?:0[1-9]|1[0-2])(?!\w)"
    rf"|(?:công an|trạm [yY] tế|hội (?:phụ nữ|nông dân|cựu chiến binh|người cao tuổi)"
    rf"|đoàn thanh niên)(?= {_AREA}(?!\w))"
    r"|(?<=cầu )[Cc]ơ quan [Tt]hường trực(?= (?:Ban|BCĐ|Hội đồng|Ủy ban)(?!\w))"
    r"|(?<=ghị )[Cc]ơ quan [Tt]hường trực(?= (?:Ban|BCĐ|Hội đồng|Ủy ban)(?!\w))"
    r"|[Qq]uân sự(?= (?:xã|phường|thị trấn|huyện|tỉnh)(?! hội)(?!\w))"
    r"|(?:CAT|CATP|TCHQ|TCTK|TCMT|ĐTN|HLHPN|HPN|HND|HCCB)(?!\w)"
    rf"|VP\.? ?(?:{_COUNCIL}|Đoàn ĐBQH|ĐĐBQH)(?!\w)|TT\.? ?(?:{_STANDING})(?!\w))"
)
_FIELDS = r"(?:VH|YT|GDTX|GDNN|GDQP|DVNN|PVHCC|HCC|PTQĐ|Y tế|Văn hóa|Giáo dục|Dịch vụ|Phục vụ|Khuyến nông)"
SHORT_FIELDED = rf"(?:BV|TT(?= {_FIELDS}))"
_BEGINS = (
    "cơ công trạm hội đoàn quân ca bchqs bch cdc ttpvhcc tthcc nhnn cat catp tchq tctk tcmt đtn hlhpn hpn hnd hccb"
    " vp tt bv"
)
_POLICE = (f"p{letter}{number:02}" for letter in "ackvx" for number in range(1, 13))
SHORT_FIRST_WORDS = (*_BEGINS.split(), *_POLICE)  # with which those patterns begin, in small letters
