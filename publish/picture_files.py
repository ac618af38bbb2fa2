"""The pictures of the pages of a document as files in a folder: `ke-hoach-trang-01.png`.

Every file says inside which document it shows (a PNG text chunk with the SHA-256 of the document). So pictures of the
same document are replaced when it is drawn again, and nothing else ever is: where another file has the name, the
pictures are called `ke-hoach-2-trang-01.png`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from unicodedata import normalize

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from ingest.document import Source
from publish.errors import PublishError
from publish.files import write_whole
from publish.plain import plain
from publish.words import Lang, say

_MARK = "nhiemvu:document"
_MOST_BYTES = 120  # of the name, so that the number of the page fits whatever the file system
_UNSAFE = re.compile(r"[^\w.,()+-]+")  # also blanks: the names are typed into commands
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)  # devices of Windows
_NAMELESS = "van-ban"


def write_pictures(
    pictures: Iterable[Image.Image], folder: str | Path, source: Source, lang: Lang = "vi"
) -> Iterator[Path]:
    """Writes the pictures of the pages of a document, from page 1 on, into a folder, which is made where there is none;
    gives the path of each file once it is written.

    Raises `PublishError` where the folder cannot be made or written in, and whatever making a picture raises.
    """
    target = Path(folder)
    try:
        target.mkdir(parents=True, exist_ok=True)
        names = file_names(target, source)
        for name, picture in zip(names, pictures, strict=False):
            write_whole(target / name, _encoded(picture, source))
            yield target / name
    except FileExistsError as error:
        cause, remedy = say("không phải là thư mục", lang), say("chọn tên thư mục khác", lang)
        raise PublishError(str(folder), cause, remedy) from error
    except OSError as error:
        cause = say("không ghi được ({cause})", lang, cause=error.strerror or error)
        raise PublishError(str(folder), cause, say("chọn nơi khác mà bạn có quyền ghi", lang)) from error


def file_names(folder: Path, source: Source) -> list[str]:
    """The names of the pictures of a document, one for each page, none of them that of a file in the folder that is not
    a picture of this document."""
    pages = source.pages or 1
    digits = max(2, len(str(pages)))
    for number in count(1):
        stem = safe_stem(source.path) + (f"-{number}" if number > 1 else "")
        names = [f"{stem}-trang-{page:0{digits}}.png" for page in range(1, pages + 1)]
        if not any(_is_of_another(folder / name, source) for name in names):
            return names
    raise AssertionError("numbers do not end")


def safe_stem(path: str) -> str:
    """The name of a document, without its folders and its suffix, as every system takes it for the name of a file.

    >>> safe_stem("/tmp/Kế hoạch số 5.docx"), safe_stem("ho-so.zip/../../..."), safe_stem("CON.pdf"), safe_stem("-")
    ('Kế-hoạch-số-5', 'van-ban', 'van-ban-CON', 'van-ban')
    """
    name = normalize("NFC", plain(path.replace("\\", "/"))).rpartition("/")[2]
    stem = name.rpartition(".")[0] or name.lstrip(".")
    stem = _UNSAFE.sub("-", stem).encode()[:_MOST_BYTES].decode("utf-8", "ignore").strip("-.")
    return f"{_NAMELESS}-{stem}" if _RESERVED.match(stem) else stem or _NAMELESS


def _is_of_another(file: Path, source: Source) -> bool:
    if not file.exists() and not file.is_symlink():
        return False
    try:
        with Image.open(file, formats=("PNG",)) as picture:
            return file.is_symlink() or picture.info.get(_MARK) != source.sha256
    except Exception:  # whatever it is, it is no picture of ours
        return True


def _encoded(picture: Image.Image, source: Source) -> bytes:
    notes = PngInfo()
    notes.add_text(_MARK, source.sha256)
    target = io.BytesIO()
    picture.save(target, "PNG", pnginfo=notes, dpi=(120, 120))
    return target.getvalue()
