"""Short pages made of real ones: a few paragraphs of an article, with next to nothing around them.

The corpora hold whole pages of large sites. People also hand over fragments, previews and pages of five paragraphs, on
which shares and positions mean something else; without such pages among the samples, their paragraphs score low.
"""

import html
from collections.abc import Sequence
from dataclasses import replace
from random import Random

import numpy as np

from benchmarks.pages import Page as GoldPage
from cleanpage.arrays import Array
from cleanpage.page import Page

__all__ = ["EXCERPTS", "excerpt"]

EXCERPTS = "excerpts"
"""What stands for the corpus of an excerpt."""

# The share of articles that are cut down, always the same ones.
SHARE = 1 / 2
PARAGRAPHS = (2, 4, 7, 12)
CONTAINERS = ("article", "div", "main", "section", "body")
# So many blocks of boilerplate stay on each side.
AROUND = (0, 1, 3)
# What stands above the paragraphs, and between them.
TITLES = ("<h1>{}</h1>", "<h1>{}</h1>", "<h2>{}</h2>", "")
BETWEEN = ("\n", "\n", "\n", '\n<img src="photo.jpg" alt="">\n')
# So many further paragraphs of the article stand in an element that the page hides: they are no part of its body.
HIDDEN = (0, 0, 0, 1, 3)
HIDINGS = ('style="display: none"', 'style="visibility: hidden"', "hidden")
# A block this surely in the body, or outside it, may be taken.
BODY, BOILERPLATE = 0.95, 0.02
PLAIN_TAGS = frozenset(("p", "h2", "h3", "h4", "li", "blockquote", "pre", "td", "dd"))


def excerpt(gold: GoldPage, page: Page, labels: Array) -> tuple[GoldPage, bytes] | None:
    """A short page from one of several articles: what is true of it, and its bytes. None from the others."""
    draw = Random(gold.id)  # by the name, so that the same page is cut in the same way
    if gold.kind != "article" or not gold.body or draw.random() > SHARE:
        return None
    paragraphs: list[int] = np.flatnonzero(labels >= BODY).tolist()
    body = paragraphs[: draw.choice(PARAGRAPHS)]
    if not body:
        return None
    rest, around = np.flatnonzero(labels <= BOILERPLATE), draw.choice(AROUND)
    parts = (
        "<!DOCTYPE html><html><head><meta charset=utf-8>",
        f"<title>{html.escape(gold.headline or '')}</title></head><body>",
        marked_up(page, rest[rest < body[0]][:around].tolist()),
        container(gold, page, body, paragraphs[len(body) :], draw),
        marked_up(page, rest[rest > body[-1]][:around].tolist()),
    )
    text = "\n".join(page.texts[block] for block in body)
    return replace(gold, corpus=EXCERPTS, body=text, with_snippets=(), without_snippets=()), "".join(parts).encode()


def container(gold: GoldPage, page: Page, body: Sequence[int], further: Sequence[int], draw: Random) -> str:
    """The element with the paragraphs of an excerpt, under a heading or none, perhaps beside further, hidden ones."""
    name = draw.choice(CONTAINERS)
    heading, between = draw.choice(TITLES).format(html.escape(gold.headline or "")), draw.choice(BETWEEN)
    parts = [marked_up(page, body, between)]
    if hidden := further[: draw.choice(HIDDEN)]:
        parts.insert(draw.choice((0, 1)), f"<div {draw.choice(HIDINGS)}>{marked_up(page, hidden)}</div>")
    return f"<{name}>{heading}{''.join(parts)}</{name}>"


def marked_up(page: Page, blocks: Sequence[int], between: str = "\n") -> str:
    """Blocks as elements without attributes; a block that is a link stays one."""
    return between.join(element_of(page, block) for block in blocks)


def element_of(page: Page, block: int) -> str:
    """One block as an element."""
    tag = page.tags[page.elements[block]]
    name = tag if tag in PLAIN_TAGS else "p"
    text = html.escape(page.texts[block])
    if page.linked_chars[block] * 2 > len(page.texts[block]):
        text = f'<a href="/">{text}</a>'
    return f"<{name}>{text}</{name}>"
