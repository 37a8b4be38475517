"""A local server of saved pages, each under the path of its own URL and with its own headers."""

from collections.abc import Iterable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from cleanpage.testing.pages import SavedPage, SavedPageError

__all__ = ["PageServer"]


def path_of(url: str) -> str:
    """Path and query of a URL."""
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


class PageServer:
    """Serves pages on a free port of this machine, from `with` or `start` on.

    Args:
        pages: The pages; each needs a URL, and no two may have the same path.

    Raises:
        SavedPageError: A page has no URL, or the path of another.
    """

    def __init__(self, pages: Iterable[SavedPage]) -> None:
        self.pages = by_path(pages)
        self.requests: list[str] = []
        """Paths that were asked for, in order, those of no page included."""
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler(self.pages, self.requests))
        self._server.daemon_threads = True
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def url(self) -> str:
        """Address of the server, without a slash at its end."""
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def urls(self) -> tuple[str, ...]:
        """The addresses of the pages."""
        return tuple(self.url + path for path in self.pages)

    def url_of(self, page: SavedPage | str) -> str:
        """Where a page is served, of the page, its name or its own URL."""
        for path, one in self.pages.items():
            if page in (one.name, one.url) or (isinstance(page, SavedPage) and page.folder == one.folder):
                return self.url + path
        raise KeyError(page)

    def start(self) -> Self:
        """Begin to serve."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """End it, and free the port."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def by_path(pages: Iterable[SavedPage]) -> dict[str, SavedPage]:
    """The pages by their paths."""
    found: dict[str, SavedPage] = {}
    for page in pages:
        if not page.url:
            raise SavedPageError(page.folder / "meta.json", "needs a url, under whose path the page is served")
        path = path_of(page.url)
        if path in found:
            raise SavedPageError(page.folder, f"has the path {path}, as {found[path].folder} has")
        found[path] = page
    return found


def handler(pages: Mapping[str, SavedPage], requests: list[str]) -> type[BaseHTTPRequestHandler]:
    """The class that answers requests for `pages` and notes their paths."""

    class Handler(BaseHTTPRequestHandler):
        """Answers with a saved page, or with 404."""

        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:  # the name that http.server calls
            """Send the page."""
            path = path_of(self.path)
            requests.append(path)
            page = pages.get(path)
            if page is None:
                self.answer(404, {"Content-Type": "text/plain"}, f"no saved page has the path {path}\n".encode())
            else:
                self.answer(page.meta.status, page.headers, page.body)

        do_HEAD = do_GET

        def answer(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
            """Send one response."""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing on standard error."""

    return Handler
