"""Verdicts: which blocks make up the article, what role each block plays, and the reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from cleanpage.page import Page
from cleanpage.rules.tags import Context
from cleanpage.scoring import Scores

__all__ = ["Role", "Verdict", "select_blocks"]

# Cost of going from body to boilerplate or back between two blocks, in log odds: a lone doubtful block takes the side
# of its neighbours.
SWITCH_COST = 0.8
# No single block may outweigh everything around it.
MAX_ODDS = 6.0


class Role(StrEnum):
    """What a block is."""

    BODY = "body"
    HEADLINE = "headline"
    BYLINE = "byline"
    SUMMARY = "summary"
    DATE = "date"
    CAPTION = "caption"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of one block."""

    role: Role
    """Only `Role.BODY` enters the body."""
    reason: str
    """Why, in words."""

    @property
    def kept(self) -> bool:
        """Whether the block is part of the body."""
        return self.role is Role.BODY


def select_blocks(page: Page, scores: Scores, roles: Mapping[int, Role]) -> tuple[Verdict, ...]:
    """Decide on every block.

    Args:
        page: The blocks.
        scores: Their probabilities.
        roles: Blocks that are known to be something else than body: headline, byline, captions …
    """
    odds = log_odds(scores.probabilities)
    kept = smooth(odds)
    verdicts = []
    seen: set[str] = set()
    for block, text in enumerate(page.texts):
        verdict = decide(block, page, roles, kept, scores)
        if verdict.kept and len(text) > 40:
            if text in seen:
                verdict = Verdict(Role.BOILERPLATE, "the same text stands above")
            seen.add(text)
        verdicts.append(verdict)
    return tuple(verdicts)


def decide(block: int, page: Page, roles: Mapping[int, Role], kept: Sequence[bool], scores: Scores) -> Verdict:
    """The verdict on one block, duplicates aside."""
    probability = float(scores.probabilities[block])
    if block in roles:
        return Verdict(roles[block], f"recognised as {roles[block]}")
    if page.contexts[page.leaves[block]] & Context.HIDDEN and not kept[block]:
        return Verdict(Role.BOILERPLATE, f"hidden, score {probability:.2f}")
    if kept[block]:
        return Verdict(Role.BODY, f"score {probability:.2f}" + ("" if probability >= 0.5 else ", body on both sides"))
    return Verdict(Role.BOILERPLATE, f"score {probability:.2f}" + ("" if probability < 0.5 else ", boilerplate around it"))


def log_odds(probabilities: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log odds, bounded."""
    bounded = np.clip(probabilities, 1e-6, 1 - 1e-6)
    return np.clip(np.log(bounded / (1 - bounded)), -MAX_ODDS, MAX_ODDS)


def smooth(odds: NDArray[np.float64], cost: float = SWITCH_COST) -> list[bool]:
    """The most probable sequence of body and boilerplate: Viterbi's algorithm over two states."""
    out, inside = 0.0, -cost
    came_from: list[tuple[bool, bool]] = []
    for value in odds.tolist():
        stay, leave = inside, inside - cost
        from_inside = leave > out
        enter = out - cost
        from_out = enter > stay
        came_from.append((from_inside, not from_out))
        out, inside = max(out, leave), max(stay, enter) + value
    state = inside > out
    kept: list[bool] = []
    for from_inside_to_out, from_inside_to_inside in reversed(came_from):
        kept.append(state)
        state = from_inside_to_inside if state else from_inside_to_out
    return kept[::-1]
