"""Makes the pictures of the web app in `docs/pictures`, on the sample documents: `make pictures`.

Each page in light and dark, some as a phone shows them. The server is started as a user does it; the browser is
Debian's Chromium.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from web_serving import Served, chromium, serving  # noqa: E402 it lies beside the tests

FOLDER = ROOT / "docs" / "pictures"
PLAN, PROVINCE_PLAN = "15/KH-UBND", "21/KH-UBND"
_COLOURS = 96  # of the palette: letters stay smooth, and a picture has a third of its size
_PHONE = {"width": 390, "height": 844}
_DESK = {"width": 1280, "height": 860}


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its name, the address (`{plan}`, `{agency}` and `{work}` are filled in), what is done before it is
    taken, and whether it is also taken on a phone."""

    name: str
    address: str
    before: Callable[[Page], None] | None = None
    phone: bool = False


def _to_the_task(page: Page) -> None:
    """The words of the task in the middle of the window, its page beside them."""
    page.evaluate("document.getElementById('task-t2').scrollIntoView({block: 'center', behavior: 'instant'})")
    page.wait_for_timeout(1500)  # until the page of the file has followed


SHOTS = (
    Shot("search", "/search?q=chua+chay", phone=True),
    Shot("document", "/documents/{plan}?task=t2", _to_the_task, phone=True),
    Shot("properties", "/documents/{plan}/properties"),
    Shot("bases", "/documents/{plan}/bases"),
    Shot("tasks", "/documents/{plan}/tasks"),
    Shot("history", "/documents/{plan}/history"),
    Shot("checklist", "/documents/{plan}/checklist", phone=True),
    Shot("agency", "/agencies/{agency}"),
    Shot("calendar", "/agencies/{agency}/calendar?month=2026-12", phone=True),
    Shot("work", "/works/{work}"),
    Shot("gaps", "/documents/{plan}/gaps"),
    Shot("plans", "/plans"),
    Shot("overview", "/overview?weeks=26"),
    Shot("json", "/docs"),
)


def main() -> None:
    """Make all pictures, or those whose names are given."""
    wanted = sys.argv[1:]
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        corpus = Path(folder, "kho.db")
        _add_samples(corpus, Path(folder))
        with serving(corpus) as served:
            names = _names(served)
            for shot in SHOTS:
                if not wanted or shot.name in wanted:
                    _take(browser, served, shot, names)


def _add_samples(corpus: Path, folder: Path) -> None:
    samples = [
        path
        for path in (ROOT / "corpus" / "samples").iterdir()
        if path.suffix in (".docx", ".pdf", ".html", ".txt")
    ]
    for path in samples:
        shutil.copy(path, folder)
    files = sorted(str(folder / path.name) for path in samples)
    command = [sys.executable, "-m", "nhiemvu", "add", *files, "--corpus", str(corpus)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _names(served: Served) -> dict[str, int]:
    """The ids of what the pictures show."""
    import httpx

    with httpx.Client(base_url=served.url) as client:
        documents = {
            one["number"]: one
            for one in client.get("/documents.json", params={"limit": 50}).json()["documents"]
        }
        plan = documents[PLAN]
        agencies = client.get("/agencies.json", params={"q": "Công an tỉnh"}).json()["agencies"]
        agency = next(one["id"] for one in agencies if one["name"] == "Công an tỉnh Hưng Yên")
        work = documents[PROVINCE_PLAN]["work_id"]
    return {"plan": plan["id"], "agency": agency, "work": work}


def _take(browser: Browser, served: Served, shot: Shot, names: dict[str, int]) -> None:
    sizes = {"": _DESK, **({"-phone": _PHONE} if shot.phone else {})}
    for theme in ("light", "dark"):
        for size, viewport in sizes.items():
            context = browser.new_context(viewport=viewport, color_scheme=theme, device_scale_factor=1)  # type: ignore[arg-type]
            page = context.new_page()
            page.goto(served.url + shot.address.format(**names))
            if shot.before:
                shot.before(page)
            page.wait_for_load_state("networkidle")
            picture = Image.open(io.BytesIO(page.screenshot()))
            picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(
                FOLDER / f"{shot.name}{size}-{theme}.png", optimize=True
            )
            context.close()


if __name__ == "__main__":
    main()
