"""Every public setting of an extraction, with its unit, in one frozen value."""

from dataclasses import dataclass
from typing import Literal, get_args

from cleanpage.errors import OptionsError

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
        keep: CSS selectors of elements that are part of the body whatever the model says.
        drop: CSS selectors of elements that are not. Of elements within each other, the innermost decides; one that
            both match is dropped.
        body: CSS selector of the element, or the elements, that hold the body: nothing outside is part of it. Where it
            matches nothing the body is sought as without it, and the outcome's reason says so.
        comments: Whether `Article.comments` is read.

    Raises:
        OptionsError: A value is of no use; the message names it and the remedy.
    """

    source: Source = "auto"
    max_bytes: int = 50_000_000
    max_nodes: int = 2_000_000
    keep: str | tuple[str, ...] = ()
    drop: str | tuple[str, ...] = ()
    body: str | None = None
    comments: bool = False

    def __post_init__(self) -> None:
        if self.source not in get_args(Source):
            raise OptionsError("source", self.source, f"choose one of {', '.join(get_args(Source))}")
        for name in ("max_bytes", "max_nodes"):
            value = getattr(self, name)
            if not isinstance(value, int) or isinstance(value, bool) or value < 1:
                raise OptionsError(name, value, "give a whole number of at least 1")
        for name, selectors in self.selectors().items():
            if not all(isinstance(selector, str) and selector.strip() for selector in tuple[object, ...](selectors)):
                raise OptionsError(name, getattr(self, name), "give CSS selectors, as in '.note, aside'")
        if not isinstance(self.comments, bool):
            raise OptionsError("comments", self.comments, "give True or False")

    def selectors(self) -> dict[str, tuple[str, ...]]:
        """The CSS selectors by option, the one that others override first."""
        given = {"body": () if self.body is None else self.body, "keep": self.keep, "drop": self.drop}
        return {name: (value,) if isinstance(value, str) else tuple(value) for name, value in given.items()}
