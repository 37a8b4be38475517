"""Counting for `src/cleanpage/rules/trust.json`: which sources come first for fields that no model is learned for.

Of the pages whose truth is known, the mean score of a source's claim is what it is worth. Every source counts as if it
had made a few wrong claims besides: one that the corpora hardly have goes behind those that are known to be good.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks import corpora
from benchmarks.metrics import MEASURES
from benchmarks.pages import Page as GoldPage
from benchmarks.systems.record import Extraction
from benchmarks.training.trust import FOLDS, fold_of, read_claims
from cleanpage.metadata.claims import Claim, Value
from cleanpage.metadata.resolution.checks import check

__all__ = ["FIELDS", "Scored", "cross_validated_order", "order_of", "read_scored"]

FIELDS: Mapping[str, str] = {
    "alternative_headline": "subtitle",
    "description": "description",
    "keywords": "topics",
    "main_image": "main_image",
}
"""The measure of each field whose sources are counted."""
CORPORA = ("fundus-dev", "postlight-dev")
WRONG_BESIDES = 2
"""The wrong claims that are added to those of each source; by cross-validation."""


@dataclass(frozen=True, slots=True)
class Scored:
    """What the claims of one page for one field are worth, 0 to 1, by source."""

    domain: str
    worth: Mapping[str, float]


def read_scored(names: Iterable[str] = CORPORA) -> dict[str, list[Scored]]:
    """The pages of the corpora whose truth is known and on which any source claims something, by field."""
    found: dict[str, list[Scored]] = {field: [] for field in FIELDS}
    for name in names:
        for gold in corpora.load(name).pages:
            claims, context = read_claims(gold)
            for field in FIELDS:
                mine = [claim for claim in claims if claim.field == field]
                worth = worth_of(gold, [checked.claim for checked in check(mine, context)]) if mine else {}
                if worth:
                    found[field].append(Scored(gold.domain, worth))
    return found


def worth_of(gold: GoldPage, claims: Iterable[Claim]) -> dict[str, float]:
    """What each source's first claim is worth; empty where the truth is not known."""
    worth: dict[str, float] = {}
    for claim in claims:
        row = MEASURES[FIELDS[claim.field]].row(gold, saying(claim.field, claim.value))
        if row is not None:
            worth.setdefault(claim.source.value, row[0])
    return worth


def saying(field: str, value: Value) -> Extraction:
    """An extraction that says nothing but the value of one field."""
    match field:
        case "keywords":
            return Extraction(topics=tuple(map(str, value)) if isinstance(value, tuple) else (str(value),))
        case "alternative_headline":
            return Extraction(subtitle=str(value))
        case "description":
            return Extraction(description=str(value))
        case _:
            return Extraction(main_image=str(value))


def order_of(scored: Iterable[Scored], known: Iterable[str]) -> dict[str, float]:
    """What each source is worth, the best first; of equal ones the first of `known`.

    Args:
        scored: The pages to count.
        known: The sources that are believed at all.
    """
    claims: dict[str, list[float]] = {source: [] for source in known}
    for page in scored:
        for source in claims.keys() & page.worth.keys():
            claims[source].append(page.worth[source])
    rates = {source: round(sum(worths) / (len(worths) + WRONG_BESIDES), 3) for source, worths in claims.items()}
    return {source: rates[source] for source in sorted(rates, key=lambda source: -rates[source])}


def cross_validated_order(scored: Sequence[Scored], known: Sequence[str]) -> float:
    """The mean worth of what is chosen by an order that has not seen the page's domain; 0 where nothing is known."""
    chosen = []
    for fold in range(FOLDS):
        order = order_of((page for page in scored if fold_of(page) != fold), known)
        for page in scored:
            if fold_of(page) == fold and (first := next(filter(page.worth.__contains__, order), None)):
                chosen.append(page.worth[first])
    return round(sum(chosen) / max(1, len(chosen)), 4)
