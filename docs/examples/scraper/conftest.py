"""Crawls the saved pages once, and hands each test what the spider made of them."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cleanpage.testing import PageServer, SavedPage

HERE = Path(__file__).parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add a flag that says which copies of the pages the spider gets to see."""
    parser.addoption("--site", default="pages", help="folder of the pages to crawl: pages or redesign")


@pytest.fixture(scope="module")
def crawl(
    request: pytest.FixtureRequest,
    serve_pages: Callable[..., PageServer],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, tuple[dict[str, Any], SavedPage]]:
    """What the spider yields for each page, and the page that it saw, by name."""
    server = serve_pages(f"{request.config.getoption('--site')}/*")
    output = tmp_path_factory.mktemp("crawl") / "stories.jsonl"
    command = ["runspider", str(HERE / "quaypost.py"), "-a", f"urls={','.join(server.urls)}", "-O", str(output)]
    subprocess.run([sys.executable, "-m", "scrapy", *command], check=True, cwd=output.parent)
    stories = {story["url"]: story for story in map(json.loads, output.read_text(encoding="utf-8").splitlines())}
    return {page.name: (stories[server.url_of(page)], page) for page in server.pages.values()}


# --8<-- [start:normalize]
def pytest_cleanpage_normalize(field: str, value: object, url: str | None) -> object | None:
    """Compare the names of sections without case, on the pages of this site."""
    if field == "section" and isinstance(value, str) and (url or "").startswith("https://www.quaypost.example/"):
        return value.casefold()
    return None


# --8<-- [end:normalize]
