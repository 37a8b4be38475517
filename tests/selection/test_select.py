"""Which blocks are body, on blocks built by hand."""

from collections.abc import Sequence
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleanpage.features.hints import PageHints
from cleanpage.models.feature_table import no_features
from cleanpage.selection import select as selection
from cleanpage.selection.roles import Role
from cleanpage.selection.scores import LIKELY_ARTICLE
from cleanpage.selection.select import (
    FEW_BLOCKS,
    MAX_ODDS,
    MIN_OF_FEW,
    MIN_PROBABILITY,
    SUMMARY_PROBABILITY,
    SWITCH_COST,
    best_set,
    bounded_odds,
    choose,
    copies,
    expected_f1,
    groups_of,
    select_blocks,
    smooth,
    with_their_content,
)
from cleanpage.selection.verdicts import Cause, Choice
from tests.features.small import page_of
from tests.selection.small import LONG, features_of, scores_of

PROBABILITIES = st.floats(0, 1)
BLOCKS = st.lists(st.tuples(PROBABILITIES, st.integers(1, 50)), min_size=1, max_size=12)


def chosen(
    probabilities: Sequence[float],
    words: Sequence[float] | None = None,
    *,
    article: float = 1.0,
    roles: dict[int, str] | None = None,
    levels: Sequence[int] = (),
    signs: Sequence[int] = (),
    quotes: dict[int, Sequence[int]] | None = None,
) -> list[bool]:
    """Which of some blocks of different texts in groups of their own are body."""
    return list(choice_of(probabilities, words, article, roles, levels, signs, quotes).kept)


def choice_of(
    probabilities: Sequence[float],
    words: Sequence[float] | None = None,
    article: float = 1.0,
    roles: dict[int, str] | None = None,
    levels: Sequence[int] = (),
    signs: Sequence[int] = (),
    quotes: dict[int, Sequence[int]] | None = None,
) -> Choice:
    """The choice among blocks of different texts in groups of their own."""
    count = len(probabilities)
    texts = [f"Block {number}" for number in range(count)]
    features = features_of(words or [20] * count, levels, signs)
    hints = PageHints(roles or {}, quotes=quotes or {})
    return choose(texts, range(count), features, scores_of(probabilities, article), hints)


def test_no_blocks() -> None:
    assert choose([], [], no_features(0), scores_of([], 0), PageHints()).kept == []


def test_signs_on_adverts_are_no_text_of_an_article() -> None:
    assert chosen([0.9, 0.9, 0.9], [20, 3, 20], signs=[0, 1, 1]) == [True, False, True]
    assert chosen([0.9, 0.9, 0.9], [20, 3, 20], signs=[0, 1, 1], article=0.0) == [True, True, True]


# --- smoothing


def worth(odds: Sequence[float], kept: Sequence[bool]) -> float:
    """What a sequence of body and boilerplate is worth."""
    return sum(value for value, keep in zip(odds, kept, strict=True) if keep) - SWITCH_COST * sum(
        before != after for before, after in pairwise(kept)
    )


@given(st.lists(st.integers(-12, 12).map(lambda tenths: tenths / 10), min_size=1, max_size=9))
def test_smoothing_finds_the_sequence_of_most_worth(odds: list[float]) -> None:
    found = smooth(np.array(odds)).tolist()
    assert worth(odds, found) == pytest.approx(
        max(worth(odds, kept) for kept in product((False, True), repeat=len(odds)))
    )


@pytest.mark.parametrize(
    ("odds", "kept"),
    [
        ([3, 3], [1, 1]),
        ([-3, -3], [0, 0]),
        ([3, -0.3, 3], [1, 1, 1]),
        ([3, -0.5, 3], [1, 0, 1]),
        ([-3, 0.3, -3], [0, 0, 0]),
        ([-3, 0.5, -3], [0, 1, 0]),
        # At an end, one change is saved.
        ([3, -0.3], [1, 0]),
        ([0.3, -3], [1, 0]),
        ([0.1, -3], [0, 0]),
        ([-3, -3, 3, 3, -3], [0, 0, 1, 1, 0]),
    ],
)
def test_smoothing(odds: list[float], kept: list[int]) -> None:
    assert smooth(np.array(odds, dtype=float), cost=0.2).tolist() == [bool(keep) for keep in kept]


