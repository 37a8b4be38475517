import pickle
from typing import Any

import pyarrow as pa
import pytest

from cleanpage.batch import SCHEMA
from cleanpage.batch.where import parse_where

ROWS: list[dict[str, Any]] = [
    {"id": "a", "outcome": "article", "language": "en", "confidence": 0.9, "word_count": 300, "http_status": 200},
    {"id": "b", "outcome": "forum", "language": "fr", "confidence": 0.4, "word_count": 20},
    {"id": "c", "outcome": "empty", "language": None, "confidence": 0.0, "word_count": 0},
    {"id": "d", "error": {"stage": "read", "kind": "TypeError", "message": ""}},
    {"id": "e", "outcome": "article", "is_accessible_for_free": False, "confidence": 0.8, "headline": "Ferry, again"},
]


def kept(condition: str) -> str:
    rows = pa.RecordBatch.from_pylist(ROWS, schema=SCHEMA)
    return "".join(pickle.loads(pickle.dumps(parse_where(condition)))(rows).column("id").to_pylist())


@pytest.mark.parametrize(
    ("condition", "ids"),
    [
        ("has_article", "abde"),
        ("language=en, fr", "abd"),
        ("outcome = empty", "cd"),
        ("confidence>=0.8", "ade"),
        ("word_count<=20", "bcd"),
        ("http_status=200", "ad"),
        ("is_accessible_for_free=false", "de"),
    ],
)
def test_rows_that_fulfil_a_condition_and_those_with_an_error(condition: str, ids: str) -> None:
    assert kept(condition) == ids


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ("", "is no condition; give has_article"),
        ("confidence>0.8", "is no condition"),
        ("authors=Ann", "no column 'authors' of single values"),
        ("colour=red", "no column 'colour'"),
        ("confidence>=much", "'confidence' holds values of type double"),
    ],
)
def test_condition_that_makes_no_sense(condition: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_where(condition)
