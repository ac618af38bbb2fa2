"""Nouns that stand for a group without `các`, as lists of helpers have them.

phối hợp với | cơ quan chức năng |, | người dân
"""

from __future__ import annotations

import re

# Behind `và`, `cùng`, `với` in a list.
BARE_NOUN = re.compile(
    r"(?:địa phương|đơn vị|cơ quan|đoàn thể|doanh nghiệp|chính quyền"
    r"|[Nn]hân dân|bà con nhân dân|cá nhân|thành viên|người dân"
    r"|hộ dân"
    r"|người lao động|(?:học sinh|sinh viên|học viên)(?= (?:trong )?toàn )"
    r"|hộ gia đình|chủ (?:rừng|hộ|đầu tư|cơ sở|dự án|doanh nghiệp)"
    r"|công an(?= (?:địa phương|xã|phường|huyện|các cấp))|cộng đồng (?:doanh nghiệp|dân cư)"
    r"|tổ chức (?:chính trị|đoàn thể|có liên quan|liên quan)|hệ thống truyền thanh)(?!\w)"
)
_STAFF = (
    r"(?:cán bộ|đảng viên|công chức|viên chức|giáo viên|giảng viên|nhân viên|học sinh|sinh viên|đoàn viên"
    r"|hội viên)"
)
# Behind a comma.
BARE_RELATED = re.compile(
    rf"{_STAFF}(?:, {_STAFF})+(?!\w)|"
    r"(?:địa phương|đơn vị|cơ quan|đoàn thể|tổ chức|ngành|ban, ngành)(?:, (?:đơn vị|địa phương|tổ chức))*"
    r"(?= (?:có )?liên quan| khác)"
    r"|hệ thống truyền thanh(?!\w)"  # elsewhere a channel: `tuyên truyền trên hệ thống truyền thanh`
    r"|tổ chức(?= (?:[Cc]ông đoàn|[Đđ]oàn(?! kết)|[Đđ]ảng)(?!\w))"
    r"|cộng đồng (?:doanh nghiệp|dân cư)(?!\w)|tổ chức tín dụng(?!\w)|TDP(?!\w)"
    r"|chủ (?:các )?(?:rừng|hồ(?! sơ)|đập|nhà máy|phương tiện|tàu|đầu tư|cơ sở|dự án|doanh nghiệp)(?!\w)"
    r"(?: (?:chứa|cá|nước|thủy điện|thuỷ điện|thủy lợi|thuỷ lợi))*"
)


# A group without `các`, told by what narrows it: `ngành chức năng liên quan`, `cơ quan, đơn vị hữu quan`.
BARE_GROUP = re.compile(
    r"(?:cơ quan|đơn vị|ngành|ban, ngành|phòng, ban|địa phương|đoàn thể|tổ chức|bộ phận)"
    r"(?:, (?:đơn vị|địa phương|ngành|tổ chức|đoàn thể))*"
    r"(?= (?:chức năng|chuyên môn|có thẩm quyền|có liên quan|liên quan|hữu quan|cấp trên|khác)(?!\w))"
    r"|gia đình(?=(?:,| và) nhà trường)|(?:tổ dân phố|TDP)(?! \d)(?!\w)"
    r"|địa phương(?!\w| hóa| hoá)"
)
