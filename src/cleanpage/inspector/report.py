"""Builds the report: one HTML page that holds data, markup, styles and script, and loads nothing."""

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from importlib.resources import files

from cleanpage.explain.analysis import Analysis
from cleanpage.explain.rows import ClaimRow, explain_claims
from cleanpage.inspector.compare import Comparison
from cleanpage.inspector.data import block_data, doubtful, state_of, threshold
from cleanpage.inspector.markup import Markup, inert_fragment, page_markup
from cleanpage.inspector.templating import template
from cleanpage.metadata.claims import Claim
from cleanpage.metadata.resolution.resolve import agrees
from cleanpage.page.element_path import printable
from cleanpage.page.page import Page
from cleanpage.render import to_html, to_json

__all__ = ["FRAME_POLICY", "asset", "render", "script_hash"]

SCRIPTS = ("common.js", "list.js", "frame.js", "strip.js", "details.js", "main.js")
"""In the order that they are run in, as one function."""

TABS = (("page", "Page"), ("article", "Article"), ("metadata", "Metadata"), ("json", "JSON"))
FRAME_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
"""What the page may do in its frame: have styles."""


def render(analysis: Analysis, *, comparison: Comparison | None = None) -> str:
    """Render an analysis as one HTML page that needs no network, no server and no files beside it.

    Nothing of the inspected page runs in it: its markup is written anew from a list of harmless tags, and shown in a
    frame that may run no scripts and load nothing.

    Args:
        analysis: Of `analyze`.
        comparison: Another result, or what was expected, to be marked beside this one.

    Raises:
        MissingExtraError: The `inspect` extra is not installed.
    """
    page = template("report.html.jinja")
    script = '(() => {\n"use strict";\n' + "\n".join(map(asset, SCRIPTS)) + "\n})();"
    return page.render(
        policy=policy_of(script),
        title=analysis.article.headline or analysis.page.title or "No headline",
        outcome=analysis.article.outcome,
        url=analysis.article.url,
        article_score=analysis.scores.article if analysis.verdicts else None,
        counts=counts(analysis, comparison),
        filters=filters(analysis, comparison),
        names=comparison.names if comparison else None,
        missing=comparison.missing if comparison else (),
        strip=strip_words(analysis),
        tabs=TABS,
        claims=tuple(claim_views(analysis)),
        article_json=to_json(analysis.article),
        # what the template puts in as it is: our own files, and what inert.py or as_json wrote
        css=asset("report.css"),
        script=script,
        article_html=inert_fragment(to_html(analysis.article)),
        data=as_json(block_data(analysis, comparison)),
        page_data=as_json(frame_document(marked(analysis, comparison))),
    )


def asset(name: str) -> str:
    """One of the package's own files."""
    return files("cleanpage.inspector").joinpath("static", name).read_text(encoding="utf-8")


def policy_of(script: str) -> str:
    """The content security policy of the report: its one script, inline styles, and nothing from anywhere."""
    return f"script-src {script_hash(script)}; {FRAME_POLICY}"


def script_hash(script: str) -> str:
    """A script as a source of a content security policy."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def as_json(data: object) -> str:
    """JSON that no parser of HTML finds the end of an element in."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def marked(analysis: Analysis, comparison: Comparison | None) -> Markup:
    """The page's markup, each block with its number and verdict."""
    marks = []
    for block, verdict in enumerate(analysis.verdicts):
        mark = f' data-b="{block}" data-v="{state_of(verdict)}"'
        if doubtful(verdict):
            mark += " data-u"
        if comparison and comparison.other[block] != verdict.kept:
            mark += f' data-c="{"a" if verdict.kept else "b"}"'
        marks.append(mark)
    return page_markup(analysis.page, analysis.source.html, marks)


def frame_document(markup: Markup) -> str:
    """The document in the frame."""
    styles = "".join(f'<style data-page media="not all">{css}</style>' for css in markup.styles)
    policy = f'<meta http-equiv="Content-Security-Policy" content="{escape(FRAME_POLICY)}">'
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>The page</title>{policy}'
        f"<style>{asset('frame.css')}</style>{styles}</head><body{markup.body_attributes}>{markup.body}</body></html>"
    )


def counts(analysis: Analysis, comparison: Comparison | None) -> Mapping[str, int]:
    """How many blocks each filter shows."""
    states = [state_of(verdict) for verdict in analysis.verdicts]
    found = {
        "all": len(states),
        **{state: states.count(state) for state in ("kept", "dropped", "field")},
        "doubtful": sum(map(doubtful, analysis.verdicts)),
    }
    if comparison:
        pairs = [(v.kept, other) for v, other in zip(analysis.verdicts, comparison.other, strict=True)]
        found |= {"a": pairs.count((True, False)), "b": pairs.count((False, True))}
    return found


def filters(analysis: Analysis, comparison: Comparison | None) -> list[tuple[str, str, int]]:
    """Key, words and count of each filter."""
    labels = {"all": "all", "kept": "kept", "dropped": "dropped", "doubtful": "doubtful", "field": "fields"}
    if comparison:
        labels |= {"a": f"only {comparison.names[0]}", "b": f"only {comparison.names[1]}"}
    found = counts(analysis, comparison)
    return [(key, label, found[key]) for key, label in labels.items()]


def strip_words(analysis: Analysis) -> str:
    """The picture of the scores in words."""
    kept = [block for block, verdict in enumerate(analysis.verdicts) if verdict.kept]
    if not kept:
        return "No block was kept."
    cut = threshold(analysis.verdicts)
    return f"The body runs from block {kept[0]} to block {kept[-1]}; the threshold is {cut:.2f}."


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim as the metadata view shows it."""

    claim: ClaimRow
    agrees: bool
    """Whether it says the same as the one that was believed."""
    block: int | None
    """The block that shows it, if one does."""


def claim_views(analysis: Analysis) -> Iterator[ClaimView]:
    """A row for each claim, field by field, the believed one first."""
    claims = {
        (claim.field, str(claim.source), printable(claim.path), printable(claim.raw)): claim
        for claim in analysis.metadata.claims
    }
    for row in explain_claims(analysis):
        claim = claims.get((row.field, row.source, row.path, row.raw))
        found = analysis.metadata.evidence.get(row.field)
        same = claim is not None and found is not None and agrees(found.winner, claim)
        yield ClaimView(row, same, block_of(analysis.page, claim) if claim else None)


def block_of(page: Page, claim: Claim) -> int | None:
    """The first block in the elements that show a claim."""
    for element in claim.elements:
        if page.block_starts[element] < page.block_ends[element]:
            return page.block_starts[element]
    return None
