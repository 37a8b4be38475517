import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from benchmarks import corpora, gate
from benchmarks.__main__ import app
from benchmarks.gate import Floors
from benchmarks.pages import Corpus
from benchmarks.run import Run
from benchmarks.systems import SYSTEMS, Extractor
from benchmarks.worker import PageRecord

NEVER = 1.01
"""A floor that no figure reaches."""


@pytest.fixture
def corpus(shared: Path) -> Corpus:
    return corpora.load("small-dev", shared)


@pytest.fixture
def done(corpus: Corpus) -> Run:
    """A run at word F1 .9 on the article and .5 on the other page."""
    ferry = {"f1": (0.8, 0.7, 0.9, 1.0), "headline": (1.0, 1.0)}
    library = {"f1": (0.6, 0.4, 0.5, 1.0), "headline": (0.0, 1.0)}
    records = (
        PageRecord(id="ferry", kind="article", seconds=1, scores=ferry),
        PageRecord(id="library", kind="service", seconds=1, scores=library),
    )
    return Run(
        corpus=corpus.name, digest=corpus.digest, system="cleanpage", version="1", date="2024-05-06", records=records
    )


def floors_of(corpus: Corpus, **floors: float) -> Floors:
    return Floors(corpora={corpus.name: corpus.digest}, floors={corpus.name: floors})


def test_figures_of_a_run(done: Run) -> None:
    found = dict(gate.figures(done))
    assert found == pytest.approx({"f1": 0.7, "f1/article": 0.9, "f1/service": 0.5, "headline": 0.5})


def test_figures_at_their_floors_pass(corpus: Corpus, done: Run) -> None:
    assert gate.check(floors_of(corpus, f1=0.7, headline=0.5), corpus, done) == ()


def test_figure_below_its_floor_is_named_with_floor_and_value(corpus: Corpus, done: Run) -> None:
    floors = Floors(corpora={corpus.name: corpus.digest}, floors={corpus.name: {"f1/service": 0.51}})
    (short,) = gate.check(floors, corpus, done)
    assert (short.corpus, short.figure, short.floor, short.value) == ("small-dev", "f1/service", 0.51, 0.5)


def test_figure_that_is_gone_falls_short(corpus: Corpus, done: Run) -> None:
    (short,) = gate.check(floors_of(corpus, captions=0.1), corpus, done)
    assert (short.figure, short.value) == ("captions", None)


def test_changed_corpus_falls_short(corpus: Corpus, done: Run) -> None:
    floors = Floors(corpora={corpus.name: "0" * 64}, floors={corpus.name: {"f1": 0.1}})
    (short,) = gate.check(floors, corpus, done)
    assert short.figure == "digest"
    assert "000000000000" in short.reason


def test_corpus_without_floors_falls_short(corpus: Corpus, done: Run) -> None:
    (short,) = gate.check(Floors(), corpus, done)
    assert "none" in short.reason


def test_failed_page_falls_short(corpus: Corpus, done: Run) -> None:
    broken = replace(done, records=(*done.records[:1], replace(done.records[1], error="ValueError: x")))
    (short,) = gate.check(floors_of(corpus, f1=0.7), corpus, broken)
    assert (short.figure, short.value) == ("failed pages", 1)
    assert "library: ValueError: x" in short.reason


def test_written_floors_lie_just_below_the_figures(corpus: Corpus, done: Run) -> None:
    floors = gate.raised(Floors(), corpus, done, lower=False)
    assert floors.corpora == {"small-dev": corpus.digest}
    assert floors.floors["small-dev"] == pytest.approx(
        {"f1": 0.698, "f1/article": 0.898, "f1/service": 0.498, "headline": 0.498}
    )
    assert gate.check(floors, corpus, done) == ()


