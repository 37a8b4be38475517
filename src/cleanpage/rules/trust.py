"""The table by which claims become values: a row a field, with the weight of each source and of each doubt.

The weights of `headline`, `authors` and `published` stand in `rules/trust.json`, which `benchmarks.train_metadata`
learns from the corpora and writes, with their digests and the cross-validated figures. They are those of a conditional
logit over the values claimed on a page: log odds, which add up. Those of the other fields put the sources in order: for
the fields under `orders` of the same file by what the claims of each source are worth on the mean, where the corpora do
not know the truth by hand.
"""

import dataclasses
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

__all__ = ["TABLE", "Row"]


@dataclass(frozen=True, slots=True)
class Row:
    """How one field is resolved.

    Args:
        field: The field.
        sources: Weight of each source, as log odds; a source that is not here is not believed.
        by_kind: Weights for one kind of page, instead of `sources`.
        doubts: What a doubt about a claim adds to its weight.
        signs: What a sign of a value adds to the votes for it, once, however many claim it.
        none: By sign of the page, such as its kind: the sum of those that it has is what the votes for a value must
            exceed for there to be one at all. Empty where any value is better than none.
    """

    field: str
    sources: Mapping[str, float]
    by_kind: Mapping[str, Mapping[str, float]] = dataclasses.field(default_factory=dict)
    doubts: Mapping[str, float] = dataclasses.field(default_factory=dict)
    signs: Mapping[str, float] = dataclasses.field(default_factory=dict)
    none: Mapping[str, float] = dataclasses.field(default_factory=dict)

    @property
    def is_order(self) -> bool:
        """Whether the weights only put the sources in order, so that votes are no log odds."""
        return not (self.doubts or self.signs or self.none)

    def weights(self, kind: str) -> Mapping[str, float]:
        """Weights of the sources on pages of a kind."""
        return self.by_kind.get(kind, self.sources)


def ordered(sources: str) -> Mapping[str, float]:
    """Weights by which the first source wins over all after it together."""
    return in_order(sources.split())


def in_order(sources: Iterable[str]) -> Mapping[str, float]:
    """The same for a list of sources."""
    names = list(sources)
    return {name: float(2 ** (len(names) - rank)) / 8 for rank, name in enumerate(names)}


def read_trust() -> dict[str, Any]:
    """The content of `rules/trust.json`: under each learned field the arguments of its row, under `learned` how."""
    data: dict[str, Any] = json.loads(files("cleanpage.rules").joinpath("trust.json").read_text("utf-8"))
    return data


LEARNED = read_trust()
ORDERS: Mapping[str, Mapping[str, float]] = LEARNED["orders"]

TABLE: tuple[Row, ...] = (
    Row("headline", **LEARNED["headline"]),
    Row("alternative_headline", in_order(ORDERS["alternative_headline"])),
    Row("description", in_order(ORDERS["description"])),
    Row("byline", ordered("visible marked")),
    Row("authors", **LEARNED["authors"]),
    Row("published", **LEARNED["published"]),
    Row(
        "updated",
        ordered("json-ld open-graph microdata dublin-core meta time visible marked json-ld-page near"),
    ),
    Row("section", ordered("json-ld open-graph parsely microdata meta dublin-core marked json-ld-page")),
    Row("keywords", in_order(ORDERS["keywords"])),
    Row("breadcrumbs", ordered("json-ld-page microdata marked")),
    Row("site_name", ordered("open-graph json-ld meta json-ld-page dublin-core head")),
    Row("language", ordered("head json-ld meta dublin-core open-graph microdata json-ld-page")),
    Row("direction", ordered("head")),
    Row("canonical_url", ordered("head open-graph parsely twitter")),
    Row("main_image", in_order(ORDERS["main_image"])),
    Row("main_image_alt", ordered("open-graph twitter")),
    Row("main_image_caption", ordered("json-ld")),
    Row("main_image_credit", ordered("json-ld")),
    Row("is_accessible_for_free", ordered("json-ld microdata open-graph json-ld-page")),
    Row("paywall_selector", ordered("json-ld json-ld-page")),
    Row("license", ordered("json-ld head meta dublin-core marked json-ld-page visible")),
    Row("amp_url", ordered("head")),
    Row("print_url", ordered("head marked")),
)
"""Field by field: where it is taken from, and how far each place is believed."""
