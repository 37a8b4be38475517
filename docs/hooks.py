"""What the docs take from the code while they are built, so that the two cannot drift apart."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cleanpage import Article
from cleanpage.rules.trust import TABLE

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS = {"article.schema.json": False, "article.alias.schema.json": True}
"""Files of the schemas, with whether they spell the keys as schema.org does."""

SOURCES_MARK = "<!-- sources of metadata -->"


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put the table of sources where a page has its mark. MkDocs calls this for every page."""
    return markdown.replace(SOURCES_MARK, "\n".join(sources_table())) if SOURCES_MARK in markdown else markdown


def sources_table() -> Iterator[str]:
    """Lines of the tables by which metadata is resolved: sources by field and kind of page, and signs by field."""
    yield "| field | on pages of kind | sources, most trusted first |"
    yield "| --- | --- | --- |"
    for row in TABLE:
        for kind, sources in (row.by_kind or {"any": row.sources}).items():
            yield f"| `{row.field}` | {kind} | {by_weight(sources)} |"
    yield ""
    yield "| field | what speaks for a value, most first | what speaks against it, most last |"
    yield "| --- | --- | --- |"
    for row in TABLE:
        signs = {**row.doubts, **row.signs}
        if signs:
            pro, contra = ({name: at for name, at in signs.items() if (at > 0) is wanted} for wanted in (True, False))
            yield f"| `{row.field}` | {by_weight(pro)} | {by_weight(contra)} |"


def by_weight(weights: Mapping[str, float]) -> str:
    """The names, the weightiest first."""
    return ", ".join(sorted(weights, key=lambda name: -weights[name]))


def on_post_build(config: Mapping[str, Any], **_: Any) -> None:
    """Publish the JSON Schemas of the article beside the pages. MkDocs calls this once all are written."""
    for name, by_alias in SCHEMAS.items():
        (Path(config["site_dir"]) / name).write_text(json_schema(by_alias=by_alias), encoding="utf-8")


def json_schema(*, by_alias: bool) -> str:
    """The JSON Schema of what `to_json` writes, with the names of Python or, by alias, those of schema.org."""
    schema = Article.model_json_schema(mode="serialization", by_alias=by_alias)
    return json.dumps({"$schema": DIALECT, **schema}, indent=2, ensure_ascii=False) + "\n"
