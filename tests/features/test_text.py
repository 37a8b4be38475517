"""What the text of a block says by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.features.characters import characters_of
from cleanpage.features.text import LONG_WORDS, count_words, ends_of_sentences, text_features, word_counts
from tests.features.small import SENTENCE, page_of, rounded


def test_copies_within_a_group_are_no_copies() -> None:
    columns = text_features(page_of("<div><p>a<p>b<p>a</div><div><p>a</div><p>a"))
    assert rounded(columns, "copies") == [3, 1, 3, 3, 3]
    assert rounded(columns, "copies_before") == [0, 0, 0, 1, 2]


def test_columns_of_a_small_page() -> None:
    page = page_of(
        "<title>The ferry sails</title>"
        "<h1>The Ferry</h1>"
        "<p>Tickets, <a href=/a>fares</a>: <b>4</b> crowns. © 12<br>Pay at the pier:"
        "<p>“Come back!”"
        "<p><a href=/b>Home</a> | <a href=/c>News</a>"
        "<div><p>“Come back!”</div>"
    )
    assert list(page.texts) == [
        "The Ferry",
        "Tickets, fares: 4 crowns. © 12\nPay at the pier:",
        "“Come back!”",
        "Home | News",
        "“Come back!”",
    ]
    columns = text_features(page)
    expected = {
        # Counted by spaces: a line break is none.
        "words": [2, 9, 2, 3, 2],
        "word_length": [4.5, round(47 / 9, 4), 6, round(11 / 3, 4), 6],
        "link_density": [0, round(5 / 47, 4), 0, round(8 / 11, 4), 0],
        "links": [0, 1, 0, 2, 0],
        "strong": [0, round(1 / 47, 4), 0, 0, 0],
        "commas": [0, 1, 0, 0, 0],
        "stops": [0, 1, 0, 0, 0],
        "ends_sentence": [0, 0, 1, 0, 1],
        "ends_colon": [0, 1, 0, 0, 0],
        "digits": [0, round(3 / 47, 4), 0, 0, 0],
        "capitals": [round(2 / 9, 4), round(2 / 47, 4), round(1 / 12, 4), round(2 / 11, 4), round(1 / 12, 4)],
        "separators": [0, 0, 0, 1, 0],
        "copyright": [0, 1, 0, 0, 0],
        "lines": [0, 1, 0, 0, 0],
        "long": [0, 0, 0, 0, 0],
        "cue_related": [0, 0, 0, 0, 0],
        "cue_sign_up": [0, 0, 0, 0, 0],
        "cue_advert": [0, 0, 0, 0, 0],
        "copies": [1, 1, 2, 1, 2],
        "copies_before": [0, 0, 0, 0, 1],
        "title_share": [1, round(1 / 10, 4), 0, 0, 0],
    }
    assert {name: rounded(columns, name) for name in columns} == expected


@pytest.mark.parametrize(
    ("html", "long"),
    [
        (SENTENCE, 1),
        (" ".join(["word"] * LONG_WORDS), 1),
        (" ".join(["word"] * (LONG_WORDS - 1)), 0),
        (f"<a href=/x>{SENTENCE}</a>", 0),
        (f"<a href=/x>The ferry</a> {SENTENCE}", 1),
    ],
)
def test_long_blocks_are_sentences_that_are_not_mostly_links(html: str, long: int) -> None:
    assert rounded(text_features(page_of(f"<p>{html}")), "long") == [long]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("one", 1),
        ("one two three", 3),
        ("渡し船は九時に出て正午に戻ります。雨でも晴れでも。", 12),
        ("第一章 渡し船", 2),
        ("Straßenbahnhaltestellenverzeichnisse", 18),
        ("antidisestablishmentarianism", 1),
        ("паром отходит", 2),
    ],
)
def test_words_with_and_without_spaces(text: str, words: int) -> None:
    assert count_words(text) == words


@given(st.text(min_size=1))
def test_every_text_has_a_word_and_no_more_than_characters(text: str) -> None:
    assert 1 <= count_words(text) <= len(text) + 1


@given(st.lists(st.text("a \n水é. ", min_size=1) | st.text(min_size=1), min_size=1))
def test_words_of_all_texts_are_those_of_each(texts: list[str]) -> None:
    assert word_counts(texts, characters_of(texts)).tolist() == [count_words(text) for text in texts]


@pytest.mark.parametrize(
    "text", ["Yes.", "No!", "Why?", "Then …", "He said “no.”", "終わり。", "(See below.)", "हाँ।", "لماذا؟"]
)
def test_ends_of_sentences(text: str) -> None:
    assert ends_of_sentences([text], characters_of([text]).last()).tolist() == [1]


@pytest.mark.parametrize("text", ["Read more", "Menu:", "a, b,", "(see below)", "”", "12", "終わり"])
def test_no_ends_of_sentences(text: str) -> None:
    assert ends_of_sentences([text], characters_of([text]).last()).tolist() == [0]


def test_bold_within_bold_counts_once_at_most() -> None:
    assert rounded(text_features(page_of("<p><b>a <strong>b</strong></b>")), "strong") == [1]


@pytest.mark.parametrize(
    ("text", "share"),
    [("ferry", 1), ("Ferry boats", 0.5), ("Boats", 0), ("ferry ferry boats boats", 0.5), ("ferry " * 40, 0)],
)
def test_share_of_the_title(text: str, share: float) -> None:
    page = page_of(f"<title>The Ferry sails</title><p>{text}")
    assert rounded(text_features(page), "title_share") == [share]


def test_without_a_title_no_share_of_it() -> None:
    assert rounded(text_features(page_of("<p>ferry")), "title_share") == [0]
