"""Images with their captions and credits, and which blocks those are."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cleanpage.article import Image
from cleanpage.captions import credit_of, names_agency, split_credit
from cleanpage.links import absolute_url
from cleanpage.page import Attributes, Page
from cleanpage.rules.credits import (
    AUTHOR_BOX_WORDS,
    CAPTION_WORDS,
    CREDIT_PROPERTIES,
    CREDIT_WORDS,
    DECORATION_WORDS,
    FIGURE_WORDS,
    INNER_CREDIT_WORDS,
)
from cleanpage.rules.tags import Context
from cleanpage.tokens import words_of

__all__ = ["FoundFigure", "read_figures"]

# How far above a caption its image may be, and above an image a word that calls it decoration or a portrait; in levels.
REACH = 5
DECORATION_REACH = 2
PORTRAIT_REACH = 4
# An image declared smaller than this, in CSS pixels, is an icon.
MIN_SIZE = 60
# A caption is a few sentences; a figure without `figcaption` holds less; a box about an author a few sentences. In
# characters.
MAX_CAPTION = 1_500
MAX_FIGURE_TEXT = 600
MAX_AUTHOR_BOX = 600
# An element with an image, a labelled credit and at most so many blocks is a figure under another name.
MAX_FIGURE_BLOCKS = 3
MAX_LABELLED = 120
# Where lazy loaders keep the source that counts, best first.
SOURCE_ATTRIBUTES = ("data-src", "data-lazy-src", "data-original", "data-url", "data-hi-res-src", "src")
SOURCE_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
OUTSIDE = Context.NAV | Context.FOOTER | Context.DIALOG | Context.ASIDE
IN_FIGURE = Context.FIGURE | Context.CAPTION
MARK_WORDS = CAPTION_WORDS | CREDIT_WORDS


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
        if url is not None:
            sources[element] = url
    captions = captioned(page, list(sources)) if sources else {}
    found = []
    for element, url in sources.items():
        caption, credit, blocks = describe(page, captions.get(element, ()))
        alt = page.attributes[element].get("alt") or None
        found.append(FoundFigure(element, Image(url=url, alt=alt, caption=caption, credit=credit), blocks))
    return tuple(found)


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
            continue
        by_image.setdefault(image, []).append(element)
        until = page.ends[element]
    for image, element in unmarked_figures(page, images):
        around.setdefault(image, element)
    return {image: [element] for image, element in around.items()} | by_image


def marked_elements(page: Page) -> Iterator[int]:
    """Elements that say of themselves that they hold a caption or a credit."""
    for element, attributes in enumerate(page.attributes):
        if page.tags[element] == "figcaption":
            yield element
        elif attributes and is_marked(attributes, page.contexts[element]):
            yield element


def is_marked(attributes: Attributes, context: int) -> bool:
    """Whether the attributes of an element speak of a caption or a credit."""
    if not MARK_WORDS.isdisjoint(words_of(attributes.get("class"))):
        return not context & OUTSIDE
    return bool(context & IN_FIGURE) and attributes.get("itemprop") in CREDIT_PROPERTIES


def unmarked_figures(page: Page, images: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Images in a `figure`, or in as small an element with a labelled credit, whose text nothing marks."""
    for image in images:
        for element in nearest(page, image, REACH):
            blocks = range(page.block_starts[element], page.block_ends[element])
            if (
                len(blocks) > MAX_FIGURE_BLOCKS
                or bisect_left(images, page.ends[element]) - bisect_left(images, element) > 1
            ):
                break
            figure = page.tags[element] == "figure" or not FIGURE_WORDS.isdisjoint(
                words_of(page.attributes[element].get("class"))
            )
            if figure or any(is_labelled(page.texts[block]) for block in blocks):
                if 0 < text_length(page, element, MAX_FIGURE_TEXT) <= MAX_FIGURE_TEXT:
                    yield image, element
                break


def is_labelled(text: str) -> bool:
    """Whether a block is nothing but a credit that says so."""
    if len(text) > MAX_LABELLED:
        return False
    caption, credit = split_credit(text)
    return bool(credit and not caption)


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
    for ancestor in nearest(page, element, REACH):
        first = bisect_left(images, ancestor)
        last = bisect_left(images, page.ends[ancestor], first)
        if first < last:
            before = bisect_left(images, element, first, last)
            return images[before - 1] if before > first else images[first], ancestor
        if page.tags[ancestor] == "figure":
            break
    return None, element


def describe(page: Page, elements: Sequence[int]) -> tuple[str | None, str | None, tuple[int, ...]]:
    """Caption, credit, and the blocks they stand in."""
    captions, credits, blocks = [], [], set[int]()
    for element in elements:
        caption, credit = read_caption(page, element)
        captions.append(caption)
        credits.append(credit)
        blocks |= blocks_of(page, element)
    return joined(captions), joined(credits), tuple(sorted(blocks))


