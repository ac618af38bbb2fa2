"""The parts of a Word file (.docx): a ZIP of XML, opened with care, because anybody may have packed it.

Sizes are limited before anything is unpacked or parsed, and the XML is parsed without entities and without the
network. The document itself must be whole; what is missing or broken beside it (styles, numbering, footnotes, headers)
is told in a warning, and the rest is read.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from lxml import etree

from ingest.errors import ReadError

MOST_PARTS = 20_000
MOST_UNPACKED = 96 * 1024 * 1024
"""The most bytes of XML that are unpacked from one file."""

MOST_TAGS = 6_000_000
"""The most tags in one part: 3,000 pages of Word's own markup have about 4 million."""

Element = etree._Element  # the only name that lxml has for it

_BROKEN = (
    zipfile.BadZipFile,
    RuntimeError,
    NotImplementedError,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
)
_REMEDY = "mở tệp bằng Word hoặc LibreOffice rồi lưu lại thành DOCX"
_TRUST = "kiểm tra nguồn gốc của tệp"
_MAIN = "word/document.xml"
_LOSSES = {  # a part, what is in the document only together with it, and what is lost without it
    "styles": ("pStyle", "kiểu chữ và số thứ tự theo kiểu"),
    "numbering": ("numId", "số thứ tự tự động"),
    "footnotes": ("footnoteReference", "chú thích cuối trang"),
    "endnotes": ("endnoteReference", "chú thích cuối văn bản"),
}


@dataclass(frozen=True, slots=True)
class WordPackage:
    """The XML parts that a reader needs; None for a part that the file does not have. `headers` are the page heads by
    the id that a section names them with, `chunks` what was embedded as a whole; `warnings`: what was lost."""

    document: Element
    styles: Element | None
    numbering: Element | None
    footnotes: Element | None
    endnotes: Element | None
    headers: dict[str, Element] = field(default_factory=dict)
    chunks: dict[str, bytes] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


