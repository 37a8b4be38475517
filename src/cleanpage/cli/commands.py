"""The commands, as typer wants them."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cleanpage import __version__
from cleanpage.article import Article, OutcomeKind
from cleanpage.cli.inspecting import inspect, serve
from cleanpage.cli.pages import FAILURE, NO_ARTICLE, USAGE, SourceKind, fail, load
from cleanpage.cli.tables import print_explanation
from cleanpage.cli.testing import check, drift, save
from cleanpage.errors import CleanpageError, UrlError
from cleanpage.options import Options
from cleanpage.pipeline import analyze
from cleanpage.render import to_html, to_json, to_markdown, to_text

__all__ = ["app"]


class Format(StrEnum):
    """Forms that an article can be printed in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"


app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode="markdown",
)


def show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"cleanpage {__version__}")
        raise typer.Exit


def some_words(words: str | None) -> str | None:
    if words is not None and not words.split():
        raise typer.BadParameter("give some words of the page")
    return words


@app.callback()
def cleanpage(
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Take the article out of a web page, without the boilerplate around it."""


@app.command()
def extract(
    page: Annotated[str, typer.Argument(metavar="PAGE", help="A file, an http(s) URL, or - for standard input.")],
    form: Annotated[Format, typer.Option("--format", "-f", help="What to print the article as.")] = Format.TEXT,
    url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Absolute URL of the page, for relative links. Default: where it is from."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", dir_okay=False, help="Write the article to FILE.")
    ] = None,
    source: Annotated[
        SourceKind, typer.Option(help="What the page is written in; auto tells Markdown from HTML by itself.")
    ] = SourceKind.AUTO,
    front_matter: Annotated[
        bool, typer.Option("--front-matter", help="Begin Markdown with a YAML block of the metadata.")
    ] = False,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Print, in place of the article, what became of every block and every claim of headline, author, date "
            "and the rest, and why. With --output, the article is written all the same.",
        ),
    ] = False,
    why: Annotated[
        str | None,
        typer.Option(
            callback=some_words,
            metavar="WORDS",
            help="Print, in place of the article, why the block with these words was kept or dropped, and what would "
            "change that. With --output, the article is written all the same.",
        ),
    ] = None,
) -> None:
    """Print the article of a web page.

    **Examples**

    - `cleanpage extract https://example.org/a.html`
    - `cleanpage extract saved.html --url https://example.org/a.html --format json --output article.json`
    - `curl -s https://example.org/a.html | cleanpage extract - --format markdown`
    - `cleanpage extract saved.html --why "words of a missing paragraph"`

    **Exit codes:** 0 an article; 1 the page cannot be read; 2 wrong usage; 3 a page without an article, with what it
    is instead on standard error.
    """
    try:
        options = Options(source=source.value)
        loaded = load(page, options.max_bytes)
        url = url or loaded.url
        analysis = analyze(loaded.body, url=url, content_type=loaded.content_type, options=options)
        if output or not (explain or why):
            write(rendered(analysis.article, form, front_matter), output)
    except UrlError as error:
        fail(error, USAGE)
    except (CleanpageError, OSError) as error:
        fail(error, FAILURE)
    if explain:
        print_explanation(analysis)
    if why:
        write(f"{analysis.explain(text=why)}\n", None)
    report(analysis.article)


def rendered(article: Article, form: Format, front_matter: bool) -> str:
    match form:
        case Format.TEXT:
            return to_text(article)
        case Format.MARKDOWN:
            return to_markdown(article, front_matter=front_matter)
        case Format.JSON:
            return to_json(article) + "\n"
        case Format.HTML:
            return to_html(article)


def write(text: str, output: Path | None) -> None:
    """Write to a file, or to standard output: in UTF-8, but for a terminal, which has an encoding of its own."""
    if output:
        output.write_bytes(text.encode())
    else:
        typer.echo(text if sys.stdout.isatty() else text.encode(), nl=False)


def report(article: Article) -> None:
    """Say on standard error what is wrong with the page, if anything is."""
    outcome = article.outcome
    if outcome.kind is not OutcomeKind.ARTICLE:
        typer.echo(f"cleanpage: {outcome.kind}: {outcome.reason}", err=True)
    if not outcome.has_article:
        raise typer.Exit(NO_ARTICLE)


for command in (save, check, drift, inspect, serve):
    app.command()(command)
