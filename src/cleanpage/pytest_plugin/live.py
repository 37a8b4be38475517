"""Fetches pages for `--cleanpage-live`."""

from cleanpage.cli.download import download
from cleanpage.options import Options

__all__ = ["fetch"]


def fetch(url: str) -> tuple[bytes, str | None]:
    """The bytes of a page and its content type; raises `DownloadError`."""
    found = download(url, Options().max_bytes, lambda _done, _total: None)
    return found.body, found.content_type
