"""What class names and identifiers say, and which regions are not the page's own."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.metadata.class_cues import cued_elements, says
from cleanpage.metadata.element_index import survey_of
from cleanpage.metadata.layout import Asides, layout_of
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks
from cleanpage.rules.class_words import NAME_PARTS

NAMES = st.sampled_from(("byline", "post-date", "candidate", "İ date", "related", "kicker", "lede x", "", None, "dek"))
REGIONS = ("related-stories", "comments")
PAGE = """<html><body><h1>A bridge too short</h1><p class="c-byline">By Mira Holm</p><time id=PostDate>now</time>
<p>1</p><p>2</p><p>3</p><p>4</p><p>5</p><p>6</p><p>7</p>
<div class="related-stories"><div><p class=byline>By Tove Lind</p><ul class="teaser-list"><li>8</ul></div></div>
<div class="plain"><p>9</p></div><section id="comments"><p>10</p></section></body></html>"""


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("article__byline", "author"),
        ("PostAuthor", "author"),
        ("post-date", "date"),
        ("postDate", "date"),
        ("entry_date", "date"),
        ("dates date", "date"),
        ("block-Comments", "aside"),
        ("promo", "aside"),
        ("İ promo", "aside"),
    ],
)
def test_cues(name: str, kind: str) -> None:
    assert says(name, kind)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("candidate", "date"), ("sometimes", "date"), ("metamorphosis", "date"), ("promotion", "aside"), ("", "aside")],
)
def test_other_words_are_spared(name: str, kind: str) -> None:
    assert not says(name, kind)


@given(st.lists(st.tuples(NAMES, NAMES), max_size=8), st.integers(0, 3))
def test_elements_are_found_by_what_their_names_say(names: list[tuple[str | None, str | None]], start: int) -> None:
    classes = [name for name, _ in names]
    identifiers = {element: name for element, (_, name) in enumerate(names) if name}
    page = replace(read_blocks(parse(PAGE)), classes=classes, identifiers=identifiers)
    elements = range(min(start, len(names)), len(names))
    found = cued_elements(page, elements, tuple(NAME_PARTS))
    for kind in NAME_PARTS:
        assert found[kind] == [e for e in elements if any(name and says(name, kind) for name in names[e])]


@given(st.randoms())
def test_asides_do_not_depend_on_what_was_asked_before(random: Random) -> None:
    layout = layout_of(survey_of(read_blocks(parse(PAGE))))
    page = layout.page
    elements = list(range(len(page.tags)))
    starts = [e for e in elements if (page.attributes[e].get("class") or page.attributes[e].get("id")) in REGIONS]
    inside = {e for start in starts for e in range(start, page.ends[start])}
    assert len(starts) == len(REGIONS)
    asides = Asides(page, layout.heading, layout.anchor)
    random.shuffle(elements)
    assert {e for e in elements if asides.hold(e)} == inside
