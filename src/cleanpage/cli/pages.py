"""Loads pages for the commands, and ends commands with an exit code."""

import gzip
import re
import sys
import zlib
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn

from cleanpage.cli.download import Download, download
from cleanpage.testing.pages import read_page

__all__ = ["FAILURE", "NO_ARTICLE", "USAGE", "SourceKind", "fail", "load"]

FAILURE, USAGE, NO_ARTICLE = 1, 2, 3
WEB = re.compile(r"https?://", re.IGNORECASE)


class SourceKind(StrEnum):
    """What a page is written in."""

    AUTO = "auto"
    HTML = "html"
    MARKDOWN = "markdown"


def load(page: str, max_bytes: int) -> Download:
    """The page that the user names, one byte more of it than the limit at most.

    A file may be packed with gzip; a folder is a saved page.
    """
    if WEB.match(page):
        return download_shown(page, max_bytes)
    if page == "-":
        return Download(read(sys.stdin.buffer, max_bytes), None, None)
    path = Path(page)
    if path.is_dir():
        saved = read_page(path)
        return Download(saved.body[: max_bytes + 1], saved.meta.content_type, saved.url)
    with path.open("rb") as file:
        packed = file.peek(2).startswith(b"\x1f\x8b")
        return Download(read_packed(file, max_bytes) if packed else read(file, max_bytes), None, None)


def read_packed(file: BinaryIO, max_bytes: int) -> bytes:
    """Read a file that is packed with gzip.

    Raises:
        OSError: It is damaged.
    """
    try:
        with gzip.open(file) as unpacked:
            return unpacked.read(max_bytes + 1)
    except (EOFError, zlib.error) as error:
        raise OSError(f"{file.name}: {error}") from error


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
