"""Reads the dated entries of live blogs."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from cleanpage.assembly.containers import tagged
from cleanpage.metadata.dates.timestamps import machine_date
from cleanpage.page.page import Page
from cleanpage.page.tokens import words_of
from cleanpage.rules.comments import TIME_ATTRIBUTES

__all__ = ["machine_time", "name_in", "read_entries", "says_only", "time_of"]

LIVE_WORDS = frozenset("live liveblog livefeed liveticker liveupdates ticker".split())
ENTRY_WORDS = frozenset("article beitrag card entry event eintrag item post update".split())
AUTHOR_WORDS = frozenset("author byline autor".split())
AUTHOR_ITEMPROPS = ("author", "name")
MAX_ENTRY_LEVELS = 8
MAX_NAME, MAX_PIECES = 80, 40
# So many dated parts of a page that calls itself a live blog are its entries.
MIN_ENTRIES = 3
PAGE_TAGS = frozenset(("html", "body", "main"))


def read_entries(page: Page, kept: Sequence[int], live: bool) -> dict[int, str]:
    """The elements that are entries.

    They say so (`itemprop=liveBlogUpdate`, or a class that speaks of an entry of something live); or, on a page that
    is a live blog, they are three or more dated siblings.

    Args:
        page: The page.
        kept: Indices of the blocks of the body, in order.
        live: Whether the page says that it is a live blog.
    """
    if not kept:
        return {}
    first, last = page.first_elements[kept[0]], page.ends[page.elements[kept[-1]]]
    times = [*tagged(page, "time", 0, last)]
    if len(times) < 2:
        return {}
    keep = set(kept)
    found: set[int] = set()
    siblings: dict[tuple[int, str], set[int]] = defaultdict(set)
    for time in times:
        for element in ancestors(page, time):
            if page.ends[element] <= first:
                continue
            if says_entry(page, element):
                found.add(element)
            elif live:
                siblings[page.parents[element], page.tags[element]].add(element)
    if live and not found:
        groups = [group for group in siblings.values() if len(group) >= MIN_ENTRIES]
        found = max(groups, key=len, default=set())
    held = [element for element in sorted(found) if any(b in keep for b in blocks_of(page, element))]
    # What holds entries is none.
    held = [e for e, after in zip(held, [*held[1:], len(page.tags)], strict=False) if page.ends[e] <= after]
    return dict.fromkeys(held, "entry") if len(held) > 1 else {}


def blocks_of(page: Page, element: int) -> range:
    return range(page.block_starts[element], page.block_ends[element])


def ancestors(page: Page, element: int) -> list[int]:
    """The nearest elements around one, up to the page itself."""
    found: list[int] = []
    for _ in range(MAX_ENTRY_LEVELS):
        element = page.parents[element]
        if element < 0 or page.tags[element] in PAGE_TAGS:
            break
        found.append(element)
    return found


def says_entry(page: Page, element: int) -> bool:
    """Whether an element calls itself an entry of a live blog."""
    attributes = page.attributes[element]
    if "liveblogupdate" in (attributes.get("itemprop") or "").lower().split():
        return True
    words = words_of(attributes.get("class"))
    return not words.isdisjoint(LIVE_WORDS) and not words.isdisjoint(ENTRY_WORDS)


def time_of(page: Page, element: int) -> tuple[dt.datetime | None, str | None]:
    """The first time within an element: for machines, and as shown."""
    for inner in range(element, page.ends[element]):
        if page.tags[inner] == "time":
            attributes = page.attributes[inner]
            shown = page.text_of(inner) or attributes.get("datetime")
            return machine_time(attributes, shown), shown
    return None, None


def says_only(text: str, parts: Iterable[str | None]) -> bool:
    """Whether nothing is left of a text without `parts`."""
    for part in parts:
        text = text.replace(part, " ") if part else text
    return "".join(filter(str.isalnum, text)).lower() in ("", "by")


def machine_time(attributes: Mapping[str, str | None], shown: str | None) -> dt.datetime | None:
    """The time that the attributes of an element, else its text, give in a form for machines."""
    texts = (*map(attributes.get, TIME_ATTRIBUTES), shown)
    return next(filter(None, (moment(text) for text in texts if text)), None)


def moment(text: str) -> dt.datetime | None:
    """A moment in ISO 8601 or one of its variants, or in seconds or milliseconds since 1970; None for anything else."""
    try:
        return dt.datetime.fromisoformat(text.strip())
    except ValueError:
        found = machine_date(text)
        return found.datetime if found else None


def name_in(page: Page, element: int) -> str | None:
    """The name of the author that an element shows."""
    for inner in range(element + 1, page.ends[element]):
        attributes = page.attributes[inner]
        named = attributes.get("itemprop") in AUTHOR_ITEMPROPS or attributes.get("rel") == "author"
        if named or not AUTHOR_WORDS.isdisjoint(words_of(attributes.get("class"))):
            name = page.text_of(inner) if page.piece_ends[inner] - page.piece_starts[inner] <= MAX_PIECES else ""
            if 0 < len(name) <= MAX_NAME:
                return name.removeprefix("By ").removeprefix("by ")
    return None
