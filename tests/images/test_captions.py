"""Captions told apart from credits, and the rows of `rules/credits.py`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.images.captions import credit_of, is_labelled, split_credit, split_labelled
from cleanpage.rules.credits import CREDIT_LABELS, CREDIT_SUFFIXES, CreditLabel, CreditSuffix


@pytest.mark.parametrize("row", [*CREDIT_LABELS, *CREDIT_SUFFIXES], ids=lambda row: row.words[0])
def test_rows(row: CreditLabel | CreditSuffix) -> None:
    assert row.matches
    assert row.spares
    for text, credit in row.matches:
        assert split_credit(text)[1] == credit
    for text in row.spares:
        assert split_credit(text) == (text, "")


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("A boat on the lake. Photo: Ann Lee", "A boat on the lake.", "Ann Lee"),
        ("A boat on the lake | Image: Ann Lee", "A boat on the lake", "Ann Lee"),
        ("A boat — © Ann Lee", "A boat", "Ann Lee"),
        ("A boat (file picture) © AFP | Ann Lee", "A boat (file picture)", "AFP | Ann Lee"),
        ("A boat (AP Photo/Ann Lee)", "A boat", "AP Photo/Ann Lee"),
        ("A boat on the lake. Ann Lee/Reuters", "A boat on the lake.", "Ann Lee/Reuters"),
        ("A boat on the lake. | Ann Lee/Reuters", "A boat on the lake.", "Ann Lee/Reuters"),
        ("A boat / Ann Lee", "A boat", "Ann Lee"),
        ("A boat / A. Lee / XY nuotr.", "A boat", "A. Lee / XY nuotr."),
        ("A boat / a lake", "A boat / a lake", ""),
        ("A boat | Lake 7", "A boat | Lake 7", ""),
        ("A boat (left) and its crew", "A boat (left) and its crew", ""),
        ("Photo: " + "word " * 100, "Photo: " + "word " * 100, ""),
        ("Photo:", "Photo:", ""),
        ("", "", ""),
    ],
)
def test_split(text: str, caption: str, credit: str) -> None:
    assert split_credit(text) == (caption, credit)


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Credit...Ann Lee", "Ann Lee"),
        ("Foto: Bild: Ann Lee", "Ann Lee"),
        ("(Image credit: Ann Lee)", "Ann Lee"),
        ("Ann Lee (Agency)", "Ann Lee (Agency)"),
        ("© Ann Lee", "Ann Lee"),
        ("| Ann Lee", "Ann Lee"),
        ("( Photo: Ann Lee)", "Ann Lee"),
        ("Photo by ann", "ann"),
        ("© ann", "ann"),
        ("Ann Lee/Copyright 2020 The Agency. All rights reserved.", "Ann Lee"),
        ("Ann Lee. All rights reserved", "Ann Lee"),
        ("山田撮影", "山田"),
        ("李安 摄", "李安"),
        ("Credit:", ""),
        ("Copyright", ""),
        ("", ""),
    ],
)
def test_credit(text: str, credit: str) -> None:
    assert credit_of(text) == credit


@given(
    st.lists(st.sampled_from(["Photo:", "©", "(c)", "(", ")", ".", "Ann", "写真:", " ", "Photo by", "a"]), max_size=30)
)
def test_any_text(parts: list[str]) -> None:
    text = "".join(parts)
    caption, credit = split_credit(text)
    assert text.startswith(caption)
    assert credit in text


def test_labels_without_end() -> None:
    assert split_credit("©" * 20_000)[1] == ""
    assert split_credit("Photo" + " " * 20_000)[1] == ""
    assert credit_of("Photo: " * 2_000) == ""


def test_a_credit_that_only_its_place_tells_is_not_labelled() -> None:
    assert split_labelled("A boat. Ann Lee/Reuters") == ("A boat. Ann Lee/Reuters", "")
    assert is_labelled("Photo: Ann Lee")
    assert not is_labelled("A boat. Photo: Ann Lee")
    assert not is_labelled("Photo: " + "Ann " * 50)
