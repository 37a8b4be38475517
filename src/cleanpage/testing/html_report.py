"""An HTML report of checks: an index, and for each saved page what is expected and what was found, side by side.

For a page that is not as expected, the inspector shows the page itself, what is expected marked on it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from importlib.resources import files
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from cleanpage.errors import CleanpageError, MissingExtraError
from cleanpage.inspector import compare_expected, render
from cleanpage.testing.cases import Result, read
from cleanpage.testing.comparison import Kind
from cleanpage.testing.fields import UNEXPECTED, article_field, kind_of
from cleanpage.testing.pages import read_expected, read_page
from cleanpage.testing.saving import as_json, write_file
from cleanpage.testing.texts import paragraphs_of

__all__ = ["RESULT", "Row", "rows_of", "write_report"]

RESULT: TypeAdapter[Result] = TypeAdapter(Result)
"""Turns results into plain data and back."""

MAX_ALIGNED = 2_000
"""Paragraphs of a text up to which the two sides are aligned; aligning takes the square of it."""

NOT_FILE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the two columns."""

    expected: str
    found: str

    @property
    def state(self) -> str:
        """`same`, `lost`, `added` or `changed`."""
        if self.expected == self.found:
            return "same"
        return "changed" if self.expected and self.found else "lost" if self.expected else "added"


@dataclass(frozen=True, slots=True)
class PageReport:
    """The results of one saved page."""

    name: str
    file: str
    results: tuple[Result, ...]

    @property
    def failed(self) -> int:
        """Checks that are not as expected."""
        return sum(not result.ok for result in self.results)

    @property
    def folder(self) -> Path | None:
        """The saved page, if the results are of one."""
        folder = next((result.folder for result in self.results if result.folder), None)
        return Path(folder) if folder else None


def write_report(results: Sequence[Result], folder: Path) -> Path:
    """Write the report; every file stands for itself and loads nothing.

    Args:
        results: The results, in any order.
        folder: Where to write it.

    Returns:
        The index.

    Raises:
        MissingExtraError: Jinja2 is missing.
    """
    try:
        from jinja2 import Environment, StrictUndefined
    except ModuleNotFoundError as error:
        raise MissingExtraError("the HTML report", "test") from error
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    source = files("cleanpage.testing").joinpath("report.html.jinja").read_text(encoding="utf-8")
    template = environment.from_string(source, globals={"rows_of": rows_of})
    pages = pages_of(results)
    for page in pages:
        view = inspected(page.folder) if page.failed and page.folder else None
        view_file = page.file.replace(".html", ".inspector.html") if view else None
        if view and view_file:
            write_file(folder / view_file, view.encode())
        write_file(folder / page.file, template.render(title=page.name, page=page, pages=(), view=view_file).encode())
    index = folder / "index.html"
    write_file(index, template.render(title="cleanpage", page=None, pages=pages, view=None).encode())
    return index


def inspected(folder: Path) -> str | None:
    """The inspector's report on a saved page, its expected text marked; None where the page can no longer be read."""
    try:
        page = read_page(folder)
        expected = read_expected(page.expected_file)
    except (CleanpageError, OSError):
        return None
    analysis = read(page).analysis
    text = next((value for name, value in expected.items() if article_field(name) == "text"), None)
    return render(analysis, comparison=compare_expected(analysis, paragraphs_of(text)) if text else None)


def pages_of(results: Sequence[Result]) -> list[PageReport]:
    ordered = sorted(results, key=lambda result: result.page)
    groups = ((name, tuple(group)) for name, group in groupby(ordered, key=lambda result: result.page))
    return [
        PageReport(name, f"{number:03}-{NOT_FILE.sub('-', name).strip('-')}.html", group)
        for number, (name, group) in enumerate(groups, 1)
    ]


def rows_of(result: Result) -> list[Row]:
    """The two sides of a result; the check of unexpected paragraphs shows none, for its text shows them."""
    if result.field.startswith(UNEXPECTED):
        return []
    if kind_of(result.field, result.expected) is Kind.TEXT:
        return aligned(paragraphs_of(result.expected or ()), paragraphs_of(result.found or ()))
    return aligned(as_lines(result.expected), as_lines(result.found))


def as_lines(value: Any) -> tuple[str, ...]:
    """A JSON value, the items of a list a line each."""
    if value is None:
        return ()
    items = value if isinstance(value, list) else [value]
    return tuple(item if isinstance(item, str) else as_json(item).decode().strip() for item in items)


def aligned(old: Sequence[str], new: Sequence[str]) -> list[Row]:
    """Rows in which what is the same on both sides stands side by side."""
    if max(len(old), len(new)) > MAX_ALIGNED:
        return [Row(*pair) for pair in zip_longest(old, new, fillvalue="")]
    rows: list[Row] = []
    for _, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        rows += (Row(*pair) for pair in zip_longest(old[i:i_end], new[j:j_end], fillvalue=""))
    return rows
