"""Hidden text: what of the text that a page hides is left out of the body.

Text that nobody sees is not part of an article: copies for other screens, dialogs, and orders to language models. Text
that a reader can bring up is: the rest of an article behind a button, tabs, accordions, notes. So hidden text stays
where the page has something that shows it, and where it is a larger part of the body.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, compress

from cleanpage.options import Hidden
from cleanpage.page.page import Attributes, Page
from cleanpage.page.tokens import words_of
from cleanpage.rules.hidden_text import (
    CONTROL_ATTRIBUTES,
    CONTROL_TAGS,
    FORMULA_WORDS,
    NAMING_ATTRIBUTES,
    READER_WORDS,
    SHOWN_ROLES,
    SHOWN_WORDS,
    STREAMED_IDS,
)

__all__ = ["HiddenText", "hidden_text"]

# Hidden parts of one kind that are more than this share of the body, in characters, and so many blocks, are part of it.
LARGE_SHARE, LARGE_BLOCKS = 0.15, 3
# A page that makes so many elements transparent brings them in one by one as the reader scrolls.
MANY, BROUGHT_IN = 4, "opacity:0"
# What takes an element off the page, so that not even its place is left.
GONE = ("attribute hidden", "display:none")
# What hides more than this share of the body shows it later: a page that scripts bring up.
MOST_SHARE = 0.5
# Of a block, no more than this share is cut out: letters that come in one by one are hidden one by one.
MOST_OF_BLOCK = 0.5
# Shorter texts, in characters, may stand twice for good reason.
MIN_COPY = 40
# A seen block is taken for a hidden copy of it from this probability on.
LIKELY = 0.5
# A control is a few words, in characters, and has a few elements; what it shows stands right beside it.
MAX_CONTROL, MAX_CONTROL_ELEMENTS = 200, 30


@dataclass(frozen=True, slots=True)
class HiddenText:
    """The hidden text of a page that is not part of its body."""

    blocks: Mapping[int, str] = field(default_factory=dict)
    """Blocks, with what hides them."""
    parts: Sequence[int] = ()
    """Elements within blocks, to be cut out of their text."""
    twins: Sequence[int] = ()
    """Blocks outside the body that are seen, and have the text of a hidden one."""


@dataclass(frozen=True, slots=True)
class Place:
    """A hidden element with text of the body: whole blocks, or a part of one."""

    element: int
    cause: str
    """What hides it."""
    block: int
    """The first block that its text is in."""
    blocks: Sequence[int]
    """The blocks of the body that lie within the element; none for a part of a block."""
    size: int
    """Length of the text, in characters."""

    @property
    def kind(self) -> tuple[str, bool]:
        """What parts have in common that belong together."""
        return self.cause, bool(self.blocks)


def hidden_text(
    page: Page, kept: Sequence[bool], probabilities: Sequence[float], hidden: Hidden, *, article: bool = True
) -> HiddenText:
    """Find what of the body is hidden and does not belong to it.

    Args:
        page: The page.
        kept: Whether each block is body, hidden or not.
        probabilities: How probable each block is body.
        hidden: The option.
        article: Whether the page is an article. Other pages have carousels, menus and parts that come in as the reader
            scrolls, which are their content: there only what is taken off the page as a whole is left out.
    """
    if hidden == "keep" or not page.hidden:
        return HiddenText()
    places = list(places_of(page, kept, everything=hidden == "drop"))
    if hidden == "auto" and places:
        places = without_shown(page, places, sum(map(len, compress(page.texts, kept))))
        places = [place for place in places if article or place.cause.endswith(GONE)]
    blocks = {block: place.cause for place in places for block in place.blocks}
    parts = [place.element for place in places if not place.blocks]
    return HiddenText(blocks, parts, twins(page, blocks, kept, probabilities))


def places_of(page: Page, kept: Sequence[bool], *, everything: bool) -> Iterator[Place]:
    """The outermost hidden elements that hold text of the body; only of `everything`, those that hold most of it."""
    sizes = [0, *accumulate(len(text) * body for text, body in zip(page.texts, kept, strict=True))]
    most = sizes[-1] * (1.0 if everything else MOST_SHARE)
    until = -1
    for element, cause in page.hidden.items():
        first, last = page.block_starts[element], page.block_ends[element]
        if element < until or first >= len(kept):
            continue
        if size := sizes[last] - sizes[first]:
            if size <= most:
                until = page.ends[element]
                yield Place(element, cause, first, [block for block in range(first, last) if kept[block]], size)
        elif first == last and kept[first] and page.elements[first] < element:
            until = page.ends[element]
            size = len(page.text_of(element))
            if 0 < size <= most:
                yield Place(element, cause, first, [first] if is_whole(page, element) else (), size)


def is_whole(page: Page, element: int) -> bool:
    """Whether an inline element holds all of its block."""
    return element <= page.leaves[page.block_starts[element]] < page.ends[element]


def without_shown(page: Page, places: Sequence[Place], body: int) -> list[Place]:
    """The places that no reader can bring up, and that are no larger part of the body, whose length is given."""
    sizes: Counter[object] = Counter()
    blocks: Counter[object] = Counter()
    cut: Counter[int] = Counter()
    for place in places:
        sizes[place.kind] += place.size
        blocks[place.kind] += len(place.blocks)
        cut[place.block] += 0 if place.blocks else place.size
    large = {kind for kind in sizes if blocks[kind] >= LARGE_BLOCKS and sizes[kind] > LARGE_SHARE * body}
    scrolls = sum(cause.endswith(BROUGHT_IN) for cause in page.hidden.values()) >= MANY
    signs = Signs(page)
    return [
        place
        for place in places
        if place.kind not in large
        and not (scrolls and place.cause.endswith(BROUGHT_IN))
        and (place.blocks or cut[place.block] <= MOST_OF_BLOCK * len(page.texts[place.block]))
        and not signs.can_be_shown(place)
    ]


def twins(page: Page, blocks: Mapping[int, str], kept: Sequence[bool], probabilities: Sequence[float]) -> Sequence[int]:
    """The first seen block with the text of each hidden one, where that was taken for the original."""
    texts = {page.texts[block] for block in blocks if len(page.texts[block]) > MIN_COPY}
    if not texts:
        return ()
    texts -= {page.texts[block] for block in compress(range(len(kept)), kept) if block not in blocks}
    unseen = unseen_blocks(page)
    found: dict[str, int] = {}
    for block, text in enumerate(page.texts):
        if text in texts and block not in unseen and probabilities[block] >= LIKELY:
            found.setdefault(text, block)
    return sorted(found.values())


def unseen_blocks(page: Page) -> set[int]:
    """The blocks within hidden elements."""
    found: set[int] = set()
    until = -1
    for element in page.hidden:
        if element >= until:
            until = page.ends[element]
            first, last = page.block_starts[element], page.block_ends[element]
            found.update(range(first, last))
            if first == last < len(page.texts) and is_whole(page, element):
                found.add(first)
    return found


class Signs:
    """What on a page tells that a reader can bring up a hidden part."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @cached_property
    def named(self) -> frozenset[str]:
        """The ids that buttons, tabs and references name."""
        values = (
            value
            for attributes in self.page.attributes
            for name in NAMING_ATTRIBUTES
            if name in attributes and (value := attributes[name]) and (name != "href" or value[0] == "#")
        )
        return frozenset(name.removeprefix("#") for value in values for name in value.split())

    def can_be_shown(self, place: Place) -> bool:
        """Whether a hidden part opens on a click, is code or a formula, or is meant for screen readers."""
        if not place.blocks and place.cause == "attribute aria-hidden":
            return True  # it is seen
        tags = self.page.tags[place.element : self.page.ends[place.element]]
        if "math" in tags or "pre" in tags or self.is_named(place.element):
            return True
        if not place.blocks:
            words = names_of(self.page.attributes[place.element])
            return not words.isdisjoint(FORMULA_WORDS) or any(together <= words for together in READER_WORDS)
        around = self.page.parents[place.element]
        return self.has_control(place.element) or (around >= 0 and self.is_named(around))

    def is_named(self, element: int) -> bool:
        """Whether an element says that it can be shown, or something on the page does."""
        attributes = self.page.attributes[element]
        name = attributes.get("id") or ""
        return (
            name in self.named
            or name.startswith(STREAMED_IDS)
            or "aria-labelledby" in attributes
            or attributes.get("role") in SHOWN_ROLES
            or not names_of(attributes).isdisjoint(SHOWN_WORDS)
        )

    def has_control(self, element: int) -> bool:
        """Whether something to click on stands right before or after the element."""
        page = self.page
        parent, before, after = page.parents[element], element - 1, page.ends[element]
        while before > parent and page.parents[before] != parent:
            before = page.parents[before]
        siblings = [before] if before > parent else []
        if after < len(page.tags) and page.parents[after] == parent:
            siblings.append(after)
        return any(self.is_control(sibling) for sibling in siblings)

    def is_control(self, element: int) -> bool:
        """Whether an element is, or holds, something to click on and little else."""
        page = self.page
        inside = range(element, page.ends[element])
        if len(inside) > MAX_CONTROL_ELEMENTS or len(page.text_of(element)) > MAX_CONTROL:
            return False
        return any(
            page.tags[inner] in CONTROL_TAGS
            or page.attributes[inner].get("role") in ("button", "tab")
            or any(name in page.attributes[inner] for name in CONTROL_ATTRIBUTES)
            or (page.tags[inner] == "a" and (page.attributes[inner].get("href") or "#")[:1] == "#")
            for inner in inside
        )


def names_of(attributes: Attributes) -> frozenset[str]:
    """The words of the class names and the id of an element."""
    return words_of(attributes.get("class")) | words_of(attributes.get("id"))
