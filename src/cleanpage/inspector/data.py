"""Data for the report's script: one list a column, one entry a block."""

import math
from collections.abc import Sequence
from functools import cache, partial
from typing import Any

import numpy as np

from cleanpage.explain.analysis import Analysis
from cleanpage.explain.feature_names import describe_feature, is_flag, value_in_words
from cleanpage.explain.reasons import group_sums
from cleanpage.features.path_terms import path_terms
from cleanpage.inspector.compare import Comparison
from cleanpage.models.arrays import Array, Flags
from cleanpage.page.element_path import place, printable, selector
from cleanpage.page.page import Page
from cleanpage.rules.feature_words import GROUPS
from cleanpage.selection.roles import BOILERPLATE_ROLES
from cleanpage.selection.scores import contribution_tables, starting_odds, term_names
from cleanpage.selection.verdicts import Verdict

__all__ = ["State", "block_data", "doubtful", "state_of", "threshold"]

# Scores between these are doubtful, and verdicts that a block's own score does not carry.
DOUBT = (0.2, 0.8)
TOP_TERMS = 8
TOP_TOKENS = 4
# Share of the blocks that neighbours, copies and signs may move to the other side of the threshold.
FEW = 0.03
# Numbers are sent as whole hundredths.
UNIT = 100
# Browsers fold elements nested deeper than some 500; names are looked for no further.
MAX_DEPTH = 500


class State:
    """What became of a block, in one word, as the style sheets and the filters name it."""

    KEPT = "kept"
    DROPPED = "dropped"
    FIELD = "field"
    """Recognised as headline, byline, date, summary or caption."""


def state_of(verdict: Verdict) -> str:
    """What became of a block."""
    if verdict.kept:
        return State.KEPT
    return State.DROPPED if verdict.role in BOILERPLATE_ROLES else State.FIELD


def doubtful(verdict: Verdict) -> bool:
    """Whether a verdict might as well have been the other one."""
    if state_of(verdict) == State.FIELD:
        return False
    low, high = DOUBT
    return low < verdict.probability < high or (verdict.probability >= 0.5) != verdict.kept


def threshold(verdicts: Sequence[Verdict]) -> float | None:
    """The score that parts the kept from the dropped blocks best; None where none was kept.

    What is drawn, not what decided: neighbours count for a verdict too.
    """
    judged = [verdict for verdict in verdicts if state_of(verdict) != State.FIELD]
    kept = np.array([verdict.kept for verdict in judged], dtype=bool)
    if not kept.any():
        return None
    scores = np.array([verdict.probability for verdict in judged])
    return best_cut(scores, kept)


def best_cut(scores: Array, kept: Flags) -> float:
    """The cut with the fewest blocks on the wrong side of it; 0.5 if it has hardly more."""
    order = np.argsort(scores, kind="stable")
    ordered, kept = scores[order], kept[order]
    wrong = np.concatenate(([0], np.cumsum(kept))) + np.concatenate((np.cumsum(~kept[::-1])[::-1], [0]))
    half = int(np.searchsorted(ordered, 0.5))
    if wrong[half] <= wrong.min() + FEW * len(kept):
        return 0.5
    best = int(np.argmin(wrong))
    below, above = ordered[best - 1] if best else 0.0, ordered[best] if best < len(ordered) else 1.0
    return round(float(below + above) / 2, 3)


def block_data(analysis: Analysis, comparison: Comparison | None) -> dict[str, Any]:
    """Everything the script needs of the blocks."""
    page, verdicts = analysis.page, analysis.verdicts
    places = Table()
    data = {
        "texts": [printable(text) for text in page.texts],
        "scores": whole(analysis.scores.probabilities),
        "states": [state_of(verdict) for verdict in verdicts],
        "roles": [str(verdict.role) for verdict in verdicts],
        "reasons": [verdict.reason for verdict in verdicts],
        "doubtful": [int(doubtful(verdict)) for verdict in verdicts],
        "places": [places.index(place(page, element)) for element in page.elements],
        "placeNames": places.names,
        "threshold": threshold(verdicts),
        "start": round(starting_odds(analysis.scores) * UNIT) if verdicts else 0,
        "groupNames": list(GROUPS.values()),
        "featureNames": [describe_feature(name).words for name in term_names(analysis.features)],
        **term_data(analysis),
        **token_data(page),
    }
    if comparison:
        data["other"] = [int(kept) for kept in comparison.other]
        data["names"] = list(comparison.names)
    return data


def whole(values: Array) -> list[int]:
    """Numbers as whole hundredths."""
    hundredths: list[int] = np.rint(np.asarray(values, dtype=np.float64) * UNIT).astype(np.int64).ravel().tolist()
    return hundredths


def term_data(analysis: Analysis) -> dict[str, list[Any]]:
    """Contributions: the sum of each group, and the weightiest terms with their values, of each block."""
    names = term_names(analysis.features)
    sums: list[int] = []
    terms: list[int] = []
    values: list[int] = []
    levels: list[str] = []
    flags = [is_flag(name) for name in names]
    for blocks, table in contribution_tables(analysis.features, analysis.scores):
        sums += whole(group_sums(names, table).T)
        order = np.argsort(-np.abs(table), axis=0, kind="stable")[:TOP_TERMS]
        terms += order.T.ravel().tolist()
        values += whole(np.take_along_axis(table, order, axis=0).T)
        known = np.vstack((analysis.features.values[:, blocks], np.full(table.shape[1], np.nan)))
        found = np.take_along_axis(known, order, axis=0)
        levels += map(level_of, found.T.ravel().tolist(), map(flags.__getitem__, order.T.ravel().tolist()))
    return {"sums": sums, "terms": terms, "values": values, "levels": levels}


def level_of(value: float, flag: bool) -> str:
    """The value of a feature in words; nothing for what is no feature."""
    return "" if math.isnan(value) else value_in_words(value, flag)


def token_data(page: Page) -> dict[str, list[Any]]:
    """The names along the path of each block that say most of it, as indices into lists of distinct strings."""
    tokens, selectors = Table(), Table()
    named = cache(partial(selector, page))
    depths: list[int] = []
    for parent in page.parents:
        depths.append(depths[parent] + 1 if parent >= 0 else 0)
    rows: list[list[int]] = []
    for block, leaf in enumerate(page.leaves):
        found = path_terms(page, block) if depths[leaf] <= MAX_DEPTH else ()
        row: list[int] = []
        for term in sorted(found, key=lambda term: -abs(term.weight))[:TOP_TOKENS]:
            row += tokens.index(printable(term.token)), selectors.index(named(term.element)), round(term.weight * UNIT)
        rows.append(row)
    return {"tokens": rows, "tokenNames": tokens.names, "selectorNames": selectors.names}


class Table:
    """Distinct strings, each named by its place in `names`."""

    def __init__(self) -> None:
        self.places: dict[str, int] = {}

    def index(self, name: str) -> int:
        """The place of a string, a new one where it was not seen before."""
        return self.places.setdefault(name, len(self.places))

    @property
    def names(self) -> list[str]:
        """All strings, by place."""
        return list(self.places)
