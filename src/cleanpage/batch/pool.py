"""Runs batches of pages in worker processes; a page that brings its worker down costs that page alone.

Pebble starts, feeds and replaces the processes, and tells which task a dead one had. It is under the LGPL, which asks
nothing of programs that import it. What is added here: the page that a worker died of becomes a row with an error, and
the other pages of its batch are run again.
"""

import multiprocessing
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, Generic, TypeVar

import pyarrow as pa
from pebble import ProcessExpired, ProcessPool

from cleanpage.batch.function import rows_of_batch
from cleanpage.batch.records import RowError
from cleanpage.batch.schema import ERROR
from cleanpage.batch.spool import IDLE, read_batch, write_batch
from cleanpage.batch.watch import Limits, Watch, watching
from cleanpage.batch.worker import RECYCLED, Task, Work, run_task, start_worker

__all__ = ["run_batches", "run_here"]

Label = TypeVar("Label")

IN_FLIGHT = 3
"""Batches that are handed out for each worker, so that none waits for the reader."""

AHEAD = 12
"""Batches for each worker that may be read before the rows of the first of them are taken."""

BATCHES_PER_WORKER = 160
"""After so many a worker is replaced by a new one: some 5,000 pages."""

STALLED = 120.0
"""Seconds, beyond the limit of a page, without a sign of any worker after which the pool is taken for broken."""

TRIES = 3
"""How often pages are run again that a worker died with, where nothing tells which of them it died of."""


@dataclass(slots=True)
class Entry(Generic[Label]):
    """A batch that is being worked on."""

    label: Label
    batch: Path
    rows: int
    pieces: dict[int, tuple[int, pa.RecordBatch]] = field(default_factory=dict)
    """By the first page of each piece: how many pages it covers, and their rows."""

    def add(self, first: int, pages: int, rows: pa.RecordBatch) -> None:
        """Take in the rows of some pages."""
        self.pieces[first] = (pages, rows)

    @property
    def complete(self) -> bool:
        """Whether all pages are accounted for."""
        return sum(pages for pages, _ in self.pieces.values()) == self.rows

    def result(self) -> pa.RecordBatch:
        """The rows of all pages, in order."""
        batches = [rows for _, (_, rows) in sorted(self.pieces.items())]
        return batches[0] if len(batches) == 1 else pa.concat_batches(batches)


def run_batches(
    items: Iterable[tuple[Label, pa.RecordBatch | None]], work: Work, limits: Limits, workers: int
) -> Iterator[tuple[Label, pa.RecordBatch | None]]:
    """Extract batches in worker processes.

    Args:
        items: Batches of `INPUT_SCHEMA`, each with a label. They are taken as workers become free, a few ahead. A label
            without a batch keeps its place in the order.
        work: How to extract them, and an empty folder for their files.
        limits: What a page may take.
        workers: Number of processes.

    Yields:
        Each label with the rows of its batch, in the order of `items`.

    Raises:
        OSError: A file cannot be written.
    """
    pending: deque[Entry[Label] | Label] = deque()
    with watching(Watch(work.folder, limits)) as watch, Pool[Label](workers, work, watch) as pool:
        for label, batch in items:
            pending.append(label if batch is None else pool.submit(label, batch))
            while len(pool.running) >= IN_FLIGHT * workers or len(pending) >= AHEAD * workers:
                pool.settle_some()
                yield from settled(pending)
            yield from settled(pending)
        while pending:
            pool.settle_some()
            yield from settled(pending)


def settled(pending: deque[Any]) -> Iterator[tuple[Any, pa.RecordBatch | None]]:
    """Take what is complete from the front of the queue."""
    while pending and not (isinstance(pending[0], Entry) and not pending[0].complete):
        entry = pending.popleft()
        if isinstance(entry, Entry):
            yield entry.label, entry.result()
        else:
            yield entry, None


def run_here(
    items: Iterable[tuple[Label, pa.RecordBatch | None]], work: Work
) -> Iterator[tuple[Label, pa.RecordBatch | None]]:
    """As `run_batches`, in this process: nothing to start, and nothing that holds a page to its limits."""
    for label, batch in items:
        if batch is None:
            yield label, None
        else:
            yield label, finished(rows_of_batch(batch, work.settings), work)


def finished(rows: pa.RecordBatch, work: Work) -> pa.RecordBatch:
    """Rows in the form that is asked for."""
    return work.finish(rows) if work.finish else rows


