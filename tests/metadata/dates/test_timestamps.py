import datetime as dt
from typing import Any
from zoneinfo import ZoneInfoNotFoundError

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleanpage.article import Precision, Timestamp
from cleanpage.metadata.dates.timestamps import COMMON_LANGUAGES, date_in_url, human_date, is_plausible, machine_date
from cleanpage.metadata.dates.words import DateHints, find_dates


@pytest.mark.parametrize(
    ("raw", "iso", "precision"),
    [
        ("2020-06-26", "2020-06-26", Precision.DAY),
        ("2020-06", "2020-06", Precision.MONTH),
        ("2020", "2020", Precision.YEAR),
        ("20200626", "2020-06-26", Precision.DAY),
        ("2020/06/26", "2020-06-26", Precision.DAY),
        ("2020-06-26T09:30", "2020-06-26T09:30", Precision.MINUTE),
        ("2020-06-26 09:30:05", "2020-06-26T09:30:05", Precision.SECOND),
        ("2020-06-26T09:30:05Z", "2020-06-26T09:30:05+00:00", Precision.SECOND),
        ("2020-06-26T09:30:05-0400", "2020-06-26T09:30:05-04:00", Precision.SECOND),
        ("2020-06-26T09:30:05.123+02:00", "2020-06-26T09:30:05.123000+02:00", Precision.SECOND),
        ("2020-6-26T9:30:05 +02:00", "2020-06-26T09:30:05+02:00", Precision.SECOND),
        ("2020-06-26T09:30-500", "2020-06-26T09:30-05:00", Precision.MINUTE),
        ("2020-06-26T09:30:05+2", "2020-06-26T09:30:05+02:00", Precision.SECOND),
        ("2020-06-26 09:30 UTC", "2020-06-26T09:30+00:00", Precision.MINUTE),
        ("20200626T170300Z", "2020-06-26T17:03:00+00:00", Precision.SECOND),
        ("20200626T17:03:00Z", "2020-06-26T17:03:00+00:00", Precision.SECOND),
        ("1593163800", "2020-06-26T09:30:00+00:00", Precision.SECOND),
        ("1593163800000", "2020-06-26T09:30:00+00:00", Precision.SECOND),
    ],
)
def test_machine_dates_keep_precision_and_zone(raw: str, iso: str, precision: Precision) -> None:
    moment = machine_date(raw)
    assert moment is not None
    assert moment.iso == iso
    assert moment.precision is precision
    assert moment.raw == raw


@pytest.mark.parametrize(
    "raw", ["", "now", "2020-13-40", "2020-06-26T25:70", "9" * 200, "999999999999999", "12.5", "1e9"]
)
def test_no_machine_date(raw: str) -> None:
    assert machine_date(raw) is None


@pytest.mark.parametrize(
    ("text", "language", "isos"),
    [
        ("Published June 26, 2020Updated July 29, 2020", "en", ["2020-06-26", "2020-07-29"]),
        ("26. Juni 2020 um 9.30 Uhr", "de", ["2020-06-26T09:30"]),
        ("Samedi 26 juin 2020 à 21h30", "fr", ["2020-06-26T21:30"]),
        ("26 de junio de 2020, 21:30", "es", ["2020-06-26T21:30"]),
        ("26 de junho de 2020 às 21h30", "pt", ["2020-06-26T21:30"]),
        ("26 giugno 2020", "it", ["2020-06-26"]),
        ("26 czerwca 2020", "pl", ["2020-06-26"]),
        ("26. listopada 2020", "hr", ["2020-10-26"]),
        ("26. listopadu 2020", "cs", ["2020-11-26"]),
        ("2020. június 26., 10:02", "hu", ["2020-06-26T10:02"]),
        ("26 июня 2020 г., 10:02", "ru", ["2020-06-26T10:02"]),
        ("26 Haziran 2020", "tr", ["2020-06-26"]),
        ("2020年6月26日 21時30分", "ja", ["2020-06-26T21:30"]),
        ("令和2年6月26日", "ja", ["2020-06-26"]),
        ("2020년 6월 26일 오후 3:20", "ko", ["2020-06-26T15:20"]),
        ("26 มิถุนายน 2563", "th", ["2020-06-26"]),
        ("26 जून 2020", "hi", ["2020-06-26"]),
        ("26 يونيو 2020", "ar", ["2020-06-26"]),
        ("26/06/2020", "fr", ["2020-06-26"]),
        ("26.06.20", "de", ["2020-06-26"]),
        ("June 26th, 2020 at 9:30 p.m. EDT", "en", ["2020-06-26T21:30-04:00"]),
        ("9:30 AM GMT+2, Jun 26 2020", "en", ["2020-06-26T09:30+02:00"]),
        ("June 26, 2020 12 a.m.", "en", ["2020-06-26T00:00"]),
        ("Fri Jun 26 2020 09:30:15 GMT+0530", "en", ["2020-06-26T09:30:15+05:30"]),
        ("31 February 2020", "en", []),
        ("Room 26, 2020 guests", "en", []),
        ("令和2", "ja", []),
    ],
)
def test_dates_in_words(text: str, language: str, isos: list[str]) -> None:
    assert [found.timestamp.iso for found in find_dates(text, DateHints(language))] == isos


def test_order_of_day_and_month_follows_the_hints() -> None:
    assert next(find_dates("6/7/2020", DateHints("en", day_first=False))).timestamp.iso == "2020-06-07"
    assert next(find_dates("6/7/2020", DateHints("en-GB", day_first=True))).timestamp.iso == "2020-07-06"
    assert next(find_dates("26/7/2020", DateHints("en", day_first=False))).timestamp.iso == "2020-07-26"