def joined(parts: Sequence[str]) -> str | None:
    """Different texts, one after the other; None where there is none."""
    return " ".join(filter(None, dict.fromkeys(parts))) or None


def blocks_of(page: Page, element: int) -> set[int]:
    """The blocks inside an element; for an inline element, the block that it makes up."""
    start, end = page.block_starts[element], page.block_ends[element]
    if start == end and start < len(page.texts) and page.texts[start] == page.text_of(element):
        return {start}
    return set(range(start, end))


def read_caption(page: Page, element: int) -> tuple[str, str]:
    """Caption and credit of the text inside one element."""
    text = page.text_of(element)
    if is_credit(page, element):
        return "", credit_of(text)
    credits = []
    until = 0
    for inside in range(element + 1, page.ends[element]):
        if inside >= until and is_credit(page, inside) and (credit := page.text_of(inside)):
            text = text.replace(credit, " ", 1)
            credits.append(credit_of(credit))
            until = page.ends[inside]
    if credits:
        caption, more = split_credit(" ".join(text.split()).strip(" |-–—/"))
        return caption, " ".join(filter(None, [*dict.fromkeys(credits), more]))
    caption, credit = split_credit(text)
    return (caption, credit) if credit else split_tail(page, element, text)


def split_tail(page: Page, element: int, text: str) -> tuple[str, str]:
    """Caption and credit where the last element of a caption names an agency and nothing else tells of a credit."""
    for inside in range(page.ends[element] - 1, element, -1):
        tail = page.text_of(inside)
        if tail and len(tail) < len(text) and text.endswith(tail) and names_agency(tail):
            return text.removesuffix(tail).rstrip(), credit_of(tail)
        if len(tail) > MAX_LABELLED:
            break
    return text, ""


def is_credit(page: Page, element: int) -> bool:
    """Whether an element of a caption says of itself that it holds the credit, and is not the caption as a whole."""
    attributes = page.attributes[element]
    if not attributes or page.tags[element] == "figcaption":
        return False
    if attributes.get("itemprop") in CREDIT_PROPERTIES:
        return True
    names = words_of(attributes.get("class"))
    return not INNER_CREDIT_WORDS.isdisjoint(names) and "caption" not in names


def best_source(page: Page, image: int, base: str | None) -> str | None:
    """Absolute URL of the largest source that the page offers."""
    for attributes in candidates(page, image):
        for name in SOURCE_SETS:
            if (value := attributes.get(name)) and (url := absolute_url(largest(value), base)):
                return url
        for name in SOURCE_ATTRIBUTES:
            if (value := attributes.get(name)) and (url := absolute_url(value, base)):
                return url
    return None


def candidates(page: Page, image: int) -> Iterator[Attributes]:
    """Attributes of the image, then of the sources of its `picture`."""
    yield page.attributes[image]
    parent = page.parents[image]
    if parent >= 0 and page.tags[parent] == "picture":
        yield from (page.attributes[e] for e in range(parent + 1, image) if page.tags[e] == "source")


def largest(srcset: str) -> str | None:
    """The source with the greatest width or density of a `srcset` (HTML Standard, section 4.8.4.2.1)."""
    best, size = None, -1.0
    url = ""
    for token in [*srcset.split(), ","]:
        if not url:
            # A URL may hold commas, but does not end in one.
            url, rest = token.strip(","), "1x" if token.endswith(",") else None
        else:
            descriptor, _, following = token.partition(",")
            rest = descriptor or "1x"
            following = following.strip(",")
        if not url or rest is None:
            continue
        value = density(rest)
        if value > size and not url.startswith("data:"):
            best, size = url, value
        url = "" if token.endswith(",") else following
    return best


def density(descriptor: str) -> float:
    """The number of a width or density descriptor; 1 for one that makes no sense."""
    number = descriptor.rstrip("wxh")
    return float(number) if number.replace(".", "", 1).isdecimal() and number.isascii() and len(number) < 10 else 1.0


def is_decoration(page: Page, image: int) -> bool:
    """Whether an image is an icon, a portrait of an author, or part of the page's frame."""
    if page.contexts[image] & OUTSIDE:
        return True
    attributes = page.attributes[image]
    for name in ("width", "height"):
        size = (attributes.get(name) or "").removesuffix("px")
        if size.isascii() and size.isdigit() and len(size) < 6 and int(size) < MIN_SIZE:
            return True
    for level, element in enumerate(nearest(page, image, PORTRAIT_REACH)):
        words = words_of(page.attributes[element].get("class"))
        if level <= DECORATION_REACH and not DECORATION_WORDS.isdisjoint(words):
            return True
        if not AUTHOR_BOX_WORDS.isdisjoint(words) and text_length(page, element, MAX_AUTHOR_BOX) <= MAX_AUTHOR_BOX:
            return True
    return False
