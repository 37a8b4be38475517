"""What the command `robustness` does, apart from reading its options."""

from collections.abc import Callable, Iterable, Mapping

from benchmarks.commands import Selection, console
from benchmarks.generated_pages.cards import card_pages
from benchmarks.generated_pages.crutches import Change, change_table, changes
from benchmarks.generated_pages.hidden import hidden_pages
from benchmarks.generated_pages.judging import judged, summary_table, troubled_table
from benchmarks.generated_pages.lines import line_pages
from benchmarks.generated_pages.pages import GeneratedPage
from benchmarks.progress import progress
from benchmarks.systems import System

__all__ = ["TESTS", "run_crutches", "run_generated"]

GENERATED: Mapping[str, tuple[str, Callable[[], Iterable[GeneratedPage]]]] = {
    "cards": ("cards of other stories", card_pages),
    "lines": ("lines that are no article", line_pages),
    "hidden": ("hidden text", hidden_pages),
}
"""The tests on generated pages: what they are about, and what makes the pages."""

TESTS = (*GENERATED, "crutches")
"""Names of all tests."""


def run_generated(name: str, systems: Iterable[System], *, verbose: bool) -> None:
    """Prints on how many pages of a set something leaks or is lost, and for cleanpage on which."""
    title, make = GENERATED[name]
    found = judged(list(make()), systems)
    console.print(summary_table(title, found))
    if verbose and "cleanpage" in found:
        console.print(troubled_table(found["cleanpage"]))


def run_crutches(selection: Selection, processes: int) -> None:
    """Prints what becomes of the bodies of each corpus without URL, names and metadata."""
    found: list[Change] = []
    for corpus in selection.load():
        with progress(f"{corpus.name} without crutches", len(corpus)) as advance:
            found += changes(corpus, processes, advance)
    console.print(change_table(found) if found else "no corpus with gold for bodies")
