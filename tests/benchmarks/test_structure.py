"""Measures of structure, on pages of our own."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import structure
from benchmarks.pages import BodyMetric, Corpus, GoldImage, Page, Section
from cleanpage import Article, extract
from tests.benchmarks.conftest import FERRY, write_page

URL = "https://news.example/a"
HTML = f"""<article><h1>Night ferry</h1><p>{FERRY[0]} See <a href="/plan">the plan</a> and <a href="#top">top</a>.</p>
<figure><img src="/night-ferry-1200x800.jpg"><figcaption>The ferry. Photo: J. Reed</figcaption></figure>
<h2>Fares</h2><p>{FERRY[1]}</p><h2>Odd</h2><p>{FERRY[2]} <img src="/dot.gif" width="9"></p></article>
<nav><img src="/logo.png"><a href="/">Home</a></nav>""".encode()


@pytest.fixture
def page(tmp_path: Path) -> Page:
    path = tmp_path / "pages" / "ferry.html.gz"
    write_page(path, HTML)
    return Page(
        id="ferry",
        corpus="small",
        path=path,
        url=URL,
        body=f"{FERRY[0]} See the plan and top.\n{FERRY[1]}\n{FERRY[2]}",
        sections=(
            Section(paragraphs=(f"{FERRY[0]} See the plan and top.",)),
            Section(headings=("Fares",), paragraphs=(FERRY[1], "Gone.")),
            Section(headings=("Lost",)),
        ),
        images=(
            GoldImage(
                caption="The ferry.", credits=("J. Reed",), cover=True, urls=("https://x.example/night-ferry.jpg",)
            ),
        ),
    )


@pytest.fixture
def article() -> Article:
    return extract(HTML, url=URL)


def test_figures_of_a_page(page: Page, article: Article) -> None:
    found = {name: row(page, article) for name, row in structure.STRUCTURE.items()}
    assert found["section headings F1"] == (1, 1, 1)
    assert found["paragraph boundaries"] == (2, 3)
    assert found["captions F1"] == (1.0, 1.0)
    assert found["credits right"] == (1, 1)
    assert found["lead image right"] == (1.0, 1.0)


def test_what_the_gold_does_not_know(page: Page, article: Article) -> None:
    scant = replace(page, sections=(), images=())
    assert [row(scant, article) for row in structure.STRUCTURE.values()] == [None] * 5


def test_sums(page: Page) -> None:
    corpus = Corpus(name="small", pages=(page,), metric=BodyMetric.WORDS, digest="")
    figures = structure.structure_rows(corpus)
    assert figures["paragraph boundaries"] == pytest.approx(2 / 3)
    assert figures["section headings F1"] == 0.5
    assert structure.finish([0, 1, 1]) == 0


def test_references_of_the_gold_text(page: Page) -> None:
    gold = structure.gold_references(HTML, page)
    assert gold.links == Counter(["https://news.example/plan"])
    assert gold.images == Counter(["https://news.example/night-ferry-1200x800.jpg"])


def test_recall(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(html: bytes, url: str | None) -> structure.References:  # noqa: ARG001
        raise ImportError

    monkeypatch.setattr(structure, "LINK_SYSTEMS", {"cleanpage": structure.ours, "other": missing})
    corpus = Corpus(name="small", pages=(page,), metric=BodyMetric.WORDS, digest="")
    assert structure.link_recall(corpus) == {"links": {"cleanpage": 1.0}, "images": {"cleanpage": 1.0}}
