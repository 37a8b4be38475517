"""An analysis as rows of plain data: what became of each block and each claim, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from cleanpage.analysis import Analysis
from cleanpage.metadata import Claim
from cleanpage.places import place, printable
from cleanpage.reasons import reasons_of

__all__ = ["BlockRow", "ClaimRow", "explain_blocks", "explain_claims"]

SHOWN_TERMS = 3
"""Features named for each block, the weightiest first."""


@dataclass(frozen=True, slots=True)
class BlockRow:
    """What became of one block."""

    block: int
    """Its index on the page."""
    score: float
    """Its probability to be part of the article."""
    role: str
    """What it was taken for, as in `body` or `boilerplate`."""
    kept: bool
    """Whether it is part of the body."""
    reason: str
    """Why."""
    terms: tuple[tuple[str, float], ...]
    """The features that did most for or against it, with what they added in log odds."""
    place: str
    """The innermost elements around it, as a CSS path."""
    text: str
    """Its text."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """What one source says of one field, and whether it was believed."""

    field: str
    believed: bool
    """Whether the field has this value; False for all claims of fields that the article does not have."""
    confidence: float | None
    """How sure the value is, from 0 to 1; None for claims that were not believed."""
    value: str
    """What was understood."""
    raw: str
    """What stands on the page."""
    source: str
    """The kind of place, as in `json-ld`."""
    path: str
    """The place itself."""


def explain_blocks(analysis: Analysis) -> tuple[BlockRow, ...]:
    """A row for each block, in the order of the page."""
    reasons = reasons_of(analysis.page, analysis.features, analysis.scores, analysis.verdicts)
    return tuple(block_row(analysis, block, reason) for block, reason in enumerate(reasons))


def block_row(analysis: Analysis, block: int, reason: str) -> BlockRow:
    verdict = analysis.verdicts[block]
    return BlockRow(
        block=block,
        score=float(analysis.scores.probabilities[block]),
        role=str(verdict.role),
        kept=verdict.kept,
        reason=reason,
        terms=tuple((name, value) for name, value in analysis.contributions(block).items() if value)[:SHOWN_TERMS],
        place=place(analysis.page, analysis.page.elements[block]),
        text=printable(analysis.page.texts[block]),
    )


def explain_claims(analysis: Analysis) -> tuple[ClaimRow, ...]:
    """A row for each claim: field by field, the claim that was believed first."""
    return tuple(claim_rows(analysis))


def claim_rows(analysis: Analysis) -> Iterator[ClaimRow]:
    evidence = analysis.metadata.evidence
    for found in evidence.values():
        yield claim_row(found.winner, found.confidence)
        for loser in found.losers:
            yield claim_row(loser, None)
    for claim in analysis.metadata.claims:
        if claim.field not in evidence:
            yield claim_row(claim, None)


def claim_row(claim: Claim, confidence: float | None) -> ClaimRow:
    return ClaimRow(
        field=claim.field,
        believed=confidence is not None,
        confidence=confidence,
        value=printable(in_words(claim.value)),
        raw=printable(claim.raw),
        source=str(claim.source),
        path=printable(claim.path),
    )


def in_words(value: object) -> str:
    """A value as one line: names of authors, keywords, ISO dates."""
    if isinstance(value, tuple):
        return ", ".join(str(getattr(part, "name", part)) for part in value)
    return str(value)