def test_without_cost_each_block_stands_for_itself() -> None:
    assert smooth(np.array([1.0, -0.1, 1.0, -1.0, 0.1]), cost=0).tolist() == [True, False, True, False, True]


def test_log_odds_are_bounded() -> None:
    assert bounded_odds(np.array([0.0, 0.5, 1.0])).tolist() == [-MAX_ODDS, 0, MAX_ODDS]
    assert bounded_odds(np.array([0.25]))[0] == pytest.approx(np.log(1 / 3))


# --- expected F1


def test_expected_f1() -> None:
    probabilities, words = np.array([1.0, 0.5, 0.0]), np.array([10.0, 10.0, 20.0])
    # 15 words of body expected; of 20 kept, 15 right.
    assert expected_f1(probabilities, words, np.array([True, True, False])) == pytest.approx(2 * 15 / (20 + 15))
    assert expected_f1(probabilities, words, np.array([True, False, False])) == pytest.approx(2 * 10 / (10 + 15))
    assert expected_f1(probabilities, words, np.array([False, False, False])) == 0
    assert expected_f1(np.zeros(3), words, np.array([False, False, False])) == 0


@given(BLOCKS)
def test_best_set_is_that_of_the_best_threshold(blocks: list[tuple[float, int]]) -> None:
    probabilities = np.array([probability for probability, _ in blocks])
    words = np.array([float(count) for _, count in blocks])
    kept = best_set(probabilities, words)
    thresholds = (expected_f1(probabilities, words, probabilities >= least) for least in probabilities)
    assert expected_f1(probabilities, words, kept) >= max(thresholds) - 1e-9
    # No block left out is more probable than one that was taken.
    assert max(probabilities[~kept], default=0.0) <= min(probabilities[kept])


def test_best_set_takes_doubtful_blocks_where_they_pay() -> None:
    words = np.array([10.0, 10.0, 10.0])
    assert best_set(np.array([0.9, 0.3, 0.05]), words).tolist() == [True, False, False]
    assert best_set(np.array([0.5, 0.3, 0.05]), words).tolist() == [True, True, False]


# --- the choice


def test_an_article_is_smoothed() -> None:
    assert chosen([0.99, 0.46, 0.99]) == [True, True, True]
    assert chosen([0.99, 0.3, 0.99]) == [True, False, True]


def test_other_pages_are_not_smoothed_and_take_the_best_set() -> None:
    probabilities, words = [0.999, 0.3, 0.999, 0.3], [20.0, 20.0, 20.0, 20.0]
    tempered = 1 / (1 + np.exp(-selection.TEMPERATURE * bounded_odds(np.array(probabilities))))
    expected = best_set(tempered, np.array(words)).tolist()
    assert chosen(probabilities, words, article=0.1) == expected == [True, False, True, False]


def test_other_pages_are_trusted_less() -> None:
    # With the log odds as they come, the second block would not pay.
    probabilities = [0.99, 0.4]
    assert best_set(np.array(probabilities), np.array([20.0, 20.0])).tolist() == [True, False]
    assert chosen(probabilities, article=0.1) == [True, True]


def test_an_article_of_doubtful_blocks_alone_takes_the_best_set() -> None:
    assert chosen([0.4, 0.4, 0.1]) == [True, True, False]


def test_a_doubtful_rest_does_not_follow_an_article() -> None:
    # Of the set of highest expected F1, the rest would be part: there is so much of it.
    probabilities, words = [0.9, *[0.45] * 8], [50.0, *[50.0] * 8]
    assert all(best_set(np.array(probabilities), np.array(words)))
    assert chosen(probabilities, words) == [True, *[False] * 8]


