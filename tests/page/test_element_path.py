"""Places and texts in words."""

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from cleanpage.page.element_path import cut

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
FLAG = "\U0001f1f3\U0001f1f4"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abcde", "abcde"),
        ("abcdef", "abcd…"),
        ("abc def", "abc…"),
        ("abce\u0301f", "abc…"),
        (f"ab{FLAG}{FLAG}", f"ab{FLAG}…"),
        (f"a{FAMILY}b", "a…"),
        ("a" + "\u0301" * 9, "…"),
    ],
)
def test_cut(text: str, expected: str) -> None:
    assert cut(text, 5) == expected


@given(
    st.text(st.sampled_from(["a", " ", "\u0301", FLAG[0], "\u200d", "\U0001f468", "\u1100", "\u1161"])),
    st.integers(1, 9),
)
@example(FAMILY * 3, 6)
def test_no_grapheme_is_split(text: str, length: int) -> None:
    shown = cut(text, length)
    assert len(shown) <= length
    ends = {found.end() for found in regex.finditer(r"\X", text)} | {0}
    assert shown == text or any(text[:end].rstrip() == shown[:-1] for end in ends)
