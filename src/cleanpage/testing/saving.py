"""Writes saved pages and expectations. Each file is replaced atomically."""

import datetime as dt
import gzip
import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cleanpage.testing.cases import read
from cleanpage.testing.fields import expectations
from cleanpage.testing.pages import SUFFIX, Meta, SavedPage, SavedPageError

__all__ = ["as_json", "name_of", "save_page", "write_expected", "write_file"]

NOT_NAME = re.compile(r"[^a-z0-9]+")
MAX_NAME = 60
"""Characters of the name that a page is given after its URL."""

NOT_SENT = frozenset(
    "connection content-encoding content-length content-type date keep-alive server set-cookie transfer-encoding "
    "vary".split()
)
"""Headers of a response that are not kept: of the connection, of the packed body, of a session, or kept elsewhere."""


def save_page(
    body: bytes,
    folder: Path,
    *,
    url: str | None = None,
    content_type: str | None = None,
    headers: Mapping[str, str] | None = None,
    packed: bool = False,
    overwrite: bool = False,
) -> SavedPage:
    """Save a page with what is extracted from it now as its expectations.

    Args:
        body: The page as it came.
        folder: `<name>.page`, to be made.
        url: Absolute URL of the page.
        content_type: The header `Content-Type` that it came with.
        headers: Further headers, of which those worth keeping are kept.
        packed: Whether to write `page.html.gz`.
        overwrite: Whether an older page of that name may be replaced.

    Raises:
        SavedPageError: There is such a page already, or the name does not end with `.page`.
    """
    if not folder.name.endswith(SUFFIX):
        raise SavedPageError(folder, f"the name of a saved page ends with {SUFFIX}")
    if folder.exists() and not overwrite:
        raise SavedPageError(folder, "is there already; give another name, or ask to overwrite it")
    kept = {name: value for name, value in (headers or {}).items() if name.lower() not in NOT_SENT}
    meta = Meta(
        url=url,
        content_type=content_type,
        saved=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        sha256=hashlib.sha256(body).hexdigest(),
        headers=kept,
    )
    page = SavedPage(folder, body, meta)
    write_folder(
        folder,
        {
            "page.html.gz" if packed else "page.html": gzip.compress(body, mtime=0) if packed else body,
            "meta.json": as_json(meta.model_dump(mode="json", exclude_defaults=True)),
            "expected.json": as_json(expectations(read(page).observed)),
        },
    )
    return page


def name_of(url: str) -> str:
    """A name for the page of a URL, as in `example.org-river-gauges`."""
    parts = urlsplit(url)
    last = next((part for part in reversed(parts.path.split("/")) if part), "")
    words = NOT_NAME.sub("-", last.partition(".")[0].lower()).strip("-")
    host = NOT_NAME.sub(".", (parts.hostname or "page").removeprefix("www."))
    return f"{host}-{words}"[:MAX_NAME].strip("-.")


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder beside its place, then move it there."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
    try:
        new.chmod(0o755)
        for name, data in files.items():
            (new / name).write_bytes(data)
        if folder.exists():
            old = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-")) / "old"
            folder.rename(old)
            new.rename(folder)
            shutil.rmtree(old.parent)
        else:
            new.rename(folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def write_expected(file: Path, expected: Mapping[str, Any]) -> bool:
    """Write expectations in one step; returns whether the file changed."""
    data = as_json(expected)
    if file.exists() and file.read_bytes() == data:
        return False
    write_file(file, data)
    return True


def write_file(file: Path, data: bytes) -> None:
    """Write a file in one step: what stood there before stays whole until the new contents are on the disk."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    try:
        with os.fdopen(handle, "wb") as new:
            new.write(data)
            new.flush()
            os.fsync(new.fileno())
        Path(name).chmod(file.stat().st_mode & 0o777 if file.exists() else 0o644)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def as_json(value: Any) -> bytes:
    """JSON as it is kept in version control: indented, readable in any script, with a line break at its end."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
