"""Projects with saved pages, in which pytest runs within pytest."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import jinja2  # noqa: F401  # see below
import pytest

import cleanpage.pytest_plugin.comparing
import cleanpage.pytest_plugin.live
import cleanpage.pytest_plugin.parametrizing
import cleanpage.pytest_plugin.regression
import cleanpage.testing.html_report  # noqa: F401
from cleanpage.testing import SavedPage, build_page, read_page, save_page

# pytester forgets the modules that a run within this process imports, and numpy cannot be imported twice. So all that
# such a run may need is imported above; what httpx raises is told by classes that its first client imports.
httpx.Client().close()

PAGE = build_page(clutter=("consent", "nav", "footer"))


@pytest.fixture(autouse=True)
def _not_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)


@pytest.fixture
def save(pytester: pytest.Pytester) -> Callable[..., SavedPage]:
    """Saves the usual built page in the project, with some of its expectations and facts changed."""

    def saved(name: str = "bridge", *, meta: dict[str, Any] | None = None, **expected: Any) -> SavedPage:
        folder = pytester.path / "tests" / "pages" / f"{name}.page"
        url = f"https://www.quaypost.example/{name}.html"
        page = save_page(PAGE.body, folder, url=url, content_type="text/html; charset=utf-8")
        change(page.expected_file, **expected)
        change(folder / "meta.json", **(meta or {}))
        return read_page(folder)

    return saved


def change(file: Path, **values: Any) -> None:
    """Change some keys of a JSON object in a file, written as we write it."""
    known = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**known, **values}, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
