"""Compares values by their kind: texts by F1, dates by instant and precision, people by folded names."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import isnan
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field
from w3lib.url import canonicalize_url

from cleanpage.article import Precision
from cleanpage.page.element_path import cut
from cleanpage.testing.moments import Moment, read_moment
from cleanpage.testing.texts import compare_texts, fold, paragraphs_of, squeeze, words

__all__ = ["DEFAULT_MIN_F1", "Difference", "Kind", "Tolerance", "compare", "guess_kind", "shown"]

DEFAULT_MIN_F1 = 0.98
"""F1 that a text must reach where nothing else is said."""

LONG = 200
"""Characters from which a string of a field unknown to us counts as a text and not as a line."""

SHOWN = 160
"""Characters of a value that are shown in a message."""

MAX_LISTED = 10
"""Paragraphs of a kind that are listed in a message."""

DATE = re.compile(r"[12]\d{3}-[01]\d(?:-[0-3]\d(?:[T ]\d\d:\d\d.*)?)?")


class Kind(StrEnum):
    """How the values of a field are compared."""

    TEXT = "text"
    """By F1 of the words, with a floor."""
    UNEXPECTED = "unexpected"
    """A text that may hold no paragraph that is not expected."""
    LINE = "line"
    """Character by character, white space folded."""
    DATE = "date"
    """By instant and precision."""
    PEOPLE = "people"
    """By names without case, accents and punctuation; by URL where both have one."""
    URL = "url"
    """Normalised by w3lib."""
    LIST = "list"
    """Item by item, in order or as a set."""
    CONTAINS = "contains"
    """Passages that must stand in a text."""
    LACKS = "lacks"
    """Passages that must not stand in a text."""
    VALUE = "value"
    """As JSON values; of objects, the keys that are expected."""


class Tolerance(BaseModel):
    """How closely a field must agree. `meta.json` and the ini option `cleanpage_tolerances` set it, field by field."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    kind: Kind | None = None
    """How values are compared; by default as the field, or the value expected, suggests."""
    min_f1: float | None = Field(default=None, ge=0, le=1)
    """Of a text: the F1 that it must reach."""
    seconds: float = Field(default=0, ge=0)
    """Of a date: by how much the instant may differ, in seconds."""
    precision: Precision | None = None
    """Of a date: compare no more than this much of it."""
    order: bool = True
    """Of a list or people: whether the order counts."""
    delta: float = Field(default=0, ge=0)
    """Of a number: by how much it may differ."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How a field differs from what is expected."""

    summary: str
    """One line."""
    details: tuple[str, ...] = ()
    """Further lines."""
    f1: float | None = None
    """Of a text: its F1."""
    lost: tuple[str, ...] = ()
    """Expected paragraphs, passages or items that are missing."""
    added: tuple[str, ...] = ()
    """Paragraphs, passages or items that are not expected."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Summary and details."""
        return (self.summary, *self.details)


def compare(expected: Any, found: Any, kind: Kind, tolerance: Tolerance) -> Difference | None:
    """How `found` differs from `expected`, if it does.

    Args:
        expected: A JSON value; None if the field must be empty.
        found: Plain data as `observe` gives it.
        kind: How to compare, unless `tolerance` says otherwise.
        tolerance: How closely the two must agree.
    """
    kind = tolerance.kind or kind
    if kind not in WITH_NOTHING and (is_nothing(expected) or is_nothing(found)):
        return with_nothing(expected, found)
    return BY_KIND[kind](expected, found, tolerance)


def is_nothing(value: Any) -> bool:
    return value is None or value in ("", [], {})


def with_nothing(expected: Any, found: Any) -> Difference | None:
    if is_nothing(expected) and is_nothing(found):
        return None
    if is_nothing(found):
        return Difference(f"lost: expected {shown(expected)}, found nothing", lost=(str(expected),))
    return Difference(f"expected nothing, found {shown(found)}", added=(str(found),))


def compare_text(expected: Any, found: Any, tolerance: Tolerance) -> Difference | None:
    result = compare_texts(as_text(expected), as_text(found))
    floor = DEFAULT_MIN_F1 if tolerance.min_f1 is None else tolerance.min_f1
    if result.f1 >= floor:
        return None
    counts = f"{len(result.lost)} paragraphs lost, {len(result.added)} added, {len(result.changed)} changed"
    changed = [f"{shown(part)} without: {' '.join(missing)}" for part, missing in result.changed]
    return Difference(
        f"F1 {result.f1:.3f} is below {floor:g}: {counts}",
        (*listed("lost", result.lost), *listed("added", result.added), *listed("changed", changed)),
        result.f1,
        result.lost,
        result.added,
    )


