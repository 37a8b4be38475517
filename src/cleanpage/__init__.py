"""cleanpage: the article of a web page, typed, without the boilerplate.

`extract(page, url=…)` gives an `Article`, `analyze(page, url=…)` the record of how it was found. Names are loaded on
first use, so that importing the package costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleanpage.article import (
        Article,
        Author,
        Block,
        Breadcrumb,
        Candidate,
        Code,
        Comment,
        Definition,
        DefinitionList,
        Divider,
        Embed,
        EmbedKind,
        Entry,
        Evidence,
        Figure,
        Footnote,
        Gallery,
        Heading,
        Image,
        Link,
        List,
        ListItem,
        Math,
        Outcome,
        OutcomeKind,
        Paragraph,
        Precision,
        Quote,
        Signal,
        Span,
        SpanKind,
        Table,
        TableCell,
        Timestamp,
    )
    from cleanpage.errors import CleanpageError, LimitExceeded, MissingExtraError, OptionsError, SelectorError, UrlError
    from cleanpage.explain.analysis import Analysis
    from cleanpage.options import Options
    from cleanpage.pipeline import analyze, extract
    from cleanpage.render import to_html, to_json, to_markdown, to_schema_org, to_tei, to_text, to_zyte

__version__ = "0.1.0"

__all__ = [
    "Analysis",
    "Article",
    "Author",
    "Block",
    "Breadcrumb",
    "Candidate",
    "CleanpageError",
    "Code",
    "Comment",
    "Definition",
    "DefinitionList",
    "Divider",
    "Embed",
    "EmbedKind",
    "Entry",
    "Evidence",
    "Figure",
    "Footnote",
    "Gallery",
    "Heading",
    "Image",
    "LimitExceeded",
    "Link",
    "List",
    "ListItem",
    "Math",
    "MissingExtraError",
    "Options",
    "OptionsError",
    "Outcome",
    "OutcomeKind",
    "Paragraph",
    "Precision",
    "Quote",
    "SelectorError",
    "Signal",
    "Span",
    "SpanKind",
    "Table",
    "TableCell",
    "Timestamp",
    "UrlError",
    "__version__",
    "analyze",
    "extract",
    "to_html",
    "to_json",
    "to_markdown",
    "to_schema_org",
    "to_tei",
    "to_text",
    "to_zyte",
]

HOMES = {
    "Analysis": "explain.analysis",
    "Options": "options",
    "analyze": "pipeline",
    "extract": "pipeline",
    **dict.fromkeys(
        ("CleanpageError", "LimitExceeded", "MissingExtraError", "OptionsError", "SelectorError", "UrlError"), "errors"
    ),
    **dict.fromkeys(("to_html", "to_json", "to_markdown", "to_schema_org", "to_tei", "to_text", "to_zyte"), "render"),
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{HOMES.get(name, 'article')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
