"""Runs systems over corpora in worker processes and keeps a record of every page as a JSON line.

A worker that takes too long over a page is killed and replaced; the page counts as an empty extraction.
"""

import contextlib
import datetime as dt
import json
import multiprocessing as mp
import os
import signal
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from itertools import groupby
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from benchmarks.intervals import Interval, Row
from benchmarks.metrics import MEASURES, score, summarise
from benchmarks.pages import Corpus, Page
from benchmarks.systems import SYSTEMS, Extraction, Extractor, System

__all__ = ["OUT", "PAGE_LIMIT", "PageRecord", "Run", "Worker", "by_kind", "read_run", "run", "write_run"]

OUT = Path(__file__).parent / "out"
PAGE_LIMIT = 20.0
"""Seconds of processor time that a system may take over one page."""
PATIENCE = 10.0
"""Times the limit by the clock on the wall: for a busy machine, and for a peer that waits or works in Node."""
LOOKS = 20
"""How often within the limit a worker's time is looked at."""
PROCESSES = 2
FORMAT = 1
"""Version of the layout of record files; a file of another version is not reused."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """All pages of a corpus through one system."""

    corpus: str
    digest: str
    system: str
    version: str
    date: str
    records: tuple[PageRecord, ...]

    @property
    def failures(self) -> int:
        """Number of pages with an exception or a time-out."""
        return sum(record.error is not None for record in self.records)


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


def run(
    corpus: Corpus,
    system: System,
    version: str,
    *,
    processes: int = PROCESSES,
    limit: float = PAGE_LIMIT,
    sound: Mapping[str, PageRecord] | None = None,
    advance: Callable[[], object] = lambda: None,
) -> Run:
    """Runs a system over a corpus.

    Args:
        corpus: The pages.
        system: The system.
        version: Its installed version, for the record.
        processes: Number of worker processes.
        limit: Seconds a page.
        sound: Records by page of an earlier run, to be taken as they are.
        advance: Called after every page.
    """
    known = sound or {}
    pages = [page for page in corpus.pages if page.id not in known]
    workers = [Worker(limit) for _ in range(min(processes, len(pages)))]
    idle: SimpleQueue[Worker] = SimpleQueue()

    def one(page: Page) -> PageRecord:
        worker = idle.get()
        try:
            return worker.record(system, page)
        finally:
            idle.put(worker)
            advance()

    try:
        for worker in workers:
            worker.warm(system, corpus.pages[0])
            idle.put(worker)
        with ThreadPoolExecutor(len(workers) or 1) as threads:
            found = dict(known) | {record.id: record for record in threads.map(one, pages)}
    finally:
        for worker in workers:
            worker.stop()
    records = tuple(found[page.id] for page in corpus.pages)
    today = dt.datetime.now(dt.UTC).date().isoformat()
    return Run(
        corpus=corpus.name, digest=corpus.digest, system=system.name, version=version, date=today, records=records
    )


def by_kind(done: Run) -> Iterator[tuple[str, int, dict[str, Interval]]]:
    """(kind, pages, measures): first of all pages, then of each kind, if there is more than one."""
    yield "all", len(done.records), summarise(record.scores for record in done.records)
    ordered = sorted(done.records, key=lambda record: record.kind)
    groups = [(kind, list(records)) for kind, records in groupby(ordered, key=lambda record: record.kind)]
    for kind, records in groups if len(groups) > 1 else ():
        yield kind, len(records), summarise(record.scores for record in records)


def run_path(folder: Path, corpus: str, system: str) -> Path:
    """File of one run."""
    return folder / corpus / f"{system}.jsonl"


def write_run(done: Run, folder: Path = OUT) -> Path:
    """Writes a head line and a line a page; returns the file."""
    path = run_path(folder, done.corpus, done.system)
    path.parent.mkdir(parents=True, exist_ok=True)
    head = {"format": FORMAT} | {key: getattr(done, key) for key in ("corpus", "digest", "system", "version", "date")}
    lines: Iterable[dict[str, Any]] = (head, *map(asdict, done.records))
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(line, ensure_ascii=False, default=str) + "\n" for line in lines)
    return path


def read_run(
    corpus: Corpus,
    system: str,
    version: str | None,
    folder: Path = OUT,
    measures: Collection[str] = tuple(MEASURES),
) -> Run | None:
    """A kept run of the same pages by the same version (None: by any); None where there is none.

    Scores are computed afresh from the kept extractions, so a changed measure is never mixed with an old one. It takes
    time: name the measures where only some are wanted.
    """
    path = run_path(folder, corpus.name, system)
    if not path.is_file():
        return None
    with path.open(encoding="utf-8") as lines:
        head = json.loads(next(lines))
        version = version or head.get("version")
        if (head.get("format"), head.get("digest"), head.get("version")) != (FORMAT, corpus.digest, version):
            return None
        kept = {record["id"]: record for record in map(json.loads, lines)}
    if any(page.id not in kept for page in corpus.pages):
        return None
    records = tuple(kept_record(page, SYSTEMS[system], kept[page.id], measures) for page in corpus.pages)
    return Run(
        corpus=corpus.name,
        digest=corpus.digest,
        system=system,
        version=head["version"],
        date=head["date"],
        records=records,
    )


def kept_record(page: Page, system: System, record: dict[str, Any], measures: Collection[str]) -> PageRecord:
    """A record from its line."""
    found = extraction_of(record["extraction"])
    return PageRecord(
        id=page.id,
        kind=page.kind,
        seconds=record["seconds"],
        error=record["error"],
        scores=score(page, found, system.fields, measures),
        extraction=found,
    )


def extraction_of(record: dict[str, Any]) -> Extraction:
    """An extraction from its part of a line."""
    values = dict(record)
    for name in ("published", "updated"):
        values[name] = dt.date.fromisoformat(values[name]) if values[name] else None
    values["published_at"] = dt.datetime.fromisoformat(values["published_at"]) if values["published_at"] else None
    for name in ("authors", "captions"):
        values[name] = None if values[name] is None else tuple(values[name])
    return Extraction(**values)
