"""Groups kept blocks under the elements that give them structure."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from cleanpage.article.blocks import Embed, Image, Math
from cleanpage.page.page import Page

__all__ = ["Container", "Item", "flat_blocks", "gather", "tagged"]

CONTAINERS = frozenset(
    ("ul", "ol", "li", "dl", "dt", "dd", "blockquote", "table", "tr", "td", "th", "pre", "listing", "xmp")
)
# Nesting that a reader can still follow; deeper containers are folded into the one above.
MAX_NESTING = 24

Item = int | Image | Embed | Math | str
"""The index of a block, an image, a finished block, or the tag of an element that needs nothing but its tag."""


@dataclass(slots=True)
class Container:
    """A structural element while its content is being gathered."""

    element: int
    tag: str
    """The tag, or what the element is beyond its tag: `gallery`, `note`, `entry`."""
    children: "list[Container | tuple[int, Item]]" = field(default_factory=list)
    """Containers, and items with the element that they stand at, in order."""


def gather(page: Page, items: Sequence[tuple[int, Item]], special: Mapping[int, str], within: int = -1) -> Container:
    """The items within the containers that they stand in.

    Args:
        page: The page.
        items: Items with the element that they stand at; of a block the last one opened before it.
        special: Elements that are containers whatever their tag, with what they are.
        within: An element; it and those around it are no containers.
    """
    root = Container(-1, "")
    open_containers = [root]
    known: dict[int, tuple[int, ...]] = {within: ()}
    entered: tuple[int, ...] = ()
    # What is an element of its own stands before the text after it.
    for element, item in sorted(items, key=lambda entry: 2 * entry[0] + isinstance(entry[1], int)):
        holder = page.elements[item] if isinstance(item, int) else element
        chain = known.get(holder)
        if chain is None:
            chain = frames(page, holder, known, special)
        if chain is not entered:
            enter(page, open_containers, chain, special)
            entered = chain
        open_containers[-1].children.append((element, item))
    return root


def frames(page: Page, element: int, known: dict[int, tuple[int, ...]], special: Mapping[int, str]) -> tuple[int, ...]:
    """The structural elements around `element`, itself included, outermost first.

    Args:
        page: The page.
        element: Index of the element.
        known: What was found for elements before: each element of the page is looked at once.
        special: Elements that are containers whatever their tag.
    """
    path = []
    while element >= 0 and element not in known:
        path.append(element)
        element = page.parents[element]
    chain = known[element] if element >= 0 else ()
    for inner in reversed(path):
        if (page.tags[inner] in CONTAINERS or inner in special) and len(chain) < MAX_NESTING:
            chain = (*chain, inner)
        known[inner] = chain
    return chain


def enter(page: Page, open_containers: list[Container], wanted: Sequence[int], special: Mapping[int, str]) -> None:
    """Close and open containers until the open ones are those wanted."""
    depth = 0
    while (
        depth < len(wanted) and depth + 1 < len(open_containers) and open_containers[depth + 1].element == wanted[depth]
    ):
        depth += 1
    del open_containers[depth + 1 :]
    for element in wanted[depth:]:
        container = Container(element, special.get(element) or page.tags[element])
        open_containers[-1].children.append(container)
        open_containers.append(container)


def tagged(page: Page, tag: str, first: int, last: int) -> Iterator[int]:
    """The elements of a tag from one element to before another."""
    with suppress(ValueError):
        while True:
            first = page.tags.index(tag, first, last) + 1
            yield first - 1


def flat_blocks(container: Container) -> list[int]:
    """The blocks inside a container, however deep, in order."""
    found: list[int] = []
    pending: list[Container | tuple[int, Item]] = [container]
    while pending:
        child = pending.pop()
        if isinstance(child, Container):
            pending.extend(reversed(child.children))
        elif isinstance(child[1], int):
            found.append(child[1])
    return found
