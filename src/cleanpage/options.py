"""Every public setting of an extraction, with its unit, in one frozen value."""

from dataclasses import dataclass
from importlib.util import find_spec
from typing import Literal, get_args

from cleanpage.errors import MissingExtraError, OptionsError

__all__ = ["COUNTS", "Hidden", "Options", "Source"]

Source = Literal["auto", "html", "markdown"]
Hidden = Literal["auto", "keep", "drop"]

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

SWITCHES = ("strict", "comments", "detect_language")


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
        keep: CSS selectors of elements that are part of the body whatever the model says.
        drop: CSS selectors of elements that are not. Of elements within each other, the innermost decides; one that
            both match is dropped.
        body: CSS selector of the element, or the elements, that hold the body: nothing outside is part of it. Where it
            matches nothing the body is sought as without it, and the outcome's reason says so.
        hidden: What becomes of text that the page hides, by attributes, inline style or rules of its own. `"auto"`
            leaves it out of the body, but for what a reader can bring up: the rest of an article behind a button, tabs,
            accordions, notes. `"keep"` takes it as if it were seen, `"drop"` leaves all of it out.
        comments: Whether `Article.comments` is read.
        detect_language: Whether to tell the language of a page that does not declare one from its text. Needs the extra
            `language`.

    Raises:
        OptionsError: A value is of no use; the message names it and the remedy.
        MissingExtraError: `detect_language` is set, and the extra is not installed.
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
    keep: str | tuple[str, ...] = ()
    drop: str | tuple[str, ...] = ()
    body: str | None = None
    hidden: Hidden = "auto"
    comments: bool = False
    detect_language: bool = False

    def __post_init__(self) -> None:
        for name, choices in (("source", get_args(Source)), ("hidden", get_args(Hidden))):
            if getattr(self, name) not in choices:
                raise OptionsError(name, getattr(self, name), f"choose one of {', '.join(choices)}")
        self.check_limits()
        for name, selectors in self.selectors().items():
            if not all(isinstance(selector, str) and selector.strip() for selector in tuple[object, ...](selectors)):
                raise OptionsError(name, getattr(self, name), "give CSS selectors, as in '.note, aside'")
        for name in SWITCHES:
            if not isinstance(getattr(self, name), bool):
                raise OptionsError(name, getattr(self, name), "give True or False")
        if self.detect_language and find_spec("py3langid") is None:
            raise MissingExtraError("Options(detect_language=True)", "language")

    def check_limits(self) -> None:
        """Raise `OptionsError` for a limit that is no number, or none to work with."""
        for name in COUNTS:
            value: object = getattr(self, name)
            if not isinstance(value, int) or isinstance(value, bool) or value < 1:
                raise OptionsError(name, value, "give a whole number of at least 1")
        seconds: object = self.max_seconds
        if not isinstance(seconds, int | float) or isinstance(seconds, bool) or not seconds > 0:
            raise OptionsError("max_seconds", seconds, "give a number of seconds above 0")

    def selectors(self) -> dict[str, tuple[str, ...]]:
        """The CSS selectors by option, the one that others override first."""
        given = {"body": () if self.body is None else self.body, "keep": self.keep, "drop": self.drop}
        return {name: (value,) if isinstance(value, str) else tuple(value) for name, value in given.items()}
