"""The typer commands."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from cleanpage import __version__
from cleanpage.article import Article, OutcomeKind
from cleanpage.cli import parameters as given
from cleanpage.cli.batch import batch
from cleanpage.cli.inspecting import inspect, serve
from cleanpage.cli.pages import FAILURE, NO_ARTICLE, USAGE, SourceKind, fail, load
from cleanpage.cli.parameters import Format
from cleanpage.cli.tables import print_explanation
from cleanpage.cli.testing import check, drift, save
from cleanpage.errors import CleanpageError, OptionsError, UrlError
from cleanpage.options import Options
from cleanpage.pipeline import analyze
from cleanpage.render import to_html, to_json, to_markdown, to_schema_org, to_tei, to_text, to_zyte

__all__ = ["app"]


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


@app.callback()
def cleanpage(
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Take the article out of a web page, without the boilerplate around it."""


@app.command()
def extract(
    page: given.PageName,
    form: given.Form = Format.TEXT,
    url: given.Url = None,
    output: given.Output = None,
    source: given.Source = SourceKind.AUTO,
    front_matter: given.FrontMatter = False,
    keep: given.Keep = None,
    drop: given.Drop = None,
    body: given.Body = None,
    hidden: given.Hidden = given.HiddenKind.AUTO,
    comments: given.Comments = False,
    detect_language: given.DetectLanguage = False,
    explain: given.Explain = False,
    why: given.Why = None,
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
        options = Options(
            source=source.value,
            keep=tuple(keep or ()),
            drop=tuple(drop or ()),
            body=body,
            hidden=hidden.value,
            comments=comments,
            detect_language=detect_language,
        )
        loaded = load(page, options.max_bytes)
        url = url or loaded.url
        analysis = analyze(loaded.body, url=url, content_type=loaded.content_type, options=options)
        if output or not (explain or why):
            write(rendered(analysis.article, form, front_matter), output)
    except (UrlError, OptionsError) as error:
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
        case Format.TEI:
            return to_tei(article)
        case Format.SCHEMA_ORG:
            return in_json(to_schema_org(article))
        case Format.ZYTE:
            return in_json(to_zyte(article))


def in_json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


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


for command in (batch, save, check, drift, inspect, serve):
    app.command()(command)
