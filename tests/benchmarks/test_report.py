from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import corpora, report, run, speed
from benchmarks.intervals import Interval
from benchmarks.pages import Corpus, Page
from benchmarks.run import PageRecord, Run
from benchmarks.speed import Speed
from benchmarks.systems import SYSTEMS, Extraction


@pytest.fixture
def main(shared: Path) -> Corpus:
    """The small corpus under the name of the report's main one."""
    (shared / "small-dev").rename(shared / report.MAIN)
    return corpora.load(report.MAIN, shared)


def kept(corpus: Corpus, system: str, out: Path, *, share: float) -> Run:
    """Keeps a run in which a system found the first `share` of every body."""

    def record(page: Page) -> PageRecord:
        body = page.body or ""
        return run.judged(SYSTEMS[system], lambda _html, _url: Extraction(text=body[: int(share * len(body))]), page)

    records = tuple(map(record, corpus.pages))
    done = Run(
        corpus=corpus.name, digest=corpus.digest, system=system, version="1.2", date="2024-05-06", records=records
    )
    run.write_run(done, out)
    return done


@pytest.fixture
def out(main: Corpus, tmp_path: Path) -> Path:
    """Kept records of two systems, cleanpage the better and faster one, and timings."""
    folder = tmp_path / "out"
    kept(main, "cleanpage", folder, share=1.0)
    kept(main, "resiliparse", folder, share=0.5)
    bases = {"lexbor": 0.001}
    timings = (
        speed.timing("cleanpage", "1.2", [0.002, 0.004], bases),
        speed.timing("resiliparse", "1.2", [0.004, 0.005], bases),
    )
    measured = Speed(
        corpus=main.name,
        digest=main.digest,
        date="2024-05-07",
        machine="a machine",
        pages=2,
        rounds=1,
        timings=timings,
    )
    speed.write_speed(measured, folder)
    return folder


def test_systems_come_best_first_with_the_days_they_were_measured(main: Corpus, out: Path) -> None:
    found, days = report.summaries([main], out)
    assert [entry.system for entry in found] == ["cleanpage", "resiliparse"]
    assert found[0].bodies[main.name].value == 1.0
    assert set(found[0].kinds) == {"article", "service"}
    assert days == ("2024-05-06", "2024-05-07")


def test_table_has_versions_bold_bests_and_times(main: Corpus, out: Path) -> None:
    found, days = report.summaries([main], out)
    lines = report.table(found, [main], days).splitlines()
    heads = [cell.strip() for cell in lines[0].strip("|").split("|")]
    first, second = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:4])
    assert len(heads) == len(first) == len(second)
    assert dict(zip(heads, first, strict=True)) | {} == {
        "system": "cleanpage 1.2",
        "wcxb-dev word F1": "**1.000**",
        "its articles": "**1.000**",
        "headline": "–",
        "authors": "–",
        "published day": "–",
        "captions F1": "–",
        "median ms": "3.0",
        "mean ÷ lexbor": "3.0",
    }
    assert second[0] == "resiliparse 1.2"
    assert "**" not in second[1]
    assert lines[-1] == "Measured 2024-05-06 to 2024-05-07."


def test_equal_bests_are_both_bold() -> None:
    half = Interval(value=0.5, low=0.4, high=0.6, pages=9)
    assert report.best_bold({"a": half, "b": replace(half, value=0.4), "c": half, "d": None}) == {
        "a": "**0.500**",
        "b": "0.400",
        "c": "**0.500**",
        "d": "–",
    }


def test_records_of_other_pages_are_left_out(main: Corpus, out: Path) -> None:
    found, _ = report.summaries([replace(main, digest="0" * 64)], out)
    assert found == ()


@pytest.mark.filterwarnings("ignore")
def test_same_records_give_the_same_files(main: Corpus, out: Path, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    first = report.write([main], out, tmp_path / "first")
    second = report.write([main], out, tmp_path / "second")
    assert [path.name for path in first] == [
        "benchmark.md",
        "accuracy-and-time.png",
        "accuracy-and-time.svg",
        "kinds.png",
        "kinds.svg",
    ]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert "cleanpage" in first[0].read_text("utf-8")
