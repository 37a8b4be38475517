import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.batch.function import BATCH_BYTES, BATCH_ROWS
from cleanpage.batch.parts import Part
from cleanpage.batch.records import PageRecord, ReadSettings
from cleanpage.batch.sources import find_inputs
from cleanpage.batch.units import InputEnd, Pages, PartEnd, Stopped, in_batches, read_units


def units(folder: Path, rows: list[Any], done: set[Part], stops: list[bool]) -> list[Any]:
    path = folder / "a.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    (given,), _ = find_inputs([str(path)])
    asked = iter(stops)
    found = read_units(given, 2, ReadSettings(), (), 10, done, lambda: next(asked, False))
    return [
        (label, batch.column("position").to_pylist()) if isinstance(label, Pages) and batch else label
        for label, batch in found
    ]


ROWS = [{"html": "<p>", "http_status": 404 if number in (3, *range(20, 30)) else 200} for number in range(45)]


def test_units_are_ranges_of_records(tmp_path: Path) -> None:
    *found, end = units(tmp_path, ROWS, set(), [])
    batches = [positions for label, positions in (one for one in found if isinstance(one, tuple))]
    assert batches == [[0, 1, 2, *range(4, 10)], list(range(10, 20)), list(range(30, 40)), list(range(40, 45))]
    assert [one.part for one in found if isinstance(one, PartEnd)] == [Part(2, unit) for unit in (0, 1, 3, 4)]
    assert end == InputEnd(2, 34, (0, 1, 3, 4), {"http status 404": 11}, ())


def test_units_that_are_done_are_passed_over(tmp_path: Path) -> None:
    *found, end = units(tmp_path, ROWS, {Part(2, 0), Part(2, 3)}, [])
    assert [one.part.unit for one in found if isinstance(one, PartEnd)] == [1, 4]
    assert (end.pages, end.units) == (34, (0, 1, 3, 4))


def test_reading_stops_between_units(tmp_path: Path) -> None:
    *found, end = units(tmp_path, ROWS, {Part(2, 0)}, [False, True])
    assert [one.part.unit for one in found if isinstance(one, PartEnd)] == [1]
    assert end == Stopped()


def test_input_without_pages(tmp_path: Path) -> None:
    assert units(tmp_path, [], set(), []) == [InputEnd(2, 0, (), {}, ())]


@given(st.lists(st.sampled_from([None, 0, 10, BATCH_BYTES // 3, BATCH_BYTES + 1]), max_size=80))
def test_batches_keep_order_and_limits(sizes: list[int | None]) -> None:
    html = b"x" * (BATCH_BYTES + 1)
    pages = [
        PageRecord(source="a", position=number, html=None if size is None else html[:size])
        for number, size in enumerate(sizes)
    ]
    batches = list(in_batches(pages))
    assert [page for batch in batches for page in batch] == pages
    for batch in batches:
        assert 0 < len(batch) <= BATCH_ROWS
        assert len(batch) == 1 or sum(len(page.html or b"") for page in batch) <= BATCH_BYTES


@pytest.mark.parametrize("size", [1, 3])
def test_numbers_of_units_follow_the_size(size: int, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"html": "<p>"}\n' * 3)
    (given,), _ = find_inputs([str(path)])
    *_, (end, _) = read_units(given, 0, ReadSettings(), (), size, (), lambda: False)
    assert isinstance(end, InputEnd)
    assert end.units == tuple(range(3 // size))
