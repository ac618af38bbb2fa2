"""What tests need besides Python, and how a run may be told to accept no skipped test.

A test that needs a system package or the material in ../shared says so: `@pytest.mark.needs("libreoffice")`.
It is skipped, with the reason, where that is missing. With NHIEMVU_FORBID_SKIPS=1 a skipped test is a
failure, whatever skipped it, except for the material in ../shared, which is not part of the repository.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page
from running import Command, Run
from web_serving import Served, chromium, new_page, serving

from extract.extraction import Agency, Citation, Deadline, Extraction, Header, Task
from ingest.document import Source

# Tests assert what is done, never how long it takes: a busy machine must not fail them.
settings.register_profile("untimed", parent=settings(), deadline=None)
settings.load_profile("untimed")
SHARED = Path(__file__).parents[2] / "shared"
NO_SHARED = "the material in ../shared is not here"
Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)
# How a test that lives on that material says so, or what is left of a table of it.
_ON_SHARED = re.compile("shared|annotated documents|empty parameter set")
FORBID_SKIPS = os.environ.get("NHIEMVU_FORBID_SKIPS") == "1"


def _tinos() -> bool:
    return Path("/usr/share/fonts/truetype/croscore/Tinos-Regular.ttf").exists()


def _tesseract() -> bool:
    if not shutil.which("tesseract"):
        return False
    told = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False).stdout
    return "Vietnamese" in told


# What a test may need: how to see that it is there, and what to say when it is not.
NEEDS = {
    "shared": (SHARED.is_dir, NO_SHARED),
    "fonts": (_tinos, "the fonts of Debian's fonts-croscore are missing"),
    "tesseract": (_tesseract, "Debian's tesseract-ocr or tesseract-ocr-script-viet is missing"),
    "chromium": (lambda: bool(shutil.which("chromium")), "Debian's chromium is missing"),
    "libreoffice": (lambda: bool(shutil.which("soffice")), "Debian's libreoffice-writer-nogui is missing"),
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("needs"):
        for what in marker.args:
            there, reason = NEEDS[what]
            if not there():
                pytest.skip(reason)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    return _forbid_skip(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    return _forbid_skip(report)


def _forbid_skip(report: Report) -> Report:
    if FORBID_SKIPS and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if SHARED.is_dir() or not _ON_SHARED.search(reason):
            report.outcome = "failed"
            report.longrepr = f"skips are forbidden, and this one was: {reason}"
    return report


@pytest.fixture(scope="session")
def shared() -> Path:
    """The material beside the repository; tests that ask for it are skipped where it is not there."""
    if not SHARED.is_dir():
        pytest.skip(NO_SHARED)
    return SHARED


@pytest.fixture
def plan() -> Extraction:
    """What a small plan says, made by hand: five tasks, with a recurring deadline, one without a lead, and text that
    a spreadsheet, a Markdown page or a terminal would obey if it were let."""
    deadlines = (
        Deadline(quote="trước ngày 20/4/2025", start=0, end=20, due="2025-04-20", bound="before", rule="day"),
        Deadline(quote="Quý II năm 2025", start=21, end=36, due="2025-06-30", bound="during", rule="quarter"),
        Deadline(quote="trước ngày 15 hằng tháng", start=37, end=61, recurrence="FREQ=MONTHLY;BYMONTHDAY=15", rule="every"),
        Deadline(quote="15 ngày làm việc", start=62, end=78, duration="P15D", working_days=True, anchor="nhận đủ hồ sơ", rule="span"),
    )  # fmt: skip
    citations = (
        Citation(quote="Quyết định số 90/QĐ-TTg ngày 18/01/2022", start=0, end=39, symbol="90/QĐ-TTg", rule="number"),
        Citation(quote="QĐ 90", start=40, end=45, symbol="90/QĐ-TTg", rule="short"),
        Citation(quote="Luật Ngân sách nhà nước", start=46, end=69, type="Luật", title="Ngân sách nhà nước",
                 pinpoint="khoản 2 Điều 5", rule="law"),
    )  # fmt: skip
    finance, labour, home = "Sở Tài chính", "Sở Lao động - Thương binh và Xã hội", "Sở Nội vụ"
    every = "các Sở, ban, ngành liên quan"
    tasks = (
        Task(id="t1", quote="Thẩm định kinh phí trước ngày 20/4/2025.", start=0, end=40, section="V.1", lead=(finance,),
             support=(every,), due=("2025-04-20",), deadlines=(0,), citations=(0, 1, 2), page=3, rule="item"),
        Task(id="t2", quote="=SUM(A1:A9) | *đậm* <b>x</b>\x1b[31m\nhttps://a.vn", start=41, end=90, section="V.2",
             lead=(labour, home), support=(finance,), due=("2025-06-30",), deadlines=(1,), page=3, rule="item"),
        Task(id="t3", quote="Báo cáo tiến độ trước ngày 15 hằng tháng.", start=91, end=130, section="V.3", lead=(labour,),
             due=("FREQ=MONTHLY;BYMONTHDAY=15",), deadlines=(2,), deliverable="Báo cáo tháng", page=4, rule="item"),
        Task(id="t4", quote="Trả kết quả trong 15 ngày làm việc.", start=131, end=165, section="Phụ lục.1", lead=(every,),
             due=("P15D",), deadlines=(3,), page=5, rule="row"),
        Task(id="t5", quote="Tuyên truyền sâu rộng.", start=166, end=188, rule="item"),
    )  # fmt: skip
    return Extraction(
        source=Source(path="kh22.docx", sha256="ab" * 32, media_type="text/plain", reader="text"),
        header=Header(
            type="Kế hoạch",
            number="22/KH-UBND",
            issuer="Ủy ban nhân dân tỉnh Bình Định",
            date="2025-02-27",
            title="Tổng kết | công tác <giảm nghèo>",
        ),
        citations=citations,
        deadlines=deadlines,
        tasks=tasks,
        agencies=(Agency(quote=every, start=0, end=5, name=every, collective=True, rule="collective"),),
        text="Kế hoạch",
    )


@pytest.fixture(scope="session")
def web(sample_corpus: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server on a corpus of the samples, for tests that only read."""
    target = tmp_path_factory.mktemp("web") / "kho.db"
    shutil.copy(sample_corpus, target)
    with serving(target) as served:
        yield served


