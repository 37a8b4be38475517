"""Shows on standard error how far a batch is: as a bar, in plain lines, or as JSON."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

if TYPE_CHECKING:
    from cleanpage.batch import Progress

__all__ = ["Show", "showing", "words_of"]

INTERVAL = 10.0
"""Seconds between two plain lines or lines of JSON."""


class Show(StrEnum):
    """How progress is shown."""

    AUTO = "auto"
    """A bar in a terminal, else plain lines."""
    PLAIN = "plain"
    JSON = "json"
    NONE = "none"


@contextmanager
def showing(show: Show) -> Iterator[Callable[["Progress"], None]]:
    """A function that shows progress, each time that it is called or now and then."""
    console = Console(stderr=True)
    if show is Show.NONE:
        yield lambda _progress: None
    elif show is Show.AUTO and console.is_terminal:
        columns = (
            BarColumn(),
            TaskProgressColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.description}", markup=False),
        )
        with Bar(*columns, console=console, transient=True) as bar:
            task = bar.add_task("", total=None)
            start = time.monotonic()
            yield lambda progress: bar.update(
                task,
                completed=progress.read,
                total=progress.size or None,
                description=words_of(progress, time.monotonic() - start),
            )
    else:
        yield every(INTERVAL, as_json if show is Show.JSON else words_of)


def every(interval: float, form: Callable[["Progress", float], str]) -> Callable[["Progress"], None]:
    """A function that prints a line, if the last one was printed some seconds ago."""
    start = time.monotonic()
    last = start

    def line(progress: "Progress") -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= interval:
            last = now
            print(form(progress, now - start), file=sys.stderr, flush=True)

    return line


def words_of(progress: "Progress", seconds: float) -> str:
    """Progress in words."""
    words = [f"{progress.pages:,} pages", f"{progress.pages / seconds if seconds else 0:.1f}/s"]
    if progress.size:
        words.append(f"{progress.read / progress.size:.0%}")
    if progress.errors:
        words.append(f"{progress.errors:,} errors")
    if progress.slowest:
        words.append(f"slowest {progress.slowest[1]:.1f} s: {progress.slowest[0]}")
    return ", ".join(words)


def as_json(progress: "Progress", seconds: float) -> str:
    """Progress as an object in one line."""
    return json.dumps(asdict(progress) | {"seconds": round(seconds, 1)})
