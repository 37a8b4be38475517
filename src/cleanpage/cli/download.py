"""Downloads one page, within limits of size and time."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import httpx

from cleanpage import __version__
from cleanpage.errors import CleanpageError

__all__ = ["Download", "DownloadError", "download"]

TIMEOUT = 20.0
"""Seconds without a sign of life from the server after which it is given up."""

DEADLINE = 120.0
"""Seconds that a download may take in all."""

HEADERS = {
    "User-Agent": f"cleanpage/{__version__} (+https://pypi.org/project/cleanpage/)",
    "Accept": "text/html,application/xhtml+xml,text/markdown;q=0.8,*/*;q=0.5",
    "Accept-Language": "*",
}


class DownloadError(CleanpageError):
    """A page could not be had; the message names its URL and the reason."""

    def __init__(self, url: str, reason: object) -> None:
        super().__init__(f"{url}: {reason}")
        self.url = url


@dataclass(frozen=True, slots=True)
class Download:
    """A page as it came."""

    body: bytes
    """The body, unpacked; at most one byte longer than the limit."""
    content_type: str | None
    """The header `Content-Type`."""
    url: str | None
    """Where the page is, after all redirects; None for a page from elsewhere."""


def download(
    url: str,
    max_bytes: int,
    progress: Callable[[int, int | None], None],
    transport: httpx.BaseTransport | None = None,
) -> Download:
    """Fetch a page.

    Args:
        url: An `http` or `https` URL.
        max_bytes: Size of the unpacked body after which reading stops.
        progress: Called after each chunk with the packed bytes read so far, and the number to come in all, if the
            server tells.
        transport: What requests go through, redirects too; none of the environment's proxies is asked then.

    Raises:
        DownloadError: There is no such page, or no connection, or time ran out.
    """
    end = time.monotonic() + DEADLINE
    try:
        with (
            client_for(transport) as client,
            client.stream("GET", url) as response,
        ):
            response.raise_for_status()
            return read(response, url, max_bytes, end, progress)
    except (httpx.HTTPStatusError, httpx.TooManyRedirects) as error:
        raise DownloadError(url, str(error).partition("\n")[0]) from error
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        raise DownloadError(url, str(error) or type(error).__name__) from error


def client_for(transport: httpx.BaseTransport | None) -> httpx.Client:
    """A client that follows redirects."""
    return httpx.Client(
        follow_redirects=True, timeout=TIMEOUT, headers=HEADERS, transport=transport, trust_env=transport is None
    )


def read(
    response: httpx.Response, url: str, max_bytes: int, end: float, progress: Callable[[int, int | None], None]
) -> Download:
    """Read the body of a response up to the limits."""
    length = response.headers.get("Content-Length", "")
    total = int(length) if length.isdecimal() else None
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        progress(response.num_bytes_downloaded, total)
        if len(body) > max_bytes:
            break
        if time.monotonic() > end:
            raise DownloadError(url, f"not complete after {DEADLINE:.0f} seconds")
    return Download(bytes(body[: max_bytes + 1]), response.headers.get("Content-Type"), str(response.url))
