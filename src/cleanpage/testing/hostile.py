"""Pages that break scrapers. Each is generated on demand and is the same each time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cleanpage.testing.builder import STORY, build_page

__all__ = ["HOSTILE", "HostilePage", "hostile_page"]

URL = "https://www.quaypost.example/hostile.html"
HTML = "text/html; charset=utf-8"
DEPTH = 5_000
WIDTH = 5_000


@dataclass(frozen=True, slots=True)
class HostilePage:
    """A page that breaks scrapers. It looks like a response."""

    name: str
    """A key of `HOSTILE`."""
    body: bytes
    url: str = URL
    content_type: str = HTML

    @property
    def headers(self) -> Mapping[str, str]:
        """As a server would send them."""
        return {"Content-Type": self.content_type}


def around(before: str, after: str = "") -> bytes:
    """The usual article with something before and after it in the body."""
    page = build_page(clutter=(), url=URL).text
    return page.replace("<body>", f"<body>{before}").replace("</body>", f"{after}</body>").encode()


def article(replace: str, by: str) -> bytes:
    """The usual page with a part of it replaced."""
    page = build_page(url=URL).text
    return page.replace(replace, by).encode()


def wrapped(start: str, end: str, times: int) -> bytes:
    """The usual article inside many elements."""
    return around(start * times, end * times)


HOSTILE: Mapping[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "blank": lambda: b" \r\n\t\n",
    "not_html": lambda: b"%PDF-1.7\n\x00\x01\x02",
    "deep": lambda: wrapped("<div>", "</div>", DEPTH),
    "deep_inline": lambda: wrapped("<b>", "</b>", DEPTH),
    "wide": lambda: around("", "<p>And one more line.</p>" * WIDTH),
    "many_links": lambda: around("".join(f'<a href="/{n}">Link {n}</a> ' for n in range(WIDTH))),
    "broken_json_ld": lambda: article('"@type": "NewsArticle",', '"@type": "NewsArticle",, /* oops */ \'x\': [,'),
    "hostile_json_ld": lambda: article('"@type": "NewsArticle",', '"@type": ' + "[" * DEPTH + ","),
    "wrong_charset": lambda: build_page(url=URL).text.encode("cp1252"),
    "null_bytes": lambda: build_page(url=URL).body.replace(b" the ", b" \x00the "),
    "lone_surrogates": lambda: around("<p>&#xD800; &#xDFFF; &#x110000; &#0;</p>"),
    "unclosed": lambda: build_page(url=URL).body.replace(b"</p>", b"").replace(b"</div>", b""),
    "cut_short": lambda: build_page(url=URL).body[:-700],
    "huge_attributes": lambda: around(
        f'<div class="{"x" * 500_000}"><td colspan="9e15" rowspan="99999999">1</td></div>'
    ),
    "many_classes": lambda: around(f'<div class="{" ".join(f"c{n}" for n in range(WIDTH))}">', "</div>"),
    "consent_wall": lambda: (
        b"<!doctype html><html lang=en><title>Before you go on</title><body><h1>We value your privacy</h1><p>We and "
        b"our 412 partners store and access cookies on your device, and process personal data for advertising.</p>"
        b"<button>Accept all</button><button>Reject all</button><a href=/privacy>Privacy policy</a></body></html>"
    ),
    "javascript_shell": lambda: (
        b'<!doctype html><html><head><title>App</title></head><body><div id="root"></div>'
        b"<noscript>You need to enable JavaScript to run this app.</noscript>"
        b'<script src="/main.js"></script></body></html>'
    ),
    "index_page": lambda: (
        "<!doctype html><title>News</title><main>"
        + "".join(f'<article><h3><a href="/n/{n}">{STORY["headline"]} {n}</a></h3></article>' for n in range(60))
        + "</main>"
    ).encode(),
    "no_dates_no_names": lambda: (
        build_page(url=URL, json_ld=False, authors=(), published=None, alternative_headline=None).body
    ),
    "bad_dates": lambda: article("2024-03-08T07:15:00+01:00", "0000-00-00T99:99:99+99:99"),
    "script_in_text": lambda: around(
        "<p><script>alert('</p>')</script><style>p{}</style>Text <svg onload=x></svg></p>"
    ),
}
"""How each page is made, by name."""


def hostile_page(name: str) -> HostilePage:
    """The page of that name; a name that is not in `HOSTILE` raises `KeyError`."""
    return HostilePage(name, HOSTILE[name]())