@pytest.mark.parametrize(("probability", "kept"), [(0.7, False), (0.89, False), (0.9, True)])
def test_blocks_with_a_role_must_be_surer(probability: float, kept: bool) -> None:
    assert chosen([probability, 0.99, 0.99], roles={0: "headline"}) == [kept, True, True]
    assert chosen([probability, 0.99, 0.99]) == [True, True, True]


@pytest.mark.parametrize("article", [0.0, 1.0])
def test_headlines_are_a_field_of_every_page(article: float) -> None:
    assert chosen([0.7, 0.9], article=article, roles={0: "headline"}) == [False, True]


def test_other_roles_count_on_likely_articles_alone() -> None:
    assert chosen([0.7, 0.9], article=1.0, roles={0: "caption"}) == [False, True]
    assert chosen([0.7, 0.9], article=LIKELY_ARTICLE - 0.01, roles={0: "caption"}) == [True, True]


def test_a_summary_is_body_where_the_model_is_sure() -> None:
    assert chosen([SUMMARY_PROBABILITY - 0.01, 0.99], article=1.0, roles={0: "summary"}) == [False, True]
    assert chosen([SUMMARY_PROBABILITY, 0.99], article=1.0, roles={0: "summary"}) == [True, True]
    doubtful = LIKELY_ARTICLE - 0.01
    assert chosen([SUMMARY_PROBABILITY - 0.01, 0.99], article=doubtful, roles={0: "summary"}) == [True, True]


@pytest.mark.parametrize("role", [Role.ASIDE, Role.COMMENT])
def test_side_matter_is_no_body_of_an_article(role: Role) -> None:
    assert chosen([1.0, 0.99], article=LIKELY_ARTICLE, roles={0: role}) == [False, True]
    assert chosen([0.99, 0.99], article=LIKELY_ARTICLE - 0.01, roles={0: role}) == [True, True]


@pytest.mark.parametrize("count", [1, FEW_BLOCKS])
def test_a_page_of_few_blocks_was_given_for_its_text(count: int) -> None:
    assert chosen([MIN_OF_FEW] + [0.0] * (count - 1), article=0.0)[0]
    assert not any(chosen([MIN_OF_FEW - 0.01] + [0.0] * (count - 1), article=0.0))


@pytest.mark.parametrize("article", [0.0, 1.0])
def test_a_page_without_one_probable_block_has_no_body(article: float) -> None:
    rest = [0.0] * FEW_BLOCKS
    assert chosen([MIN_PROBABILITY, *rest], article=article)[0]
    assert not any(chosen([MIN_PROBABILITY - 0.01, *rest], article=article))


@pytest.mark.parametrize("article", [0.0, 1.0])
@pytest.mark.parametrize("role", ["headline", "summary"])
def test_nothing_but_a_field(role: str, article: float) -> None:
    assert chosen([0.6], article=article, roles={0: role}) == [article == 0 and role == "summary"]


@pytest.mark.parametrize(
    ("levels", "kept", "probabilities", "result"),
    [
        pytest.param([2, 0], [1, 1], [0.9, 0.9], [1, 1], id="text under it"),
        pytest.param([2, 0], [0, 1], [0.35, 0.9], [1, 1], id="a doubtful one with text under it"),
        pytest.param([2, 0], [0, 1], [0.15, 0.9], [0, 1], id="clearly boilerplate"),
        pytest.param([0, 2], [1, 1], [0.9, 0.99], [1, 0], id="at the end"),
        pytest.param([0, 2, 0, 0], [1, 1, 0, 1], [0.9, 0.6, 0.1, 0.9], [1, 0, 0, 1], id="what stood under it is gone"),
        pytest.param([0, 2, 0, 0], [1, 1, 0, 1], [0.9, 0.75, 0.1, 0.9], [1, 1, 0, 1], id="it is sure itself"),
        pytest.param([0, 2, 0], [1, 1, 0], [0.9, 0.99, 0.1], [1, 0, 0], id="nothing further is kept"),
        pytest.param([2, 3, 0], [0, 1, 1], [0.3, 0.9, 0.9], [1, 1, 1], id="a heading over a heading"),
        pytest.param([0, 0], [1, 0], [0.9, 0.4], [1, 0], id="no headings"),
        pytest.param([2, 0], [0, 0], [0.9, 0.9], [0, 0], id="nothing kept"),
        pytest.param([], [], [], [], id="no blocks"),
    ],
)
def test_headings_go_with_their_content(
    levels: list[int], kept: list[int], probabilities: list[float], result: list[int]
) -> None:
    found = with_their_content(np.array(kept, dtype=bool), np.array(probabilities), np.array(levels, dtype=np.float32))
    assert found.tolist() == [bool(keep) for keep in result]


