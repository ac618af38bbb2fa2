"""HTML pages of the samples: one as a legal portal prints a document (site around it, letterhead in a table, hard
line breaks as a word processor saves them), one as a plain page of a provincial site."""

from __future__ import annotations

import textwrap
from html import escape

from corpus.samples.markup import MARK, Addressees, Closing, Letterhead, Paragraph, Sample, Table

WRAP = 78

PORTAL = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>.menu li {{ display: inline; }} .noidung {{ width: 70%; }}</style>
<script>var trang = {{ "muc": "van-ban", "so": 1 }};</script>
</head>
<body>
<!-- VĂN BẢN MẪU: không có giá trị pháp lý -->
<header><a href="/">Thư viện văn bản mẫu</a>
<form action="/tim-kiem"><input name="q" placeholder="Nhập số hiệu, trích yếu văn bản">
<button>Tìm kiếm</button></form></header>
<nav class="menu"><ul>
<li><a href="/">Trang chủ</a></li>
<li><a href="/van-ban">Văn bản pháp luật</a></li>
<li><a href="/cong-van">Công văn</a></li>
<li><a href="/dang-nhap">Đăng nhập</a></li>
</ul></nav>
<nav class="duong-dan"><a href="/">Trang chủ</a> &raquo; <a href="/van-ban">Văn bản pháp luật</a>
&raquo; Trật tự an toàn xã hội</nav>
<aside class="thuoc-tinh">
<h3>Thuộc tính văn bản</h3>
<ul><li>Tình trạng: Còn hiệu lực</li><li>Lĩnh vực: Phòng cháy, chữa cháy</li></ul>
<p><a href="#">Tải về</a> | <a href="#">Lưu văn bản</a> | <a href="#">Báo lỗi</a></p>
</aside>
<main>
<div class="noidung">
{body}
</div>
</main>
<aside class="lien-quan">
<h3>Văn bản liên quan</h3>
<ul>
<li><a href="#">Hướng dẫn tra cứu văn bản theo số hiệu</a></li>
<li><a href="#">Văn bản được xem nhiều trong tuần</a></li>
</ul>
</aside>
<footer><p>&copy; Thư viện văn bản mẫu. Ghi rõ nguồn khi trích dẫn thông tin từ trang này.</p></footer>
</body>
</html>
"""

PLAIN = """<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>{title}</title>
</head>
<body>
<!-- VĂN BẢN MẪU: không có giá trị pháp lý -->
{body}
</body>
</html>
"""


def write_html(sample: Sample) -> bytes:
    """The bytes of an HTML page in UTF-8."""
    page = PORTAL if sample.form == "html-portal" else PLAIN
    parts: list[str] = []
    for block in sample.blocks:
        match block:
            case Paragraph():
                parts.append(_paragraph(block))
            case Letterhead():
                parts.append(_letterhead(block))
            case Closing():
                parts.append(_closing(block))
            case Table():
                parts.append(_table(block))
            case Addressees():
                parts.append("<p>" + "<br>\n".join(map(escape, block.lines)) + "</p>")
    parts += [_note(number, text) for number, text in sample.footnotes.items()]
    return page.format(title=escape(sample.property), body="\n".join(parts)).encode()


def _wrapped(text: str) -> str:
    lines = textwrap.fill(escape(text, quote=False), WRAP, break_long_words=False, break_on_hyphens=False)
    return MARK.sub(r'<a href="#_ftn\1" name="_ftnref\1"><sup>[\1]</sup></a>', lines)


def _note(number: str, text: str) -> str:
    """A footnote as word processors save it: behind the text, tied to its mark by anchors."""
    mark = f'<a href="#_ftnref{number}" name="_ftn{number}"><sup>[{number}]</sup></a>'
    return f'<div id="ftn{number}">\n<p>{mark} {_wrapped(text)}</p>\n</div>'


def _paragraph(paragraph: Paragraph) -> str:
    opening, closing = {
        "title": ('<p align="center"><b>', "</b></p>"),
        "note": ('<p align="center"><i>', "</i></p>"),
        "basis": ("<p><i>", "</i></p>"),
        "heading": ("<p><b>", "</b></p>"),
        "body": ("<p>", "</p>"),
    }[paragraph.kind]
    article, dot, rest = paragraph.text.partition(". ")
    if paragraph.kind == "body" and dot and article.startswith("Điều ") and len(article) < 8:
        return _wrapped_markup(f"<b>{article}.</b>", rest)
    return f"{opening}{_wrapped(paragraph.text)}{closing}"


def _wrapped_markup(head: str, rest: str) -> str:
    return f"<p>{head} {_wrapped(rest)}</p>"


def _letterhead(head: Letterhead) -> str:
    left = "<br>".join(f"<b>{_split(name)}</b>" for name, _ in head.rows[:2] if name)
    motto = f"<b>{_split(head.rows[0][1])}<br>\n{head.rows[1][1]}</b>"
    lines = [f"{left}<br>\n-------", f"{motto}<br>\n---------------"]
    rows = [(lines[0], lines[1])]
    rows += [(escape(number), f"<i>{_split(date)}</i>" if date else "") for number, date in head.rows[2:]]
    cells = "\n".join(
        f'<tr>\n<td width="38%" align="center"><p>{first}</p></td>\n<td align="center"><p>{second}</p></td>\n</tr>'
        for first, second in rows
    )
    return f'<table border="0" cellspacing="0" cellpadding="0" width="100%">\n{cells}\n</table>'


def _split(text: str) -> str:
    """A line break after the first word, as narrow cells are saved by word processors."""
    return escape(text).replace(" ", "\n", 1)


def _closing(closing: Closing) -> str:
    recipients = "<br>\n".join(escape(line) for line in closing.recipients[1:])
    signature = "<br>\n".join(escape(line) for line in closing.signature)
    return (
        '<table border="0" cellspacing="0" cellpadding="0" width="100%">\n<tr>\n'
        f'<td width="50%" valign="top"><p><b><i>{closing.recipients[0]}</i></b><br>\n{recipients}</p></td>\n'
        f'<td width="50%" valign="top" align="center"><p><b>{signature}</b></p></td>\n</tr>\n</table>'
    )


def _table(table: Table) -> str:
    def line(row: tuple[str, ...], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{_wrapped(cell)}</{tag}>" for cell in row) + "</tr>"

    lines = [line(table.rows[0], "th"), *(line(row, "td") for row in table.rows[1:])]
    return '<table border="1">\n' + "\n".join(lines) + "\n</table>"
