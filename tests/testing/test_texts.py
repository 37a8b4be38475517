"""Texts by words: F1, and the paragraphs lost, added and changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.testing.texts import compare_texts, fold, paragraphs_of, squeeze, words

PARAGRAPHS = (
    "The river rose over the wall behind the chapel in March.",
    "Nobody was hurt, but two hundred houses were flooded that night.",
    "The county will put forty gauges on the bridges of the valley.",
)
texts = st.lists(st.text(st.sampled_from("ab cd éß日本 .\n\u00a0")), max_size=8)


@given(texts)
def test_a_text_is_like_itself(parts: list[str]) -> None:
    result = compare_texts(parts, parts)
    assert (result.f1, result.lost, result.added, result.changed) == (1, (), (), ())


@given(texts, texts)
def test_f1_is_a_share_and_the_same_both_ways(old: list[str], new: list[str]) -> None:
    there, back = compare_texts(old, new), compare_texts(new, old)
    assert 0 <= there.f1 <= 1
    assert there.f1 == back.f1
    assert set(there.lost) <= set(paragraphs_of(old))
    assert set(there.added) <= set(paragraphs_of(new))


@given(st.permutations(PARAGRAPHS))
def test_nothing_is_lost_by_another_order(parts: list[str]) -> None:
    assert compare_texts(PARAGRAPHS, parts).lost == ()


def test_what_is_lost_and_added() -> None:
    result = compare_texts(PARAGRAPHS, [*PARAGRAPHS[:2], "Sign up to our letter for more of this every day."])
    assert result.lost == PARAGRAPHS[2:]
    assert result.added == ("Sign up to our letter for more of this every day.",)
    assert result.changed == ()
    assert 0.6 < result.f1 < 0.8


def test_where_paragraphs_begin_does_not_matter() -> None:
    assert compare_texts("\n\n".join(PARAGRAPHS), [" ".join(PARAGRAPHS)]).lost == ()
    assert compare_texts([" ".join(PARAGRAPHS)], PARAGRAPHS).added == ()


def test_a_copy_is_added() -> None:
    assert compare_texts(PARAGRAPHS, [*PARAGRAPHS, PARAGRAPHS[0]]).added == PARAGRAPHS[:1]


def test_a_change_names_the_missing_words() -> None:
    result = compare_texts(PARAGRAPHS[:1], [PARAGRAPHS[0].replace("the chapel ", "the old mill ")])
    assert result.lost == ()
    assert result.changed == ((PARAGRAPHS[0], ("chapel",)),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's 3.5 m", ["it", "s", "3", "5", "m"]),
        ("日本の川", ["日", "本", "の", "川"]),
        ("", []),
        ("Ⅳ ﬁn", ["iv", "fin"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_folding() -> None:
    assert squeeze(" a\u00a0b\n c ") == "a b c"
    assert fold("Renée O’Hara-Þór, Jr.") == fold("renee o'hara þór jr")
    assert fold("René") != fold("Rena")


def test_paragraphs_of() -> None:
    assert paragraphs_of("a\nb\n \n\n c ") == ("a b", "c")
    assert paragraphs_of(["a\n\nb", " "]) == ("a b",)
