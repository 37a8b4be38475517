"""The commands `inspect` and `serve`."""

import json
import webbrowser
from dataclasses import fields
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated, Any

import typer

from cleanpage.cli.download import Download, download
from cleanpage.cli.guard import PublicTransport
from cleanpage.cli.pages import FAILURE, USAGE, SourceKind, fail, load
from cleanpage.errors import CleanpageError, MissingExtraError, OptionsError, UrlError
from cleanpage.explain.analysis import Analysis
from cleanpage.inspector import Comparison, compare_expected, compare_results, render
from cleanpage.options import Options
from cleanpage.pipeline import analyze

__all__ = ["inspect", "serve"]

RESULT = "result"
"""What the result with the options of the command line is called in a comparison."""

EXPECTED_KEYS = ("paragraphs", "articleBody", "article_body", "text", "body")
"""Where the expected text stands in a file of JSON, the first that is there."""

MAX_UPLOAD = 20_000_000


class CompareError(CleanpageError):
    """A side of a comparison cannot be used."""

    def __init__(self, side: str, remedy: str) -> None:
        super().__init__(f"--compare {side}: {remedy}")


def inspect(
    page: Annotated[str, typer.Argument(metavar="PAGE", help="A file, a saved page, a URL, or - for stdin.")],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", dir_okay=False, help="Write the report to FILE."),
    ] = None,
    show: Annotated[bool, typer.Option("--open", help="Show the report in the browser.")] = False,
    compare: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="A B",
            help="Mark what only one of two results keeps. Each is `result`, options as JSON "
            '(`\'{"source": "html"}\'`, or a file of such), or a file with the expected text: .txt, .md or .json.',
        ),
    ] = None,
    url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Absolute URL of the page, for relative links. Default: where it is from."),
    ] = None,
    source: Annotated[
        SourceKind, typer.Option(help="What the page is written in; auto tells Markdown from HTML by itself.")
    ] = SourceKind.AUTO,
) -> None:
    """Write a report that shows what was kept of a page, what was dropped, and why: one HTML file.

    **Examples**

    - `cleanpage inspect saved.html --open`
    - `cleanpage inspect https://example.org/a.html -o report.html`
    - `cleanpage inspect saved.html --compare result expected.txt -o report.html`
    """
    try:
        options = Options(source=source.value)
        loaded = load(page, options.max_bytes)
        report = report_of(loaded, url or loaded.url, options, compare)
    except (UrlError, OptionsError, CompareError) as error:
        fail(error, USAGE)
    except (CleanpageError, OSError) as error:
        fail(error, FAILURE)
    if show and output is None:
        with NamedTemporaryFile(prefix="cleanpage-", suffix=".html", delete=False) as file:
            output = Path(file.name)
    if output is None:
        typer.echo(report.encode(), nl=False)
        return
    output.write_text(report, encoding="utf-8")
    if show:
        webbrowser.open(output.absolute().as_uri())


def report_of(page: Download, url: str | None, options: Options, compare: tuple[str, str] | None) -> str:
    """The report on a page, with a comparison where one is asked for."""

    def analysis_with(chosen: Options) -> Analysis:
        return analyze(page.body, url=url, content_type=page.content_type, options=chosen)

    if compare is None:
        return render(analysis_with(options))
    sides = [side_of(name, options) for name in compare]
    results = [side if isinstance(side, list) else analysis_with(side) for side in sides]
    analysis, comparison = compared(results[0], results[1], compare)
    return render(analysis, comparison=comparison)


def compared(
    one: Analysis | list[str], other: Analysis | list[str], names: tuple[str, str]
) -> tuple[Analysis, Comparison]:
    """The result to be shown, and what it is compared with; the first side is shown if both are results."""
    if isinstance(one, Analysis) and isinstance(other, Analysis):
        return one, compare_results(one, other, names)
    if isinstance(one, Analysis) and isinstance(other, list):
        return one, compare_expected(one, other, names)
    if isinstance(other, Analysis) and isinstance(one, list):
        return other, compare_expected(other, one, (names[1], names[0]))
    raise CompareError(" ".join(names), "at least one side must be a result; two files of text have no page")


def side_of(name: str, options: Options) -> Options | list[str]:
    """One side of a comparison: options for a result, or the lines of an expected text."""
    if name == RESULT:
        return options
    if name.lstrip().startswith("{"):
        return options_from(name, name)
    path = Path(name)
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        data = json_from(name, text)
        known = {field.name for field in fields(Options)}
        return options_from(name, text) if data.keys() <= known else expected_lines(name, data)
    if path.suffix in (".md", ".markdown"):
        return list(analyze(text, options=Options(source="markdown")).page.texts)
    return text.splitlines()


def json_from(name: str, text: str) -> dict[str, Any]:
    """An object of JSON."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise CompareError(name, f"this is no JSON: {error}") from error
    if not isinstance(data, dict):
        raise CompareError(name, "give a JSON object")
    return data


def options_from(name: str, text: str) -> Options:
    """Options from an object of JSON, by their names in `Options`."""
    try:
        return Options(**json_from(name, text))
    except TypeError as error:
        known = ", ".join(field.name for field in fields(Options))
        raise CompareError(name, f"the options are {known}") from error


def expected_lines(name: str, data: dict[str, Any]) -> list[str]:
    """The expected text in an article, or in a saved expectation of one."""
    nested = (data.get("expected"), data.get("article"))
    for found in (data, *(part for part in nested if isinstance(part, dict))):
        for key in EXPECTED_KEYS:
            value = found.get(key)
            if isinstance(value, str):
                return value.splitlines()
            if isinstance(value, list) and all(isinstance(line, str) for line in value):
                return value
    raise CompareError(name, f"none of {', '.join(EXPECTED_KEYS)} is in it")


def serve(
    host: Annotated[str, typer.Option(help="Address to listen at; others than this machine's own are open to all.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(min=0, max=65_535, help="Port to listen at.")] = 8_000,
    allow_fetch: Annotated[
        bool,
        typer.Option("--allow-fetch", help="Let visitors name a URL that is fetched; private addresses are refused."),
    ] = False,
    max_bytes: Annotated[int, typer.Option(min=1, help="Size of the largest page that is taken.")] = MAX_UPLOAD,
) -> None:
    """Serve a page in which to paste HTML, or drop a file, and see it in the inspector."""
    try:
        from cleanpage.inspector.server import build_app, is_loopback, run
    except ModuleNotFoundError as error:
        fail(MissingExtraError(f"`cleanpage serve` ({error.name})", "inspect"), FAILURE)
    if not is_loopback(host):
        typer.echo(f"cleanpage: whoever can reach {host} can use this server", err=True)
    run(build_app(host, max_bytes, fetch_public if allow_fetch else None), host, port)


def fetch_public(url: str, max_bytes: int) -> Download:
    """Fetch a page from a public address."""
    return download(url, max_bytes, lambda _done, _total: None, PublicTransport())
