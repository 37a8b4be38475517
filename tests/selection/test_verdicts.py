"""Verdicts: roles, causes, and the reasons in words."""

from collections.abc import Sequence

import pytest

from cleanpage.features.hints import PageHints
from cleanpage.selection.roles import Role
from cleanpage.selection.select import select_blocks
from cleanpage.selection.verdicts import Cause, Verdict
from tests.features.small import page_of
from tests.selection.small import LONG, features_of, scores_of


def verdicts_on(
    html: str, probabilities: Sequence[float], roles: dict[int, str] | None = None
) -> list[tuple[Role, str]]:
    page = page_of(html)
    assert len(page.texts) == len(probabilities)
    scores = scores_of(probabilities, 1.0)
    verdicts = select_blocks(page, features_of([20] * len(probabilities)), scores, PageHints(roles or {}))
    assert [verdict.kept for verdict in verdicts] == [verdict.role is Role.BODY for verdict in verdicts]
    return [(verdict.role, verdict.reason) for verdict in verdicts]


def test_verdicts_by_score() -> None:
    assert verdicts_on("<p>a<p>b<p>c", [0.99, 0.02, 0.98]) == [
        (Role.BODY, "score 0.99"),
        (Role.BOILERPLATE, "score 0.02"),
        (Role.BODY, "score 0.98"),
    ]


def test_verdicts_by_what_is_around() -> None:
    assert verdicts_on("<p>a<p>b<p>c", [0.99, 0.46, 0.99])[1] == (Role.BODY, "score 0.46, body around it")
    found = verdicts_on("<p>a<p>b<p>c<p>d<p>e", [0.99, 0.99, 0.01, 0.54, 0.01])
    assert found[3] == (Role.BOILERPLATE, "score 0.54, boilerplate around it")


def test_verdict_on_a_copy() -> None:
    found = verdicts_on(f"<div><p>{LONG}</div><div><p>{LONG}</div>", [0.99, 0.94])
    assert found == [(Role.BODY, "score 0.99"), (Role.BOILERPLATE, "score 0.94, a copy of block 0")]


def test_verdicts_by_role() -> None:
    found = verdicts_on("<h1>a</h1><p>b<p>c", [0.6, 0.95, 0.99], {0: "headline", 1: "caption"})
    assert found[0] == (Role.HEADLINE, "score 0.60, recognised as headline")
    assert found[1] == (Role.BODY, "score 0.95")


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.BODY, Role.BOILERPLATE)])
def test_every_role_may_be_given(role: Role) -> None:
    assert verdicts_on("<p>a<p>b", [0.1, 0.99], {0: str(role)})[0][0] is role


def test_verdicts_are_a_sequence() -> None:
    scores = scores_of([0.99, 0.02, 0.98], 1.0)
    verdicts = select_blocks(page_of("<p>a<p>b<p>c"), features_of([20] * 3), scores, PageHints({}))
    every = list(verdicts)
    assert verdicts.body == [block for block, verdict in enumerate(every) if verdict.kept] == [0, 2]
    assert [verdicts[0], verdicts[-2], verdicts[2]] == every
    assert verdicts[1:] == tuple(every[1:])
    assert verdicts[::-1] == tuple(reversed(verdicts))
    with pytest.raises(IndexError):
        verdicts[3]


def test_verdict_on_hidden_text() -> None:
    found = verdicts_on("<p style='display: none'>a<p>b", [0.1, 0.99])
    assert found[0] == (Role.BOILERPLATE, "score 0.10, hidden")


def test_verdict_on_a_pull_quote() -> None:
    page = page_of("<p>a<p>b<p>c<p>d")
    scores = scores_of([0.9, 0.8, 0.1, 0.7], 1.0)
    verdicts = select_blocks(page, features_of([20] * 4), scores, PageHints(quotes={1: [0], 3: [2]}))
    assert [verdict.role for verdict in verdicts] == [Role.BODY, Role.PULL_QUOTE, Role.BOILERPLATE, Role.BODY]
    assert verdicts[1].reason == "score 0.80, recognised as pull-quote"


@pytest.mark.parametrize("cause", list(Cause))
@pytest.mark.parametrize("role", [Role.BODY, Role.BOILERPLATE])
def test_every_cause_has_words(cause: Cause, role: Role) -> None:
    verdict = Verdict(role, 0.25, cause, original=7)
    assert verdict.reason.startswith("score 0.25")
    never = {Cause.NO_BODY, Cause.ADVERT, Cause.NO_TIME} if verdict.kept else set()
    assert bool(verdict.cause_in_words) == (cause is not Cause.SCORE and cause not in never)


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict(Role.BODY, 0.9), "score 0.90"),
        (Verdict(Role.BODY, 0.4, Cause.NEIGHBOURS), "score 0.40, body around it"),
        (Verdict(Role.BODY, 0.4, Cause.EXPECTED_F1), "score 0.40, in the set with the best expected F1"),
        (Verdict(Role.BOILERPLATE, 0.6, Cause.COPY, original=7), "score 0.60, a copy of block 7"),
        (Verdict(Role.BOILERPLATE, 0.6, Cause.ADVERT), "score 0.60, a sign on an advert"),
        (Verdict(Role.BOILERPLATE, 0.6, Cause.HEADING), "score 0.60, a heading with no kept block under it"),
        (Verdict(Role.BYLINE, 0.6, Cause.FIELD), "score 0.60, recognised as byline"),
        (Verdict(Role.BODY, 0.1, Cause.KEEP, hidden=True), "score 0.10, kept by Options.keep, hidden"),
        (Verdict(Role.BOILERPLATE, 0.9, Cause.BODY), "score 0.90, dropped by Options.body"),
    ],
)
def test_reasons_in_words(verdict: Verdict, words: str) -> None:
    assert verdict.reason == words
