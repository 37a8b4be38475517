"""The local server of saved pages."""

from dataclasses import replace

import httpx
import pytest

from cleanpage.testing import PageServer, SavedPage, SavedPageError


def of(page: SavedPage, **meta: object) -> SavedPage:
    return replace(page, meta=page.meta.model_copy(update=meta))


def test_a_page_is_served_as_it_was_saved(page: SavedPage) -> None:
    with PageServer([page]) as server:
        assert server.url_of(page) == server.url_of("bridge") == server.url_of(page.url or "") == server.urls[0]
        response = httpx.get(server.url_of(page))
        assert server.url_of(page) == f"{server.url}/transport/harbour-bridge.html"
    assert (response.status_code, response.content) == (200, page.body)
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"


def test_status_headers_and_query(page: SavedPage) -> None:
    gone = of(page, url="https://x.example?id=1", status=410, headers={"X-Cache": "hit"}, content_type=None)
    with PageServer([page, gone]) as server:
        response = httpx.get(f"{server.url}/?id=1")
        assert (response.status_code, response.headers["X-Cache"]) == (410, "hit")
        assert httpx.head(f"{server.url}/?id=1").content == b""
        assert httpx.get(f"{server.url}/none").status_code == 404
        assert server.requests == ["/?id=1", "/?id=1", "/none"]


def test_pages_that_cannot_be_served(page: SavedPage) -> None:
    with pytest.raises(SavedPageError, match="needs a url"):
        PageServer([of(page, url=None)])
    with pytest.raises(SavedPageError, match=r"has the path /transport/harbour-bridge\.html, as "):
        PageServer([page, page])


def test_the_end_frees_the_port(page: SavedPage) -> None:
    server = PageServer([page])
    with pytest.raises(KeyError):
        server.url_of("none")
    server.stop()
    with pytest.raises(httpx.ConnectError):
        httpx.get(server.url)
