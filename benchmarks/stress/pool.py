"""A crawl in a process pool that goes on when one of its workers is killed.

The kernel kills a process that takes too much memory. `ProcessPoolExecutor` is broken from then on, and loses the pages
that were under way and those that wait. Extractions share no state: a new pool can go on where the old one stopped.
"""

import hashlib
import multiprocessing as mp
import os
import signal
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import cleanpage

__all__ = ["Source", "crawl", "deadly", "digest_of", "killed_once", "survives"]

Source = tuple[bytes, str | None]
"""Bytes and URL of a page."""

WORKERS = 2
AHEAD = 2
"""Pages under way for each worker, so that none waits for the next."""


def crawl(pages: Sequence[Source], read: Callable[[Source], str], workers: int = WORKERS) -> list[str | None]:
    """What `read`, a function of a module, makes of every page; None where it had the worker killed twice.

    Which page a worker died of cannot be told from outside: those that were under way are read again, each in a process
    of its own, before a new pool goes on with the others.
    """
    found: list[str | None] = [None] * len(pages)
    waiting = deque(range(len(pages)))
    while waiting:
        for suspect in read_until_broken(pages, waiting, found, read, workers):
            read_until_broken(pages, deque([suspect]), found, read, 1)
    return found


def read_until_broken(
    pages: Sequence[Source],
    waiting: deque[int],
    found: list[str | None],
    read: Callable[[Source], str],
    workers: int,
) -> list[int]:
    """Reads waiting pages into `found`; returns those that were under way when a worker was killed."""
    under_way: dict[Future[str], int] = {}
    # Workers are started afresh and not forked, since whoever crawls may have threads.
    with ProcessPoolExecutor(workers, mp_context=mp.get_context("spawn")) as pool, suppress(BrokenProcessPool):
        while waiting or under_way:
            while waiting and len(under_way) < AHEAD * workers:
                future = pool.submit(read, pages[waiting[0]])
                under_way[future] = waiting.popleft()
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                found[under_way[future]] = future.result()
                del under_way[future]
    return sorted(under_way.values())


def digest_of(page: Source) -> str:
    """A hash of everything in the article of a page."""
    html, url = page
    return hashlib.sha256(cleanpage.extract(html, url=url).model_dump_json().encode()).hexdigest()


def killed_once(page: Source, *, mark: Path) -> str:
    """As `digest_of`, but the first worker that comes here, and writes the mark, is killed as the kernel does it."""
    with suppress(FileExistsError):
        mark.touch(exist_ok=False)
        os.kill(os.getpid(), signal.SIGKILL)
    return digest_of(page)


def deadly(page: Source, *, poison: bytes) -> str:
    """As `digest_of`, but any worker that reads this page is killed."""
    if page[0] == poison:
        os.kill(os.getpid(), signal.SIGKILL)
    return digest_of(page)


def survives(pages: Sequence[Source]) -> bool:
    """Whether a crawl gives the same articles as this process does, though a worker is killed in it."""
    with TemporaryDirectory() as folder:
        mark = Path(folder) / "killed"
        crawled = crawl(pages, partial(killed_once, mark=mark))
        return mark.exists() and crawled == [digest_of(page) for page in pages]
