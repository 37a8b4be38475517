"""What the metadata of a page says of its text."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.features.hints import PageHints
from cleanpage.features.stated import described, edge_runs, past, stated_features, stated_shares
from tests.features.small import SENTENCE, rounded

OTHER = "Tickets are sold on the pier from eight o'clock on, says the company, and nowhere else in the old town."
TEASER = "Five walks along the coast that end at a lighthouse, and one that ends at a bakery with a view."


def test_without_hints_nothing_is_stated() -> None:
    found = stated_features([SENTENCE, OTHER], PageHints())
    assert all(not values.any() for values in found.values())
    assert all(len(values) == 2 for values in found.values())


def test_blocks_of_the_stated_body() -> None:
    # The stated body has its paragraphs without white space between them.
    found = stated_features(["Home News", SENTENCE, "Tickets", OTHER, TEASER], PageHints(body=SENTENCE + OTHER))
    assert rounded(found, "stated") == [0, 1, 0, 1, 0]
    assert rounded(found, "past_stated") == [-1, 0, 0, 0, 1]
    assert rounded(found, "page_stated") == [1] * 5


def test_half_of_a_block_may_be_stated() -> None:
    assert stated_shares([f"{SENTENCE} {TEASER}"], SENTENCE).tolist() == [0.5]


@pytest.mark.parametrize("text", ["", "Night ferry", "one two three four five six"])
def test_short_texts_have_no_runs(text: str) -> None:
    assert edge_runs(text) == ()


def test_runs_leave_the_outermost_words_out() -> None:
    assert edge_runs("A b c d e f G") == (("b", "c", "d", "e", "f"), ("b", "c", "d", "e", "f"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (SENTENCE, True),
        ("The FERRY sails at nine, says the harbour…", True),
        ("The ferry", False),  # too short to tell
        (OTHER, False),
    ],
)
def test_described(text: str, found: bool) -> None:
    assert described([text], SENTENCE) == [found]
    assert described([text], SENTENCE[:10]) == [False]


def test_notes_on_authors_name_them() -> None:
    texts = ["Ada Lum writes about ships.", "About ADA LUM", f"{OTHER} Ada Lum", SENTENCE]
    assert rounded(stated_features(texts, PageHints(names=("ada lum",))), "author_named") == [1, 1, 0, 0]


@given(st.lists(st.booleans(), max_size=20))
def test_past_is_ordered(marked: list[bool]) -> None:
    sides = past(np.array(marked, dtype=bool)).tolist()
    assert sides == sorted(sides)
    assert all(side == 0 for side, mark in zip(sides, marked, strict=True) if mark)
