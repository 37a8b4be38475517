"""Parses dates of any form for comparison."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from cleanpage.article import Precision, Timestamp
from cleanpage.metadata.dates.timestamps import DateHints, human_date, machine_date

__all__ = ["Moment", "read_moment"]

RANKS = {precision: rank for rank, precision in enumerate(Precision)}


@dataclass(frozen=True, slots=True)
class Moment:
    """A date with what is known of its precision."""

    date: dt.date
    time: dt.datetime | None
    precision: Precision
    vague: bool = False
    """Whether the value could not have said that it is less precise than the second: a `datetime` cannot."""

    def cut(self, precision: Precision) -> "Moment":
        """The same to `precision` at most."""
        if RANKS[self.precision] <= RANKS[precision]:
            return self
        day = self.date.replace(
            day=self.date.day if RANKS[precision] >= RANKS[Precision.DAY] else 1,
            month=1 if precision is Precision.YEAR else self.date.month,
        )
        minute = self.time.replace(second=0, microsecond=0) if self.time and precision is Precision.MINUTE else None
        return replace(self, date=day, time=minute, precision=precision)


def read_moment(value: Any) -> Moment | None:
    """The date that a value states: a `datetime`, a `date`, ISO 8601, a number of seconds, or words of a date."""
    if isinstance(value, dt.datetime):
        return Moment(value.date(), value, Precision.SECOND, vague=True)
    if isinstance(value, dt.date):
        return Moment(value, None, Precision.DAY)
    stamp = read_text(str(value))
    return Moment(stamp.date, stamp.datetime, stamp.precision) if stamp else None


def read_text(text: str) -> Timestamp | None:
    return machine_date(text) or human_date(text, DateHints())
