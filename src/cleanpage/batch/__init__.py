"""Many pages: one pure Arrow function, and a local command around it. Needs the extra `batch`."""

from cleanpage.errors import MissingExtraError

try:
    import pyarrow  # noqa: F401
except ModuleNotFoundError as error:
    raise MissingExtraError("cleanpage.batch", "batch") from error

from cleanpage.batch.function import extract_batch, extract_batches, extract_table
from cleanpage.batch.records import PageRecord, ReadSettings
from cleanpage.batch.rows import article_from_row, row_from_article
from cleanpage.batch.schema import INPUT_SCHEMA, SCHEMA, SCHEMA_VERSION
from cleanpage.batch.sources import read_pages

__all__ = [
    "INPUT_SCHEMA",
    "SCHEMA",
    "SCHEMA_VERSION",
    "PageRecord",
    "ReadSettings",
    "article_from_row",
    "extract_batch",
    "extract_batches",
    "extract_table",
    "read_pages",
    "row_from_article",
]
