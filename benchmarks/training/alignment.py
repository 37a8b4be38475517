"""Labels: which blocks of a page make up its gold body, and to what share.

The gold body is plain text, made by another tool or by hand. Blocks are matched to it by the diagonals on which their
4-grams lie; the matches that make the heaviest increasing sequence are believed (weighted longest increasing
subsequence, Fredman 1975), each gold token is claimed once, and what is left of the gold text may still be claimed by
blocks out of order. A block too short for that is looked for only
in the gold text between the blocks around it that were matched.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

__all__ = ["align", "tokens"]

# Characters of scripts without spaces are tokens of their own.
TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]|[^\W_]+")
GRAM = 4
# A 4-gram that stands in the gold text more often than this tells nothing of the place.
MAX_PLACES = 20
# Diagonals looked at for each block, and the share of its 4-grams that one must have.
DIAGONALS = 3
MIN_SHARE = 0.2
# How far from its diagonal a token of a block may be found: edits and inserted words shift it.
SLACK = 30
# Share of a block's tokens that must be free in the gold text for a match out of order.
OUT_OF_ORDER = 0.7
# Short blocks are looked for this far around the matches beside them, in tokens.
REACH = 400
EDGE = 60
SHORT = GRAM + 2


def tokens(text: str) -> list[str]:
    """The tokens of a text, lower-cased."""
    return TOKEN.findall(text.lower())


def align(texts: Sequence[str], gold: str) -> list[float]:
    """The share of each block's tokens that the gold text has, 0 to 1, each gold token counted once."""
    claims = Claims(tokens(gold), [tokens(text) for text in texts])
    matches = claims.matches()
    chain = heaviest_chain(matches, claims)
    for match in chain:
        claims.claim(match)
    claims.claim_out_of_order(matches, {match.block for match in chain})
    claims.claim_short_blocks()
    return claims.shares


@dataclass(frozen=True, slots=True)
class Match:
    """A diagonal on which 4-grams of a block lie in the gold text."""

    block: int
    start: int
    """Where in the gold text the block would begin; may be negative."""
    votes: int


