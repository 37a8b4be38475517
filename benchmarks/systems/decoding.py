"""Bytes to text for peers that take text only, by the detector most of the field uses."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from importlib.metadata import PackageNotFoundError, version

__all__ = ["byline_names", "day_of", "decoder", "html_to_text", "installed", "names_of", "working_tree"]

JOINT = re.compile(r",|;|\||\s(?:and|&|und|et|y|e)\s")
"""What stands between the names of a byline that a peer returns as one string."""


def decoder() -> Callable[[bytes], str]:
    """A function from the bytes of a page to its text, by resiliparse's WHATWG-style detection.

    Raises:
        ImportError: resiliparse is not installed.
    """
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    def decode(html: bytes) -> str:
        text: str = bytes_to_str(html, detect_encoding(html) or "utf-8")
        return text

    return decode


def html_to_text() -> Callable[[str], str]:
    """A function from a fragment of HTML to its text, a line a block.

    It is for peers that return HTML: their own text glues blocks together.

    Raises:
        ImportError: resiliparse is not installed.
    """
    from resiliparse.extract.html2text import extract_plain_text

    def read(html: str) -> str:
        text: str = extract_plain_text(html, preserve_formatting=True, list_bullets=False, alt_texts=False)
        return text

    return read


def installed(package: str) -> Callable[[], str]:
    """A function that returns the installed version of a distribution."""
    return lambda: version(package)


def working_tree(package: str) -> Callable[[], str]:
    """Like `installed`, for a package that may be imported from its sources without being installed."""

    def found() -> str:
        try:
            return version(package)
        except PackageNotFoundError:
            return "(sources)"

    return found


def day_of(value: object) -> dt.date | None:
    """The day of a date, a datetime or a string that begins with one in ISO 8601."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value or "")[:10])
    except ValueError:
        return None


def names_of(value: str | Iterable[str] | None, separator: str | None = None) -> tuple[str, ...]:
    """Names out of a list, or of one string cut at `separator`."""
    if value is None:
        return ()
    parts = (value.split(separator) if separator else [value]) if isinstance(value, str) else value
    return tuple(stripped for part in parts if part and (stripped := part.strip()))


def byline_names(byline: str | None) -> tuple[str, ...]:
    """Names out of a byline, for peers that return it as it stands on the page."""
    text = (byline or "").strip()
    text = text[3:] if text[:3].lower() == "by " else text
    return names_of(JOINT.split(text))
