"""The forms a page may come in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx
import lxml.etree
import lxml.html
import pytest
from parsel import Selector

from cleanpage import Options, UrlError
from cleanpage.source.inputs import PageSource, read_source
from cleanpage.source.inputs import read_source as read

URL = "https://example.org/a/b.html"
HTML = "<html><body><p>Ein schöner Tag</p></body></html>"
DEFAULTS = Options()


def source_of(page: object, url: str | None = None, content_type: str | None = None) -> PageSource:
    return read(page, url, content_type, DEFAULTS)


@dataclass
class Response:
    """Like a response of requests."""

    content: Any
    url: Any = URL
    headers: Mapping[str, Any] = field(default_factory=dict)


class Refusing:
    """Like Scrapy's response of something that is no text."""

    url = URL

    @property
    def text(self) -> str:
        raise AttributeError("Response content isn't text")


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(HTML, id="str"),
        pytest.param(HTML.encode(), id="bytes"),
        pytest.param(bytearray(HTML.encode()), id="bytearray"),
        pytest.param(memoryview(HTML.encode()), id="memoryview"),
        pytest.param(lxml.html.fromstring(HTML), id="element"),
        pytest.param(lxml.html.fromstring(HTML).getroottree(), id="tree"),
        pytest.param(lxml.etree.fromstring(HTML), id="XML element"),
        pytest.param(Selector(text=HTML), id="selector"),
        pytest.param(Selector(text=HTML).css("p"), id="selector list"),
        pytest.param(Response(HTML.encode()), id="response"),
        pytest.param(Response(HTML), id="response of str"),
        pytest.param(httpx.Response(200, text=HTML), id="httpx without request"),
    ],
)
def test_accepted(page: object) -> None:
    source = source_of(page)
    assert "<p>Ein schöner Tag</p>" in source.html
    assert (source.binary, source.truncated) == (None, False)


def test_httpx() -> None:
    response = httpx.Response(200, html=HTML, request=httpx.Request("GET", URL))
    assert source_of(response) == PageSource(HTML, URL)


def test_scrapy() -> None:
    http = pytest.importorskip("scrapy.http")
    page = HTML.encode("iso-8859-2").replace(b"\xf6", b"\xf5")
    response = http.HtmlResponse(URL, headers={"Content-Type": "text/html; charset=iso-8859-2"}, body=page)
    assert source_of(response) == PageSource(HTML.replace("ö", "ő"), URL)
    selected = source_of(response.css("body"))
    assert "schőner" in selected.html
    binary = http.Response(URL, body=b"%PDF-1.4\n" + bytes(range(256)))
    assert source_of(binary).binary == "PDF"


def test_selectors_and_trees_know_their_url() -> None:
    assert source_of(Selector(text=HTML, base_url=URL)).url == URL
    tree = lxml.html.document_fromstring(HTML, base_url=URL)
    assert source_of(tree).url == URL
    assert source_of(lxml.html.document_fromstring(HTML, base_url="/tmp/a.html")).url is None


def test_given_url_and_content_type_come_first() -> None:
    response = Response(HTML.encode("cp1251", "ignore") + "ж".encode("cp1251"), headers={"Content-Type": b"text/html"})
    source = source_of(response, "https://other.org/", "text/html; charset=windows-1251")
    assert source.url == "https://other.org/"
    assert source.html.endswith("ж")


@pytest.mark.parametrize("url", ["", "about:blank", "a.html", None])
def test_url_of_a_response_that_is_no_base(url: str | None) -> None:
    assert source_of(Response(HTML, url)).url is None


def test_part_of_a_tree_without_its_tail() -> None:
    (cell,) = lxml.html.fromstring("<div><p>one</p>tail</div>").iter("p")
    assert source_of(cell).html == "<p>one</p>"


def test_own_class_of_element() -> None:
    class Own(lxml.etree.ElementBase):
        pass

    own = Own()
    own.text = "in"
    assert source_of(own).html == "<Own>in</Own>"


def test_xhtml_tree() -> None:
    xhtml = f'<h:html xmlns:h="http://www.w3.org/1999/xhtml">{"<h:p>a</h:p>"}</h:html>'
    tree = lxml.etree.fromstring(xhtml)
    assert source_of(tree).html == "<html><p>a</p></html>"
    assert tree.tag.startswith("{"), "the caller's tree is left alone"


def test_tree_without_root() -> None:
    assert source_of(lxml.etree.ElementTree()).html == ""


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (None, "builtins.NoneType"),
        (1, "builtins.int"),
        ([HTML], "builtins.list"),
        ({"url": URL}, "builtins.dict"),
        (object(), "builtins.object"),
        (Response(None), "Response"),
        (Response(1), "Response"),
        (Refusing(), "Refusing"),
        (str, "builtins.type"),
    ],
)
def test_wrong_type(page: object, name: str) -> None:
    with pytest.raises(TypeError) as caught:
        source_of(page)
    assert "bytes, str, an lxml element or tree, a parsel selector, or a response" in str(caught.value)
    assert name in str(caught.value)


@pytest.mark.parametrize(
    "url", ["", "a.html", "//example.org/", "example.org", "https://", "http://[::1", "mailto:a@b"]
)
def test_url_error(url: str) -> None:
    with pytest.raises(UrlError) as caught:
        source_of(HTML, url)
    assert caught.value.url == url
    assert repr(url) in str(caught.value)


@pytest.mark.parametrize(("name", "arguments"), [("url", (b"http://a", None)), ("content_type", (None, b"text/html"))])
def test_wrong_type_of_an_argument(name: str, arguments: tuple[Any, Any]) -> None:
    with pytest.raises(TypeError, match=name):
        source_of(HTML, *arguments)


@pytest.mark.parametrize("url", [URL, "file:///tmp/a.html", "http://localhost:8000", "ftp://a/b", "https://[::1]/"])
def test_absolute_urls(url: str) -> None:
    assert source_of(HTML, url).url == url


@pytest.mark.parametrize("form", [str.encode, str])
def test_truncated(form: Callable[[str], str | bytes]) -> None:
    options = Options(max_bytes=20)
    source = read_source(form("<p>" + "word " * 100), None, None, options)
    assert source.truncated
    assert source.html == "<p>word word word wo"
    assert not read_source(form("<p>" + "w" * 17), None, None, options).truncated


def test_binary() -> None:
    source = source_of(b"\x89PNG\r\n\x1a\n" + bytes(100))
    assert source == PageSource("", None, "PNG image")


def test_markdown() -> None:
    markdown = "# A boat\n\nIt *sails*.\n"
    assert "<em>" in read(markdown, None, None, Options(source="markdown")).html
    assert "<em>" not in read(markdown, None, None, Options(source="html")).html


@pytest.mark.parametrize("page", ["a\0b\ud800c", b"a\0b"])
def test_harmless(page: str | bytes) -> None:
    html = source_of(page).html
    assert "\0" not in html
    html.encode()


@pytest.mark.parametrize("in_bytes", [False, True], ids=["str", "saved again"])
def test_utf8_that_a_client_read_as_latin_1(in_bytes: bool) -> None:
    page = "<p>“Fünf Boote”, sagte sie – und fuhr."
    misread = page.encode().decode("latin-1")
    assert source_of(misread.encode() if in_bytes else misread).html == page
