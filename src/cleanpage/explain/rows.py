"""An analysis as rows of plain data: what became of each block and each claim, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from cleanpage.article import Candidate, Evidence
from cleanpage.explain.analysis import Analysis
from cleanpage.metadata.resolution.evidence import candidate
from cleanpage.page.element_path import place, printable
from cleanpage.selection.scores import contribution_tables, term_names

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
    """The features, or its surroundings, that did most for or against it, with what they added in log odds."""
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
    """How sure the value is, from 0 to 1; None for claims that were not believed, and where nothing was learned."""
    value: str
    """What was understood."""
    raw: str
    """What stands on the page."""
    source: str
    """The kind of place, as in `json-ld`."""
    path: str
    """The place itself."""
    doubts: tuple[str, ...] = ()
    """What counted against it, of claims that were believed."""


def explain_blocks(analysis: Analysis) -> tuple[BlockRow, ...]:
    """A row for each block, in the order of the page."""
    return tuple(block_row(analysis, block, terms) for block, terms in enumerate(weightiest_terms(analysis)))


def weightiest_terms(analysis: Analysis) -> Iterator[tuple[tuple[str, float], ...]]:
    """Of each block, what did most for or against it."""
    names = term_names(analysis.features)
    for _, table in contribution_tables(analysis.features, analysis.scores):
        order = np.argsort(-np.abs(table), axis=0, kind="stable")[:SHOWN_TERMS]
        sums = np.take_along_axis(table, order, axis=0)
        for places, values in zip(order.T.tolist(), sums.T.tolist(), strict=True):
            yield tuple((names[place], value) for place, value in zip(places, values, strict=True) if value)


def block_row(analysis: Analysis, block: int, terms: tuple[tuple[str, float], ...]) -> BlockRow:
    verdict = analysis.verdicts[block]
    return BlockRow(
        block=block,
        score=float(analysis.scores.probabilities[block]),
        role=str(verdict.role),
        kept=verdict.kept,
        reason=verdict.reason,
        terms=terms,
        place=place(analysis.page, analysis.page.elements[block]),
        text=printable(analysis.page.texts[block]),
    )


def explain_claims(analysis: Analysis) -> tuple[ClaimRow, ...]:
    """A row for each claim: field by field, the claim that was believed first."""
    return tuple(claim_rows(analysis))


def claim_rows(analysis: Analysis) -> Iterator[ClaimRow]:
    evidence = analysis.article.evidence
    for field, found in evidence.items():
        yield claim_row(field, found)
        for loser in found.losers:
            yield claim_row(field, loser)
    for claim in analysis.metadata.claims:
        if claim.field not in evidence:
            yield claim_row(claim.field, candidate(claim))


def claim_row(field: str, said: Candidate) -> ClaimRow:
    evidence = said if isinstance(said, Evidence) else None
    return ClaimRow(
        field=field,
        believed=evidence is not None,
        confidence=evidence.confidence if evidence else None,
        value=printable(said.value),
        raw=printable(said.raw),
        source=str(said.source),
        path=printable(said.path),
        doubts=evidence.doubts if evidence else (),
    )
