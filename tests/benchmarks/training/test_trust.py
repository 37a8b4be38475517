"""The weights of the sources of metadata, learned from small corpora of our own."""

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("scipy", reason="training needs SciPy, of the bench extra")

from benchmarks import corpora, train_metadata
from benchmarks.training import trust
from benchmarks.training.scores import write_scores
from benchmarks.training.trust import CORPORA, Choice, cross_validated, read_choices, trust_of

PAGES = 6
SUFFIXES = ("com", "de", "fr", "it", "es", "nl", "pl", "se", "pt", "ch", "dk", "no", "fi", "ie", "at", "be")
NAMES = ("Ada Brook", "Jonas Reed", "Mira Holt", "Paul Winter", "Nora Field", "Ivo Marsh")
TOWNS = ("Ashford", "Brixham", "Corbridge", "Dunmore", "Elmstead", "Farnley")


def page_and_truth(number: int) -> tuple[str, dict[str, Any]]:
    """A page whose heading, `author` and `datePublished` are right, and whose other sources mostly are not."""
    town, name = TOWNS[number % len(TOWNS)], NAMES[number % len(NAMES)]
    headline = f"The old ferry of {town} sails again after {number + 2} winters"
    teaser = headline if number % 3 == 0 else f"Ten things that nobody told you of {town}"
    day, other = f"2021-03-{number % 20 + 1:02}", f"2021-04-{number % 20 + 1:02}"
    anonymous = number % 5 == 4
    author = "" if anonymous else f'<meta name="author" content="{name}">'
    data = json.dumps({"@type": "NewsArticle", "datePublished": day})
    html = (
        f'<!doctype html><html lang="en"><head><title>{headline}</title>'
        f'<meta property="og:title" content="{teaser}"><meta property="article:published_time" content="{other}">'
        f'{author}<meta property="article:author" content="Olga Stranger">'
        f'<script type="application/ld+json">{data}</script></head>'
        f"<body><main><h1>{headline}</h1><p>The harbour office said so on Monday.</p></main></body></html>"
    )
    record = {
        "id": f"{number:03}",
        "url": f"https://news.example.{SUFFIXES[number % len(SUFFIXES)]}/{number}",
        "headline": headline,
        "authors": [] if anonymous else [name],
        "published": day,
    }
    return html, record


