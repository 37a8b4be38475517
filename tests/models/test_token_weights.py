"""Weights of names, of short texts and of links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.models.token_weights import NO_WEIGHTS, name_weights, text_weight
from cleanpage.page.tokens import element_tokens

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


def weigh(text: str, target: str | None) -> float:
    return text_weight(WEIGHTS, text, target)


@pytest.mark.parametrize(
    ("text", "target", "weight"),
    [
        ("Read more", "https://example.org/read", 13.5),
        ("Read more read more", None, 0.1 + 0.2 + 0.4 + 0.8 + 1.6 + 3.2),
        ("More", None, 0.2 + 0.8 + 0.3),
        ("the", None, 0),
        ("the", "#top", 0.9),
        ("x" * 200, None, 0),
        ("Read more " + "the " * 60 + "more more", None, 0.11 + 0.17 + 0.13 + 0.19 + 0.23),
    ],
)
def test_each_kind_of_token_has_its_weight(text: str, target: str | None, weight: float) -> None:
    assert weigh(text, target) == pytest.approx(weight)


@given(st.lists(WORD, max_size=80).map(" ".join) | st.text(), TARGET)
def test_a_link_adds_its_own_weight(text: str, target: str | None) -> None:
    assert weigh(text, target) == pytest.approx(weigh(text, None) + weigh("", target))


NAMES = {
    "<div": (0.1, 0.2, 0.3),
    ".post-body": (0.4, 0.5, 0.6),
    "#post-body": (0.7, 0.0, 0.9),
    "~body": (1.1, 1.2, 0.0),
    "~post": (1.3, 1.4, 1.5),
    "@body": (1.6, 1.7, 1.8),
    "%main": (1.9, 2.1, 2.2),
}


def test_each_kind_of_name_has_its_weights() -> None:
    tokens = element_tokens("div", "post-body", "post-body", "Body", "MAIN")
    near, parent, far = name_weights(NAMES, tokens)
    assert (near, parent) == pytest.approx((7.1, 7.1))
    assert [token for token, _ in far] == ["<div", ".post-body", "~post", "#post-body", "@body", "%main"]
    assert name_weights(NAMES, element_tokens("p", None, None, None, None)) == NO_WEIGHTS
