"""What only one of two results keeps."""

import pytest
from hypothesis import given, settings

import cleanpage
from cleanpage.inspector import compare_expected, compare_results
from tests.features.small import SOUP
from tests.fixture_cases import fixture_case


@pytest.fixture(scope="module")
def analysis() -> cleanpage.Analysis:
    return cleanpage.analyze(fixture_case("news-en").page.read_bytes())


def test_a_result_and_itself_agree(analysis: cleanpage.Analysis) -> None:
    found = compare_results(analysis, analysis)
    assert found.other == tuple(verdict.kept for verdict in analysis.verdicts)
    assert found.missing == ()


def test_a_page_cut_short_lacks_what_came_after(analysis: cleanpage.Analysis) -> None:
    page = fixture_case("news-en").page.read_bytes()
    short = cleanpage.analyze(page, options=cleanpage.Options(max_nodes=300))
    found = compare_results(short, analysis, ("short", "whole"))
    assert len(found.other) == len(short.page.texts) < len(analysis.page.texts)
    kept = [text for text, verdict in zip(analysis.page.texts, analysis.verdicts, strict=True) if verdict.kept]
    assert set(found.missing) < set(kept)
    assert kept[-1] in found.missing


def test_copies_are_matched_in_order() -> None:
    page = "<div><p>A copy of one sentence, word for word, twice.</p></div>" * 2
    analysis = cleanpage.analyze(f"<article>{page}</article>")
    found = compare_results(analysis, analysis)
    assert found.other == tuple(verdict.kept for verdict in analysis.verdicts)


@pytest.mark.parametrize("case", ["news-en", "news-ja", "news-zh", "interview-fr", "news-ar", "old-tables-ru"])
def test_the_gold_of_a_fixture_marks_its_paragraphs(case: str) -> None:
    fixture = fixture_case(case)
    analysis = cleanpage.analyze(fixture.page.read_bytes(), url=fixture.url, content_type=fixture.content_type)
    found = compare_expected(analysis, fixture.expected["paragraphs"])
    marked = " ".join(text for text, wanted in zip(analysis.page.texts, found.other, strict=True) if wanted)
    squeezed = "".join(marked.split())
    missed = [text for text in fixture.expected["paragraphs"] if "".join(text.split()) not in squeezed]
    assert len(missed) <= 0.1 * len(fixture.expected["paragraphs"]), missed
    assert sum(found.other) < len(analysis.page.texts)


def test_what_the_page_does_not_have_is_told(analysis: cleanpage.Analysis) -> None:
    lines = f"{analysis.article.paragraphs[1]}\n\nThis sentence has never stood on the page at all.\nNot this\n"
    found = compare_expected(analysis, lines)
    assert sum(found.other) == 1
    assert found.missing == ("This sentence has never stood on the page at all.", "Not this")


def test_short_texts_must_be_lines_of_their_own(analysis: cleanpage.Analysis) -> None:
    found = compare_expected(analysis, "NEWS!\nSport and local")
    kept = [text for text, wanted in zip(analysis.page.texts, found.other, strict=True) if wanted]
    assert set(kept) == {"News"}


def test_changed_words_do_not_unmark_a_paragraph(analysis: cleanpage.Analysis) -> None:
    words = analysis.article.paragraphs[2].split()
    words[len(words) // 2] = "changed"
    assert sum(compare_expected(analysis, " ".join(words)).other) == 1


@pytest.mark.fuzz
@settings(max_examples=40)
@given(SOUP)
def test_all_of_a_page_is_expected_by_its_own_text(html: str) -> None:
    analysis = cleanpage.analyze(html)
    found = compare_expected(analysis, analysis.page.texts)
    assert all(found.other)
    assert not any(any(c.isalnum() for c in line) for line in found.missing)
