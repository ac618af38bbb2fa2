"""The PDF checklist: the pages of the DOCX, made by LibreOffice; where there is none, one clear error."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from extract.extraction import Extraction
from publish import to_pdf
from publish.checklist import checklist
from publish.errors import PublishError
from publish.files import publish


@pytest.mark.needs("libreoffice")
def test_the_pages_of_the_appendix(plan: Extraction) -> None:
    content = to_pdf.write(checklist(plan))
    assert content == to_pdf.write(checklist(plan)), "the same checklist gives the same bytes"
    paper = pypdfium2.PdfDocument(content)
    width, height = paper[0].get_size()
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (297, 210)
    text = " ".join(paper[0].get_textpage().get_text_range().split())
    assert text.startswith(
        "ỦY BAN NHÂN DÂN TỈNH BÌNH ĐỊNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do"
    )
    assert "Phụ lục PHÂN CÔNG NHIỆM VỤ" in text
    assert "(Kèm theo Kế hoạch số 22/KH-UBND ngày 27 tháng 02 năm 2025" in text


@pytest.mark.needs("libreoffice")
def test_the_head_row_is_on_each_page_and_rows_are_whole(plan: Extraction) -> None:
    tasks = checklist(plan)
    rows = tuple(replace(tasks.rows[0], number=n, work=f"việc số {n} " * 30) for n in range(1, 13))
    paper = pypdfium2.PdfDocument(to_pdf.write(replace(tasks, groups=(replace(tasks.groups[0], rows=rows),))))
    pages = [page.get_textpage().get_text_range() for page in paper]
    assert len(pages) > 2
    assert all("Nội dung công việc" in page for page in pages)
    for n in range(1, 13):
        assert sorted(page.count(f"việc số {n} ") > 0 for page in pages) == [False] * (len(pages) - 1) + [
            True
        ]
    assert [page.split()[0] for page in pages[1:]] == [str(n) for n in range(2, len(pages) + 1)]


def test_without_libreoffice(plan: Extraction, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not to_pdf.is_there()
    with pytest.raises(
        PublishError, match="PDF: máy này chưa có LibreOffice để làm PDF; cài gói libreoffice"
    ):
        publish(checklist(plan), tmp_path / "viec.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_libreoffice_that_fails(plan: Extraction, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "soffice").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(PublishError, match="PDF: LibreOffice could not make the PDF"):
        publish(checklist(plan), tmp_path / "viec.pdf", "en")
    assert [path.name for path in tmp_path.iterdir()] == ["soffice"]