def compare_unexpected(expected: Any, found: Any, _: Tolerance) -> Difference | None:
    result = compare_texts(as_text(expected), as_text(found))
    if not result.added:
        return None
    count = sum(len(words(part)) for part in result.added)
    summary = f"{len(result.added)} paragraphs that are not expected, {count} words"
    return Difference(summary, tuple(listed("added", result.added)), result.f1, added=result.added)


def as_text(value: Any) -> tuple[str, ...]:
    """A text, or a list of its paragraphs, as paragraphs."""
    if value is None:
        return ()
    return paragraphs_of(value if isinstance(value, str) else [str(part) for part in as_list(value)])


def compare_line(expected: Any, found: Any, _: Tolerance) -> Difference | None:
    return None if squeeze(str(expected)) == squeeze(str(found)) else differing(expected, found)


def compare_url(expected: Any, found: Any, _: Tolerance) -> Difference | None:
    return None if normalised(str(expected)) == normalised(str(found)) else differing(expected, found)


def normalised(url: str) -> str:
    """A URL in one form: case of the host, order of the query, escapes, no fragment."""
    try:
        return str(canonicalize_url(url.strip()))
    except ValueError:
        return url.strip()


def compare_date(expected: Any, found: Any, tolerance: Tolerance) -> Difference | None:
    old, new = read_moment(expected), read_moment(found)
    if old is None or new is None:
        return None if old is new and squeeze(str(expected)) == squeeze(str(found)) else unreadable(expected, found)
    if tolerance.precision:
        old, new = old.cut(tolerance.precision), new.cut(tolerance.precision)
    note = date_note(old, new, tolerance.seconds)
    return Difference(f"{differing(expected, found).summary} ({note})") if note else None


def unreadable(expected: Any, found: Any) -> Difference:
    unread = [shown(value) for value in (expected, found) if read_moment(value) is None]
    return Difference(f"{differing(expected, found).summary} (no date: {', '.join(unread)})")


def date_note(old: Moment, new: Moment, seconds: float) -> str | None:
    """What sets two dates apart, or None."""
    vague = (old.vague or new.vague) and old.time is not None and new.time is not None
    if old.precision is not new.precision and not vague:
        return f"precision {old.precision}, now {new.precision}"
    if old.time is None or new.time is None:
        return None if old.date == new.date else f"{(new.date - old.date).days:+d} days"
    if (old.time.tzinfo is None) is not (new.time.tzinfo is None):
        return "the zone is lost" if old.time.tzinfo else "a zone that was not there"
    apart = (new.time - old.time).total_seconds()
    return f"{dt.timedelta(seconds=abs(apart))} {'later' if apart > 0 else 'earlier'}" if abs(apart) > seconds else None


def compare_people(expected: Any, found: Any, tolerance: Tolerance) -> Difference | None:
    old, new = (people(value) for value in (expected, found))
    difference = compare_items([name for name, _ in old], [name for name, _ in new], tolerance, fold)
    if difference:
        return difference
    urls = {fold(name): url for name, url in new}
    for name, url in old:
        other = urls.get(fold(name))
        if url and other and normalised(url) != normalised(other):
            return Difference(f"{name}: expected {shown(url)}, found {shown(other)}")
    return None


def people(value: Any) -> list[tuple[str, str | None]]:
    """Names and URLs of a name, or a list of names or of objects with a name."""
    return [
        (str(one.get("name")), one.get("url")) if isinstance(one, Mapping) else (str(one), None)
        for one in as_list(value)
    ]


def as_list(value: Any) -> list[Any]:
    """A value of its own as a list of one."""
    return list(value) if isinstance(value, list | tuple) else [value]


def compare_list(expected: Any, found: Any, tolerance: Tolerance) -> Difference | None:
    old, new = as_list(expected), as_list(found)
    if all(isinstance(item, Mapping) for item in (*old, *new)):
        keys = {key for item in old for key in item}
        old, new = ([{key: item.get(key) for key in sorted(keys)} for item in items] for items in (old, new))
    return compare_items(old, new, tolerance, item_key)


def item_key(item: Any) -> Hashable:
    """What must be the same of two items of a list."""
    if isinstance(item, Mapping):
        return tuple((key, item_key(value)) for key, value in item.items())
    if isinstance(item, str):
        return normalised(item) if is_url(item) else squeeze(item)
    return shown(item)


