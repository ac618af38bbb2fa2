"""A document in a real browser: with scripts and without, on a phone, in both themes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from test_web_document import HOSTILE, TABS, numbers
from web_checks import axe, fits
from web_serving import Served, serving

from bench.plan_text import plan
from corpus.store import Corpus
from extract import extract
from ingest import read_bytes

pytestmark = pytest.mark.needs("chromium")

LIT = re.compile(r"\blit\b")


@pytest.fixture(scope="module")
def long_web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server on a corpus with a document of thirty pages, and one that is hostile."""
    target = tmp_path_factory.mktemp("long") / "kho.db"
    with Corpus.open(target) as corpus:
        corpus.add(extract(plan(60_000)))
        corpus.add(extract(read_bytes(HOSTILE.encode(), "<svg onload=alert(6)>.txt")))
    with serving(target) as served:
        yield served


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("tab", [*TABS, "/pages/2"])
def test_every_tab_is_usable_by_everybody_on_a_phone_too(
    web: Served, page: Page, tab: str, theme: str
) -> None:
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    id_ = numbers(web)["15/KH-UBND"]
    page.goto(f"{web.url}/documents/{id_}{tab}")
    axe(page)
    page.set_viewport_size({"width": 390, "height": 844})
    axe(page)
    fits(page)


def test_the_list_and_a_table_of_a_document_are_usable_by_everybody(web: Served, phone_page: Page) -> None:
    for path in ("/documents", f"/documents/{numbers(web)['21/KH-UBND']}"):
        phone_page.goto(web.url + path)
        axe(phone_page)
        fits(phone_page)


def test_a_task_leads_to_its_row_and_back_without_scripts(web: Served, no_script_page: Page) -> None:
    page = no_script_page
    page.goto(f"{web.url}/documents/{numbers(web)['21/KH-UBND']}")
    page.get_by_role("link", name="Nhiệm vụ t9", exact=True).click()
    row = page.locator("#row-t9")
    expect(row).to_be_in_viewport()
    assert row.evaluate("row => row.matches(':target')")
    row.get_by_role("link", name="Nhiệm vụ t9 trong văn bản").click()
    expect(page.locator("#task-t9")).to_be_in_viewport()
    assert page.locator("#task-t9").evaluate("mark => mark.matches(':target')")


def test_the_page_of_the_file_has_the_box_of_the_task_lit_without_scripts(
    web: Served, no_script_page: Page
) -> None:
    page = no_script_page
    id_ = numbers(web)["15/KH-UBND"]
    page.goto(f"{web.url}/documents/{id_}?page=2")
    page.locator("#box-t9").click()
    expect(page).to_have_url(re.compile(r"\?task=t9#task-t9$"))
    expect(page.locator("#box-t9")).to_have_class(LIT)
    expect(page.locator("#task-t9")).to_be_in_viewport()
    assert page.locator(".sheet img").evaluate("picture => picture.complete && picture.naturalWidth > 500")
    page.locator(".page-nav").get_by_role("link", name="Trang sau").click()
    expect(page.locator(".page-nav")).to_contain_text("Trang 3 trên 4")


def test_the_boxes_lie_on_the_words_of_their_tasks(web: Served, page: Page) -> None:
    """In the middle of each line of a box there is print, and between the page's last box and its foot there is none."""
    id_ = numbers(web)["15/KH-UBND"]
    page.goto(f"{web.url}/documents/{id_}/pages/2")
    page.wait_for_function("document.querySelector('.sheet img').naturalWidth > 0")
    dark = page.evaluate(
        """() => {
            const img = document.querySelector(".sheet img"), canvas = document.createElement("canvas");
            canvas.width = img.naturalWidth; canvas.height = img.naturalHeight;
            const context = canvas.getContext("2d"); context.drawImage(img, 0, 0);
            const wide = document.querySelector(".sheet svg").viewBox.baseVal.width;
            const scale = img.naturalWidth / wide;
            return [...document.querySelectorAll(".box path")].map((path) => {
                const box = path.getBBox();
                const data = context.getImageData(box.x * scale, box.y * scale, box.width * scale, box.height * scale);
                let found = 0;
                for (let at = 0; at < data.data.length; at += 4) if (data.data[at] < 128) found += 1;
                return found / (data.data.length / 4);
            });
        }"""
    )
    assert len(dark) > 5
    assert all(0.03 < share < 0.5 for share in dark)


