"""`article_regression`: what any scraper yields."""

import json
from collections.abc import Callable

import pytest

from cleanpage.testing import SavedPage
from tests.pytest_plugin.conftest import change

Save = Callable[..., SavedPage]
STORY = """
    import dataclasses
    import pytest

    @dataclasses.dataclass
    class Story:
        title: str
        author: list
        date: str
        price: float = 1.5

    def story(**changes):
        return dataclasses.replace(
            Story("Harbour bridge to open a week early", ["mara lindgren", "Tomas Okoye"], "March 8, 2024"), **changes
        )
"""


def write(pytester: pytest.Pytester, body: str) -> None:
    lines = "".join(f"    {line}\n" for line in body.strip().splitlines())
    pytester.makepyfile(**{"tests/test_it": f"{STORY}\n{lines}"})


def test_against_a_file_of_its_own(pytester: pytest.Pytester) -> None:
    write(
        pytester,
        """
@pytest.mark.parametrize("n", ["a/b"])
def test_story(article_regression, n):
    article_regression.check(story())
    article_regression.check({"url": "https://x.example/"}, fields=["url"])
""",
    )
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*test_story-a-b.expected.json: is missing; --cleanpage-update=new writes it"])
    pytester.runpytest_inprocess("--cleanpage-update=new").assert_outcomes(passed=1)
    file = pytester.path / "tests" / "test_it" / "test_story-a-b.expected.json"
    assert json.loads(file.read_text(encoding="utf-8"))["date"] == "March 8, 2024"
    assert json.loads(file.with_name("test_story-a-b-2.expected.json").read_text(encoding="utf-8")) == {
        "url": "https://x.example/"
    }
    pytester.runpytest_inprocess().assert_outcomes(passed=1)
    file.write_text(file.read_text(encoding="utf-8").replace("Tomas", "Thomas").replace("1.5", "2"), encoding="utf-8")
    result = pytester.runpytest_inprocess()
    result.stdout.fnmatch_lines(
        [
            "author: 1 of 2 lost, 1 added",
            "    lost: 'Thomas Okoye'",
            "price: expected 2, found 1.5",
            "2 of 4 checks failed; expected: tests/test_it/test_story-a-b.expected.json",
        ]
    )
    pytester.runpytest_inprocess("--cleanpage-update=failed").assert_outcomes(passed=1)
    written = file.read_bytes()
    pytester.runpytest_inprocess("--cleanpage-update=failed").assert_outcomes(passed=1)
    assert file.read_bytes() == written


def test_against_a_saved_page(pytester: pytest.Pytester, save: Save) -> None:
    save(meta={"tolerances": {"published": {"precision": "day"}}})
    write(
        pytester,
        """
def test_usual_names(article_regression):
    article_regression.check(story(), page="bridge", fields=["headline", "authors", "published"])

def test_other_names(article_regression, page_html):
    page = page_html("bridge")
    article_regression.check({"t": "The Quay Post"}, page=page, fields={"t": "site_name"})

@pytest.mark.page("bridge")
def test_article(article, saved_page, article_regression):
    article_regression.check(article, page=saved_page, min_f1=1)

def test_lost(article_regression, page_builder):
    seen = page_builder(clutter=()).text.replace('class="byline"', 'class="people"').replace("body", "content")
    item = story(author=[])
    article_regression.check(item, page="bridge", seen=seen, fields=["headline", "authors", "text"])

def test_seen_alone(article_regression, page_builder):
    article_regression.check(story(title="x"), page="bridge", fields=["headline"])
""",
    )
    result = pytester.runpytest_inprocess("tests/test_it.py", "--cleanpage-report=report")
    result.assert_outcomes(passed=3, failed=2)
    result.stdout.fnmatch_lines(
        [
            "authors: lost: expected *'Mara Lindgren'*, found nothing",
            "    why: 'Mara Lindgren': at article.story > header > p.people*",
            "         before: at article.story > header > p.byline*",
            "text: F1 0.000 is below 0.98: 5 paragraphs lost, 0 added, 0 changed",
            "    why: 'The new bridge*' and 4 more: at article.story > div.story-content > p",
            "         before: at article.story > div.story-body > p",
            "2 of 4 checks failed; expected: tests/pages/bridge.page/expected.json",
            "headline: expected 'Harbour bridge to open a week early', found 'x'",
        ]
    )
    assert len(list((pytester.path / "report").iterdir())) == 6


def test_flags_hold_here_too(pytester: pytest.Pytester, save: Save) -> None:
    page = save()
    write(
        pytester,
        """
def test_it(article_regression):
    article_regression.check(story(title="x", author=[]), page="bridge", fields=["headline", "authors"])
""",
    )
    result = pytester.runpytest_inprocess("tests/test_it.py", "--cleanpage-fields=headline")
    result.stdout.fnmatch_lines(["1 of 1 checks failed*"])
    pytester.runpytest_inprocess(
        "tests/test_it.py", "-o", "cleanpage_ignore_fields=headline authors"
    ).stdout.fnmatch_lines(["*nothing is compared: none of the fields is expected"])
    pytester.runpytest_inprocess("tests/test_it.py", "--cleanpage-update=failed").assert_outcomes(passed=1)
    assert json.loads(page.expected_file.read_text(encoding="utf-8"))["authors"] == []
    change(page.expected_file, headline="Another", text_lacks=["Harbour"])
    write(
        pytester,
        """
def test_it(article_regression):
    item = {"headline": "New", "text_lacks": "Harbour again"}
    article_regression.check(item, page="bridge", fields=["headline", "text_lacks"])
""",
    )
    result = pytester.runpytest_inprocess("tests/test_it.py", "--cleanpage-update=failed")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["text_lacks: 1 unwanted passages", "bridge.page::headline: 'Another' -> 'New'"])
    write(
        pytester,
        """
def test_it(article_regression):
    article_regression.check({"headline": "New"}, page="bridge", fields=["headline"])
""",
    )
    assert pytester.runpytest_inprocess("tests/test_it.py").ret == 0


def test_without_a_page_there_are_no_causes(pytester: pytest.Pytester) -> None:
    write(
        pytester,
        """
def test_it(article_regression, page_builder):
    article_regression.check(story(title="x"), fields=["title"])

def test_seen(article_regression, page_builder):
    article_regression.check(story(title="x"), seen=page_builder(), fields=["title"])
""",
    )
    folder = pytester.mkdir("tests/test_it") if (pytester.path / "tests").exists() else pytester.path
    for name in ("test_it", "test_seen"):
        (folder / f"{name}.expected.json").write_text('{"title": "Harbour bridge to open a week early"}')
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(failed=2)
    assert sum("why: " in line for line in result.outlines) == 1
    result.stdout.fnmatch_lines(["*why: 'Harbour bridge to open a week early': at *h1.story-headline*"])