def compare_items(
    old: Sequence[Any], new: Sequence[Any], tolerance: Tolerance, key: Callable[[Any], Hashable]
) -> Difference | None:
    """Compare two lists of items that are the same if their keys are."""
    old_keys, new_keys = ([key(item) for item in items] for items in (old, new))
    lost, added = only(old, old_keys, new_keys), only(new, new_keys, old_keys)
    if not lost and not added:
        in_order = old_keys == new_keys or not tolerance.order
        return None if in_order else Difference(f"another order: expected {shown(old)}, found {shown(new)}")
    details = (*listed("lost", lost), *listed("added", added))
    return Difference(f"{len(lost)} of {len(old)} lost, {len(added)} added", details, lost=lost, added=added)


def only(items: Sequence[Any], keys: Sequence[Hashable], others: Sequence[Hashable]) -> tuple[str, ...]:
    """The items whose keys are not among the others, as often as they are not."""
    surplus = Counter(keys) - Counter(others)
    found = []
    for item, key in zip(items, keys, strict=True):
        if surplus[key] > 0:
            surplus[key] -= 1
            found.append(item if isinstance(item, str) else shown(item))
    return tuple(found)


def compare_contains(expected: Any, found: Any, _: Tolerance) -> Difference | None:
    text = " ".join(as_text(found))
    lost = tuple(part for part in as_text(expected) if part not in text)
    return Difference(f"{len(lost)} passages lost", tuple(listed("lost", lost)), lost=lost) if lost else None


def compare_lacks(expected: Any, found: Any, _: Tolerance) -> Difference | None:
    text = " ".join(as_text(found))
    kept = tuple(part for part in as_text(expected) if part in text)
    return Difference(f"{len(kept)} unwanted passages", tuple(listed("added", kept)), added=kept) if kept else None


def alike(one: float, other: float) -> bool:
    """Whether two numbers are the same, infinities and NaN with themselves included."""
    return one == other or (isnan(one) and isnan(other))


def compare_value(expected: Any, found: Any, tolerance: Tolerance) -> Difference | None:
    return None if same(expected, found, tolerance) else differing(expected, found)


def same(expected: Any, found: Any, tolerance: Tolerance) -> bool:
    """Whether two values agree: strings as lines, numbers within the tolerance, objects by the keys expected."""
    match expected, found:
        case (bool(), _) | (_, bool()):
            return expected is found
        case (int() | float(), int() | float()):
            return alike(expected, found) or bool(abs(expected - found) <= tolerance.delta)
        case (str(), str()):
            return item_key(expected) == item_key(found)
        case (Mapping(), Mapping()):
            return all(same(value, found.get(key), tolerance) for key, value in expected.items())
        case (list() | tuple(), list() | tuple()):
            return len(expected) == len(found) and all(map(same, expected, found, [tolerance] * len(found)))
        case _:
            return bool(expected == found)


BY_KIND: Mapping[Kind, Callable[[Any, Any, Tolerance], Difference | None]] = {
    Kind.TEXT: compare_text,
    Kind.UNEXPECTED: compare_unexpected,
    Kind.LINE: compare_line,
    Kind.DATE: compare_date,
    Kind.PEOPLE: compare_people,
    Kind.URL: compare_url,
    Kind.LIST: compare_list,
    Kind.CONTAINS: compare_contains,
    Kind.LACKS: compare_lacks,
    Kind.VALUE: compare_value,
}
WITH_NOTHING = frozenset((Kind.TEXT, Kind.UNEXPECTED, Kind.CONTAINS, Kind.LACKS))
"""Kinds that compare an empty value like any other."""


def guess_kind(value: Any) -> Kind:
    """The kind that an expected value of a field unknown to us suggests."""
    if isinstance(value, list):
        return Kind.LIST
    if isinstance(value, dt.date):
        return Kind.DATE
    if not isinstance(value, str):
        return Kind.VALUE
    if is_url(value):
        return Kind.URL
    if DATE.fullmatch(value) and read_moment(value):
        return Kind.DATE
    return Kind.TEXT if len(value) >= LONG or "\n" in value else Kind.LINE


def is_url(value: str) -> bool:
    try:
        return urlsplit(value).scheme in ("http", "https") and not any(map(str.isspace, value))
    except ValueError:
        return False


def differing(expected: Any, found: Any) -> Difference:
    return Difference(f"expected {shown(expected)}, found {shown(found)}")


def shown(value: Any) -> str:
    """A value on one line, cut at `SHOWN` characters."""
    text = repr(squeeze(value)) if isinstance(value, str) else repr(value)
    return cut(text, SHOWN)


def listed(word: str, parts: Sequence[str]) -> list[str]:
    """Lines that name `parts`, no more than `MAX_LISTED` of them."""
    lines = [f"{word}: {shown(part)}" for part in parts[:MAX_LISTED]]
    rest = len(parts) - len(lines)
    return [*lines, f"{word}: {rest} more"] if rest > 0 else lines