@pytest.fixture
def own_web(sample_corpus: str, tmp_path: Path) -> Iterator[Served]:
    """A server on a corpus of the samples for one test, which may change it."""
    shutil.copy(sample_corpus, tmp_path / "kho.db")
    with serving(tmp_path / "kho.db") as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with chromium() as opened:
        yield opened


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new page in a browser that nobody has used yet; what goes wrong in its scripts fails the test."""
    with new_page(browser) as opened:
        yield opened


@pytest.fixture
def no_script_page(browser: Browser) -> Iterator[Page]:
    """The same with JavaScript switched off."""
    with new_page(browser, java_script_enabled=False) as opened:
        yield opened


@pytest.fixture
def phone_page(browser: Browser) -> Iterator[Page]:
    """The same as wide as a phone."""
    with new_page(browser, viewport={"width": 390, "height": 844}) as opened:
        yield opened


@pytest.fixture(scope="session")
def sample_corpus(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a corpus with the sample documents, made by the command line."""
    from running import SAMPLES, nhiemvu_run

    target = str(tmp_path_factory.mktemp("corpus") / "kho.db")
    done = nhiemvu_run("add", SAMPLES, "--corpus", target)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture
def run(
    sample_corpus: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Command:
    """The command in this process, in Vietnamese, on a corpus of its own with the samples."""
    from nhiemvu import cli

    target = tmp_path / "kho.db"
    shutil.copy(sample_corpus, target)
    monkeypatch.setenv("NHIEMVU_CORPUS", str(target))
    monkeypatch.delenv("NHIEMVU_LANG", raising=False)

    def command(*arguments: object) -> Run:
        with monkeypatch.context() as during:
            during.setenv("NHIEMVU_LANG", "vi")
            status = cli.run(list(map(str, arguments)))
        return Run(list(map(str, arguments)), status, *capsys.readouterr())

    return command
