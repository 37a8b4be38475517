import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.metadata.cleanup import TIDY, keywords, plain, section


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>Six metres <b>are</b> missing.</p>", "Six metres are missing."),
        ("Hook &amp; Sons&#039; bridge", "Hook & Sons' bridge"),
        ("&lt;p&gt;Six metres&lt;/p&gt;", "Six metres"),
        ("a < b and b > c", "a < b and b > c"),
        ("  as it \n is ", "as it is"),
    ],
)
def test_markup_goes(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Coast", "Coast"),
        ("Coast, Sea", "Coast, Sea"),
        ("Coast, Sea, Bridges", "Coast"),
        ("/coast", "coast"),
        ("https://news.example/coast", ""),
        ("A whole sentence " * 8, ""),
    ],
)
def test_sections(text: str, expected: str) -> None:
    assert section(text) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("a, b,a , A",), ("a", "b")),
        (("a; b; c",), ("a", "b", "c")),
        (("橋、船，港",), ("橋", "船", "港")),
        (("a; b", "c"), ("a; b", "c")),
        (("a,b", "c"), ("a", "b", "c")),
        (("#bridge", "&quot;ferry&quot;", "–", ""), ("bridge", "ferry")),
        (("x" * 101,), ()),
        ((",harbour|ferry",), ("harbour", "ferry")),
        ((",0|",), ("0",)),
    ],
)
def test_keywords(words: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert keywords(words) == expected


@given(st.text())
def test_what_is_tidy_stays(text: str) -> None:
    for field, tidy in TIDY.items():
        value = tidy((text,) if field == "keywords" else text)
        assert tidy(value) == value or "&" in text or "<" in text
