"""How far a long run has got."""

import itertools
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

__all__ = ["Advance", "progress", "stderr"]

BETWEEN = 60.0
"""Seconds between the lines that a run leaves in a log."""

stderr = Console(stderr=True)


class Advance(Protocol):
    """To be called after every step, with what is worth knowing of it."""

    def __call__(self, note: str = "") -> None:
        """Counts a step."""


@contextmanager
def progress(what: str, total: int) -> Iterator[Advance]:
    """A bar on standard error that leaves no trace; a line a minute where that is a file.

    Args:
        what: What is done, in a few words.
        total: Number of steps.
    """
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    steps, start = itertools.count(1), time.monotonic()
    said = start
    with Progress(*columns, console=stderr, transient=True, disable=not stderr.is_terminal) as bar:
        task = bar.add_task(what, total=total)

        def advance(note: str = "") -> None:
            nonlocal said
            step, now = next(steps), time.monotonic()
            if stderr.is_terminal:
                bar.update(task, advance=1, description=f"{what} {note}")
            elif step == total or now - said >= BETWEEN:
                said = now
                line = f"{what}: {step} of {total}, {now - start:.0f} s {note}"
                stderr.print(line.rstrip(), highlight=False, markup=False, soft_wrap=True)

        yield advance
