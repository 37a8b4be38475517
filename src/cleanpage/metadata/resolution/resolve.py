"""Turns votes into evidence: which claim is believed, and how surely.

The confidence is the probability that the model of the votes gives to the value that won: their softmax (McFadden,
"Conditional logit analysis of qualitative choice behavior", 1973).
"""

from collections.abc import Mapping, Sequence
from math import exp
from typing import NamedTuple

from cleanpage.metadata.claims import Claim
from cleanpage.metadata.resolution.votes import NO_ARTICLE, Tally

__all__ = ["FieldEvidence", "resolve"]


class FieldEvidence(NamedTuple):
    """Why a field has its value.

    Args:
        winner: The claim that was believed, the strongest of those with its value.
        losers: All other claims of the field, strongest first.
        confidence: Probability that the value is right, 0 to 1; None where weights only put the sources in order.
        doubts: What counted against the winner.
    """

    winner: Claim
    losers: tuple[Claim, ...]
    confidence: float | None = None
    doubts: tuple[str, ...] = ()


def resolve(tallies: Mapping[str, Tally], *, looks_like_article: bool) -> dict[str, FieldEvidence]:
    """The evidence of every field whose leader beats "none of them".

    Of a page that is rather a product, a list or a forum, authors must be surer: what looks like them are reviewers,
    makers and those who posted something.
    """
    found = {field: resolved(tally, looks_like_article) for field, tally in tallies.items()}
    return {field: evidence for field, evidence in found.items() if evidence}


def resolved(tally: Tally, looks_like_article: bool) -> FieldEvidence | None:
    """The evidence of one field; None where "none of them" wins."""
    if not tally.votes:
        return FieldEvidence(tally.leader, tally.losers, None, tally.doubts)
    none, doubts = tally.none, tally.doubts
    if none is not None and tally.none_off_articles and not looks_like_article:
        none += tally.none_off_articles
        doubts = (*doubts, NO_ARTICLE)
        if max(tally.votes) < none:
            return None
    return FieldEvidence(tally.leader, tally.losers, confidence_of(tally.votes, none), doubts)


def confidence_of(votes: Sequence[float], none: float | None) -> float:
    """The share of the most votes in the softmax of all, those of "none of them" (0 where not learned) included."""
    top = max(votes)
    total = sum([exp(min(value - top, 50.0)) for value in votes]) if len(votes) > 1 else 1.0
    return round(1 / (total + exp(min((none or 0.0) - top, 50.0))), 4)
