"""Turns claims into values: every claim is a vote for its value, weighted by its source; doubts about it count too.

The weights are in `rules.trust`, learned from the corpora. The confidence is the probability that the same model gives
to the value that won: the softmax of the votes (McFadden, "Conditional logit analysis of qualitative choice behavior",
1973).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

from cleanpage.article import Timestamp
from cleanpage.metadata.checks import Checked, Context, check
from cleanpage.metadata.claims import Claim
from cleanpage.metadata.titles import simplified
from cleanpage.rules.trust import TABLE, Row

__all__ = ["Evidence", "agrees", "resolve"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a field has its value.

    Args:
        winner: The claim that was believed, the strongest of those with its value.
        losers: All other claims of the field, strongest first.
        confidence: Probability that the value is right, 0 to 1.
        doubts: What counted against the winner.
    """

    winner: Claim
    losers: tuple[Claim, ...]
    confidence: float
    doubts: tuple[str, ...] = ()


def resolve(claims: Sequence[Claim], context: Context) -> dict[str, Evidence]:
    """The evidence of every field that any claim is good for."""
    by_field: dict[str, list[Claim]] = {}
    for claim in claims:
        by_field.setdefault(claim.field, []).append(claim)
    found = {row.field: resolved(row, by_field[row.field], context) for row in TABLE if row.field in by_field}
    evidence = {field: one for field, one in found.items() if one}
    if "updated" in evidence and is_before(evidence["updated"].winner, evidence.get("published")):
        del evidence["updated"]
    return evidence


def is_before(claim: Claim, published: Evidence | None) -> bool:
    """Whether a change would have come before the day of publication, which no change can."""
    first = published.winner.value if published else None
    return isinstance(first, Timestamp) and isinstance(claim.value, Timestamp) and claim.value.date < first.date


def resolved(row: Row, claims: Sequence[Claim], context: Context) -> Evidence | None:
    """The value with the most votes; None where "none of them" has more."""
    weights = row.weights(context.kind)
    groups = grouped([checked for checked in check(claims, context) if checked.claim.source in weights])
    if not groups:
        return None
    votes = {key: sum([vote(checked, row, weights) for checked in group]) for key, group in groups.items()}
    best = max(votes, key=votes.__getitem__)
    none = row.none.get(context.kind)
    if none is not None and votes[best] < none:
        return None
    strongest = max(groups[best], key=lambda checked: (exactness(checked.claim), vote(checked, row, weights)))
    losers = [claim for claim in claims if claim is not strongest.original]
    losers.sort(key=lambda claim: -weights.get(claim.source, -9.0))
    return Evidence(strongest.claim, tuple(losers), probability(votes, best, none), strongest.doubts)


def grouped(ballots: Sequence[Checked]) -> dict[object, list[Checked]]:
    """Claims by value, one of each source for each value: a source has one vote."""
    groups: dict[object, list[Checked]] = {}
    for checked in ballots:
        group = groups.setdefault(identity(checked.claim), [])
        if checked.claim.source not in [other.claim.source for other in group]:
            group.append(checked)
    return groups


def vote(checked: Checked, row: Row, weights: Mapping[str, float]) -> float:
    """The weight of one claim."""
    weight = weights[checked.claim.source]
    return weight + sum([row.doubts.get(doubt, 0.0) for doubt in checked.doubts]) if checked.doubts else weight


def agrees(claim: Claim, other: Claim) -> bool:
    """Whether two claims say the same."""
    return identity(claim) == identity(other)


def exactness(claim: Claim) -> int:
    """Of claims of one day, the one with the time and its zone says most."""
    moment = claim.value.datetime if isinstance(claim.value, Timestamp) else None
    return 0 if moment is None else 1 if moment.tzinfo is None else 2


def probability(votes: Mapping[object, float], best: object, none: float | None) -> float:
    """The share of the winner in the softmax of all votes, one of "none of them" (0 where not learned) included."""
    top = votes[best]
    total = sum(exp(min(value - top, 50.0)) for value in votes.values()) + exp(min((none or 0.0) - top, 50.0))
    return round(1 / total, 4)


def identity(claim: Claim) -> object:
    """What two claims of the same thing share."""
    value = claim.value
    if isinstance(value, Timestamp):
        return value.date
    if isinstance(value, str):
        return simplified(value)
    if isinstance(value, tuple):
        return frozenset(item.casefold() if isinstance(item, str) else item.name.casefold() for item in value)
    return value