def test_writing_raises_and_never_lowers(corpus: Corpus, done: Run) -> None:
    floors = gate.raised(floors_of(corpus, f1=0.9, headline=0.1), corpus, done, lower=False)
    assert floors.floors["small-dev"]["f1"] == 0.9
    assert floors.floors["small-dev"]["headline"] == pytest.approx(0.498)


def test_lowering_is_asked_for(corpus: Corpus, done: Run) -> None:
    floors = gate.raised(floors_of(corpus, f1=0.9), corpus, done, lower=True)
    assert floors.floors["small-dev"]["f1"] == pytest.approx(0.698)


def test_floors_of_a_changed_corpus_start_anew(corpus: Corpus, done: Run) -> None:
    old = Floors(corpora={corpus.name: "0" * 64}, floors={corpus.name: {"f1": 0.9, "captions": 0.9}})
    floors = gate.raised(old, corpus, done, lower=False).floors["small-dev"]
    assert floors["f1"] == pytest.approx(0.698)
    assert "captions" not in floors


def test_floors_are_written_and_read(corpus: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert gate.read_floors(path) == Floors()
    floors = floors_of(corpus, f1=0.7)
    gate.write_floors(floors, path)
    assert gate.read_floors(path) == floors


def invoke(shared: Path, floors: Path, *arguments: str) -> tuple[int, str]:
    """Runs `gate` on the small corpus; returns its exit code and what it printed."""
    options = ["gate", "--root", str(shared), "--floors", str(floors), "--out", str(shared / "out")]
    result = CliRunner().invoke(app, [*options, "--processes", "1", *arguments])
    return result.exit_code, result.output


@pytest.fixture
def own_console(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes tables go where the runner looks."""
    from rich.console import Console

    monkeypatch.setattr("benchmarks.commands.console", Console(width=150))


@pytest.mark.slow
@pytest.mark.usefixtures("own_console")
def test_gate_passes_and_then_fails_above_a_raised_floor(shared: Path, tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    code, _ = invoke(shared, path, "--write")
    assert code == 0
    record = json.loads(path.read_text("utf-8"))
    assert set(record["floors"]["small-dev"]) >= {"f1", "f1/article", "headline", "published"}

    code, output = invoke(shared, path)
    assert (code, "at or above their floors" in output) == (0, True)

    record["floors"]["small-dev"]["f1/article"] = NEVER
    path.write_text(json.dumps(record), "utf-8")
    code, output = invoke(shared, path)
    assert code == 1
    assert "f1/article" in output
    assert "1.010" in output


@pytest.mark.slow
@pytest.mark.usefixtures("own_console")
def test_gate_fails_on_a_changed_page(shared: Path, tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    invoke(shared, path, "--write")
    truth = shared / "small-dev" / "truth.jsonl"
    truth.write_text(truth.read_text("utf-8").replace("twice", "thrice"), "utf-8")
    code, output = invoke(shared, path)
    assert code == 1
    assert "digest" in output


def test_gate_does_not_pass_without_cleanpage(shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> Extractor:
        raise ImportError("no cleanpage")

    monkeypatch.setitem(SYSTEMS, "cleanpage", replace(SYSTEMS["cleanpage"], load=broken))
    options = ["gate", "--root", str(shared), "--floors", str(tmp_path / "floors.json"), "--out", str(tmp_path)]
    result = CliRunner().invoke(app, options)
    assert result.exit_code == 1
    assert isinstance(result.exception, ImportError)


def test_gate_names_a_missing_corpus(shared: Path, tmp_path: Path, corpus: Corpus) -> None:
    path = tmp_path / "floors.json"
    gate.write_floors(Floors(corpora={"gone-dev": corpus.digest}, floors={"gone-dev": {"f1": 0.1}}), path)
    options = ["gate", "--root", str(shared), "--floors", str(path), "--out", str(shared / "out")]
    result = CliRunner().invoke(app, options)
    assert isinstance(result.exception, corpora.CorpusError)
    assert "gone-dev" in str(result.exception)
