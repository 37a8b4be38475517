"""The pure function from a batch of pages to a batch of rows, which every engine runs unchanged."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pyarrow as pa

from cleanpage.article import Article
from cleanpage.batch.compute import pc
from cleanpage.batch.rows import row_from_article
from cleanpage.batch.schema import ORIGIN, SCHEMA
from cleanpage.errors import UrlError
from cleanpage.options import Options
from cleanpage.pipeline import extract

__all__ = [
    "BATCH_BYTES",
    "BATCH_ROWS",
    "Settings",
    "extract_batch",
    "extract_batches",
    "extract_table",
    "output_schema",
    "slices",
]

BATCH_ROWS = 32
"""Pages that are worked on as one batch, at most."""

BATCH_BYTES = 8_000_000
"""Bytes of HTML that are worked on as one batch, unless a single page is larger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a batch is extracted."""

    options: Options = field(default_factory=Options)
    """Options of each extraction."""
    evidence: bool = False
    """Whether the column `evidence` is filled."""
    keep: tuple[str, ...] = ()
    """Columns of the input that follow the columns of `SCHEMA` unchanged."""
    timings: bool = True
    """Whether the column `seconds` is filled; without it the same pages give the same bytes."""


def extract_batch(
    batch: pa.RecordBatch,
    *,
    options: Options | None = None,
    evidence: bool = False,
    keep: Iterable[str] = (),
    timings: bool = True,
) -> pa.RecordBatch:
    """Extract the articles of a batch of pages. Pure and picklable; no page makes it raise.

    Args:
        batch: A column `html`, of bytes or text, and any of the columns of `INPUT_SCHEMA`. A row whose `error` is set
            keeps it and is not extracted.
        options: Options of each extraction.
        evidence: Whether the column `evidence` is filled.
        keep: Columns of the input that follow the columns of `SCHEMA` unchanged.
        timings: Whether the column `seconds` is filled.

    Returns:
        One row a page, in order, with the columns of `SCHEMA` and of `keep`.

    Raises:
        ValueError: There is no column `html`, or none of a name in `keep`, or `SCHEMA` has a column of that name.
    """
    settings = Settings(options=options or Options(), evidence=evidence, keep=tuple(keep), timings=timings)
    return rows_of_batch(batch, settings)


def extract_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    options: Options | None = None,
    evidence: bool = False,
    keep: Iterable[str] = (),
    timings: bool = True,
) -> Iterator[pa.RecordBatch]:
    """As `extract_batch`, of many batches; large ones are cut, so that no more than a few pages are in memory twice."""
    settings = Settings(options=options or Options(), evidence=evidence, keep=tuple(keep), timings=timings)
    for batch in batches:
        for part in slices(batch):
            yield rows_of_batch(part, settings)


def extract_table(
    table: pa.Table,
    *,
    options: Options | None = None,
    evidence: bool = False,
    keep: Iterable[str] = (),
    timings: bool = True,
) -> pa.Table:
    """As `extract_batch`, of a table."""
    keep = tuple(keep)
    rows = extract_batches(table.to_batches(), options=options, evidence=evidence, keep=keep, timings=timings)
    return pa.Table.from_batches(rows, schema=output_schema(table.schema, keep))


def output_schema(given: pa.Schema, keep: Iterable[str]) -> pa.Schema:
    """`SCHEMA`, and after it the columns of `keep` with the types that they have in `given`.

    Raises:
        ValueError: A column is missing, or `SCHEMA` has one of its name.
    """
    schema = SCHEMA
    for name in keep:
        if name in schema.names:
            raise ValueError(f"keep: the column {name!r} is one of the output's own; rename it")
        schema = schema.append(column_of(given, name))
    return schema


def column_of(schema: pa.Schema, name: str) -> pa.Field:
    """The column of a name.

    Raises:
        ValueError: There is none, or there are several.
    """
    found = schema.get_all_field_indices(name)
    if len(found) != 1:
        raise ValueError(f"the input needs one column {name!r}; it has {', '.join(schema.names)}")
    return schema.field(found[0])


def slices(batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    """Cut a batch into parts of at most `BATCH_ROWS` pages and `BATCH_BYTES` bytes, in order."""
    sizes = pc.fill_null(pc.binary_length(bytes_of(batch.column("html"))), 0).to_pylist()
    start = total = 0
    for row, size in enumerate(sizes):
        if row > start and (row - start == BATCH_ROWS or total + size > BATCH_BYTES):
            yield batch.slice(start, row - start)
            start, total = row, 0
        total += size
    if start < len(sizes):
        yield batch.slice(start)


def bytes_of(column: pa.Array) -> pa.Array:
    """A column of text or bytes in a form whose lengths Arrow can tell."""
    views = {pa.string_view(): pa.large_string(), pa.binary_view(): pa.large_binary()}
    return column.cast(views[column.type]) if column.type in views else column


def rows_of_batch(
    batch: pa.RecordBatch, settings: Settings, begin: Callable[[int], None] = lambda _row: None
) -> pa.RecordBatch:
    """As `extract_batch`; `begin` is called with the number of each row before its page is extracted."""
    schema = output_schema(batch.schema, settings.keep)
    column_of(batch.schema, "html")
    columns = {name: batch.column(name) for name in ("html", "error") if name in batch.schema.names}
    columns |= {
        kind.name: cast(batch.column(kind.name), kind.type) for kind in ORIGIN if kind.name in batch.schema.names
    }
    rows = []
    for number in range(batch.num_rows):
        page = {name: column[number].as_py() for name, column in columns.items()}
        rows.append(row_of_page(page, settings, partial(begin, number)))
    made = record_batch(rows)
    kept = [batch.column(name) for name in settings.keep]
    return pa.RecordBatch.from_arrays([*made.columns, *kept], schema=schema)


def cast(column: pa.Array, kind: pa.DataType) -> pa.Array:
    """A column in another type; null where a value has no such form."""
    try:
        return column.cast(kind)
    except pa.ArrowException:
        return pa.concat_arrays([cast_value(column.slice(row, 1), kind) for row in range(len(column))])


def cast_value(value: pa.Array, kind: pa.DataType) -> pa.Array:
    """As `cast`, of an array of one value."""
    try:
        return value.cast(kind)
    except pa.ArrowException:
        return pa.nulls(1, kind)


def row_of_page(page: dict[str, Any], settings: Settings, begin: Callable[[], None]) -> dict[str, Any]:
    """The row of a page: its article, or the error that stands in the way."""
    html, error = page.pop("html", None), page.pop("error", None)
    origin = {name: page.get(name) for name in ORIGIN.names}
    if origin["id"] is None and origin["source"] is not None:
        origin["id"] = f"{origin['source']}#{origin['position']}"
    if error is not None or html is None:
        return {**origin, "error": error or error_of("read", ValueError("the page has no html"))}
    start = time.thread_time()
    try:
        begin()
        article = article_of(html, origin["url"], origin["content_type"], settings.options)
        row = row_from_article(article, evidence=settings.evidence)
    except Exception as raised:
        stage = "memory" if isinstance(raised, MemoryError) else "extract"
        return {**origin, "error": error_of(stage, raised)}
    seconds = time.thread_time() - start if settings.timings else None
    return {**row, **origin, "seconds": seconds}


def article_of(html: bytes | str, url: str | None, content_type: str | None, options: Options) -> Article:
    """The article of a page; a URL that is not absolute is left aside."""
    try:
        return extract(html, url=url, content_type=content_type, options=options)
    except UrlError:
        return extract(html, content_type=content_type, options=options)


def error_of(stage: str, error: Exception) -> dict[str, str]:
    """The struct of an error."""
    return {"stage": stage, "kind": type(error).__name__, "message": str(error)}


def record_batch(rows: list[dict[str, Any]]) -> pa.RecordBatch:
    """The rows as a batch of `SCHEMA`; a row with a value that Arrow refuses becomes an error of its own."""
    try:
        return pa.RecordBatch.from_pylist(rows, schema=SCHEMA)
    except (pa.ArrowException, OverflowError, UnicodeError, TypeError, ValueError):
        return pa.Table.from_batches([one_row(row) for row in rows]).combine_chunks().to_batches()[0]


def one_row(row: dict[str, Any]) -> pa.RecordBatch:
    """One row as a batch."""
    try:
        return pa.RecordBatch.from_pylist([row], schema=SCHEMA)
    except (pa.ArrowException, OverflowError, UnicodeError, TypeError, ValueError) as error:
        origin = {name: row.get(name) for name in ORIGIN.names}
        return pa.RecordBatch.from_pylist([{**origin, "error": error_of("extract", error)}], schema=SCHEMA)
