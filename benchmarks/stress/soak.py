"""Long runs: memory, sameness, threads, and a pool that loses a worker."""

import hashlib
import os
import resource
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import cleanpage
from benchmarks.pages import Page

__all__ = ["Soak", "growth_of_memory", "pool_survives", "resident", "soak", "threads_agree"]

READINGS = 200
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Soak:
    """What a long run came to."""

    extractions: int
    exceptions: int
    changed: int
    """Pages whose article was another one at the end than at the start."""
    memory: tuple[float, ...]
    """Resident memory, in MB, at equal distances."""


def soak(pages: Sequence[tuple[bytes, str | None]], count: int, advance: Callable[[], object] = lambda: None) -> Soak:
    """Extract `count` articles, going round the pages, in this process."""
    first: dict[int, str] = {}
    last: dict[int, str] = {}
    memory: list[float] = []
    exceptions = 0
    for number in range(count):
        place = number % len(pages)
        try:
            digest = digest_of(pages[place])
        except Exception:  # what is counted
            exceptions += 1
            continue
        first.setdefault(place, digest)
        last[place] = digest
        if number % max(1, count // READINGS) == 0:
            memory.append(resident())
            advance()
    changed = sum(first[place] != last[place] for place in first)
    return Soak(extractions=count, exceptions=exceptions, changed=changed, memory=tuple(memory))


def digest_of(page: tuple[bytes, str | None]) -> str:
    """A hash of everything in the article of a page."""
    html, url = page
    return hashlib.sha256(cleanpage.extract(html, url=url).model_dump_json().encode()).hexdigest()


def resident() -> float:
    """Resident memory of this process, in MB; the greatest so far where the system does not tell the present one."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / MEGABYTE
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MEGABYTE


def growth_of_memory(memory: Sequence[float]) -> float:
    """Mean of the last quarter over the mean of the second, less one."""
    quarters = np.array_split(np.array(memory), 4)
    return float(quarters[3].mean() / quarters[1].mean() - 1)


def threads_agree(pages: Sequence[tuple[bytes, str | None]], threads: int = 8) -> int:
    """Number of pages whose article differs in any thread, each going through all pages, from that of one alone."""
    alone = [digest_of(page) for page in pages]
    with ThreadPoolExecutor(threads) as pool:
        runs = list(
            pool.map(lambda shift: [digest_of(page) for page in (*pages[shift:], *pages[:shift])], range(threads))
        )
    turned = [[*run[len(run) - shift :], *run[: len(run) - shift]] for shift, run in enumerate(runs)]
    return sum(any(run[place] != digest for run in turned) for place, digest in enumerate(alone))


def pool_survives(pages: Sequence[tuple[bytes, str | None]]) -> bool:
    """Whether a new pool gives the same articles after a worker of another was killed at work."""
    expected = [digest_of(page) for page in pages]
    with ProcessPoolExecutor(2) as pool:
        try:
            list(pool.map(die, range(2)))
        except BrokenProcessPool:
            broken = True
        else:
            broken = False
    with ProcessPoolExecutor(2) as pool:
        return broken and list(pool.map(digest_of, pages)) == expected


def die(_: int) -> None:
    """End this process as the kernel ends one that takes too much memory."""
    os.kill(os.getpid(), signal.SIGKILL)


def read_pages(pages: Sequence[Page]) -> list[tuple[bytes, str | None]]:
    """Bytes and URL of pages of a corpus."""
    return [(page.html, page.url) for page in pages]
