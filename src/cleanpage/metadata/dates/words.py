"""Finds dates in running text: "June 26, 2020", "26. Juni 2020 um 9.30 Uhr", "2020年6月26日"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import NamedTuple

from cleanpage.article import Timestamp
from cleanpage.metadata.dates.calendars import GREGORIAN_YEARS, ascii_digits, day_of, era_of, is_year, primary
from cleanpage.metadata.dates.clock import TIME, with_time
from cleanpage.rules.calendars import OTHER_MONTHS, SHORT_MONTHS
from cleanpage.rules.months import MONTHS

__all__ = ["DateHints", "FoundDate", "find_dates", "months_of"]

MAX_TEXT = 2_000
TOKEN = re.compile(r"\d+|(?:[ก-๙]{1,3}\.){2}|[^\s\d!-/:-@\[-`{-~、。，．：・（）…–—’]+|\S")
DIGIT = re.compile(r"\d")
FILLERS = frozenset(
    (
        ". , ' ’ - / ، de del of st nd rd th er º ª ° den le la el the do di da a al i y e om no an d m "
        "dne г год р og й го ב tháng năm ngày ní n m gada ko ở วันที่ พ ศ พ.ศ. เดือน ปี"
    ).split()
)
"""What stands between the parts of a date."""
MAX_FILLERS = 3
YEAR_SIGNS = ("年", "년")
MONTH_SIGNS = ("月", "월")
MONTH_WORD = "tháng"
"""Vietnamese months have numbers: tháng 6 is June."""
HEBREW_IN = "ב"
"""Glued to the name of the month: in June."""
YEAR_FIRST_DAY = "gada"
"""Latvian has the day after the year, and this word between them: 2020. gada 26. jūnijs."""
NEAR = 26
"""Characters around a date in which its time of day stands."""


@dataclass(frozen=True, slots=True)
class DateHints:
    """What helps to read a date.

    Args:
        language: BCP 47 tag of the page.
        day_first: Whether 1/2/2020 is in February.
    """

    language: str | None = None
    day_first: bool = True


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands in its text."""

    start: int
    end: int
    timestamp: Timestamp


class Token(NamedTuple):
    """A number, a word or a sign."""

    text: str
    start: int
    end: int

    @property
    def number(self) -> int | None:
        """The number it is; None for words, signs and long numbers."""
        return int(self.text) if self.text.isdecimal() and len(self.text) <= 4 else None

    def year(self) -> int | None:
        """The year it is."""
        number = self.number
        return number if number is not None and len(self.text) == 4 and is_year(number) else None


@cache
def months_of(language: str) -> Mapping[str, int]:
    """Month by name: those of the language, then English, then all other names, the first meaning first."""
    names: dict[str, int] = {}
    rows = (MONTHS.get(language, ""), *OTHER_MONTHS.get(language, ()), SHORT_MONTHS.get(language, ""), MONTHS["en"])
    for row in (*rows, *MONTHS.values()):
        for number, group in enumerate(row.split(), 1):
            for name in group.split("|"):
                names.setdefault(name, number)
    return names


def find_dates(text: str, hints: DateHints) -> Iterator[FoundDate]:
    """All dates with a day, a month and a year in `text`, in order, with their times of day."""
    raw = text[:MAX_TEXT]
    text = ascii_digits(raw)
    if not DIGIT.search(text):
        return
    tokens = [Token(match[0], match.start(), match.end()) for match in TOKEN.finditer(text)]
    language = primary(hints.language)
    months = months_of({"nb": "no", "nn": "no"}.get(language, language))
    at, before = 0, 0
    while at < len(tokens):
        parts = date_at(tokens, at, months, hints)
        if parts is None:
            at += 1
            continue
        last, year, month, day = parts
        found = dated((raw, text), (tokens[at].start, tokens[last].end, before), (year, month, day), language)
        at = last + 1 if found else at + 1
        if found:
            before = found.end
            yield found


Parts = tuple[int, int, int, int]
"""Index of the last token, year, month, day."""


def date_at(tokens: list[Token], at: int, months: Mapping[str, int], hints: DateHints) -> Parts | None:
    """The date that begins with token `at`."""
    token = tokens[at]
    word = token.text.lower()
    number = token.number
    if number is None:
        return month_first(tokens, at, months) if word in months else era_date(tokens, at, hints)
    if token.year():
        return year_first(tokens, at, months)
    if 1 <= number <= 31 and len(token.text) <= 2:
        return day_first(tokens, at, months, hints) or numeric(tokens, at, hints)
    return None


def after_fillers(tokens: list[Token], at: int) -> int:
    """Index of the first token from `at` on that is no filler; the number of tokens where there is none."""
    for index in range(at, min(at + MAX_FILLERS + 1, len(tokens))):
        if tokens[index].text.lower() not in FILLERS:
            return index
    return len(tokens)


def month_at(tokens: list[Token], at: int, months: Mapping[str, int]) -> int | None:
    """The month whose name token `at` is, or whose number it is after the word for month."""
    if at >= len(tokens):
        return None
    word = tokens[at].text.lower()
    if at and tokens[at - 1].text.lower() == MONTH_WORD:
        return number_at(tokens, at, 1, 12)
    return months.get(word) or months.get(word.removeprefix(HEBREW_IN))


def number_at(tokens: list[Token], at: int, low: int, high: int) -> int | None:
    """The number that token `at` is, between `low` and `high`."""
    number = tokens[at].number if at < len(tokens) else None
    return number if number is not None and low <= number <= high else None


