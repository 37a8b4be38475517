"""Runs systems over generated pages, and tells what leaked and what was lost."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich.table import Table

from benchmarks.generated_pages.pages import URL, GeneratedPage
from benchmarks.metrics import folded_space
from benchmarks.systems import Extractor, System

__all__ = ["Finding", "judge", "judged", "summary_table", "troubled_table"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What one system made of one page.

    Args:
        page: The page.
        leaked: The unwanted texts that were found.
        lost: The wanted texts that were not.
    """

    page: GeneratedPage
    leaked: tuple[str, ...]
    lost: tuple[str, ...]


def judge(page: GeneratedPage, text: str | None) -> Finding:
    """The finding on a text; white space does not count, and a text that a system failed on is empty."""
    found = without_space(text)
    return Finding(
        page,
        leaked=tuple(part for part in page.unwanted if without_space(part) in found),
        lost=tuple(part for part in page.wanted if without_space(part) not in found),
    )


def without_space(text: str | None) -> str:
    """The text without any white space: systems differ in what they put between lines."""
    return "".join(folded_space(text).split())


def judged(pages: Sequence[GeneratedPage], systems: Iterable[System]) -> dict[str, list[Finding]]:
    """The findings of each system on all pages, in order."""
    return {
        system.name: [judge(page, text_of(extract, page)) for page in pages]
        for system in systems
        if "text" in system.fields
        for extract in (system.load(),)
    }


def text_of(extract: Extractor, page: GeneratedPage) -> str | None:
    """The text that a system finds; None where it raises."""
    try:
        return extract(page.html.encode(), URL).text
    except Exception:  # a peer may raise anything: it has found nothing then
        return None


def summary_table(title: str, found: Mapping[str, Sequence[Finding]]) -> Table:
    """By group of pages and of all: pages on which something leaked, and pages on which something was lost."""
    table = Table(title=title, title_justify="left")
    for column in ("pages", "", *(f"{system} {what}" for system in found for what in ("leaks", "loses"))):
        table.add_column(column, justify="left" if column == "pages" else "right")
    everything = next(iter(found.values()), [])
    groups = dict.fromkeys(finding.page.group for finding in everything)
    for group in [*groups, None] if len(groups) > 1 else [None]:
        chosen = [[f for f in findings if group in (None, f.page.group)] for findings in found.values()]
        counts = [
            str(count)
            for findings in chosen
            for count in (sum(bool(f.leaked) for f in findings), sum(bool(f.lost) for f in findings))
        ]
        table.add_row(group or "all", str(len(chosen[0]) if chosen else 0), *counts)
    return table


def troubled_table(found: Sequence[Finding]) -> Table:
    """The pages with a leak or a loss, and the beginning of the first text of each."""
    table = Table(title="pages with leaks or losses", title_justify="left")
    for column in ("page", "leaks", "loses"):
        table.add_column(column)
    for finding in found:
        if finding.leaked or finding.lost:
            table.add_row(finding.page.name, sample(finding.leaked), sample(finding.lost))
    return table


def sample(texts: Sequence[str]) -> str:
    """How many texts, and the beginning of the first."""
    return f"{len(texts)}: {texts[0][:40]}" if texts else ""
