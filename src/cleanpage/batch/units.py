"""Cuts inputs into units of a fixed number of records, and their pages into batches.

Where a unit begins and ends depends on the input alone, so that a run that is resumed, with however many workers, makes
the same parts.
"""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import pyarrow as pa

from cleanpage.batch.function import BATCH_BYTES, BATCH_ROWS
from cleanpage.batch.parts import Part
from cleanpage.batch.records import PageRecord, ReadSettings, Skipped, SourceFault, batch_of_pages
from cleanpage.batch.sources import Input, read_input

__all__ = ["InputEnd", "Label", "Pages", "PartEnd", "Stopped", "read_units"]


@dataclass(frozen=True, slots=True)
class Pages:
    """The label of a batch of pages."""

    part: Part
    read: int
    """Bytes of its input read so far."""


@dataclass(frozen=True, slots=True)
class PartEnd:
    """All pages of a part have been read."""

    part: Part


@dataclass(frozen=True, slots=True)
class InputEnd:
    """An input has been read to its end."""

    input: int
    pages: int
    """Pages in scope."""
    units: tuple[int, ...]
    """Units that hold any."""
    skipped: dict[str, int]
    """Records that are none, by reason."""
    faults: tuple[SourceFault, ...]


@dataclass(frozen=True, slots=True)
class Stopped:
    """Reading has stopped before the end, as asked for."""


Label = Pages | PartEnd | InputEnd | Stopped
Item = tuple[Label, pa.RecordBatch | None]


@dataclass(slots=True)
class Counted:
    """What has been met in an input."""

    pages: int = 0
    units: list[int] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    faults: list[SourceFault] = field(default_factory=list)


def read_units(
    given: Input,
    number: int,
    settings: ReadSettings,
    keep: Sequence[pa.Field],
    part_size: int,
    done: Container[Part],
    stop: Callable[[], bool],
) -> Iterator[Item]:
    """Read an input.

    Args:
        given: The input.
        number: Its number.
        settings: What to read of it.
        keep: The columns to keep.
        part_size: Records of a unit.
        done: Parts whose pages need not be given any more.
        stop: Asked after each part whether to stop there.

    Yields:
        Batches and the ends of their parts, and at last the end of the input, or `Stopped`.
    """
    counted = Counted()
    pages = pages_of(given, settings, counted)
    for part, records in groupby(pages, lambda page: Part(number, page.position // part_size)):
        counted.units.append(part.unit)
        if part in done:
            continue
        if stop():
            yield Stopped(), None
            return
        for batch in in_batches(records):
            yield Pages(part, batch[-1].read), batch_of_pages(batch, keep)
        yield PartEnd(part), None
    skipped = dict(sorted(counted.skipped.items()))
    yield InputEnd(number, counted.pages, tuple(counted.units), skipped, tuple(counted.faults)), None


def pages_of(given: Input, settings: ReadSettings, counted: Counted) -> Iterator[PageRecord]:
    """The pages of an input; everything else is counted."""
    for found in read_input(given, settings):
        match found:
            case PageRecord():
                counted.pages += 1
                yield found
            case Skipped():
                counted.skipped[found.reason] += 1
            case SourceFault():
                counted.faults.append(found)


def in_batches(pages: Iterable[PageRecord]) -> Iterator[list[PageRecord]]:
    """Pages in lists of at most `BATCH_ROWS`, and of `BATCH_BYTES` unless one is larger."""
    batch: list[PageRecord] = []
    size = 0
    for page in pages:
        more = len(page.html or b"")
        if batch and (len(batch) == BATCH_ROWS or size + more > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(page)
        size += more
    if batch:
        yield batch
