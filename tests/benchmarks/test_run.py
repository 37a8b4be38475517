import datetime as dt
import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import corpora, run
from benchmarks.pages import Corpus
from benchmarks.run import PageRecord, Run
from benchmarks.systems import SYSTEMS, Extraction, System

LEXBOR = SYSTEMS["lexbor"]


@pytest.fixture
def corpus(shared: Path) -> Corpus:
    return corpora.load("small-dev", shared)


def recorded(corpus: Corpus, texts: tuple[str, ...]) -> Run:
    """A run of a system that said these texts."""
    system = replace(LEXBOR, name="resiliparse", fields=frozenset({"text"}))
    records = tuple(
        run.judged(system, lambda _html, _url, text=text: Extraction(text=text), page)  # type: ignore[misc]
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


def test_page_that_takes_too_long_is_cut_off_and_counts_as_empty(corpus: Corpus) -> None:
    system = replace(LEXBOR, fields=frozenset({"text"}))
    worker = run.Worker(limit=0)
    try:
        stopped = worker.process
        record = worker.record(system, corpus.pages[0])
        assert record.error == "stopped after 0 s"
        assert record.scores["f1"] == (0.0, 0.0, 0.0, 1.0)
        assert not stopped.is_alive()
        assert worker.process.is_alive()
    finally:
        worker.stop()


def test_limit_is_of_processor_time(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = iter([5.0, 5.0, 5.9, 6.0])
    worker = run.Worker(limit=1.0)
    try:
        monkeypatch.setattr(run, "spent_seconds", lambda _: next(looks))
        assert not worker.answers_in_time()  # it was not asked anything, and is stopped at the fourth look
    finally:
        worker.stop()
    assert list(looks) == []


def test_a_worker_that_only_waits_is_given_up_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    worker = run.Worker(limit=0.01)
    try:
        monkeypatch.setattr(run, "spent_seconds", lambda _: 0.0)
        assert not worker.answers_in_time()
    finally:
        worker.stop()


def test_processor_time_of_a_process() -> None:
    before = run.spent_seconds(os.getpid())
    used = time.process_time()
    while time.process_time() - used < 0.05:
        pass
    assert run.spent_seconds(os.getpid()) - before >= 0.02


def test_clock_on_the_wall_where_the_system_does_not_tell() -> None:
    assert run.spent_seconds(None) == pytest.approx(time.monotonic(), abs=60)


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


def test_worker_that_died_is_replaced(corpus: Corpus) -> None:
    worker = run.Worker()
    try:
        worker.process.kill()
        worker.process.join()
        assert worker.record(LEXBOR, corpus.pages[0]).error == "the process died"
        assert worker.record(LEXBOR, corpus.pages[0]).error is None
    finally:
        worker.stop()


def test_exception_of_a_system_is_recorded(corpus: Corpus) -> None:
    def broken(html: bytes, url: str | None) -> Extraction:
        raise RuntimeError(f"{len(html) > 0} {url}")

    record = run.judged(replace(LEXBOR, fields=frozenset({"text"})), broken, corpus.pages[0])
    assert record.error == "RuntimeError: True https://news.harbour.example.co.uk/ferry"
    assert record.scores["f1"] == (0.0, 0.0, 0.0, 1.0)


def test_time_measured_by_the_system_itself_counts(corpus: Corpus) -> None:
    record = run.judged(LEXBOR, lambda _html, _url: Extraction(seconds=42.0), corpus.pages[0])
    assert record.seconds == 42.0


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
