from benchmarks.generated_pages.lines import LINES, line_pages
from benchmarks.generated_pages.pages import SHELLS

PAGES = list(line_pages())


def test_the_standard_set_has_24_kinds_in_4_shells() -> None:
    assert (len(LINES), len(SHELLS)) == (24, 4)
    assert len({page.name for page in PAGES}) == 96


def test_a_page_holds_the_line_once_and_all_paragraphs() -> None:
    for page in PAGES:
        assert page.html.count(page.unwanted[0]) == 1
        assert all(page.html.count(text) == 1 for text in page.wanted)


def test_a_line_is_no_part_of_a_paragraph() -> None:
    assert not any(line.text in text for page in PAGES for text in page.wanted for line in LINES.values())
