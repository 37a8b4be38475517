"""Drift: how results change with another version of the library, or with fresh copies of the pages."""

import base64
import json
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from cleanpage.errors import CleanpageError
from cleanpage.explain.analysis import Analysis
from cleanpage.testing import other_version
from cleanpage.testing.cases import Reading, Result, Settings, difference, read
from cleanpage.testing.causes import causes_of
from cleanpage.testing.comparison import Difference
from cleanpage.testing.fields import FIELDS, json_of
from cleanpage.testing.pages import Meta, SavedPage

__all__ = ["DriftError", "Fetch", "drift_from_fresh", "drift_from_version", "fresh_copy"]

Fetch = Callable[[str], tuple[bytes, str | None]]
"""Fetches a URL: the bytes and the header `Content-Type`. It may raise a `CleanpageError`."""

WHOLE = "page"
"""Field of the result of a page that could not be extracted or fetched."""


class DriftError(CleanpageError):
    """Another version could not be run; the message says why."""

    def __init__(self, python: Path, reason: str) -> None:
        super().__init__(f"{python}: {reason}")


def drift_from_version(pages: Sequence[SavedPage], python: Path, settings: Settings) -> Iterator[Result]:
    """What this version extracts otherwise than the one of another interpreter does.

    Args:
        pages: Saved pages.
        python: The interpreter that has the other version.
        settings: Fields to compare, and how.

    Yields:
        A result for each field that either version has, the other version's value first.

    Raises:
        DriftError: The interpreter cannot be run, or has no cleanpage.
    """
    for page, reply in zip(pages, other_articles(pages, python), strict=True):
        if "error" in reply:
            yield broken(page, f"the other version: {reply['error']}")
        else:
            now = read(page)
            old = {name: field.read(reply["article"]) for name, field in FIELDS.items()}
            yield from moves(page, old, now, None, settings)


def drift_from_fresh(pages: Iterable[SavedPage], fetch: Fetch, settings: Settings) -> Iterator[Result]:
    """What is extracted otherwise from fresh copies of the pages: what a change of the site moved.

    Args:
        pages: Saved pages with URLs.
        fetch: Fetches a page.
        settings: Fields to compare, and how.

    Yields:
        A result for each field that either copy has, the saved one's value first.
    """
    for page in pages:
        try:
            fresh = fresh_copy(page, fetch)
        except CleanpageError as error:
            yield broken(page, str(error))
        else:
            before = read(page)
            yield from moves(page, before.observed, read(fresh), before.analysis, settings)


def fresh_copy(page: SavedPage, fetch: Fetch) -> SavedPage:
    """The page as it is now.

    Raises:
        CleanpageError: It has no URL, or cannot be fetched.
    """
    if not page.url:
        raise CleanpageError(f"{page.folder / 'meta.json'}: needs a url to fetch the page from")
    body, content_type = fetch(page.url)
    meta: Meta = page.meta.model_copy(update={"content_type": content_type, "sha256": None})
    return replace(page, body=body, meta=meta)


def moves(
    page: SavedPage, old: Mapping[str, Any], now: Reading, before: Analysis | None, settings: Settings
) -> Iterator[Result]:
    """A result for each field that either copy has."""
    for name, field in FIELDS.items():
        if not settings.wants(name) or not field.written or not (old[name] or now.observed[name]):
            continue
        found = difference(name, old, now.observed, settings.tolerance(name, page.meta.tolerances))
        why = causes_of(name, old[name], found, now.analysis, before, explain=settings.explain) if found else ()
        yield Result(page.folder.name, name, json_of(old[name]), json_of(now.observed[name]), found, why)


def broken(page: SavedPage, reason: str) -> Result:
    return Result(page.folder.name, WHOLE, None, None, Difference(reason))


def other_articles(pages: Sequence[SavedPage], python: Path) -> list[dict[str, Any]]:
    """What the other interpreter answers for each page."""
    program = Path(other_version.__file__).read_text(encoding="utf-8")
    requests = "".join(f"{json.dumps(request(page))}\n" for page in pages)
    try:
        run = subprocess.run(
            [str(python), "-I", "-X", "utf8", "-c", program],
            input=requests,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    except OSError as error:
        raise DriftError(python, str(error)) from error
    replies = [json.loads(line) for line in run.stdout.splitlines()[1:]]
    if run.returncode or len(replies) != len(pages):
        reason = (run.stderr.strip().splitlines() or [f"ended with {run.returncode}"])[-1]
        raise DriftError(python, reason)
    return replies


def request(page: SavedPage) -> dict[str, Any]:
    return {
        "body": base64.b64encode(page.body).decode(),
        "url": page.url,
        "content_type": page.meta.content_type,
        "options": page.meta.options,
    }
