"""The command `batch`."""

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from threading import Event
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from cleanpage.cli.pages import FAILURE, USAGE, fail
from cleanpage.cli.progress import Show, showing
from cleanpage.errors import CleanpageError, MissingExtraError

if TYPE_CHECKING:
    from cleanpage.batch import Report

__all__ = ["batch"]

WITH_ERRORS, INTERRUPTED = 4, 130
UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40}


class Form(StrEnum):
    """What the output is written as."""

    PARQUET = "parquet"
    JSONL = "jsonl"


def size(text: str) -> int:
    """A number of bytes, as in `500M` or `2G`."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([KMGT]?)(?:i?B)?", text.strip(), re.IGNORECASE)
    if not found or float(found[1]) <= 0:
        raise typer.BadParameter(f"{text!r} is no size; give one as in 500M or 2G")
    return int(float(found[1]) * UNITS[found[2].upper()])


def statuses(texts: list[str]) -> tuple[int, ...]:
    """HTTP statuses; none of them for `any`."""
    if texts == ["any"]:
        return ()
    if not all(re.fullmatch(r"\d{3}", text) for text in texts):
        raise typer.BadParameter("give HTTP statuses as in --status 200 --status 203, or --status any")
    return tuple(map(int, texts))


def batch(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="WARC, Parquet, JSONL and HTML files, packed or not; folders; patterns; @FILE with one of these a "
            "line; - for JSONL on standard input.",
        ),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="OUT", help="Folder to write parts to.")],
    workers: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Processes; by default one a core. 0: in this process.")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with an OUT that is there.")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an OUT that is there.")] = False,
    form: Annotated[Form, typer.Option("--format", "-f", help="What to write.")] = Form.PARQUET,
    one_file: Annotated[bool, typer.Option("--one-file", help="Merge the parts; OUT is a file.")] = False,
    status: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="HTTP status of pages to extract; repeat for more; any for all."),
    ] = None,
    where: Annotated[
        str | None,
        typer.Option(metavar="CONDITION", help="Rows to write: has_article, language=en,fr, confidence>=0.8 ..."),
    ] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option(metavar="COL", help="Column of the input, or WARC header, to keep; repeat for more."),
    ] = None,
    html_column: Annotated[str, typer.Option(metavar="COL", help="Column of an input with the page.")] = "html",
    url_column: Annotated[str, typer.Option(metavar="COL", help="Column with its URL.")] = "url",
    id_column: Annotated[str, typer.Option(metavar="COL", help="Column with its identifier.")] = "id",
    evidence: Annotated[bool, typer.Option("--evidence", help="Write where each value is from.")] = False,
    timings: Annotated[bool, typer.Option(help="Write the seconds that each page took.")] = True,
    timeout: Annotated[float, typer.Option(min=0.1, metavar="S", help="Seconds that a page may take.")] = 60.0,
    memory: Annotated[str, typer.Option(metavar="SIZE", help="Memory that a page may take a worker to.")] = "2G",
    max_errors: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Stop when more pages than these had an error.")
    ] = None,
    part_size: Annotated[int, typer.Option(min=1, metavar="N", help="Records of an input for each part.")] = 2048,
    progress: Annotated[Show, typer.Option(help="How to show progress on standard error.")] = Show.AUTO,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List the inputs, and write nothing.")] = False,
) -> None:
    """Extract many pages, to Parquet or JSONL.

    Each page in scope is one row of OUT, whatever happens: with an article, or with the error that stood in the way.
    What was interrupted goes on with `--resume`; no page is lost, and none is there twice.

    **Examples**

    - `cleanpage batch crawl/*.warc.gz -o articles`
    - `cleanpage batch pages.parquet -o articles.parquet --one-file --keep crawl_date`
    - `cleanpage batch site/ -o articles --format jsonl --where has_article`

    **Exit codes:** 0 done; 1 failed; 2 wrong usage; 4 done, but there are rows with an error or damaged inputs; 130
    interrupted, and can be resumed.
    """
    try:
        from cleanpage import batch as library  # loads pyarrow, which other commands do without
    except MissingExtraError as error:
        fail(error, FAILURE)
    try:
        read = library.ReadSettings(
            statuses=statuses(status or ["200"]),
            keep=tuple(keep or ()),
            html_column=html_column,
            url_column=url_column,
            id_column=id_column,
        )
        settings = library.RunSettings(
            workers=library.available_cores() if workers is None else workers,
            resume=resume,
            overwrite=overwrite,
            form=library.Form(form),
            one_file=one_file,
            evidence=evidence,
            timings=timings,
            where=where,
            read=read,
            limits=library.Limits(seconds=timeout, memory=size(memory)),
            max_errors=max_errors,
            part_size=part_size,
        )
        if dry_run:
            typer.echo(library.list_inputs(inputs))
            raise typer.Exit
        with interruptible() as asked, showing(progress) as show:
            report = library.run(inputs, output, settings, progress=show, stop=asked.is_set)
    except (library.OutputError, FileNotFoundError, ValueError) as error:
        fail(error, USAGE)
    except (CleanpageError, OSError) as error:
        fail(error, FAILURE)
    except KeyboardInterrupt:
        typer.echo("cleanpage: interrupted; go on with --resume", err=True)
        raise typer.Exit(INTERRUPTED) from None
    finish(report, as_json=progress is Show.JSON)


@contextmanager
def interruptible() -> Iterator[Event]:
    """An event that the first Ctrl-C sets; the second one ends the run at once."""
    asked = Event()

    def ask(_signal: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        asked.set()
        typer.echo("cleanpage: finishing this part; press Ctrl-C again to end at once", err=True)

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield asked
    finally:
        signal.signal(signal.SIGINT, before)


def finish(report: "Report", *, as_json: bool) -> None:
    """Print the report, and end with the exit code that it asks for."""
    typer.echo(report.to_json() if as_json else in_words(report), nl=False)
    if not report.complete:
        typer.echo("cleanpage: interrupted; go on with --resume", err=True)
        raise typer.Exit(INTERRUPTED)
    if not report.clean:
        raise typer.Exit(WITH_ERRORS)


def in_words(report: "Report") -> str:
    """A report for people."""
    lines = [f"{report.rows:,} rows of {report.pages:,} pages in {report.seconds:.1f} s"]
    if report.resumed:
        lines[0] += f", {report.resumed:,} of them from before"
    for title, counts in (("", report.outcomes), ("error ", report.errors), ("skipped ", report.skipped)):
        lines += [f"  {number:>9,}  {title}{name}" for name, number in counts.items()]
    lines += [f"  {fault.kind}: {fault.source}, at byte {fault.at:,}: {fault.message}" for fault in report.faults]
    return "\n".join(lines) + "\n"
