"""Every row of `rules.phrases` recognises what it must and leaves alone what it must spare."""

import pytest

from cleanpage.metadata.visible.byline_lines import is_byline
from cleanpage.metadata.visible.date_lines import label_of
from cleanpage.rules.months import MONTHS
from cleanpage.rules.phrases import (
    BYLINE_WORDS,
    EDITOR_WORDS,
    LABELS_ALONE,
    OTHER_DATE_WORDS,
    PUBLISHED_WORDS,
    UPDATED_WORDS,
    Phrases,
)


def cases(rows: tuple[Phrases, ...], expected: bool) -> list[object]:
    texts = [(row, text) for row in rows for text in (row.matches if expected else row.spares)]
    return [pytest.param(text, id=f"{row.language}: {text}") for row, text in texts]


def before_date(text: str) -> str:
    """What stands before the first digit, which is where the date begins."""
    return text[: next((at for at, sign in enumerate(text) if sign.isdigit()), len(text))]


@pytest.mark.parametrize("text", cases(BYLINE_WORDS, expected=True))
def test_bylines_are_recognised(text: str) -> None:
    assert is_byline(text)


@pytest.mark.parametrize("text", cases(BYLINE_WORDS, expected=False))
def test_sentences_are_no_bylines(text: str) -> None:
    assert not is_byline(text)


@pytest.mark.parametrize(
    ("field", "rows"), [("published", PUBLISHED_WORDS), ("updated", UPDATED_WORDS), ("other", OTHER_DATE_WORDS)]
)
def test_dates_are_labelled(field: str, rows: tuple[Phrases, ...]) -> None:
    for row in rows:
        for text in row.matches:
            assert label_of(before_date(text)) == field, text
        for text in row.spares:
            assert label_of(before_date(text)) != field, text


@pytest.mark.parametrize("rows", [BYLINE_WORDS, PUBLISHED_WORDS, UPDATED_WORDS, OTHER_DATE_WORDS])
def test_rows_are_lower_case_and_one_a_language(rows: tuple[Phrases, ...]) -> None:
    assert len({row.language for row in rows}) == len(rows)
    assert all(row.matches and word == word.lower() == word.strip() for row in rows for word in row.words)


def test_enough_languages() -> None:
    assert len(BYLINE_WORDS) >= 20
    assert min(len(PUBLISHED_WORDS), len(UPDATED_WORDS)) >= 30
    assert len(MONTHS) >= 40
    assert all(len(row.split()) == 12 for row in MONTHS.values())


@pytest.mark.parametrize("words", [EDITOR_WORDS, LABELS_ALONE])
def test_words_that_count_otherwise_are_words_of_bylines(words: frozenset[str]) -> None:
    assert words <= {word for row in BYLINE_WORDS for word in row.words}
