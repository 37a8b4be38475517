from pathlib import Path

import numpy as np
import pytest

from benchmarks import corpora, speed
from benchmarks.systems import SYSTEMS


# Milliseconds 1 … 100: median 50.5, mean 50.5, p95 95.05, p99 99.01 by linear interpolation.
def test_timing_of_a_hundred_pages() -> None:
    found = speed.timing("x", "1", [at / 1000 for at in range(1, 101)], {"lexbor": 0.0101})
    assert (found.median, found.mean, found.p95, found.p99) == pytest.approx((50.5, 50.5, 95.05, 99.01))
    assert found.ratios == pytest.approx({"lexbor": 5.0})


def test_timings_are_fastest_first_and_relative_to_the_bases_that_took_part() -> None:
    found = speed.timings({"slow": "1", "lexbor": "2"}, np.array([[0.004, 0.008], [0.001, 0.002]]))
    assert [entry.system for entry in found] == ["lexbor", "slow"]
    assert found[1].ratios == pytest.approx({"lexbor": 4.0})


def test_systems_take_turns_on_every_page(shared: Path, tmp_path: Path) -> None:
    corpus = corpora.load("small-dev", shared)
    calls: list[int] = []
    systems = {SYSTEMS["libxml2"]: "6", SYSTEMS["lexbor"]: "1"}
    found = speed.measure(corpus, systems, rounds=2, advance=lambda: calls.append(1))
    assert len(calls) == 4
    assert {entry.system for entry in found.timings} == {"libxml2", "lexbor"}
    assert all(0 < entry.median <= entry.p95 <= entry.p99 for entry in found.timings)
    speed.write_speed(found, tmp_path)
    assert speed.read_speed("small-dev", tmp_path) == found


def test_no_kept_timings(tmp_path: Path) -> None:
    assert speed.read_speed("small-dev", tmp_path) is None


def test_timings_of_a_sample_are_kept_with_the_corpus(tmp_path: Path) -> None:
    assert speed.speed_path("small-dev@50", tmp_path) == tmp_path / "small-dev" / "speed.json"


def test_tail_is_the_slowest_pages_over_most() -> None:
    assert speed.timing("x", "1", [at / 1000 for at in range(1, 101)], {}).tail == pytest.approx(99.01 / 50.5)


def test_aims_are_judged_by_the_systems_that_took_part() -> None:
    seconds = np.array([[0.008, 0.008, 0.008], [0.001, 0.001, 0.001], [0.01, 0.01, 0.01], [0.1, 0.02, 0.18]])
    versions: dict[str, str] = dict.fromkeys(("cleanpage", "lexbor", "resiliparse", "trafilatura-fast"), "1")
    measured = speed.Speed(
        corpus="c",
        digest="d",
        date="2024-05-06",
        machine="m",
        pages=2,
        rounds=1,
        timings=speed.timings(versions, seconds),
    )
    found = {
        aim.what: (round(aim.value, 6), aim.median and round(aim.median, 6), aim.met) for aim in speed.targets(measured)
    }
    assert found == {
        "p99 over the median": (1.0, None, True),
        "times resiliparse's plain text": (0.8, 0.8, True),
        "times a bare lexbor parse": (8.0, 8.0, False),
        "times as fast as trafilatura-fast": (12.5, 12.5, True),
    }


def test_no_aims_without_cleanpage() -> None:
    measured = speed.Speed(corpus="c", digest="d", date="2024-05-06", machine="m", pages=2, rounds=1, timings=())
    assert speed.targets(measured) == ()
