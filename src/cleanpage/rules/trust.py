"""The table by which claims become values: a row a field, with the weight of each source and of each doubt.

The weights of `headline`, `authors` and `published` stand in `rules/trust.json`, which `benchmarks.train_metadata`
learns from the corpora and writes, with their digests and the cross-validated figures. They are those of a conditional
logit over the values claimed on a page: log odds, which add up. Those of the other fields only put the sources in
order: for the fields under `orders` of the same file by the mean worth of each source's claims in the corpora, for the
others by the ranks in `rules/sources.py`.
"""

import dataclasses
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from cleanpage.rules.sources import by_rank

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


def in_order(sources: Iterable[str]) -> Mapping[str, float]:
    """Weights by which the first source wins over all after it together."""
    names = list(sources)
    return {name: float(2 ** (len(names) - rank)) / 8 for rank, name in enumerate(names)}


def read_trust() -> dict[str, Any]:
    """The content of `rules/trust.json`: under each learned field the arguments of its row, under `learned` how."""
    data: dict[str, Any] = json.loads(files("cleanpage.rules").joinpath("trust.json").read_text("utf-8"))
    return data


LEARNED = read_trust()


def row_of(field: str) -> Row:
    """The row of a field: with what was learned of it, else with its sources in order."""
    if field in LEARNED:
        return Row(field, **LEARNED[field])
    return Row(field, in_order(LEARNED["orders"].get(field) or by_rank(field)))


FIELDS = (
    "headline alternative_headline description byline authors published updated section keywords breadcrumbs site_name "
    "language direction canonical_url main_image main_image_alt main_image_caption main_image_credit "
    "is_accessible_for_free paywall_selector license amp_url print_url"
).split()

TABLE: tuple[Row, ...] = tuple(map(row_of, FIELDS))
"""Field by field: where it is taken from, and how far each place is believed."""
