"""The parts of a Word file (.docx): a ZIP of XML, opened with care, because anybody may have packed it.

Sizes are limited before anything is unpacked, and the XML is parsed without entities and without the network.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from lxml import etree

from ingest.errors import ReadError

MOST_PARTS = 20_000
MOST_UNPACKED = 192 * 1024 * 1024
"""The most bytes of XML that are unpacked from one file."""

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


@dataclass(frozen=True, slots=True)
class WordPackage:
    """The XML parts that a reader needs; None for a part that the file does not have."""

    document: Element
    styles: Element | None
    numbering: Element | None
    footnotes: Element | None
    endnotes: Element | None


def open_package(data: bytes, name: str) -> WordPackage:
    """The parts of the Word file in `data`. Raises `ReadError` for anything that is no whole Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _parts(archive, name)
    except _BROKEN as error:
        raise ReadError(name, f"tệp DOCX hỏng hoặc không đầy đủ ({error})", _REMEDY) from error


def _parts(archive: zipfile.ZipFile, name: str) -> WordPackage:
    entries = archive.infolist()
    if len(entries) > MOST_PARTS:
        raise ReadError(name, f"tệp DOCX có quá nhiều thành phần ({len(entries)})", _REMEDY)
    reader = _PartReader(archive, name)
    main = next(reader.targets("", "officeDocument"), "word/document.xml")
    document = reader.xml(main)
    if document is None or next(children(document, "body"), None) is None:
        raise ReadError(name, "tệp DOCX thiếu phần nội dung (word/document.xml)", _REMEDY)
    others = ("styles", "numbering", "footnotes", "endnotes")
    return WordPackage(document, *(reader.xml(next(reader.targets(main, kind), "")) for kind in others))


@dataclass(slots=True)
class _PartReader:
    archive: zipfile.ZipFile
    name: str
    left: int = MOST_UNPACKED

    def xml(self, part: str) -> Element | None:
        """The root of a part; None where there is no such part."""
        if part not in self.archive.NameToInfo:
            return None
        with self.archive.open(part) as stream:
            content = stream.read(self.left + 1)
        self.left -= len(content)
        if self.left < 0:
            limit = MOST_UNPACKED // 1024**2
            raise ReadError(
                self.name, f"nội dung DOCX sau giải nén vượt quá {limit} MB", "kiểm tra nguồn gốc của tệp"
            )
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise ReadError(self.name, f"phần {part} của tệp DOCX hỏng ({error})", _REMEDY) from error

    def targets(self, part: str, kind: str) -> Iterator[str]:
        """The parts that `part` ("": the package) is related to in the way `kind` says."""
        folder = dirname(part)
        relations = self.xml(join(folder, "_rels", part[len(folder) :].lstrip("/") + ".rels"))
        for relation in [] if relations is None else relations:
            target = relation.get("Target", "")
            if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
                yield normpath(target.lstrip("/") if target.startswith("/") else join(folder, target))


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
