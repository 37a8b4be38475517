"""Loads pages for the commands, and ends commands with an exit code."""

import re
import sys
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn

from cleanpage.cli.download import Download, download

__all__ = ["FAILURE", "NO_ARTICLE", "USAGE", "SourceKind", "fail", "load"]

FAILURE, USAGE, NO_ARTICLE = 1, 2, 3
WEB = re.compile(r"https?://", re.IGNORECASE)


class SourceKind(StrEnum):
    """What a page is written in."""

    AUTO = "auto"
    HTML = "html"
    MARKDOWN = "markdown"


def load(page: str, max_bytes: int) -> Download:
    """The page that the user names, one byte more of it than the limit at most."""
    if WEB.match(page):
        return download_shown(page, max_bytes)
    if page == "-":
        return Download(read(sys.stdin.buffer, max_bytes), None, None)
    with Path(page).open("rb") as file:
        return Download(read(file, max_bytes), None, None)


def read(file: BinaryIO, max_bytes: int) -> bytes:
    return file.read(max_bytes + 1)


def download_shown(url: str, max_bytes: int) -> Download:
    """Download a page with a bar on standard error, if that is a terminal."""
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), DownloadColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(url, total=None)
        return download(url, max_bytes, lambda done, total: bar.update(task, completed=done, total=total))


def fail(error: Exception, code: int) -> NoReturn:
    """Say on standard error what is wrong, and end with an exit code."""
    typer.echo(f"cleanpage: {error}", err=True)
    raise typer.Exit(code)
