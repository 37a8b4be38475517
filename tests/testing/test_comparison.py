"""Values by kind."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.article import Precision
from cleanpage.testing.comparison import MAX_LISTED, SHOWN, Kind, Tolerance, compare, guess_kind, shown
from cleanpage.testing.fields import json_of, kind_of

NONE = Tolerance()
LONG = "The river rose over the wall behind the chapel in March, and nobody was hurt that night. " * 3
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.datetimes(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def summary(expected: Any, found: Any, kind: Kind, **tolerance: Any) -> str | None:
    difference = compare(expected, found, kind, Tolerance(**tolerance))
    return difference.summary if difference else None


@given(json_values, st.sampled_from(["published", "headline", "authors", "text", "other", "keywords"]))
def test_what_was_written_down_agrees(value: Any, name: str) -> None:
    """So an update needs no second one."""
    expected = json_of(value)
    kind = kind_of(name, expected)
    found = value if kind is Kind.DATE and isinstance(value, dt.date) else json_of(value)
    assert compare(expected, found, kind, NONE) is None


@pytest.mark.parametrize("kind", [Kind.LINE, Kind.DATE, Kind.PEOPLE, Kind.URL, Kind.LIST, Kind.VALUE])
def test_nothing(kind: Kind) -> None:
    assert summary(None, [], kind) is None
    assert summary("2020", None, kind) == "lost: expected '2020', found nothing"
    assert summary("", "2020", kind) == "expected nothing, found '2020'"


def test_lines() -> None:
    assert summary("The\u00a0river", " The  river\n", Kind.LINE) is None
    assert summary("The river", "the river", Kind.LINE) == "expected 'The river', found 'the river'"


@pytest.mark.parametrize(
    ("expected", "found", "note"),
    [
        ("2023-11-14T06:30:00-05:00", "2023-11-14T11:30:00Z", None),
        ("2023-11-14T06:30:00-05:00", "2023-11-14T06:30:00Z", "5:00:00 earlier"),
        ("2023-11-14T06:30:00-05:00", "2023-11-14T07:30:00-05:00", "1:00:00 later"),
        ("2023-11-14T06:30:00-05:00", "2023-11-14", "precision second, now day"),
        ("2023-11-14", "2023-11-14T00:00:00", "precision day, now second"),
        ("2023-11-14T06:30", "2023-11-14T06:30:00", "precision minute, now second"),
        ("2023-11-14T06:30", dt.datetime(2023, 11, 14, 6, 30), None),
        ("2023-11-14T06:30:00Z", dt.datetime(2023, 11, 14, 6, 30), "the zone is lost"),
        ("2023-11-14T06:30:00", "2023-11-14T06:30:00Z", "a zone that was not there"),
        ("2023-11-14", "2023-11-16", "+2 days"),
        ("2023-11-14", "November 14, 2023", None),
        ("2023-11-14", "last week", "no date: 'last week'"),
        ("last week", "last  week", None),
        (dt.date(2023, 11, 14), "2023-11-14", None),
    ],
)
def test_dates(expected: Any, found: Any, note: str | None) -> None:
    message = summary(expected, found, Kind.DATE)
    assert message is None if note is None else f"({note})" in (message or "")


def test_tolerance_of_dates() -> None:
    pair = ("2023-11-14T06:30:00Z", "2023-11-14T06:30:59Z")
    assert summary(*pair, Kind.DATE, seconds=59) is None
    assert summary(*pair, Kind.DATE, seconds=58) is not None
    assert summary(*pair, Kind.DATE, precision=Precision.MINUTE) is None
    assert summary("2023-11-14", "2023-11-14T00:00:00", Kind.DATE, precision=Precision.DAY) is None
    assert summary("2023-11-14", "2023-12-01", Kind.DATE, precision=Precision.YEAR) is None


def test_people() -> None:
    expected = [{"name": "Renée Ó Hara", "url": "https://x.example/r?b=2&a=1"}, "T. Okoye"]
    assert summary(expected, ["renee o hara", {"name": "T Okoye"}], Kind.PEOPLE) is None
    assert summary(expected, ["T. Okoye", "Renée Ó Hara"], Kind.PEOPLE, order=False) is None
    assert "another order" in (summary(expected, ["T. Okoye", "Renée Ó Hara"], Kind.PEOPLE) or "")
    assert summary(expected, "Renée Ó Hara", Kind.PEOPLE) == "1 of 2 lost, 0 added"
    same_url = [{"name": "Renée Ó Hara", "url": "https://X.example/r?a=1&b=2#me"}, "T. Okoye"]
    assert summary(expected, same_url, Kind.PEOPLE) is None
    other_url = [{"name": "Renée Ó Hara", "url": "https://x.example/s"}, "T. Okoye"]
    assert summary(expected, other_url, Kind.PEOPLE) == (
        "Renée Ó Hara: expected 'https://x.example/r?b=2&a=1', found 'https://x.example/s'"
    )


def test_urls() -> None:
    assert summary("https://X.example/a%20b?c=1&a=2#f", "https://x.example/a b?a=2&c=1", Kind.URL) is None
    assert summary("https://x.example/a", "https://x.example/b", Kind.URL) is not None
    assert summary("http://[", "http://[", Kind.URL) is None


def test_lists() -> None:
    assert summary(["a", "b"], ("a ", "b"), Kind.LIST) is None
    assert summary(["a", "b"], ["b", "a"], Kind.LIST) == "another order: expected ['a', 'b'], found ['b', 'a']"
    assert summary(["a", "b"], ["b", "a"], Kind.LIST, order=False) is None
    assert summary(["a", "a"], ["a"], Kind.LIST, order=False) == "1 of 2 lost, 0 added"
    images = [{"url": "https://x.example/1?b&a", "caption": "One"}]
    assert summary(images, [{"url": "https://x.example/1?a&b", "caption": "One", "credit": "C"}], Kind.LIST) is None
    difference = compare(images, [{"url": "https://x.example/1?a&b"}], Kind.LIST, NONE)
    assert difference is not None
    assert "'caption': 'One'" in difference.details[0]


def test_long_lists_are_cut() -> None:
    difference = compare([str(n) for n in range(30)], ["x"], Kind.LIST, NONE)
    assert difference is not None
    assert difference.details[MAX_LISTED] == "lost: 20 more"


def test_values() -> None:
    assert summary({"a": 1, "b": {"c": ["x "]}}, {"a": 1.0, "b": {"c": ["x"], "d": 2}, "e": 3}, Kind.VALUE) is None
    assert summary({"a": 1}, {"a": 2}, Kind.VALUE) is not None
    assert summary(12.5, 12.75, Kind.VALUE, delta=0.25) is None
    assert summary(12.5, 12.76, Kind.VALUE, delta=0.25) is not None
    assert summary(True, 1, Kind.VALUE) is not None
    assert summary([1, 2], [1], Kind.VALUE) is not None
    assert summary(1, "1", Kind.VALUE) is not None


def test_texts() -> None:
    expected = [LONG, "A short last paragraph of six words."]
    assert summary(expected, "\n\n".join(expected), Kind.TEXT) is None
    assert summary(expected, [LONG], Kind.TEXT, min_f1=0.9) is None
    difference = compare(expected, [LONG], Kind.TEXT, NONE)
    assert difference is not None
    assert difference.summary == "F1 0.936 is below 0.98: 1 paragraphs lost, 0 added, 0 changed"
    assert difference.lines[1:] == ("lost: 'A short last paragraph of six words.'",)
    assert difference.lost == (expected[1],)
    assert summary([], None, Kind.TEXT) is None
    assert summary([LONG], None, Kind.TEXT) is not None


def test_unexpected_texts() -> None:
    assert summary([LONG], [], Kind.UNEXPECTED) is None
    assert summary([LONG], [LONG, "Sign up now for more"], Kind.UNEXPECTED) == (
        "1 paragraphs that are not expected, 5 words"
    )


def test_passages() -> None:
    assert summary(["wall behind", "in March,"], [LONG], Kind.CONTAINS) is None
    assert summary(["wall  behind", "a bell"], [LONG], Kind.CONTAINS) == "1 passages lost"
    assert summary(["a bell"], [LONG], Kind.LACKS) is None
    assert summary(["chapel"], [LONG], Kind.LACKS) == "1 unwanted passages"
    assert summary(["chapel"], None, Kind.LACKS) is None


def test_the_kind_of_a_tolerance_wins() -> None:
    assert compare("a b", "b a c", Kind.LINE, Tolerance(kind=Kind.TEXT, min_f1=0.5)) is None


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("https://x.example/a", Kind.URL),
        ("see https://x.example/a", Kind.LINE),
        ("http://[", Kind.LINE),
        ("2020-06-26", Kind.DATE),
        ("2020-06-26T09:30:00Z", Kind.DATE),
        ("2020-13-45", Kind.LINE),
        (dt.date(2020, 6, 26), Kind.DATE),
        ("One\ntwo", Kind.TEXT),
        (LONG, Kind.TEXT),
        (["a"], Kind.LIST),
        (12, Kind.VALUE),
        (None, Kind.VALUE),
        ({"a": 1}, Kind.VALUE),
    ],
)
def test_guesses(value: Any, kind: Kind) -> None:
    assert guess_kind(value) is kind


def test_shown_values_are_cut() -> None:
    assert len(shown("x" * 1000)) == SHOWN
    assert shown("a\n b") == "'a b'"
