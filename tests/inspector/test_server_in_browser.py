"""The local server in a real Chromium: paste, drop, look."""

import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from cleanpage.inspector.server import build_app
from tests.fixture_cases import fixture_case
from tests.inspector.conftest import keep_screenshot, serious

DROP = """([text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], "page.html", {type: "text/html"}));
  const event = {bubbles: true, cancelable: true, dataTransfer: data};
  const target = document.getElementById("html");
  for (const type of ["dragover", "drop"]) target.dispatchEvent(new DragEvent(type, event));
}"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A running server's address."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(build_app("127.0.0.1", 2_000_000), log_level="warning", ws="none"))
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(address)
    yield page
    page.close()


def fixture_text() -> str:
    return fixture_case("news-en").page.read_text(encoding="utf-8")


def expect_report(page: Page) -> None:
    page.wait_for_selector("#frame[data-ready]")
    expect(page.locator("h1").first).to_have_text(
        "Valley towns to get their own river gauges after flood warnings came too late"
    )
    expect(page.frame_locator("#frame").locator("[data-v=kept]").first).to_be_visible()


def test_paste(page: Page, address: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.get_by_label("Paste its HTML").fill(fixture_text())
    page.get_by_role("button", name="Inspect").click()
    expect_report(page)
    assert requests == [f"{address}/inspect"]


def test_drop(page: Page) -> None:
    page.evaluate(DROP, [fixture_text()])
    expect_report(page)


def test_choose(page: Page) -> None:
    page.get_by_label("Or choose a file").set_input_files(fixture_case("news-en").page)
    page.get_by_role("button", name="Inspect").click()
    expect_report(page)


def test_what_is_refused_is_told(page: Page) -> None:
    page.get_by_role("button", name="Inspect").click()
    expect(page.get_by_role("alert")).to_have_text("Paste a page or choose a file.")
    assert serious(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    assert Axe().run(page).response["passes"]
    assert serious(page) == []
    keep_screenshot(page, f"serve-{scheme}")
