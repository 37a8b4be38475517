"""Bytes to text, for every way in which pages declare their encoding, or do not, or lie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.source.decoding import decode, harmless, read_again

GERMAN = "<p>Die Größe der Straße überraschte die Bürger; für das Gebäude fehlten außerdem die nötigen Mittel.</p>"
POLISH = "<p>Dziesięć źrebiąt pobiegło przez łąkę, śpiąca żaba spojrzała ku nim i wróciła do głębokiej wody.</p>"
RUSSIAN = "<p>Городской совет обсудил вчера новый план строительства набережной и выделил деньги на его начало.</p>"
JAPANESE = "<p>市議会は昨日、新しい川沿いの遊歩道の計画について話し合い、着工に必要な予算を認めた。</p>"
CHINESE = "<p>市议会昨天讨论了新的河滨步道计划，并批准了开工所需的预算。居民们对此表示欢迎。</p>"
KOREAN = "<p>시의회는 어제 새로운 강변 산책로 계획을 논의하고 착공에 필요한 예산을 승인했다.</p>"
GREEK = "<p>Το δημοτικό συμβούλιο συζήτησε χθες το νέο σχέδιο για τον παραποτάμιο περίπατο της πόλης.</p>"
ARABIC = "<p>ناقش مجلس المدينة أمس الخطة الجديدة للممشى على ضفة النهر ووافق على الميزانية اللازمة.</p>"


def meta(charset: str) -> str:
    return f'<!doctype html><html><head><meta charset="{charset}"></head><body>'


@pytest.mark.parametrize(
    ("page", "content_type", "text", "encoding", "source"),
    [
        pytest.param(b"\xef\xbb\xbf<p>\xc3\xa9", "text/html; charset=latin1", "<p>é", "utf-8", "bom", id="mark wins"),
        pytest.param("\ufeff<p>é".encode("utf-16-le"), None, "<p>é", "utf-16-le", "bom", id="UTF-16 with mark"),
        pytest.param("<p>é".encode("utf-16-be"), None, "<p>é", "utf-16-be", "content", id="UTF-16 without mark"),
        pytest.param(
            "<p>日本</p>".encode("utf-16-le"), "text/html", "<p>日本</p>", "utf-16-le", "content", id="little-endian"
        ),
        pytest.param(b"<p>plain", None, "<p>plain", "utf-8", "content", id="ASCII"),
        pytest.param("<p>é".encode(), "text/html; charset=utf-8", "<p>é", "utf-8", "header", id="header"),
        pytest.param(
            GERMAN.encode("cp1252"), "text/html; charset=ISO-8859-1", GERMAN, "cp1252", "header", id="header, Latin 1"
        ),
        pytest.param(
            (meta("windows-1251") + RUSSIAN).encode("koi8-r"),
            'text/html; charset="KOI8-R"',
            meta("windows-1251") + RUSSIAN,
            "koi8-r",
            "header",
            id="header before meta",
        ),
        pytest.param(
            (meta("shift_jis") + JAPANESE).encode("cp932"),
            None,
            meta("shift_jis") + JAPANESE,
            "cp932",
            "meta",
            id="meta",
        ),
        pytest.param(
            (meta("gb2312") + CHINESE).encode("gb18030"),
            None,
            meta("gb2312") + CHINESE,
            "gb18030",
            "meta",
            id="GB 2312",
        ),
        pytest.param(
            (meta("iso-2022-jp") + JAPANESE).encode("iso2022_jp"),
            None,
            meta("iso-2022-jp") + JAPANESE,
            "iso2022_jp",
            "meta",
            id="ISO 2022-JP is all ASCII bytes",
        ),
        pytest.param(
            (meta("utf-16") + GERMAN).encode(), None, meta("utf-16") + GERMAN, "utf-8", "meta", id="meta UTF-16"
        ),
        pytest.param(
            (meta("iso-8859-1") + GERMAN).encode(),
            None,
            meta("iso-8859-1") + GERMAN,
            "utf-8",
            "content",
            id="saved as UTF-8",
        ),
        pytest.param(
            (meta("gbk") + CHINESE).encode(), None, meta("gbk") + CHINESE, "utf-8", "content", id="GBK as UTF-8"
        ),
        pytest.param(
            (meta("gbk") + "<p>你好").encode("gbk"),
            None,
            meta("gbk") + "<p>你好",
            "gb18030",
            "meta",
            id="two characters",
        ),
        pytest.param(
            meta("big5").encode() + "<p>聯".encode("big5"), None, meta("big5") + "<p>聯", "big5hkscs", "meta", id="one"
        ),
        pytest.param(
            f"<html lang=de>{GERMAN}".encode("cp1252"),
            "text/html; charset=utf-8",
            f"<html lang=de>{GERMAN}",
            "cp1252",
            "detection",
            id="declared UTF-8, is not",
        ),
        pytest.param(
            f"<html>{'<!-- filler -->' * 400}<meta charset=iso-8859-2>{POLISH}".encode("iso8859-2"),
            None,
            f"<html>{'<!-- filler -->' * 400}<meta charset=iso-8859-2>{POLISH}",
            "iso8859-2",
            "meta",
            id="declared late",
        ),
        pytest.param(b"<p>caf\xe9", None, "<p>café", "cp1252", "default", id="too little to detect"),
        pytest.param(
            b"<p>caf\xe9", "text/html; charset=rot13", "<p>café", "cp1252", "default", id="no encoding of text"
        ),
        pytest.param(b"<p>caf\xe9", "text/html; charset=idna", "<p>café", "cp1252", "default", id="unsafe codec"),
        pytest.param(b"", None, "", "utf-8", "content", id="empty"),
    ],
)
def test_decode(page: bytes, content_type: str | None, text: str, encoding: str, source: str) -> None:
    decoded = decode(page, content_type)
    assert (decoded.text, decoded.encoding, decoded.source) == (text, encoding, source)


@pytest.mark.parametrize(
    ("language", "text", "encoding"),
    [
        ("de", GERMAN, "cp1252"),
        ("de-AT", GERMAN, "cp1252"),
        ("pl", POLISH, "cp1250"),
        ("pl", POLISH, "iso8859-2"),
        ("ru", RUSSIAN, "cp1251"),
        ("ru", RUSSIAN, "koi8-r"),
        ("ja", JAPANESE, "cp932"),
        ("ja", JAPANESE, "euc_jp"),
        ("zh-Hans", CHINESE, "gb18030"),
        ("ko", KOREAN, "cp949"),
        ("el", GREEK, "cp1253"),
        ("ar", ARABIC, "cp1256"),
        ("", RUSSIAN * 3, "cp1251"),
        ("", JAPANESE * 3, "euc_jp"),
    ],
)
def test_an_undeclared_encoding_is_found(language: str, text: str, encoding: str) -> None:
    page = f'<html lang="{language}"><body>{text}' if language else text
    decoded = decode(page.encode(encoding))
    assert decoded.text == page
    assert decoded.source == "detection"


def test_a_page_cut_within_a_character_stays_utf8() -> None:
    assert decode("<p>日本".encode()[:-1]).text == "<p>日"


def test_a_few_broken_bytes_do_not_change_the_encoding() -> None:
    decoded = decode((meta("utf-8") + GERMAN * 20).encode() + b"\xe9\xff")
    assert (decoded.text.count("\ufffd"), decoded.encoding) == (2, "utf-8")
    assert GERMAN in decoded.text


def test_nuls_are_dropped() -> None:
    assert decode(b"<p>a\0b</p>").text == "<p>ab</p>"


@given(
    st.binary(max_size=300), st.none() | st.sampled_from(("utf-8", "utf-16", "gbk", "iso-2022-jp", "utf-7", "hz", "x"))
)
def test_anything_decodes_to_harmless_text(page: bytes, charset: str | None) -> None:
    text = decode(page, charset and f"text/html; charset={charset}").text
    assert "\0" not in text
    text.encode()


@given(st.text())
def test_utf8_text_comes_back(text: str) -> None:
    page = f"<p>{text}"
    assert decode(page.encode(), "text/html; charset=utf-8").text == page.replace("\0", "") or "\0" in text


MISREAD = GERMAN.encode().decode("latin-1")
"""What a client makes of a page whose encoding nobody told it."""


@pytest.mark.parametrize("text", [GERMAN, RUSSIAN, JAPANESE, ARABIC], ids=["de", "ru", "ja", "ar"])
def test_utf8_read_as_latin_1_is_read_again(text: str) -> None:
    assert read_again(text.encode().decode("latin-1")) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<p>plain", id="ASCII"),
        pytest.param(GERMAN, id="Latin 1"),
        pytest.param(RUSSIAN, id="not Latin 1"),
        pytest.param(f"{MISREAD}<p>“quoted”", id="misread in part"),
        pytest.param(f"{MISREAD}<p>é!", id="beside Latin 1"),
        pytest.param("<p>Nobody writes Ã© for that letter.", id="a single letter"),
    ],
)
def test_what_may_be_meant_is_not_read_again(text: str) -> None:
    assert read_again(text) == text


def test_a_misread_page_may_end_within_a_character_and_begin_with_a_mark() -> None:
    assert read_again(f"\xef\xbb\xbf{MISREAD}\xc3") == GERMAN


@given(st.text() | st.text().map(lambda text: text.encode("utf-8", "replace").decode("latin-1")))
def test_reading_again_loses_nothing(text: str) -> None:
    text = harmless(text)
    again = read_again(text)
    assert again == text or again.encode() in text.encode("latin-1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("é", "é"),
        ("a\0b", "ab"),
        ("a\ud800b", "a\ufffdb"),
        ("\ud83d\ude00", "😀"),
        ("é\udfff", "é\ufffd"),
    ],
)
def test_harmless(text: str, expected: str) -> None:
    assert harmless(text) == expected
