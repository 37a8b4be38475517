"""`Claim`: what one source says of one field, with the place where it says so."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from cleanpage.article import Author, Timestamp

__all__ = ["MAX_RAW", "Claim", "Source", "Value", "folded", "text_claim"]

Value = str | bool | tuple[str, ...] | tuple[Author, ...] | Timestamp
"""Authors are tuples of `Author`; keywords are tuples of texts; a date is a `Timestamp`, or the text of a human date
that nobody had to read; everything else is a text."""

MAX_RAW = 20_000
"""Characters of a raw value that are kept; longer ones are cut."""


class Source(StrEnum):
    """Where a claim was read."""

    JSON_LD = "json-ld"
    """The node of JSON-LD that is about the page: an article, a posting, a product."""
    JSON_LD_PAGE = "json-ld-page"
    """The JSON-LD node of the page as such (`WebPage`) or of the site."""
    OPEN_GRAPH = "open-graph"
    TWITTER = "twitter"
    DUBLIN_CORE = "dublin-core"
    PARSELY = "parsely"
    SAILTHRU = "sailthru"
    META = "meta"
    """Any other `meta` element with a name."""
    MICRODATA = "microdata"
    """Microdata or RDFa attributes on the elements of the page."""
    HEAD = "head"
    """`title`, `link`, `base` and the attributes of `html`."""
    HEADING = "heading"
    TIME = "time"
    """A `time` element or a `datetime` attribute."""
    MARKED = "marked"
    """An element whose link relation, class or identifier says what it holds."""
    VISIBLE = "visible"
    """The words on the page themselves."""
    NEAR = "near"
    """Words beside the heading that look like the value and do not say so."""
    URL = "url"


@dataclass(frozen=True, slots=True)
class Claim:
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
) -> Iterator[Claim]:
    """A claim whose value is the text itself; none for an empty text."""
    value = folded(raw or "")
    if value:
        yield Claim(field, value, value, source, path, elements)
