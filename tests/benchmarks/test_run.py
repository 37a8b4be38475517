import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import corpora, run, worker
from benchmarks.pages import Corpus
from benchmarks.run import Run
from benchmarks.systems import SYSTEMS, Extraction, System
from benchmarks.worker import PageRecord

LEXBOR = SYSTEMS["lexbor"]


@pytest.fixture
def corpus(shared: Path) -> Corpus:
    return corpora.load("small-dev", shared)


def recorded(corpus: Corpus, texts: tuple[str, ...]) -> Run:
    """A run of a system that said these texts."""
    system = replace(LEXBOR, name="resiliparse", fields=frozenset({"text"}))
    records = tuple(
        worker.judged(system, lambda _html, _url, text=text: Extraction(text=text), page)  # type: ignore[misc]
        for page, text in zip(corpus.pages, texts, strict=True)
    )
    return Run(
        corpus=corpus.name, digest=corpus.digest, system=system.name, version="1", date="2024-05-06", records=records
    )


def test_run_keeps_a_record_of_every_page_in_order(corpus: Corpus) -> None:
    calls: list[int] = []
    done = run.run(corpus, LEXBOR, "1.0", advance=lambda: calls.append(1))
    assert [record.id for record in done.records] == ["ferry", "library"]
    assert (done.failures, done.version, len(calls)) == (0, "1.0", 2)
    assert all(record.seconds > 0 for record in done.records)


def test_sound_records_of_an_earlier_run_are_taken(corpus: Corpus) -> None:
    sound = PageRecord(id="ferry", kind="article", seconds=42.0)
    calls: list[str] = []
    done = run.run(corpus, LEXBOR, "1.0", sound={"ferry": sound}, advance=lambda: calls.append("page"))
    assert [record.id for record in done.records] == ["ferry", "library"]
    assert done.records[0] is sound
    assert calls == ["page"]


def test_nothing_is_left_to_run(corpus: Corpus) -> None:
    sound = {page.id: PageRecord(id=page.id, kind=page.kind, seconds=1.0) for page in corpus.pages}
    assert [record.seconds for record in run.run(corpus, LEXBOR, "1.0", sound=sound).records] == [1.0, 1.0]


def test_kept_records_are_read_back(corpus: Corpus, tmp_path: Path) -> None:
    done = recorded(corpus, (corpus.pages[0].body or "", "something"))
    path = run.write_run(done, tmp_path)
    assert path == tmp_path / "small-dev" / "resiliparse.jsonl"
    assert len(path.read_text("utf-8").splitlines()) == 3
    assert run.read_run(corpus, "resiliparse", "1", tmp_path) == done
    assert run.read_run(corpus, "resiliparse", None, tmp_path) == done


def test_every_field_of_an_extraction_is_read_back(corpus: Corpus, tmp_path: Path) -> None:
    full = Extraction(
        text="a",
        headline="b",
        authors=("c", "d"),
        published=dt.date(2024, 5, 6),
        published_at=dt.datetime(2024, 5, 6, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=2))),
        updated=dt.date(2024, 5, 7),
        captions=("e",),
        seconds=0.5,
    )
    record = PageRecord(id="ferry", kind="article", seconds=0.5, extraction=full)
    other = PageRecord(id="library", kind="service", seconds=0.5)
    done = replace(recorded(corpus, ("", "")), records=(record, other))
    run.write_run(done, tmp_path)
    read = run.read_run(corpus, "resiliparse", "1", tmp_path)
    assert read is not None
    assert [entry.extraction for entry in read.records] == [full, Extraction()]


@pytest.mark.parametrize("change", [{"digest": "other"}, {"version": "2"}, {"records": ()}])
def test_kept_records_of_other_pages_or_versions_are_not_reused(
    corpus: Corpus, tmp_path: Path, change: dict[str, object]
) -> None:
    run.write_run(replace(recorded(corpus, ("", "")), **change), tmp_path)  # type: ignore[arg-type]
    assert run.read_run(corpus, "resiliparse", "1", tmp_path) is None


def test_no_kept_records(corpus: Corpus, tmp_path: Path) -> None:
    assert run.read_run(corpus, "resiliparse", "1", tmp_path) is None


def test_figures_overall_and_by_kind(corpus: Corpus) -> None:
    done = recorded(corpus, (corpus.pages[0].body or "", "text where the gold has none"))
    parts = {kind: (pages, found["f1"].value) for kind, pages, found in run.by_kind(done)}
    assert parts == {"all": (2, 0.5), "article": (1, 1.0), "service": (1, 0.0)}


def test_one_kind_is_not_repeated(corpus: Corpus) -> None:
    one = replace(corpus, pages=corpus.pages[:1])
    assert [kind for kind, _, _ in run.by_kind(recorded(one, ("x",)))] == ["all"]


def test_systems_are_values() -> None:
    assert isinstance(LEXBOR, System)
    assert len({*SYSTEMS.values()}) == len(SYSTEMS)
