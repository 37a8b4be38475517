import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from benchmarks import __main__, commands, corpora, report, run, speed, worker
from benchmarks.pages import Corpus, Page
from benchmarks.run import Run
from benchmarks.speed import Speed
from benchmarks.stress import growth
from benchmarks.stress.growth import Point
from benchmarks.systems import SYSTEMS, Extraction
from benchmarks.worker import PageRecord


@pytest.fixture
def main(shared: Path) -> Corpus:
    """The small corpus under the name of the report's main one."""
    (shared / "small-dev").rename(shared / report.MAIN)
    return corpora.load(report.MAIN, shared)


def kept(corpus: Corpus, system: str, out: Path, *, share: float, error: str | None = None) -> Run:
    """Keeps a run in which a system found the first `share` of every body."""

    def record(page: Page) -> PageRecord:
        body = page.body or ""
        found = worker.judged(
            SYSTEMS[system], lambda _html, _url: Extraction(text=body[: int(share * len(body))]), page
        )
        return replace(found, error=error)

    records = tuple(map(record, corpus.pages))
    done = Run(
        corpus=corpus.name, digest=corpus.digest, system=system, version="1.2", date="2024-05-06", records=records
    )
    run.write_run(done, out)
    return done


@pytest.fixture
def out(main: Corpus, tmp_path: Path) -> Path:
    """Kept records of two systems, cleanpage the better and faster one, timings, growth and hostile pages."""
    folder = tmp_path / "out"
    kept(main, "cleanpage", folder, share=1.0)
    kept(main, "resiliparse", folder, share=0.5, error="stopped after 20 s")
    bases = {"lexbor": 0.001}
    timings = (
        speed.timing("cleanpage", "1.2", [0.002, 0.004], bases),
        speed.timing("resiliparse", "1.2", [0.004, 0.05], bases),
    )
    measured = Speed(
        corpus=f"{main.name}@2",
        digest=main.digest,
        date="2024-05-07",
        machine="a machine",
        pages=2,
        rounds=1,
        timings=timings,
    )
    speed.write_speed(measured, folder)
    growth.write_curves({"wide": [Point(100_000, 0.1, 80.0), Point(200_000, 0.2, 90.0)]}, folder / "growth.json")
    (folder / "hostile.json").write_text(json.dumps({"deep <p>": {"cleanpage": "0.10 s, 3"}}), "utf-8")
    return folder


def cells(line: str) -> list[str]:
    """The cells of a row of a table."""
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_systems_come_best_first_with_the_days_they_were_measured(main: Corpus, out: Path) -> None:
    found, days = report.summaries([main], out)
    assert [entry.system for entry in found] == ["cleanpage", "resiliparse"]
    assert found[0].bodies[main.name].value == 1.0
    assert set(found[0].kinds) == {"article", "service"}
    assert days == ("2024-05-06",)


def test_bodies_have_versions_bold_bests_times_and_failures(main: Corpus, out: Path) -> None:
    found, days = report.summaries([main], out)
    lines = report.sections(found, days, out)["benchmark"].splitlines()
    assert cells(lines[0]) == ["body", "wcxb-dev", "its articles", "time"]
    assert cells(lines[2]) == [
        "**cleanpage 1.2**, on pages that it has learned from",
        "**1.000**",
        "**1.000**",
        "3.0",
    ]
    name, _, articles, time = cells(lines[3])
    assert (name, time) == ("resiliparse 1.2", "27")
    assert articles.startswith(".")
    assert lines[-1] == ("Measured on 2024-05-06. Counted as empty since the system failed: resiliparse 2 of wcxb-dev.")


def test_cross_validated_bodies_stand_for_ours(main: Corpus, out: Path, tmp_path: Path) -> None:
    unseen = replace(kept(main, "cleanpage", tmp_path / "other", share=0.0), date="2024-05-09")
    found, days = report.summaries([main], out, [unseen])
    ours = next(entry for entry in found if entry.system == "cleanpage")
    assert ours.label == "**cleanpage 1.2**, cross-validated"
    assert ours.kinds["article"].value == 0.0
    assert days == ("2024-05-06", "2024-05-09")
    assert ", cross-validated |" in report.sections(found, days, out)["kinds"]


def test_every_section_there_are_records_for(main: Corpus, out: Path) -> None:
    found, days = report.summaries([main], out)
    texts = report.sections(found, days, out)
    assert set(texts) == {"benchmark", "kinds", "speed", "growth", "hostile"}
    assert "| cleanpage 1.2 | 3.00 | 3.00 | 3.90 | 3.98 | 1.3 | 3.00 | – | – |" in texts["speed"]
    assert "wcxb-dev, sample of 2 pages, 1 rounds, 2024-05-07, a machine" in texts["speed"]
    assert "| wide |  | 1.00 | 0 | 0.2 | 90 |" in texts["growth"]
    assert "| deep &lt;p> | 0.10 s, 3 |" in texts["hostile"]


def test_records_of_other_pages_are_left_out(main: Corpus, out: Path) -> None:
    found, _ = report.summaries([replace(main, digest="0" * 64)], out)
    assert found == ()
    assert "benchmark" not in report.sections(found, (), out)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_same_records_give_the_same_files(main: Corpus, out: Path, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    found, days = report.summaries([main], out)
    texts = report.sections(found, days, out)
    first = report.write(found, texts, out, tmp_path / "first")
    second = report.write(found, texts, out, tmp_path / "second")
    assert [path.name for path in first] == [
        "benchmark.md",
        "accuracy-and-time.png",
        "accuracy-and-time.svg",
        "kinds.png",
        "kinds.svg",
        "growth.png",
        "growth.svg",
    ]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert "cleanpage" in first[0].read_text("utf-8")
    assert all(path.stat().st_size < 100_000 for path in first)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_documents_get_tables_and_plots(
    main: Corpus, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("matplotlib")
    page = tmp_path / "page.md"
    page.write_text("Before.\n<!-- kinds:begin -->\nold\n<!-- kinds:end -->\nAfter.\n", "utf-8")
    monkeypatch.setattr(commands, "DOCUMENTS", (page,))
    monkeypatch.setattr(commands, "IMAGES", tmp_path)
    monkeypatch.setattr(commands, "unseen_runs", lambda *_: [kept(main, "cleanpage", tmp_path / "other", share=0.7)])
    options = ["--root", str(out.parent / "corpora"), "--out", str(out), "--folder", str(tmp_path / "report")]
    result = CliRunner().invoke(__main__.app, ["report", "--docs", "--scores", "scores", *options])
    assert result.exit_code == 0, result.output
    text = page.read_text("utf-8")
    assert text.startswith("Before.\n<!-- kinds:begin -->\n| word F1 on wcxb-dev | article | service |\n")
    assert text.endswith("|\n<!-- kinds:end -->\nAfter.\n")
    assert "cross-validated" in text
    assert (tmp_path / "kinds.svg").is_file()
