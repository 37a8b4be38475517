"""Comments of readers."""

import pytest

from cleanpage.article import Comment
from cleanpage.blocks import read_blocks
from cleanpage.comments import read_comments
from cleanpage.dom import parse
from cleanpage.rules.comments import (
    AUTHOR_PROPERTIES,
    AUTHOR_WORDS,
    COMMENT_TYPES,
    COMMENT_WORDS,
    DATE_WORDS,
    INNER_WORDS,
    PART_WORDS,
    STEERING_WORDS,
)


def comments(html: str, body: str = "Body.") -> tuple[Comment, ...]:
    page = read_blocks(parse(f"<p>Body.</p>{html}", "https://page.example/"))
    kept = [block for block, text in enumerate(page.texts) if text == body]
    return read_comments(page, kept, page.url)


@pytest.mark.parametrize("word", sorted(COMMENT_WORDS))
def test_marks(word: str) -> None:
    assert [c.text for c in comments(f"<div class='{word}'>One.</div><div id='{word}-12'>Two.</div>")] == [
        "One.",
        "Two.",
    ]


@pytest.mark.parametrize("kind", COMMENT_TYPES)
def test_types(kind: str) -> None:
    assert [c.text for c in comments(f"<div itemscope itemtype='https://{kind}'>One.</div>")] == ["One."]
    assert [c.text for c in comments("<div itemprop=comment>One.</div>")] == ["One."]


@pytest.mark.parametrize("word", sorted(PART_WORDS - INNER_WORDS))
def test_parts_are_no_comments(word: str) -> None:
    assert comments(f"<div class='comment-{word}'>One.</div>") == ()


@pytest.mark.parametrize("word", sorted(INNER_WORDS))
def test_the_text_of_a_comment_where_nothing_is_around_it(word: str) -> None:
    assert [c.text for c in comments(f"<div class='comment-{word}'>One.</div>")] == ["One."]
    around = f"<div class=comment><b class=fn>Ann</b><div class='comment-{word}'>One.</div></div>"
    assert [(c.author, c.text) for c in comments(around)] == [("Ann", "One.")]


@pytest.mark.parametrize("word", sorted(AUTHOR_WORDS))
def test_authors(word: str) -> None:
    assert comments(f"<div class=comment><div class='c-{word}'>Ann</div><p>One.</p></div>")[0].author == "Ann"


@pytest.mark.parametrize("name", sorted(AUTHOR_PROPERTIES))
def test_properties_of_authors(name: str) -> None:
    assert comments(f"<div class=comment><div itemprop='{name}'>Ann</div><p>One.</p></div>")[0].author == "Ann"


@pytest.mark.parametrize("word", sorted(DATE_WORDS))
def test_dates(word: str) -> None:
    (comment,) = comments(f"<div class=comment><div class='c-{word}'>2 May</div><p>One.</p></div>")
    assert (comment.published, comment.published_raw, comment.text) == (None, "2 May", "One.")


@pytest.mark.parametrize("word", sorted(STEERING_WORDS))
def test_steering_is_no_text(word: str) -> None:
    assert comments(f"<div class=comment><p>One.</p><div class='c-{word}'>Do</div></div>")[0].text == "One."


def test_machine_times() -> None:
    (comment,) = comments("<div class=comment><time datetime='2026-05-02T10:00+02:00'>2 May</time><p>One.</p></div>")
    assert comment.published is not None
    assert comment.published.isoformat() == "2026-05-02T10:00:00+02:00"


def test_answers() -> None:
    html = (
        "<ul><li class=comment><div>A</div><ul><li class=comment>B<ul><li class=comment>C</ul></ul></li>"
        "<li class=comment>D</li></ul>"
    )
    assert [(c.text, c.reply_to) for c in comments(html)] == [("A", None), ("B", 0), ("C", 1), ("D", None)]


def test_answers_beside_the_comment_within_one_thread() -> None:
    html = "<li class=comment><div class=comment>A</div><ul><li class=comment>B</li></ul></li>"
    assert [(c.text, c.reply_to) for c in comments(html)] == [("A", None), ("B", 0)]


def test_what_is_body_is_no_comment() -> None:
    assert comments("<div class=comment>One.</div>", "One.") == ()


def test_structure_within_a_comment() -> None:
    (comment,) = comments("<ol><li class=comment><blockquote>Said.</blockquote><p>One.</p></ol>")
    assert [block.type for block in comment.blocks] == ["quote", "paragraph"]
    assert comment.path == "/html/body/ol/li"
