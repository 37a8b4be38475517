"""Short pages made of real ones: a few paragraphs of an article, with next to nothing around them.

The corpora hold whole pages of large sites. People also hand over fragments, previews and pages of five paragraphs, on
which shares and positions mean something else; without such pages among the samples, their paragraphs score low.
"""

import html
from collections.abc import Sequence
from dataclasses import replace
from zlib import crc32

from benchmarks.pages import Page as GoldPage
from cleanpage.arrays import Array
from cleanpage.page import Page

__all__ = ["EXCERPTS", "excerpt"]

EXCERPTS = "excerpts"
"""What stands for the corpus of an excerpt."""

# Of every so many articles one is cut down, always the same ones.
EVERY = 3
PARAGRAPHS = (2, 4, 7, 12)
CONTAINERS = ("article", "div", "main", "div id=content", "body")
# So many blocks of boilerplate stay on each side.
AROUND = (0, 1, 3)
# A block this surely in the body, or outside it, may be taken.
BODY, BOILERPLATE = 0.95, 0.02
MIN_WORDS = 3
PLAIN_TAGS = frozenset(("p", "h2", "h3", "h4", "li", "blockquote", "pre", "td", "dd"))


def excerpt(gold: GoldPage, page: Page, labels: Array) -> tuple[GoldPage, bytes] | None:
    """A short page from one of several articles: what is true of it, and its bytes. None from the others."""
    chance = crc32(gold.id.encode())
    if gold.kind != "article" or not gold.body or chance % EVERY:
        return None
    body = [b for b, label in enumerate(labels.tolist()) if label >= BODY]
    body = body[: PARAGRAPHS[chance // EVERY % len(PARAGRAPHS)]]
    if len(body) < PARAGRAPHS[0]:
        return None
    rest = [b for b, label in enumerate(labels.tolist()) if label <= BOILERPLATE and b not in body]
    around = AROUND[chance // 64 % len(AROUND)]
    before, after = [b for b in rest if b < body[0]][:around], [b for b in rest if b > body[-1]][:around]
    container = CONTAINERS[chance // 256 % len(CONTAINERS)]
    headline = f"<h1>{html.escape(gold.headline)}</h1>" if gold.headline else ""
    source = (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{html.escape(gold.headline or '')}</title></head><body>"
        f"{marked_up(page, before)}<{container}>{headline}{marked_up(page, body)}</{container.split()[0]}>"
        f"{marked_up(page, after)}</body></html>"
    )
    text = "\n".join(page.texts[block] for block in body)
    return replace(gold, corpus=EXCERPTS, body=text, with_snippets=(), without_snippets=()), source.encode()


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
