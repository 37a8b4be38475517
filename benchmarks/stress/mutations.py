"""Damaged pages: each page of the corpora cut off at random places, and with random bytes flipped."""

import signal
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random

import cleanpage
from benchmarks.pages import Page
from benchmarks.stress.stopping import Stopped, stoppable

__all__ = ["Damage", "damaged", "mutate"]

CUTS = 20
FLIPS = 5
FLIPPED_SHARE = 0.001
SLOW = 1.0
"""Seconds of processor time that count as a hang."""


@dataclass(slots=True)
class Damage:
    """What came of damaged pages."""

    pages: int = 0
    extractions: int = 0
    exceptions: int = 0
    slow: int = 0
    slowest: float = 0.0
    faults: list[str] = field(default_factory=list)

    def add(self, other: "Damage") -> None:
        """Count another one's in."""
        for name in ("pages", "extractions", "exceptions", "slow"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.slowest = max(self.slowest, other.slowest)
        self.faults += other.faults


def damaged(html: bytes, draw: Random, cuts: int = CUTS, flips: int = FLIPS) -> Iterator[bytes]:
    """Versions of a page cut off at random places, then versions with one byte in a thousand flipped."""
    for _ in range(cuts):
        yield html[: draw.randrange(len(html) + 1)]
    for _ in range(flips):
        changed = bytearray(html)
        for _ in range(max(1, int(len(html) * FLIPPED_SHARE))):
            changed[draw.randrange(len(changed))] = draw.randrange(256)
        yield bytes(changed)


def of_page(page: Page) -> Damage:
    """All damaged versions of one page."""
    result = Damage(pages=1)
    html = page.html
    for number, version in enumerate(damaged(html, Random(f"{page.corpus} {page.id}")) if html else ()):
        start = time.process_time()
        try:
            cleanpage.extract(version, url=page.url)
        except Exception as error:  # what is counted
            result.exceptions += 1
            result.faults.append(f"{page.corpus}/{page.id} version {number}: {type(error).__name__}: {error}")
        seconds = time.process_time() - start
        result.extractions += 1
        result.slowest = max(result.slowest, seconds)
        if seconds > SLOW:
            result.slow += 1
            result.faults.append(f"{page.corpus}/{page.id} version {number}: {seconds:.2f} s")
    return result


def mutate(pages: Sequence[Page], processes: int, advance: Callable[[], object] = lambda: None) -> Damage:
    """All damaged versions of all pages, in an order by chance, so that a run that is stopped is a sample of them."""
    total = Damage()
    with suppress(Stopped), stoppable(), ProcessPoolExecutor(processes, initializer=ignore_interrupts) as pool:
        try:
            for found in pool.map(of_page, Random(len(pages)).sample(pages, len(pages))):
                total.add(found)
                advance()
        except Stopped:
            pool.shutdown(cancel_futures=True)
            raise
    return total


def ignore_interrupts() -> None:
    """Leave Ctrl-C to the process that gives out the pages, and let `kill` end this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
