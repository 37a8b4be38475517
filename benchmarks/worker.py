"""A process that runs systems page by page, and is killed and replaced when one takes too long over a page."""

import contextlib
import multiprocessing as mp
import os
import signal
import time
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.intervals import Row
from benchmarks.metrics import score
from benchmarks.pages import Page
from benchmarks.systems import SYSTEMS, Extraction, Extractor, System

__all__ = ["PAGE_LIMIT", "PageRecord", "Worker", "judged", "spent_seconds"]

PAGE_LIMIT = 20.0
"""Seconds of processor time that a system may take over one page."""
PATIENCE = 10.0
"""Times the limit by the clock on the wall: for a busy machine, and for a peer that waits or works in Node."""
LOOKS = 20
"""How often within the limit a worker's time is looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRecord:
    """What one system did with one page.

    Args:
        seconds: Processor time of the system alone: a busy machine stretches wall-clock time, and the longer ones more.
        error: Exception or time-out; the extraction is then empty.
        scores: Row of each measure that is defined for the page.
    """

    id: str
    kind: str
    seconds: float
    error: str | None = None
    scores: dict[str, Row] = field(default_factory=dict)
    extraction: Extraction = field(default_factory=Extraction)


def serve(pipe: Connection) -> None:
    """Body of a worker: answers (system, page) with a record until the pipe closes."""
    # A group of its own, so that the processes that a system starts end with it.
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)
    silence()
    extractors: dict[str, Extractor] = {}
    while True:
        try:
            name, page = pipe.recv()
        except EOFError:
            return
        if name not in extractors:
            extractors[name] = SYSTEMS[name].load()
        pipe.send(judged(SYSTEMS[name], extractors[name], page))


def silence() -> None:
    """Sends what peers print to nowhere, from C too: notices on single pages would drown the progress bar."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def judged(system: System, extractor: Extractor, page: Page) -> PageRecord:
    """Runs one page and scores it; an exception of the system is recorded, not raised."""
    html, error, found = page.html, None, Extraction()
    start = time.process_time()
    try:
        found = extractor(html, page.url)
    except (Exception, SystemExit) as failure:  # a peer may raise anything: the record tells
        error = f"{type(failure).__name__}: {failure}"[:500]
    seconds = time.process_time() - start if found.seconds is None else found.seconds
    scores = score(page, found, system.fields)
    return PageRecord(id=page.id, kind=page.kind, seconds=seconds, error=error, scores=scores, extraction=found)


class Worker:
    """A process that runs systems page by page and can be stopped in the middle of one."""

    def __init__(self, limit: float = PAGE_LIMIT) -> None:
        self.limit = limit
        self.start()

    def start(self) -> None:
        """Starts the process."""
        self.pipe, other = mp.Pipe()
        self.process = mp.get_context("spawn").Process(target=serve, args=(other,), daemon=True)
        self.process.start()
        other.close()

    def warm(self, system: System, page: Page) -> None:
        """Runs a page without a limit, so that imports and first-use tables do not count."""
        self.pipe.send((system.name, page))
        self.pipe.recv()

    def record(self, system: System, page: Page) -> PageRecord:
        """The record of one page; where the process hangs or dies, of an empty extraction."""
        error = f"stopped after {self.limit:g} s"
        try:
            self.pipe.send((system.name, page))
            if self.answers_in_time():
                answer: PageRecord = self.pipe.recv()
                return answer
        except (EOFError, BrokenPipeError, ConnectionResetError):
            error = "the process died"
        self.stop()
        self.start()
        scores = score(page, Extraction(), system.fields)
        return PageRecord(id=page.id, kind=page.kind, seconds=self.limit, error=error, scores=scores)

    def answers_in_time(self) -> bool:
        """Waits for an answer until the process has used up its time, by its own clock or, with patience, ours."""
        begun, deadline = spent_seconds(self.process.pid), time.monotonic() + PATIENCE * self.limit
        while time.monotonic() < deadline:
            if self.pipe.poll(self.limit / LOOKS):
                return True
            if spent_seconds(self.process.pid) - begun >= self.limit:
                break
        return False

    def stop(self) -> None:
        """Ends the process."""
        self.pipe.close()
        with contextlib.suppress(ProcessLookupError):
            if hasattr(os, "killpg") and self.process.pid:
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        self.process.join()


def spent_seconds(process: int | None) -> float:
    """Processor time of a process so far; by the clock on the wall where the system does not tell."""
    try:
        # The name of the program stands in brackets and may hold spaces; times are the 14th and 15th field of all.
        fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return time.monotonic()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
