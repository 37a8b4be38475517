"""Splits the path features into terms: how much each token of each element adds for a block."""

from dataclasses import dataclass

from cleanpage.features.paths import names_of
from cleanpage.models.weights import load_model
from cleanpage.page.page import Page
from cleanpage.page.tokens import element_tokens

__all__ = ["PathTerm", "path_terms"]

NEAR, PARENT, FAR = range(3)
"""Columns of the table of token weights: the element of the text, its parent, everything above."""


@dataclass(frozen=True, slots=True)
class PathTerm:
    """What one token on the path of a block says of it."""

    token: str
    """As `element_tokens` writes it: `<div`, `.post-body`, `#main`, `~body`, `@articlebody`, `%navigation`."""
    element: int
    """Index of the element that it names."""
    weight: float
    """Log odds; the weights of all terms add up to the feature `path`."""


def path_terms(page: Page, block: int) -> tuple[PathTerm, ...]:
    """The weights of all tokens along the path of a block, from its innermost element to the root."""
    table = load_model().path
    leaf = page.leaves[block]
    terms: list[PathTerm] = []
    far: dict[str, PathTerm] = {}
    for level, element in enumerate((leaf, *page.ancestors(leaf))):
        for token in element_tokens(*names_of(page.tags[element], page.attributes[element])):
            weight = table.get(token, (0.0, 0.0, 0.0))[min(level, FAR)]
            if weight and level < FAR:
                terms.append(PathTerm(token, element, weight))
            elif weight:  # a token counts once, for the outermost element that has it
                far[token] = PathTerm(token, element, weight)
    return (*terms, *far.values())
