"""Dates as pages state them, and what pages turn out to be."""

import datetime as dt

import pytest

from cleanpage import Outcome, OutcomeKind, Precision, Timestamp

EAST = dt.timezone(dt.timedelta(hours=-4))


def stamp(precision: Precision, moment: dt.datetime | None = None) -> Timestamp:
    return Timestamp(raw="x", precision=precision, date=dt.date(2020, 6, 1), datetime=moment)


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        (stamp(Precision.YEAR), "2020"),
        (stamp(Precision.MONTH), "2020-06"),
        (stamp(Precision.DAY), "2020-06-01"),
        (stamp(Precision.MINUTE, dt.datetime(2020, 6, 1, 9, 30)), "2020-06-01T09:30"),
        (stamp(Precision.MINUTE, dt.datetime(2020, 6, 1, 9, 30, tzinfo=EAST)), "2020-06-01T09:30-04:00"),
        (stamp(Precision.SECOND, dt.datetime(2020, 6, 1, 9, 30, tzinfo=dt.UTC)), "2020-06-01T09:30:00+00:00"),
        (stamp(Precision.SECOND, dt.datetime(2020, 6, 1, 9, 30, 5)), "2020-06-01T09:30:05"),
    ],
)
def test_iso_is_as_precise_as_the_page(value: Timestamp, iso: str) -> None:
    assert value.iso == str(value) == iso


CONTENT = set("article forum product documentation listing collection service limit_hit".split())


@pytest.mark.parametrize("kind", OutcomeKind)
def test_has_article(kind: OutcomeKind) -> None:
    assert Outcome(kind=kind, reason="r").has_article is (kind in CONTENT)
