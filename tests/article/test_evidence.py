"""Why the fields of an article have their values."""

import copy
import pickle

import pytest

import cleanpage
from cleanpage import Article, Evidence, Outcome, OutcomeKind
from cleanpage.article import Source
from cleanpage.article.evidence import EvidenceMap

BODY = "<p>Six metres are missing, and on Monday the ferry came back to fill them for a while, it was said.</p>" * 6
PAGE = f"""<html lang=en><head><title>A bridge too short | The Harbour Post</title>
<meta property="og:title" content="A bridge too short"><meta property="og:image" content="/card.jpg">
<meta name="author" content="Mira Holm"><meta property="article:published_time" content="2020-06-26T09:30:00Z">
<meta name="date" content="2020-06-25"></head><body><h1>A bridge too short</h1><p class="byline">By Mira Holm</p>
<figure><img src="/gap.jpg" alt="A gap"><figcaption>The gap in the bridge. Photo: Ida Berg</figcaption></figure>
<p>LISBON (Reuters) - Six metres are missing, and nobody in the harbour office can say where they went.</p>{BODY}
</body></html>"""
URL = "https://news.example/2020/bridge"


@pytest.fixture(scope="module")
def article() -> Article:
    return cleanpage.extract(PAGE, url=URL)


def test_a_value_with_its_source_and_what_lost(article: Article) -> None:
    evidence = article.evidence["published"]
    assert isinstance(evidence, Evidence)
    assert (evidence.source, evidence.path) == (Source.OPEN_GRAPH, "article:published_time")
    assert (evidence.value, evidence.raw) == ("2020-06-26T09:30:00+00:00", "2020-06-26T09:30:00Z")
    assert [(loser.source, loser.path, loser.raw) for loser in evidence.losers] == [(Source.META, "date", "2020-06-25")]
    assert evidence.confidence is not None
    assert 0 < evidence.confidence < 1


def test_every_value_has_evidence_and_nothing_else_has(article: Article) -> None:
    derived = {"outcome", "confidence", "url", "direction", "body", "images", "links"}
    given = {name for name in Article.model_fields if getattr(article, name) not in (None, ())} - derived
    assert article.evidence.keys() == given
    assert article.evidence["authors"].value == article.evidence["byline"].value.removeprefix("By ") == "Mira Holm"


def test_confidence_is_given_where_it_was_learned(article: Article) -> None:
    learned = {field for field, evidence in article.evidence.items() if evidence.confidence is not None}
    assert learned == {"headline", "authors", "published"}


def test_values_taken_from_the_body(article: Article) -> None:
    assert article.evidence["dateline"].value == article.dateline == "LISBON"
    image = article.evidence["main_image"]
    assert article.main_image is not None
    assert image.value == article.main_image.url == "https://news.example/gap.jpg"
    assert (image.source, image.path) == (Source.VISIBLE, "images[0]")
    assert [loser.value for loser in image.losers] == ["https://news.example/card.jpg"]


def test_an_image_that_the_page_does_not_name() -> None:
    article = cleanpage.extract(PAGE.replace("og:image", "x"), url=URL)
    assert article.evidence["main_image"].losers == ()


def test_articles_are_compared_without_it(article: Article) -> None:
    again = Article.model_validate_json(article.model_dump_json())
    assert again == article
    assert hash(again.authors) == hash(article.authors)
    assert again.evidence == {}
    assert "evidence" not in article.model_dump()


def test_it_is_kept_where_an_article_is_copied(article: Article) -> None:
    for again in (copy.copy(article), copy.deepcopy(article), pickle.loads(pickle.dumps(article))):
        assert again == article
        assert again.evidence == article.evidence
        assert again.evidence["published"].losers


def test_a_copy_keeps_it_but_for_the_fields_that_are_updated(article: Article) -> None:
    again = article.model_copy(update={"headline": "Other"})
    assert again.evidence == {field: one for field, one in article.evidence.items() if field != "headline"}
    assert "headline" in article.evidence
    assert article.model_copy().evidence == article.evidence
    assert again.with_evidence({**article.evidence}).model_copy(update={"section": "S"}).evidence.keys() == (
        article.evidence.keys() - {"section"}
    )


def test_an_article_made_by_hand_has_none() -> None:
    article = Article(outcome=Outcome(kind=OutcomeKind.EMPTY, reason="test"))
    assert article.evidence == {}
    assert repr(article.evidence) == "<evidence of nothing>"
    with pytest.raises(KeyError):
        article.evidence["headline"]


def test_it_is_put_into_words_only_when_it_is_asked_for() -> None:
    asked: list[str] = []

    def in_words(record: str) -> Evidence:
        asked.append(record)
        return Evidence(value=record, raw=record, source=Source.META, path="x")

    evidence = EvidenceMap({"headline": "a", "authors": "b"}, in_words)
    assert list(evidence) == ["headline", "authors"]
    assert "headline" in evidence or asked == []
    asked.clear()
    assert (len(evidence), repr(evidence), asked) == (2, "<evidence of headline, authors>", [])
    assert evidence["authors"].value == "b"
    assert asked == ["b"]
