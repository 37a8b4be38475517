"""Long runs: memory, and the same article every time and from every thread."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass

import numpy as np

from benchmarks.pages import Page
from benchmarks.stress.memory import resident
from benchmarks.stress.pool import digest_of
from benchmarks.stress.stopping import Stopped, stoppable

__all__ = ["READINGS", "Soak", "growth_of_memory", "soak", "threads_agree"]

READINGS = 200
"""How often resident memory is looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Soak:
    """What a long run came to.

    Args:
        extractions: How many were made; fewer than were asked for where the run was stopped.
        exceptions: How many of them raised.
        compared: Pages that were read more than once.
        changed: Those of them whose article was another one the last time than the first time.
        seconds: Processor time.
        memory: Resident memory, in MB, at equal distances.
    """

    extractions: int
    exceptions: int
    compared: int
    changed: int
    seconds: float
    memory: tuple[float, ...]

    @property
    def quarters(self) -> tuple[float, ...]:
        """Mean resident memory of each quarter of the run, in MB."""
        return tuple(float(part.mean()) for part in np.array_split(np.array(self.memory), 4) if len(part))


def soak(pages: Sequence[Page], count: int, tell: Callable[[int, float], object] = lambda *_: None) -> Soak:
    """Extract `count` articles, going round the pages, in this process.

    Args:
        pages: The pages; they are read from the disk each time, so that memory holds one of them.
        count: Number of extractions.
        tell: Called now and then with the number of extractions so far and the resident memory in MB.
    """
    first: dict[int, str] = {}
    last: dict[int, str] = {}
    memory: list[float] = []
    exceptions = made = 0
    start = time.process_time()
    with suppress(Stopped), stoppable():
        for made in range(1, count + 1):
            place = made % len(pages)
            try:
                digest = page_digest(pages[place])
            except Exception:  # what is counted
                exceptions += 1
                continue
            (last if place in first else first)[place] = digest
            if made % max(1, count // READINGS) == 0:
                memory.append(resident())
                tell(made, memory[-1])
    return Soak(
        extractions=made,
        exceptions=exceptions,
        compared=len(last),
        changed=sum(first[place] != digest for place, digest in last.items()),
        seconds=time.process_time() - start,
        memory=tuple(memory or [resident()]),
    )


def growth_of_memory(quarters: Sequence[float]) -> float | None:
    """The last quarter over the second, less one; None for a run too short to have four."""
    return quarters[3] / quarters[1] - 1 if len(quarters) == 4 else None


def threads_agree(pages: Sequence[Page], threads: int = 8) -> int:
    """Number of pages whose article differs in any thread, each going through all pages, from that of one alone."""
    alone = [page_digest(page) for page in pages]

    def differing(shift: int) -> set[int]:
        places = [(place + shift) % len(pages) for place in range(len(pages))]
        return {place for place in places if page_digest(pages[place]) != alone[place]}

    with ThreadPoolExecutor(threads) as pool:
        return len(set[int]().union(*pool.map(differing, range(threads))))


def page_digest(page: Page) -> str:
    """A hash of everything in the article of a page."""
    return digest_of((page.html, page.url))
