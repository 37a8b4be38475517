"""Finds the elements that hold caption and credit of each image."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from cleanpage.images.captions import MAX_LABELLED, is_labelled
from cleanpage.page.page import Page
from cleanpage.page.tokens import split_tokens, words_of, words_of_all
from cleanpage.rules.credits import (
    CAPTION_WORDS,
    CREDIT_PROPERTIES,
    CREDIT_WORDS,
    DESCRIPTION_WORDS,
    FIGURE_WORDS,
    GALLERY_WORDS,
    NO_CAPTION_WORDS,
)
from cleanpage.rules.tags import HEADING_LEVELS, Context

__all__ = ["captioned", "is_mark", "nearest", "text_length"]

# How far above a caption its image may be, in levels, and how far from it, in blocks.
MAX_CAPTION_LEVELS = 5
MAX_APART = 2
# A caption is a few sentences; a figure without `figcaption` holds less. In characters.
MAX_CAPTION = 1_500
MAX_FIGURE_TEXT = 600
# An element with an image, a labelled credit and at most so many blocks is a figure under another name.
MAX_FIGURE_BLOCKS = 3
# A text that repeats so much of the alternative text of an image before it is the caption, in characters.
MIN_REPEATED = 12
# Class names longer than this are not looked at as a whole.
MAX_CLASSES = 300
FRAME = Context.NAV | Context.FOOTER | Context.DIALOG
IN_FIGURE = Context.FIGURE | Context.CAPTION
# Class names without any of these words need no closer look.
MARK_WORDS = CAPTION_WORDS | CREDIT_WORDS | DESCRIPTION_WORDS | {"description"}
PAGE_TAGS = frozenset(("html", "body", "main", "article"))


def captioned(page: Page, images: Sequence[int]) -> dict[int, list[int]]:
    """Each image that has a caption or credit, with the elements that hold them, in order."""
    by_image: dict[int, list[int]] = {}
    around: dict[int, int] = {}
    until = 0
    for element in marked_elements(page):
        if element < until:
            continue
        image, common = image_near(page, element, images)
        if image is None or not 0 < text_length(page, element, MAX_CAPTION) <= MAX_CAPTION:
            continue
        if common == element:
            # The whole figure bears the name; if nothing inside does, all its text is the caption.
            around.setdefault(image, element)
        elif belongs(page, element, image):
            by_image.setdefault(image, []).append(element)
            until = page.ends[element]
    for image in images:
        if image not in by_image and (found := unmarked(page, image, images)) is not None:
            around.setdefault(image, found)
    return {image: [element] for image, element in around.items()} | {
        image: within_figure(page, image, elements) for image, elements in by_image.items()
    }


def marked_elements(page: Page) -> list[int]:
    """Elements that say of themselves that they hold a caption or a credit, in order."""
    contexts = page.contexts
    named: set[int] = set()
    if marks := marks_among({*filter(None, page.classes)}):
        named.update(e for e, names in enumerate(page.classes) if names in marks and not contexts[e] & FRAME)
    if "figure" in page.tags or "figcaption" in page.tags:
        named.update(e for e, context in enumerate(contexts) if context & IN_FIGURE and is_figure_part(page, e))
    return sorted(named)


def marks_among(classes: Collection[str]) -> set[str]:
    """Those of the class names of a page that speak of a caption or a credit: few have any of the words."""
    words = MARK_WORDS.intersection(words_of_all(classes))
    near = (names for names in classes if any(map(names.lower().__contains__, words))) if words else ()
    return {names for names in near if is_mark(names[:MAX_CLASSES])}


def is_figure_part(page: Page, element: int) -> bool:
    """Whether an element in a figure is one for the caption or the credit."""
    tag = page.tags[element]
    return (
        tag == "figcaption"
        or (tag == "footer" and bool(page.contexts[element] & Context.FIGURE))
        or page.attributes[element].get("itemprop") in CREDIT_PROPERTIES
    )


def is_mark(names: str) -> bool:
    """Whether class names speak of a caption or a credit."""
    if MARK_WORDS.isdisjoint(split_tokens(names)):
        return False
    for name in names.split():
        words = split_tokens(name)
        if NO_CAPTION_WORDS.isdisjoint(words) and (
            not CAPTION_WORDS.isdisjoint(words)
            or not CREDIT_WORDS.isdisjoint(words)
            or not (FIGURE_WORDS.isdisjoint(words) or DESCRIPTION_WORDS.isdisjoint(words))
            or ("description" in words and not GALLERY_WORDS.isdisjoint(words))
        ):
            return True
    return False


def belongs(page: Page, element: int, image: int) -> bool:
    """Whether a caption is as near to an image as captions are, and in the same part of the page."""
    if (page.contexts[element] ^ page.contexts[image]) & Context.ASIDE:
        return False
    place = page.block_starts[image]
    before, after = page.block_starts[element] - place, place - page.block_ends[element]
    return before <= MAX_APART and after <= MAX_APART


def within_figure(page: Page, image: int, elements: list[int]) -> list[int]:
    """Of the captions of an image, those inside its `figure`, if there are any."""
    if not page.contexts[image] & Context.FIGURE or len(elements) < 2:
        return elements
    figure = next((e for e in nearest(page, image, MAX_CAPTION_LEVELS) if page.tags[e] == "figure"), None)
    if figure is None:
        return elements
    return [element for element in elements if figure < element < page.ends[figure]] or elements


def unmarked(page: Page, image: int, images: Sequence[int]) -> int | None:
    """The element that holds the caption of an image where nothing marks it.

    It is a `figure`, or as small an element with a labelled credit, or what follows the image and repeats its
    alternative text.
    """
    for element in nearest(page, image, MAX_CAPTION_LEVELS):
        blocks = range(page.block_starts[element], page.block_ends[element])
        if (
            page.tags[element] in PAGE_TAGS
            or len(blocks) > MAX_FIGURE_BLOCKS
            or bisect_left(images, page.ends[element]) - bisect_left(images, element) > 1
        ):
            break
        if blocks and (is_figure(page, element) or any(is_labelled(page.texts[block]) for block in blocks)):
            small = text_length(page, element, MAX_FIGURE_TEXT) <= MAX_FIGURE_TEXT
            return element if small and not all(is_teaser(page, block) for block in blocks) else None
    return repeated(page, image)


def is_figure(page: Page, element: int) -> bool:
    """Whether an element is a figure, by its tag or by its name."""
    return page.tags[element] == "figure" or not FIGURE_WORDS.isdisjoint(
        words_of(page.attributes[element].get("class"))
    )


def repeated(page: Page, image: int) -> int | None:
    """The element of the block after an image if it begins with the alternative text, or the other way around."""
    alt = " ".join((page.attributes[image].get("alt") or "").split())
    block = page.block_ends[image]
    if len(alt) < MIN_REPEATED or block >= len(page.texts) or page.elements[block] < image or is_teaser(page, block):
        return None
    text = " ".join(page.texts[block].split())
    if text.startswith(alt) and len(text) - len(alt) <= MAX_LABELLED:
        return page.elements[block]
    return page.elements[block] if len(text) >= MIN_REPEATED and alt.startswith(text) else None


def is_teaser(page: Page, block: int) -> bool:
    """Whether a block is the title of another page: a heading, or nothing but a link."""
    return page.tags[page.elements[block]] in HEADING_LEVELS or 2 * page.linked_chars[block] > len(page.texts[block])


def text_length(page: Page, element: int, enough: int) -> int:
    """Characters of the blocks inside `element`, or of the one it is part of; counted up to a little over `enough`."""
    total = 0
    for block in range(page.block_starts[element], page.block_ends[element]):
        total += len(page.texts[block])
        if total > enough:
            return total
    return total or len(page.text_of(element))


def nearest(page: Page, element: int, levels: int) -> Iterator[int]:
    """`element` and its nearest ancestors."""
    for _ in range(levels + 1):
        yield element
        element = page.parents[element]
        if element < 0:
            return


def image_near(page: Page, element: int, images: Sequence[int]) -> tuple[int | None, int]:
    """The image that a caption belongs to, and the smallest element that holds both: the last image before it there."""
    for ancestor in nearest(page, element, MAX_CAPTION_LEVELS):
        first = bisect_left(images, ancestor)
        last = bisect_left(images, page.ends[ancestor], first)
        if first < last:
            before = bisect_left(images, element, first, last)
            return images[before - 1] if before > first else images[first], ancestor
        if page.tags[ancestor] == "figure":
            break
    return None, element
