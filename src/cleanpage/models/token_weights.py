"""Sums of the learned weights of tokens: of the names of an element, and of a short text with its link."""

from collections.abc import Iterable, Mapping

from cleanpage.page.tokens import link_tokens, text_tokens

__all__ = ["NO_WEIGHTS", "NameWeights", "name_weights", "text_weight"]

FarWeights = tuple[tuple[str, float], ...]
"""What each token of one element says of text far below. A tuple, as the garbage collector soon leaves those alone."""

NameWeights = tuple[float, float, FarWeights]
"""What the names of one element say of the text in it, in its children, and further down; log odds."""

NO_WEIGHTS: NameWeights = (0.0, 0.0, ())


def name_weights(weights: Mapping[str, tuple[float, float, float]], tokens: Iterable[str]) -> NameWeights:
    """What the names of one element say.

    Args:
        weights: By token of `element_tokens`.
        tokens: Those of the element.
    """
    near = parent = 0.0
    far: list[tuple[str, float]] = []
    for token in tokens:
        if token in weights:
            own, child, below = weights[token]
            near += own
            parent += child
            if below:
                far.append((token, below))
    return near, parent, tuple(far)


def text_weight(weights: Mapping[str, float], text: str, target: str | None) -> float:
    """What the words of a text, and of the address that it links to, say of it; log odds.

    Args:
        weights: By token of `text_tokens` and `link_tokens`.
        text: The text.
        target: The address, if most of the text is a link.
    """
    tokens = text_tokens(text)
    if target:
        tokens += link_tokens(target)
    return sum([weights[token] for token in tokens if token in weights])
