"""Counts of characters in all texts of a page at once are those of each text by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.features.characters import HEAD_CHARACTERS, SIGNS, Characters, Kind, characters_of

TEXTS = st.lists(
    st.text("".join(SIGNS.values()) + "aB 4٣²Ａ𝟘𝐀𠮷", min_size=1, max_size=2 * HEAD_CHARACTERS) | st.text(min_size=1),
    min_size=1,
)


def counts(found: Characters, kind: int) -> tuple[list[int], list[int]]:
    """Counts in the texts, and in their heads."""
    return found.count(kind, found.ends).tolist(), found.count(kind, found.heads).tolist()


@pytest.mark.parametrize("kind", SIGNS)
@given(TEXTS)
def test_signs(kind: int, texts: list[str]) -> None:
    heads = [text[:HEAD_CHARACTERS] for text in texts]
    expected = tuple([sum(map(text.count, SIGNS[kind])) for text in part] for part in (texts, heads))
    assert counts(characters_of(texts), kind) == expected


@given(TEXTS)
def test_digits_and_capitals(texts: list[str]) -> None:
    found = characters_of(texts)
    heads = [text[:HEAD_CHARACTERS] for text in texts]
    for kind, holds in ((Kind.DIGIT, str.isdigit), (Kind.CAPITAL, str.isupper)):
        expected = tuple([sum(map(holds, text)) for text in part] for part in (texts, heads))
        assert counts(found, kind) == expected


@given(TEXTS)
def test_stops(texts: list[str]) -> None:
    stops = (". ", "! ", "? ", "。", "؟ ")
    assert characters_of(texts).stops().tolist() == [sum(map(text.count, stops)) for text in texts]


@given(TEXTS)
def test_last_characters(texts: list[str]) -> None:
    last = characters_of(texts).last().tolist()
    for kind, signs in SIGNS.items():
        assert [bool(found & kind) for found in last] == [text[-1] in signs for text in texts]


def test_what_one_text_begins_the_next_does_not_end() -> None:
    assert characters_of(["Yes.", " no", "水。", "12"]).stops().tolist() == [0, 0, 1, 0]
