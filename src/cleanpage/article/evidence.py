"""`Evidence`: the source of a value of an article, and the candidates that lost."""

from collections.abc import Callable, Collection, Iterator, Mapping
from enum import StrEnum
from typing import Any

from cleanpage.article.blocks import Model

__all__ = ["Candidate", "Evidence", "EvidenceMap", "Source"]


class Source(StrEnum):
    """The kind of place that a value was read from."""

    JSON_LD = "json-ld"
    """The node of JSON-LD that is about the page: an article, a posting, a product."""
    JSON_LD_PAGE = "json-ld-page"
    """The JSON-LD node of the page as such (`WebPage`), of its breadcrumbs, or of the site."""
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
    """An element whose link relation, class, label or identifier says what it holds."""
    VISIBLE = "visible"
    """The words on the page themselves."""
    NEAR = "near"
    """Words beside the heading that look like the value and do not say so."""
    URL = "url"
    DETECTED = "detected"
    """Told from the text of the article by statistics."""


class Candidate(Model):
    """What one place of the page says of a field."""

    value: str
    """What was understood, in words: names and keywords joined by commas, dates in ISO 8601."""
    raw: str
    """What stands on the page."""
    source: Source
    """The kind of place."""
    path: str
    """The place itself: a path in JSON (`$script[0].author`), a `meta` key, or a tag with its class."""


class Evidence(Candidate):
    """Why a field has its value: the candidate that was believed, and those that were not."""

    confidence: float | None = None
    """Probability that the value is right, 0 to 1. None where nothing was learned of the field: its sources then stand
    in an order set by hand."""
    doubts: tuple[str, ...] = ()
    """What counted against the value."""
    losers: tuple[Candidate, ...] = ()
    """The other candidates, the most trusted first; some may say the same."""


def as_it_is(record: Evidence) -> Evidence:
    """`record`."""
    return record


class EvidenceMap(Mapping[str, Evidence]):
    """Evidence by field, read-only; what was found is put into words when it is asked for.

    Args:
        found: What was found, by field.
        in_words: Makes evidence of it: a function of a module, so that the mapping can be pickled.
    """

    __slots__ = ("found", "in_words")

    def __init__(self, found: Mapping[str, Any] | None = None, in_words: Callable[[Any], Evidence] = as_it_is) -> None:
        self.found = found or {}
        self.in_words = in_words

    def __getitem__(self, field: str) -> Evidence:
        return self.in_words(self.found[field])

    def __iter__(self) -> Iterator[str]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    def without(self, fields: Collection[str]) -> "EvidenceMap":
        """The evidence of all other fields."""
        kept = {field: found for field, found in self.found.items() if field not in fields}
        return EvidenceMap(kept, self.in_words)

    def __repr__(self) -> str:
        return f"<evidence of {', '.join(self) or 'nothing'}>"
