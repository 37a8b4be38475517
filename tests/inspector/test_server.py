"""The local server: what it takes, what it refuses."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from cleanpage.errors import CleanpageError
from cleanpage.inspector.server import build_app, is_loopback

PAGE = (
    "<h1>River path to open</h1>"
    + "<p>The town council met on Tuesday to talk about the path, which is closed.</p>" * 5
)
LIMIT = 50_000
Fetch = Callable[[str, int], "Page"]


@dataclass(frozen=True, slots=True)
class Page:
    body: bytes
    content_type: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Client:
    """Sends requests to an application in this process."""

    app: Starlette
    name: str

    def request(self, method: str, path: str, **sent: Any) -> httpx.Response:
        async def answer() -> httpx.Response:
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url=f"http://{self.name}:8000") as client:
                return await client.request(method, path, **sent)

        return asyncio.run(answer())

    def get(self, path: str) -> httpx.Response:
        return self.request("GET", path)

    def post(self, path: str, **sent: Any) -> httpx.Response:
        return self.request("POST", path, **sent)


def client(host: str = "127.0.0.1", fetch: Fetch | None = None, name: str = "127.0.0.1") -> Client:
    return Client(build_app(host, LIMIT, fetch), name)


def test_the_form() -> None:
    response = client().get("/")
    assert response.status_code == 200
    assert '<textarea id="html"' in response.text
    assert "nothing is fetched" in response.text
    assert "form-action 'self'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Frame-Options"] == "DENY"


def test_pasted_html() -> None:
    response = client().post("/inspect", data={"html": PAGE, "url": "https://example.org/a.html"}, files={"file": b""})
    assert response.status_code == 200
    assert "<title>River path to open – cleanpage inspector</title>" in response.text
    assert "https://example.org/a.html" in response.text
    assert response.headers["Cache-Control"] == "no-store"


def test_a_file_wins_over_what_was_pasted() -> None:
    file = PAGE.replace("River", "Café").encode("iso-8859-1")
    response = client().post("/inspect", data={"html": PAGE}, files={"file": ("page.html", file, "text/html")})
    assert "<title>Café path to open" in response.text


def test_an_ordinary_form_will_do() -> None:
    assert "River path to open" in client().post("/inspect", data={"html": PAGE}).text


@pytest.mark.parametrize("data", [{}, {"html": ""}, {"url": "https://example.org/"}])
def test_nothing_to_inspect(data: dict[str, str]) -> None:
    response = client().post("/inspect", data=data)
    assert response.status_code == 400
    assert "Paste a page or choose a file." in response.text


def test_a_url_that_is_none() -> None:
    response = client().post("/inspect", data={"html": PAGE, "url": '"><script>no-url'})
    assert response.status_code == 400
    assert "<script>" not in response.text


@pytest.mark.parametrize(
    "sent",
    [
        {"files": {"file": ("a.html", b"x" * (LIMIT + 20_000), "text/html")}},
        {"data": {"html": "x" * (LIMIT + 20_000)}},
        {"content": b"x" * 1_000_000, "headers": {"Content-Type": "application/x-www-form-urlencoded"}},
    ],
)
def test_too_long_a_page(sent: dict[str, object]) -> None:
    response = client().post("/inspect", **sent)
    assert response.status_code == 413
    assert f"longer than {LIMIT:,} bytes" in response.text


@pytest.mark.parametrize("name", ["evil.example", "192.168.1.7", "127.0.0.1.evil.example"])
def test_other_names_for_this_machine_are_refused(name: str) -> None:
    assert client(name=name).get("/").status_code == 400


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1"])
def test_its_own_names_are_served(name: str) -> None:
    assert client(name=name).get("/").status_code == 200


def test_open_to_all_where_it_was_asked_for() -> None:
    assert client("0.0.0.0", name="my-machine.example").get("/").status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9000"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_forms_of_other_sites_are_refused(headers: dict[str, str]) -> None:
    assert client().post("/inspect", data={"html": PAGE}, headers=headers).status_code == 403


def test_its_own_form_is_taken() -> None:
    headers = {"Origin": "http://127.0.0.1:8000", "Sec-Fetch-Site": "same-origin"}
    assert client().post("/inspect", data={"html": PAGE}, headers=headers).status_code == 200


def test_a_url_is_fetched_where_that_is_allowed() -> None:
    asked: list[tuple[str, int]] = []

    def fetch(url: str, max_bytes: int) -> Page:
        asked.append((url, max_bytes))
        return Page(PAGE.encode(), "text/html; charset=utf-8", "https://example.org/moved.html")

    served = client(fetch=fetch)
    assert "fetched if no page is given" in served.get("/").text
    response = served.post("/inspect", data={"url": " https://example.org/a.html "})
    assert "https://example.org/moved.html" in response.text
    served.post("/inspect", data={"html": PAGE, "url": "https://example.org/b.html"})
    assert asked == [("https://example.org/a.html", LIMIT)]


def test_what_cannot_be_fetched_is_told() -> None:
    def fetch(url: str, max_bytes: int) -> Page:
        raise CleanpageError(f"{url}: no connection within {max_bytes}")

    response = client(fetch=fetch).post("/inspect", data={"url": "https://example.org/<b>"})
    assert response.status_code == 400
    assert "no connection" in response.text
    assert "<b>" not in response.text


def test_other_paths_and_methods() -> None:
    assert client().get("/etc/passwd").status_code == 404
    assert client().get("/inspect").status_code == 405


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("10.0.0.1", False),
    ],
)
def test_loopback(host: str, loopback: bool) -> None:
    assert is_loopback(host) == loopback