def test_headings_without_content_are_dropped_on_articles_alone() -> None:
    assert chosen([0.99, 0.99], levels=[0, 2]) == [True, False]
    assert chosen([0.99, 0.99], levels=[0, 2], article=0.0) == [True, True]


# --- copies


@pytest.mark.parametrize(
    ("texts", "groups", "kept", "result"),
    [
        pytest.param([LONG, LONG], [1, 1], [1, 1], [1, 1], id="within a group"),
        pytest.param([LONG, LONG], [1, 2], [1, 1], [1, 0], id="across groups"),
        pytest.param([LONG, LONG, LONG, LONG], [1, 2, 1, 3], [1, 1, 1, 1], [1, 0, 1, 0], id="among groups"),
        pytest.param([LONG, LONG], [1, 2], [0, 1], [0, 1], id="the first was not kept"),
        pytest.param(["Yes.", "Yes."], [1, 2], [1, 1], [1, 1], id="short"),
        pytest.param([LONG, LONG + "!"], [1, 2], [1, 1], [1, 1], id="not quite the same"),
        pytest.param([], [], [], [], id="none"),
    ],
)
def test_copies(texts: list[str], groups: list[int], kept: list[int], result: list[int]) -> None:
    blocks = [block for block, keep in enumerate(kept) if keep]
    found = copies(texts, groups, blocks, [False] * len(texts))
    assert [int(block in blocks and block not in found) for block in range(len(texts))] == result
    assert all(texts[original] == texts[copy] and original not in found for copy, original in found.items())


@pytest.mark.parametrize(
    ("sources", "article", "kept"),
    [([0], 1, False), ([0], 0.1, True), ([3], 1, True), ([0, 3], 1, True), ([0, 2], 1, False)],
)
def test_pull_quotes_go_from_articles_that_hold_their_words(sources: list[int], article: float, kept: bool) -> None:
    found = chosen([0.99, 0.99, 0.99, 0.01], article=article, quotes={1: sources})
    assert found == [True, kept, True, False]


def test_a_copy_that_the_model_is_sure_of_stays() -> None:
    assert copies([LONG] * 3, [1, 2, 3], [0, 1, 2], [False, True, False]) == {2: 0}


@given(
    st.lists(st.tuples(st.sampled_from([LONG, LONG.upper(), "Yes."]), st.integers(0, 2), st.booleans()), max_size=12)
)
def test_of_copies_one_is_left(blocks: list[tuple[str, int, bool]]) -> None:
    texts, groups = [text for text, _, _ in blocks], [group for _, group, _ in blocks]
    kept = [number for number, (_, _, keep) in enumerate(blocks) if keep]
    found = copies(texts, groups, kept, [False] * len(texts))
    assert set(found) <= set(kept)
    assert {texts[block] for block in kept} == {texts[block] for block in kept if block not in found}


def test_groups_are_the_elements_around_the_elements_of_blocks() -> None:
    page = page_of("<div><p>a</p><p>b</p></div><div><p>c</p></div>")
    first, second, third = groups_of(page)
    assert first == second != third
    assert [page.tags[group] for group in (first, third)] == ["div", "div"]


# --- causes


