"""Confidence: the probability that the body is right, from how sure every step was.

A body is right here if its word F1 against what a reader would have marked is at least .9. The model is learned from
cross-validated scores (`benchmarks/train_confidence.py`), so that it knows how sure the scorer is on new pages.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import compress

import numpy as np

from cleanpage.article import Outcome
from cleanpage.metadata.metadata import Metadata
from cleanpage.models.arrays import Array, Flags, log_odds
from cleanpage.models.logistic import LogisticModel, load_logistic
from cleanpage.page.page import Page
from cleanpage.selection.select import expected_f1
from cleanpage.selection.verdicts import Verdicts

__all__ = ["RIGHT", "confidence", "confidence_of", "confidence_signals"]

RIGHT = "right"
# Of a page that was cut short by a limit, no more can be said.
CUT_SHORT = 0.5
# Probabilities between these are doubts.
DOUBT = (0.15, 0.85)
# Scores this sure say no more: the log odds are bounded.
SUREST = 1e-3
# Characters of the body that a page gives itself which are compared.
COMPARED = 20_000
FIELDS = ("headline", "published", "authors")


def confidence(verdicts: Verdicts, metadata: Metadata, outcome: Outcome) -> float:
    """The confidence in an article: 0 where the page shows none, no more than half where it was cut short."""
    if not outcome.has_article:
        return 0.0
    found = confidence_of(verdicts, metadata)
    return min(found, CUT_SHORT) if outcome.limits else found


def confidence_of(verdicts: Verdicts, metadata: Metadata, model: LogisticModel | None = None) -> float:
    """The probability that the word F1 of a body is at least .9.

    Args:
        verdicts: Which blocks are the body.
        metadata: What the page says of itself.
        model: Weights; by default those of the package.
    """
    if not any(verdicts.kept) or not verdicts.features.names:
        return 0.0
    model = model or load_logistic("confidence")
    signals = confidence_signals(verdicts, metadata)
    return round(model.probabilities(np.array([signals[name] for name in model.names]))[RIGHT], 4)


def confidence_signals(verdicts: Verdicts, metadata: Metadata) -> dict[str, float]:
    """The numbers that the confidence is computed from, by name; at least one block is kept."""
    features, scores = verdicts.features, verdicts.scores
    words, probabilities = features.column("words"), scores.probabilities
    inside = np.array(verdicts.kept, dtype=bool)
    doubtful = (probabilities > DOUBT[0]) & (probabilities < DOUBT[1])
    expected = expected_f1(probabilities, words, inside)
    body, total = float(words[inside].sum()), float(words.sum())
    right = probabilities * words
    right_body, right_all = float(right[inside].sum()), max(float(right.sum()), 1e-9)
    shares = np.array([expected, right_body / body, right_body / right_all, scores.article])
    odds = ("expected_odds", "precision_odds", "recall_odds", "article_odds")
    return {
        "expected_f1": expected,
        **dict(zip(odds, log_odds(shares, SUREST).tolist(), strict=True)),
        "doubtful": float(words[doubtful].sum()) / total,
        "doubtful_of_body": float(words[doubtful].sum()) / body,
        "most_doubtful": largest_share(words, doubtful) / body,
        "entropy": entropy(probabilities, words),
        "body_words": math.log1p(body),
        "words": math.log1p(total),
        "kept": body / total,
        "kept_blocks": math.log1p(float(inside.sum())),
        "switches": math.log1p(float(np.count_nonzero(np.diff(inside)))),
        "links": float((features.column("link_density") * words)[inside].sum()) / body,
        "long": float((features.column("long") * words)[inside].sum()) / body,
        **agreement(metadata, verdicts.page, verdicts.kept),
    }


def agreement(metadata: Metadata, page: Page, kept: Sequence[bool]) -> dict[str, float]:
    """How far the claims of the page agree with the body, and with each other."""
    evidence: Mapping[str, object] = metadata.evidence
    sure = {f"{name}_sure": getattr(evidence.get(name), "confidence", 0.0) for name in FIELDS}
    claimed = next((str(claim.value) for claim in metadata.claims if claim.field == "article_body"), "")
    return {
        **sure,
        "claims_body": float(bool(claimed)),
        "agrees_with_claim": agreed(claimed, page, kept) if claimed else 0.0,
    }


def agreed(claimed: str, page: Page, kept: Sequence[bool]) -> float:
    """Overlap of the body that the page gives itself with the blocks that are kept."""
    body = "\n".join(compress(page.texts, kept))
    return overlap(claimed[:COMPARED], body[:COMPARED])


def overlap(first: str, second: str) -> float:
    """Share of the words of two texts that are in both, each word once."""
    mine, theirs = set(first.split()), set(second.split())
    return 2 * len(mine & theirs) / max(1, len(mine) + len(theirs))


def largest_share(words: Array, chosen: Flags) -> float:
    """Words of the longest of some blocks."""
    return float(np.where(chosen, words, 0).max(initial=0))


def entropy(probabilities: Array, words: Array) -> float:
    """How unsure the scores are on the whole: the mean entropy of a word, in nats."""
    bounded = np.clip(probabilities, 1e-6, 1 - 1e-6)
    each = -(bounded * np.log(bounded) + (1 - bounded) * np.log(1 - bounded))
    return float((each * words).sum() / words.sum())
