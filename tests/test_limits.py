"""Every limit: what is left out, what is said of it, and the error for those who want all or nothing."""

from collections.abc import Callable
from itertools import count

import pytest

import cleanpage
from cleanpage import Article, CleanpageError, LimitExceeded, Options, OutcomeKind, limits
from cleanpage.limits import Watch
from cleanpage.options import COUNTS
from tests.small_pages import ARTICLE, PARAGRAPHS

DATA = (
    '<script type=application/ld+json>{"@context":"https://schema.org","@type":"NewsArticle","headline":"%s"}</script>'
)
PAGES = {
    "max_bytes": (ARTICLE, Options(max_bytes=900)),
    "max_nodes": (ARTICLE, Options(max_nodes=15)),
    "max_depth": (f"<article>{'<div>' * 60}{PARAGRAPHS}", Options(max_depth=40)),
    "max_attributes": (
        f"<p {' '.join(f'a{n}=1' for n in range(100))} title=last>x</p>{ARTICLE}",
        Options(max_attributes=9),
    ),
    "max_attribute": (f"<p title='{'x' * 500}'>x</p>{ARTICLE}", Options(max_attribute=200)),
    "max_blocks": (ARTICLE, Options(max_blocks=3)),
    "max_text": (ARTICLE, Options(max_text=500)),
    "max_json_ld": (DATA % ("long " * 50) + DATA % "short" + ARTICLE, Options(max_json_ld=200)),
    "max_seconds": (ARTICLE, Options(max_seconds=1e-9)),
}


@pytest.mark.parametrize("limit", [*COUNTS, "max_seconds"])
def test_a_limit_leaves_a_partial_article_that_says_which(limit: str) -> None:
    page, options = PAGES[limit]
    whole = cleanpage.extract(page)
    assert whole.outcome.kind is not OutcomeKind.LIMIT_HIT
    assert whole.outcome.limits == ()
    article = cleanpage.extract(page, options=options)
    assert article.outcome.kind is OutcomeKind.LIMIT_HIT
    assert article.outcome.limits == (limit,)
    assert f"Options.{limit}" in article.outcome.reason
    assert Article.model_validate_json(article.model_dump_json()) == article


@pytest.mark.parametrize("limit", [*COUNTS, "max_seconds"])
def test_strict_options_raise(limit: str) -> None:
    page, options = PAGES[limit]
    value = getattr(options, limit)
    strict = Options(**{limit: value}, strict=True)
    with pytest.raises(LimitExceeded) as caught:
        cleanpage.extract(page, options=strict)
    assert isinstance(caught.value, CleanpageError)
    assert (caught.value.option, caught.value.value) == (limit, value)
    assert f"Options({limit}={value!r})" in str(caught.value)
    assert caught.value.remedy in str(caught.value)
    assert cleanpage.extract(page, options=Options(strict=True)) == cleanpage.extract(page)


def texts(limit: str) -> tuple[list[str], list[str]]:
    """Texts of the blocks of a page, and what a limit leaves of them."""
    page, options = PAGES[limit]
    every, some = (list(cleanpage.analyze(page, options=chosen).page.texts) for chosen in (None, options))
    return every, some


def test_blocks_and_text_up_to_the_limit() -> None:
    every, some = texts("max_blocks")
    assert some == every[:3]
    every, some = texts("max_text")
    assert sum(map(len, some)) in (499, 500)
    assert "".join(every).startswith("".join(some))


def test_text_is_cut_with_its_spans() -> None:
    html = "<p>one <b>two <a href=/x>three</a></b> <i>four</i></p><p>five</p>"
    page = cleanpage.analyze(html, options=Options(max_text=10)).page
    assert page.texts == ["one two th"]
    assert [(span.kind, span.start, span.end) for span in page.spans[0]] == [("strong", 4, 10), ("link", 8, 10)]
    assert page.linked_chars == [5 - 3 + 3]
    assert cleanpage.analyze(html, options=Options(max_text=4)).page.texts == ["one"]


def test_tags_beyond_the_depth_are_left_out_and_texts_are_not() -> None:
    every, some = texts("max_depth")
    assert some == every
    nested = "".join(f"<div>text {n}" for n in range(60)) + "".join(f"</div>after {n}" for n in range(60))
    page = cleanpage.analyze(nested, options=Options(max_depth=40)).page
    assert page.texts == cleanpage.analyze(nested).page.texts
    assert len(page.ancestors(page.elements[59])) < 45


def test_attributes_before_the_limit_stay() -> None:
    page, options = PAGES["max_attributes"]
    attributes = cleanpage.analyze(page, options=options).page.attributes
    assert max(map(len, attributes)) == 9
    page, options = PAGES["max_attribute"]
    assert all("title" not in found for found in cleanpage.analyze(page, options=options).page.attributes)


def test_json_before_the_limit_stays() -> None:
    short, long = DATA % "Ferry fares rise", DATA % ("Long " * 50)
    article = cleanpage.extract(short + long + ARTICLE, options=Options(max_json_ld=200))
    assert article.headline == "Ferry fares rise"
    assert article.outcome.limits == ("max_json_ld",)


def ticking(seconds: float) -> Callable[[], float]:
    """A clock that is so much further at every look."""
    ticks = count()
    return lambda: seconds * next(ticks)


def test_the_walk_leaves_time_for_what_has_been_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "thread_time", ticking(1.0))
    long = f"<article>{PARAGRAPHS * 500}</article>"  # one look before the first node, one after 4,096
    article = cleanpage.extract(long, options=Options(max_seconds=3.2))
    assert article.outcome.limits == ("max_seconds",)
    assert 0 < article.word_count < 500 * len(PARAGRAPHS.split())


def test_without_time_there_is_no_body(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "thread_time", ticking(1.0))
    head = "<meta property=og:site_name content='The Harbour'><meta property=article:published_time content=2024-05-06>"
    analysis = cleanpage.analyze(head + ARTICLE, options=Options(max_seconds=1.9))
    assert analysis.article.outcome.limits == ("max_seconds",)
    assert analysis.article.body == ()
    assert analysis.article.site_name == "The Harbour"
    assert analysis.article.date_published == "2024-05-06"
    assert len(analysis.verdicts) == len(analysis.page.texts) > 0
    assert {verdict.reason for verdict in analysis.verdicts} == {"score 0.00, no time left"}
    (reason,) = analysis.explain(text="River path to open").reasons
    assert (reason.turn, reason.terms) == (None, ())


def test_a_limit_is_told_once() -> None:
    watch = Watch(Options(max_depth=3))
    for option in ("max_depth", "max_nodes", "max_depth"):
        watch.exceed(option)
    assert watch.hit == ["max_depth", "max_nodes"]


def test_several_limits_are_all_told() -> None:
    article = cleanpage.extract(ARTICLE * 3, options=Options(max_bytes=2_000, max_blocks=3))
    assert article.outcome.limits == ("max_bytes", "max_blocks")
