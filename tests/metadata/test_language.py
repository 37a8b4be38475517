"""The language and direction of pages that do not declare them."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleanpage
from cleanpage import MissingExtraError, Options
from cleanpage.article import Source
from cleanpage.metadata.language import detect_language, identifier, is_right_to_left, text_sample

GERMAN = "Der Fluss stieg in der Nacht über die Mauer, und niemand hatte die Leute im Tal gewarnt. "
HEBREW = "הנהר עלה בלילה מעל החומה, ואיש לא הזהיר את תושבי העמק מפני השיטפון. "
DETECT = Options(detect_language=True)


def page(text: str, root: str = "<html>") -> str:
    return f"<!doctype html>{root}<body><h1>X 1</h1>" + f"<p>{text * 3}</p>" * 4


def test_a_declared_language_stays() -> None:
    article = cleanpage.extract(page(GERMAN, "<html lang=en>"), options=DETECT)
    assert article.language == "en"


def test_a_language_that_is_not_declared_is_detected_where_that_is_wished() -> None:
    assert cleanpage.extract(page(GERMAN)).language is None
    article = cleanpage.extract(page(GERMAN, "<html lang='English!'>"), options=DETECT)
    assert article.language == "de"
    evidence = article.evidence["language"]
    assert (evidence.value, evidence.source) == ("de", Source.DETECTED)
    assert evidence.confidence is not None
    assert evidence.confidence > 0.9
    assert [loser.value for loser in evidence.losers] == ["English!"]


@pytest.mark.parametrize(
    ("root", "direction"),
    [
        ("<html>", "rtl"),
        ("<html lang=he>", "rtl"),
        ("<html lang=en>", "rtl"),
        ("<html dir=ltr>", "ltr"),
    ],
)
def test_direction_of_a_text_from_right_to_left(root: str, direction: str) -> None:
    assert cleanpage.extract(page(HEBREW, root)).direction == direction


def test_direction_of_a_text_from_left_to_right() -> None:
    assert cleanpage.extract(page(GERMAN, "<html lang=ar>")).direction == "ltr"
    assert cleanpage.extract("<html lang=ar>").direction == "rtl", "nothing but the language to tell by"
    assert not is_right_to_left(f"{GERMAN} {HEBREW[:20]}")


@pytest.mark.parametrize("text", ["", "12:30", "Ja", "?!"])
def test_too_little_to_tell(text: str) -> None:
    assert detect_language(text) is None


@given(st.text())
def test_nothing_raises(text: str) -> None:
    found = detect_language(text)
    assert found is None or (2 <= len(found[0]) <= 3 and 0.5 <= found[1] <= 1)
    is_right_to_left(text)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid.langid", None)
    identifier.cache_clear()
    with pytest.raises(MissingExtraError, match=r"cleanpage\[language\]"):
        detect_language(GERMAN)
    monkeypatch.setattr("cleanpage.options.find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match=r"cleanpage\[language\]"):
        Options(detect_language=True)
    Options()


@given(st.lists(st.text(max_size=600), max_size=8), st.data())
def test_the_sample_is_the_beginning_of_the_body(texts: list[str], data: st.DataObject) -> None:
    body = sorted(data.draw(st.sets(st.sampled_from(range(len(texts)))))) if texts else []
    whole = "\n".join(texts[block] for block in body or range(len(texts)))
    assert whole.startswith(text_sample(texts, body))