def month_first(tokens: list[Token], at: int, months: Mapping[str, int]) -> Parts | None:
    """June 26, 2020."""
    month = month_at(tokens, at, months)
    day_index = after_fillers(tokens, at + 1)
    day = number_at(tokens, day_index, 1, 31)
    year_index = after_fillers(tokens, day_index + 1)
    year = tokens[year_index].year() if year_index < len(tokens) else None
    return (year_index, year, month, day) if month and day and year else None


def day_first(tokens: list[Token], at: int, months: Mapping[str, int], hints: DateHints) -> Parts | None:
    """26 June 2020."""
    month_index = after_fillers(tokens, at + 1)
    month = month_at(tokens, month_index, months)
    if not month:
        return None
    year_index = after_fillers(tokens, month_index + 1)
    year = year_at(tokens, year_index) or short_year(tokens, year_index, hints)
    return (year_index, year, month, int(tokens[at].text)) if year else None


def year_at(tokens: list[Token], at: int) -> int | None:
    """The year that token `at` is, of four digits."""
    return tokens[at].year() if at < len(tokens) else None


def short_year(tokens: list[Token], at: int, hints: DateHints) -> int | None:
    """The Buddhist year of two digits that token `at` is, as Thai pages write it: 63 is 2563."""
    number = number_at(tokens, at, 33, 99) if primary(hints.language) == "th" else None
    return 2500 + number if number else None


def year_first(tokens: list[Token], at: int, months: Mapping[str, int]) -> Parts | None:
    """2020-06-26, 2020. június 26., 2020年6月26日."""
    year = tokens[at].year() or 0
    index = at + 1
    if index < len(tokens) and tokens[index].text[0] in (*YEAR_SIGNS, *"-/."):
        index += 1
    month = number_at(tokens, index, 1, 12) if index > at + 1 else None
    if not month:
        index = after_fillers(tokens, index)
        month = month_at(tokens, index, months)
    if not month:
        return year_day_month(tokens, at, index, months)
    index += 1
    if index < len(tokens) and tokens[index].text[0] in (*MONTH_SIGNS, *"-/."):
        index += 1
    day = number_at(tokens, index, 1, 31)
    return (index, year, month, day) if day else None


def year_day_month(tokens: list[Token], at: int, index: int, months: Mapping[str, int]) -> Parts | None:
    """2020. gada 26. jūnijs."""
    if not any(token.text.lower() == YEAR_FIRST_DAY for token in tokens[at + 1 : index]):
        return None
    day, last = number_at(tokens, index, 1, 31), after_fillers(tokens, index + 1)
    month = month_at(tokens, last, months)
    return (last, int(tokens[at].text), month, day) if day and month else None


def era_date(tokens: list[Token], at: int, hints: DateHints) -> Parts | None:
    """令和2年6月26日, 令和元年5月1日, 民國109年6月26日, R2.6.26."""
    era = era_of(tokens[at].text, hints.language)
    if era is None:
        return None
    before, is_first = era
    year = 1 if is_first else number_at(tokens, at + 1, 1, 150)
    first = at + 1 if is_first else at + 3
    month, day = number_at(tokens, first, 1, 12), number_at(tokens, first + 2, 1, 31)
    signed = is_first or (at + 2 < len(tokens) and tokens[at + 2].text[0] in (*YEAR_SIGNS, *"./"))
    return (first + 2, before + year, month, day) if year and month and day and signed else None


def numeric(tokens: list[Token], at: int, hints: DateHints) -> Parts | None:
    """26.06.2020, 6/26/2020, 26-06-2020, 26.06.20."""
    if at + 4 >= len(tokens) or tokens[at + 1].text not in tuple("./-") or tokens[at + 3].text != tokens[at + 1].text:
        return None
    first, second = int(tokens[at].text), number_at(tokens, at + 2, 1, 31)
    year = tokens[at + 4].year()
    short = tokens[at + 4].number
    if year is None and short is not None and len(tokens[at + 4].text) == 2 and tokens[at + 1].text != "-":
        year = 2000 + short
    if second is None or year is None:
        return None
    swapped = first <= 12 and (second > 12 or not (hints.day_first or tokens[at + 1].text == "."))
    day, month = (second, first) if swapped else (first, second)
    return (at + 4, year, month, day) if month <= 12 else None


def dated(
    texts: tuple[str, str], place: tuple[int, int, int], parts: tuple[int, int, int], language: str
) -> FoundDate | None:
    """The found date with the time of day beside it; None where no calendar has such a day.

    Args:
        texts: The text as it stands, and with ASCII digits.
        place: Where the date begins and ends, and the one before it ends.
        parts: Year, month and day.
        language: Primary subtag of the page's language.
    """
    raw, text = texts
    start, end, before = place
    try:
        date = day_of(*parts, language)
    except ValueError:
        return None
    if date.year not in GREGORIAN_YEARS:
        return None
    match = TIME.search(text[end : end + NEAR])
    if match and not any(map(str.isdigit, text[end : end + match.start()])):
        begin, finish = start, end + match.end()
    else:
        lead = max(before, start - NEAR)
        match = next(islice(reversed(list(TIME.finditer(text[lead:start]))), 1), None)
        begin, finish = (lead + match.start(), end) if match else (start, end)
    return FoundDate(begin, finish, with_time(raw[begin:finish].strip(), date, match))
