import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import metrics
from benchmarks.intervals import Floats, bootstrap, difference
from benchmarks.metrics import MEASURES, fold, score, summarise
from benchmarks.pages import BodyMetric, GoldImage, Page
from benchmarks.systems.record import EVERYTHING, Extraction

NOWHERE = Path("nowhere.html.gz")
CET = dt.timezone(dt.timedelta(hours=1))
TEXTS = st.text(alphabet="ab ,.Éé", max_size=30)


def page(
    *,
    body: str | None = None,
    headline: str | None = None,
    authors: tuple[str, ...] | None = None,
    published: dt.date | None = None,
    published_at: dt.datetime | None = None,
    captions: tuple[str | None, ...] | None = None,
    required: tuple[str, ...] = (),
    forbidden: tuple[str, ...] = (),
) -> Page:
    images = None if captions is None else tuple(GoldImage(caption=caption) for caption in captions)
    return Page(
        id="a",
        corpus="c",
        path=NOWHERE,
        body=body,
        headline=headline,
        authors=authors,
        published=published,
        published_at=published_at,
        images=images,
        with_snippets=required,
        without_snippets=forbidden,
    )


def row(measure: str, gold: Page, found: Extraction) -> tuple[float, ...] | None:
    return MEASURES[measure].row(gold, found)


def value(measure: str, *pages: tuple[Page, Extraction]) -> float:
    return summarise([score(gold, found, EVERYTHING) for gold, found in pages])[measure].value


# Words: found {the: 2, cat, sat}, gold {the: 1, cat, ran, off}: 2 in common of 4 and of 4.
def test_word_scores_count_repeated_words_as_often_as_both_have_them() -> None:
    assert metrics.word_scores("The cat. THE sat", "the cat ran off") == (0.5, 0.5, 0.5)


def test_gold_with_a_title_is_compared_with_headline_and_text() -> None:
    found = Extraction(headline="Night ferry", text="It sails.")
    titled = replace(page(body="Night ferry\nIt sails."), titled=True)
    assert value("f1", (titled, found)) == value("exact", (titled, found)) == 1
    assert value("shingle_f1", (titled, found)) == 1
    assert value("recall", (page(body="Night ferry\nIt sails."), found)) == 0.5
    assert value("f1", (titled, Extraction(text="Night ferry\nIt sails."))) == 1


def test_word_scores_weigh_precision_and_recall() -> None:
    precision, recall, f1 = metrics.word_scores("one two three four", "one two")
    assert (precision, recall) == (0.5, 1.0)
    assert f1 == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("found", "gold", "expected"), [("", "", 1.0), ("a", "", 0.0), ("", "a", 0.0), (None, "a", 0.0)]
)
def test_word_scores_of_empty_texts(found: str | None, gold: str, expected: float) -> None:
    assert metrics.word_scores(found, gold) == (expected, expected, expected)


def test_body_measures_are_means_over_pages() -> None:
    first = (page(body="one two"), Extraction(text="one two three four"))
    second = (page(body="one two"), Extraction(text=""))
    assert value("precision", first, second) == pytest.approx(0.25)
    assert value("recall", first, second) == pytest.approx(0.5)
    assert value("f1", first, second) == pytest.approx(1 / 3)


@given(TEXTS, TEXTS)
def test_word_f1_is_a_symmetric_share(found: str, gold: str) -> None:
    f1 = metrics.word_scores(found, gold)[2]
    assert 0 <= f1 <= 1
    assert f1 == metrics.word_scores(gold, found)[2]
    assert metrics.word_scores(gold, gold)[2] == 1


def test_shares_of_snippets() -> None:
    gold = page(required=("One Two", "nine"), forbidden=("three", "Home", "Imprint"))
    found = Extraction(text="one two three")
    assert row("with", gold, found) == (0.5, 1.0)
    assert row("without", gold, found) == pytest.approx((2 / 3, 1.0))


def test_shares_of_no_snippets_are_not_defined() -> None:
    assert row("with", page(), Extraction(text="x")) is None
    assert row("without", page(), Extraction(text="x")) is None
    assert row("snippet_f1", page(), Extraction(text="x")) is None


