from functools import partial
from pathlib import Path

from benchmarks.stress import pool

PAGES = [
    (f"<article><h1>Pier {n}</h1>{'<p>The night ferry sails at noon, said the captain.</p>' * (n + 3)}".encode(), None)
    for n in range(12)
]
ALONE = [pool.digest_of(page) for page in PAGES]


def test_a_crawl_gives_the_articles_of_one_process() -> None:
    assert len(set(ALONE)) == len(PAGES)
    assert pool.crawl(PAGES, pool.digest_of) == ALONE


def test_a_crawl_goes_on_after_a_worker_was_killed(tmp_path: Path) -> None:
    mark = tmp_path / "killed"
    assert pool.crawl(PAGES, partial(pool.killed_once, mark=mark)) == ALONE
    assert mark.exists()


def test_only_a_page_that_kills_every_worker_is_lost() -> None:
    found = pool.crawl(PAGES, partial(pool.deadly, poison=PAGES[5][0]))
    assert found == [*ALONE[:5], None, *ALONE[6:]]


def test_an_empty_crawl() -> None:
    assert pool.crawl([], pool.digest_of) == []


def test_survival_is_told() -> None:
    assert pool.survives(PAGES[:4])