@pytest.fixture(autouse=True)
def small_corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Generated corpora in the place of the shared ones."""
    for at, name in enumerate(CORPORA):
        folder = tmp_path / "corpora" / name
        (folder / "pages").mkdir(parents=True)
        records = []
        for number in range(at * PAGES, (at + 1) * PAGES):
            html, record = page_and_truth(number)
            (folder / "pages" / f"{record['id']}.html.gz").write_bytes(gzip.compress(html.encode(), mtime=0))
            records.append(json.dumps(record))
        (folder / "truth.jsonl").write_text("\n".join(records) + "\n", "utf-8")
    monkeypatch.setenv("CLEANPAGE_CORPORA", str(tmp_path / "corpora"))


def choice(*options: tuple[Mapping[str, int], bool], corpus: str = "wcxb-dev", domain: str = "a.example") -> Choice:
    return Choice(corpus, domain, tuple(o for o, _ in options), tuple(r for _, r in options), False, False)


def test_sources_that_are_right_gain_weight() -> None:
    choices = read_choices({})
    headline = trust_of("headline", choices["headline"])["by_kind"]["news"]
    assert headline["heading"] > headline["open-graph"]
    authors = trust_of("authors", choices["authors"])
    assert authors["sources"]["meta"] > authors["sources"]["open-graph"]
    assert set(authors["none"]) == {"news"}
    published = trust_of("published", choices["published"])
    assert published["by_kind"]["news"]["json-ld"] > 0 > published["by_kind"]["news"]["open-graph"]


def test_figures_are_of_pages_whose_truth_is_known() -> None:
    choices = read_choices({})
    figures = cross_validated(choices["headline"], trust.FIELDS["headline"], 0.001)
    assert {name: row.pages for name, row in figures.items()} == dict.fromkeys(trust.FIELDS["headline"], PAGES)
    assert all(row.right == row.reachable == 1 and row.wrong == 0 for row in figures.values())
    authors = cross_validated(choices["authors"], trust.FIELDS["authors"], 0.001)
    assert all(row.right == 1 for row in authors.values()), "where only a stranger is named, nobody is the right answer"


def test_a_page_is_judged_by_weights_that_have_not_seen_its_domain() -> None:
    lone = choice(({"url": 1}, True), ({"time": 1}, False))
    elsewhere = [
        choice(({"url": 1}, False), ({"time": 1}, True), domain=f"{letter}.example")
        for letter in "bcdefghijklm"
        if trust.fold_of(choice(domain=f"{letter}.example")) != trust.fold_of(lone)
    ]
    assert len(elsewhere) > 3
    figures = cross_validated([lone] * 50, {"wcxb-dev": 1.0}, 0.001)["wcxb-dev"]
    assert figures.right == 1  # nothing known: the first value that is claimed
    taught = [choice(*zip(c.options, c.right, strict=True), corpus="taught", domain=c.domain) for c in elsewhere]
    figures = cross_validated([lone] * 50 + taught, {"wcxb-dev": 1.0, "taught": 1.0}, 0.001)["wcxb-dev"]
    assert (figures.right, figures.wrong, figures.reachable) == (0, 1, 1)


def test_pages_that_teach_nothing_still_name_their_sources() -> None:
    known = choice(({"url": 1}, True), ({"time": 1}, False))
    hopeless = choice(({"near": 1}, False), ({"url": 1, "?not first": 1}, False))
    assert trust_of("published", [known, hopeless])["sources"]["near"] == 0
    assert trust_of("published", [hopeless])["sources"] == {"near": 0, "url": 0}
    assert cross_validated([choice()], {"wcxb-dev": 1}, 0.001)["wcxb-dev"].right == 0


def test_two_runs_write_the_same_file_which_says_where_it_comes_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_scores(scores := tmp_path / "scores.gz", [], [])
    for name in ("first.json", "second.json"):
        train_metadata.main(scores=scores, out=tmp_path / name, write=True, day="2024-05-06")
    assert (tmp_path / "first.json").read_bytes() == (tmp_path / "second.json").read_bytes()
    data = json.loads((tmp_path / "first.json").read_text("utf-8"))
    assert data["learned"]["date"] == "2024-05-06"
    assert data["learned"]["corpora"] == {name: corpora.load(name).digest for name in CORPORA}
    assert data["learned"]["cross_validated"]["published"]["htmldate-dev"]["pages"] == PAGES
    assert set(data) == {"learned", "orders", *trust.FIELDS}
    assert "right 1.000" in capsys.readouterr().out


def test_nothing_is_written_unless_asked(tmp_path: Path) -> None:
    write_scores(scores := tmp_path / "scores.gz", [], [])
    train_metadata.main(scores=scores, out=tmp_path / "trust.json", write=False, day="2024-05-06")
    assert not (tmp_path / "trust.json").exists()


def test_the_shipped_file_has_the_form_that_is_learned() -> None:
    shipped = json.loads(train_metadata.TRUST.read_text("utf-8"))
    choices = read_choices({})
    for field in trust.FIELDS:
        assert set(trust_of(field, choices[field])) <= set(shipped[field])
    assert set(shipped["learned"]["corpora"]) == set(CORPORA)


def test_a_stranger_is_worse_than_a_co_author_missed() -> None:
    (domain,) = {choice.domain for choice in read_choices({})["authors"][:1]}
    one = Choice("wcxb-dev", domain, ({"a": 1}, {}), (False, False), True, False, (True,))
    assert trust.judged(one, {"a": 1.0}) == (False, True, True)
    assert trust.judged(one, {"a": -1.0}) == (False, False, False)
    assert all(len(each.strange) == len(each.options) - 1 for each in read_choices({})["authors"])
