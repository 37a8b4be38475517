"""Boxes of facts within an article, and comments of readers under it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleanpage
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks
from cleanpage.rules.side_matter import AREA_WORDS, BOX_NAMES, COMMENTS_WORDS
from cleanpage.selection.roles import Role
from cleanpage.selection.side_matter import side_matter

STORY = "".join(
    f"<p>The ferry to the island left the harbour on day {n}, and the people on the pier waved until it was gone.</p>"
    for n in range(8)
)


def boxed(html: str, text: str = STORY) -> list[str]:
    page = read_blocks(parse(f"<article>{text}{html}</article>"))
    return [page.texts[block] for block in side_matter(page).boxes]


def commented(html: str, text: str = STORY) -> list[str]:
    page = read_blocks(parse(f"<article>{text}{html}</article>"))
    return [page.texts[block] for block in side_matter(page).comments]


# --- boxes


@pytest.mark.parametrize("name", sorted(BOX_NAMES))
def test_names(name: str) -> None:
    assert boxed(f'<div class="{name}"><p>Three ships.</p></div>') == ["Three ships."]


@pytest.mark.parametrize(
    "start",
    [
        '<div class="fact-box">',
        '<div class="story__fact_box--wide dark">',
        '<div class="sidebar FactBox">',
        '<aside class="newsFactbox">',
        '<div id="factBox">',
        "<news-factbox>",
        "<x-fact-box>",
    ],
)
def test_spellings(start: str) -> None:
    assert boxed(f"{start}<h3>Facts</h3><ul><li>Three ships</ul>") == ["Facts", "Three ships"]


@pytest.mark.parametrize(
    "html",
    [
        '<div class="artifact box"><p>A vase.</p></div>',
        '<div class="fact box"><p>A vase.</p></div>',
        '<div class="infoboxing"><p>A vase.</p></div>',
        '<div class="info"><p>A vase.</p></div>',
        '<p class="infobox-text">A vase.</p>',
        '<h3 class="infobox-headline">A vase</h3>',
        '<table class="infobox"><tr><td>A vase</td></tr></table>',
        '<div class="infobox"></div>',
    ],
)
def test_other_names(html: str) -> None:
    assert boxed(html) == []


def test_a_box_around_most_of_the_page_is_none() -> None:
    assert boxed(f'<div class="infobox">{STORY}{STORY}</div>') == []


def test_a_box_within_a_box_counts_once() -> None:
    html = '<div class="factbox"><div class="factbox-content"><p>Three ships.</p></div><p>Two piers.</p></div>'
    assert boxed(html) == ["Three ships.", "Two piers."]


def test_a_page_without_text() -> None:
    assert boxed('<div class="factbox"></div>', text="") == []
    assert commented('<div class="comments"></div>', text="") == []


@pytest.mark.parametrize("heading", [(), (0,), (8, 9), (9, 40)])
def test_what_holds_the_headline_is_the_article(heading: tuple[int, ...]) -> None:
    html = f'<div class="infobox" id="comments">{STORY}<h1>The ferry sails</h1></div>{STORY}{STORY}'
    page = read_blocks(parse(html))
    assert page.texts[8] == "The ferry sails"
    held = () if {0, 8} & {*heading} else tuple(range(9))
    assert side_matter(page, heading) == (held, held)


# --- comments


@pytest.mark.parametrize("word", sorted(COMMENTS_WORDS))
def test_words_of_comments(word: str) -> None:
    assert commented(f'<div id="{word}"><p>Nice trip.</p></div>') == ["Nice trip."]
    assert commented(f'<ul class="wide {word}"><li>Nice trip.</ul>') == ["Nice trip."]


@pytest.mark.parametrize("word", sorted(AREA_WORDS))
def test_words_beside_them(word: str) -> None:
    assert commented(f'<div class="comment-{word}"><p>Nice trip.</p></div>') == ["Nice trip."]
    assert commented(f'<div class="{word}"><p>Nice trip.</p></div>') == []


@pytest.mark.parametrize(
    "start",
    [
        '<li id="comment-17">',
        '<div id="Comment_b2">',
        '<section class="userComments">',
        '<div class="dark comment-list">',
    ],
)
def test_marks_of_comments(start: str) -> None:
    assert commented(f"{start}<p>Nice trip.</p><p>Truly.</p>") == ["Nice trip.", "Truly."]


@pytest.mark.parametrize(
    "html",
    [
        '<div class="story comments-open"><p>The pier.</p></div>',
        '<div class="no-comments"><p>The pier.</p></div>',
        '<div class="kommentar"><p>An opinion.</p></div>',
        '<div class="commentary"><p>An opinion.</p></div>',
        '<p class="comment">An opinion.</p>',
        '<pre><code><span class="token comment"># The pier.</span> sail()</code></pre>',
        '<div class="17"><p>The pier.</p></div>',
        '<div data-comments="4"><p>The pier.</p></div>',
        '<div class="comments"></div>',
    ],
)
def test_no_comments(html: str) -> None:
    assert commented(html) == []


def test_comments_that_are_most_of_the_page_are_what_it_is_for() -> None:
    assert commented(f'<div class="comments">{STORY}{STORY}</div>') == []
    assert len(commented(f'<ul class="comments">{"".join(f"<li id=comment-{n}><p>{n}: {STORY}" for n in (1, 2))}')) > 8


PARTS = ("<div class=comments>", "<div class=factbox>", "<div>", "</div>", "<p>one", "<p>two")


@given(st.lists(st.sampled_from(PARTS), max_size=40))
def test_all_that_is_found_is_named(parts: list[str]) -> None:
    page = read_blocks(parse(" ".join(parts)))
    for found, name in zip(side_matter(page), ("factbox", "comments"), strict=True):
        assert list(found) == sorted(set(found))
        for block in found:
            names = {page.classes[e] for e in (page.elements[block], *page.ancestors(page.elements[block]))}
            assert name in names


# --- verdicts

BOX = '<div class="factbox"><p>The pier was built in stone by the people of the harbour in one summer.</p></div>'


def test_asides_are_no_body_however_alike() -> None:
    head = '<meta property="og:type" content="article"><h1>The ferry sails</h1>'
    found = cleanpage.analyze(f"<main><article>{head}{STORY}{BOX}{STORY}</article></main>")
    assert found.scores.likely_article
    (block,) = [n for n, text in enumerate(found.page.texts) if text.startswith("The pier")]
    assert found.verdicts[block].role is Role.ASIDE
    assert "The pier" not in found.article.text
    assert found.verdicts[block].reason.endswith(", recognised as aside")
    assert "The ferry to the island" in found.article.text


def test_comments_are_no_body_of_an_article() -> None:
    said = "".join(f"<li id=comment-{n}><p>I was on that ferry in year {n}, and it was late.</li>" for n in range(4))
    head = '<meta property="og:type" content="article"><h1>The ferry sails</h1>'
    page = f"<main><article>{head}{STORY}</article><h2>What you say</h2><ul>{said}</ul></main>"
    found = cleanpage.analyze(page, options=cleanpage.Options(comments=True))
    roles = [verdict.role for verdict in found.verdicts]
    assert [role for role, text in zip(roles, found.page.texts, strict=True) if "I was" in text] == [Role.COMMENT] * 4
    assert "I was on that ferry" not in found.article.text
    assert [comment.text[:17] for comment in found.article.comments] == ["I was on that fer"] * 4


def test_options_keep_an_aside() -> None:
    page = f"<article><h1>The ferry sails</h1>{STORY}{BOX}{STORY}</article>"
    options = cleanpage.Options(keep=".factbox")
    assert "The pier" in cleanpage.extract(page, options=options).text


@pytest.mark.parametrize("selector", ["article", ".factbox"])
def test_an_aside_in_what_is_said_to_be_the_body_is_body(selector: str) -> None:
    page = f"<article><h1>The ferry sails</h1>{STORY}{BOX}{STORY}</article>"
    found = cleanpage.analyze(page, options=cleanpage.Options(body=selector))
    assert "The pier" in found.article.text


def test_why_an_aside_was_dropped() -> None:
    page = f"<article><h1>The ferry sails</h1>{STORY}{BOX}{STORY}</article>"
    told = str(cleanpage.analyze(page).explain(text="The pier was built"))
    assert re.search(r"It was dropped as aside: score 0\.\d\d, recognised as aside\.", told)
