"""Parameters of `cleanpage extract`, with their help texts."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cleanpage.cli.pages import SourceKind

__all__ = [
    "Body",
    "Comments",
    "DetectLanguage",
    "Drop",
    "Explain",
    "Form",
    "Format",
    "FrontMatter",
    "Hidden",
    "HiddenKind",
    "Keep",
    "Output",
    "PageName",
    "Source",
    "Url",
    "Why",
]


class Format(StrEnum):
    """Forms that an article can be printed in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"
    TEI = "tei"
    SCHEMA_ORG = "schema-org"
    ZYTE = "zyte"


class HiddenKind(StrEnum):
    """What becomes of text that the page hides."""

    AUTO = "auto"
    KEEP = "keep"
    DROP = "drop"


def some_words(words: str | None) -> str | None:
    if words is not None and not words.split():
        raise typer.BadParameter("give some words of the page")
    return words


PageName = Annotated[str, typer.Argument(metavar="PAGE", help="A file, a saved page, a URL, or - for stdin.")]
Form = Annotated[Format, typer.Option("--format", "-f", help="What to print the article as.")]
Url = Annotated[
    str | None,
    typer.Option(metavar="URL", help="Absolute URL of the page, for relative links. Default: where it is from."),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", dir_okay=False, help="Write the article to FILE.")
]
Source = Annotated[SourceKind, typer.Option(help="What the page is written in; auto tells Markdown from HTML.")]
FrontMatter = Annotated[bool, typer.Option("--front-matter", help="Begin Markdown with a YAML block of the metadata.")]
Keep = Annotated[
    list[str] | None,
    typer.Option(metavar="CSS", help="Selector of elements that are part of the article; repeat for more."),
]
Drop = Annotated[
    list[str] | None, typer.Option(metavar="CSS", help="Selector of elements that are not; repeat for more.")
]
Body = Annotated[str | None, typer.Option(metavar="CSS", help="Selector of the element that holds the article.")]
Hidden = Annotated[
    HiddenKind, typer.Option(help="What becomes of text that the page hides; auto keeps what a reader can bring up.")
]
Comments = Annotated[bool, typer.Option("--comments", help="Read comments of readers too; JSON holds them.")]
DetectLanguage = Annotated[
    bool, typer.Option("--detect-language", help="Tell the language of a page that declares none from its text.")
]
Explain = Annotated[
    bool,
    typer.Option(
        "--explain",
        help="Print, in place of the article, what became of every block and every claim of headline, author, date "
        "and the rest, and why. With --output, the article is written all the same.",
    ),
]
Why = Annotated[
    str | None,
    typer.Option(
        callback=some_words,
        metavar="WORDS",
        help="Print, in place of the article, why the block with these words was kept or dropped, and what would "
        "change that. With --output, the article is written all the same.",
    ),
]
