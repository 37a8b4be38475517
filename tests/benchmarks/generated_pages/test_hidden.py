from benchmarks.generated_pages.hidden import ATTRIBUTES, DECLARATIONS, SHOWN, hidden_pages

PAGES = list(hidden_pages())


def test_there_is_a_page_a_form_both_ways() -> None:
    names = [page.name for page in PAGES]
    assert len(set(names)) == len(names)
    for form in DECLARATIONS:
        for way in ("inline", "class", "id", "within a paragraph"):
            assert any(name.startswith(f"{form}, {way}") for name in names), (form, way)
    assert all(any(name.startswith(f"{form}, ") for name in names) for form in ATTRIBUTES)
    assert sum(page.group == "part of the article" for page in PAGES) == len(SHOWN)


def test_what_must_be_left_out_is_on_the_page() -> None:
    for page in PAGES:
        assert all(text in page.html for text in page.unwanted)
        assert bool(page.unwanted) == (page.group != "part of the article")
