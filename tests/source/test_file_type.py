"""Files that are no text, and text that looks a little like them."""

import gzip

import pytest

from cleanpage import Options, extract
from cleanpage.source.file_type import looks_binary, text_format

TEXT = "<p>Die Größe der Straße überraschte die Bürger; für das Gebäude fehlten außerdem die nötigen Mittel.</p>"


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG image"),
        (b"GIF89a\1\0\1\0", "GIF image"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "WebP image"),
        (b"\0\0\0\x20ftypisom\0\0\2\0", "MP4 video"),
        (b"PK\x03\x04\x14\0\6\0", "ZIP archive"),
        (gzip.compress(b"<html>", mtime=0), "gzip data"),
        (b"\x7fELF\2\1\1\0", "program"),
        (b"file.txt" + bytes(249) + b"ustar\x0000", "tar archive"),
        (bytes(100), "binary data"),
        (bytes(range(256)) * 10, "binary data"),
    ],
)
def test_binary_data_is_named(page: bytes, name: str) -> None:
    assert looks_binary(page) == name


@pytest.mark.parametrize(
    "page",
    [
        b"",
        b"<!doctype html><p>text",
        b"BMW and BM",
        b"BZhang writes",
        b"ID3 tags, explained",
        b"PAR1 is a word",
        b"<p>one \0 stray NUL in a text that goes on for a while</p>" * 5,
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        "<p>市議会は昨日、新しい計画について話し合った。</p>".encode("iso2022_jp"),
        "<p>ناقش مجلس المدينة أمس الخطة الجديدة.</p>".encode("cp1256"),
    ],
)
def test_text_is_not_binary(page: bytes) -> None:
    assert looks_binary(page) is None


PLAIN = "The ferry sails again.\n\nIts owner is glad of it.\n"
PAGE = "<html><title>Ferry</title><p>The ferry sails again.</p>"


@pytest.mark.parametrize(
    ("text", "content_type", "found"),
    [
        ('{"html": "<p>The ferry"}', None, "JSON"),
        (' [1, 2, {"a": []}]\n', "text/html", "JSON"),
        ('callback({"a": 1})', "application/json; charset=utf-8", "JSON"),
        ('{"a": 1', "application/ld+json", "JSON"),
        ('{"a": 1', "text/html", None),
        ("[a link](https://example.org/) to a page [2]", None, None),
        ('"a string"', None, None),
        (PAGE, "application/json", None),
        (PLAIN, "text/plain", "plain text"),
        (PLAIN, "Text/Plain; charset=utf-8", "plain text"),
        (PLAIN, "text/plainish", None),
        (PLAIN, "text/html", None),
        (PLAIN, None, None),
        ("# The ferry\n\n- It *sails* again.\n- Its owner is glad.\n", "text/plain", None),
        (PAGE, "text/plain", None),
        ("", "text/plain", None),
        ("[" * 100_000 + "]" * 100_000, None, None),
    ],
)
def test_texts_that_are_no_pages(text: str, content_type: str | None, found: str | None) -> None:
    assert text_format(text, content_type) == found


def test_what_is_no_page_is_read_as_one_where_the_user_says_so() -> None:
    article = extract('["The ferry sails again, said its owner."]', options=Options(source="html"))
    assert article.outcome.kind != "not_html"
    article = extract('["The ferry sails again, said its owner."]')
    assert (article.outcome.kind, article.outcome.reason) == ("not_html", "the bytes are JSON")
