"""Comments of readers."""

import datetime as dt

import pytest

from cleanpage.article import Comment
from cleanpage.assembly.comments import read_comments
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks
from cleanpage.rules.comments import (
    AUTHOR_PROPERTIES,
    AUTHOR_WORDS,
    COMMENT_TYPES,
    COMMENT_WORDS,
    DATE_WORDS,
    INNER_WORDS,
    PART_WORDS,
    STEERING_WORDS,
    TIME_ATTRIBUTES,
)


def comments(html: str, body: str = "Body.") -> tuple[Comment, ...]:
    page = read_blocks(parse(f"<p>Body.</p>{html}", "https://page.example/"))
    kept = [block for block, text in enumerate(page.texts) if text == body]
    return read_comments(page, kept, page.url)


@pytest.mark.parametrize("word", sorted(COMMENT_WORDS))
def test_marks(word: str) -> None:
    assert [
        c.text
        for c in comments(f"<div class='{word}'>One of four words.</div><div id='{word}-12'>Two of four words.</div>")
    ] == [
        "One of four words.",
        "Two of four words.",
    ]


@pytest.mark.parametrize("kind", COMMENT_TYPES)
def test_types(kind: str) -> None:
    assert [c.text for c in comments(f"<div itemscope itemtype='https://{kind}'>One of four words.</div>")] == [
        "One of four words."
    ]
    assert [c.text for c in comments("<div itemprop=comment>One of four words.</div>")] == ["One of four words."]


@pytest.mark.parametrize("word", sorted(PART_WORDS - INNER_WORDS))
def test_parts_are_no_comments(word: str) -> None:
    assert comments(f"<div class='comment-{word}'>One of four words.</div>") == ()


@pytest.mark.parametrize("word", sorted(INNER_WORDS))
def test_the_text_of_a_comment_where_nothing_is_around_it(word: str) -> None:
    assert [c.text for c in comments(f"<div class='comment-{word}'>One of four words.</div>")] == ["One of four words."]
    around = f"<div class=comment><b class=fn>Ann</b><div class='comment-{word}'>One of four words.</div></div>"
    assert [(c.author, c.text) for c in comments(around)] == [("Ann", "One of four words.")]


@pytest.mark.parametrize("word", sorted(AUTHOR_WORDS))
def test_authors(word: str) -> None:
    assert (
        comments(f"<div class=comment><div class='c-{word}'>Ann</div><p>One of four words.</p></div>")[0].author
        == "Ann"
    )


@pytest.mark.parametrize("name", sorted(AUTHOR_PROPERTIES))
def test_properties_of_authors(name: str) -> None:
    assert (
        comments(f"<div class=comment><div itemprop='{name}'>Ann</div><p>One of four words.</p></div>")[0].author
        == "Ann"
    )


@pytest.mark.parametrize("word", sorted(DATE_WORDS))
def test_dates(word: str) -> None:
    (comment,) = comments(f"<div class=comment><div class='c-{word}'>2 May</div><p>One of four words.</p></div>")
    assert (comment.published, comment.published_raw, comment.text) == (None, "2 May", "One of four words.")


@pytest.mark.parametrize("word", sorted(STEERING_WORDS))
def test_steering_is_no_text(word: str) -> None:
    assert (
        comments(f"<div class=comment><p>One of four words.</p><div class='c-{word}'>Do</div></div>")[0].text
        == "One of four words."
    )


def test_machine_times() -> None:
    (comment,) = comments(
        "<div class=comment><time datetime='2026-05-02T10:00+02:00'>2 May</time><p>One of four words.</p></div>"
    )
    assert comment.published is not None
    assert comment.published.isoformat() == "2026-05-02T10:00:00+02:00"


def item(name: str, inner: str = "") -> str:
    return f"<li class=comment><b class=fn>{name}</b><p>Text.</p>{inner}</li>"


def test_answers() -> None:
    html = f"<ul>{item('A', '<ul>' + item('B', '<ul>' + item('C') + '</ul>') + '</ul>')}{item('D')}</ul>"
    assert [(c.author, c.reply_to) for c in comments(html)] == [("A", None), ("B", 0), ("C", 1), ("D", None)]


def test_answers_beside_the_comment_within_one_thread() -> None:
    first = "<div class=comment><b class=fn>A</b><p>Text.</p></div>"
    html = f"<li class=comment>{first}<ul>{item('B')}</ul></li>"
    assert [(c.author, c.reply_to) for c in comments(html)] == [("A", None), ("B", 0)]


def test_what_is_not_signed_is_no_comment_beside_what_is() -> None:
    html = f"<div class=comment>Follow all of the comments here.</div>{item('A')}"
    assert [comment.author for comment in comments(html)] == ["A"]
    assert comments("<div class=comment>Too short.</div>") == ()


def test_what_is_body_is_no_comment() -> None:
    assert comments("<div class=comment>One of four words.</div>", "One of four words.") == ()


def test_structure_within_a_comment() -> None:
    (comment,) = comments("<ol><li class=comment><blockquote>Said.</blockquote><p>One of four words.</p></ol>")
    assert [block.type for block in comment.blocks] == ["quote", "paragraph"]
    assert comment.path == "/html/body/ol/li"


@pytest.mark.parametrize("name", TIME_ATTRIBUTES)
def test_attributes_with_times(name: str) -> None:
    html = "<div class=comment><span class=date {}>2 May</span><p>One of four words.</p></div>"
    expected = dt.datetime(2026, 5, 2, 8, tzinfo=dt.UTC)
    for value in ("2026-05-02T08:00Z", "1777708800", "1777708800000", "2026-05-02 08:00 UTC"):
        (comment,) = comments(html.format(f"{name}='{value}'"))
        assert (comment.published, comment.published_raw) == (expected, "2 May")
    (comment,) = comments(html.format(f"{name}='12'"))
    assert comment.published is None
