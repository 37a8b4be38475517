"""Tokens of tag, class and id, and what they weigh: the class heuristic of the scorer."""

import re
from functools import lru_cache

from cleanpage.rules.cues import CUE_WEIGHTS, LEXICAL_WEIGHTS

__all__ = ["element_weights", "lexical_weight", "split_tokens", "words_of"]

# Words of kebab-case, snake_case, BEM and camelCase names.
WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# One element with a thousand classes must not cost a thousand look-ups.
MAX_LENGTH = 300
# Sum of the weights of one element: a name that says the same thing thrice says it once.
MAX_WEIGHT = 3.0
NO_WORDS: frozenset[str] = frozenset()
# A text longer than this, in characters, is judged by its shape, not by its words.
MAX_LEXICAL = 160


def split_tokens(names: str) -> list[str]:
    """The words of class names or of an id, lower-cased: `StoryBody css-x1` gives `story`, `body`, `css`, `x`."""
    return [word.lower() for word in WORDS.findall(names[:MAX_LENGTH])]


def words_of(names: str | None) -> frozenset[str]:
    """The distinct words of class names or of an id."""
    return words_within(names[:MAX_LENGTH]) if names else NO_WORDS


# A bounded memo of a pure function; its keys are cut short, so that no page can fill the memory through it.
@lru_cache(maxsize=16_384)
def words_within(names: str) -> frozenset[str]:
    """As `words_of`, of a name that is short enough to remember."""
    return frozenset(split_tokens(names))


@lru_cache(maxsize=16_384)
def element_weights(
    tag: str, classes: str | None, identity: str | None, itemprop: str | None, role: str | None
) -> tuple[float, float, float]:
    """What the names of one element say of the text in it, in its children, and further down.

    Above zero for content, below zero for boilerplate, in log odds.
    """
    if tag in ("html", "body"):
        return 0.0, 0.0, 0.0
    weight = sum(CUE_WEIGHTS.get(word, 0.0) for word in words_of(classes) | words_of(identity) | words_of(itemprop) | words_of(role))
    weight = max(-MAX_WEIGHT, min(MAX_WEIGHT, weight))
    return weight, weight, weight


def lexical_weight(text: str) -> float:
    """What the words of a short text say of it, in log odds; zero for a long one."""
    if len(text) > MAX_LEXICAL:
        return 0.0
    return max((LEXICAL_WEIGHTS.get(word, 0.0) for word in text.lower().split()), key=abs, default=0.0)
