"""Reads any accepted input to a `PageSource`: text, URL, and whether something was cut off."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from cleanpage.errors import UrlError
from cleanpage.options import Options
from cleanpage.source.browser_fixes import as_browsers_read
from cleanpage.source.decoding import decode, harmless, read_again
from cleanpage.source.file_type import looks_binary, text_format
from cleanpage.source.markdown import looks_like_markdown, to_html
from cleanpage.source.trees import is_tree, tree_to_html, tree_url

__all__ = ["PageSource", "read_source"]

ACCEPTED = "bytes, str, an lxml element or tree, a parsel selector, or a response with .body or .text and .url"


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page as HTML text, ready to be parsed."""

    html: str
    url: str | None
    binary: str | None = None
    """What it is, where it is neither HTML nor Markdown: a kind of file, JSON, or plain text."""
    truncated: bool = False
    """Whether it was longer than `Options.max_bytes`."""


def read_source(page: object, url: str | None, content_type: str | None, options: Options) -> PageSource:
    """Read `page` in any of the accepted forms.

    Raises:
        TypeError: The page has none of the accepted forms, or `url` or `content_type` is no `str`.
        UrlError: `url` is not absolute.
    """
    for name, value in (("url", url), ("content_type", content_type)):
        if value is not None and not isinstance(value, str):
            raise TypeError(f"{name} must be a str or None, not {type(value).__qualname__}")
    if url is not None and not is_absolute(url):
        raise UrlError(url)
    raw, found_url, found_type = unwrap(page)
    url, content_type = url or found_url, content_type or found_type
    truncated = len(raw) > options.max_bytes
    raw = raw[: options.max_bytes]
    if isinstance(raw, bytes):
        binary = looks_binary(raw)
        if binary:
            return PageSource("", url, binary, truncated)
        text = decode(raw, content_type).text
    else:
        text = harmless(raw)
    text = read_again(text)
    if options.source == "auto" and (other := text_format(text, content_type)):
        return PageSource("", url, other, truncated)
    if options.source == "markdown" or (options.source == "auto" and looks_like_markdown(text)):
        text = to_html(text)
    return PageSource(as_browsers_read(text), url, None, truncated)


def unwrap(page: Any) -> tuple[bytes | str, str | None, str | None]:
    """The page's bytes or text, its URL and its content type, of whatever object it comes in."""
    if isinstance(page, bytes | str):
        return page, None, None
    if isinstance(page, bytearray | memoryview):
        return bytes(page), None, None
    if is_tree(page):
        return unwrap_tree(page)
    for read in (unwrap_response, unwrap_selector):
        found = read(page)
        if found is not None:
            return found
    raise TypeError(f"page must be {ACCEPTED}, not {type(page).__module__}.{type(page).__qualname__}")


def unwrap_tree(tree: Any) -> tuple[str, str | None, None]:
    """An lxml element or tree, with the URL that it was read from."""
    url = tree_url(tree)
    return tree_to_html(tree), url if url and is_absolute(url) else None, None


def unwrap_response(page: Any) -> tuple[bytes | str, str | None, str | None] | None:
    """Responses of Scrapy and web-poet (`.body`), of requests and httpx (`.content`), or anything with `.text`."""
    url = attribute(page, "url")
    if url is None and attribute(page, "headers") is None:
        return None
    for name in ("body", "content", "text"):
        body = attribute(page, name)
        if isinstance(body, bytes | str):
            return body, str(url) if url is not None and is_absolute(str(url)) else None, header(page)
    return None


def unwrap_selector(page: Any) -> tuple[bytes | str, str | None, str | None] | None:
    """A parsel selector (`.root` is an lxml element) or a list of them."""
    root = attribute(page, "root")
    if root is not None and is_tree(root):
        return unwrap_tree(root)
    getall = attribute(page, "getall")
    if callable(getall) and isinstance(parts := getall(), list):
        return "".join(map(str, parts)), None, None
    return None


def attribute(page: object, name: str) -> object:
    """The attribute, or None where the object has none or refuses to tell.

    Scrapy refuses the `.text` of a binary response, httpx the `.url` of a response to no request.
    """
    try:
        return getattr(page, name, None)
    except Exception:
        return None


def header(page: object) -> str | None:
    """The content type that a response came with."""
    get = getattr(attribute(page, "headers"), "get", None)
    value = get("Content-Type") if callable(get) else None
    if isinstance(value, bytes):
        return value.decode("latin-1")
    return value if isinstance(value, str) else None


def is_absolute(url: str) -> bool:
    """Whether `url` can serve as a base for the links of a page."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.scheme and (parts.netloc or parts.scheme == "file"))
