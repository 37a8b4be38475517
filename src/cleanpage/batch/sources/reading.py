"""Reads inputs of any kind."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress

import pyarrow as pa
import pyarrow.parquet as pq

from cleanpage.batch.function import output_schema
from cleanpage.batch.records import Found, PageRecord, ReadSettings, SourceFault
from cleanpage.batch.schema import SCHEMA
from cleanpage.batch.sources.inputs import STANDARD_INPUT, Input, Kind, find_inputs
from cleanpage.batch.sources.jsonl import read_jsonl
from cleanpage.batch.sources.pages import read_page_files
from cleanpage.batch.sources.parquet import checked_schema, read_parquet
from cleanpage.batch.sources.warc import read_warc
from cleanpage.batch.streams import FAULTS, Stream, open_stream

__all__ = ["kept_columns", "read_input", "read_pages"]


def read_pages(inputs: str | Iterable[str], settings: ReadSettings | None = None) -> Iterator[PageRecord]:
    """The pages of files: WARC, Parquet, JSONL, or HTML.

    Args:
        inputs: Files, folders, patterns, `@list.txt`, or `-` for JSONL on standard input.
        settings: What to read of them.

    Yields:
        Pages in order, decoded from their transfer and content codings. What holds no page is passed over, and a file
        that is damaged ends early; `read_input` tells of both.
    """
    found, _ = find_inputs([inputs] if isinstance(inputs, str) else inputs)
    for one in found:
        for record in read_input(one, settings or ReadSettings()):
            if isinstance(record, PageRecord):
                yield record


def read_input(given: Input, settings: ReadSettings) -> Iterator[Found]:
    """Everything that is found in an input, in order; a file that cannot be opened is one fault."""
    if given.kind is Kind.PAGES:
        yield from read_page_files(given.paths, settings)
        return
    (path,) = given.paths
    if given.kind is Kind.PARQUET:
        yield from read_parquet(path, settings)
        return
    try:
        stream = Stream(sys.stdin.buffer, path, None) if path == STANDARD_INPUT else open_stream(path)
    except FAULTS as error:
        yield SourceFault(kind="source_unreadable", source=path, at=0, message=str(error))
        return
    with stream:
        yield from (read_warc if given.kind is Kind.WARC else read_jsonl)(stream, settings)


def kept_columns(inputs: Iterable[Input], settings: ReadSettings) -> tuple[pa.Field, ...]:
    """The columns to keep, with the type that all Parquet inputs give them; text if there are other inputs.

    Raises:
        ValueError: A Parquet input has no column of HTML or none of a name to keep, or they differ in a type, or a name
            is one of `SCHEMA`.
    """
    tables = [given.paths[0] for given in inputs if given.kind is Kind.PARQUET]
    files = dict(found for path in tables for found in schema_of(path))
    schemas = [checked_schema(schema, path, settings) for path, schema in files.items()]
    if not files or any(given.kind is not Kind.PARQUET for given in inputs):
        schemas = [pa.schema([(name, pa.string()) for name in settings.keep])]
    made = [output_schema(schema, settings.keep) for schema in schemas]
    for path, schema in zip(files, made, strict=False):
        if schema.types != made[0].types:
            raise ValueError(f"{path}: a column to keep has another type than in {next(iter(files))}")
    return tuple(made[0])[len(SCHEMA.names) :]


def schema_of(path: str) -> Iterator[tuple[str, pa.Schema]]:
    """The path and schema of a Parquet file; nothing for one that is damaged, which is a fault when it is read."""
    with suppress(pa.ArrowException, OSError):
        yield path, pq.read_schema(path)
