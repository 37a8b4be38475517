from collections import Counter

from benchmarks.generated_pages.cards import SHAPES, card_pages
from benchmarks.generated_pages.texts import SCRIPTS

PAGES = list(card_pages())


def test_the_standard_set_has_48_pages_of_each_script_alike() -> None:
    assert len({page.name for page in PAGES}) == 48
    assert Counter(page.group for page in PAGES) == dict.fromkeys(SCRIPTS, 16)


def test_every_script_meets_every_shape() -> None:
    met = {(page.group, page.name.rpartition(", ")[2]) for page in PAGES}
    assert met == {(script, shape) for script in SCRIPTS for shape in SHAPES}


def test_a_page_holds_its_paragraphs_and_its_cards_in_place() -> None:
    for page in PAGES:
        places = [page.html.find(text) for text in page.wanted]
        cards = [page.html.find(text) for text in page.unwanted]
        assert min(places + cards) > 0
        assert (places, cards) == (sorted(places), sorted(cards))
        assert (min(cards) > max(places)) == (" after, " in page.name)


def test_names_tell_only_where_they_are_meant_to() -> None:
    assert all(("class=" in page.html) == ("telling names" in page.name) for page in PAGES)
