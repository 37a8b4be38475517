"""The commands on saved pages: `save`, `check` and `drift`."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from cleanpage.cli.download import download
from cleanpage.errors import CleanpageError
from cleanpage.options import Options
from cleanpage.testing.cases import Result, Settings, check_page
from cleanpage.testing.comparison import Difference
from cleanpage.testing.drift import drift_from_fresh, drift_from_version
from cleanpage.testing.html_report import write_report
from cleanpage.testing.pages import SUFFIX, SavedPageError, find_pages, read_page
from cleanpage.testing.reports import Form, render
from cleanpage.testing.saving import name_of, save_page

__all__ = ["check", "drift", "save"]

FAILURE = 1

Folders = Annotated[
    list[Path], typer.Argument(metavar="DIR", exists=True, file_okay=False, help="Saved pages, or folders of them.")
]
Fields = Annotated[str | None, typer.Option(metavar="F1,F2", help="Look at these fields alone.")]
MinF1 = Annotated[float | None, typer.Option(min=0, max=1, help="F1 that texts must reach, whatever pages say.")]
Explain = Annotated[bool, typer.Option("--explain", help="Name the features that decided on each lost paragraph.")]
Format = Annotated[Form, typer.Option("--format", "-f", help="What to write the results as.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", dir_okay=False, help="Write the results to FILE.")
]


def save(
    page: Annotated[str, typer.Argument(metavar="PAGE", help="A file or an http(s) URL.")],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to save it: a folder, or <name>.page itself.")],
    url: Annotated[
        str | None, typer.Option(metavar="URL", help="Absolute URL of the page. Default: that of PAGE.")
    ] = None,
    content_type: Annotated[
        str | None, typer.Option(help="Header that the page came with. Default: as served.")
    ] = None,
    packed: Annotated[bool, typer.Option("--gzip", help="Write page.html.gz.")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace a saved page of the same name.")] = False,
) -> None:
    """Save a page with what is extracted from it now, as a test of what is extracted from then on.

    Read `expected.json` once, and put right what is wrong in it.

    **Examples**

    - `cleanpage save https://example.org/a.html tests/pages`
    - `cleanpage save a.html tests/pages/river.page --url https://example.org/a.html`
    """
    try:
        body, found_url, found_type = load(page)
        url = url or found_url
        folder = (
            folder if folder.name.endswith(SUFFIX) else folder / f"{name_of(url) if url else Path(page).stem}{SUFFIX}"
        )
        save_page(body, folder, url=url, content_type=content_type or found_type, packed=packed, overwrite=overwrite)
    except (CleanpageError, OSError) as error:
        raise failure(error) from error
    typer.echo(f"saved {folder}")


def load(page: str) -> tuple[bytes, str | None, str | None]:
    """The page as it is at a URL or in a file, with its URL and content type."""
    if not page.lower().startswith(("http://", "https://")):
        return Path(page).read_bytes(), None, None
    found = download(page, Options().max_bytes, ignore)
    return found.body, found.url, found.content_type


def check(
    folders: Folders,
    fields: Fields = None,
    min_f1: MinF1 = None,
    explain: Explain = False,
    form: Format = Form.TEXT,
    output: Output = None,
    report: Annotated[Path | None, typer.Option(metavar="DIR", file_okay=False, help="Write an HTML report.")] = None,
) -> None:
    """Check saved pages without pytest.

    **Exit codes:** 0 all is as expected; 1 something is not, or a saved page is damaged.
    """
    settings = settings_of(fields, min_f1, explain)
    try:
        results = [result for folder in found_pages(folders) for result in checked(folder, settings)]
        if report:
            write_report(results, report)
    except (CleanpageError, OSError) as error:
        raise failure(error) from error
    finish(results, form, "failed", output)


def checked(folder: Path, settings: Settings) -> Sequence[Result]:
    """The results of one page; of a damaged one, a result that says so."""
    try:
        return check_page(read_page(folder), settings)
    except SavedPageError as error:
        return (Result(folder.name, "page", None, None, Difference(str(error))),)


def drift(
    folders: Folders,
    python: Annotated[
        Path | None, typer.Option(metavar="PATH", help="The interpreter that has the other version of cleanpage.")
    ] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Fetch the pages anew, and compare the fresh copies.")] = False,
    fields: Fields = None,
    min_f1: MinF1 = 1.0,
    explain: Explain = False,
    form: Format = Form.TEXT,
    output: Output = None,
) -> None:
    """Say what comes out of saved pages otherwise: with another version of the library, or of fresh copies.

    **Exit codes:** 0 nothing moved; 1 something did, or a page could not be had; 2 wrong usage.
    """
    if (python is None) is not fresh:
        raise typer.BadParameter("give either --python PATH or --fresh")
    settings = settings_of(fields, min_f1, explain)
    try:
        pages = [read_page(folder) for folder in found_pages(folders)]
        found = drift_from_version(pages, python, settings) if python else drift_from_fresh(pages, fetch, settings)
        results = list(found)
    except CleanpageError as error:
        raise failure(error) from error
    finish(results, form, "moved", output)


def fetch(url: str) -> tuple[bytes, str | None]:
    """The page at a URL."""
    found = download(url, Options().max_bytes, ignore)
    return found.body, found.content_type


def ignore(_done: int, _total: int | None) -> None:
    """Show nothing of a download's progress."""


def settings_of(fields: str | None, min_f1: float | None, explain: bool) -> Settings:
    names = frozenset(name.strip() for name in fields.split(",")) if fields else None
    return Settings(fields=names, min_f1=min_f1, explain=explain)


def found_pages(folders: Iterable[Path]) -> Iterator[Path]:
    """The saved pages in the folders, of which there must be any."""
    found = list(find_pages(folders))
    if not found:
        raise SavedPageError(next(iter(folders)), f"holds no saved page, that is, no folder <name>{SUFFIX}")
    yield from found


def finish(results: Sequence[Result], form: Form, failed: str, output: Path | None) -> None:
    """Write the results, and end with 1 if any is not as expected."""
    text = render(results, form, failed)
    if output:
        output.write_bytes(text.encode())
    else:
        typer.echo(text if sys.stdout.isatty() else text.encode(), nl=False)
    if not all(result.ok for result in results):
        raise typer.Exit(FAILURE)


def failure(error: Exception) -> typer.Exit:
    """Say what is wrong on standard error."""
    typer.echo(f"cleanpage: {error}", err=True)
    return typer.Exit(FAILURE)
