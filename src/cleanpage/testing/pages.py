"""Saved pages: a folder `<name>.page/` with the page as it came, what is known of it, and what is expected of it.

- `page.html`, or `page.html.gz`: the bytes of the page;
- `meta.json`: `Meta`;
- `expected.json`: an object of fields and their values, see `cleanpage.testing.fields`.
"""

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cleanpage.errors import CleanpageError, OptionsError
from cleanpage.options import Options
from cleanpage.testing.comparison import Tolerance

__all__ = ["SUFFIX", "Expected", "Meta", "SavedPage", "SavedPageError", "find_pages", "read_expected", "read_page"]

SUFFIX = ".page"
"""How the name of the folder of a saved page ends."""

Expected = dict[str, Any]
"""The contents of `expected.json`: a JSON value for each field."""


class SavedPageError(CleanpageError, ValueError):
    """A saved page cannot be used; the message names the file, the fault and the remedy."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class Meta(BaseModel):
    """What `meta.json` says of a saved page."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    url: str | None = None
    """Absolute URL of the page."""
    content_type: str | None = None
    """The header `Content-Type` that the page came with."""
    saved: str | None = None
    """When it was saved, in ISO 8601."""
    sha256: str | None = None
    """SHA-256 of the bytes of the page, in hexadecimal; None for a page that may be edited."""
    status: int = Field(default=200, ge=100, le=599)
    """The status that `serve_pages` answers with."""
    headers: dict[str, str] = {}
    """Further headers that `serve_pages` sends."""
    options: dict[str, Any] = {}
    """Arguments of `cleanpage.Options`."""
    tolerances: dict[str, Tolerance] = {}
    """How fields of this page are compared, by field."""
    xfail: dict[str, str] = {}
    """Fields that are known to come out wrong, each with the reason."""
    markers: tuple[str, ...] = ()
    """pytest markers of the checks of this page."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A saved page. It looks like a response, so that `cleanpage.extract(page)` finds its URL and content type."""

    folder: Path
    body: bytes
    """The page as it came, unpacked."""
    meta: Meta

    @property
    def name(self) -> str:
        """Name of the folder, without `.page`."""
        return self.folder.name.removesuffix(SUFFIX)

    @property
    def url(self) -> str | None:
        """Absolute URL of the page."""
        return self.meta.url

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers that the page is served with."""
        types = {"Content-Type": self.meta.content_type} if self.meta.content_type else {}
        return {**self.meta.headers, **types}

    @property
    def options(self) -> Options:
        """How the page is read."""
        return Options(**self.meta.options)

    @property
    def expected_file(self) -> Path:
        """Where the expectations are."""
        return self.folder / "expected.json"


def find_pages(places: Iterable[Path]) -> Iterator[Path]:
    """The folders of saved pages: each place itself if it is one, else all within it, by name."""
    for place in places:
        if place.name.endswith(SUFFIX):
            yield place
        else:
            yield from sorted(path for path in place.rglob(f"*{SUFFIX}") if path.is_dir())


def read_page(folder: Path) -> SavedPage:
    """The saved page in a folder.

    Raises:
        SavedPageError: There is no page, or a file of it is damaged.
    """
    meta = read_meta(folder / "meta.json")
    return SavedPage(folder, read_body(folder, meta.sha256), meta)


def read_meta(file: Path) -> Meta:
    try:
        meta = Meta.model_validate(read_json(file))
        Options(**meta.options)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise SavedPageError(file, faults) from error
    except (TypeError, OptionsError) as error:
        raise SavedPageError(file, f"options: {error}") from error
    return meta


def read_body(folder: Path, digest: str | None) -> bytes:
    files = [file for file in (folder / "page.html", folder / "page.html.gz") if file.exists()]
    if len(files) != 1:
        raise SavedPageError(folder, f"must hold one of page.html and page.html.gz, and holds {len(files)}")
    (file,) = files
    try:
        body = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    except (OSError, EOFError, zlib.error) as error:
        raise SavedPageError(file, f"cannot be read: {error}") from error
    if digest and hashlib.sha256(body).hexdigest() != digest:
        raise SavedPageError(
            file, "is not the page that was saved (its SHA-256 differs): restore it, or remove sha256 from meta.json"
        )
    return body


def read_expected(file: Path) -> Expected:
    """The expectations in a file.

    Raises:
        SavedPageError: The file is missing, or holds no JSON object.
    """
    expected = read_json(file)
    if not isinstance(expected, dict):
        raise SavedPageError(file, f"must hold an object of fields, not {type(expected).__name__}")
    return expected


def read_json(file: Path) -> Any:
    try:
        return json.loads(file.read_bytes(), object_pairs_hook=without_repeats)
    except FileNotFoundError as error:
        raise SavedPageError(file, "is missing") from error
    except (OSError, ValueError, RecursionError) as error:
        raise SavedPageError(file, f"cannot be read as JSON: {error}") from error


def without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object of `pairs`; a key that stands twice, of which one would be lost, raises `ValueError`."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"{next(key for key in keys if keys.count(key) > 1)!r} stands twice in one object")
    return found
