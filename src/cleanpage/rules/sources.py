"""The kinds of places that metadata is read from, a row a source.

A new source needs a member and a row here, a reader in `metadata/sources/`, and a line in `metadata/read.py`.
`tests/rules/test_sources.py` walks the rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["DATES_TOLD_APART", "LABELLED", "SHOWN", "SOURCES", "Source", "SourceRow", "by_rank"]


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


@dataclass(frozen=True, slots=True)
class SourceRow:
    """What the checks of claims need to know of a source.

    Args:
        ranks: Where the source stands among those of a field; the lowest number is believed first. For fields that
            weights are learned for see `rules/trust.json`. A source that is not ranked for a field is not believed.
        is_shown: Whether people see the value on the page; the others are made for machines.
        is_labelled: Whether, of those that people see, the page says what the value is.
        tells_dates_apart: Whether it has different names for the dates of publication and of the last change.
        author_signs: Signs of a list of authors that mean something of their own where this source gives it.
    """

    ranks: Mapping[str, int]
    is_shown: bool = False
    is_labelled: bool = False
    tells_dates_apart: bool = False
    author_signs: tuple[str, ...] = ()


SOURCES: Mapping[Source, SourceRow] = {
    Source.JSON_LD: SourceRow(
        {
            "updated": 10,
            "section": 10,
            "site_name": 20,
            "language": 20,
            "main_image_caption": 10,
            "main_image_credit": 10,
            "is_accessible_for_free": 10,
            "paywall_selector": 10,
            "license": 10,
        },
        tells_dates_apart=True,
        author_signs=("names the site", "not shown"),
    ),
    Source.JSON_LD_PAGE: SourceRow(
        {
            "updated": 90,
            "section": 80,
            "breadcrumbs": 10,
            "site_name": 40,
            "language": 70,
            "is_accessible_for_free": 40,
            "paywall_selector": 20,
            "license": 60,
        }
    ),
    Source.OPEN_GRAPH: SourceRow(
        {
            "updated": 20,
            "section": 20,
            "site_name": 10,
            "language": 50,
            "canonical_url": 20,
            "main_image_alt": 10,
            "is_accessible_for_free": 30,
        }
    ),
    Source.TWITTER: SourceRow({"canonical_url": 40, "main_image_alt": 20}),
    Source.DUBLIN_CORE: SourceRow({"updated": 40, "section": 60, "site_name": 50, "language": 40, "license": 40}),
    Source.PARSELY: SourceRow({"section": 30, "canonical_url": 30}),
    Source.SAILTHRU: SourceRow({}),
    Source.META: SourceRow(
        {"updated": 50, "section": 50, "site_name": 30, "language": 30, "license": 30},
        author_signs=("names the site",),
    ),
    Source.MICRODATA: SourceRow(
        {"updated": 30, "section": 40, "breadcrumbs": 20, "language": 60, "is_accessible_for_free": 20},
        tells_dates_apart=True,
    ),
    Source.HEAD: SourceRow(
        {
            "site_name": 60,
            "language": 10,
            "direction": 10,
            "canonical_url": 10,
            "license": 20,
            "amp_url": 10,
            "print_url": 10,
        }
    ),
    Source.HEADING: SourceRow({}, is_shown=True),
    Source.TIME: SourceRow({"updated": 60}, is_shown=True),
    Source.MARKED: SourceRow(
        {"byline": 20, "updated": 80, "section": 70, "breadcrumbs": 30, "license": 50, "print_url": 20},
        is_shown=True,
        is_labelled=True,
    ),
    Source.VISIBLE: SourceRow({"byline": 10, "updated": 70, "license": 70}, is_shown=True, is_labelled=True),
    Source.NEAR: SourceRow({"updated": 100}, is_shown=True),
    Source.URL: SourceRow({}),
    Source.DETECTED: SourceRow({}),
}

SHOWN = frozenset(source for source, row in SOURCES.items() if row.is_shown)
"""Sources that are read off the page as people see it."""
LABELLED = frozenset(source for source, row in SOURCES.items() if row.is_labelled)
"""Those of them where the page says what the value is."""
DATES_TOLD_APART = frozenset(source for source, row in SOURCES.items() if row.tells_dates_apart)
"""Sources that tell publication from change."""


def by_rank(field: str) -> list[Source]:
    """The sources that are ranked for a field, the one that is believed first in front."""
    return sorted(
        (source for source in SOURCES if field in SOURCES[source].ranks), key=lambda s: SOURCES[s].ranks[field]
    )