def test_a_click_on_a_box_leads_to_its_words_and_scrolling_moves_the_page(web: Served, page: Page) -> None:
    id_ = numbers(web)["15/KH-UBND"]
    page.goto(f"{web.url}/documents/{id_}")
    pane = page.locator(".page-pane")
    expect(pane.locator(".page-nav")).to_contain_text("Trang 1 trên 4")
    page.mouse.move(300, 500)
    page.mouse.wheel(0, 1)
    page.locator(".page-mark[data-page='3']").evaluate("mark => mark.scrollIntoView({behavior: 'instant'})")
    page.mouse.wheel(0, 60)
    expect(pane.locator(".page-nav")).to_contain_text("Trang 3 trên 4")
    name = pane.locator(".box").first.get_attribute("data-task")
    pane.locator(".box").first.click()
    # It began on the page before, to which the pane goes back: there it is not the first.
    expect(pane.locator(f"#box-{name}")).to_have_class(LIT)
    expect(page.locator(f"#task-{name}")).to_be_in_viewport()
    assert page.url.endswith(f"/documents/{id_}#task-{name}")  # no page was loaded


def test_an_address_with_a_task_lights_its_box(web: Served, page: Page) -> None:
    page.goto(f"{web.url}/documents/{numbers(web)['15/KH-UBND']}#task-t20")
    expect(page.locator("#box-t20")).to_have_class(LIT)
    expect(page.locator("#task-t20")).to_be_in_viewport()


def test_a_task_in_a_later_part_is_found_by_its_bare_address(long_web: Served, page: Page) -> None:
    page.goto(f"{long_web.url}/documents/1")
    name = page.locator(".elsewhere a").last.text_content()
    page.goto("about:blank")
    page.goto(f"{long_web.url}/documents/1#task-{name}")
    expect(page.locator(f".document-text #task-{name}")).to_be_in_viewport()


def test_and_without_scripts_by_one_click_more(long_web: Served, no_script_page: Page) -> None:
    page = no_script_page
    page.goto(f"{long_web.url}/documents/1")
    name = page.locator(".elsewhere a").last.text_content()
    page.goto("about:blank")
    page.goto(f"{long_web.url}/documents/1#task-{name}")
    link = page.locator(f"#task-{name}")
    expect(link).to_be_in_viewport()
    link.click()
    expect(page.locator(f".document-text #task-{name}")).to_be_in_viewport()


def test_marks_are_switched_off_and_on_at_once(web: Served, page: Page) -> None:
    page.goto(f"{web.url}/documents/{numbers(web)['21/KH-UBND']}")
    tag = page.locator(".document-text .tag").first
    expect(tag).to_be_visible()
    page.get_by_role("checkbox", name="Nhiệm vụ").uncheck()
    expect(tag).to_be_hidden()
    page.get_by_role("checkbox", name="Nhiệm vụ").check()
    expect(tag).to_be_visible()


def test_marks_are_switched_off_without_scripts(web: Served, no_script_page: Page) -> None:
    page = no_script_page
    page.goto(f"{web.url}/documents/{numbers(web)['21/KH-UBND']}")
    page.get_by_role("checkbox", name="Nhiệm vụ").uncheck()
    page.get_by_role("button", name="Áp dụng").click()
    expect(page.locator(".document-text .tag")).to_have_count(0)
    expect(page.locator(".document-text .deadline").first).to_be_visible()
    expect(page.get_by_role("checkbox", name="Nhiệm vụ")).not_to_be_checked()


def test_kinds_of_marks_look_different_without_colour(web: Served, page: Page) -> None:
    page.goto(f"{web.url}/documents/{numbers(web)['21/KH-UBND']}")
    look = """mark => { const style = getComputedStyle(mark);
        return [style.textDecorationLine, style.textDecorationStyle, style.outlineStyle, style.borderStyle].join(); }"""
    kinds = (".tag", ".citation", ".agency", ".deadline")
    looks = [page.locator(f".document-text {kind}").first.evaluate(look) for kind in kinds]
    assert len(set(looks)) == len(kinds)


def test_what_was_read_is_shown_to_the_keyboard(web: Served, page: Page) -> None:
    page.goto(f"{web.url}/documents/{numbers(web)['21/KH-UBND']}")
    link = page.locator(".document-text a.citation").first
    page.keyboard.press("Tab")
    link.focus()
    said = link.evaluate("mark => getComputedStyle(mark, '::after').content")
    assert said.strip('"') == link.get_attribute("title")


@pytest.mark.parametrize("tab", TABS)
def test_nothing_that_a_document_says_runs(long_web: Served, page: Page, tab: str) -> None:
    """A dialog or a broken policy fails the fixture `page`."""
    page.goto(f"{long_web.url}/documents/2{tab}")
    page.wait_for_load_state("networkidle")
    if not tab:
        expect(page.get_by_role("article")).to_contain_text("<script>alert(1)</script>")
