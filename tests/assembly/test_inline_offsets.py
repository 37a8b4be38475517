"""Where the text of elements lies in blocks, and changes to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.article import Span, SpanKind
from cleanpage.assembly.identity import LAYOUT, identity_changes, without_layout
from cleanpage.assembly.inline_offsets import Offsets
from cleanpage.assembly.text_changes import Change, changed
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks

PARTS = (
    "<b>",
    "</b>",
    "<p>",
    "</p>",
    "<br>",
    "<br><br>",
    "<pre>",
    "</pre>",
    " ",
    "\n",
    "a",
    "bc ",
    "é",
    "\u00a0",
    "\u00ad",
    "港",
)
snippets = st.lists(st.sampled_from((*PARTS, "<a href=#>", "</a>", "<i>", "</i>", "<div>", "</div>")), max_size=25).map(
    "".join
)


@given(snippets)
def test_blocks_and_pieces_hold_the_same_characters(html: str) -> None:
    page = read_blocks(parse(html))
    offsets = Offsets(page)
    assert offsets.pieces[-1] == offsets.blocks[-1] == len("".join("".join(page.texts).split()))


@given(snippets)
def test_the_place_of_an_element_holds_its_text(html: str) -> None:
    page = read_blocks(parse(html))
    offsets = Offsets(page)
    for element in range(len(page.tags)):
        place = offsets.place(element)
        if place is not None:
            block, start, end = place
            assert "".join(page.texts[block][start:end].split()) == "".join(page.text_of(element).split())


texts = st.text(st.sampled_from("ab c\u00ad\u200b\u202b港"), max_size=20)


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, list[Span], list[Change]]:
    text = draw(texts)
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    spans = [Span(kind=SpanKind.STRONG, start=a, end=b) for a, b in draw(st.lists(places, max_size=4))]
    news = st.sampled_from(("", "", "X", "YY", " "))
    changes = [Change(a, b, draw(news)) for a, b in draw(st.lists(places, max_size=4))]
    return text, spans, changes


@given(edits())
def test_changes_keep_spans_within_the_text(edit: tuple[str, list[Span], list[Change]]) -> None:
    text, spans, changes = edit
    result, moved = changed(text, spans, changes)
    assert result == result.strip()
    assert all(0 <= span.start < span.end <= len(result) for span in moved)
    assert list(moved) == sorted(moved, key=lambda span: (span.start, -span.end))


@given(edits())
def test_what_no_change_touches_stays_under_its_span(edit: tuple[str, list[Span], list[Change]]) -> None:
    text, spans, _ = edit
    marked = text.replace("a", "A")
    changes = [Change(at, at + 1, "A") for at, letter in enumerate(text) if letter == "a"]
    result, moved = changed(text, spans, changes)
    assert result == marked.strip()
    lead = len(marked) - len(marked.lstrip())
    kept = {result[span.start : span.end].strip() for span in moved}
    whole = {marked[max(span.start, lead) : span.end].strip() for span in spans}
    assert kept <= whole | {""}


@pytest.mark.parametrize(
    ("text", "cut", "result"),
    [
        ("one two three", (4, 7), "one three"),
        ("one two", (0, 3), "two"),
        ("one two", (4, 7), "one"),
        ("onetwo", (3, 6), "one"),
        ("one, two", (3, 4), "one two"),
    ],
)
def test_a_cut_leaves_one_space(text: str, cut: tuple[int, int], result: str) -> None:
    assert changed(text, (), [Change(*cut)])[0] == result


@given(st.text())
def test_nothing_but_layout_is_taken_out(text: str) -> None:
    page = read_blocks(parse(f"<p>{text.replace('<', '').replace('&', '')}</p>"))
    for block, found in enumerate(page.texts):
        result, _ = changed(found, (), identity_changes(page, block, Offsets(page)))
        assert not LAYOUT.search(result)
        assert "".join(result.split()) == "".join(without_layout(found).split())
        assert without_layout(result) == result
