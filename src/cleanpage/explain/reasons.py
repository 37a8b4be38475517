"""Why a block was kept or dropped, and what would change that, by asking the model again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from cleanpage.explain.feature_names import describe_feature
from cleanpage.features.hints import PageHints
from cleanpage.features.path_terms import PathTerm, path_terms
from cleanpage.models.arrays import Array, Flags, Indices
from cleanpage.models.feature_table import Features
from cleanpage.page.page import Page
from cleanpage.rules.feature_words import GROUPS
from cleanpage.selection.roles import Role
from cleanpage.selection.scores import Scores, contribution_table, rescored, starting_odds, term_names
from cleanpage.selection.select import MAX_SIGN, MIN_COPY, Verdict, Verdicts, choose, groups_of

__all__ = ["Change", "Decision", "Reason", "Term", "explain_block", "group_sums", "groups_of_features", "reasons_of"]

# The score at which a verdict turns is told to a hundredth.
STEPS = 100
# A term that moves a score by less, in log odds, explains nothing.
LEAST = 0.1
# A change that moves a score by less is not told.
LEAST_MOVE = 0.01


@dataclass(frozen=True, slots=True)
class Decision:
    """All that the verdicts of a page rest on."""

    page: Page
    features: Features
    scores: Scores
    hints: PageHints
    verdicts: Verdicts


class Term(NamedTuple):
    """What one feature, or what stands around a block, added to a score."""

    feature: str
    """One of `scoring.term_names`."""
    value: float | None
    """The value of the feature; None for the surroundings."""
    odds: float
    """What it added, in log odds."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a block would score if some of its features were like those of the blocks of the other verdict."""

    groups: tuple[str, ...]
    """Keys of `rules.feature_words.GROUPS`."""
    score: float
    turns: bool
    """Whether the verdict would be the other one."""


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
    words: str
    """Why, in short, as in `score 0.59, a copy of block 12`."""
    changes: tuple[Change, ...]
    """What would move its score towards the other verdict: each group of features alone, the strongest first, and
    last, where none alone turns the verdict, as many together as do."""


def explain_block(decision: Decision, block: int) -> Reason:
    """The reason of one block. Costs some ten selections and thirty scorings of the page."""
    table = contribution_table(decision.features, decision.scores, slice(block, block + 1))
    turn = turning_score(decision, block)
    sums = group_sums(term_names(decision.features), table)[:, 0].tolist()
    return Reason(
        block=block,
        text=decision.page.texts[block],
        verdict=decision.verdicts[block],
        terms=terms_of(decision.features, block, table[:, 0]),
        groups=weightiest(dict(zip(GROUPS, sums, strict=True))),
        start=starting_odds(decision.scores),
        tokens=tuple(sorted(path_terms(decision.page, block), key=lambda term: -abs(term.weight))),
        turn=turn,
        words=reasons_of(decision.page, decision.features, decision.scores, decision.verdicts)[block],
        changes=changes(decision, block, turn),
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
    """The place in `GROUPS` of the group of each of `scoring.term_names`."""
    places = {group: place for place, group in enumerate(GROUPS)}
    return np.array([places[describe_feature(name).group] for name in names], dtype=np.int64)


def group_sums(names: Sequence[str], table: Array) -> Array:
    """Contributions summed by group: shape (groups, blocks) of a table of shape (names, blocks)."""
    sums = np.zeros((len(GROUPS), table.shape[1]))
    np.add.at(sums, groups_of_features(names), table)
    return sums


def turning_score(decision: Decision, block: int) -> float | None:
    """The score at which the verdict of a block turns, all other blocks as they are: by bisection."""
    kept = decision.verdicts[block].kept
    if would_keep(decision, block, float(not kept)) == kept:
        return None
    low, high = 0, STEPS
    while high - low > 1:
        middle = (low + high) // 2
        if would_keep(decision, block, middle / STEPS):
            high = middle
        else:
            low = middle
    return high / STEPS


def would_keep(decision: Decision, block: int, probability: float) -> bool:
    """Whether a block would be body if it scored this."""
    probabilities = decision.scores.probabilities.copy()
    probabilities[block] = probability
    scores = Scores(probabilities, decision.scores.article)
    page = decision.page
    return choose(page.texts, groups_of(page), decision.features, scores, decision.hints)[block]


def reasons_of(page: Page, features: Features, scores: Scores, verdicts: Sequence[Verdict]) -> tuple[str, ...]:
    """The reason of every verdict in words, copies and signs of adverts told apart."""
    first: dict[str, int] = {}
    for block, verdict in enumerate(verdicts):
        if verdict.kept and len(page.texts[block]) > MIN_COPY:
            first.setdefault(page.texts[block], block)
    signs = signs_of(features) if scores.likely_article else np.zeros(len(verdicts), dtype=bool)
    rows = zip(verdicts, page.texts, signs.tolist(), strict=True)
    return tuple(exact_reason(verdict, first.get(text), sign) for verdict, text, sign in rows)


def exact_reason(verdict: Verdict, original: int | None, sign: bool) -> str:
    """The reason of one verdict, given the kept block with the same text and whether it is a sign on an advert."""
    if verdict.option or verdict.role is not Role.BOILERPLATE or verdict.probability < 0.5 or verdict.hidden:
        return verdict.reason
    if original is not None:
        cause = f"a copy of block {original}"
    else:
        cause = "a sign on an advert" if sign else "boilerplate around it"
    return f"score {verdict.probability:.2f}, {cause}"


def signs_of(features: Features) -> Flags:
    """Which blocks `selection.choose` takes for signs on adverts, whatever their score."""
    found: Flags = (features.column("cue_advert") != 0) & (features.column("words") <= MAX_SIGN)
    return found


def changes(decision: Decision, block: int, turn: float | None) -> tuple[Change, ...]:
    """What each group of features would change, were it as is usual for the other verdict on this page.

    Where no group alone turns the verdict, the strongest together follow, as few as turn it.
    """
    verdict = decision.verdicts[block]
    others = np.array([other.kept != verdict.kept for other in decision.verdicts])
    if not others.any():
        return ()
    usual = np.median(decision.features.values[:, others], axis=1)
    single = altered_scores(decision, block, usual, [(place,) for place in range(len(GROUPS))])
    towards = single - verdict.probability if not verdict.kept else verdict.probability - single
    order = [place for place in np.argsort(-towards, kind="stable").tolist() if towards[place] > LEAST_MOVE]
    together = [tuple(order[: count + 1]) for count in range(1, len(order))]
    names = tuple(GROUPS)
    found = [
        Change(tuple(names[place] for place in places), score, turn is not None and (score >= turn) != verdict.kept)
        for places, score in zip(
            [(place,) for place in order] + together,
            [*single[order].tolist(), *altered_scores(decision, block, usual, together).tolist()],
            strict=True,
        )
    ]
    alone = found[: len(order)]
    turned = next((change for change in found[len(order) :] if change.turns), None)
    return tuple(alone) if turned is None or any(change.turns for change in alone) else (*alone, turned)


def altered_scores(decision: Decision, block: int, usual: Array, choices: Sequence[tuple[int, ...]]) -> Array:
    """Scores of a block with the features of some groups as is `usual`, for each choice of groups; shape (choices,)."""
    groups = groups_of_features(decision.features.names)
    scores = []
    for choice in choices:
        values = decision.features.values.copy()
        values[:, block] = np.where(np.isin(groups, choice), usual, values[:, block])
        scores.append(rescored(values, decision.scores.article)[block])
    return np.array(scores)
