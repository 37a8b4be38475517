"""Side matter: boxes of facts within an article and comments of readers under it, as their names tell."""

from collections.abc import Callable, Collection, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from cleanpage.page.page import Page
from cleanpage.page.tokens import MAX_CLASSES, MAX_NAME, split_tokens
from cleanpage.rules.class_words import BOX_NAMES, COMMENTS_AREA_WORDS, COMMENTS_WORDS

__all__ = ["SideMatter", "side_matter"]

# What holds more of the text of the page than this is named after something else.
MAX_SHARE = 0.5
# Elements of one text are only styled alike, as are comments in code; they stand in a box if there is one.
TEXT_TAGS = frozenset("p h1 h2 h3 h4 h5 h6 span a b i em strong code pre".split())
# A table is data, and an item of a list is not the box.
NO_BOX = TEXT_TAGS | frozenset("table tbody tr td th li".split())


class SideMatter(NamedTuple):
    """Blocks of a page that are no part of the text of an article, in order."""

    boxes: tuple[int, ...]
    """Those within boxes of facts and background."""
    comments: tuple[int, ...]
    """Those within comments of readers."""


def side_matter(page: Page, heading: Sequence[int] = ()) -> SideMatter:
    """Find boxes and comments by the classes, ids and custom elements of a page.

    Args:
        page: The page.
        heading: The blocks of the headline: what holds them is neither.
    """
    names = [name for name in {*page.classes, *page.tags, *page.identifiers.values()} if name]
    together = squeezed("\n".join(names))  # one look at all names tells most pages, which have none of these
    boxes, comments = ([part for part in parts if part in together] for parts in (BOX_NAMES, COMMENTS_WORDS))
    return SideMatter(
        blocks_within(page, elements_of(page, matching_names(names, boxes, names_box), NO_BOX), heading),
        blocks_within(page, elements_of(page, matching_names(names, comments, names_comments), TEXT_TAGS), heading),
    )


def matching_names(names: Sequence[str], parts: Sequence[str], test: Callable[[str], bool]) -> set[str]:
    """Those of the names that pass a test, which none does without one of some parts."""
    if not parts:
        return set()
    alike = list(map(squeezed, names))
    hopeful = {name for part in parts for name, own in zip(names, alike, strict=True) if part in own}
    return {name for name in hopeful if test(name[:MAX_CLASSES])}


def squeezed(name: str) -> str:
    """`name` in lower case, its words spelled together."""
    return name.replace("-", "").replace("_", "").lower()


def elements_of(page: Page, names: Collection[str], others: Collection[str]) -> list[int]:
    """The elements with such a tag, class or id, in order, but those with some other tags."""
    if not names:
        return []
    called = {element for element, identifier in page.identifiers.items() if identifier in names}
    found = enumerate(zip(page.tags, page.classes, strict=True))
    return [
        element
        for element, (tag, classes) in found
        if (tag in names or classes in names or element in called) and tag not in others
    ]


def blocks_within(page: Page, elements: Sequence[int], heading: Sequence[int]) -> tuple[int, ...]:
    """The blocks of the elements that hold neither the headline nor most of the page, in order."""
    if not elements:
        return ()
    so_far = list(accumulate(map(len, page.texts), initial=0))
    most = MAX_SHARE * so_far[-1]
    found: set[int] = set()
    for element in elements:
        inside = range(page.block_starts[element], page.block_ends[element])
        if not inside or (inside[0] in found and inside[-1] in found):  # it stands in one that was taken
            continue
        if so_far[inside.stop] - so_far[inside.start] <= most and not any(block in inside for block in heading):
            found.update(inside)
    return tuple(sorted(found))


def names_box(names: str) -> bool:
    """Whether one of some class names is that of a box of facts: `fact-box`, `FactBox`, `news_factbox--wide`."""
    for name in names.split():
        words = split_tokens(name)
        if not BOX_NAMES.isdisjoint(words) or any(first + second in BOX_NAMES for first, second in pairwise(words)):
            return True
    return False


def names_comments(names: str) -> bool:
    """Whether one of some names is that of comments and says nothing else: `comments`, `comment-list`, `comment-17`."""
    return any(map(is_of_comments, names.split()))


def is_of_comments(name: str) -> bool:
    """Whether all words of a name are of comments, at least one of them by itself; numbers do not count."""
    parts = name[:MAX_NAME].replace("_", "-").split("-")
    words = {word for part in parts if not any(map(str.isdigit, part)) for word in split_tokens(part)}
    return not COMMENTS_WORDS.isdisjoint(words) and words <= COMMENTS_WORDS | COMMENTS_AREA_WORDS
