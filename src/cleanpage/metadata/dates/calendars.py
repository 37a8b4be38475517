"""Years and days of other calendars than the Gregorian one, where the page's language calls for them."""

import datetime as dt
import re

from cleanpage.rules.calendars import BUDDHIST_LANGUAGES, ERA_INITIALS, ERAS, SOLAR_LANGUAGES

__all__ = ["GREGORIAN_YEARS", "ascii_digits", "day_of", "era_of", "is_year", "primary"]

BUDDHIST = 543
"""Years that the Buddhist calendar of Thailand is ahead."""
BUDDHIST_YEARS = range(2400, 2700)
SOLAR_YEARS = range(1300, 1500)
"""Solar Hijri years that pages may be of, with room: 1300 began in 1921."""
GREGORIAN_YEARS = range(1900, 2101)
"""Years that dates in words may be of."""
FIRST_YEAR = "元年"
"""What Japanese calls the first year of an era, in place of a number."""
ERA_NAMES = tuple(ERAS)

DIGITS = {zero + value: ord("0") + value for zero in map(ord, "٠۰०০੦૦୦௦౦೦൦๐໐༠၀០０") for value in range(10)}
"""Decimal digits of other scripts, each to the ASCII digit of its value."""
OTHER_DIGIT = re.compile(r"(?![0-9])\d")


def primary(language: str | None) -> str:
    """The primary subtag of a language tag, lower-case; `prs` for the Persian of Afghanistan."""
    tag = (language or "").lower().replace("_", "-")
    return "prs" if tag == "fa-af" else tag.partition("-")[0]


def ascii_digits(text: str) -> str:
    """`text` with the digits of all scripts as ASCII digits: as long as before, so that offsets stay what they are."""
    return text if text.isascii() or not OTHER_DIGIT.search(text) else text.translate(DIGITS)


def is_year(number: int) -> bool:
    """Whether a number of four digits may be a year of some calendar."""
    return number in GREGORIAN_YEARS or number in BUDDHIST_YEARS or number in SOLAR_YEARS


def day_of(year: int, month: int, day: int, language: str | None = None) -> dt.date:
    """The day of the Gregorian calendar.

    A year that cannot be of a page in the Gregorian calendar counts in the one that the page's language calls for. The
    Solar Hijri calendar is converted by persiantools, which is imported only then.

    Raises:
        ValueError: The calendar has no such day, or none that the language calls for has such a year.
    """
    if year in SOLAR_YEARS and primary(language) in SOLAR_LANGUAGES:
        from persiantools.jdatetime import JalaliDate

        converted: dt.date = JalaliDate(year, month, day).to_gregorian()
        return converted
    if year in BUDDHIST_YEARS and primary(language) in BUDDHIST_LANGUAGES:
        year -= BUDDHIST
    return dt.date(year, month, day)


def era_of(word: str, language: str | None) -> tuple[int, bool] | None:
    """The era that a word ends with: the year before its first, and whether the word names the first year as well.

    Initials, as in `R2.6.26`, count on Japanese pages alone.
    """
    name = word.removesuffix(FIRST_YEAR)
    if name.endswith(ERA_NAMES):
        return next(before for era, before in ERAS.items() if name.endswith(era)), name != word
    initial = ERA_INITIALS.get(word.lower())
    return (ERAS[initial], False) if initial and primary(language) == "ja" else None
