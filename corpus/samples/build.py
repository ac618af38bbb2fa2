"""Builds the sample documents from their sources: `python -m corpus.samples.build [NAME...]`.

HTML, TXT and DOCX come out the same on every machine. PDF is printed by LibreOffice from a DOCX set in Tinos (Debian
package fonts-croscore), with its date and identifier fixed; where LibreOffice is not installed, it is left as it is.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from corpus.samples.markup import Sample, read_sample
from corpus.samples.plain import write_text
from corpus.samples.web import write_html
from corpus.samples.word import write_docx

FOLDER = Path(__file__).parent
SUFFIXES = {"html": ".html", "txt": ".txt", "docx": ".docx", "pdf": ".pdf"}


def sources() -> list[Path]:
    """The source files, in the order of the family."""
    return sorted((FOLDER / "source").glob("*.vanban"))


def target(sample: Sample) -> Path:
    """The file that is built from a sample."""
    return FOLDER / (sample.name + SUFFIXES[sample.form.split("-")[0]])


def build(sample: Sample) -> bytes | None:
    """The bytes of the document; `None` for a PDF where LibreOffice is not installed."""
    if sample.form.startswith("html"):
        return write_html(sample)
    if sample.form.startswith("txt"):
        return write_text(sample)
    if sample.form == "pdf":
        printed = converted(write_docx(sample, font="Tinos"), "pdf")
        return None if printed is None else _fixed(printed)
    return write_docx(sample)


def converted(document: bytes, form: str) -> bytes | None:
    """A DOCX file in another form, by LibreOffice: `pdf`, `doc`, `html`, `txt:Text (encoded):UTF8`. None where it is
    not installed. Raises CalledProcessError where it fails, TimeoutExpired after 300 s."""
    office = shutil.which("soffice")
    if office is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.docx"
        path.write_bytes(document)
        command = [
            office,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            form,
        ]
        subprocess.run(
            [*command, "--outdir", folder, str(path)], check=True, capture_output=True, timeout=300
        )
        return path.with_suffix("." + form.partition(":")[0]).read_bytes()


def _fixed(pdf: bytes) -> bytes:
    """The same file with a fixed date and identifier, so that printing it again changes nothing."""
    pdf = re.sub(rb"/CreationDate\(D:\d{14}[^)]*\)", lambda found: _padded(found[0]), pdf)
    pdf = re.sub(rb"<[0-9A-F]{32}>", b"<" + b"0" * 32 + b">", pdf)
    return re.sub(rb"/DocChecksum /[0-9A-F]{32}", b"/DocChecksum /" + b"0" * 32, pdf)


def _padded(date: bytes) -> bytes:
    fixed = b"/CreationDate(D:20240101000000Z)"
    return fixed + b" " * (len(date) - len(fixed))


def main(names: list[str]) -> None:
    """Builds the samples whose names start with one of `names`, or all."""
    for path in sources():
        sample = read_sample(path)
        if names and not sample.name.startswith(tuple(names)):
            continue
        content = build(sample)
        if content is None:
            print(f"{sample.name}: LibreOffice is not installed, the PDF is left as it is", file=sys.stderr)
        else:
            target(sample).write_bytes(content)


if __name__ == "__main__":
    main(sys.argv[1:])
