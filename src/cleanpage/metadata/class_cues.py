"""Finds the elements whose class names and identifiers say what they hold, by parts of the names."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from cleanpage.page.page import Page
from cleanpage.rules.class_words import NAME_PARTS, WHOLE_NAME_PARTS

__all__ = ["cued_elements", "says"]


def cued_elements(page: Page, elements: range, kinds: Collection[str]) -> dict[str, list[int]]:
    """By kind of cue, those of `elements` whose class or identifier holds one, in order."""
    classes = page.classes[elements.start : elements.stop]
    identified = [(element, name) for element, name in page.identifiers.items() if element in elements]
    said = kinds_by_name([name for name in {*classes, *[name for _, name in identified]} if name], kinds)
    found: dict[str, list[int]] = {kind: [] for kind in kinds}
    named = (*zip(elements, classes, strict=True), *identified) if said else ()
    for element, name in sorted([(element, name) for element, name in named if name in said]):
        for kind in said[name]:
            if element not in found[kind][-1:]:
                found[kind].append(element)
    return found


def kinds_by_name(named: Sequence[str], kinds: Iterable[str]) -> dict[str | None, list[str]]:
    """The kinds of cue in each of the classes and identifiers that hold one: one scan of all for each cue."""
    names, lowered = comparable("\n".join(named))
    starts = list(accumulate([len(name) + 1 for name in named], initial=0))
    said: dict[str | None, list[str]] = {}
    for kind in kinds:
        words = [word for word in NAME_PARTS[kind] if word in lowered]
        for index in {bisect_right(starts, at) - 1 for word in words for at in occurrences(names, lowered, word)}:
            said.setdefault(named[index], []).append(kind)
    return said


@lru_cache(maxsize=4_096)
def says(name: str, kind: str) -> bool:
    """Whether a class or identifier holds a cue of a kind."""
    name, lowered = comparable(name)
    words = [word for word in NAME_PARTS[kind] if word in lowered]
    return any(True for word in words for _ in occurrences(name, lowered, word)) if words else False


def comparable(names: str) -> tuple[str, str]:
    """`names` and the same in lower case, of the same length."""
    lowered = names.lower()
    if len(lowered) == len(names):
        return names, lowered
    # A letter whose lower case is longer: offsets would be void.
    names = names.encode("ascii", "replace").decode()
    return names, names.lower()


def occurrences(names: str, lowered: str, word: str) -> Iterator[int]:
    """Offsets of `word`; of a short cue only those that are whole parts of a name."""
    at = lowered.find(word)
    while at >= 0:
        if word not in WHOLE_NAME_PARTS or whole_part(names, at, at + len(word)):
            yield at
        at = lowered.find(word, at + len(word))


def whole_part(names: str, start: int, end: int) -> bool:
    """Whether `names[start:end]` is a part of its own, as in `post-date`, `post_date` or `postDate`."""
    before, after = names[max(start - 1, 0) : start], names[end : end + 1]
    return (not before.isalpha() or (before.islower() and names[start].isupper())) and (
        not after.isalpha() or after.isupper()
    )
