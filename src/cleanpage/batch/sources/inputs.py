"""Finds the inputs that the user means: files of several kinds, folders, patterns, and lists of them."""

import glob
import io
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from cleanpage.batch.streams import open_stream

__all__ = ["Input", "Kind", "find_inputs", "kind_of", "list_inputs"]


class Kind(StrEnum):
    """What a file holds."""

    WARC = "warc"
    PARQUET = "parquet"
    JSONL = "jsonl"
    PAGES = "pages"
    """Pages in files of their own: many files make one input."""


@dataclass(frozen=True, slots=True)
class Input:
    """Something to read from its beginning to its end."""

    kind: Kind
    paths: tuple[str, ...]
    """One file; of `Kind.PAGES`, one or more."""


STANDARD_INPUT = "-"

PACKED = re.compile(r"\.(?:gz|zst|bz2|xz)$", re.IGNORECASE)
BY_NAME = (
    (Kind.WARC, re.compile(r"\.(?:warc|wat|wet)$", re.IGNORECASE)),
    (Kind.PARQUET, re.compile(r"\.(?:parquet|pq)$", re.IGNORECASE)),
    (Kind.JSONL, re.compile(r"\.(?:jsonl|ndjson|jsonlines)$", re.IGNORECASE)),
    (Kind.PAGES, re.compile(r"\.(?:x?html?|xht|md|markdown)$", re.IGNORECASE)),
)
HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
SNIFFED = 4096


def find_inputs(arguments: Iterable[str]) -> tuple[tuple[Input, ...], Counter[str]]:
    """The inputs that arguments stand for, in order, each once.

    Args:
        arguments: Files, folders, patterns as in `crawl/*.warc.gz`, `@list.txt` with one of these a line, or `-` for
            JSONL on standard input.

    Returns:
        The inputs, and how many files of folders were left out, by reason.

    Raises:
        FileNotFoundError: An argument stands for nothing.
    """
    left_out: Counter[str] = Counter()
    found: dict[str, Kind] = {}
    for argument in arguments:
        for path, kind in files_of(argument, left_out):
            found.setdefault(path, kind)
    inputs: list[Input] = []
    for kind, group in groupby(found, found.__getitem__):
        paths = tuple(group)
        inputs += [Input(kind, paths)] if kind is Kind.PAGES else [Input(kind, (path,)) for path in paths]
    return tuple(inputs), left_out


def list_inputs(arguments: Iterable[str]) -> str:
    """What arguments stand for, a line each, with the bytes to read."""
    inputs, left_out = find_inputs(arguments)
    lines = []
    for given in inputs:
        size = sum(Path(path).stat().st_size for path in given.paths if path != STANDARD_INPUT)
        first, *others = given.paths
        more = f" and {len(others):,} more" if others else ""
        lines.append(f"{given.kind:8} {size:>15,}  {first}{more}")
    lines += [f"left out: {number:,} of {reason}" for reason, number in left_out.items()]
    return "\n".join(lines)


def files_of(argument: str, left_out: Counter[str]) -> Iterator[tuple[str, Kind]]:
    """The files of an argument, with their kinds."""
    if argument == STANDARD_INPUT:
        yield argument, Kind.JSONL
    elif argument.startswith("@"):
        for line in Path(argument[1:]).read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield from files_of(line.strip(), left_out)
    elif Path(argument).is_dir():
        yield from files_of_folder(argument, left_out)
    elif Path(argument).exists():
        yield argument, kind_of(argument) or Kind.PAGES
    else:
        matches = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207  # Path.glob takes no absolute patterns
        if not matches:
            raise FileNotFoundError(f"{argument}: no such file, folder or pattern")
        for match in matches:
            yield from files_of(match, left_out)


def files_of_folder(folder: str, left_out: Counter[str]) -> Iterator[tuple[str, Kind]]:
    """The files below a folder that hold pages, by path; hidden ones are passed over."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = str(Path(place, name))
            kind = None if name.startswith(".") else kind_of(path)
            if kind is not None:
                yield path, kind
            elif not name.startswith("."):
                left_out["files without pages"] += 1


def kind_of(path: str) -> Kind | None:
    """What a file holds, by its name or else by how it begins; None if it looks like none of the kinds."""
    name = PACKED.sub("", path)
    for kind, names in BY_NAME:
        if names.search(name):
            return kind
    try:
        with open_stream(path) as stream:
            head = io.BufferedReader(stream).read(SNIFFED)
    except OSError:
        return None
    return kind_of_content(head)


def kind_of_content(head: bytes) -> Kind | None:
    """What a file holds that begins with some bytes."""
    if head.startswith(b"WARC/"):
        return Kind.WARC
    if head.startswith(b"PAR1"):
        return Kind.PARQUET
    if is_json_line(head):
        return Kind.JSONL
    return Kind.PAGES if HTML.search(head) else None


def is_json_line(head: bytes) -> bool:
    """Whether a file begins with a line that is an object, as far as the line can be seen."""
    line, newline, _ = head.partition(b"\n")
    if not line.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return not newline and len(head) == SNIFFED and line.startswith(b'{"')