def test_snippets_fold_white_space_but_not_case() -> None:
    assert metrics.snippet_counts("a  b\nc", ("a b", "A B", "b  c"), ("c", "x")) == (2.0, 1.0, 1.0)


# Page 1: 2 found, 1 leaked, 1 missed; page 2: 1 found, 0 leaked, 2 missed. F1 = 6 / (6 + 1 + 3).
def test_snippet_f1_sums_counts_over_pages() -> None:
    first = (page(required=("a b", "A B", "b c"), forbidden=("c", "x")), Extraction(text="a b c"))
    second = (page(required=("a", "x", "y"), forbidden=("z",)), Extraction(text="a"))
    assert value("snippet_f1", first, second) == pytest.approx(0.6)


# Found: abcd bcde. Gold: abcd bcdf cdfg. One in common: precision 1/2, recall 1/3.
def test_shingles_are_runs_of_four_tokens() -> None:
    assert metrics.shingle_scores("a b c d e", "a b c d f g") == pytest.approx((0.5, 1.0, 1 / 3, 1.0))


def test_shingles_keep_case_and_repeat() -> None:
    assert metrics.shingles("a a a a a") == {("a",) * 4: 2}
    assert metrics.shingle_scores("A b c d", "a b c d") == (0.0, 1.0, 0.0, 1.0)


def test_shingles_of_short_texts() -> None:
    assert metrics.shingles("one two") == {("one", "two"): 1}
    assert metrics.shingles("…") == {}
    assert metrics.shingle_scores("", "a b c d") == (0.0, 0.0, 0.0, 1.0)
    assert metrics.shingle_scores("a b c d", "") == (0.0, 1.0, 0.0, 0.0)


# Precision is defined on the first page alone (1/2), recall on both (1/3 and 0: mean 1/6). F1 = 2 · 1/12 / (4/6).
def test_shingle_f1_is_of_means_over_the_pages_where_they_are_defined() -> None:
    first = (page(body="a b c d f g"), Extraction(text="a b c d e"))
    second = (page(body="a b c d"), Extraction(text=None))
    assert value("shingle_f1", first, second) == pytest.approx(0.25)


def test_exact_compares_token_lists() -> None:
    assert row("exact", page(body="A b, c."), Extraction(text="A\nb c")) == (1.0, 1.0)
    assert row("exact", page(body="A b c"), Extraction(text="a b c")) == (0.0, 1.0)
    assert row("exact", page(body="A b c"), Extraction(text="A c b")) == (0.0, 1.0)


def test_body_measures_need_a_gold_body() -> None:
    for measure in ("f1", "precision", "recall", "shingle_f1", "exact"):
        assert row(measure, page(), Extraction(text="x")) is None


@pytest.mark.parametrize(
    ("found", "gold", "same"),
    [
        ("“Naïve” Plans — Fail!", '"naive" plans fail', True),
        ("It’s  here", "Its here", True),
        ("\uff21\uff22\uff23", "abc", True),
        ("Plans fail | Harbour Post", "Plans fail", False),
        (None, "Plans fail", False),
    ],
)
def test_headlines_are_folded(found: str | None, gold: str, same: bool) -> None:
    assert row("headline", page(headline=gold), Extraction(headline=found)) == (float(same), 1.0)


def test_headline_that_is_not_known_is_not_judged() -> None:
    assert row("headline", page(), Extraction(headline="x")) is None


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("found", "gold", "same"),
    [
        (("Ada Brook", "José Reed"), ("Jose Reed", "ada brook"), 1.0),
        (("Ada Brook",), ("Ada Brook", "José Reed"), 0.0),
        ((), (), 1.0),
        (None, (), 1.0),
        (("Staff",), (), 0.0),
        (None, ("Ada Brook",), 0.0),
    ],
)
def test_authors_are_sets_of_folded_names(found: tuple[str, ...] | None, gold: tuple[str, ...], same: float) -> None:
    assert row("authors", page(authors=gold), Extraction(authors=found)) == (same, 1.0)


