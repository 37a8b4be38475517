"""Short pages made of real articles, with cards of other stories in and after them.

A card is one of several siblings of the same shape, each a linked title with a picture or a sentence or two. Its words
are those of paragraphs that the page leaves out: they read as the article does, in every language, so that nothing but
the shape tells a card from the article.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

import numpy as np

from benchmarks.pages import Page as GoldPage
from cleanpage.models.arrays import Array
from cleanpage.page.page import Page

__all__ = ["CARDS", "with_cards"]

CARDS = "cards"
"""What stands for the corpus of a page with cards."""

SHARE = 1 / 4
"""Share of articles that are made into such pages, always the same ones."""
PARAGRAPHS = (2, 3, 5, 8, 12)
COUNTS = (3, 4, 6, 8, 12)
BODY = 0.95
"""A block with at least this share of gold may be taken."""
MIN_CHARS = 60
"""Characters of the shortest paragraph that cards are made of."""
MAX_TITLE, MAX_TEASER = 90, 220
CONTAINERS = ("article", "div", "main", "section", "td")
HOLDERS = (("div", "div"), ("ul", "li"), ("section", "article"), ("aside", "div"))
HEADS = ("h3", "h2", "h4", "p", "span", "strong")
SENTENCE = re.compile(r"(?<=[.!?。！？])\s*")


def with_cards(gold: GoldPage, page: Page, labels: Array) -> tuple[GoldPage, bytes] | None:
    """A short page with cards from one of several articles: what is true of it, and its bytes. None from the others."""
    draw = Random(f"{CARDS} {gold.id}")
    if gold.kind != "article" or not gold.body or draw.random() > SHARE:
        return None
    prose = [block for block in np.flatnonzero(labels >= BODY).tolist() if len(page.texts[block]) >= MIN_CHARS]
    size = draw.choice(PARAGRAPHS)
    body, others = prose[:size], prose[size:]
    if not body or len(others) < 2:
        return None
    paragraphs = [f"<p>{html.escape(page.texts[block])}</p>" for block in body]
    paragraphs.insert(draw.randint(1, len(paragraphs)), cards([page.texts[block] for block in others], draw))
    container, title = draw.choice(CONTAINERS), html.escape(gold.headline or "")
    heading = f"<h1>{title}</h1>" if title else ""
    inside = f"<{container}{named(draw)}>{heading}{''.join(paragraphs)}</{container}>"
    whole = f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title></head><body>{inside}</body></html>"
    text = "\n".join(page.texts[block] for block in body)
    return (
        replace(gold, corpus=CARDS, url=None, body=text, titled=False, with_snippets=(), without_snippets=()),
        whole.encode(),
    )


def cards(texts: Sequence[str], draw: Random) -> str:
    """A group of cards of one shape, made of the sentences of some paragraphs."""
    (holder, item), head = draw.choice(HOLDERS), draw.choice(HEADS)
    classes, picture, teaser = named(draw), draw.random() < 0.6, draw.random() < 0.6
    wrapped = draw.random() < 0.4
    made = [
        card(title, rest if teaser else "", item, head, classes, picture=picture, wrapped=wrapped)
        for title, rest in titles(texts, draw.choice(COUNTS))
    ]
    return f"<{holder}{named(draw)}>{''.join(made)}</{holder}>"


def titles(texts: Sequence[str], count: int) -> Iterator[tuple[str, str]]:
    """Titles and teasers for so many cards at most."""
    for text in texts[:count]:
        sentences = [sentence for sentence in SENTENCE.split(text) if sentence]
        yield sentences[0][:MAX_TITLE], " ".join(sentences[1:3])[:MAX_TEASER]


def card(title: str, teaser: str, item: str, head: str, classes: str, *, picture: bool, wrapped: bool) -> str:
    """One card; its link is around the title alone, or around the whole."""
    image = "<img src=/p.jpg alt>" if picture else ""
    after = f"<p>{html.escape(teaser)}</p>" if teaser else ""
    if wrapped:
        return f"<{item}{classes}><a href=/s>{image}<{head}>{html.escape(title)}</{head}>{after}</a></{item}>"
    return f"<{item}{classes}>{image}<{head}><a href=/s>{html.escape(title)}</a></{head}>{after}</{item}>"


def named(draw: Random) -> str:
    """A class that says nothing, or none."""
    return f' class="x{draw.randrange(10**6)}"' if draw.random() < 0.6 else ""
