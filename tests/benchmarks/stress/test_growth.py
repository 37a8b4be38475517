from pathlib import Path

import pytest

from benchmarks.stress import growth
from benchmarks.stress.growth import Point


def points(*seconds: float) -> list[Point]:
    """Pages from 100 kB on, each twice as large as the one before."""
    return [Point(100_000 * 2**at, value, 80.0) for at, value in enumerate(seconds)]


@pytest.mark.parametrize(("seconds", "slope"), [((1, 2, 4), 1.0), ((1, 4, 16), 2.0), ((1, 1, 1), 0.0)])
def test_exponent(seconds: tuple[float, ...], slope: float) -> None:
    assert growth.exponent(points(*seconds)) == pytest.approx(slope)


def test_small_pages_do_not_count_where_there_are_large_ones() -> None:
    assert growth.exponent([Point(1_000, 1.0, 80.0), *points(1, 2, 4)]) == pytest.approx(1.0)


def test_one_page_has_no_exponent() -> None:
    assert growth.exponent(points(1)) != growth.exponent(points(1))


def test_a_page_is_measured_in_a_process_of_its_own() -> None:
    told: list[Point | None] = []
    (point,) = growth.curve("deep", [20_000], advance=told.append)
    assert told == [point]
    assert 10_000 < point.size <= 20_000
    assert point.seconds > 0
    assert point.memory > 10
    assert point.limits == ("max_depth",)


def test_a_family_ends_where_a_page_does_not_fit() -> None:
    told: list[Point | None] = []
    assert growth.curve("tiny blocks", [1_000, 2_000], memory=0.01, advance=told.append) == []
    assert told == [None]


def test_curves_are_kept_beside_those_of_other_families(tmp_path: Path) -> None:
    path = tmp_path / "out" / "growth.json"
    assert growth.read_curves(path) == {}
    first = {"wide": points(1, 2), "deep": [Point(1_000, 0.1, 50.0, ("max_depth",))]}
    growth.write_curves(first, path)
    growth.write_curves({"wide": points(3)}, path)
    assert growth.read_curves(path) == {**first, "wide": points(3)}


def test_table_has_gaps_where_pages_did_not_fit() -> None:
    table = growth.table({"wide": points(1, 2, 4), "deep": [Point(100_000, 1.0, 50.0, ("max_depth",))]})
    rows = [list(column.cells) for column in table.columns]
    assert rows[0] == ["wide", "deep"]
    assert rows[2] == ["2", "–"]
    assert rows[-2:] == [["1.00", "nan"], ["", "max_depth"]]
