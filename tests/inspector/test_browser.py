"""Reports in a real Chromium: what is seen, by mouse and by keyboard, and what must never happen."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

import cleanpage
from cleanpage.inspector import compare_expected, render
from tests.inspector.conftest import Scheme, Watched, keep_screenshot, report_on, serious
from tests.inspector.long_page import long_page
from tests.inspector.xss import XSS_PAGES

CASES = ("news-en", "news-ar", "blog-en", "forum-thread", "old-tables-ru")
MANY = 20_000
Watch = Callable[..., Watched]


def active(page: Page) -> int:
    """The block that the list stands at, as a screen reader is told."""
    option = page.locator("#list").get_attribute("aria-activedescendant")
    assert option is not None
    row = page.locator(f"#{option}")
    expect(row).to_have_attribute("aria-selected", "true")
    expect(row).to_be_in_viewport()
    return int(option.removeprefix("block-"))


@pytest.mark.parametrize("case", CASES)
def test_report_of_a_fixture(watch: Watch, case: str) -> None:
    """Opened, hovered, clicked, filtered, searched, moved through by keyboard."""
    watched = watch(report_on(case))
    page = watched.page
    analysis = page.evaluate("() => JSON.parse(document.getElementById('report-data').textContent)")
    frame = page.frame_locator("#frame")
    details = page.locator("#details")
    kept = [block for block, state in enumerate(analysis["states"]) if state == "kept"]
    dropped = [block for block, state in enumerate(analysis["states"]) if state == "dropped"]

    assert frame.locator("[data-b]").evaluate_all("all => new Set(all.map(e => e.dataset.b)).size") == len(
        analysis["texts"]
    )
    tints = {
        state: frame.locator(f"[data-v={state}]").first.evaluate("e => getComputedStyle(e).backgroundColor")
        for state in ("kept", "dropped")
    }
    assert tints["kept"] != tints["dropped"]

    frame.locator(f'[data-b="{kept[2]}"]').first.hover()
    expect(details.locator("h2")).to_have_text(f"Block {kept[2]}")
    for expected in ("kept", "body", analysis["reasons"][kept[2]], f"{analysis['scores'][kept[2]] / 100:.2f}"):
        expect(details).to_contain_text(expected)
    assert details.locator(".chart .bar").count() > 5
    expect(details).to_contain_text("text and link density")

    frame.locator(f'[data-b="{kept[3]}"]').first.click()
    expect(details.locator("h2")).to_have_text(f"Block {kept[3]} pinned")
    assert active(page) == kept[3]
    frame.locator(f'[data-b="{kept[4]}"]').first.hover()
    expect(details.locator("h2")).to_have_text(f"Block {kept[3]} pinned")

    page.locator("#list").focus()
    page.keyboard.press("Escape")
    page.keyboard.press("Home")
    assert active(page) == 0
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("k")
    assert active(page) == 1
    page.keyboard.press("End")
    assert active(page) == len(analysis["texts"]) - 1
    expect(frame.locator(f'[data-b="{len(analysis["texts"]) - 1}"]').first).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(details.locator(".pin")).to_be_visible()

    page.get_by_role("radio", name="dropped").check()
    expect(page.locator("#found")).to_have_text(f"{len(dropped)} of {len(analysis['texts'])} blocks")
    assert set(page.locator("#rows .row").evaluate_all("all => all.map(e => e.dataset.v)")) == {"dropped"}
    page.get_by_role("radio", name="all").check()
    page.keyboard.press("/")
    words = analysis["texts"][kept[3]][:40]
    page.keyboard.type(words)
    expect(page.locator(f"#block-{kept[3]}")).to_be_visible()
    page.locator("#search").fill("no page has these words")
    expect(page.locator("#rows")).to_have_text("No block fits")
    page.locator("#search").fill("")

    keep_screenshot(page, case)
    assert watched.stayed_alone()


def test_strip_and_views(watch: Watch) -> None:
    watched = watch(report_on("news-en"))
    page = watched.page
    strip = page.locator("#strip")
    box = strip.bounding_box()
    assert box is not None
    strip.click(position={"x": box["width"] * 0.5, "y": 20})
    count = page.evaluate("() => JSON.parse(document.getElementById('report-data').textContent).texts.length")
    assert active(page) == count // 2
    colours = strip.evaluate(
        "c => { const d = c.getContext('2d').getImageData(0, c.height - 3, c.width, 1).data;"
        "const all = new Set(); for (let i = 0; i < d.length; i += 4) all.add(`${d[i]} ${d[i + 1]} ${d[i + 2]}`);"
        "return all.size; }"
    )
    assert colours >= 3, "kept, dropped and recognised blocks have a colour each"
    expect(page.locator(".strip figcaption")).to_contain_text("The body runs from block")

    page.locator("#tab-page").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#view-article h1")).to_have_text(
        "Valley towns to get their own river gauges after flood warnings came too late"
    )
    expect(page.locator("#view-article figcaption").first).to_contain_text("Shanice Bell shows one of the gauges")
    assert page.locator("#view-article a[href^='https://']").count() > 1
    keep_screenshot(page, "article")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#view-metadata")).to_contain_text("datePublished")
    assert page.locator("#view-metadata tr.believed").count() > 8
    assert page.locator("#view-metadata tr.loser").count() > 8
    keep_screenshot(page, "metadata")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#view-json")).to_contain_text('"headline": "Valley towns')
    page.keyboard.press("Home")
    expect(page.locator("#view-page")).to_be_visible()
    page.locator("#tab-metadata").click()
    page.locator(".to-block").first.click()
    assert active(page) >= 0
    assert watched.stayed_alone()


def test_the_pages_own_styles_are_a_switch(watch: Watch) -> None:
    html = (
        "<style>p{color:rgb(1,2,3)} .gone{display:none}</style><p>Shown in the colour of the page.</p>"
        '<p class=gone>Hidden by the page.</p><p style="display:none">Hidden inline.</p><p hidden>By attribute.</p>'
    )
    watched = watch(render(cleanpage.analyze(html)))
    frame = watched.page.frame_locator("#frame")
    paragraphs = frame.locator("[data-b]")
    for at in range(4):
        expect(paragraphs.nth(at)).to_be_visible()
    watched.page.get_by_label("the page’s own styles").check()
    expect(paragraphs.nth(0)).to_have_css("color", "rgb(1, 2, 3)")
    for at in range(1, 4):
        expect(paragraphs.nth(at)).to_be_hidden()
    watched.page.get_by_label("the page’s own styles").uncheck()
    expect(paragraphs.nth(3)).to_be_visible()
    assert watched.stayed_alone()


def test_a_comparison_is_marked(watch: Watch) -> None:
    expected = ["Skip to content", "A paragraph that the page does not have at all, as it was taken out."]
    watched = watch(report_on("news-en", lambda analysis: compare_expected(analysis, expected)))
    page = watched.page
    page.get_by_role("radio", name="only expected").check()
    expect(page.locator("#rows .row")).to_have_count(1)
    expect(page.locator("#rows .row")).to_contain_text("Skip to content")
    expect(page.locator(".missing")).to_contain_text("A paragraph that the page does not have")
    page.get_by_role("radio", name="only result").check()
    page.locator("#list").focus()
    page.keyboard.press("j")
    expect(page.locator("#details")).to_contain_text("only result keeps it")
    assert page.frame_locator("#frame").locator("[data-c=a]").count() > 5
    keep_screenshot(page, "comparison")
    assert watched.stayed_alone()


@pytest.fixture(scope="module")
def long_report() -> str:
    analysis = cleanpage.analyze(long_page(MANY))
    assert len(analysis.page.texts) == MANY
    return render(analysis)


def test_twenty_thousand_blocks(watch: Watch, long_report: str) -> None:
    """First paint under 2 s and filtering under 200 ms, the best of three: the machine has other work too."""
    watched = watch(long_report)
    page = watched.page
    paints = [page.evaluate(FIRST_PAINT) for _ in range(3) if page.reload()]
    page.wait_for_selector("#frame[data-ready]", timeout=60_000)
    assert page.frame_locator("#frame").locator("[data-b]").count() == MANY
    filters = [filtering(page, label) for label in ("kept", "dropped", "all")]
    searches = [searching(page, words) for words in ("entry 12345", "red buoy", "")]
    print(f"first paint {paints}, filters {filters}, searches {searches} ms")
    assert min(paints) < 2_000
    assert min(filters) < 200
    assert min(searches) < 200

    page.locator("#list").focus()
    page.keyboard.press("End")
    assert active(page) == MANY - 1
    expect(page.frame_locator("#frame").locator(f'[data-b="{MANY - 1}"]')).to_be_in_viewport()
    assert page.locator("#rows .row").count() < 60
    page.keyboard.press("PageUp")
    assert active(page) < MANY - 1
    page.frame_locator("#frame").locator(f'[data-b="{active(page)}"]').hover()
    expect(page.locator("#details")).to_contain_text("text and link density")
    keep_screenshot(page, "twenty-thousand-blocks")
    assert set(watched.requests) == {watched.file.as_uri()}
    assert watched.errors == []


FIRST_PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"
TO_NEXT_PAINT = "new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))))"


def filtering(page: Page, label: str) -> float:
    """Milliseconds from choosing a filter to the picture after it."""
    script = f"input => {{ const start = performance.now(); input.click(); return {TO_NEXT_PAINT}; }}"
    return float(page.locator(f"input[name=filter][value={label}]").evaluate(script))


def searching(page: Page, words: str) -> float:
    """Milliseconds from typing to the picture after it."""
    script = (
        "(input, words) => { const start = performance.now(); input.value = words; "
        f"input.dispatchEvent(new Event('input', {{bubbles: true}})); return {TO_NEXT_PAINT}; }}"
    )
    return float(page.locator("#search").evaluate(script, words))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1360, 390])
def test_axe_finds_no_serious_fault(watch: Watch, scheme: Scheme, width: int) -> None:
    expected = ["Skip to content", "A paragraph that the page does not have at all, as it was taken out."]
    html = report_on("news-en", lambda analysis: compare_expected(analysis, expected))
    watched = watch(html, width, scheme)
    page = watched.page
    assert serious(page) == []
    page.locator("#list").focus()
    for _ in range(32):
        page.keyboard.press("j")
    page.keyboard.press("Enter")
    assert serious(page) == []
    page.locator("#search").fill("no page has these words")
    assert serious(page) == []
    for view in ("article", "metadata", "json"):
        page.locator(f"#tab-{view}").click()
        assert serious(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out of the window"
    keep_screenshot(page, f"{scheme}-{width}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_tinted_page_has_enough_contrast(watch: Watch, scheme: Scheme) -> None:
    """The frame by itself, as axe does not look into frames without scripts."""
    watched = watch(report_on("news-en"), scheme=scheme)
    frame = watched.page.evaluate("() => JSON.parse(document.getElementById('page-data').textContent)")
    watched.page.set_content(frame)
    found = Axe().run(watched.page, options={"runOnly": ["color-contrast"]}).response
    assert [node["html"][:200] for fault in found["violations"] for node in fault["nodes"]] == []
    assert found["passes"], "axe looked at nothing"


@pytest.fixture(scope="module")
def hostile(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """One window for all hostile pages, one after the other."""
    page = browser.new_page()
    yield Watched(page, tmp_path_factory.mktemp("hostile") / "report.html")
    page.close()


EVENTS = ("mouseover", "mousemove", "click", "focus", "toggle", "load", "error", "pageshow")
STOLEN = "() => [window.stolen, document.getElementById('frame').contentWindow.stolen]"


@pytest.mark.parametrize("html", XSS_PAGES, ids=map(str, range(len(XSS_PAGES))))
def test_no_script_of_the_page_runs_and_no_request_leaves(hostile: Watched, html: str) -> None:
    hostile.open(render(cleanpage.analyze(html)))
    page = hostile.page
    page.get_by_label("the page’s own styles").check()
    page.frames[1].locator("*").evaluate_all(
        "(all, types) => { for (const element of all) for (const type of types)"
        " element.dispatchEvent(new Event(type, {bubbles: true})); }",
        EVENTS,
    )
    page.locator("#list").focus()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    for view in ("article", "metadata", "json", "page"):
        page.locator(f"#tab-{view}").dispatch_event("click")
    assert page.evaluate(STOLEN) == [None, None]
    assert len(page.frames) == 2
    assert hostile.stayed_alone(), (hostile.requests, hostile.errors)


@pytest.mark.parametrize("attack", ["<script>window.stolen = 1</script>", '<img src="https://evil.example/a.png">'])
def test_what_must_not_happen_is_noticed(watch: Watch, attack: str) -> None:
    """The test of the tests above: in a report that lets things through, they see it."""
    html = render(cleanpage.analyze("<p>Text</p>")).replace("http-equiv", "data-off")
    watched = watch(html.replace("<main>", f"<main>{attack}"))
    assert not watched.stayed_alone() or watched.page.evaluate(STOLEN)[0] == 1
