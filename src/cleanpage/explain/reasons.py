"""Why a block was kept or dropped: its verdict, what made its score, and the score at which the verdict turns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from cleanpage.explain.feature_names import describe_feature
from cleanpage.features.path_terms import PathTerm, path_terms
from cleanpage.models.arrays import Array, Indices
from cleanpage.models.feature_table import Features
from cleanpage.rules.feature_words import GROUPS
from cleanpage.selection.scores import Scores, contribution_table, starting_odds, term_names
from cleanpage.selection.select import choose, groups_of
from cleanpage.selection.verdicts import Verdict, Verdicts

__all__ = ["Reason", "Term", "explain_block", "group_sums"]

# The score at which a verdict turns is found to a hundredth.
STEPS = 100
# A term that moves a score by less, in log odds, explains nothing.
LEAST = 0.1


class Term(NamedTuple):
    """What one feature, or what stands around a block, added to a score."""

    feature: str
    """One of `scores.term_names`."""
    value: float | None
    """The value of the feature; None for the surroundings."""
    odds: float
    """What it added, in log odds."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one block was kept or dropped."""

    block: int
    text: str
    verdict: Verdict
    terms: tuple[Term, ...]
    """The features that did most for and against it, the weightiest first."""
    groups: tuple[tuple[str, float], ...]
    """The same summed by group of features, the weightiest first."""
    start: float
    """What every block has before its features are looked at, in log odds."""
    tokens: tuple[PathTerm, ...]
    """The class names, ids and tags on its path that said most of it, the weightiest first."""
    turn: float | None
    """The score from which (for a dropped block) or below which (for a kept one) the verdict would be the other one;
    None where no score would change it."""


def explain_block(verdicts: Verdicts, block: int) -> Reason:
    """The reason of one block. Costs some ten selections."""
    features, scores = verdicts.features, verdicts.scores
    table = contribution_table(features, scores, slice(block, block + 1))
    sums = group_sums(term_names(features), table)[:, 0].tolist()
    return Reason(
        block=block,
        text=verdicts.page.texts[block],
        verdict=verdicts[block],
        terms=terms_of(features, block, table[:, 0]),
        groups=weightiest(dict(zip(GROUPS, sums, strict=True))),
        start=starting_odds(scores),
        tokens=tuple(sorted(path_terms(verdicts.page, block), key=lambda term: -abs(term.weight))),
        turn=turning_score(verdicts, block),
    )


def terms_of(features: Features, block: int, odds: Array) -> tuple[Term, ...]:
    """The features and surroundings of a block that say something, the weightiest first."""
    rows = zip(term_names(features), [*features.values[:, block].tolist(), None], odds.tolist(), strict=True)
    terms = [Term(*row) for row in rows]
    return tuple(sorted((term for term in terms if abs(term.odds) >= LEAST), key=lambda term: -abs(term.odds)))


def weightiest(values: dict[str, float]) -> tuple[tuple[str, float], ...]:
    """Pairs of name and log odds, without those that say nothing, the weightiest first."""
    pairs = [(name, value) for name, value in values.items() if abs(value) >= LEAST]
    return tuple(sorted(pairs, key=lambda pair: -abs(pair[1])))


def groups_of_features(names: Sequence[str]) -> Indices:
    """The place in `GROUPS` of the group of each of `scores.term_names`."""
    places = {group: place for place, group in enumerate(GROUPS)}
    return np.array([places[describe_feature(name).group] for name in names], dtype=np.int64)


def group_sums(names: Sequence[str], table: Array) -> Array:
    """Contributions summed by group: shape (groups, blocks) of a table of shape (names, blocks)."""
    sums = np.zeros((len(GROUPS), table.shape[1]))
    np.add.at(sums, groups_of_features(names), table)
    return sums


def turning_score(verdicts: Verdicts, block: int) -> float | None:
    """The score at which the verdict of a block turns, all other blocks as they are: by bisection."""
    kept, scored = verdicts.kept[block], verdicts.features.names
    if not scored or verdicts[block].option or would_keep(verdicts, block, float(not kept)) == kept:
        return None
    low, high = 0, STEPS
    while high - low > 1:
        middle = (low + high) // 2
        if would_keep(verdicts, block, middle / STEPS):
            high = middle
        else:
            low = middle
    return high / STEPS


def would_keep(verdicts: Verdicts, block: int, probability: float) -> bool:
    """Whether a block would be body if it scored this."""
    probabilities = verdicts.scores.probabilities.copy()
    probabilities[block] = probability
    scores = Scores(probabilities, verdicts.scores.article)
    page = verdicts.page
    return choose(page.texts, groups_of(page), verdicts.features, scores, verdicts.hints).kept[block]
