import datetime as dt
import pickle
from functools import partial
from typing import Any

import pyarrow as pa
import pytest

from cleanpage import Article, Options, extract
from cleanpage.batch import (
    INPUT_SCHEMA,
    SCHEMA,
    article_from_row,
    extract_batch,
    extract_batches,
    extract_table,
    row_from_article,
)
from cleanpage.batch.function import BATCH_BYTES, BATCH_ROWS, slices
from tests.batch.pages import page, url_of


def batch_of(**columns: list[Any]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict(columns)


def rows_of(batch: pa.RecordBatch, **settings: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = extract_batch(batch, **settings).to_pylist()
    return found


def test_rows_hold_what_extract_gives() -> None:
    names = ["Ember", "Heron"]
    batch = batch_of(html=[page(name) for name in names], url=[url_of(name) for name in names])
    rows = rows_of(batch)
    assert [article_from_row(row) for row in rows] == [extract(page(name), url=url_of(name)) for name in names]
    assert all(row["error"] is None and row["seconds"] > 0 for row in rows)


def test_output_has_the_schema_whatever_the_input() -> None:
    assert extract_batch(batch_of(html=[page("Ember")])).schema == SCHEMA
    assert extract_batch(empty()).schema == SCHEMA


def empty() -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist([], schema=INPUT_SCHEMA)


def test_no_page_stops_its_neighbours() -> None:
    batch = batch_of(html=[page("Ember"), None, b"", b"\x89PNG\r\n\x1a\n", page("Heron")], source=["a"] * 5)
    rows = rows_of(batch)
    assert [row["outcome"] for row in rows] == ["article", None, "empty", "not_html", "article"]
    assert [row["error"] and (row["error"]["stage"], row["error"]["kind"]) for row in rows] == [
        *(None, ("read", "ValueError"), None, None, None),
    ]


def test_error_and_outcome_exclude_each_other() -> None:
    batch = batch_of(html=[page("Ember"), page("Heron", 40)])
    options = Options(strict=True, max_blocks=20)
    first, second = rows_of(batch, options=options)
    assert (first["error"], first["outcome"]) == (None, "article")
    assert second["error"]["kind"] == "LimitExceeded"
    assert (second["error"]["stage"], second["outcome"], second["body"]) == ("extract", None, None)


def test_error_of_the_reader_passes_through() -> None:
    error = {"stage": "read", "kind": "PermissionError", "message": "not yours"}
    batch = pa.RecordBatch.from_pylist([{"id": "a", "error": error}], schema=INPUT_SCHEMA)
    (row,) = rows_of(batch)
    assert (row["id"], row["error"], row["outcome"]) == ("a", error, None)


def test_url_that_is_not_absolute_costs_no_page() -> None:
    (row,) = rows_of(batch_of(html=[page("Ember")], url=["example.org/ember"]))
    assert (row["url"], row["error"], row["headline"]) == ("example.org/ember", None, "Ember sails")
    assert article_from_row(row) == extract(page("Ember"))


def test_content_type_decodes_the_page() -> None:
    html = page("Ember").decode().replace("winter", "зима").encode("koi8-r")
    (row,) = rows_of(batch_of(html=[html], content_type=["text/html; charset=koi8-r"]))
    assert "зима" in row["text"]


@pytest.mark.parametrize(
    "kind",
    [pa.string(), pa.large_string(), pa.string_view(), pa.binary(), pa.large_binary(), pa.binary_view()],
    ids=str,
)
def test_html_of_any_type(kind: pa.DataType) -> None:
    text = page("Ember").decode()
    html = pa.array([text], pa.string()).cast(kind) if "binary" in str(kind) else pa.array([text], kind)
    (found,) = extract_batches([pa.RecordBatch.from_arrays([html], ["html"])])
    assert found.column("headline").to_pylist() == ["Ember sails"]


def test_identifier_is_never_made_of_content() -> None:
    pages = [page("Ember")] * 3
    batch = batch_of(html=pages, id=["x", None, None], source=["a.warc", "a.warc", None], position=[0, 1, 2])
    assert [row["id"] for row in rows_of(batch)] == ["x", "a.warc#1", None]


def test_columns_of_the_input_are_kept() -> None:
    batch = batch_of(html=[page("Ember")] * 2, crawl=["2024-10", None], rank=[0.5, 2])
    found = extract_batch(batch, keep=("rank", "crawl"))
    assert found.schema.names == [*SCHEMA.names, "rank", "crawl"]
    assert found.column("crawl").to_pylist() == ["2024-10", None]
    assert found.schema.field("rank").type == pa.float64()


@pytest.mark.parametrize(("keep", "message"), [("text", "output's own"), ("nothing", "needs one column 'nothing'")])
def test_column_that_cannot_be_kept(keep: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        extract_batch(batch_of(html=[b""], text=[""]), keep=(keep,))


def test_column_of_html_is_needed() -> None:
    with pytest.raises(ValueError, match="needs one column 'html'; it has body"):
        extract_batch(batch_of(body=[b""]))


def test_values_without_the_right_form_are_null() -> None:
    batch = batch_of(html=[page("Ember")] * 2, http_status=["200", "OK"], fetched_at=["2024-02-29T12:00:00Z", "now"])
    rows = rows_of(batch)
    assert [row["http_status"] for row in rows] == [200, None]
    assert rows[0]["fetched_at"] == dt.datetime(2024, 2, 29, 12, tzinfo=dt.UTC)
    assert all(row["outcome"] == "article" for row in rows)


def test_value_that_arrow_refuses_costs_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def odd(article: Article, *, evidence: bool) -> dict[str, Any]:
        row = row_from_article(article, evidence=evidence)
        return row | {"word_count": 2**40} if row["headline"] == "Heron sails" else row

    monkeypatch.setattr("cleanpage.batch.function.row_from_article", odd)
    batch = batch_of(html=[page("Ember"), page("Heron"), page("Gull")], id=["a", "b", "c"])
    rows = rows_of(batch)
    assert [(row["id"], row["outcome"]) for row in rows] == [("a", "article"), ("b", None), ("c", "article")]
    assert rows[1]["error"]["stage"] == "extract"


def test_evidence_only_where_asked_for() -> None:
    batch = batch_of(html=[page("Ember")])
    assert rows_of(batch)[0]["evidence"] is None
    (row,) = rows_of(batch, evidence=True)
    assert article_from_row(row).evidence["headline"].value == "Ember sails"


def test_same_bytes_without_timings() -> None:
    batch = batch_of(html=[page("Ember"), b"%PDF-1.7"])
    assert extract_batch(batch, timings=False).equals(extract_batch(batch, timings=False))
    assert extract_batch(batch, timings=False).column("seconds").null_count == 2


def test_function_can_be_pickled() -> None:
    function = pickle.loads(pickle.dumps(partial(extract_batch, options=Options(max_seconds=5), keep=("crawl",))))
    assert function(batch_of(html=[page("Ember")], crawl=["x"])).num_rows == 1


def test_batches_are_cut_by_rows_and_bytes() -> None:
    small = batch_of(html=[b"x"] * (2 * BATCH_ROWS + 1))
    assert [part.num_rows for part in slices(small)] == [BATCH_ROWS, BATCH_ROWS, 1]
    third = b"x" * (BATCH_BYTES // 3)
    large = batch_of(html=[third, third, third, third * 4, b"", None])
    assert [part.num_rows for part in slices(large)] == [3, 1, 2]
    assert pa.Table.from_batches(slices(large)).equals(pa.Table.from_batches([large]))


def test_table_gives_a_table() -> None:
    table = pa.table({"html": [page("Ember")] * 40, "crawl": [1] * 40})
    found = extract_table(table, keep=("crawl",))
    assert found.num_rows == 40
    assert found.schema.names[-1] == "crawl"
    assert extract_table(table.slice(0, 0), keep=("crawl",)).schema == found.schema