def test_authors_known_to_be_none_and_not_known() -> None:
    assert row("authors", page(authors=None), Extraction(authors=("x",))) is None
    assert row("authors_named", page(authors=()), Extraction()) is None
    assert row("authors_named", page(authors=("A",)), Extraction(authors=("a",))) == (1.0, 1.0)


# Gold words: ada brook jo reed. Found: ada brook. Precision 1, recall 1/2.
def test_author_words_take_one_string_for_many_names() -> None:
    gold = page(authors=("By ADA BROOK and Jo Reed",))
    assert row("author_words", gold, Extraction(authors=("Ada Brook", "Jo Reed"))) == (1.0, 1.0)
    assert row("author_words", gold, Extraction(authors=("Ada Brook",))) == pytest.approx((2 / 3, 1.0))


def test_published_is_a_day() -> None:
    gold = page(published=dt.date(2024, 5, 6))
    assert row("published", gold, Extraction(published=dt.date(2024, 5, 6))) == (1.0, 1.0)
    assert row("published", gold, Extraction(published=dt.date(2024, 5, 7))) == (0.0, 1.0)
    assert row("published", gold, Extraction()) == (0.0, 1.0)
    assert row("published", page(), Extraction(published=dt.date(2024, 5, 7))) is None


NOON = dt.datetime(2024, 5, 6, 12, 0, 0)


@pytest.mark.parametrize(
    ("found", "gold", "same"),
    [
        (NOON.replace(tzinfo=CET), NOON.replace(hour=11, tzinfo=dt.UTC), 1.0),
        (NOON.replace(tzinfo=dt.UTC), NOON.replace(microsecond=400_000, tzinfo=dt.UTC), 1.0),
        (NOON.replace(tzinfo=CET), NOON.replace(tzinfo=dt.UTC), 0.0),
        (NOON, NOON.replace(tzinfo=dt.UTC), 0.0),
        (NOON, NOON, 1.0),
        (NOON.replace(tzinfo=CET), NOON, 1.0),
        (NOON.replace(second=59, tzinfo=dt.UTC), NOON.replace(tzinfo=dt.UTC), 1.0),
        (NOON.replace(minute=1, tzinfo=dt.UTC), NOON.replace(tzinfo=dt.UTC), 0.0),
        (NOON.replace(minute=1), NOON, 0.0),
        (None, NOON, 0.0),
    ],
)
def test_published_at_is_an_instant(found: dt.datetime | None, gold: dt.datetime, same: float) -> None:
    assert row("published_at", page(published_at=gold), Extraction(published_at=found)) == (same, 1.0)


# Gold words: the ferry, a pier. Found: the ferry. Precision 1, recall 2/4.
def test_captions_of_a_page_are_judged_together() -> None:
    gold = page(captions=("The ferry", None, "A pier"))
    assert row("captions", gold, Extraction(captions=("The ferry",))) == pytest.approx((2 / 3, 1.0))
    assert row("captions", gold, Extraction()) == (0.0, 1.0)


def test_captions_need_gold_ones() -> None:
    assert row("captions", page(captions=(None,)), Extraction(captions=("x",))) is None
    assert row("captions", page(), Extraction(captions=("x",))) is None


BARE = Page(id="a", corpus="c", path=NOWHERE)


