"""Hostile pages through cleanpage and its peers, each in a process that is stopped after 20 s."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from rich.table import Table

from benchmarks.pages import Page
from benchmarks.stress.generated import FAMILIES, HOSTILE, as_page
from benchmarks.systems import System
from benchmarks.worker import PAGE_LIMIT, PageRecord, Worker

__all__ = ["RECORDS", "cell", "measure", "table", "write_records"]

RECORDS = "hostile.json"
"""File in the folder of records."""

Records = Mapping[str, Mapping[str, PageRecord]]
"""By page and by system."""


def measure(
    systems: Mapping[System, str], limit: float = PAGE_LIMIT, advance: Callable[[], object] = lambda: None
) -> Records:
    """Run every system over every hostile page.

    Args:
        systems: The systems, with their versions.
        limit: Seconds after which a system is stopped on a page.
        advance: Called after every page.
    """
    worker = Worker(limit)
    found: dict[str, dict[str, PageRecord]] = {}
    try:
        with as_page("warm", FAMILIES["articles"](1_000)) as page:
            warm(worker, systems, page)
        for name, make in HOSTILE.items():
            with as_page(name, make()) as page:
                found[name] = {system.name: worker.record(system, page) for system in systems}
            advance()
    finally:
        worker.stop()
    return found


def warm(worker: Worker, systems: Mapping[System, str], page: Page) -> None:
    """Let every system load what it needs."""
    for system in systems:
        worker.warm(system, page)


def write_records(records: Records, path: Path) -> None:
    """Keeps what was measured, without the texts."""
    lines = {name: {system: cell(record) for system, record in row.items()} for name, row in records.items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(lines, indent=1) + "\n", "utf-8")


def table(records: Records) -> Table:
    """Seconds of every system on every page, and the words that it found."""
    systems = list(next(iter(records.values())))
    result = Table(title=f"{len(records)} hostile pages: seconds, words found", title_justify="left")
    result.add_column("page", no_wrap=True)
    for system in systems:
        result.add_column(system, justify="right")
    for name, row in records.items():
        result.add_row(name, *(cell(row[system]) for system in systems))
    return result


def cell(record: PageRecord) -> str:
    """Seconds and words, or what went wrong."""
    if record.error:
        return record.error.partition(":")[0] if not record.error.startswith("stopped") else record.error
    return f"{record.seconds:.2f} s, {len((record.extraction.text or '').split())}"
