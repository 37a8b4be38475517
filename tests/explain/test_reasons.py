"""Why a block was kept or dropped, and what would change it."""

import numpy as np
import pytest
from hypothesis import given, settings

import cleanpage
from cleanpage.explain.analysis import Analysis
from cleanpage.explain.feature_names import describe_feature
from cleanpage.explain.reasons import Decision, exact_reason, explain_block, group_sums, reasons_of, would_keep
from cleanpage.rules.feature_words import GROUPS
from cleanpage.selection.roles import Role, hints_of
from cleanpage.selection.scores import Scores, contribution_table, term_names
from cleanpage.selection.select import Verdict, select_blocks
from tests.features.small import SOUP
from tests.fixture_cases import fixture_case


def decision_of(analysis: Analysis) -> Decision:
    hints = hints_of(analysis.page, analysis.metadata, analysis.figures)
    return Decision(analysis.page, analysis.features, analysis.scores, hints, analysis.verdicts)


@pytest.fixture(scope="module")
def decision() -> Decision:
    return decision_of(cleanpage.analyze(fixture_case("news-en").page.read_bytes()))


def kept_with(decision: Decision, block: int, probability: float) -> bool:
    """The verdict if one block scored something else, by selecting all over again."""
    probabilities = decision.scores.probabilities.copy()
    probabilities[block] = probability
    scores = Scores(probabilities, decision.scores.article)
    return select_blocks(decision.page, decision.features, scores, decision.hints)[block].kept


@pytest.mark.parametrize("case", ["news-en", "blog-en", "forum-thread", "product-page", "listing-page", "live-blog"])
def test_the_verdict_turns_where_it_is_said_to(case: str) -> None:
    decision = decision_of(cleanpage.analyze(fixture_case(case).page.read_bytes()))
    for block in range(0, len(decision.verdicts), 7):
        reason = explain_block(decision, block)
        if reason.turn is None:
            kept = decision.verdicts[block].kept
            assert kept_with(decision, block, float(not kept)) == kept
        else:
            assert kept_with(decision, block, reason.turn)
            assert not kept_with(decision, block, reason.turn - 0.01)


def test_both_fates_are_explained(decision: Decision) -> None:
    kept = [block for block, verdict in enumerate(decision.verdicts) if verdict.kept]
    for block in (0, kept[3]):
        reason = explain_block(decision, block)
        assert reason.verdict == decision.verdicts[block]
        assert reason.turn is not None
        assert would_keep(decision, block, reason.turn)
        assert reason.terms
        assert reason.tokens
        assert {group for group, _ in reason.groups} <= set(GROUPS)
        turning = [change for change in reason.changes if change.turns]
        assert turning or block == 0, "what stands in the navigation may be beyond any one change"
        assert all((change.score >= reason.turn) != reason.verdict.kept for change in turning)


def test_changes_move_the_score_towards_the_other_verdict(decision: Decision) -> None:
    for block, verdict in enumerate(decision.verdicts):
        for change in explain_block(decision, block).changes:
            assert (change.score < verdict.probability) == verdict.kept


def test_group_sums_add_up(decision: Decision) -> None:
    names = term_names(decision.features)
    table = contribution_table(decision.features, decision.scores, slice(0, 12))
    sums = group_sums(names, table)
    assert sums.shape == (len(GROUPS), 12)
    assert sums.sum(axis=0) == pytest.approx(table.sum(axis=0))
    names_row = [describe_feature(name).group == "names" for name in names]
    assert sums[list(GROUPS).index("names")] == pytest.approx(table[names_row].sum(axis=0))


@pytest.mark.fuzz
@settings(max_examples=25)
@given(SOUP)
def test_any_page_is_explained(html: str) -> None:
    analysis = cleanpage.analyze(html)
    decision = decision_of(analysis)
    for block in range(min(len(analysis.page.texts), 3)):
        reason = explain_block(decision, block)
        assert np.isfinite(reason.start)
        assert reason.turn is None or 0 <= reason.turn <= 1


@pytest.mark.parametrize(
    ("verdict", "original", "sign", "words"),
    [
        (Verdict(Role.BODY, 0.9), None, True, "score 0.90"),
        (Verdict(Role.BOILERPLATE, 0.2), 7, True, "score 0.20"),
        (Verdict(Role.BOILERPLATE, 0.6), 7, False, "score 0.60, a copy of block 7"),
        (Verdict(Role.BOILERPLATE, 0.6), None, True, "score 0.60, a sign on an advert"),
        (Verdict(Role.BOILERPLATE, 0.6), None, False, "score 0.60, boilerplate around it"),
        (Verdict(Role.BOILERPLATE, 0.6, hidden=True), 7, False, "hidden, score 0.60"),
        (Verdict(Role.BYLINE, 0.6), 7, False, "recognised as byline, score 0.60"),
    ],
)
def test_reasons_in_words(verdict: Verdict, original: int | None, sign: bool, words: str) -> None:
    assert exact_reason(verdict, original, sign) == words


def test_a_reason_for_every_block(decision: Decision) -> None:
    found = reasons_of(decision.page, decision.features, decision.scores, decision.verdicts)
    assert len(found) == len(decision.verdicts)
