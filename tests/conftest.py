"""What tests need besides Python, and how a run may be told to accept no skipped test.

A test that needs a system package or the material in ../shared says so: `@pytest.mark.needs("libreoffice")`.
It is skipped, with the reason, where that is missing. With NHIEMVU_FORBID_SKIPS=1 a skipped test is a
failure, whatever skipped it, except for the material in ../shared, which is not part of the repository.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import pytest

SHARED = Path(__file__).parents[2] / "shared"
NO_SHARED = "the material in ../shared is not here"
Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)
FORBID_SKIPS = os.environ.get("NHIEMVU_FORBID_SKIPS") == "1"


def _tinos() -> bool:
    return Path("/usr/share/fonts/truetype/croscore/Tinos-Regular.ttf").exists()


# What a test may need: how to see that it is there, and what to say when it is not.
NEEDS = {
    "shared": (SHARED.is_dir, NO_SHARED),
    "fonts": (_tinos, "the fonts of Debian's fonts-croscore are missing"),
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
        if SHARED.is_dir() or "shared" not in reason:
            report.outcome = "failed"
            report.longrepr = f"skips are forbidden, and this one was: {reason}"
    return report


@pytest.fixture(scope="session")
def shared() -> Path:
    """The material beside the repository; tests that ask for it are skipped where it is not there."""
    if not SHARED.is_dir():
        pytest.skip(NO_SHARED)
    return SHARED
