"""Calendars other than the Gregorian one, on pages of the languages that call for them, and on no others."""

import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.metadata.dates.calendars import ascii_digits, day_of, era_of, is_year, primary
from cleanpage.metadata.dates.timestamps import machine_date
from cleanpage.metadata.dates.words import DateHints, find_dates
from cleanpage.metadata.read import read_metadata
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks
from cleanpage.rules.calendars import OTHER_MONTHS, SHORT_MONTHS

SOLAR = (
    ("۶ تیر ۱۳۹۹", "2020-06-26"),
    ("جمعه ۶ تیر ۱۳۹۹ - ۱۲:۳۰", "2020-06-26T12:30"),
    ("6 تير 1399 ساعت 9:05", "2020-06-26T09:05"),
    ("۱۳۹۹/۰۴/۰۶", "2020-06-26"),
    ("1399-04-06", "2020-06-26"),
    ("۳۰ اسفند ۱۳۹۹", "2021-03-20"),
    ("۳۱ اردیبهشت ۱۴۰۲", "2023-05-21"),
    ("۶ سرطان ۱۳۹۹", "2020-06-26"),
    ("۲۶ ژوئن ۲۰۲۰", "2020-06-26"),
)
BUDDHIST = (
    ("26 มิถุนายน 2563", "2020-06-26"),
    ("26 มิถุนายน พ.ศ. 2563", "2020-06-26"),
    ("26 มิ.ย. 2563 เวลา 10:30 น.", "2020-06-26T10:30"),
    ("26 มิ.ย. 63", "2020-06-26"),
    ("๒๖ มิถุนายน ๒๕๖๓", "2020-06-26"),
    ("26/06/2563", "2020-06-26"),
    ("29 ก.พ. 2563", "2020-02-29"),
)
ERAS = (
    ("ja", "令和2年6月26日", "2020-06-26"),
    ("ja", "更新日：令和２年６月２６日", "2020-06-26"),
    ("ja", "令和元年5月1日", "2019-05-01"),
    ("ja", "平成31年4月30日 10時05分", "2019-04-30T10:05"),
    ("ja", "昭和64年1月7日", "1989-01-07"),
    ("ja", "R2.6.26", "2020-06-26"),
    ("ja", "H31/4/30", "2019-04-30"),
    ("zh-TW", "中華民國109年6月26日", "2020-06-26"),
    ("zh-TW", "民國 109 年 6 月 26 日", "2020-06-26"),
)
ROWS = (*(("fa", *row) for row in SOLAR), *(("th", *row) for row in BUDDHIST), *ERAS)


@pytest.mark.parametrize(("language", "text", "iso"), ROWS, ids=[f"{row[0]}: {row[1]}" for row in ROWS])
def test_dates(language: str, text: str, iso: str) -> None:
    (found,) = find_dates(text, DateHints(language))
    assert found.timestamp.iso == iso
    assert found.timestamp.raw in text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "6/4/1399"),
        ("en", "6 June 1399"),
        (None, "1399-04-06"),
        ("en", "26 June 2563"),
        ("fa", "۳۱ مهر ۱۳۹۹"),
        ("fa", "۳۰ اسفند ۱۴۰۰"),
        ("th", "29 ก.พ. 2562"),
        ("th", "26 มิ.ย. 12"),
        ("ja", "令和2"),
        ("ja", "令和2年"),
        ("ja", "令和2年13月1日"),
        ("ja", "令和元年"),
    ],
)
def test_no_dates(language: str | None, text: str) -> None:
    assert list(find_dates(text, DateHints(language))) == []


@pytest.mark.parametrize(
    ("raw", "language", "iso"),
    [
        ("1399-04-06T12:30:00+04:30", "fa-IR", "2020-06-26T12:30:00+04:30"),
        ("۱۳۹۹-۰۴-۰۶", "fa", "2020-06-26"),
        ("1399-04-31", "fa", "2020-07-21"),
        ("2563-06-26T12:30:00+07:00", "th", "2020-06-26T12:30:00+07:00"),
        ("1399-04-06", "fr", "1399-04-06"),
        ("2020-06-26", "fa", "2020-06-26"),
    ],
)
def test_machine_dates_in_the_years_of_the_page(raw: str, language: str, iso: str) -> None:
    moment = machine_date(raw, language)
    assert moment is not None
    assert (moment.iso, moment.raw) == (iso, raw)


