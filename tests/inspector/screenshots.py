"""Makes the screenshots of the README and the docs: `python -m tests.inspector.screenshots`. It needs a Chromium."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.inspector.conftest import FLAGS, Scheme, find_chromium, report_on

IMAGES = Path(__file__).parents[2] / "docs" / "images"
SIZE = ViewportSize(width=1360, height=860)


def main() -> None:
    """Write both screenshots."""
    path = find_chromium()
    if path is None:
        raise SystemExit("no chromium on this machine")
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        report = Path(folder) / "report.html"
        report.write_text(report_on("news-en"), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        page_view(opened(browser, report, "light")).screenshot(path=IMAGES / "inspector-page.png")
        metadata_view(opened(browser, report, "dark")).screenshot(path=IMAGES / "inspector-metadata.png")
        browser.close()


def opened(browser: Browser, report: Path, scheme: Scheme) -> Page:
    """A window with the report."""
    page = browser.new_page(viewport=SIZE, color_scheme=scheme)
    page.goto(report.as_uri())
    page.wait_for_selector("#frame[data-ready]")
    return page


def page_view(page: Page) -> Page:
    """The page with a doubtful block pinned."""
    page.frame_locator("#frame").get_by_text("Story continues below").first.click()
    page.wait_for_timeout(300)
    return page


def metadata_view(page: Page) -> Page:
    """The claims of the metadata."""
    page.locator("#tab-metadata").click()
    return page


if __name__ == "__main__":
    main()
