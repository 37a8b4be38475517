"""Weights of names, of short texts and of links are the sums of those of their tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.models.token_weights import NameTable, TextTable
from cleanpage.page.tokens import element_tokens, link_tokens, text_tokens

WEIGHTS = {
    "read": 0.1,
    "more": 0.2,
    "^read": 0.4,
    "$more": 0.8,
    "read more": 1.6,
    "more read": 3.2,
    "=read more": 6.4,
    "=more": 0.3,
    "00": 0.7,
    "(read": 0.11,
    "(read more": 0.13,
    "(more": 0.17,
    ")more": 0.19,
    ")more more": 0.23,
    "/abs": 1.3,
    "/read": 2.7,
    "/#": 0.9,
    "/mailto": 0.6,
}
WORD = st.sampled_from(["read", "More", "the", "12", "水", "|"])
TARGET = (
    st.none()
    | st.sampled_from(["", "#top", "mailto:a", "/read/more", "//a.b/read", "https://a.b/read?read"])
    | st.text()
)


@given(st.lists(WORD, max_size=80).map(" ".join) | st.text(), TARGET)
def test_a_weight_is_the_sum_over_the_tokens(text: str, target: str | None) -> None:
    expected = 0.0
    for token in text_tokens(text) + (link_tokens(target) if target else ()):
        expected += WEIGHTS.get(token, 0.0)
    assert TextTable.of(WEIGHTS).weight(text, target) == expected


def test_each_kind_of_token_has_its_weight() -> None:
    weigh = TextTable.of(WEIGHTS).weight
    assert round(weigh("Read more", "https://example.org/read"), 6) == 13.5
    assert round(weigh("Read more read more", None), 6) == round(0.1 + 0.2 + 0.4 + 0.8 + 1.6 + 3.2, 6)
    assert weigh("More", None) == 0.2 + 0.8 + 0.3
    assert weigh("the", None) == 0
    assert weigh("x" * 200, None) == 0
    assert weigh("Read more " + "the " * 60 + "more more", None) == 0.11 + 0.17 + 0.13 + 0.19 + 0.23


NAMES = {
    "<div": (0.1, 0.2, 0.3),
    ".post-body": (0.4, 0.5, 0.6),
    "#post-body": (0.7, 0.0, 0.9),
    "~body": (1.1, 1.2, 0.0),
    "~post": (1.3, 1.4, 1.5),
    "@body": (1.6, 1.7, 1.8),
    "%main": (1.9, 2.1, 2.2),
}
NAME = st.none() | st.sampled_from(["", "post-body", "PostBody post-body", "body BODY x", "Main", "main"]) | st.text()


@given(st.tuples(st.sampled_from(["div", "p"]), NAME, NAME, NAME, NAME))
def test_weights_of_names_are_the_sums_over_their_tokens(
    names: tuple[str, str | None, str | None, str | None, str | None],
) -> None:
    rows = {token: NAMES[token] for token in element_tokens(*names) if token in NAMES}
    near, parent = (sum(row[part] for row in rows.values()) for part in (0, 1))
    far = tuple((token, row[2]) for token, row in rows.items() if row[2])
    found = NameTable.of(NAMES).weights(*names)
    # Python 3.12 adds floats up more exactly than one by one; what becomes of the sums is rounded to hundredths.
    assert found[:2] == pytest.approx((near, parent))
    assert found[2] == far


def test_each_kind_of_name_has_its_weights() -> None:
    near, parent, far = NameTable.of(NAMES).weights("div", "post-body", "post-body", "Body", "MAIN")
    assert round(near, 6) == 7.1
    assert round(parent, 6) == 7.1
    assert [token for token, _ in far] == ["<div", ".post-body", "~post", "#post-body", "@body", "%main"]
