"""The table by which claims become values: a row a field, each source with its weight, each doubt with what it takes away.

Weights of `headline`, `authors` and `published` are learned by `/tmp/fit.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["TABLE", "Row"]


@dataclass(frozen=True, slots=True)
class Row:
    """How one field is resolved.

    Args:
        field: The field.
        sources: Weight of each source, as log odds; a source that is not here is not believed.
        by_kind: Weights for one kind of page, instead of `sources`.
        doubts: What a doubt adds to the weight.
        none: By kind of page, what the votes for a value must exceed for there to be one at all.
    """

    field: str
    sources: Mapping[str, float]
    by_kind: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    doubts: Mapping[str, float] = field(default_factory=dict)
    none: Mapping[str, float] = field(default_factory=dict)

    def weights(self, kind: str) -> Mapping[str, float]:
        """Weights of the sources on pages of a kind."""
        return self.by_kind.get(kind, self.sources)


def ordered(*sources: str) -> Mapping[str, float]:
    """Weights by which the first source wins over all after it together."""
    return {source: float(2 ** (len(sources) - rank)) / 8 for rank, source in enumerate(sources)}


# learned
HEADLINE_SOURCES = {
    "news": {
        "json-ld-page": 2.16, "open-graph": 1.88, "json-ld": 1.81, "meta": 0.89, "microdata": 0.3,
        "parsely": 0.14, "dublin-core": 0.0, "heading": -0.09, "sailthru": -0.92, "head": -0.99,
        "twitter": -1.31,
    },
    "article": {
        "heading": 1.0, "open-graph": 0.77, "json-ld-page": 0.48, "parsely": 0.46, "meta": 0.45,
        "json-ld": 0.17, "sailthru": 0.11, "dublin-core": -0.14, "microdata": -0.25, "head": -0.4,
        "twitter": -0.68,
    },
    "other": {
        "open-graph": 1.13, "heading": 0.88, "meta": 0.71, "head": 0.48, "microdata": 0.15, "parsely": 0.0,
        "twitter": -0.01, "json-ld-page": -0.26, "dublin-core": -0.58,
    },
}
HEADLINE_DOUBTS = {
    "within the titles": 0.7, "cut short": 0.24, "not first": -0.08, "names the site": -0.18,
    "two words": -0.29, "unlike the titles": -1.09,
}
AUTHOR_SOURCES = {
    "json-ld": 2.11, "sailthru": 1.28, "microdata": 1.17, "marked": 0.88, "visible": 0.83, "meta": 0.79,
    "open-graph": 0.77, "dublin-core": 0.71, "twitter": 0.69, "parsely": 0.52, "json-ld-page": 0.13,
}
AUTHOR_DOUBTS = {
    "no person": 0.07, "single word": -0.23, "names the site": -0.4, "not first": -0.41, "many": -0.47,
}
NO_AUTHOR = {
    "other": 0.84, "news": 0.45, "article": 0.14,
}
DATE_SOURCES = {
    "url": 3.06, "open-graph": 1.64, "dublin-core": 1.46, "time": 1.42, "marked": 1.19, "near": 1.19,
    "json-ld": 1.14, "microdata": 1.14, "sailthru": 0.84, "json-ld-page": 0.76, "visible": 0.18,
    "parsely": 0.0, "meta": -0.03,
}
DATE_DOUBTS = {
    "not first": -2.03,
}
# end of learned

TABLE: tuple[Row, ...] = (
    Row("headline", HEADLINE_SOURCES["other"], by_kind=HEADLINE_SOURCES, doubts=HEADLINE_DOUBTS),
    Row("alternative_headline", ordered("microdata", "marked", "json-ld", "heading")),
    Row("description", ordered("open-graph", "meta", "json-ld", "twitter", "dublin-core", "sailthru", "microdata", "json-ld-page", "marked")),
    Row("byline", ordered("visible", "marked")),
    Row("authors", AUTHOR_SOURCES, doubts=AUTHOR_DOUBTS, none=NO_AUTHOR),
    Row("published", DATE_SOURCES, doubts=DATE_DOUBTS),
    Row("updated", ordered("json-ld", "open-graph", "microdata", "dublin-core", "meta", "time", "visible", "marked", "json-ld-page", "near")),
    Row("section", ordered("json-ld", "open-graph", "parsely", "microdata", "meta", "dublin-core", "marked")),
    Row("keywords", ordered("meta", "json-ld", "open-graph", "parsely", "sailthru", "dublin-core")),
    Row("site_name", ordered("open-graph", "json-ld", "meta", "json-ld-page", "dublin-core")),
    Row("language", ordered("head", "json-ld", "meta", "dublin-core", "open-graph", "microdata", "json-ld-page")),
    Row("direction", ordered("head")),
    Row("canonical_url", ordered("head", "open-graph", "parsely", "twitter")),
    Row("main_image", ordered("open-graph", "json-ld", "twitter", "parsely", "sailthru", "head", "meta")),
    Row("main_image_alt", ordered("open-graph", "twitter")),
    Row("main_image_caption", ordered("json-ld")),
    Row("main_image_credit", ordered("json-ld")),
    Row("is_accessible_for_free", ordered("json-ld", "microdata", "open-graph")),
)
"""Field by field: where it is taken from, and how far each place is believed."""
