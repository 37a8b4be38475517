import os
import signal
from pathlib import Path
from random import Random

import pytest

from benchmarks import corpora
from benchmarks.stress import mutations

HTML = bytes(range(256)) * 20


def test_a_page_is_cut_and_its_bytes_flipped() -> None:
    versions = list(mutations.damaged(HTML, Random(1), cuts=3, flips=2))
    assert len(versions) == 5
    assert all(HTML.startswith(version) for version in versions[:3])
    for version in versions[3:]:
        assert len(version) == len(HTML)
        assert 1 <= sum(a != b for a, b in zip(version, HTML, strict=True)) <= 6


def test_damaged_pages_are_counted(shared: Path) -> None:
    pages = corpora.load("small-dev", shared).pages
    calls: list[int] = []
    found = mutations.mutate(pages, 1, lambda: calls.append(1))
    assert (found.pages, found.extractions, found.exceptions, found.faults) == (2, 50, 0, [])
    assert found.slowest > 0
    assert len(calls) == 2


def test_faults_name_their_page(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("no")

    monkeypatch.setattr("cleanpage.extract", broken)
    monkeypatch.setattr(mutations, "SLOW", -1.0)
    found = mutations.of_page(corpora.load("small-dev", shared).pages[0])
    assert (found.exceptions, found.slow) == (25, 25)
    assert found.faults[0] == "small-dev/ferry version 0: ValueError: no"


def test_a_run_that_is_stopped_tells_what_it_has_found(shared: Path) -> None:
    pages = corpora.load("small-dev", shared).pages * 50
    found = mutations.mutate(pages, 1, lambda: os.kill(os.getpid(), signal.SIGTERM))
    assert 1 <= found.pages < 100
    assert found.exceptions == 0
