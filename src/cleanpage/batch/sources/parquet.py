"""Pages of Parquet files."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from cleanpage.batch.records import Found, ReadSettings, SourceFault
from cleanpage.batch.sources.columns import given_columns, page_of_columns

__all__ = ["checked_schema", "read_parquet"]

ROWS = 32
"""Rows that are in memory at once; the pages of each are as large as they are."""


def read_parquet(path: str, settings: ReadSettings) -> Iterator[Found]:
    """The rows of a Parquet file, in order.

    Raises:
        ValueError: There is no column of HTML, or none of a name in `settings.keep`.
    """
    position = 0
    try:
        size = Path(path).stat().st_size
        with pq.ParquetFile(path) as file:
            schema = checked_schema(file.schema_arrow, path, settings)
            wanted = [name for name in (*given_columns(settings), *settings.keep) if name in schema.names]
            for batch in file.iter_batches(batch_size=ROWS, columns=wanted, use_threads=False):
                for row in batch.to_pylist():
                    position += 1
                    read = size * position // file.metadata.num_rows
                    yield page_of_columns(row, path, position - 1, settings, read)
    except (pa.ArrowException, OSError) as error:
        yield SourceFault(kind="source_corrupt", source=path, at=position, message=str(error))


def checked_schema(schema: pa.Schema, path: str, settings: ReadSettings) -> pa.Schema:
    """The schema of a file that has the columns asked for.

    Raises:
        ValueError: One is missing.
    """
    for name in (settings.html_column, *settings.keep):
        if name not in schema.names:
            raise ValueError(f"{path} has no column {name!r}; it has {', '.join(schema.names)}")
    return schema
