"""A real Chromium for the tests that look at reports. Without one they are skipped, and say so."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

import cleanpage
from cleanpage.inspector import Comparison, render
from tests.fixture_cases import fixture_case

if TYPE_CHECKING:  # the extra `quick` is without them
    from playwright.sync_api import Browser, Dialog, Page

ARTEFACTS = Path(os.environ.get("CLEANPAGE_ARTEFACTS", "build/inspector"))
"""Where screenshots of the test run are kept."""

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()

Scheme = Literal["light", "dark"]


def find_chromium() -> str | None:
    """The path of a Chromium, by the variable `CLEANPAGE_CHROMIUM` or on the `PATH`."""
    return os.environ.get("CLEANPAGE_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="module")  # while it runs, so does an event loop, and other tests want one of their own
def browser() -> "Iterator[Browser]":
    from playwright.sync_api import sync_playwright

    path = find_chromium()
    if path is None:
        pytest.skip("no chromium on this machine: `apt-get install chromium`, or name one in CLEANPAGE_CHROMIUM")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield running
        running.close()


class Watched:
    """A report in the browser, and everything it did that a report must not do."""

    def __init__(self, page: "Page", file: Path) -> None:
        self.page = page
        self.file = file
        self.requests: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", self.refuse)

    def refuse(self, dialog: "Dialog") -> None:
        self.errors.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def open(self, html: str) -> None:
        """Open a report in place of the one before, and wait until its page is in its frame."""
        self.requests.clear()
        self.errors.clear()
        self.file.write_text(html, encoding="utf-8")
        self.page.goto(self.file.as_uri())
        self.page.wait_for_selector("#frame[data-ready]", timeout=60_000)

    def stayed_alone(self) -> bool:
        """Whether nothing but the report itself was asked for, and no script failed."""
        return self.requests == [self.file.as_uri()] and self.errors == []


@pytest.fixture
def watch(browser: "Browser", tmp_path: Path) -> Iterator[Callable[..., Watched]]:
    """Opens a report and watches it: the width of the window and the colour scheme may be given."""
    pages: list[Page] = []

    def opened(html: str, width: int = 1360, scheme: Scheme = "light") -> Watched:
        page = browser.new_page(viewport={"width": width, "height": 860}, color_scheme=scheme)
        pages.append(page)
        watched = Watched(page, tmp_path / f"report-{len(pages)}.html")
        watched.open(html)
        return watched

    yield opened
    for page in pages:
        page.close()


def report_on(case: str, comparison: Callable[[cleanpage.Analysis], Comparison] | None = None) -> str:
    """The report on a fixture."""
    fixture = fixture_case(case)
    analysis = cleanpage.analyze(fixture.page.read_bytes(), url=fixture.url, content_type=fixture.content_type)
    return render(analysis, comparison=comparison(analysis) if comparison else None)


def keep_screenshot(page: "Page", name: str) -> Path:
    """Keep a screenshot with the artefacts of the build."""
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    path = ARTEFACTS / f"{name}.png"
    page.screenshot(path=path)
    return path


def serious(page: "Page") -> list[str]:
    """Faults that axe-core calls serious or critical, with where they are."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [
        f"{fault['id']}: {fault['nodes'][0]['html'][:200]}"
        for fault in found
        if fault["impact"] in ("serious", "critical")
    ]
