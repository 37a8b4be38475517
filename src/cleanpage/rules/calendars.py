"""Calendars other than the Gregorian one: their eras, their months, and the languages whose pages count by them.

Walked by `tests/metadata/dates/test_calendars.py`.
"""

from collections.abc import Mapping

__all__ = ["BUDDHIST_LANGUAGES", "ERAS", "ERA_INITIALS", "OTHER_MONTHS", "SHORT_MONTHS", "SOLAR_LANGUAGES"]

ERAS: Mapping[str, int] = {
    "令和": 2018,
    "平成": 1988,
    "昭和": 1925,
    "民國": 1911,
    "民国": 1911,
}
"""The year before the first of each era: of Japan, and of the Republic of China."""
ERA_INITIALS: Mapping[str, str] = {"r": "令和", "h": "平成", "s": "昭和"}
"""How Japanese pages shorten the eras, as in `R2.6.26`."""

BUDDHIST_LANGUAGES = frozenset("th lo km my si".split())
"""Languages whose pages may count the years from the death of the Buddha."""

SOLAR_LANGUAGES = frozenset("fa prs ps".split())
"""Languages whose pages may use the Solar Hijri (Jalali) calendar, of Iran and Afghanistan."""

OTHER_MONTHS: Mapping[str, tuple[str, ...]] = {
    "fa": (
        "فروردین|فروردين اردیبهشت|ارديبهشت خرداد تیر|تير مرداد|امرداد شهریور|شهريور مهر آبان آذر دی|دي بهمن "
        "اسفند|اسپند",
        "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
    ),
    "prs": ("حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",),
    "ps": ("وری غویی غبرګولی چنګاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب",),
}
"""Months of the Solar Hijri calendar by language, in the form of `rules.months`: those of Iran, then of Afghanistan."""

SHORT_MONTHS: Mapping[str, str] = {
    "th": "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.",
}
"""Months shortened with points within, by language."""
