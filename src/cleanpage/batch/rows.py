"""Articles as rows of `SCHEMA`, and back without loss."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from cleanpage.article import Article, Block, Comment, Evidence, Timestamp
from cleanpage.source.inputs import is_absolute

__all__ = ["article_from_row", "row_from_article"]

BODY = TypeAdapter(tuple[Block, ...])
COMMENTS = TypeAdapter(tuple[Comment, ...])
EVIDENCE = TypeAdapter(dict[str, Evidence])

IN_JSON: dict[str, TypeAdapter[Any]] = {"body": BODY, "comments": COMMENTS}
MOMENTS = ("published", "updated")
DUMPED = set(Article.model_fields) - {"outcome", *IN_JSON, *MOMENTS}
"""Fields whose dump is the value of the column of the same name."""


def row_from_article(article: Article, *, evidence: bool = False) -> dict[str, Any]:
    """The columns of an article, as Python values for `pyarrow.RecordBatch.from_pylist`.

    Args:
        article: The article.
        evidence: Whether the column `evidence` is filled; it adds a tenth to the size.
    """
    outcome = article.outcome
    return {
        **article.model_dump(include=DUMPED),
        "outcome": outcome.kind.value,
        "reason": outcome.reason,
        "limits": list(outcome.limits),
        "signals": [signal.model_dump() for signal in outcome.signals],
        **{name: moment(getattr(article, name)) for name in MOMENTS},
        "captions": list(article.captions),
        "text": article.text,
        "word_count": article.word_count,
        "body": BODY.dump_json(article.body).decode(),
        "comments": COMMENTS.dump_json(article.comments).decode() if article.comments else None,
        "evidence": EVIDENCE.dump_json(dict(article.evidence)).decode() if evidence else None,
    }


def moment(timestamp: Timestamp | None) -> dict[str, Any] | None:
    """The struct of a moment."""
    if timestamp is None:
        return None
    return {
        "raw": timestamp.raw,
        "precision": timestamp.precision.value,
        "date": timestamp.date,
        "iso": timestamp.iso,
        "instant": instant(timestamp.datetime),
    }


def instant(time: dt.datetime | None) -> dt.datetime | None:
    """A time in UTC; None without a zone, and where UTC would leave the years 1 to 9999."""
    if time is None or time.tzinfo is None:
        return None
    try:
        return time.astimezone(dt.UTC)
    except OverflowError:
        return None


def article_from_row(row: Mapping[str, Any]) -> Article:
    """The article that a row was made of, equal to it, with its evidence if the row holds that.

    Args:
        row: A row of `SCHEMA` as a mapping, as `to_pylist` gives it, or a line of JSONL. Other columns do not matter.

    Raises:
        ValueError: The row holds an error, or is no row of `SCHEMA`.
    """
    if row.get("outcome") is None:
        raise ValueError(f"the row of {row.get('id')!r} holds no article: {row.get('error')}")
    url = row.get("url")
    fields = {name: row[name] for name in DUMPED if row.get(name) is not None}
    return Article.model_validate(
        {
            **fields,
            "url": url if url and is_absolute(url) else None,  # others are kept in the row, and not used
            "outcome": {
                "kind": row["outcome"],
                **{name: row[name] for name in ("reason", "limits", "signals") if row.get(name) is not None},
            },
            **{name: timestamp(row.get(name)) for name in MOMENTS},
            **{name: adapter.validate_json(in_json(row.get(name)) or "[]") for name, adapter in IN_JSON.items()},
            "evidence": json.loads(in_json(row.get("evidence")) or "{}"),
        }
    )


def in_json(value: Any) -> str | None:
    """The text of a JSON column; in lines of JSONL its value stands as it is."""
    return value if value is None or isinstance(value, str) else json.dumps(value)


def timestamp(struct: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """The fields of a `Timestamp`; its time is in `iso`, since `instant` has lost the zone."""
    if struct is None:
        return None
    iso = struct["iso"]
    time = dt.datetime.fromisoformat(iso) if "T" in iso else None
    return {**{name: struct[name] for name in ("raw", "precision", "date")}, "datetime": time}