def test_unknown_zone_is_left_out() -> None:
    found = next(find_dates("June 26, 2020 9:30 XYZT", DateHints("en")))
    assert found.timestamp.datetime == dt.datetime(2020, 6, 26, 9, 30)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("July 1, 2020 9:30 AM ET", "2020-07-01T09:30-04:00"),
        ("December 1, 2020 9:30 AM ET", "2020-12-01T09:30-05:00"),
        ("11/28/2016 11:00 AM PT", "2016-11-28T11:00-08:00"),
        ("July 1, 2020 9:30 CT", "2020-07-01T09:30-05:00"),
        ("July 1, 2020 9:30 MT", "2020-07-01T09:30-06:00"),
        ("1 July 2020 9:30 et au soir", "2020-07-01T09:30"),
        ("July 1, 2020 9:30 PTA", "2020-07-01T09:30"),
    ],
)
def test_zones_that_mean_summer_or_winter_time(text: str, iso: str) -> None:
    assert next(find_dates(text, DateHints("en", day_first=False))).timestamp.iso == iso


def test_zones_are_left_out_where_the_machine_knows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> None:
        raise ZoneInfoNotFoundError(name)

    monkeypatch.setattr("cleanpage.metadata.dates.clock.ZoneInfo", unknown)
    assert next(find_dates("July 1, 2020 9:30 AM ET", DateHints("en"))).timestamp.iso == "2020-07-01T09:30"


def test_unix_dates() -> None:
    moment = human_date("Fri Jun 26 19:20:36 CEST 2020", DateHints("de"))
    assert moment is not None
    assert moment.iso == "2020-06-26T19:20:36+02:00"


def test_what_our_reader_cannot_make_out_goes_to_the_library() -> None:
    assert human_date("26 ဇွန် 2020", DateHints("my"), by_library=False) is None
    moment = human_date("11 Şub 2020 10:05", DateHints("tr"))
    assert moment is not None
    assert moment.date == dt.date(2020, 2, 11)
    assert human_date("in 3 of 4 cases", DateHints("en")) is None
    assert human_date("1 nonsense 2", DateHints("xx-unknown")) is None


@pytest.mark.parametrize(("language", "asked"), [("my-MM", ["my"]), (None, list(COMMON_LANGUAGES))])
def test_few_locales_are_loaded(monkeypatch: pytest.MonkeyPatch, language: str | None, asked: list[str]) -> None:
    languages: list[str] = []

    def parse(_: str, **options: Any) -> None:
        languages.extend(options["languages"])

    monkeypatch.setattr("dateparser.parse", parse)
    assert human_date("1 nonsense 2020", DateHints(language)) is None
    assert languages == asked


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("https://a.example/2020/06/26/story", "2020-06-26"),
        ("https://a.example/news-2020-06-26.html", "2020-06-26"),
        ("https://a.example/20200626/story", "2020-06-26"),
        ("https://a.example/26-06-2020-story", "2020-06-26"),
        ("https://a.example/2020/jun/26/story", "2020-06-26"),
        ("https://a.example/2020/June/6", "2020-06-06"),
        ("https://a.example/2020/harbour/26/story", None),
        ("https://a.example/2020/jun/31/story", None),
        ("https://a.example/2020-06/26/story", "2020-06-26"),
        ("https://a.example/202006/26/story", "2020-06-26"),
        ("https://a.example/2020/0626/story", "2020-06-26"),
        ("https://a.example/2020/06-26/story", "2020-06-26"),
        ("https://a.example/read/A2020062612340001", "2020-06-26"),
        ("https://a.example/t20200626_42.html", "2020-06-26"),
        ("https://archive.example/web/20200626123456/https://a.example/", None),
        ("https://a.example/A2020136612340001", None),
        ("https://a.example/A1920062612340001", None),
        ("https://a.example/story-2039026", None),
        ("https://a.example/2020/13/45/", None),
        ("https://a.example/2020/06/", None),
    ],
)
def test_dates_in_urls(url: str, iso: str | None) -> None:
    moment = date_in_url(url)
    assert (moment.iso if moment else None) == iso


@pytest.mark.parametrize(
    ("url", "raw"),
    [
        ("https://a.example/2020/06/26/story", "2020/06/26"),
        ("https://a.example/26-06-2020-story", "26-06-2020"),
        ("https://a.example/2020/0626/story", "2020/0626"),
        ("https://a.example/read/A2020062612340001", "20200626"),
    ],
)
def test_the_raw_string_is_the_date_alone(url: str, raw: str) -> None:
    moment = date_in_url(url)
    assert moment is not None
    assert moment.raw == raw


def test_pages_are_not_older_than_the_web() -> None:
    assert not is_plausible(Timestamp(raw="1984", precision=Precision.YEAR, date=dt.date(1984, 1, 1)))
    assert is_plausible(Timestamp(raw="2020", precision=Precision.YEAR, date=dt.date(2020, 1, 1)))


@given(st.datetimes(min_value=dt.datetime(1990, 1, 1)), st.integers(-14 * 60, 14 * 60))
def test_iso_dates_survive_json(naive: dt.datetime, offset: int) -> None:
    for moment in (naive, naive.replace(tzinfo=dt.timezone(dt.timedelta(minutes=offset)))):
        read = machine_date(moment.isoformat())
        assert read is not None
        assert read.datetime == moment
        assert Timestamp.model_validate_json(read.model_dump_json()) == read


@given(st.text(max_size=300))
@example("٢٦ يونيو ٢٠٢٠")
@example("²⁰²⁰-06-26")
@example("令和" + "9" * 50)
def test_no_text_raises(text: str) -> None:
    machine_date(text)
    human_date(text, DateHints("en"), by_library=False)
    date_in_url(text)
    for found in find_dates(text, DateHints(None, day_first=False)):
        assert 0 <= found.start < found.end <= len(text)
