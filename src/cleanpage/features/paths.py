"""Features of the class names, ids and tags around a block, from its element to the root, and of its words."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

import numpy as np

from cleanpage.models.arrays import Array, Columns, numbers
from cleanpage.models.token_weights import NO_WEIGHTS, NameWeights, name_weights, text_weight
from cleanpage.models.weights import load_model
from cleanpage.page.page import Attributes, InlineSpan, Page
from cleanpage.page.tokens import element_tokens

__all__ = ["learned_features", "link_target", "names_of", "path_columns"]


def learned_features(page: Page) -> Columns:
    """The features that are sums of learned weights: of path tokens and of the words of short texts."""
    parents, leaves = page.parents, page.leaves
    above = [parents[leaf] for leaf in leaves]

    grand = [parents[element] if element >= 0 else -1 for element in above]
    upper = sorted(with_ancestors(page, set(grand)))
    weights = weights_of(page, {*leaves, *above, *upper})
    far = far_weights(page, upper, weights)
    return path_columns(
        numbers([weights[leaf][0] for leaf in leaves]),
        numbers([weights[element][1] for element in above]),
        numbers([far[element] for element in grand]),
        numbers(lexical_weights(page)),
    )


def lexical_weights(page: Page) -> list[float]:
    """What the words of each block, and of the address that it links to, say of it; menus stand on a page twice."""
    learned = load_model().lexical
    known: dict[tuple[str, str | None], float] = {}
    weights = []
    for text, linked, spans in zip(page.texts, page.linked_chars, page.spans, strict=True):
        key = text, first_link(page, spans) if 2 * linked > len(text) else None
        weight = known.get(key)
        if weight is None:
            weight = known[key] = text_weight(learned, *key)
        weights.append(weight)
    return weights


def weights_of(page: Page, elements: Iterable[int]) -> Mapping[int, NameWeights]:
    """The weights of elements of a page; none of -1."""
    tags, attributes = page.tags, page.attributes
    weights = {-1: NO_WEIGHTS}
    for element in elements:
        if element >= 0:
            weights[element] = element_weights(*names_of(tags[element], attributes[element]))
    return weights


def far_weights(page: Page, elements: Iterable[int], weights: Mapping[int, NameWeights]) -> Mapping[int, float]:
    """Sum of the far weights of all tokens of an element and its ancestors, each token once; by element.

    A token that stands in ten nested wrappers says no more than in one.

    Args:
        page: The page.
        elements: Elements with all their ancestors, in order.
        weights: Of each of them.
    """
    totals = {-1: 0.0}
    seen: set[str] = set()
    parents, ends = page.parents, page.ends
    open_elements: list[tuple[int, tuple[str, ...]]] = []
    end = len(ends)
    for element in elements:
        while element >= end:
            seen.difference_update(open_elements.pop()[1])
            end = open_elements[-1][0] if open_elements else len(ends)
        total = totals[parents[element]]
        if fresh := [pair for pair in weights[element][2] if pair[0] not in seen]:
            tokens, values = zip(*fresh, strict=True)
            total += sum(values)
            seen.update(tokens)
            end = ends[element]
            open_elements.append((end, tokens))
        totals[element] = total
    return totals


def with_ancestors(page: Page, elements: Iterable[int]) -> set[int]:
    """The elements and everything above them."""
    found: set[int] = set()
    for element in elements:
        while element >= 0 and element not in found:
            found.add(element)
            element = page.parents[element]
    return found


def path_columns(near: Array, parent: Array, far: Array, lexical: Array) -> Columns:
    """The learned columns from their parts.

    Weights are whole hundredths; so are their sums, whatever order Python adds them up in.
    """
    near, parent, far, lexical = np.round((near, parent, far, lexical), 2)
    return {
        "path_near": near,
        "path_parent": parent,
        "path_far": far,
        "path": near + parent + far,
        "lexical": lexical,
    }


def names_of(tag: str, attributes: Attributes) -> tuple[str, str | None, str | None, str | None, str | None]:
    """What the tokens of an element are made of."""
    if not attributes:
        return tag, None, None, None, None
    get = attributes.get
    return tag, get("class"), get("id"), get("itemprop"), get("role")


def link_target(page: Page, block: int) -> str | None:
    """Where a block that is mostly a link leads."""
    mostly = 2 * page.linked_chars[block] > len(page.texts[block])
    return first_link(page, page.spans[block]) if mostly else None


def first_link(page: Page, spans: Iterable[InlineSpan]) -> str | None:
    """Where the first of the links in a block leads."""
    for kind, _, _, element in spans:
        if kind == "link":
            return page.attributes[element].get("href")
    return None


@lru_cache(maxsize=16_384)
def element_weights(
    tag: str, classes: str | None, identity: str | None, itemprop: str | None, role: str | None
) -> NameWeights:
    """What the names of one element say, remembered: elements of one page and pages of one site share their names."""
    return name_weights(load_model().path, element_tokens(tag, classes, identity, itemprop, role))