@pytest.mark.parametrize(
    ("measure", "gold", "found", "worth"),
    [
        (
            "subtitle",
            replace(BARE, alternative_headline="On time, at last"),
            Extraction(subtitle="on time at last"),
            1.0,
        ),
        ("subtitle", replace(BARE, alternative_headline="On time"), Extraction(subtitle="On time, at last"), 0.0),
        # Gold words: it sails again. Found: it sails. Precision 1, recall 2/3.
        ("description", replace(BARE, summary=("It sails", "again")), Extraction(description="It sails"), 0.8),
        # Of three topics two are found, one of them in other letters, and a wrong one.
        ("topics", replace(BARE, topics=("Sea", "Ferry", "War")), Extraction(topics=("sea", "Ferry", "Pier")), 2 / 3),
        ("main_image", replace(BARE, main_image="https://a.example/ferry-0001.jpg?w=9"), None, 0.0),
        (
            "main_image",
            replace(BARE, main_image="https://a.example/ferry-0001.jpg?w=9"),
            Extraction(main_image="https://a.example/ferry-0001.jpg"),
            1.0,
        ),
        (
            "main_image",
            replace(BARE, images=(GoldImage(urls=("/pier-22.png",)), GoldImage(cover=True, urls=("/ferry-0001.jpg",)))),
            Extraction(main_image="/pier-22.png"),
            0.0,
        ),
    ],
)
def test_what_sums_an_article_up_is_judged_where_the_gold_has_it(
    measure: str, gold: Page, found: Extraction | None, worth: float
) -> None:
    assert row(measure, gold, found or Extraction()) == pytest.approx((worth, 1.0))
    assert row(measure, BARE, found or Extraction()) is None
    assert row(measure, gold, Extraction()) == (0.0, 1.0)


def test_only_fields_that_a_system_gives_are_judged() -> None:
    gold = page(body="a", headline="b", authors=("c",))
    assert set(score(gold, Extraction(), frozenset({"headline"}))) == {"headline"}
    assert score(gold, Extraction(), frozenset()) == {}


def test_each_metric_has_a_primary_measure() -> None:
    assert metrics.primary_measure(BodyMetric.WORDS) == "f1"
    assert metrics.primary_measure(BodyMetric.SNIPPETS) == "snippet_f1"
    assert metrics.primary_measure(BodyMetric.SHINGLES) == "shingle_f1"
    assert metrics.primary_measure(BodyMetric.NONE) is None


def test_bootstrap_of_equal_pages_has_no_width() -> None:
    interval = bootstrap([(0.5, 1.0)] * 9, metrics.mean)
    assert (interval.value, interval.low, interval.high, interval.pages) == (0.5, 0.5, 0.5, 9)


# The mean of 100 coin throws has a standard error of .05, so the 95 % interval spans about .098 either side.
def test_bootstrap_interval_of_a_mean() -> None:
    interval = bootstrap([(float(at % 2), 1.0) for at in range(100)], metrics.mean)
    assert interval.value == 0.5
    assert interval.low == pytest.approx(0.402, abs=0.015)
    assert interval.high == pytest.approx(0.598, abs=0.015)


def test_bootstrap_is_the_same_every_time() -> None:
    rows = [(at / 10, 1.0) for at in range(10)]
    assert bootstrap(rows, metrics.mean) == bootstrap(rows, metrics.mean)


def test_paired_difference_is_narrower_than_its_parts() -> None:
    rows = [(at / 10, 1.0) for at in range(10)]
    better = [(found + 0.05, one) for found, one in rows]
    gap = difference(better, rows, metrics.mean)
    assert gap.value == pytest.approx(0.05)
    assert gap.low == pytest.approx(0.05)
    assert gap.high == pytest.approx(0.05)


def test_paired_difference_needs_the_same_pages() -> None:
    with pytest.raises(ValueError, match="same pages"):
        difference([(1.0, 1.0)], [(1.0, 1.0), (0.0, 1.0)], metrics.mean)


@pytest.mark.parametrize(
    ("finish", "sums", "expected"),
    [
        (metrics.mean, (1.0, 4.0), 0.25),
        (metrics.mean, (0.0, 0.0), 0.0),
        (metrics.mean_of(1), (1.0, 3.0, 4.0), 0.75),
        (metrics.micro_f1, (3.0, 1.0, 3.0), 0.6),
        (metrics.micro_f1, (0.0, 0.0, 0.0), 0.0),
        (metrics.f1_of_means, (0.5, 1.0, 1 / 3, 2.0), 0.25),
        (metrics.f1_of_means, (0.0, 0.0, 0.0, 0.0), 0.0),
    ],
)
def test_sums_become_figures(finish: Callable[[Floats], Floats], sums: Sequence[float], expected: float) -> None:
    assert float(finish(np.array(sums))) == pytest.approx(expected)
