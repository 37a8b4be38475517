import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from cleanpage.batch import SCHEMA, extract_batch
from cleanpage.batch.compute import pc
from cleanpage.batch.function import Settings
from cleanpage.batch.pool import run_batches, run_here
from cleanpage.batch.records import PageRecord, batch_of_pages
from cleanpage.batch.watch import Limits
from cleanpage.batch.worker import Work
from tests.batch.hooks import die_once, misbehave
from tests.batch.pages import page

SETTINGS = Settings(timings=False)


def batches(names: list[str], size: int) -> Iterator[tuple[int, pa.RecordBatch]]:
    """Batches of pages, labelled by the number of their first."""
    for start in range(0, len(names), size):
        part = names[start : start + size]
        yield (
            start,
            batch_of_pages(
                [PageRecord(source="test", position=start + at, html=page(name)) for at, name in enumerate(part)]
            ),
        )


def rows_of(found: Iterator[tuple[Any, pa.RecordBatch | None]]) -> list[dict[str, Any]]:
    return [row for _, rows in found if rows is not None for row in rows.to_pylist()]


def errors(rows: list[dict[str, Any]]) -> dict[int, str]:
    return {row["position"]: row["error"]["stage"] for row in rows if row["error"]}


def articles(rows: pa.RecordBatch) -> pa.RecordBatch:
    return rows.filter(pc.equal(rows["outcome"], "article"))


def test_rows_come_in_order(tmp_path: Path) -> None:
    names = [f"ship{number}" for number in range(30)]
    items: list[tuple[Any, pa.RecordBatch | None]] = list(batches(names, 4))
    items.insert(3, ("mark", None))
    found = list(run_batches(iter(items), Work(folder=tmp_path, settings=SETTINGS), Limits(), 2))
    assert [label for label, _ in found] == [label for label, _ in items]
    assert found[3] == ("mark", None)
    for (_, given), (_, rows) in zip(items, found, strict=True):
        assert rows == (given and extract_batch(given, timings=False))
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".beat"] == []


@pytest.mark.slow
def test_page_that_brings_its_worker_down_costs_that_page(tmp_path: Path) -> None:
    names = [f"ship{number}" for number in range(40)]
    names[3], names[12], names[13], names[30] = "HANG", "SEGFAULT", "RAISE", "MEMORY"
    work = Work(folder=tmp_path, settings=SETTINGS, hook=misbehave)
    rows = rows_of(run_batches(batches(names, 8), work, Limits(seconds=4.0, memory=600_000_000), 2))
    assert [row["position"] for row in rows] == list(range(40))
    assert errors(rows) == {3: "timeout", 12: "crash", 13: "extract", 30: "memory"}
    assert sum(row["outcome"] == "article" for row in rows) == 36


def test_worker_that_is_killed_costs_no_page(tmp_path: Path) -> None:
    names = [f"ship{number}" for number in range(12)]
    names[5] = f"ONCE:{tmp_path / 'died'};"
    (tmp_path / "spool").mkdir()
    work = Work(folder=tmp_path / "spool", settings=SETTINGS, hook=die_once)
    rows = rows_of(run_batches(batches(names, 6), work, Limits(), 1))
    assert (tmp_path / "died").exists()
    assert errors(rows) == {}
    assert [row["position"] for row in rows] == list(range(12))


def test_worker_that_has_grown_makes_way(tmp_path: Path) -> None:
    names = [f"ship{number}" for number in range(9)]
    work = Work(folder=tmp_path, settings=SETTINGS, recycle_bytes=1)
    rows = rows_of(run_batches(batches(names, 3), work, Limits(), 1))
    assert [row["position"] for row in rows] == list(range(9))
    assert errors(rows) == {}


def test_rows_can_be_filtered_around_an_error(tmp_path: Path) -> None:
    names = ["one", "SEGFAULT", "three"]
    work = Work(folder=tmp_path, settings=SETTINGS, finish=articles, hook=misbehave)
    ((label, rows),) = run_batches(batches(names, 3), work, Limits(), 1)
    assert label == 0
    assert rows is not None
    assert rows.column("position").to_pylist() == [0, 2]


def test_here_is_the_same_as_there(tmp_path: Path) -> None:
    names = [f"ship{number}" for number in range(6)]
    work = Work(folder=tmp_path, settings=SETTINGS, finish=partial(pa.RecordBatch.slice, offset=1))
    here = list(run_here(batches(names, 3), work))
    there = list(run_batches(batches(names, 3), work, Limits(), 1))
    assert here == there
    assert all(rows is not None and rows.schema == SCHEMA and rows.num_rows == 2 for _, rows in here)


def test_workers_begin_with_everything_loaded() -> None:
    program = "import cleanpage.batch.preload, sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert {"cleanpage.batch.worker", "cleanpage.pipeline", "dateparser"} <= set(run.stdout.split())


def test_error_that_is_no_page_s_ends_the_run(tmp_path: Path) -> None:
    work = Work(folder=tmp_path / "not there", settings=SETTINGS)
    with pytest.raises(FileNotFoundError):
        list(run_batches(batches(["one"], 1), work, Limits(), 1))
