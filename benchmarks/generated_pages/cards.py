"""Cards of other stories around short articles: pages on which nothing of a card belongs to the text."""

from collections.abc import Callable, Iterator
from itertools import product

from benchmarks.generated_pages.pages import GeneratedPage, document, paragraphs_of
from benchmarks.generated_pages.texts import SCRIPTS, Texts

__all__ = ["card_pages"]

PARAGRAPHS = (2, 3, 5, 8)
CARDS = (4, 8, 12)
PLACES = ("inside", "after")

Card = Callable[[int, str, str], str]
"""Makes a card of its number, title and teaser."""


def card_pages() -> Iterator[GeneratedPage]:
    """The 48 pages: lengths of articles, by numbers of cards, by where they stand, by whether class names tell.

    Scripts and shapes of cards take turns, so that every script meets every shape.
    """
    for number, (length, count, place, telling) in enumerate(product(PARAGRAPHS, CARDS, PLACES, (True, False))):
        turn = PARAGRAPHS.index(length)
        script, texts = list(SCRIPTS.items())[(number + turn) % len(SCRIPTS)]
        shape = list(SHAPES)[(number // len(SCRIPTS) + turn) % len(SHAPES)]
        names = "telling names" if telling else "no names"
        yield GeneratedPage(
            name=f"{length} paragraphs, {count} cards {place}, {names}, {script}, {shape}",
            html=card_page(texts, length, cards_of(texts, count, shape, telling), place, telling),
            wanted=texts.paragraphs[:length],
            unwanted=tuple(text for card in texts.cards[:count] for text in card),
            group=script,
        )


def card_page(texts: Texts, length: int, cards: str, place: str, telling: bool) -> str:
    """A page of so many paragraphs, with cards after the first or the second of them, or after the article."""
    body = texts.paragraphs[:length]
    at = min(2, length - 1) if place == "inside" else length
    if place == "inside":
        inner = paragraphs_of(body[:at]) + cards + paragraphs_of(body[at:])
        outer = ""
    else:
        inner, outer = paragraphs_of(body), cards
    head = f"<h1>{texts.headline}</h1><p>{texts.byline}</p>"
    if telling:
        main = f'<main><article class="story"><div class="story-body">{head}\n{inner}</div></article>\n{outer}</main>'
    else:
        main = f"<div><div><div>{head}\n{inner}</div>\n{outer}</div></div>"
    return document(texts, main)


def cards_of(texts: Texts, count: int, shape: str, telling: bool) -> str:
    """A group of cards under a heading."""
    holder, card = SHAPES[shape]
    inside = "".join(card(number, *texts.cards[number]) for number in range(count))
    group = f"<section><h2>{texts.more}</h2><{holder}>\n{inside}</{holder}></section>\n"
    if not telling:
        return group
    group = group.replace("<section>", '<section class="related-stories">', 1)
    return group.replace("<article>", '<article class="card">').replace("<li>", '<li class="card">')


def picture(number: int) -> str:
    """A picture of a card."""
    return f'<img src="/pictures/{number}.jpg" alt="" width="320" height="180">'


def open_card(number: int, title: str, teaser: str) -> str:
    """A picture, a linked title and a teaser beside each other."""
    return (
        f'<article><a href="/story-{number}">{picture(number)}</a><h3><a href="/story-{number}">{title}</a></h3>'
        f"<p>{teaser}</p></article>\n"
    )


def linked_card(number: int, title: str, teaser: str) -> str:
    """One link around all of a card."""
    return f'<li><a href="/story-{number}">{picture(number)}<h3>{title}</h3><p>{teaser}</p></a></li>\n'


def plain_card(number: int, title: str, teaser: str) -> str:
    """A linked title without a heading, and a teaser that no link holds."""
    return (
        f'<div>{picture(number)}<div><a href="/story-{number}"><strong>{title}</strong></a></div>'
        f"<div>{teaser}</div></div>\n"
    )


def bare_card(number: int, title: str, teaser: str) -> str:
    """A title and a teaser without a picture."""
    return f'<li><h4><a href="/story-{number}">{title}</a></h4>{teaser}</li>\n'


SHAPES: dict[str, tuple[str, Card]] = {
    "open": ("div", open_card),
    "linked": ("ul", linked_card),
    "plain": ("div", plain_card),
    "bare": ("ul", bare_card),
}
"""Shapes of cards, with the element that holds them."""
