"""Times of day as people write them: "9:30 a.m. EDT", "21.30 Uhr", "21h30", "오후 3:20", "21時30分"."""

import datetime as dt
import re
from collections.abc import Mapping
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cleanpage.article import Precision, Timestamp

__all__ = ["TIME", "with_time"]

ZONE = r"Z\b|UTC\b|GMT(?:[+-]\d{1,2}(?::?\d{2})?)?|[A-Z]{2,4}T\b|BST\b|(?-i:[ECMP]T)\b|[+-]\d{2}:?\d{2}\b"
TIME = re.compile(
    r"(?P<before>오전|오후|午前|午後|上午|下午)?\s?"
    r"(?<![\d.:])(?P<hour>[01]?\d|2[0-4])\s?(?:[:.h]|時|시\s?|点|Uhr\s)(?P<minute>[0-5]\d)"
    r"(?:(?::|分|분\s?)(?P<second>[0-5]\d))?(?![\d])"
    rf"\s*(?P<half>[ap]\.?m\b\.?)?\s*(?P<zone>{ZONE})?"
    r"|(?<![\d.:])(?P<bare>1[0-2]|0?[1-9])\s?(?P<half2>[ap]\.?m\b\.?)",
    re.IGNORECASE,
)
"""A time of day with minutes, or a bare hour with a.m. or p.m."""
AFTERNOON = frozenset("오후 午後 下午 p".split())
ZONES: Mapping[str, float] = dict(
    [(name, 0) for name in ("z", "utc", "gmt", "wet")]
    + [(f"{letter}st", -hours) for letter, hours in zip("ecmp", (5, 6, 7, 8), strict=True)]
    + [(f"{letter}dt", 1 - hours) for letter, hours in zip("ecmp", (5, 6, 7, 8), strict=True)]
    + [("akst", -9), ("akdt", -8), ("hst", -10), ("brt", -3), ("art", -3)]
    + [(name, 1) for name in ("bst", "cet", "mez", "west")]
    + [(name, 2) for name in ("cest", "mesz", "eet", "sast")]
    + [("eest", 3), ("msk", 3), ("pkt", 5), ("wib", 7), ("hkt", 8), ("sgt", 8), ("awst", 8)]
    + [("jst", 9), ("kst", 9), ("aest", 10), ("aedt", 11), ("nzst", 12), ("nzdt", 13)]
)
"""Hours ahead of UTC of zone names that mean one thing where they stand on news pages."""
PLACES: Mapping[str, str] = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
}
"""Zone names of North America that mean summer or winter time, whichever it is on that day; in capitals alone, since
"et" is a word."""
MAX_OFFSET = 14
"""No zone is further from UTC, in hours."""


def with_time(raw: str, date: dt.date, match: re.Match[str] | None) -> Timestamp:
    """The timestamp of a day and the time of day that `match` of `TIME` is."""
    if match is None:
        return Timestamp(raw=raw, precision=Precision.DAY, date=date)
    hour = int(match["hour"] or match["bare"])
    half = match["before"] or (match["half"] or match["half2"] or "")[:1].lower()
    if half:
        hour = hour % 12 + (12 if half in AFTERNOON else 0)
    time = dt.time(hour % 24, int(match["minute"] or 0), int(match["second"] or 0))
    moment = dt.datetime.combine(date, time)
    moment = moment.replace(tzinfo=zone_of_place(match["zone"], moment) or zone_named(match["zone"]))
    precision = Precision.SECOND if match["second"] else Precision.MINUTE
    return Timestamp(raw=raw, precision=precision, date=date, datetime=moment)


def zone_of_place(name: str | None, moment: dt.datetime) -> dt.timezone | None:
    """The zone that a name means at a moment; None where it is none of `PLACES`, or the machine knows no zones."""
    place = PLACES.get(name or "")
    try:
        offset = moment.replace(tzinfo=ZoneInfo(place)).utcoffset() if place else None
    except ZoneInfoNotFoundError:
        return None
    return dt.timezone(offset) if offset else None


def zone_named(name: str | None) -> dt.timezone | None:
    """The zone of a name or an offset; None where it is unknown."""
    if not name:
        return None
    lowered = name.lower()
    if lowered in ZONES:
        return dt.timezone(dt.timedelta(hours=ZONES[lowered]))
    digits = lowered.removeprefix("gmt").lstrip("+-").replace(":", "")
    if not digits.isdecimal():
        return None
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    if hours > MAX_OFFSET or minutes > 59:
        return None
    offset = dt.timedelta(hours=hours, minutes=minutes)
    return dt.timezone(-offset if "-" in lowered else offset)
