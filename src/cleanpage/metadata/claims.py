"""`Claim`: what one source says of one field, with the place where it says so."""

from typing import NamedTuple

from cleanpage.article import Author, Breadcrumb, Timestamp
from cleanpage.article.evidence import Source

__all__ = ["MAX_RAW", "Claim", "Source", "Value", "folded", "text_claim"]

Value = str | bool | tuple[str, ...] | tuple[Author, ...] | tuple[Breadcrumb, ...] | Timestamp
"""Authors are tuples of `Author`, breadcrumbs of `Breadcrumb`; keywords are tuples of texts; a date is a `Timestamp`,
or the text of a human date that nobody had to read; everything else is a text."""

MAX_RAW = 20_000
"""Characters of a raw value that are kept; longer ones are cut."""


class Claim(NamedTuple):
    """One source's value of one field.

    Args:
        field: A field of `Metadata`.
        value: What was understood.
        raw: What stands on the page.
        source: The kind of place.
        path: The place itself: a path in JSON (`$.author[0].name`), a `meta` key, or a tag with its class.
        elements: Indices of the page elements that show the value, for visible claims.
        note: What the source says of the value besides, such as the type of an author in JSON-LD; empty if nothing.
    """

    field: str
    value: Value
    raw: str
    source: Source
    path: str
    elements: tuple[int, ...] = ()
    note: str = ""

    def saying(self, value: Value) -> "Claim":
        """The claim with what its value is understood to be."""
        if value is self.value:
            return self
        return Claim(self.field, value, self.raw, self.source, self.path, self.elements, self.note)


def folded(text: str) -> str:
    """`text` with runs of white space as one space, none at the ends, and no more than `MAX_RAW` characters."""
    return " ".join(text[:MAX_RAW].split())


def text_claim(
    field: str, raw: str | None, source: Source, path: str, elements: tuple[int, ...] = ()
) -> tuple[Claim, ...]:
    """A claim whose value is the text itself; none for an empty text."""
    value = folded(raw) if raw else ""
    return (Claim(field, value, value, source, path, elements),) if value else ()
