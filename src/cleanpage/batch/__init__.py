"""Many pages: one pure Arrow function, and a local command around it. Needs the extra `batch`."""

from importlib.util import find_spec

from cleanpage.errors import MissingExtraError

if not all(map(find_spec, ("brotli", "fastwarc", "filelock", "pebble", "pyarrow", "zstandard"))):
    raise MissingExtraError("cleanpage.batch", "batch")

from cleanpage.batch.function import extract_batch, extract_batches, extract_table
from cleanpage.batch.job import TooManyErrors, run
from cleanpage.batch.output import OutputError
from cleanpage.batch.parts import Form
from cleanpage.batch.records import PageRecord, ReadSettings, SourceFault
from cleanpage.batch.report import Progress, Report
from cleanpage.batch.rows import article_from_row, row_from_article
from cleanpage.batch.schema import INPUT_SCHEMA, SCHEMA, SCHEMA_VERSION
from cleanpage.batch.settings import RunSettings, available_cores
from cleanpage.batch.sources import list_inputs, read_pages
from cleanpage.batch.watch import Limits

__all__ = [
    "INPUT_SCHEMA",
    "SCHEMA",
    "SCHEMA_VERSION",
    "Form",
    "Limits",
    "OutputError",
    "PageRecord",
    "Progress",
    "ReadSettings",
    "Report",
    "RunSettings",
    "SourceFault",
    "TooManyErrors",
    "article_from_row",
    "available_cores",
    "extract_batch",
    "extract_batches",
    "extract_table",
    "list_inputs",
    "read_pages",
    "row_from_article",
    "run",
]
