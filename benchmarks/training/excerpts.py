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
from cleanpage.models.arrays import Array
from cleanpage.page.page import Page

__all__ = ["EXCERPTS", "excerpt"]

EXCERPTS = "excerpts"
"""What stands for the corpus of an excerpt."""

# The share of articles that are cut down, always the same ones.
SHARE = 1 / 3
PARAGRAPHS = (2, 4, 7, 12)
CONTAINERS = ("article", "div", "main", "section", "body")
# So many blocks of boilerplate stay on each side.
AROUND = (0, 1, 3)
# A block this surely in the body, or outside it, may be taken.
BODY, BOILERPLATE = 0.95, 0.02
PLAIN_TAGS = frozenset(("p", "h2", "h3", "h4", "li", "blockquote", "pre", "td", "dd"))


def excerpt(gold: GoldPage, page: Page, labels: Array) -> tuple[GoldPage, bytes] | None:
    """A short page from one of several articles: what is true of it, and its bytes. None from the others."""
    draw = Random(gold.id)  # by the name, so that the same page is cut in the same way
    if gold.kind != "article" or not gold.body or draw.random() > SHARE:
        return None
    body: list[int] = np.flatnonzero(labels >= BODY)[: draw.choice(PARAGRAPHS)].tolist()
    if not body:
        return None
    rest, around = np.flatnonzero(labels <= BOILERPLATE), draw.choice(AROUND)
    container, title = draw.choice(CONTAINERS), html.escape(gold.headline or "")
    parts = (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title></head><body>",
        marked_up(page, rest[rest < body[0]][:around].tolist()),
        f"<{container}><h1>{title}</h1>{marked_up(page, body)}</{container}>",
        marked_up(page, rest[rest > body[-1]][:around].tolist()),
    )
    text = "\n".join(page.texts[block] for block in body)
    return replace(gold, corpus=EXCERPTS, body=text, titled=False, with_snippets=(), without_snippets=()), "".join(
        parts
    ).encode()


def marked_up(page: Page, blocks: Sequence[int]) -> str:
    """Blocks as elements without attributes; a block that is a link stays one."""
    return "\n".join(element_of(page, block) for block in blocks)


def element_of(page: Page, block: int) -> str:
    """One block as an element."""
    tag = page.tags[page.elements[block]]
    name = tag if tag in PLAIN_TAGS else "p"
    text = html.escape(page.texts[block])
    if page.linked_chars[block] * 2 > len(page.texts[block]):
        text = f'<a href="/">{text}</a>'
    return f"<{name}>{text}</{name}>"
