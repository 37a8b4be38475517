import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import corpora, worker
from benchmarks.pages import Corpus
from benchmarks.systems import SYSTEMS, Extraction

LEXBOR = SYSTEMS["lexbor"]


@pytest.fixture
def corpus(shared: Path) -> Corpus:
    return corpora.load("small-dev", shared)


def test_page_that_takes_too_long_is_cut_off_and_counts_as_empty(corpus: Corpus) -> None:
    system = replace(LEXBOR, fields=frozenset({"text"}))
    one = worker.Worker(limit=0)
    try:
        stopped = one.process
        record = one.record(system, corpus.pages[0])
        assert record.error == "stopped after 0 s"
        assert record.scores["f1"] == (0.0, 0.0, 0.0, 1.0)
        assert not stopped.is_alive()
        assert one.process.is_alive()
    finally:
        one.stop()


def test_limit_is_of_processor_time(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = iter([5.0, 5.0, 5.9, 6.0])
    one = worker.Worker(limit=1.0)
    try:
        monkeypatch.setattr(worker, "spent_seconds", lambda _: next(looks))
        assert not one.answers_in_time()  # it was not asked anything, and is stopped at the fourth look
    finally:
        one.stop()
    assert list(looks) == []


def test_a_worker_that_only_waits_is_given_up_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    one = worker.Worker(limit=0.01)
    try:
        monkeypatch.setattr(worker, "spent_seconds", lambda _: 0.0)
        assert not one.answers_in_time()
    finally:
        one.stop()


def test_processor_time_of_a_process() -> None:
    before = worker.spent_seconds(os.getpid())
    used = time.process_time()
    while time.process_time() - used < 0.05:
        pass
    assert worker.spent_seconds(os.getpid()) - before >= 0.02


def test_clock_on_the_wall_where_the_system_does_not_tell() -> None:
    assert worker.spent_seconds(None) == pytest.approx(time.monotonic(), abs=60)


def test_worker_that_died_is_replaced(corpus: Corpus) -> None:
    one = worker.Worker()
    try:
        one.process.kill()
        one.process.join()
        assert one.record(LEXBOR, corpus.pages[0]).error == "the process died"
        assert one.record(LEXBOR, corpus.pages[0]).error is None
    finally:
        one.stop()


def test_exception_of_a_system_is_recorded(corpus: Corpus) -> None:
    def broken(html: bytes, url: str | None) -> Extraction:
        raise RuntimeError(f"{len(html) > 0} {url}")

    record = worker.judged(replace(LEXBOR, fields=frozenset({"text"})), broken, corpus.pages[0])
    assert record.error == "RuntimeError: True https://news.harbour.example.co.uk/ferry"
    assert record.scores["f1"] == (0.0, 0.0, 0.0, 1.0)


def test_time_measured_by_the_system_itself_counts(corpus: Corpus) -> None:
    record = worker.judged(LEXBOR, lambda _html, _url: Extraction(seconds=42.0), corpus.pages[0])
    assert record.seconds == 42.0
