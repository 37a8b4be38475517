"""A saved page to work on."""

from pathlib import Path

import pytest

from cleanpage.testing import SavedPage, build_page, save_page

PAGE = build_page(clutter=("consent", "nav", "footer"))


@pytest.fixture
def page(tmp_path: Path) -> SavedPage:
    """The usual built page, saved."""
    folder = tmp_path / "pages" / "bridge.page"
    return save_page(PAGE.body, folder, url=PAGE.url, content_type="text/html; charset=utf-8")
