"""Reads claims of dates before resolution, drops impossible ones, and notes doubts about the others."""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from cleanpage.article import Timestamp
from cleanpage.metadata.claims import Claim, Source
from cleanpage.metadata.dates.timestamps import human_date, is_plausible, machine_date
from cleanpage.metadata.layout import Layout
from cleanpage.metadata.resolution.checked import CheckedClaim
from cleanpage.rules.sources import SHOWN

__all__ = ["moments"]

BESIDE, CLOSE = 3, 8
"""Blocks from the main heading to a date right beside it, and to one close to it."""
WITHOUT_TIME = "without a time"
SEVERAL = 3
"""Days of one source that are those of several stories."""
FIGURES = re.compile(r"(?<!\d)\d{1,2}([./-])\d{1,2}\1\d{2,4}(?!\d)")
"""A date in figures, whose day and month may be the other way round."""


def moments(claims: Sequence[Claim], layout: Layout) -> Iterator[CheckedClaim]:
    """Dates read from their texts, implausible ones thrown out."""
    read = [
        (
            claim,
            claim.value
            if isinstance(claim.value, Timestamp)
            else machine_date(str(claim.value), layout.hints.language),
        )
        for claim in claims
    ]
    pending = not any(moment for _, moment in read)
    dated = [(claim, moment or human_date(str(claim.value), layout.hints, pending)) for claim, moment in read]
    known = [(claim, moment) for claim, moment in dated if moment and is_plausible(moment)]
    days: dict[Source, set[dt.date]] = {}
    for claim, moment in known:
        days.setdefault(claim.source, set()).add(moment.date)
    for claim, moment in known:
        if claim.source in SHOWN and len(days) > 1:
            others = {day for source, own in days.items() if source != claim.source for day in own}
            moment = in_order(moment, claim.raw, others)
        yield CheckedClaim(claim.saying(moment), claim, tuple(doubts(claim, layout, days)), signs(moment))


def signs(moment: Timestamp) -> tuple[str, ...]:
    """What speaks against a date, whoever claims it: those that systems note when a page goes out have a time."""
    return () if moment.datetime else (WITHOUT_TIME,)


def in_order(moment: Timestamp, raw: str, others: Collection[dt.date]) -> Timestamp:
    """A date in figures with day and month the other way round, if that is what others say and as it stands is not."""
    day = moment.date
    if day in others or day.day > 12 or day.day == day.month or not FIGURES.search(raw):
        return moment
    swapped = day.replace(month=day.day, day=day.month)
    if swapped not in others:
        return moment
    time = moment.datetime and moment.datetime.replace(month=swapped.month, day=swapped.day)
    return moment.model_copy(update={"date": swapped, "datetime": time})


def doubts(claim: Claim, layout: Layout, days: Mapping[Source, Collection[dt.date]]) -> Iterator[str]:
    """What a date read off the page says by its place, and by the others of its kind."""
    if claim.source not in SHOWN or not claim.elements:
        return
    distance = layout.distance(claim.elements[0])
    if distance < 0:
        yield "over the heading"
    elif distance > CLOSE:
        yield "far from the heading"
    elif distance > BESIDE:
        yield "close to the heading"
    if len(days[claim.source]) >= SEVERAL:
        yield "one of several"
