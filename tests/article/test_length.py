import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.article.length import length_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" \n", 0),
        ("one two\nthree", 3),
        ("Zwölf Wörter", 2),
        ("川の水位が上がる。", 8),
        ("河水上涨，2024年。", 6),
        ("강물이 불어났다", 2),
        ("GDP 上涨", 3),
    ],
)
def test_words(text: str, words: int) -> None:
    assert length_of(text).in_words == words


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("", 0), ("word", 1), ("word " * 238, 1), ("word " * 239, 2), ("水" * 255, 1), ("水" * 256, 2), ("水の" * 178, 1)],
)
def test_minutes(text: str, minutes: int) -> None:
    assert length_of(text).in_minutes == minutes


@given(st.text())
def test_what_has_words_takes_time(text: str) -> None:
    assert (length_of(text).in_minutes == 0) == (length_of(text).in_words == 0)
    assert 0 <= length_of(text).in_words <= len(text)