@dataclass(slots=True)
class Claims:
    """Which tokens of the gold text are taken, and what each block has got."""

    gold: list[str]
    blocks: list[list[str]]
    places: dict[tuple[str, ...], list[int]] = field(init=False)
    taken: bytearray = field(init=False)
    shares: list[float] = field(init=False)
    spans: dict[int, tuple[int, int]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.places = defaultdict(list)
        for place in range(len(self.gold) - GRAM + 1):
            self.places[tuple(self.gold[place : place + GRAM])].append(place)
        self.taken = bytearray(len(self.gold))
        self.shares = [0.0] * len(self.blocks)

    def matches(self) -> list[Match]:
        """The best diagonals of every block of at least one 4-gram."""
        found = []
        for number, block in enumerate(self.blocks):
            votes: Counter[int] = Counter()
            for offset in range(len(block) - GRAM + 1):
                places = self.places.get(tuple(block[offset : offset + GRAM]), ())
                if len(places) <= MAX_PLACES:
                    votes.update(place - offset for place in places)
            least = max(1.0, MIN_SHARE * (len(block) - GRAM + 1))
            found += [Match(number, start, n) for start, n in votes.most_common(DIAGONALS) if n >= least]
        return found

    def claim(self, match: Match) -> None:
        """Take the gold tokens that a block matches on its diagonal, or close to it."""
        block = self.blocks[match.block]
        hits = set(self.free_on_diagonal(match))
        if len(hits) < len(block):
            hits.update(self.free_nearby(match))
        self.take(match.block, sorted(hits)[: len(block)])

    def free_on_diagonal(self, match: Match) -> Iterable[int]:
        """Gold tokens on the diagonal that are equal and free."""
        for place, token in enumerate(self.blocks[match.block], match.start):
            if 0 <= place < len(self.gold) and self.gold[place] == token and not self.taken[place]:
                yield place

    def free_nearby(self, match: Match) -> Iterable[int]:
        """Gold tokens in 4-grams of the block that lie near its diagonal, and are free."""
        block = self.blocks[match.block]
        for offset in range(len(block) - GRAM + 1):
            for place in self.places.get(tuple(block[offset : offset + GRAM]), ()):
                if abs(place - offset - match.start) <= SLACK:
                    yield from (p for p in range(place, place + GRAM) if not self.taken[p])

    def take(self, block: int, hits: Sequence[int]) -> None:
        """Mark gold tokens as taken by a block."""
        for place in hits:
            self.taken[place] = 1
        self.shares[block] = min(1.0, len(hits) / len(self.blocks[block]))
        if hits:
            self.spans[block] = (hits[0], hits[-1] + 1)

    def claim_out_of_order(self, matches: Iterable[Match], done: set[int]) -> None:
        """Give blocks outside the chain what they match of the gold text that is left, the longest first."""
        rest: dict[int, list[Match]] = defaultdict(list)
        for match in matches:
            if match.block not in done:
                rest[match.block].append(match)
        for block in sorted(rest, key=lambda number: -len(self.blocks[number])):
            hits = max((list(self.free_on_diagonal(match)) for match in rest[block]), key=len)
            if len(hits) >= OUT_OF_ORDER * len(self.blocks[block]):
                self.take(block, hits)

    def claim_short_blocks(self) -> None:
        """Find blocks too short for a 4-gram in the gold text between the blocks around them."""
        anchors = sorted(self.spans)
        for number, block in enumerate(self.blocks):
            if block and len(block) < SHORT and not self.shares[number]:
                low, high = self.gap(anchors, number)
                self.claim_whole(number, low, high)

    def gap(self, anchors: Sequence[int], block: int) -> tuple[int, int]:
        """The part of the gold text between the matched blocks before and after a block."""
        after = bisect_left(anchors, block)
        low = self.spans[anchors[after - 1]][1] if after else None
        high = self.spans[anchors[after]][0] if after < len(anchors) else None
        if low is None:
            high = EDGE if high is None else high
            low = max(0, high - EDGE)
        return low, min(low + EDGE if high is None else high, low + REACH, len(self.gold))

    def claim_whole(self, number: int, low: int, high: int) -> None:
        """Take the first place between two bounds where the whole of a block stands free."""
        block = self.blocks[number]
        for start in range(low, high - len(block) + 1):
            if self.gold[start : start + len(block)] == block and not any(self.taken[start : start + len(block)]):
                for place in range(start, start + len(block)):
                    self.taken[place] = 1
                self.shares[number] = 1.0
                return


def heaviest_chain(matches: Sequence[Match], claims: Claims) -> list[Match]:
    """The matches with most votes in all that go forward on the page and in the gold text alike."""
    size = len(claims.gold) + 2
    best: list[tuple[int, int]] = [(0, -1)] * (size + 1)  # a Fenwick tree of maxima over places in the gold text
    weights, previous = [0] * len(matches), [-1] * len(matches)
    by_block: dict[int, list[int]] = defaultdict(list)
    for number, match in enumerate(matches):
        by_block[match.block].append(number)
    for block in sorted(by_block):
        for number in by_block[block]:
            before, previous[number] = highest(best, max(matches[number].start, 0) + 1)
            weights[number] = before + matches[number].votes
        for number in by_block[block]:
            reach = max(matches[number].start, 0) + max(1, len(claims.blocks[block]) // 2)
            raise_to(best, min(reach + 1, size), (weights[number], number))
    number = max(range(len(matches)), key=weights.__getitem__, default=-1)
    chain = []
    while number >= 0:
        chain.append(matches[number])
        number = previous[number]
    return chain[::-1]


def highest(tree: Sequence[tuple[int, int]], place: int) -> tuple[int, int]:
    """The greatest value at or before a place."""
    found = (0, -1)
    while place > 0:
        found = max(found, tree[place])
        place -= place & -place
    return found


def raise_to(tree: list[tuple[int, int]], place: int, value: tuple[int, int]) -> None:
    """Raise the value at a place."""
    while place < len(tree):
        tree[place] = max(tree[place], value)
        place += place & -place
