"""Weights of short texts and of links."""

from hypothesis import given
from hypothesis import strategies as st

from cleanpage.lexicon import Lexicon
from cleanpage.tokens import link_tokens, text_tokens

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
    assert Lexicon.of(WEIGHTS).weight(text, target) == expected


def test_each_kind_of_token_has_its_weight() -> None:
    weigh = Lexicon.of(WEIGHTS).weight
    assert round(weigh("Read more", "https://example.org/read"), 6) == 13.5
    assert round(weigh("Read more read more", None), 6) == round(0.1 + 0.2 + 0.4 + 0.8 + 1.6 + 3.2, 6)
    assert weigh("More", None) == 0.2 + 0.8 + 0.3
    assert weigh("the", None) == 0
    assert weigh("x" * 200, None) == 0
    assert weigh("Read more " + "the " * 60 + "more more", None) == 0.11 + 0.17 + 0.13 + 0.19 + 0.23
