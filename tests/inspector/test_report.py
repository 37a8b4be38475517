"""The report as a file: self-contained, honest, the same each time."""

import base64
import hashlib
import json
import re
import sys
from typing import Any

import pytest
from hypothesis import given, settings

import cleanpage
from cleanpage.errors import MissingExtraError
from cleanpage.inspector import compare_expected, render
from cleanpage.inspector.templating import template
from tests.features.small import SOUP
from tests.fixture_cases import fixture_case
from tests.inspector.xss import XSS_PAGES

LOADING = re.compile(r"<(?:link|img|iframe|object|embed|video|audio|source|base)\b[^>]*?\b(?:src|href|data|srcset)\s*=")


def analysis_of(case: str) -> cleanpage.Analysis:
    fixture = fixture_case(case)
    return cleanpage.analyze(fixture.page.read_bytes(), url=fixture.url, content_type=fixture.content_type)


def data_of(report: str, name: str = "report-data") -> Any:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', report, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def test_the_report_asks_for_nothing_and_runs_its_own_script_alone() -> None:
    report = render(analysis_of("news-en"))
    assert not LOADING.search(report)
    scripts = re.findall(r"<script>(.*?)</script>", report, re.DOTALL)
    assert len(scripts) == 1
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    (policy, *_) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', report)
    assert policy.replace("&#39;", "'").startswith(f"script-src 'sha256-{digest}'; default-src 'none'; ")
    assert 'sandbox="allow-same-origin"' in report


def test_the_same_analysis_gives_the_same_report() -> None:
    assert render(analysis_of("blog-en")) == render(analysis_of("blog-en"))


def test_data_has_an_entry_a_block() -> None:
    analysis = analysis_of("news-en")
    data = data_of(render(analysis))
    count = len(analysis.page.texts)
    for name in ("texts", "scores", "states", "roles", "reasons", "doubtful", "places", "tokens"):
        assert len(data[name]) == count
    assert len(data["sums"]) == count * len(data["groupNames"])
    assert len(data["terms"]) == len(data["values"]) == 8 * count
    assert [state == "kept" for state in data["states"]] == [verdict.kept for verdict in analysis.verdicts]


def test_bars_are_the_contributions_of_the_analysis() -> None:
    analysis = analysis_of("news-en")
    data = data_of(render(analysis))
    size = len(data["groupNames"])
    for block in (0, 22, 40):
        contributions = analysis.contributions(block)
        sums = data["sums"][block * size : (block + 1) * size]
        assert sum(sums) / 100 == pytest.approx(sum(contributions.values()), abs=0.05)
        weightiest = [round(value, 2) for value in list(contributions.values())[:8]]
        assert [value / 100 for value in data["values"][block * 8 : block * 8 + 8]] == pytest.approx(
            weightiest, abs=0.011
        )


@pytest.mark.parametrize("html", XSS_PAGES[::4] + XSS_PAGES[-3:])
def test_nothing_of_the_page_ends_a_script_element(html: str) -> None:
    report = render(cleanpage.analyze(html))
    assert report.count("<script") == 3
    assert report.count("</script>") == 3
    data_of(report)


@pytest.mark.fuzz
@settings(max_examples=40)
@given(SOUP)
def test_any_page_has_a_report(html: str) -> None:
    data_of(render(cleanpage.analyze(html)), "page-data")


@pytest.mark.parametrize("page", ["", b"%PDF-1.7\n\x00\x01", b"\x00\xff\xfe"])
def test_pages_without_blocks_have_a_report(page: str | bytes) -> None:
    assert "No block was kept." in render(cleanpage.analyze(page))


def test_deep_pages_have_a_report() -> None:
    report = render(cleanpage.analyze("<div>" * 5_000 + "<p>Text at the bottom</p>"))
    assert data_of(report)["tokens"] == [[]]


def test_every_claim_is_shown_with_its_fate() -> None:
    analysis = analysis_of("news-en")
    report = render(analysis)
    assert report.count('class="believed"') == len(analysis.article.evidence)
    assert report.count('class="believed"') + report.count('class="loser"') >= len(analysis.metadata.claims)


def test_a_comparison_has_its_filters() -> None:
    analysis = analysis_of("blog-en")
    report = render(
        analysis,
        comparison=compare_expected(analysis, "No paragraph of this page, but some words.", ("mine", "theirs")),
    )
    assert "only mine" in report
    assert "only theirs" in report
    assert "No paragraph of this page, but some words." in report
    data = data_of(report)
    assert data["names"] == ["mine", "theirs"]
    assert sum(data["other"]) == 0


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    template.cache_clear()
    with pytest.raises(MissingExtraError, match="inspect"):
        render(cleanpage.analyze("<p>Text</p>"))