class Pool(Generic[Label]):
    """Worker processes, and the tasks that they have.

    Args:
        workers: Number of processes.
        work: What their tasks have in common.
        watch: What is known of them.
    """

    def __init__(self, workers: int, work: Work, watch: Watch) -> None:
        self.workers = workers
        self.work = work
        self.watch = watch
        self.numbers = count()
        self.running: dict[Future[None], tuple[Entry[Label], Task]] = {}
        self.processes = start_processes(workers)
        self.started = time.monotonic()

    def __enter__(self) -> "Pool[Label]":
        return self

    def __exit__(self, *_: object) -> None:
        end_processes(self.processes)

    def submit(self, label: Label, batch: pa.RecordBatch) -> Entry[Label]:
        """Hand out a batch."""
        path = self.work.folder / f"{next(self.numbers)}.pages"
        write_batch(path, batch)
        entry = Entry(label, path, batch.num_rows)
        self.start(entry, 0, batch.num_rows)
        return entry

    def start(self, entry: Entry[Label], first: int, last: int, tries: int = 0) -> None:
        """Hand out the pages from `first` up to, not including, `last`; none if there are none."""
        if first < last:
            task = Task(next(self.numbers), entry.batch, first, last, tries)
            self.running[self.processes.schedule(run_task, (task, self.work))] = (entry, task)

    def settle_some(self) -> None:
        """Wait a moment for tasks, and take their results."""
        done, _ = wait(self.running, timeout=1.0, return_when=FIRST_COMPLETED)
        for future in done:
            self.settle(future)
        if not done and self.is_broken():
            self.restart()

    def settle(self, future: Future[None]) -> None:
        """Take the result of a task."""
        entry, task = self.running.pop(future)
        error = future.exception()
        if isinstance(error, ProcessExpired):
            self.recover(entry, task, error)
        elif isinstance(error, BrokenExecutor):
            self.start(entry, task.first, task.last, task.tries)
        elif error is not None:
            raise error
        else:
            entry.add(task.first, task.last - task.first, read_batch(task.result))
            task.result.unlink()
        if entry.complete:
            entry.batch.unlink()

    def recover(self, entry: Entry[Label], task: Task, error: ProcessExpired) -> None:
        """Go on after a worker has died with a task: only what brings a worker down by itself is an error.

        A worker that was killed for something else, by the system or by hand, costs no page.
        """
        beat, cause = self.watch.last_words(error.pid or 0)
        if error.exitcode == RECYCLED:
            self.start(entry, task.first, task.last, task.tries)
        elif beat is None or beat.task != task.number or beat.row == IDLE:  # between pages
            self.start_again(entry, task, error.exitcode)
        else:
            page = task.first + beat.row
            self.start(entry, task.first, page)
            if cause == "timeout" or task.last - task.first == 1:
                self.fail(entry, page, error_of(cause, error.exitcode, self.watch.limits))
            else:
                self.start(entry, page, page + 1)
            self.start(entry, page + 1, task.last)

    def start_again(self, entry: Entry[Label], task: Task, exitcode: int | None) -> None:
        """Run a task again of whose pages none is to blame; after some tries page by page, and then no more."""
        if task.tries < TRIES:
            self.start(entry, task.first, task.last, task.tries + 1)
        elif task.last - task.first == 1:
            self.fail(entry, task.first, error_of("crash", exitcode, self.watch.limits))
        else:
            for page in range(task.first, task.last):
                self.start(entry, page, page + 1)

    def fail(self, entry: Entry[Label], page: int, error: RowError) -> None:
        """Give a page a row with an error."""
        batch = read_batch(entry.batch).slice(page, 1)
        column = batch.schema.get_field_index("error")
        batch = batch.set_column(column, batch.schema.field(column), pa.array([error.as_struct()], ERROR))
        entry.add(page, 1, finished(rows_of_batch(batch, self.work.settings), self.work))

    def is_broken(self) -> bool:
        """Whether nothing will come of the tasks any more."""
        silence = time.monotonic() - max(self.watch.last_sign, self.started)
        return not self.processes.active or silence > self.watch.limits.seconds + STALLED

    def restart(self) -> None:
        """Begin anew with fresh processes."""
        end_processes(self.processes)
        self.processes = start_processes(self.workers)
        self.started = time.monotonic()
        tasks, self.running = list(self.running.values()), {}
        for entry, task in tasks:
            self.start_again(entry, task, None)


def start_processes(workers: int) -> ProcessPool:
    """A pool of processes, each of which begins with everything loaded where the system can fork."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    context.set_forkserver_preload(["cleanpage.batch.preload"])
    return ProcessPool(workers, BATCHES_PER_WORKER, start_worker, context=context)


def end_processes(processes: ProcessPool) -> None:
    """End a pool, and what its processes are at."""
    processes.stop()  # type: ignore[no-untyped-call]
    processes.join()


def error_of(cause: str, exitcode: int | None, limits: Limits) -> RowError:
    """The error of a page that a worker died of."""
    match cause:
        case "timeout":
            return RowError("timeout", "TimeoutError", f"not done after {limits.seconds:g} seconds")
        case "memory":
            return RowError("memory", "MemoryError", f"took more than {limits.memory} bytes")
        case _:
            return RowError("crash", "ProcessExpired", f"the worker ended with exit code {exitcode}")
