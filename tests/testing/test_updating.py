"""Expectations brought up to date."""

from pathlib import Path

import pytest

from cleanpage.testing import Settings
from cleanpage.testing.cases import Result
from cleanpage.testing.comparison import Difference
from cleanpage.testing.fields import FIELDS
from cleanpage.testing.updating import Update, new_expectations, updated, what_changed

OBSERVED = dict.fromkeys(FIELDS) | {"headline": "New", "section": "News", "text": ["One."]}
RESULTS = (
    Result("a.page", "headline", "Old", "New", Difference("x")),
    Result("a.page", "section", "News", "News"),
    Result("a.page", "byline", "Right", "Wrong", Difference("x"), xfail="known"),
    Result("a.page", "text", ["Old."], ["One."]),
    Result("a.page", "unexpected_text", ["Old."], ["One."], Difference("x")),
    Result("a.page", "text_lacks", ["Sign up"], ["Sign up"], Difference("x")),
)


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        (Update.NEW, {}),
        (Update.FAILED, {"headline": "New", "text": ["One."]}),
        (Update.ALL, {"headline": "New", "section": "News", "text": ["One."]}),
    ],
)
def test_what_is_written_anew(update: Update, expected: dict[str, object]) -> None:
    """Neither known faults nor passages that somebody chose."""
    assert updated(RESULTS, update) == expected


def test_the_first_expectations() -> None:
    core = {name for name, field in FIELDS.items() if field.core}
    assert new_expectations(None, OBSERVED, Settings()).keys() == core | {"section"}
    assert new_expectations(None, OBSERVED, Settings(fields=frozenset(["headline"]))) == {"headline": "New"}


def test_fields_that_are_added() -> None:
    known = {"headline": "Old"}
    assert new_expectations(known, OBSERVED, Settings()) == {}
    asked = Settings(fields=frozenset(["headline", "section", "text_lacks", "nothing"]))
    assert new_expectations(known, OBSERVED, asked) == {"section": "News"}


def test_what_changed_is_told() -> None:
    old = {"headline": "Old", "section": "News", "text": ["One.", "Two."], "keywords": ["a", "b"]}
    new = {"headline": "New", "section": "News", "byline": None, "text": ["One.", "Three."], "keywords": ["b", "a"]}
    assert what_changed(Path("x/a.page/expected.json"), old, new) == [
        "a.page::headline: 'Old' -> 'New'",
        "a.page::byline: None",
        "a.page::text:",
        "    - 'Two.'",
        "    + 'Three.'",
        "a.page::keywords:",
        "    another order",
    ]
    assert what_changed(Path("test_x/test_y.expected.json"), {}, {"a": 1}) == ["test_y.expected.json::a: 1"]
