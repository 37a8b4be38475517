"""Batches in files, which is how they pass between the pool and its workers.

Messages through pipes stay tiny this way: a worker that is killed leaves no half of a batch in a pipe that others read,
and a batch that has to be run again is still there.
"""

import os
import struct
import time
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

__all__ = ["IDLE", "Beat", "read_batch", "read_beat", "write_batch", "write_beat"]

BEAT = struct.Struct("<qqd")
IDLE = -1
"""The row of a worker that is between batches."""


def write_batch(path: Path, batch: pa.RecordBatch) -> None:
    """Write a batch to a file of its own."""
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_stream(file, batch.schema) as writer:
        writer.write_batch(batch)


def read_batch(path: Path) -> pa.RecordBatch:
    """The batch of a file, mapped into memory."""
    batch: pa.RecordBatch = pa.ipc.open_stream(pa.memory_map(str(path))).read_next_batch()
    return batch


@dataclass(frozen=True, slots=True)
class Beat:
    """What a worker does at the moment."""

    task: int
    """Number of its task."""
    row: int
    """Number of the page within the task; `IDLE` before the first and after the last."""
    since: float
    """When it began with that, by `time.monotonic`, which all processes of a machine share."""


def write_beat(file: int, task: int, row: int) -> None:
    """Say in an open file what this worker begins with."""
    os.pwrite(file, BEAT.pack(task, row, time.monotonic()), 0)


def read_beat(path: Path) -> Beat | None:
    """What a worker does; None if it has not said so yet."""
    try:
        return Beat(*BEAT.unpack(path.read_bytes()))
    except (OSError, struct.error):
        return None
