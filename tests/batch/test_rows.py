import datetime as dt
import json

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleanpage import Article, analyze
from cleanpage.article import (
    Author,
    Breadcrumb,
    Comment,
    Link,
    Outcome,
    OutcomeKind,
    Precision,
    Signal,
    Timestamp,
)
from cleanpage.batch import SCHEMA, article_from_row, row_from_article
from cleanpage.batch.rows import instant
from tests.article_strategies import bodies, images, texts, urls

some = st.none() | texts
zones = st.none() | st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
times = zones.flatmap(lambda zone: st.datetimes(timezones=st.just(zone)))
numbers = st.floats(allow_nan=False)


@st.composite
def timestamps(draw: st.DrawFn) -> Timestamp:
    """Moments no more precise than they say."""
    precision = draw(st.sampled_from(Precision))
    time = draw(times)
    if precision is Precision.MINUTE:
        time = time.replace(second=0, microsecond=0)
    timed = precision in (Precision.MINUTE, Precision.SECOND)
    return Timestamp(raw=draw(texts), precision=precision, date=time.date(), datetime=time if timed else None)


outcomes = st.builds(
    Outcome,
    kind=st.sampled_from(OutcomeKind),
    reason=texts,
    limits=st.lists(texts, max_size=2).map(tuple),
    signals=st.lists(st.builds(Signal, name=texts, value=numbers), max_size=2).map(tuple),
)
links = st.builds(
    Link,
    url=urls,
    text=texts,
    title=some,
    rel=st.lists(texts, max_size=2).map(tuple),
    internal=st.none() | st.booleans(),
    block=st.integers(0, 2**31 - 1),
)
comments = st.builds(
    Comment,
    author=some,
    published=st.none() | times,
    published_raw=some,
    blocks=bodies,
    reply_to=st.none() | st.just(0),
)
articles = st.builds(
    Article,
    outcome=outcomes,
    confidence=st.floats(0, 1),
    url=st.none() | st.just("https://example.org/a?b=c"),
    headline=some,
    paywall_selector=some,
    authors=st.lists(st.builds(Author, name=texts, url=some), max_size=2).map(tuple),
    breadcrumbs=st.lists(st.builds(Breadcrumb, name=texts, url=some), max_size=2).map(tuple),
    published=st.none() | timestamps(),
    updated=st.none() | timestamps(),
    keywords=st.lists(texts, max_size=2).map(tuple),
    direction=st.sampled_from(("ltr", "rtl")),
    is_accessible_for_free=st.none() | st.booleans(),
    main_image=st.none() | images,
    images=st.lists(images, max_size=2).map(tuple),
    links=st.lists(links, max_size=2).map(tuple),
    body=bodies,
    comments=st.lists(comments, max_size=2).map(tuple),
)


def through_arrow(article: Article) -> Article:
    """An article after the way through Arrow."""
    (row,) = pa.RecordBatch.from_pylist([row_from_article(article, evidence=True)], schema=SCHEMA).to_pylist()
    return article_from_row(row)


@settings(max_examples=40)
@given(articles)
def test_arrow_gives_back_the_article(article: Article) -> None:
    assert through_arrow(article) == article


@given(timestamps())
def test_zone_comes_back(published: Timestamp) -> None:
    article = Article(outcome=Outcome(kind=OutcomeKind.ARTICLE, reason="test"), published=published)
    back = through_arrow(article).published
    assert back is not None
    assert back.iso == published.iso


def test_evidence_comes_back() -> None:
    page = (
        "<html lang=en><title>Ferry sails again</title><meta name=author content='Mary Ash'><h1>Ferry sails again</h1>"
        "<p>By Mary Ash</p><p>The ferry to the island sails again after a winter of repairs, its owner said.</p>"
    )
    article = analyze(page, url="https://example.org/ferry").article
    assert article.evidence
    back = through_arrow(article)
    assert back == article
    assert dict(back.evidence) == dict(article.evidence)


def test_row_of_an_error_is_no_article() -> None:
    with pytest.raises(ValueError, match="'a#1' holds no article"):
        article_from_row({"id": "a#1", "outcome": None, "error": {"kind": "TimeoutError"}})


def test_row_has_all_columns_of_an_article_and_no_others() -> None:
    """`from_pylist` drops unknown keys without a word."""
    article = Article(outcome=Outcome(kind=OutcomeKind.ARTICLE, reason="test"))
    names = SCHEMA.names
    assert set(row_from_article(article)) == {"url", *names[names.index("outcome") :]}


def test_lines_of_jsonl_are_read_as_well() -> None:
    published = Timestamp(raw="x", precision=Precision.DAY, date=dt.date(2024, 2, 29))
    article = Article(outcome=Outcome(kind=OutcomeKind.ARTICLE, reason="test"), headline="Ferry", published=published)
    row = row_from_article(article)
    line = json.loads(json.dumps({**row, "body": json.loads(row["body"])}, default=str))
    assert article_from_row(line) == article


@pytest.mark.parametrize("year", [1, 9999])
def test_instants_outside_the_calendar_are_null(year: int) -> None:
    hours = 14 if year == 1 else -14
    edge = dt.datetime.min if year == 1 else dt.datetime.max
    assert instant(edge.replace(tzinfo=dt.timezone(dt.timedelta(hours=hours)))) is None


def test_time_without_a_zone_is_no_instant() -> None:
    assert instant(dt.datetime(2024, 1, 1)) is None
