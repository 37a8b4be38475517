"""Every public setting of an extraction, with its unit, in one frozen value."""

from dataclasses import dataclass
from typing import Literal, get_args

from cleanpage.errors import OptionsError

__all__ = ["COUNTS", "Options", "Source"]

Source = Literal["auto", "html", "markdown"]

COUNTS = (
    "max_bytes",
    "max_nodes",
    "max_depth",
    "max_attributes",
    "max_attribute",
    "max_blocks",
    "max_text",
    "max_json_ld",
)
"""The limits that are whole numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a page is read.

    What lies beyond a limit is left out, and `Article.outcome` says which limits those were.

    Args:
        source: What the page is written in. `"auto"` tells Markdown with raw HTML left in it from HTML by itself.
        max_bytes: Size of the page above which the rest is left unread, in bytes of its encoded form
            (in characters, for a page given as `str`).
        max_nodes: Number of DOM nodes after which the walk stops.
        max_depth: Number of elements within each other beyond which the tags of more are left out, their text not
            (512, as in Chromium).
        max_attributes: Number of attributes of one element beyond which the others are left out.
        max_attribute: Length of an attribute above which it is left out, in bytes of UTF-8.
        max_blocks: Number of blocks of text after which the walk stops.
        max_text: Length of the text of all blocks after which the walk stops, in characters.
        max_json_ld: Length of all JSON-LD and other JSON on the page beyond which more is left out, in characters.
        max_seconds: Processor time of the calling thread after which what has been found is returned, in seconds.
            Looked at between steps and every few thousand nodes.
        strict: Whether to raise `LimitExceeded` instead of leaving something out.

    Raises:
        OptionsError: A value is of no use; the message names it and the remedy.
    """

    source: Source = "auto"
    max_bytes: int = 50_000_000
    max_nodes: int = 2_000_000
    max_depth: int = 512
    max_attributes: int = 1_000
    max_attribute: int = 1_000_000
    max_blocks: int = 100_000
    max_text: int = 20_000_000
    max_json_ld: int = 5_000_000
    max_seconds: float = 30.0
    strict: bool = False

    def __post_init__(self) -> None:
        if self.source not in get_args(Source):
            raise OptionsError("source", self.source, f"choose one of {', '.join(get_args(Source))}")
        for name in COUNTS:
            value = getattr(self, name)
            if not isinstance(value, int) or isinstance(value, bool) or value < 1:
                raise OptionsError(name, value, "give a whole number of at least 1")
        seconds = getattr(self, "max_seconds")  # noqa: B009  # of any type, whatever is declared
        if not isinstance(seconds, int | float) or isinstance(seconds, bool) or not seconds > 0:
            raise OptionsError("max_seconds", seconds, "give a number of seconds above 0")
        if not isinstance(self.strict, bool):
            raise OptionsError("strict", self.strict, "give True or False")
