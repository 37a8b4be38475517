"""The Arrow schemas of the batch functions: what goes in, and one row a page that comes out.

The types are those that Spark, Ray and Parquet readers agree on: signed integers, microseconds, no dictionaries. Blocks
nest in blocks, and no Arrow type is recursive, so `body`, `comments` and `evidence` are JSON.
"""

import pyarrow as pa

import cleanpage

__all__ = ["ERROR", "INPUT_SCHEMA", "ORIGIN", "SCHEMA", "SCHEMA_VERSION"]

SCHEMA_VERSION = 0
"""Version of `SCHEMA`. Version 0 may still gain columns."""

ERROR = pa.struct([("stage", pa.string()), ("kind", pa.string()), ("message", pa.string())])
"""Why a page has no article: `stage` is `read`, `decode`, `extract`, `timeout`, `crash` or `memory`."""

INSTANT = pa.timestamp("us", tz="UTC")
NAMED = pa.struct([("name", pa.string()), ("url", pa.string())])
STRINGS = pa.list_(pa.string())
IMAGE = pa.struct(
    [
        *((name, pa.string()) for name in ("url", "alt", "caption", "credit")),
        ("width", pa.int32()),
        ("height", pa.int32()),
    ]
)
LINK = pa.struct(
    [
        *((name, pa.string()) for name in ("url", "text", "title")),
        ("rel", STRINGS),
        ("internal", pa.bool_()),
        ("block", pa.int32()),
    ]
)
MOMENT = pa.struct(
    [
        ("raw", pa.string()),
        ("precision", pa.string()),
        ("date", pa.date32()),
        ("iso", pa.string()),  # as the page has it, zone included
        ("instant", INSTANT),  # null where the page gives no zone
    ]
)

ORIGIN = pa.schema(
    [
        ("id", pa.string()),
        ("source", pa.string()),
        ("position", pa.int64()),
        ("url", pa.string()),
        ("fetched_at", INSTANT),
        ("http_status", pa.int16()),
        ("content_type", pa.string()),
    ]
)
"""Where a page is from. `position` is its number in `source`."""

INPUT_SCHEMA = pa.schema([*ORIGIN, ("html", pa.binary()), ("error", ERROR)])
"""A batch to extract. Only `html` is needed; `error` says why a page could not be read."""

ARTICLE = pa.schema(
    [
        ("outcome", pa.string()),
        ("reason", pa.string()),
        ("limits", STRINGS),
        ("signals", pa.list_(pa.struct([("name", pa.string()), ("value", pa.float64())]))),
        ("confidence", pa.float64()),
        *(
            (name, pa.string())
            for name in (
                *("headline", "alternative_headline", "description", "byline", "dateline", "section", "site_name"),
                *("language", "direction", "license", "canonical_url", "amp_url", "print_url", "paywall_selector"),
            )
        ),
        ("is_accessible_for_free", pa.bool_()),
        ("authors", pa.list_(NAMED)),
        ("breadcrumbs", pa.list_(NAMED)),
        ("published", MOMENT),
        ("updated", MOMENT),
        ("keywords", STRINGS),
        ("captions", STRINGS),
        ("main_image", IMAGE),
        ("images", pa.list_(IMAGE)),
        ("links", pa.list_(LINK)),
        ("text", pa.string()),
        ("word_count", pa.int32()),
        ("body", pa.string()),
        ("comments", pa.string()),
        ("evidence", pa.string()),
    ]
)

SCHEMA = pa.schema(
    [*ORIGIN, ("error", ERROR), ("seconds", pa.float32()), *ARTICLE],
    metadata={"cleanpage.version": cleanpage.__version__, "cleanpage.schema": str(SCHEMA_VERSION)},
)
"""One row a page: origin, error, seconds of processor time, article. The article's columns are null beside an error."""
