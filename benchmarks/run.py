"""Runs systems over corpora in worker processes and keeps a record of every page as a JSON line.

A worker that takes too long over a page is killed and replaced; the page counts as an empty extraction.
"""

import datetime as dt
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from benchmarks.intervals import Interval
from benchmarks.metrics import MEASURES, score, summarise
from benchmarks.pages import Corpus, Page
from benchmarks.systems import SYSTEMS, Extraction, System
from benchmarks.worker import PAGE_LIMIT, PageRecord, Worker

__all__ = ["OUT", "PROCESSES", "Run", "by_kind", "read_run", "run", "write_run"]

OUT = Path(__file__).parent / "out"
PROCESSES = 2
FORMAT = 1
"""Version of the layout of record files; a file of another version is not reused."""


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
