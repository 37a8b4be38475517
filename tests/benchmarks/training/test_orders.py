"""The order of the sources of description, keywords and the like, counted on small corpora of our own."""

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.training import orders
from benchmarks.training.orders import Scored, cross_validated_order, order_of, read_scored
from benchmarks.training.trust import fold_of

PAGE = (
    '<!doctype html><html lang="en"><head><title>The ferry</title>'
    '<meta property="og:description" content="The ferry sails again."><meta name="description" content="Read on here.">'
    '<meta name="keywords" content="news, ferry"><meta property="article:tag" content="Ferry">'
    '<meta property="article:tag" content="Sea"><meta property="og:image" content="/big-ferry-0001.jpg">'
    '<meta name="twitter:image" content="/logo.png"></head><body><h1>The ferry</h1><p>It sails.</p></body></html>'
)
TRUTH = {
    "id": "0",
    "url": "https://news.example.org/0",
    "summary": ["The ferry sails again."],
    "topics": ["ferry", "sea"],
}
COVER = {"cover": True, "urls": ["https://news.example.org/big-ferry-0001.jpg?w=9"]}


@pytest.fixture
def small_corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, record in zip(orders.CORPORA, (TRUTH | {"images": [COVER]}, {"id": "0"}), strict=True):
        (tmp_path / name / "pages").mkdir(parents=True)
        (tmp_path / name / "pages" / "0.html.gz").write_bytes(gzip.compress(PAGE.encode(), mtime=0))
        (tmp_path / name / "truth.jsonl").write_text(json.dumps(record) + "\n", "utf-8")
    monkeypatch.setenv("CLEANPAGE_CORPORA", str(tmp_path))


@pytest.mark.usefixtures("small_corpora")
def test_claims_are_worth_what_the_measure_of_their_field_says() -> None:
    (page,) = read_scored()["description"]
    assert page.domain == "example.org"
    assert page.worth == {"open-graph": 1.0, "meta": 0.0}
    (page,) = read_scored()["keywords"]
    assert page.worth == {"open-graph": 1.0, "meta": 0.5}
    (page,) = read_scored()["main_image"]
    assert page.worth == {"open-graph": 1.0, "twitter": 0.0}
    assert read_scored()["alternative_headline"] == []


def pages(*worths: dict[str, float]) -> list[Scored]:
    return [Scored(f"{number}.example", worth) for number, worth in enumerate(worths)]


def test_better_sources_come_first_and_rare_ones_late() -> None:
    scored = pages(*[{"meta": 0.75, "head": 0.5}] * 18, {"time": 1.0, "url": 1.0})
    order = order_of(scored, ["near", "head", "time", "meta"])
    assert list(order) == ["meta", "head", "time", "near"]
    assert order == {"meta": 0.675, "head": 0.45, "time": 0.333, "near": 0.0}


def test_an_order_is_judged_by_domains_that_it_has_not_seen() -> None:
    usual = pages(*[{"meta": 1.0, "head": 0.0}] * 30)
    assert cross_validated_order(usual, ["head", "meta"]) == 1.0
    odd = [Scored("odd.example", {"meta": 0.0, "head": 1.0})] * 100
    fold = {fold_of(page) for page in odd}
    assert fold <= {fold_of(page) for page in usual}
    assert cross_validated_order(usual + odd, ["head", "meta"]) < 0.3, "each is chosen for by the other"
    assert cross_validated_order(pages({"url": 1.0}), ["head"]) == 0.0, "no source that is believed"
