import os
import signal
from itertools import count
from pathlib import Path

import pytest

from benchmarks import corpora
from benchmarks.pages import Page
from benchmarks.stress import soak


@pytest.fixture
def pages(shared: Path) -> tuple[Page, ...]:
    return corpora.load("small-dev", shared).pages


def test_a_soak_goes_round_the_pages(pages: tuple[Page, ...]) -> None:
    told: list[tuple[int, float]] = []
    done = soak.soak(pages, 12, lambda made, memory: told.append((made, memory)))
    assert (done.extractions, done.exceptions, done.compared, done.changed) == (12, 0, 2, 0)
    assert [made for made, _ in told] == list(range(1, 13))
    assert len(done.quarters) == 4
    assert all(memory > 1 for memory in done.memory)


def test_an_article_that_changes_and_one_that_raises_are_counted(
    pages: tuple[Page, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = count()

    def digest(page: Page) -> str:
        call = next(calls)
        if call == 4:
            raise ValueError("no")
        return f"{page.id} {call}" if page.id == "ferry" else page.id

    monkeypatch.setattr(soak, "page_digest", digest)
    done = soak.soak(pages, 6)
    assert (done.extractions, done.exceptions, done.compared, done.changed) == (6, 1, 2, 1)


def test_a_soak_that_is_stopped_tells_what_it_has_found(
    pages: tuple[Page, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = count(1)

    def digest(page: Page) -> str:
        if next(calls) == 5:
            os.kill(os.getpid(), signal.SIGTERM)
        return page.id

    monkeypatch.setattr(soak, "page_digest", digest)
    done = soak.soak(pages, 1_000_000)
    assert 4 <= done.extractions <= 6
    assert (done.exceptions, done.changed) == (0, 0)
    assert done.memory


@pytest.mark.parametrize(("memory", "growth"), [((90.0, 100.0, 100.0, 103.0), 0.03), ((100.0,), None)])
def test_growth_is_the_last_quarter_over_the_second(memory: tuple[float, ...], growth: float | None) -> None:
    assert soak.growth_of_memory(memory) == pytest.approx(growth)


def test_threads_agree_on_real_extractions(pages: tuple[Page, ...]) -> None:
    assert soak.threads_agree(pages, 3) == 0


def test_threads_that_differ_are_counted_by_page(pages: tuple[Page, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    calls = count()
    monkeypatch.setattr(soak, "page_digest", lambda page: f"{page.id} {next(calls)}" if page.id == "ferry" else page.id)
    assert soak.threads_agree(pages, 3) == 1
