"""What a worker process does: one task after the other, each a batch of pages."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pyarrow as pa

from cleanpage.batch.function import Settings, rows_of_batch
from cleanpage.batch.spool import IDLE, read_batch, write_batch, write_beat

__all__ = ["RECYCLED", "Task", "Work", "beat_path", "resident_bytes", "run_task", "start_worker"]

RECYCLED = 75
"""Exit code of a worker that has grown and makes way for a new one, before it has begun with its task."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What all tasks of a pool have in common."""

    folder: Path
    """Where batches and beats are."""
    settings: Settings
    """How pages are extracted."""
    finish: Callable[[pa.RecordBatch], pa.RecordBatch] | None = None
    """Applied to the rows of each task: a filter, another form. A function that can be pickled."""
    recycle_bytes: int = 1 << 30
    """Memory of a worker above which it is replaced before its next task."""
    hook: Callable[[bytes | str | None], None] | None = None
    """Called with each page before it is extracted; for tests of pages that bring a worker down."""


@dataclass(frozen=True, slots=True)
class Task:
    """Some pages of a batch."""

    number: int
    """Unique within the pool."""
    batch: Path
    """The file of the batch."""
    first: int
    """Its first page within the batch."""
    last: int
    """The page after its last one."""
    tries: int = 0
    """How often it was begun without any of its pages being to blame."""

    @property
    def result(self) -> Path:
        """The file of the rows."""
        return self.batch.with_name(f"{self.number}.rows")


def start_worker() -> None:
    """Keep Arrow from starting threads of its own; there is one worker a core."""
    pa.set_cpu_count(1)
    pa.set_io_thread_count(1)


def run_task(task: Task, work: Work) -> None:
    """Write the rows of a task to its file, and say before each page which it is."""
    path = beat_path(work.folder, os.getpid())
    if path.exists() and resident_bytes(os.getpid()) > work.recycle_bytes:  # a worker that has just begun stays
        os._exit(RECYCLED)
    beat = os.open(path, os.O_RDWR | os.O_CREAT)
    try:
        write_beat(beat, task.number, IDLE)
        batch = read_batch(task.batch).slice(task.first, task.last - task.first)
        rows = rows_of_batch(batch, work.settings, partial(begin, beat, task.number, batch, work.hook))
        write_beat(beat, task.number, IDLE)
        write_batch(task.result, work.finish(rows) if work.finish else rows)
    finally:
        os.close(beat)


def begin(
    beat: int, task: int, batch: pa.RecordBatch, hook: Callable[[bytes | str | None], None] | None, row: int
) -> None:
    """Say that the next page is begun."""
    write_beat(beat, task, row)
    if hook:
        hook(batch.column("html")[row].as_py())


def beat_path(folder: Path, process: int) -> Path:
    """Where a worker says what it does."""
    return folder / f"{process}.beat"


def resident_bytes(process: int) -> int:
    """Memory of a process that is in RAM (RSS); 0 where the system has no `/proc`, and for a process that is gone."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError, ValueError):
        return 0
