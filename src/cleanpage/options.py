"""Every public setting of an extraction, with its unit, in one frozen value."""

from dataclasses import dataclass
from importlib.util import find_spec
from typing import Literal, get_args

from cleanpage.errors import MissingExtraError, OptionsError

__all__ = ["Options", "Source"]

Source = Literal["auto", "html", "markdown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a page is read.

    Args:
        source: What the page is written in. `"auto"` tells Markdown with raw HTML left in it from HTML by itself.
        max_bytes: Size of the page above which the rest is left unread, in bytes of its encoded form
            (in characters, for a page given as `str`).
        max_nodes: Number of DOM nodes after which the walk stops.
        detect_language: Whether to tell the language of a page that does not declare one from its text. Needs the extra
            `language`.

    Raises:
        OptionsError: A value is of no use; the message names it and the remedy.
        MissingExtraError: `detect_language` is set, and the extra is not installed.
    """

    source: Source = "auto"
    max_bytes: int = 50_000_000
    max_nodes: int = 2_000_000
    detect_language: bool = False

    def __post_init__(self) -> None:
        if self.source not in get_args(Source):
            raise OptionsError("source", self.source, f"choose one of {', '.join(get_args(Source))}")
        for name in ("max_bytes", "max_nodes"):
            value = getattr(self, name)
            if not isinstance(value, int) or isinstance(value, bool) or value < 1:
                raise OptionsError(name, value, "give a whole number of at least 1")
        if self.detect_language and find_spec("py3langid") is None:
            raise MissingExtraError("Options(detect_language=True)", "language")
