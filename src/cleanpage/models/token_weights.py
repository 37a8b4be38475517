"""Learned token weights, indexed so that names and texts are weighed without making token strings.

Most tokens have no weight, and tokens are strings that would have to be put together first. What the tokens
are is told by `cleanpage.page.tokens`; the tests hold both to the same sums.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from cleanpage.page.tokens import (
    MAX_CLASSES,
    MAX_NAME,
    MAX_TEXT,
    WHOLE_TEXT_WORDS,
    edge_words,
    link_words,
    split_tokens,
    text_words,
)

__all__ = ["NO_WEIGHTS", "NameTable", "NameWeights", "TextTable"]

FarWeights = tuple[tuple[str, float], ...]
"""What each token of one element says of text far below. A tuple, as the garbage collector soon leaves those alone."""

NameWeights = tuple[float, float, FarWeights]
"""What the names of one element say of the text in it, in its children, and further down; log odds."""

NO_WEIGHTS: NameWeights = (0.0, 0.0, ())

Row = tuple[str, float, float, float]
"""A token with its three weights."""


@dataclass(frozen=True, slots=True, eq=False)
class NameTable:
    """The weights of `tokens.element_tokens`, in a table for each kind of token."""

    tags: dict[str, Row] = field(default_factory=dict)
    classes: dict[str, Row] = field(default_factory=dict)
    ids: dict[str, Row] = field(default_factory=dict)
    words: dict[str, Row] = field(default_factory=dict)
    itemprops: dict[str, Row] = field(default_factory=dict)
    roles: dict[str, Row] = field(default_factory=dict)

    @classmethod
    def of(cls, weights: Mapping[str, tuple[float, float, float]]) -> "NameTable":
        """Sort tokens by their kind."""
        table = cls()
        kinds = {
            "<": table.tags,
            ".": table.classes,
            "#": table.ids,
            "~": table.words,
            "@": table.itemprops,
            "%": table.roles,
        }
        for token, row in weights.items():
            kinds[token[0]][token[1:]] = (token, *row)
        return table

    def weights(
        self, tag: str, classes: str | None, identity: str | None, itemprop: str | None, role: str | None
    ) -> NameWeights:
        """What the names of one element say.

        Each token counts once, in the order of `element_tokens`: sums of floats depend on it.
        """
        rows, words = [self.tags.get(tag)], self.words.get
        if classes:
            classes = classes[:MAX_CLASSES]
            rows += map(self.classes.get, classes.lower().split())
            rows += map(words, split_tokens(classes))
        if identity:
            identity = identity[:MAX_NAME]
            rows.append(self.ids.get(identity.lower()))
            rows += map(words, split_tokens(identity))
        if itemprop:
            rows.append(self.itemprops.get(itemprop[:MAX_NAME].lower()))
        if role:
            rows.append(self.roles.get(role[:MAX_NAME].lower()))
        near = parent = 0.0
        far: list[tuple[str, float]] = []
        for token, row in {row[0]: row for row in rows if row}.items():
            near += row[1]
            parent += row[2]
            if row[3]:
                far.append((token, row[3]))
        return near, parent, tuple(far)


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
class TextTable:
    """The weights of `tokens.text_tokens` and `tokens.link_tokens`, in a table for each kind of token."""

    short: WordWeights = field(default_factory=WordWeights)
    heads: WordWeights = field(default_factory=WordWeights)
    """Of the first words of long texts."""
    tails: WordWeights = field(default_factory=WordWeights)
    firsts: dict[str, float] = field(default_factory=dict)
    lasts: dict[str, float] = field(default_factory=dict)
    wholes: dict[str, float] = field(default_factory=dict)
    links: dict[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, weights: Mapping[str, float]) -> "TextTable":
        """Sort tokens by their kind."""
        table = cls()
        kinds = {"^": table.firsts, "$": table.lasts, "=": table.wholes, "/": table.links}
        edges = {"(": table.heads, ")": table.tails}
        for token, weight in weights.items():
            sign, rest = token[0], token[1:]
            if sign in kinds:
                kinds[sign][rest] = weight
            elif sign in edges:
                edges[sign].add(rest, weight)
            else:
                table.short.add(token, weight)
        return table

    def weight(self, text: str, target: str | None) -> float:
        """What the words of a text, and of the address that it links to, say of it; log odds.

        Each token counts once, in the order of `text_tokens`: sums of floats depend on it.
        """
        weight = self.of_edges(text) if len(text) > MAX_TEXT else self.of_short(text)
        if target:
            links = self.links
            for word in dict.fromkeys(link_words(target)):
                if word in links:
                    weight += links[word]
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
