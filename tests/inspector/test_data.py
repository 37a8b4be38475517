"""States, doubts and the threshold of the picture."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleanpage
from cleanpage.inspector.data import best_cut, doubtful, state_of, threshold
from cleanpage.selection.roles import Role
from cleanpage.selection.verdicts import Verdict
from tests.fixture_cases import fixture_cases


@pytest.mark.parametrize(
    ("verdict", "state", "doubt"),
    [
        (Verdict(Role.BODY, 0.95), "kept", False),
        (Verdict(Role.BODY, 0.6), "kept", True),
        (Verdict(Role.BODY, 0.1), "kept", True),
        (Verdict(Role.BOILERPLATE, 0.1), "dropped", False),
        (Verdict(Role.BOILERPLATE, 0.4), "dropped", True),
        (Verdict(Role.BOILERPLATE, 0.9), "dropped", True),
        (Verdict(Role.ASIDE, 0.1), "dropped", False),
        (Verdict(Role.COMMENT, 0.9), "dropped", True),
        (Verdict(Role.BYLINE, 0.5), "field", False),
    ],
)
def test_states(verdict: Verdict, state: str, doubt: bool) -> None:
    assert (state_of(verdict), doubtful(verdict)) == (state, doubt)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=30))
def test_no_cut_is_much_better(rows: list[tuple[float, bool]]) -> None:
    scores = np.array([score for score, _ in rows])
    kept = np.array([keep for _, keep in rows])
    cut = best_cut(scores, kept)
    wrong = [int(((scores >= other) != kept).sum()) for other in (cut, 0, *scores.tolist(), 1.1)]
    ties = len(scores) - len(set(np.round(scores, 3).tolist()))
    assert wrong[0] <= min(wrong) + 0.03 * len(rows) + ties + 1


def test_a_page_without_body_has_no_threshold() -> None:
    assert threshold([Verdict(Role.BOILERPLATE, 0.9)]) is None
    assert threshold([]) is None


@pytest.mark.parametrize("case", list(fixture_cases()), ids=lambda case: case.name)
def test_the_threshold_parts_a_fixture(case: object) -> None:
    analysis = cleanpage.analyze(case.page.read_bytes())  # type: ignore[attr-defined]
    cut = threshold(analysis.verdicts)
    judged = [verdict for verdict in analysis.verdicts if state_of(verdict) != "field"]
    wrong = sum((verdict.probability >= cut) != verdict.kept for verdict in judged) if cut is not None else 0
    assert wrong <= max(1, 0.1 * len(judged))
