"""Explains a failed check: where the value stands, where it stood before, and why its block was dropped."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cleanpage.explain.analysis import Analysis
from cleanpage.explain.rows import BlockRow, ClaimRow, explain_blocks, explain_claims
from cleanpage.page.element_path import cut, place
from cleanpage.page.urls import absolute_url
from cleanpage.rules.sources import SHOWN
from cleanpage.testing.comparison import Difference, Kind, is_url, shown
from cleanpage.testing.fields import article_field, kind_of
from cleanpage.testing.moments import read_moment
from cleanpage.testing.texts import SHARE, covered, runs, squeeze

__all__ = ["causes_of"]

MAX_TEXTS = 10
"""Paragraphs or values whose causes are told."""

MAX_PLACES = 2
"""Places that are named for one value."""

MAX_TERMS = 6
"""Features that are named with `explain`."""

SHOWN_TEXT = 50
"""Characters of a paragraph that a line on its cause begins with."""

DATES = ("published", "updated")


def causes_of(
    name: str,
    expected: Any,
    difference: Difference,
    now: Analysis,
    before: Analysis | None = None,
    *,
    explain: bool = False,
    own: bool = True,
) -> tuple[str, ...]:
    """Lines that say why a field differs.

    Args:
        name: The field.
        expected: What was expected of it.
        difference: How it differs.
        now: The analysis of the page as it is.
        before: The analysis of an older copy of the page, to tell where values stood.
        explain: Whether to name the features that decided on each paragraph.
        own: Whether cleanpage extracted what was found, and not a scraper with rules of its own.
    """
    kind, field = kind_of(name, expected), article_field(name)
    if kind in (Kind.TEXT, Kind.UNEXPECTED, Kind.CONTAINS, Kind.LACKS):
        if own:
            return tuple(verdicts(difference, now, explain))
        return tuple(moved_texts(difference, now, before))
    origin = origins(field, now) if own else ()
    return (*origin, *moved_values(field, wanted(expected, difference), now, before))


def verdicts(difference: Difference, analysis: Analysis, explain: bool) -> Iterator[str]:
    """What became of each lost or added paragraph, with the features that decided if `explain`."""
    rows = explain_blocks(analysis)
    for text in (*difference.lost, *difference.added)[:MAX_TEXTS]:
        row = holder(text, rows)
        if row is None:
            yield f"why: {started(text)} is not on the page"
            continue
        yield f"why: {started(text)} was {'kept' if row.kept else 'dropped'}: {row.role}, {row.reason}, at {row.place}"
        if explain:
            yield from (f"     {value:+.2f} {feature}" for feature, value in weightiest(analysis, row.block))


def started(text: str) -> str:
    """How a paragraph begins."""
    return repr(cut(text, SHOWN_TEXT))


def holder(text: str, rows: Sequence[BlockRow]) -> BlockRow | None:
    """The block that holds most of a text: of several, the one that holds the least besides."""
    shares = {at: covered(text, runs((row.text,))) for at, row in enumerate(rows)}
    best = max(shares.values(), default=0.0)
    if best < SHARE:
        return None
    return min((rows[at] for at, share in shares.items() if share == best), key=lambda row: len(row.text))


def weightiest(analysis: Analysis, block: int) -> list[tuple[str, float]]:
    terms = ((name, value) for name, value in analysis.contributions(block).items() if value)
    return sorted(terms, key=lambda term: -abs(term[1]))[:MAX_TERMS]


def moved_texts(difference: Difference, now: Analysis, before: Analysis | None) -> Iterator[str]:
    """Where lost and added paragraphs stand on the page, and where they stood."""
    rows, old_rows = explain_blocks(now), explain_blocks(before) if before else ()
    places: dict[tuple[str | None, str | None], list[str]] = {}
    for text in (*difference.lost, *difference.added)[:MAX_TEXTS]:
        here, there = holder(text, rows), holder(text, old_rows)
        key = (here.place if here else None, there.place if there else None)
        places.setdefault(key, []).append(text)
    for (here_place, there_place), texts in places.items():
        what = started(texts[0]) + (f" and {len(texts) - 1} more" if len(texts) > 1 else "")
        yield from place_lines(
            what, [f"at {here_place}"] if here_place else [], [f"at {there_place}"] if there_place else []
        )


def place_lines(what: str, places: Sequence[str], old: Sequence[str]) -> Iterator[str]:
    """Lines on where something stands, and stood if it stood elsewhere."""
    yield f"why: {what}: {' and '.join(places) or 'not on the page'}"
    if old and old != places:
        yield f"     before: {' and '.join(old)}"


def origins(field: str, analysis: Analysis) -> Iterator[str]:
    """Where the value that was found was read."""
    return (
        f"why: {shown(claim.value)} was read from {claim.source} {claim.path}, confidence {claim.confidence:.2f}"
        for claim in explain_claims(analysis)
        if claim.field == field and claim.confidence is not None
    )


def moved_values(field: str, texts: Sequence[str], now: Analysis, before: Analysis | None) -> Iterator[str]:
    """Where the expected values stand on the page, and where they stood."""
    for text in texts[:MAX_TEXTS]:
        old = places_of(field, text, before, None) if before else []
        yield from place_lines(started(text), places_of(field, text, now, before), old)


def wanted(expected: Any, difference: Difference) -> list[str]:
    """The texts that were expected and not found."""
    if difference.lost and isinstance(expected, list):
        lost = [one for one in leaves(expected) if any(one in part for part in difference.lost)]
        return lost or list(difference.lost)
    return leaves(expected)


def leaves(value: Any) -> list[str]:
    """All texts in a JSON value."""
    if isinstance(value, Mapping):
        return [leaf for one in value.values() for leaf in leaves(one)]
    if isinstance(value, list):
        return [leaf for one in value for leaf in leaves(one)]
    return [value] if isinstance(value, str) and value else []


def places_of(field: str, text: str, analysis: Analysis, before: Analysis | None) -> list[str]:
    """Where a page says a value: in an attribute, in its text, in its metadata."""
    spellings = {squeeze(text), *(raw_spellings(text, before or analysis) if field in DATES else ())}
    # Of what is shown, the blocks tell the place more exactly.
    claims = [one for one in explain_claims(analysis) if one.source not in SHOWN and states(one, text)]
    rows = sorted(explain_blocks(analysis), key=lambda row: len(row.text))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, spellings))})(?!\w)")
    blocks = [row.place for row in rows if pattern.search(squeeze(row.text))]
    places = [
        *(f"at {path}" for path in (*attributes_with(text, analysis), *blocks)),
        *(f"in {claim.source} {claim.path}" for claim in claims),
    ]
    return list(dict.fromkeys(places))[:MAX_PLACES]


def raw_spellings(text: str, analysis: Analysis) -> set[str]:
    """How a page spells a date: what stands in its text is no ISO 8601."""
    return {squeeze(claim.raw) for claim in explain_claims(analysis) if claim.raw and states(claim, text)}


def states(claim: ClaimRow, text: str) -> bool:
    """Whether a claim is of this value."""
    if squeeze(text) in (squeeze(claim.value), squeeze(claim.raw)):
        return True
    moment = read_moment(text) if claim.field in DATES else None
    return moment is not None and moment == read_moment(claim.value)


def attributes_with(text: str, analysis: Analysis) -> Iterator[str]:
    """Elements that have a URL in an attribute."""
    if not is_url(text):
        return
    page, base = analysis.page, analysis.metadata.base_url
    for element, attributes in enumerate(page.attributes):
        for key, value in attributes.items():
            if value and key in ("href", "src", "data-src") and absolute_url(value, base) == text:
                yield f"{place(page, element)} [{key}]"
