import json
from pathlib import Path

import pytest

from benchmarks.stress import hostile
from benchmarks.stress.generated import HOSTILE
from benchmarks.systems import SYSTEMS, Extraction
from benchmarks.worker import PageRecord


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        (PageRecord(id="a", kind="article", seconds=0.126, extraction=Extraction(text="two words")), "0.13 s, 2"),
        (PageRecord(id="a", kind="article", seconds=20, error="stopped after 20 s"), "stopped after 20 s"),
        (PageRecord(id="a", kind="article", seconds=1, error="RecursionError: maximum depth"), "RecursionError"),
    ],
)
def test_what_is_told_of_a_page(record: PageRecord, shown: str) -> None:
    assert hostile.cell(record) == shown


def test_every_system_reads_every_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pages = {name: HOSTILE[name] for name in ("cyclic JSON-LD", "UTF-16 without mark")}
    monkeypatch.setattr(hostile, "HOSTILE", pages)
    calls: list[int] = []
    found = hostile.measure({SYSTEMS["cleanpage"]: "1", SYSTEMS["lexbor"]: "1"}, advance=lambda: calls.append(1))
    assert [(name, list(row)) for name, row in found.items()] == [(name, ["cleanpage", "lexbor"]) for name in pages]
    assert not any(record.error for row in found.values() for record in row.values())
    assert len(calls) == 2
    hostile.write_records(found, tmp_path / "out" / "hostile.json")
    kept = json.loads((tmp_path / "out" / "hostile.json").read_text("utf-8"))
    assert kept["cyclic JSON-LD"]["cleanpage"].split(", ")[1] != "0"
    assert hostile.table(found).row_count == 2
