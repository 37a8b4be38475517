"""Counts votes: every claim is a vote for its value, weighted by its source; doubts about the claim count too.

The weights are in `rules.trust`, learned from the corpora.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cleanpage.article import Author, Timestamp
from cleanpage.metadata.claims import Claim
from cleanpage.metadata.resolution.checked import CheckedClaim
from cleanpage.metadata.resolution.checks import CheckContext, check
from cleanpage.metadata.titles import simplified
from cleanpage.rules.sources import DATES_TOLD_APART
from cleanpage.rules.trust import TABLE, Row

__all__ = ["NO_ARTICLE", "Tally", "agrees", "count_votes", "grouped", "signs_of", "undoubted"]

MIDNIGHT = dt.time()
AGREEMENT = ("two sources", "three sources", "four sources")
"""Signs of a value that so many sources or more claim: they are not independent of each other."""
NO_ARTICLE = "no article"
"""Sign of a page that looks less like an article than like another kind of page."""


class Tally(NamedTuple):
    """The votes for the values of one field.

    Args:
        leader: The strongest of the claims of the value with the most votes.
        losers: All other claims of the field, strongest first.
        votes: Log odds of each value; empty where the weights only put the sources in order.
        doubts: What counts against the leader.
        none: The votes of "none of them", which the leader has to exceed; None where any value is better than none.
        none_off_articles: What "none of them" gets besides on a page that does not look like an article.
    """

    leader: Claim
    losers: tuple[Claim, ...]
    votes: tuple[float, ...] = ()
    doubts: tuple[str, ...] = ()
    none: float | None = None
    none_off_articles: float = 0.0


def count_votes(claims: Sequence[Claim], context: CheckContext) -> dict[str, Tally]:
    """The votes of every field that has a value which beats "none of them" on an article."""
    by_field: dict[str, list[Claim]] = {}
    for claim in claims:
        by_field.setdefault(claim.field, []).append(claim)
    counted = {row.field: tally_of(row, by_field[row.field], context) for row in TABLE if row.field in by_field}
    tallies = {field: tally for field, tally in counted.items() if tally}
    if "updated" in tallies and is_before(tallies["updated"].leader, tallies.get("published")):
        del tallies["updated"]
    return tallies


def is_before(claim: Claim, published: Tally | None) -> bool:
    """Whether a change would have come before the day of publication, which no change can."""
    first = published.leader.value if published else None
    return isinstance(first, Timestamp) and isinstance(claim.value, Timestamp) and claim.value.date < first.date


def tally_of(row: Row, claims: Sequence[Claim], context: CheckContext) -> Tally | None:
    """The votes of one field; None where there is no value, or "none of them" beats all values whatever the page is."""
    if row.is_order and (first := first_of(row, claims, context)):
        return Tally(first.claim, losers_of(claims, first, row.sources))
    weights = row.weights(context.kind)
    groups = grouped([checked for checked in check(claims, context) if checked.claim.source in weights])
    if not groups:
        return None
    votes = {key: votes_for(group, row, weights) for key, group in groups.items()}
    best = max(votes, key=votes.__getitem__)
    none = sum([row.none.get(sign, 0.0) for sign in context.signs]) if row.none else None
    if none is not None and votes[best] < none:
        return None
    group = groups[best]
    strongest = group[0]
    if len(group) > 1:
        strongest = max(group, key=lambda checked: (*exactness(checked.claim), vote(checked, row, weights)))
    doubts = [doubt for doubt in strongest.doubts if row.doubts.get(doubt, 0.0) < 0]
    doubts += [sign for sign in signs_of(group) if row.signs.get(sign, 0.0) < 0]
    return Tally(
        with_pages(strongest.claim, group),
        losers_of(claims, strongest, weights),
        () if row.is_order else tuple(votes.values()),
        tuple(doubts),
        none,
        row.none.get(NO_ARTICLE, 0.0),
    )


def first_of(row: Row, claims: Sequence[Claim], context: CheckContext) -> CheckedClaim | None:
    """The claim of the first source of an order, which outweighs all others together.

    None where votes must be counted: where that source claims several values or none that will do, and for dates, which
    others may give more exactly.
    """
    believed = row.sources
    known = [claim for claim in claims if claim.source in believed]
    if len(known) > 1:
        strongest = max([believed[claim.source] for claim in known])
        known = [claim for claim in known if believed[claim.source] == strongest]
    if len(known) != 1:
        return None
    checked = check(known, context)
    return checked[0] if len(checked) == 1 and not isinstance(checked[0].claim.value, Timestamp) else None


def losers_of(claims: Sequence[Claim], winner: CheckedClaim, weights: Mapping[str, float]) -> tuple[Claim, ...]:
    """All claims but the winner, strongest first."""
    if len(claims) == 1:
        return ()
    losers = [claim for claim in claims if claim is not winner.original]
    if len(losers) > 1:
        losers.sort(key=lambda claim: -weights.get(claim.source, -9.0))
    return tuple(losers)


def with_pages(claim: Claim, group: Sequence[CheckedClaim]) -> Claim:
    """A claim of authors with the addresses that others who name the same authors have for them."""
    if not isinstance(claim.value, tuple) or len(group) < 2:
        return claim
    known: dict[str, str] = {}
    for other in group:
        for author in other.claim.value if isinstance(other.claim.value, tuple) else ():
            if isinstance(author, Author) and author.url:
                known.setdefault(author.name.casefold(), author.url)
    authors = [author for author in claim.value if isinstance(author, Author)]
    if not any(author.url is None and author.name.casefold() in known for author in authors):
        return claim
    found = (Author(name=author.name, url=author.url or known.get(author.name.casefold())) for author in authors)
    return claim.saying(tuple(found))


def signs_of(group: Sequence[CheckedClaim]) -> tuple[str, ...]:
    """What speaks for or against a value, whoever claims it: what all claims of it have in common, and their number."""
    if len(group) == 1:
        return group[0].signs
    common = frozenset(group[0].signs).intersection(*[other.signs for other in group[1:]])
    return (*[sign for sign in group[0].signs if sign in common], *AGREEMENT[: len(group) - 1])


def grouped(ballots: Sequence[CheckedClaim]) -> dict[object, list[CheckedClaim]]:
    """Claims by value, one of each source for each value: a source has one vote."""
    groups: dict[object, list[CheckedClaim]] = {}
    if len(ballots) == 1:
        return {None: [ballots[0]]}
    for checked in ballots:
        group = groups.setdefault(identity(checked.claim), [])
        if checked.claim.source not in [other.claim.source for other in group]:
            group.append(checked)
    return groups


def votes_for(group: Sequence[CheckedClaim], row: Row, weights: Mapping[str, float]) -> float:
    """The votes for a value: those of the claims of it, and what its signs add."""
    votes = sum([vote(checked, row, weights) for checked in undoubted(group)])
    return votes + sum([row.signs.get(sign, 0.0) for sign in signs_of(group)]) if row.signs else votes


def undoubted(group: Sequence[CheckedClaim]) -> Sequence[CheckedClaim]:
    """The claims of a value that vote.

    What is doubted about a date is its place on the page: that takes nothing from a day that others give as well.
    """
    if len(group) == 1 or not isinstance(group[0].claim.value, Timestamp):
        return group
    return [checked for checked in group if not checked.doubts] or group


def vote(checked: CheckedClaim, row: Row, weights: Mapping[str, float]) -> float:
    """The weight of one claim."""
    weight = weights[checked.claim.source]
    return weight + sum([row.doubts.get(doubt, 0.0) for doubt in checked.doubts]) if checked.doubts else weight


def agrees(claim: Claim, other: Claim) -> bool:
    """Whether two claims say the same."""
    return identity(claim) == identity(other)


def exactness(claim: Claim) -> tuple[int, bool, bool]:
    """Of claims of one day, the one with the time and its zone says most, and then the one that is surest of these.

    A midnight is as good as no time: it stands where a day was asked for. JSON-LD and microdata tell publication from
    change. A zone other than UTC was meant.
    """
    moment = claim.value.datetime if isinstance(claim.value, Timestamp) else None
    if moment is None:
        return 0, False, False
    timed = 0 if moment.time() == MIDNIGHT else 2
    return timed + (moment.tzinfo is not None), claim.source in DATES_TOLD_APART, bool(moment.utcoffset())


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