def test_causes_of_an_article() -> None:
    choice = choice_of(
        [0.99, 0.46, 0.99, 0.2, 0.6, 0.99, 0.35, 0.99, 0.01, 0.54, 0.01, 0.99],
        words=[20, 20, 20, 3, 20, 20, 5, 20, 20, 20, 20, 20],
        roles={4: "byline"},
        levels=[0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0],
        signs=[0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0],
        quotes={11: [0]},
    )
    assert choice.rule is Cause.SCORE
    assert choice.causes == {
        1: Cause.NEIGHBOURS,
        3: Cause.ADVERT,
        4: Cause.FIELD,
        6: Cause.HEADING,
        9: Cause.NEIGHBOURS,
        11: Cause.PULL_QUOTE,
    }
    assert [block for block, keep in enumerate(choice.kept) if keep] == [0, 1, 2, 5, 6, 7]


def test_a_heading_without_content_has_that_cause() -> None:
    assert choice_of([0.99, 0.99], levels=[0, 2]).causes == {1: Cause.HEADING}


def test_the_rule_of_other_pages() -> None:
    assert choice_of([0.99, 0.4], article=0.1).rule is Cause.EXPECTED_F1
    assert choice_of([0.4, 0.4, 0.1]).rule is Cause.EXPECTED_F1
    assert choice_of([0.1] * 9).rule is Cause.NO_BODY


@given(
    BLOCKS,
    st.sampled_from([0.0, 0.45, 0.5, 1.0]),
    st.dictionaries(st.integers(0, 11), st.sampled_from(["headline", "aside"])),
)
def test_a_block_that_its_score_decided_on_has_that_verdict(
    blocks: list[tuple[float, int]], article: float, roles: dict[int, str]
) -> None:
    probabilities, words = zip(*blocks, strict=True)
    roles = {block: role for block, role in roles.items() if block < len(blocks)}
    choice = choice_of(probabilities, words, article=article, roles=roles)
    for block, (keep, probability) in enumerate(zip(choice.kept, probabilities, strict=True)):
        if choice.causes.get(block, choice.rule) is Cause.SCORE:
            assert keep == (probability > 0.5)
        if choice.causes.get(block) in (Cause.FIELD, Cause.ADVERT):
            assert not keep


@settings(max_examples=50)
@given(
    BLOCKS, st.sampled_from([0.0, 0.4, 0.5, 1.0]), st.dictionaries(st.integers(0, 11), st.sampled_from(list(Role)[1:]))
)
def test_every_block_has_a_verdict(blocks: list[tuple[float, int]], article: float, roles: dict[int, Role]) -> None:
    page = page_of("".join(f"<p>{number}</p>" for number in range(len(blocks))))
    hints = PageHints({block: role for block, role in roles.items() if block < len(blocks)})
    probabilities, words = zip(*blocks, strict=True)
    verdicts = select_blocks(page, features_of(words), scores_of(probabilities, article), hints)
    assert len(verdicts) == len(blocks)
    assert all(verdict.reason.count("score") == 1 for verdict in verdicts)
    if max(probabilities) < (MIN_PROBABILITY if len(blocks) > FEW_BLOCKS else MIN_OF_FEW):
        assert not any(verdict.kept for verdict in verdicts)


def test_work_grows_with_the_page() -> None:
    """Each text is looked at once for copies, and each block once by each step."""
    looked: list[int] = []

    class Text(str):
        __slots__ = ()

        def __hash__(self) -> int:
            looked.append(1)
            return super().__hash__()

        def __eq__(self, other: object) -> bool:
            looked.append(1)
            return super().__eq__(other)

    counts = []
    for count in (500, 1000):
        looked.clear()
        texts = [Text(f"{LONG} {number % 100}") for number in range(count)]
        features, scores = features_of([20] * count), scores_of([0.9] * count, 1.0)
        choose(texts, range(count), features, scores, PageHints())
        counts.append(len(looked))
    assert 0 < counts[1] <= 2.5 * counts[0]
