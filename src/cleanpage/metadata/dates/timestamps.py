"""Dates as pages write them to `Timestamp`: ISO 8601 variants and epoch numbers first, then the words of a human date.

The precision of the page is kept and so is its zone: nothing is converted, and no day is dressed up as a midnight.
"""

import datetime as dt
import re

from cleanpage.article import Precision, Timestamp
from cleanpage.metadata.claims import folded
from cleanpage.metadata.dates.calendars import ascii_digits, day_of, primary
from cleanpage.metadata.dates.words import DateHints, find_dates, months_of

__all__ = ["DateHints", "date_in_url", "human_date", "is_plausible", "machine_date"]

MAX_DATE = 120
"""Characters of a text that may be a date."""
FIRST_YEAR = 1990
"""The first web page is of 1990; an earlier date is that of something the page is about."""
LAST_YEAR = 2050

ISO = re.compile(
    r"(?P<year>[12]\d{3})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2})"
    r"(?:[T\s,_]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,9}))?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{1,2}:?(?:\d{2})?)?(?:\s*\[[\w/]{1,40}\])?)?)?)?",
    re.IGNORECASE,
)
COMPACT = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)"
    r"(?:T?(?P<hour>[0-2]\d):?(?P<minute>[0-5]\d)(?::?(?P<second>[0-5]\d))?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
OTHER_CENTURIES = frozenset(("13", "14", "24", "25", "26"))
"""How years of other calendars begin that `calendars.day_of` reads."""
UNIX = re.compile(r"(?:[A-Z][a-z]{2},? )?([A-Z][a-z]{2} \d{1,2}) (\d\d:\d\d:\d\d) ([A-Z]{3,4}) (\d{4})")
"""What the command `date` and Java print: `Fri Jun 26 19:20:36 CEST 2020`."""
EPOCH = re.compile(r"\d{9,10}(?:\.\d{1,9})?|\d{12,13}")
MILLISECONDS = 100_000_000_000
COMMON_LANGUAGES = tuple("en es de ja fr pt ru it nl pl tr zh fa vi id cs ko".split())
"""Languages of about one website in a hundred or more (W3Techs, "Usage statistics of content languages for websites").

Where a page does not tell its language, dateparser tries these alone: to load its two hundred locales takes over a
second, and the names of months in sixty languages are read without it.
"""
CENTURY = re.compile(r"(?:19|20)\d\d")
URL_DATES = tuple(
    map(
        re.compile,
        (
            # /2020/06/26, -2020-06-26
            r"[/_.=-](?P<year>(?:19|20)\d{2})(?P<sign>[/_-])(?P<month>[01]?\d)(?P=sign)(?P<day>[0-3]?\d)(?!\d)",
            # /26-06-2020
            r"[/_.=-](?P<day>[0-3]\d)-(?P<month>[01]\d)-(?P<year>(?:19|20)\d{2})(?!\d)",
            # /20200626
            r"[/_.=-](?P<year>(?:19|20)\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)",
            # /2020/jun/26/, /2020/june/26/
            r"/(?P<year>(?:19|20)\d{2})/(?P<name>[A-Za-z]{3,9})/(?P<day>[0-3]?\d)(?!\d)",
            # /2020-06/26/, /202006/26/, /2020/0626/, /2020/06-26/
            r"/(?P<year>(?:19|20)\d{2})(?:-?(?P<month>[01]\d)/|/(?P<month_too>[01]\d)-?)(?P<day>[0-3]\d)/",
            # /A2020062612340001, /t20200626_42: a number that begins with the day. Without letters before it, it is as
            # often the time at which an archive took a copy.
            r"[/_.=-][A-Za-z]++(?P<year>20\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)",
        ),
    )
)
"""How URLs hold days, the surest first. Of the pages of our corpora whose URL holds one in the last three ways
alone, eleven of eleven are of that day."""


def machine_date(raw: str, language: str | None = None) -> Timestamp | None:
    """The date in a text written for machines: ISO 8601 and its variants, or seconds or milliseconds since 1970.

    Where the page's language calls for another calendar, a year of it counts in it: there are sites whose software
    puts such years into ISO 8601.
    """
    text = ascii_digits(raw.strip())
    if not 4 <= len(text) <= MAX_DATE:
        return None
    if len(text) > 10 and text[4:5] == "-" and text[10] in "T " and text[:2] not in OTHER_CENTURIES:
        try:
            return timestamp_of(raw, dt.datetime.fromisoformat(text), text.count(":", 10, 19) > 1)
        except ValueError:
            pass
    match = ISO.fullmatch(text) or COMPACT.fullmatch(text)
    if match:
        return from_parts(raw, {name: part for name, part in match.groupdict().items() if part}, language)
    return from_epoch(raw, text) if EPOCH.fullmatch(text) else None


