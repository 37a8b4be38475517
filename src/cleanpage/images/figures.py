"""Reads images with caption and credit, and the blocks that hold these."""

import re
from dataclasses import dataclass
from html import unescape

from cleanpage.article import Image
from cleanpage.images.caption_elements import captioned, nearest, text_length
from cleanpage.images.caption_parts import describe
from cleanpage.images.captions import credit_of, split_credit, split_labelled
from cleanpage.images.sources import best_source
from cleanpage.page.page import Attributes, Page
from cleanpage.page.tokens import words_of
from cleanpage.rules.credits import (
    AUTHOR_BOX_WORDS,
    CAPTION_ATTRIBUTES,
    CREDIT_ATTRIBUTES,
    DECORATION_WORDS,
    FIGURE_WORDS,
)
from cleanpage.rules.tags import Context

__all__ = ["FoundFigure", "read_figures"]

# How far above an image a word that calls it decoration or a portrait may be, and data that describe it; in levels.
DECORATION_REACH = 2
PORTRAIT_REACH = 4
DATA_REACH = 2
# An image declared smaller than this, in CSS pixels, is an icon.
MIN_SIZE = 60
# A box about an author holds a few sentences, in characters; an aside that is a figure a caption and a credit.
MAX_AUTHOR_BOX = 600
MAX_ASIDE_BLOCKS = 3
OUTSIDE = Context.NAV | Context.FOOTER | Context.DIALOG
DATA_ATTRIBUTES = frozenset((*CAPTION_ATTRIBUTES, *CREDIT_ATTRIBUTES))
MARKUP = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """An image as found on the page."""

    element: int
    """Index of the `img` element."""
    image: Image
    caption_blocks: tuple[int, ...]
    """Blocks that hold its caption and credit."""


def read_figures(page: Page, base: str | None) -> tuple[FoundFigure, ...]:
    """All images of the page but icons, portraits of authors and those in navigation, in order.

    Args:
        page: The page.
        base: URL that the sources are resolved against.
    """
    sources = {}
    for element in page.images:
        url = None if is_decoration(page, element) else best_source(page, element, base)
        if url is not None and not is_drawing(url, page.contexts[element]):
            sources[element] = url
    captions = captioned(page, list(sources)) if sources else {}
    return tuple(found_figure(page, element, url, captions.get(element, ())) for element, url in sources.items())


def found_figure(page: Page, element: int, url: str, captions: list[int] | tuple[()]) -> FoundFigure:
    """An image with what is said of it: in text, else in data, the credit also in its alternative text or title."""
    caption, credit, blocks = describe(page, captions)
    attributes = page.attributes[element]
    if not caption or not credit:
        caption, credit = from_data(page, element, caption, credit)
    alt, alt_credit = split_labelled(folded(attributes.get("alt")))
    if not credit:
        credit = split_labelled(folded(attributes.get("title")))[1] or alt_credit or None
    width, height = declared_size(attributes)
    image = Image(url=url, alt=alt or None, caption=caption, credit=credit, width=width, height=height)
    return FoundFigure(element, image, blocks)


def declared_size(attributes: Attributes) -> tuple[int | None, int | None]:
    """Width and height of an image in CSS pixels; None where they are not declared, or make no sense."""
    sizes = ((attributes.get(name) or "").strip().removesuffix("px") for name in ("width", "height"))
    width, height = (int(size) if size.isascii() and size.isdigit() and 0 < len(size) < 6 else 0 for size in sizes)
    return width or None, height or None


def folded(text: str | None) -> str:
    """The text with its white space folded."""
    return " ".join(text.split()) if text else ""


def from_data(page: Page, image: int, caption: str | None, credit: str | None) -> tuple[str | None, str | None]:
    """Caption and credit, what is missing of them taken from data attributes of the image or just above."""
    for element in nearest(page, image, DATA_REACH):
        attributes = page.attributes[element]
        if DATA_ATTRIBUTES.isdisjoint(attributes):
            continue
        if not credit and (text := data_text(attributes, CREDIT_ATTRIBUTES)):
            credit = credit_of(text) or None
        if not caption and (text := data_text(attributes, CAPTION_ATTRIBUTES)):
            caption, more = split_credit(text)
            caption, credit = caption or None, credit or more or None
    return caption, credit


def data_text(attributes: Attributes, names: tuple[str, ...]) -> str:
    """The text of the first of the attributes that there is, without the markup in it."""
    value = next(filter(None, map(attributes.get, names)), None) or ""
    return folded(unescape(MARKUP.sub(" ", value) if "<" in value else value))


def is_drawing(url: str, context: int) -> bool:
    """Whether an image is a vector drawing outside of any figure: pages draw their icons so."""
    return url.partition("?")[0].endswith(".svg") and not context & Context.FIGURE


def is_decoration(page: Page, image: int) -> bool:
    """Whether an image is an icon, a portrait of an author, or part of the page's frame."""
    context = page.contexts[image]
    if context & OUTSIDE or (context & Context.ASIDE and not is_figure_aside(page, image)):
        return True
    if not context & Context.FIGURE and is_small(page.attributes[image]):
        return True
    for level, element in enumerate(nearest(page, image, PORTRAIT_REACH)):
        words = words_of(page.attributes[element].get("class"))
        if not words:
            continue
        if level <= DECORATION_REACH and not DECORATION_WORDS.isdisjoint(words):
            return True
        if not AUTHOR_BOX_WORDS.isdisjoint(words) and text_length(page, element, MAX_AUTHOR_BOX) <= MAX_AUTHOR_BOX:
            return True
    return False


def is_small(attributes: Attributes) -> bool:
    """Whether an image declares the size of an icon; inside a figure, that is a placeholder's."""
    for name in ("width", "height"):
        size = (attributes.get(name) or "").removesuffix("px")
        if size.isascii() and size.isdigit() and len(size) < 6 and int(size) < MIN_SIZE:
            return True
    return False


def is_figure_aside(page: Page, image: int) -> bool:
    """Whether the `aside` around an image is a figure under another name."""
    aside = next((e for e in nearest(page, image, PORTRAIT_REACH) if page.tags[e] == "aside"), None)
    return (
        aside is not None
        and page.block_ends[aside] - page.block_starts[aside] <= MAX_ASIDE_BLOCKS
        and not FIGURE_WORDS.isdisjoint(words_of(page.attributes[aside].get("class")))
    )
