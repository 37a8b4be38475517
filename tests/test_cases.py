"""The gallery of `tests/cases/structure.md`: HTML in, blocks out."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from cleanpage import Options, extract
from cleanpage.article import Article, Outcome, OutcomeKind
from cleanpage.metadata.read import read_metadata
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks
from tests.assembling import whole_article
from tests.outlines import BASE, article_lines
from tests.small_pages import PROSE

CASES = Path(__file__).parent / "cases" / "structure.md"
CASE = re.compile(r"^## (.+?)\n+```html *([^\n]*)\n(.*?)\n```\n```blocks\n(.*?)\n?```$", re.DOTALL | re.MULTILINE)
OUTCOME = Outcome(kind=OutcomeKind.ARTICLE, reason="test")


@dataclass(frozen=True, slots=True)
class Case:
    """One snippet: the words after `html` say `page` for a whole page that is extracted, and set options."""

    title: str
    words: tuple[str, ...]
    html: str
    lines: tuple[str, ...]

    def article(self) -> Article:
        """What comes of the snippet."""
        html = self.html.replace("{prose}", PROSE)
        if "page" in self.words:
            given = dict(word.split("=", 1) for word in self.words if "=" in word)
            comments = "comments" in self.words
            options = Options(
                keep=given.get("keep", ()), drop=given.get("drop", ()), body=given.get("body"), comments=comments
            )
            return extract(html.encode(given.get("encoding", "utf-8")), url=BASE, options=options)
        return kept(f"<body>{html}</body>")


def kept(html: str) -> Article:
    """The article of a snippet of which everything but captions is body."""
    page = read_blocks(parse(html, BASE))
    return whole_article(page, read_metadata(page))


def cases() -> list[Case]:
    return [
        Case(title, tuple(words.split()), html, tuple(lines.split("\n")))
        for title, words, html, lines in CASE.findall(CASES.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    assert tuple(article_lines(case.article())) == case.lines


def test_the_gallery_is_read_whole() -> None:
    titles = re.findall(r"^## (.+)$", CASES.read_text(encoding="utf-8"), re.MULTILINE)
    assert [case.title for case in cases()] == titles
    assert len(titles) >= 40
    pains = {int(number) for title in titles for number in re.findall(r"\((?:pain )?(\d+)\)", title)}
    assert set(range(19, 35)) <= pains