def timestamp_of(raw: str, moment: dt.datetime, seconds: bool) -> Timestamp:
    """The timestamp of a moment given to the minute or the second."""
    precision = Precision.SECOND if seconds else Precision.MINUTE
    return Timestamp(raw=folded(raw), precision=precision, date=moment.date(), datetime=moment)


def from_parts(raw: str, parts: dict[str, str], language: str | None) -> Timestamp | None:
    """The timestamp of the named parts of an ISO date; None where no calendar has such a day."""
    try:
        day = day_of(int(parts["year"]), int(parts.get("month", 1)), int(parts.get("day", 1)), language)
        if "hour" not in parts:
            precision = next(unit for unit in (Precision.DAY, Precision.MONTH, Precision.YEAR) if unit.value in parts)
            return Timestamp(raw=folded(raw), precision=precision, date=day)
        micro = int(parts.get("fraction", "0")[:6].ljust(6, "0"))
        time = dt.time(int(parts["hour"]) % 24, int(parts["minute"]), int(parts.get("second", 0)), micro)
        moment = dt.datetime.combine(day, time, zone_of(parts.get("zone")))
    except (ValueError, OverflowError):
        return None
    return timestamp_of(raw, moment, "second" in parts)


def zone_of(zone: str | None) -> dt.timezone | None:
    """The zone of an ISO offset."""
    if not zone:
        return None
    if not zone[1:2].isdigit():
        return dt.UTC
    digits = zone[1:].replace(":", "")
    digits = (digits.zfill(2) if len(digits) < 3 else digits.zfill(4)).ljust(4, "0")
    offset = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return dt.timezone(-offset if zone[0] == "-" else offset)


def from_epoch(raw: str, text: str) -> Timestamp | None:
    """The timestamp of seconds or milliseconds since 1970, in UTC by definition."""
    number = float(text)
    try:
        moment = dt.datetime.fromtimestamp(number / 1000 if number > MILLISECONDS else number, dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return timestamp_of(raw, moment, True) if is_plausible_year(moment.year) else None


def human_date(raw: str, hints: DateHints, by_library: bool = True) -> Timestamp | None:
    """The first date in a text written for people.

    Texts that our own reader of month names cannot make out go to dateparser if `by_library`; it is imported only then.
    """
    text = UNIX.sub(r"\1 \4 \2 \3", folded(raw)[:MAX_DATE])
    found = next(iter(find_dates(text, hints)), None)
    if found:
        return found.timestamp
    return by_dateparser(text, hints) if by_library and len(text) <= 60 and any(map(str.isdigit, text)) else None


def by_dateparser(text: str, hints: DateHints) -> Timestamp | None:
    """The date that dateparser reads in `text`, if it gives a day, a month and a year of its own."""
    import dateparser

    language = primary(hints.language)
    settings = {
        "STRICT_PARSING": True,
        "PREFER_DATES_FROM": "past",
        "DATE_ORDER": "DMY" if hints.day_first else "MDY",
        "PARSERS": ["absolute-time"],
    }
    try:
        moment = dateparser.parse(text, languages=[language] if language else COMMON_LANGUAGES, settings=settings)
    except Exception:  # an unknown language, or a fault of the library: no date either way
        return None
    if moment is None:
        return None
    if ":" not in text:
        return Timestamp(raw=text, precision=Precision.DAY, date=moment.date())
    return timestamp_of(text, moment, text.count(":") > 1)


def date_in_url(url: str) -> Timestamp | None:
    """The day that a URL holds, as in `/2020/06/26/`."""
    if not CENTURY.search(url):
        return None
    matches = (match for pattern in URL_DATES if (match := pattern.search(url)))
    return next((day for match in matches if (day := day_of_url(match))), None)


def day_of_url(match: re.Match[str]) -> Timestamp | None:
    """The day in the parts of a URL; None where no calendar has such a day."""
    parts = match.groupdict()
    try:
        name = parts.get("name")
        month = months_of("en")[name.lower()] if name else int(parts["month"] or parts["month_too"])
        day = dt.date(int(parts["year"]), month, int(parts["day"]))
    except (KeyError, ValueError):
        return None
    (first, _), (_, last) = sorted((match.span("year"), match.span("day")))
    return Timestamp(raw=match.string[first:last], precision=Precision.DAY, date=day)


def is_plausible_year(year: int) -> bool:
    """Whether a page of that year can be."""
    return FIRST_YEAR <= year <= LAST_YEAR


def is_plausible(moment: Timestamp) -> bool:
    """Whether a page can be of that day."""
    return is_plausible_year(moment.date.year)
