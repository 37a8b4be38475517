"""Weights of the words of short texts and of the targets of links."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from cleanpage.tokens import WHOLE_TEXT_WORDS, link_words, text_words

__all__ = ["Lexicon"]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The weights of `tokens.text_tokens` and `tokens.link_tokens`, in a table for each kind of token.

    Most tokens have no weight. So a text is weighed word by word, without making its tokens: a third of the time.
    """

    words: dict[str, float] = field(default_factory=dict)
    firsts: dict[str, float] = field(default_factory=dict)
    lasts: dict[str, float] = field(default_factory=dict)
    wholes: dict[str, float] = field(default_factory=dict)
    links: dict[str, float] = field(default_factory=dict)
    pairs: dict[str, dict[str, float]] = field(default_factory=dict)
    """By the first word, then by the second."""

    @classmethod
    def of(cls, weights: Mapping[str, float]) -> "Lexicon":
        """Sort tokens by their kind."""
        lexicon = cls()
        kinds = {"^": lexicon.firsts, "$": lexicon.lasts, "=": lexicon.wholes, "/": lexicon.links}
        for token, weight in weights.items():
            first, space, second = token.partition(" ")
            if token[0] in kinds:
                kinds[token[0]][token[1:]] = weight
            elif space:
                lexicon.pairs.setdefault(first, {})[second] = weight
            else:
                lexicon.words[token] = weight
        return lexicon

    def weight(self, text: str, target: str | None) -> float:
        """What the words of a short text, and of the address that it links to, say of it; log odds.

        Each token counts once, in the order of `text_tokens`: sums of floats depend on it.
        """
        weight = 0.0
        if words := text_words(text):
            known = self.words
            for word in dict.fromkeys(words):
                if word in known:
                    weight += known[word]
            weight += self.firsts.get(words[0], 0.0)
            weight += self.lasts.get(words[-1], 0.0)
            if len(words) > 1:
                weight = self.with_pairs(words, weight)
            if len(words) <= WHOLE_TEXT_WORDS:
                weight += self.wholes.get(" ".join(words), 0.0)
        if target:
            known = self.links
            for word in dict.fromkeys(link_words(target)):
                if word in known:
                    weight += known[word]
        return weight

    def with_pairs(self, words: list[str], weight: float) -> float:
        """`weight` and those of the pairs of neighbouring words, each pair once."""
        pairs = self.pairs
        seen = set()
        for pair in pairwise(words):
            if pair[0] in pairs:
                followers = pairs[pair[0]]
                if pair[1] in followers and pair not in seen:
                    seen.add(pair)
                    weight += followers[pair[1]]
        return weight