def open_package(data: bytes, name: str) -> WordPackage:
    """The parts of the Word file in `data`. Raises `ReadError` for anything that is no whole Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _parts(archive, name)
    except _BROKEN as error:
        raise ReadError(name, "tệp DOCX hỏng hoặc không đầy đủ", _REMEDY) from error


def _parts(archive: zipfile.ZipFile, name: str) -> WordPackage:
    entries = archive.infolist()
    if len(entries) > MOST_PARTS:
        raise ReadError(name, f"tệp DOCX có quá nhiều thành phần ({len(entries)})", _REMEDY)
    reader = _PartReader(archive, name)
    told = reader.relations("")
    main = next((target for _, kind, target in told if kind == "officeDocument"), _MAIN)
    main = main if main in archive.NameToInfo else _MAIN
    document = reader.xml(main)
    if document is None or next(children(document, "body"), None) is None:
        raise ReadError(name, f"tệp DOCX thiếu phần nội dung ({_MAIN})", _REMEDY)
    relations = reader.relations(main)
    others = {kind: reader.beside(main, kind, relations) for kind in _LOSSES}
    headers = {
        identity: root
        for identity, kind, target in relations
        if kind == "header" and (root := reader.or_none(target)) is not None
    }
    chunks = {identity: reader.bytes_of(target) for identity, kind, target in relations if kind == "aFChunk"}
    lost = [what for kind, (sign, what) in _LOSSES.items() if others[kind] is None and _has(document, sign)]
    warnings = (f"tệp DOCX thiếu hoặc hỏng một phần, có thể mất: {', '.join(lost)}",) if lost else ()
    return WordPackage(document, **others, headers=headers, chunks=chunks, warnings=warnings)


def _has(document: Element, name: str) -> bool:
    return document.find(f".//{{*}}{name}") is not None


Relation = tuple[str, str, str]
"""The id of a relation, its kind (the last word of its type), and the part that it leads to."""


@dataclass(slots=True)
class _PartReader:
    archive: zipfile.ZipFile
    name: str
    left: int = MOST_UNPACKED

    def xml(self, part: str) -> Element | None:
        """The root of a part; None where there is no such part. Raises `ReadError` for one that is broken."""
        if part not in self.archive.NameToInfo:
            return None
        try:
            return _root(self.bytes_of(part))
        except _HostileError as error:
            raise ReadError(self.name, f"phần {part} của tệp DOCX {error}", _TRUST) from None
        except etree.XMLSyntaxError as error:
            line, column = error.position
            cause = f"phần {part} của tệp DOCX hỏng ở dòng {line}, cột {column}"
            raise ReadError(self.name, cause, _REMEDY) from error

    def or_none(self, part: str) -> Element | None:
        """The root of a part that can be done without; None also where it is broken."""
        try:
            return _root(self.bytes_of(part)) if part in self.archive.NameToInfo else None
        except _HostileError as error:
            raise ReadError(self.name, f"phần {part} của tệp DOCX {error}", _TRUST) from None
        except (etree.XMLSyntaxError, *_BROKEN):
            return None

    def bytes_of(self, part: str) -> bytes:
        """The content of a part; none where there is no such part."""
        if part not in self.archive.NameToInfo:
            return b""
        with self.archive.open(part) as stream:
            content = stream.read(self.left + 1)
        self.left -= len(content)
        if self.left < 0:
            limit = MOST_UNPACKED // 1024**2
            raise ReadError(self.name, f"nội dung DOCX sau giải nén vượt quá {limit} MB", _TRUST)
        return content

    def beside(self, main: str, kind: str, relations: list[Relation]) -> Element | None:
        """The part of that kind: the one that the document names, else the one with the usual name."""
        named = (target for _, told, target in relations if told == kind)
        places = (*named, join(dirname(main), f"{kind}.xml"))
        return next((root for root in map(self.or_none, places) if root is not None), None)

    def relations(self, part: str) -> list[Relation]:
        """What `part` ("": the package) is related to inside the package."""
        folder = dirname(part)
        root = self.or_none(join(folder, "_rels", part[len(folder) :].lstrip("/") + ".rels"))
        found: list[Relation] = []
        for relation in () if root is None else root:
            target = relation.get("Target", "")
            if relation.get("TargetMode") == "External":
                continue
            place = normpath(target.lstrip("/") if target.startswith("/") else join(folder, target))
            found.append((relation.get("Id", ""), relation.get("Type", "").rpartition("/")[2], place))
        return found


class _HostileError(Exception):
    """What no program writes into a Word file; said as the end of the sentence `phần ... của tệp DOCX`."""


def _root(content: bytes) -> Element:
    """The root element. Raises `XMLSyntaxError`, or `_HostileError` for what would fill the memory and for entities,
    which the format forbids (ECMA-376, part 2, 6.2.5)."""
    if content.count(b"<") > MOST_TAGS:
        raise _HostileError(f"có quá nhiều thẻ (tối đa {MOST_TAGS // 10**6} triệu)")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        if "entity" in str(error).lower():
            raise _HostileError("khai báo thực thể (entity), tệp Word bình thường không có") from error
        if "depth" in str(error):
            raise _HostileError("lồng nhau quá sâu") from error
        raise
    if root.getroottree().docinfo.internalDTD is not None:
        raise _HostileError("khai báo thực thể (entity), tệp Word bình thường không có")
    return root


def tag(element: Element) -> str:
    """The name of an element without its namespace, of which there are two (transitional and strict)."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Element | None, name: str, default: str = "") -> str:
    """An attribute by its name without the namespace."""
    if element is None:
        return default
    return next(
        (str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), default
    )


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The direct children of that name."""
    if element is not None:
        yield from (child for child in element if tag(child) == name)


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of a name, its first child of the next name, and so on."""
    for name in path:
        element = next(children(element, name), None)
    return element


def switched_on(properties: Element | None, name: str) -> bool | None:
    """A toggle such as `w:b`: True, False, or None where nothing is said."""
    toggle = child(properties, name)
    if toggle is None:
        return None
    return attribute(toggle, "val", "true") not in ("0", "false", "off", "none")
