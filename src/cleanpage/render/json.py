"""Renders an article as JSON."""

import json

from cleanpage.article import Article

__all__ = ["to_json"]


def to_json(article: Article, *, indent: int | None = 2, by_alias: bool = False, evidence: bool = False) -> str:
    """Render every field of `article`, the derived ones (`article_body`, `word_count` …) included.

    Args:
        article: The article.
        indent: Spaces a level is indented by; None for a single line.
        by_alias: Whether keys are spelled as schema.org spells them (`datePublished`) and not as in Python
            (`date_published`). Both are read back by `Article.model_validate_json`.
        evidence: Whether to add `Article.evidence`, by the Python name of each field; read back as well.
    """
    if not evidence:
        return article.model_dump_json(indent=indent, by_alias=by_alias)
    data = article.model_dump(mode="json", by_alias=by_alias)
    data["evidence"] = {name: one.model_dump(mode="json", by_alias=by_alias) for name, one in article.evidence.items()}
    separators = None if indent is not None else (",", ":")
    return json.dumps(data, ensure_ascii=False, indent=indent, separators=separators)
