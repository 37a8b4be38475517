"""Verdicts: which blocks make up the body, what role each block plays, and the reason."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

from cleanpage.features.hints import PageHints
from cleanpage.models.arrays import Array
from cleanpage.models.feature_table import Features
from cleanpage.page.page import Page
from cleanpage.rules.tags import Context
from cleanpage.selection.roles import Role
from cleanpage.selection.scores import Scores, log_odds

__all__ = ["Role", "Verdict", "Verdicts", "choose", "select_blocks"]

# Constants below were chosen by cross-validation over the corpora of `benchmarks/train.py`.

# What was read as a field of its own is body only where the model is this sure.
ROLE_PROBABILITY = 0.9
# The same of a summary: there are pages whose first paragraph is one, and pages that set it apart as a standfirst.
SUMMARY_PROBABILITY = 0.92
# Side matter reads as body does, so that the model is no judge of it.
LEAST = {Role.SUMMARY: SUMMARY_PROBABILITY, Role.ASIDE: math.inf, Role.COMMENT: math.inf}
# Cost of going from body to boilerplate or back between two blocks, in log odds: a lone doubtful block takes the side
# of its neighbours. On pages that are no articles, smoothing costs more than it gains.
SWITCH_COST = 0.2
MAX_ODDS = 6.0
# On pages that are no articles the model is surer than it ought to be: its log odds are scaled by this.
TEMPERATURE = 0.85
# On an article, a heading this probable stays with the body block under it; one that has none must be this sure.
LEAST_HEADING, LONE_HEADING = 0.3, 0.7
# A text of an article that begins as signs on adverts do, and has no more words than this, is such a sign.
MAX_SIGN = 6
# A page without one block as probable as this has no body.
MIN_PROBABILITY = 0.3
# The same on a page of so few blocks: someone gave it for its text.
FEW_BLOCKS, MIN_OF_FEW = 3, 0.29
# Shorter texts, in characters, may stand twice for good reason; so may one that the model is this sure of, although it
# knows that it stands elsewhere as well.
MIN_COPY = 40
SURE_COPY = 0.96


class Verdict(NamedTuple):
    """What becomes of one block."""

    role: Role
    """Only `Role.BODY` enters the body."""
    probability: float
    """How probable the block is body by itself, 0 to 1."""
    hidden: bool = False
    """Whether the page hides it."""
    option: str = ""
    """The option that decided, as in `keep`; empty where none did."""

    @property
    def kept(self) -> bool:
        """Whether the block is part of the body."""
        return self.role is Role.BODY

    @property
    def reason(self) -> str:
        """Why, in words."""
        score = f"score {self.probability:.2f}"
        if self.option:
            return f"{'kept' if self.kept else 'dropped'} by Options.{self.option.removeprefix('outside ')}, {score}"
        if self.role is Role.BODY:
            return score if self.probability >= 0.5 else f"{score}, body around it"
        if self.role is not Role.BOILERPLATE:
            return f"recognised as {self.role}, {score}"
        if self.hidden:
            return f"hidden, {score}"
        return score if self.probability < 0.5 else f"{score}, a copy, or boilerplate around it"


@dataclass(frozen=True, slots=True, eq=False)
class Verdicts(Sequence[Verdict]):
    """What becomes of each block of a page.

    A page has hundreds, and few are ever looked at: each verdict is made when it is asked for.
    """

    page: Page
    probabilities: Array
    """Shape (blocks,): how probable each block is body by itself, 0 to 1."""
    kept: Sequence[bool]
    """Whether each block is part of the body."""
    fields: Mapping[int, Role]
    """What some of the other blocks are of the article."""
    options: Mapping[int, str]
    """The option that decided on a block, where one did."""

    @property
    def body(self) -> list[int]:
        """The blocks of the body, in order."""
        return list(compress(range(len(self.kept)), self.kept))

    def __len__(self) -> int:
        return len(self.kept)

    @overload
    def __getitem__(self, index: int) -> Verdict: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Verdict, ...]: ...

    def __getitem__(self, index: int | slice) -> Verdict | tuple[Verdict, ...]:
        chosen = range(len(self.kept))[index]
        return self.of(chosen) if isinstance(chosen, int) else tuple(map(self.of, chosen))

    def of(self, block: int) -> Verdict:
        """The verdict on a block."""
        role = Role.BODY if self.kept[block] else self.fields.get(block, Role.BOILERPLATE)
        hidden = bool(self.page.contexts[self.page.leaves[block]] & Context.HIDDEN)
        return Verdict(role, float(self.probabilities[block]), hidden, self.options.get(block, ""))


def select_blocks(page: Page, features: Features, scores: Scores, hints: PageHints) -> Verdicts:
    """Decide on every block of a page."""
    kept = choose(page.texts, groups_of(page), features, scores, hints)
    fields = {block: Role(role) for block, role in hints.roles.items() if not kept[block]}
    if scores.likely_article:
        fields |= {block: Role.PULL_QUOTE for block in repeated(hints.quotes, kept) if not kept[block]}
    return Verdicts(page, scores.probabilities, kept, fields, {})


def groups_of(page: Page) -> list[int]:
    """The element around the element of each block: copies within one are meant, copies across are layout."""
    parents = page.parents
    return [parents[element] for element in page.elements]


def choose(
    texts: Sequence[str], groups: Sequence[int], features: Features, scores: Scores, hints: PageHints
) -> list[bool]:
    """Which blocks are body.

    On an article: those more probable than not, smoothed along the page. Where there are none, and on any other page:
    the set of highest expected F1. What is a field of the article is not also body. Of words that stand in several
    places, the pull quotes go, and of long texts all but the first.
    """
    probabilities = scores.probabilities
    if not len(texts) or probabilities.max() < (MIN_PROBABILITY if len(texts) > FEW_BLOCKS else MIN_OF_FEW):
        return [False] * len(texts)
    words = features.column("words")
    article = scores.likely_article
    if article:
        kept = smooth(bounded_odds(probabilities))
        if not kept.any():
            kept = best_set(probabilities, words)
    else:
        kept = best_set(1.0 / (1.0 + np.exp(-TEMPERATURE * bounded_odds(probabilities))), words)
    if article:
        kept &= (features.column("cue_advert") == 0) | (words > MAX_SIGN)
        kept = with_their_content(kept, probabilities, features.column("heading_level"))
    for block, role in hints.roles.items():
        least = LEAST.get(Role(role), ROLE_PROBABILITY)
        if (scores.likely_article or role == Role.HEADLINE) and probabilities[block] < least:
            kept[block] = False
    if scores.likely_article:
        kept[repeated(hints.quotes, kept.tolist())] = False
    return without_copies(texts, groups, kept.tolist(), (probabilities >= SURE_COPY).tolist())


def repeated(quotes: Mapping[int, Sequence[int]], kept: Sequence[bool]) -> list[int]:
    """The pull quotes whose words are in the body."""
    return [block for block, sources in quotes.items() if all(kept[source] for source in sources)]


def bounded_odds(probabilities: Array) -> Array:
    """Log odds, bounded: no single block may outweigh everything around it."""
    return np.clip(log_odds(probabilities), -MAX_ODDS, MAX_ODDS)


def expected_f1(probabilities: Array, words: Array, kept: NDArray[np.bool_]) -> float:
    """Word F1 to be expected of a set of blocks: twice the words expected right, over words kept and words of body."""
    right = probabilities * words
    return float(2 * right[kept].sum() / max(words[kept].sum() + right.sum(), 1e-9))


def best_set(probabilities: Array, words: Array) -> NDArray[np.bool_]:
    """The most probable blocks, as many as give the highest expected word F1."""
    order = np.argsort(-probabilities, kind="stable")
    right = np.cumsum((probabilities * words)[order])
    kept = np.zeros(len(words), dtype=bool)
    expected = 2 * right / (np.cumsum(words[order]) + right[-1])
    kept[order[: int(np.argmax(expected)) + 1]] = True
    return kept


def smooth(odds: Array, cost: float = SWITCH_COST) -> NDArray[np.bool_]:
    """The most probable sequence of body and boilerplate, where each change costs something.

    A block surer than two changes cost is what it seems, whatever stands around it: the way is sought between such.
    """
    kept: NDArray[np.bool_] = odds > 0
    doubtful = np.abs(odds) <= 2 * cost
    if doubtful.any():
        near = doubtful.copy()
        near[1:] |= doubtful[:-1]
        near[:-1] |= doubtful[1:]
        kept[near] = best_way(odds[near], cost)
    return kept


def best_way(odds: Array, cost: float) -> list[bool]:
    """The same, block by block: Viterbi's algorithm over two states."""
    outside = inside = 0.0
    # Whether the best way to each block, from body or from boilerplate, comes from body.
    from_inside: list[bool] = []
    from_outside: list[bool] = []
    for value in odds.tolist():
        leave, enter = inside - cost, outside - cost
        from_outside.append(leave > outside)
        from_inside.append(inside >= enter)
        if leave > outside:
            outside = leave
        inside = (enter if enter > inside else inside) + value
    state = inside > outside
    kept = []
    for body, boilerplate in zip(reversed(from_inside), reversed(from_outside), strict=True):
        kept.append(state)
        state = body if state else boilerplate
    return kept[::-1]


def with_their_content(kept: NDArray[np.bool_], probabilities: Array, levels: Array) -> NDArray[np.bool_]:
    """Headings go with what stands right under them: kept with a kept block unless clearly boilerplate, or the reverse.

    From the end on, so that a heading over a heading goes with the text below both.
    """
    result = [*kept.tolist(), False]
    last = max(np.flatnonzero(kept).tolist(), default=-1)
    headings = np.flatnonzero(levels)[::-1]
    for block, probability in zip(headings.tolist(), probabilities[headings].tolist(), strict=True):
        if result[block + 1]:
            result[block] = result[block] or probability >= LEAST_HEADING
        else:
            result[block] = result[block] and probability >= LONE_HEADING and block < last
    return np.array(result[:-1], dtype=bool)


def without_copies(
    texts: Sequence[str], groups: Sequence[int], kept: Sequence[bool], sure: Sequence[bool]
) -> list[bool]:
    """Drop long texts that were kept before in another group: pages carry copies for other screens."""
    seen: dict[str, int] = {}
    result = list(kept)
    for block in compress(range(len(texts)), kept):
        if len(text := texts[block]) > MIN_COPY:
            result[block] = seen.setdefault(text, groups[block]) == groups[block] or sure[block]
    return result
