"""Part files: written under another name, and committed by giving them their own.

A part holds the rows of a fixed range of records of one input, so its name says what it holds, whoever writes it. A
part that is there is complete, and there is no other record of what has been done.
"""

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from cleanpage.batch.compute import pc
from cleanpage.batch.lines import LINE

__all__ = ["Form", "Part", "PartWriter", "committed_parts", "merge_parts", "sync_folder", "write_whole"]

GROUP_ROWS = 1024
GROUP_BYTES = 16_000_000
"""Rows, and bytes of their text and body, after which a group of rows is written."""

NAME = re.compile(r"part-(\d{5,})-(\d{6,})\.(parquet|jsonl)")


class Form(StrEnum):
    """What parts are written as."""

    PARQUET = "parquet"
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A range of records of an input."""

    input: int
    """Number of the input."""
    unit: int
    """Number of the range within it."""

    def path(self, folder: Path, form: Form) -> Path:
        """Where it stands; the names sort as the records do."""
        return folder / f"part-{self.input:05d}-{self.unit:06d}.{form}"


def committed_parts(folder: Path, form: Form) -> dict[Part, Path]:
    """The parts of a folder that can be read, in order. Those that cannot are left to be written again."""
    found = {}
    for path in sorted(folder.iterdir()):
        name = NAME.fullmatch(path.name)
        if name and name[3] == form and is_readable(path, form):
            found[Part(int(name[1]), int(name[2]))] = path
    return found


def is_readable(path: Path, form: Form) -> bool:
    """Whether a part is whole: Parquet has its footer, and a file of lines ends with one."""
    try:
        if form is Form.PARQUET:
            pq.read_metadata(path)
            return True
        with path.open("rb") as file:
            if not file.seek(0, os.SEEK_END):
                return True
            file.seek(-1, os.SEEK_END)
            return file.read() == b"\n"
    except (OSError, pa.ArrowException):
        return False


class PartWriter:
    """Writes one part.

    Args:
        path: Its own name, which it gets when it is committed.
        schema: The columns of its rows; None for lines.
    """

    def __init__(self, path: Path, schema: pa.Schema | None) -> None:
        self.path = path
        self.schema = schema
        self.temporary = path.with_name(f".{path.name}.{os.getpid()}")
        self.file: BinaryIO = self.temporary.open("wb")
        self.table = pq.ParquetWriter(self.file, schema, compression="zstd") if schema else None
        self.group: list[pa.RecordBatch] = []
        self.rows = self.size = 0

    def write(self, rows: pa.RecordBatch) -> None:
        """Add rows. Groups of rows depend on the rows alone, so that equal rows give equal files."""
        if self.table is None:
            self.file.writelines(f"{line}\n".encode() for line in rows.column(LINE).to_pylist())
            return
        self.group.append(rows)
        self.rows += rows.num_rows
        self.size += sum(pc.sum(pc.binary_length(rows.column(name))).as_py() or 0 for name in ("text", "body"))
        if self.rows >= GROUP_ROWS or self.size >= GROUP_BYTES:
            self.write_group()

    def write_group(self) -> None:
        """Write the rows gathered so far as one group."""
        if self.table is not None and self.rows:
            self.table.write_table(pa.Table.from_batches(self.group, schema=self.schema).combine_chunks())
        self.group.clear()
        self.rows = self.size = 0

    def commit(self) -> None:
        """Make the part appear under its own name, whole, and stay there if the power fails."""
        self.write_group()
        if self.table is not None:
            self.table.close()
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()
        self.temporary.replace(self.path)
        sync_folder(self.path.parent)

    def abandon(self) -> None:
        """Leave nothing behind."""
        with suppress(OSError, pa.ArrowException):  # as where the disk is full, which is known by now
            if self.table is not None:
                self.table.close()
            self.file.close()
        self.temporary.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names of a folder stay if the power fails, where the system can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folders
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def merge_parts(parts: Iterable[Path], target: Path, form: Form, schema: pa.Schema) -> None:
    """Write the rows of all parts, in order, to one file."""
    writer = PartWriter(target, schema if form is Form.PARQUET else None)
    try:
        for path in parts:
            append_part(writer, path)
        writer.commit()
    except BaseException:
        writer.abandon()
        raise


def append_part(writer: PartWriter, path: Path) -> None:
    """Add the rows of a part, group by group."""
    if writer.table is None:
        with path.open("rb") as file:
            while data := file.read(1 << 20):
                writer.file.write(data)
        return
    with pq.ParquetFile(path) as file:
        for group in range(file.num_row_groups):
            writer.table.write_table(file.read_row_group(group))
