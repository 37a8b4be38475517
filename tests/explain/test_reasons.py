"""Why a block was kept or dropped, and at what score that would change."""

import numpy as np
import pytest
from hypothesis import given, settings

import cleanpage
from cleanpage.explain.feature_names import describe_feature
from cleanpage.explain.reasons import explain_block, group_sums, would_keep
from cleanpage.rules.feature_words import GROUPS
from cleanpage.selection.scores import Scores, contribution_table, term_names
from cleanpage.selection.select import select_blocks
from cleanpage.selection.verdicts import Verdicts
from tests.features.small import SOUP
from tests.fixture_cases import fixture_case


@pytest.fixture(scope="module")
def verdicts() -> Verdicts:
    return cleanpage.analyze(fixture_case("news-en").page.read_bytes()).verdicts


def kept_with(verdicts: Verdicts, block: int, probability: float) -> bool:
    """The verdict if one block scored something else, by selecting all over again."""
    probabilities = verdicts.scores.probabilities.copy()
    probabilities[block] = probability
    scores = Scores(probabilities, verdicts.scores.article)
    return select_blocks(verdicts.page, verdicts.features, scores, verdicts.hints)[block].kept


@pytest.mark.parametrize("case", ["news-en", "blog-en", "forum-thread", "product-page", "listing-page", "live-blog"])
def test_the_verdict_turns_where_it_is_said_to(case: str) -> None:
    verdicts = cleanpage.analyze(fixture_case(case).page.read_bytes()).verdicts
    for block in range(0, len(verdicts), 7):
        reason = explain_block(verdicts, block)
        if reason.turn is None:
            kept = verdicts[block].kept
            assert kept_with(verdicts, block, float(not kept)) == kept
        else:
            assert kept_with(verdicts, block, reason.turn)
            assert not kept_with(verdicts, block, reason.turn - 0.01)


def test_both_fates_are_explained(verdicts: Verdicts) -> None:
    kept = [block for block, verdict in enumerate(verdicts) if verdict.kept]
    for block in (0, kept[3]):
        reason = explain_block(verdicts, block)
        assert reason.verdict == verdicts[block]
        assert reason.turn is not None
        assert would_keep(verdicts, block, reason.turn)
        assert reason.terms
        assert reason.tokens
        assert {group for group, _ in reason.groups} <= set(GROUPS)


def test_group_sums_add_up(verdicts: Verdicts) -> None:
    names = term_names(verdicts.features)
    table = contribution_table(verdicts.features, verdicts.scores, slice(0, 12))
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
    verdicts = analysis.verdicts
    for block in range(min(len(analysis.page.texts), 3)):
        reason = explain_block(verdicts, block)
        assert np.isfinite(reason.start)
        assert reason.turn is None or 0 <= reason.turn <= 1
