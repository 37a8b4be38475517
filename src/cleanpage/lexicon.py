"""Weights of the words of texts and of the targets of links."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from cleanpage.tokens import MAX_TEXT, WHOLE_TEXT_WORDS, edge_words, link_words, text_words

__all__ = ["Lexicon"]


@dataclass(frozen=True, slots=True, eq=False)
class WordWeights:
    """The weights of words and of pairs of neighbouring words."""

    words: dict[str, float] = field(default_factory=dict)
    pairs: dict[str, dict[str, float]] = field(default_factory=dict)
    """By the first word, then by the second."""

    def add(self, token: str, weight: float) -> None:
        """Take in a word, or two with a space between."""
        first, space, second = token.partition(" ")
        if space:
            self.pairs.setdefault(first, {})[second] = weight
        else:
            self.words[token] = weight

    def of_words(self, words: list[str], weight: float = 0.0) -> float:
        """`weight` and those of the words, each once."""
        known = self.words
        for word in dict.fromkeys(words):
            if word in known:
                weight += known[word]
        return weight

    def of_pairs(self, words: list[str], weight: float = 0.0) -> float:
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


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The weights of `tokens.text_tokens` and `tokens.link_tokens`, in a table for each kind of token.

    Most tokens have no weight. So a text is weighed word by word, without making its tokens: a third of the time.
    """

    short: WordWeights = field(default_factory=WordWeights)
    heads: WordWeights = field(default_factory=WordWeights)
    """Of the first words of long texts."""
    tails: WordWeights = field(default_factory=WordWeights)
    firsts: dict[str, float] = field(default_factory=dict)
    lasts: dict[str, float] = field(default_factory=dict)
    wholes: dict[str, float] = field(default_factory=dict)
    links: dict[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, weights: Mapping[str, float]) -> "Lexicon":
        """Sort tokens by their kind."""
        lexicon = cls()
        tables = {"^": lexicon.firsts, "$": lexicon.lasts, "=": lexicon.wholes, "/": lexicon.links}
        edges = {"(": lexicon.heads, ")": lexicon.tails}
        for token, weight in weights.items():
            sign, rest = token[0], token[1:]
            if sign in tables:
                tables[sign][rest] = weight
            elif sign in edges:
                edges[sign].add(rest, weight)
            else:
                lexicon.short.add(token, weight)
        return lexicon

    def weight(self, text: str, target: str | None) -> float:
        """What the words of a text, and of the address that it links to, say of it; log odds.

        Each token counts once, in the order of `text_tokens`: sums of floats depend on it.
        """
        weight = self.of_edges(text) if len(text) > MAX_TEXT else self.of_short(text)
        if target:
            known = self.links
            for word in dict.fromkeys(link_words(target)):
                if word in known:
                    weight += known[word]
        return weight

    def of_short(self, text: str) -> float:
        """The weight of a text all of whose words count."""
        words = text_words(text)
        if not words:
            return 0.0
        weight = self.short.of_words(words)
        weight += self.firsts.get(words[0], 0.0)
        weight += self.lasts.get(words[-1], 0.0)
        if len(words) > 1:
            weight = self.short.of_pairs(words, weight)
        if len(words) <= WHOLE_TEXT_WORDS:
            weight += self.wholes.get(" ".join(words), 0.0)
        return weight

    def of_edges(self, text: str) -> float:
        """The weight of both ends of a long text."""
        head, tail = edge_words(text)
        weight = self.heads.of_pairs(head, self.heads.of_words(head))
        return self.tails.of_pairs(tail, self.tails.of_words(tail, weight))
