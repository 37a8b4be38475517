"""Dates of any form."""

import datetime as dt

import pytest

from cleanpage.article import Precision
from cleanpage.testing.moments import Moment, read_moment


@pytest.mark.parametrize(
    ("value", "precision", "time"),
    [
        ("2020", Precision.YEAR, False),
        ("2020-06", Precision.MONTH, False),
        ("2020-06-26", Precision.DAY, False),
        ("2020-06-26T09:30", Precision.MINUTE, True),
        ("2020-06-26T09:30:00Z", Precision.SECOND, True),
        ("June 26, 2020", Precision.DAY, False),
        (1593163800, Precision.SECOND, True),
        (dt.date(2020, 6, 26), Precision.DAY, False),
        (dt.datetime(2020, 6, 26, 9, 30), Precision.SECOND, True),
    ],
)
def test_reading(value: object, precision: Precision, time: bool) -> None:
    moment = read_moment(value)
    assert moment is not None
    assert (moment.precision, moment.time is not None) == (precision, time)
    assert moment.date.year == 2020


@pytest.mark.parametrize("value", ["yesterday's paper", "", None, [], {"a": 1}])
def test_no_date(value: object) -> None:
    assert read_moment(value) is None


@pytest.mark.parametrize(
    ("precision", "date", "time"),
    [
        (Precision.YEAR, dt.date(2020, 1, 1), None),
        (Precision.MONTH, dt.date(2020, 6, 1), None),
        (Precision.DAY, dt.date(2020, 6, 26), None),
        (Precision.MINUTE, dt.date(2020, 6, 26), dt.datetime(2020, 6, 26, 9, 30)),
        (Precision.SECOND, dt.date(2020, 6, 26), dt.datetime(2020, 6, 26, 9, 30, 15)),
    ],
)
def test_cutting(precision: Precision, date: dt.date, time: dt.datetime | None) -> None:
    moment = read_moment("2020-06-26T09:30:15")
    assert moment is not None
    assert moment.cut(precision) == Moment(date, time, precision)
    assert moment.cut(precision).cut(Precision.SECOND) == moment.cut(precision)
