"""Hand-set weights of the scorer: an additive scorecard over the features of `cleanpage.features`.

Each term is a ramp: nothing up to `low`, the whole `weight` from `high` on, a straight line between. Units: log odds.
"""

from dataclasses import dataclass

__all__ = ["BIAS", "TERMS", "Term"]


@dataclass(frozen=True, slots=True)
class Term:
    """A ramp of one feature."""

    feature: str
    low: float
    high: float
    weight: float


BIAS = -10.7
"""Log odds of a block of which nothing is known."""

TERMS = (
    # the text itself
    Term("words", 2, 30, 2.0),
    Term("link_density", 0.1, 0.7, -3.0),
    Term("commas", 0, 3, 0.8),
    Term("ends_sentence", 0, 1, 0.7),
    Term("copies", 1, 3, -1.5),
    Term("lexical", -1, 0, 2.0),
    # tags
    Term("is_p", 0, 1, 0.8),
    Term("heading_level", 0, 1, 0.6),
    Term("in_nav", 0, 1, -3.0),
    Term("in_footer", 0, 1, -3.0),
    Term("in_header", 0, 1, -1.5),
    Term("in_aside", 0, 1, -3.0),
    Term("in_form", 0, 1, -0.5),
    Term("in_article", 0, 1, 0.4),
    Term("in_main", 0, 1, 0.3),
    Term("in_caption", 0, 1, -8.0),
    Term("in_button", 0, 1, -3.0),
    Term("in_dialog", 0, 1, -6.0),
    Term("in_hidden", 0, 1, -5.0),
    Term("in_pre", 0, 1, 2.0),
    Term("in_quote", 0, 1, 0.8),
    Term("in_address", 0, 1, -1.0),
    # class and id tokens along the path
    Term("path_near", -2, 2, 3.4),
    Term("path_parent", -2, 2, 3.0),
    Term("path_far", -4, 4, 4.0),
    # containers
    Term("inside_50", 0, 1, 2.0),
    Term("share_0", 0, 0.4, 0.6),
    Term("share_1", 0, 0.5, 0.8),
    Term("linked_0", 0.2, 0.8, -1.2),
    Term("linked_1", 0.2, 0.8, -1.2),
    Term("prose_1", 0, 0.8, 0.8),
    # neighbours and position
    Term("prose_around", 0, 20, 1.4),
    Term("prose_after", 0, 0.02, 0.5),
    Term("after_heading", -3, 0, 0.5),
)
