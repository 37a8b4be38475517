"""The types that users see. mypy and pyright check them; running the module checks that the names exist."""

import datetime as dt
from typing import Literal, assert_type

import cleanpage
from cleanpage import Analysis, Article, Options
from cleanpage.article import Author, Block, Code, Figure, Heading, Image, Link, Outcome, Paragraph, Timestamp

PAGE = "<title>A page</title><article><h1>A page</h1><p>Some words.</p></article>"


def test_entry_points() -> None:
    options = Options(source="html", max_bytes=1_000_000)
    assert_type(cleanpage.extract(PAGE), Article)
    assert_type(cleanpage.extract(PAGE.encode(), url="https://example.org/", content_type="text/html"), Article)
    assert_type(cleanpage.extract(PAGE, options=options), Article)
    assert_type(cleanpage.analyze(PAGE, options=options), Analysis)
    assert_type(cleanpage.analyze(PAGE).article, Article)


def test_article() -> None:
    article = cleanpage.extract(PAGE)
    assert_type(article.headline, str | None)
    assert_type(article.text, str)
    assert_type(article.paragraphs, tuple[str, ...])
    assert_type(article.authors, tuple[Author, ...])
    assert_type(article.published, Timestamp | None)
    assert_type(article.images, tuple[Image, ...])
    assert_type(article.links, tuple[Link, ...])
    assert_type(article.outcome, Outcome)
    assert_type(article.word_count, int)
    if article.published is not None:
        assert_type(article.published.date, dt.date)
        assert_type(article.published.datetime, dt.datetime | None)


def test_blocks_are_told_apart() -> None:
    for block in cleanpage.extract(PAGE).body:
        assert_type(block, Block)
        assert_type(block.text, str)
        match block:
            case Heading():
                assert_type(block.level, int)
            case Code():
                assert_type(block.language, str | None)
            case Figure():
                assert_type(block.image, Image)
            case Paragraph():
                assert_type(block.type, Literal["paragraph"])
            case _:
                pass