@pytest.mark.parametrize(
    ("html", "iso"),
    [
        ("<html lang=fa><h1>پل کوتاه</h1><p>انتشار: ۶ تیر ۱۳۹۹ - ۱۲:۳۰</p>", "2020-06-26T12:30"),
        (
            "<html lang=fa><meta property='article:published_time' content='1399-04-06T12:30:00+04:30'>",
            "2020-06-26T12:30:00+04:30",
        ),
        ("<html lang=th><h1>สะพานสั้น</h1><p>26 มิ.ย. 63</p>", "2020-06-26"),
        ("<html lang=ja><h1>短い橋</h1><p>令和元年5月1日</p>", "2019-05-01"),
        ("<html lang=ar><h1>جسر قصير</h1><p>٢٦ يونيو ٢٠٢٠</p>", "2020-06-26"),
    ],
)
def test_pages(html: str, iso: str) -> None:
    published = read_metadata(read_blocks(parse(html))).published
    assert published is not None
    assert published.iso == iso


@pytest.mark.slow
def test_the_calendar_is_loaded_only_for_pages_that_need_it() -> None:
    code = """
import sys
from cleanpage.metadata.dates.calendars import day_of
day_of(2020, 6, 26, "fa"), day_of(2563, 6, 26, "th")
assert not [name for name in sys.modules if name.startswith("persiantools")]
day_of(1399, 4, 6, "fa")
assert "persiantools.jdatetime" in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)


@given(st.dates(dt.date(1925, 1, 1), dt.date(2100, 1, 1)))
def test_solar_days_follow_each_other(day: dt.date) -> None:
    from persiantools.jdatetime import JalaliDate

    solar = JalaliDate.to_jalali(day)
    assert day_of(solar.year, solar.month, solar.day, "fa-IR") == day


@pytest.mark.parametrize(("year", "language"), [(1399, "en"), (2563, "en"), (1399, None), (2563, "fa")])
def test_years_stay_where_the_language_does_not_call_for_another_calendar(year: int, language: str | None) -> None:
    assert day_of(year, 4, 6, language).year == year


def test_days_that_no_calendar_has() -> None:
    for year, month, day, language in ((1399, 13, 1, "fa"), (1400, 12, 30, "fa"), (2563, 2, 30, "th")):
        with pytest.raises(ValueError, match=r"."):
            day_of(year, month, day, language)


@given(st.text())
def test_digits_keep_their_places(text: str) -> None:
    plain = ascii_digits(text)
    assert len(plain) == len(text)
    assert all(old == new or int(old) == int(new) for old, new in zip(text, plain, strict=True))


@pytest.mark.parametrize("row", [row for rows in OTHER_MONTHS.values() for row in rows] + [*SHORT_MONTHS.values()])
def test_twelve_months(row: str) -> None:
    assert len(row.split()) == 12


@pytest.mark.parametrize(
    ("tag", "language"), [("fa-IR", "fa"), ("fa_AF", "prs"), ("TH", "th"), ("", ""), (None, ""), ("zh-Hant-TW", "zh")]
)
def test_primary_languages(tag: str | None, language: str) -> None:
    assert primary(tag) == language


def test_years_and_eras() -> None:
    assert [year for year in (999, 1399, 1850, 2020, 2300, 2563, 2800) if is_year(year)] == [1399, 2020, 2563]
    assert era_of("令和", "ja") == (2018, False)
    assert era_of("平成元年", None) == (1988, True)
    assert era_of("和", "ja") is None
    assert era_of("R", "ja") == era_of("令和", None)
    assert era_of("R", "zh") is None
