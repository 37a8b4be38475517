"""Formulas, footnotes, entries of live blogs and bold headings."""

import datetime as dt

import pytest

from cleanpage.article import Block, Entry, Footnote, Heading, Math, Paragraph, SpanKind
from cleanpage.assembly.structure import build_blocks
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks

TEX = "<annotation encoding='application/x-tex'>{}</annotation>"


def built(html: str, *, live: bool = False) -> tuple[Block, ...]:
    page = read_blocks(parse(f"<body>{html}</body>"))
    return build_blocks(page, range(len(page.texts)), [], "https://example.org/", live=live)


def formulas(html: str) -> list[tuple[str, bool]]:
    """Text of each formula of a snippet, and whether it stands on its own line."""
    found: list[tuple[str, bool]] = []
    for block in built(f"<p>Before.</p>{html}<p>After.</p>"):
        if isinstance(block, Math):
            found.append((block.text, True))
        if isinstance(block, Paragraph):
            found += [(block.text[s.start : s.end], False) for s in block.spans if s.kind is SpanKind.MATH]
    return found


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>a <math><mi>x</mi><annotation encoding='TeX'>y</annotation></math></p>", [("y", False)]),
        ("<p>a <math alttext='{\\displaystyle x^2}'><mi>x</mi></math></p>", [("x^2", False)]),
        ("<p>a <math><mi>x</mi><annotation-xml><ci>no</ci></annotation-xml></math></p>", [("x", False)]),
        ("<p>a <math><semantics><mi>x</mi><annotation>no</annotation></semantics></math></p>", [("x", False)]),
        ("<p>a <math></math> b</p>", []),
        (f"<math display=block><mi>x</mi>{TEX.format('x')}</math>", [("x", True)]),
        (
            f"<div class=katex-display><span class=katex><math><mi>x</mi>{TEX.format('x')}</math></span></div>",
            [("x", True)],
        ),
        ("<mjx-container display=true><mjx-math>z</mjx-math><math><mi>x</mi></math></mjx-container>", [("x", True)]),
        ("<script type='math/tex; mode=display'>\\frac12</script>", [("\\frac12", True)]),
        ("<p>a <script type=math/tex>\\[x\\]</script></p>", [("x", False)]),
        ("<p>a<script type=math/tex>x</script> b</p>", [("x", False)]),
        ("<p>a <script type=math/tex> % only a comment</script></p>", []),
        (
            "<p>a \\(x^2\\) and \\[y\\] and $$z_1$$, for $$ a pair $$ of dollars</p>",
            [("x^2", False), ("y", False), ("z_1", False)],
        ),
        ("<p>\\[ x \\]</p>", [("x", True)]),
        ("<p>a <code>\\(x\\)</code></p><pre>\\(x\\)</pre>", []),
        (
            "<p>a <img class='wp-latex' alt='\\pi r^2' src=f.png> <img class=tex alt=word src=g.png></p>",
            [("\\pi r^2", False)],
        ),
    ],
)
def test_formulas(html: str, found: list[tuple[str, bool]]) -> None:
    assert formulas(html) == found


def test_mathml_is_kept_without_what_could_run() -> None:
    inside = "<mi mathvariant=bold style=x>a</mi><script>x()</script><mo>&lt;</mo>"
    (paragraph,) = built(f"<p>See <math href='javascript:x' onclick=x()>{inside}</math> there</p>")
    assert isinstance(paragraph, Paragraph)
    (span,) = paragraph.spans
    assert span.mathml == '<math><mi mathvariant="bold">a</mi><mo>&lt;</mo></math>'
    assert (paragraph.text, span.latex) == ("See a< there", False)


@pytest.mark.parametrize(
    "reference",
    [
        "<sup><a href=#n>1</a></sup>",
        "<a href=#n><sup>1</sup></a>",
        "<a href=#n role=doc-noteref>[1]</a>",
        "<a href=#n class=footnote-ref>1</a>",
        "<a href=#n rel=footnote>*</a>",
        "<span class=reference><a href=#n>[a]</a></span>",
    ],
)
def test_references(reference: str) -> None:
    paragraph, note = built(f"<p>Text{reference}.</p><p id=n>Note.</p>")
    assert isinstance(paragraph, Paragraph)
    assert [span.note for span in paragraph.spans if span.kind is SpanKind.NOTE] == ["n"]
    assert isinstance(note, Footnote)
    assert note.text == "Note."


@pytest.mark.parametrize(
    "html",
    [
        "<p>Text<a href=#n>1</a>.</p><p id=n>No note.</p>",
        "<p>Text<sup><a href=#m>1</a></sup>.</p><p id=n>No note.</p>",
        "<p>Text<sup><a href=#n>see below</a></sup>.</p><p id=n>No note.</p>",
        "<p>Text<sup><a href=/x#n>1</a></sup>.</p><p id=n>No note.</p>",
        "<p>Text<sup><a href=#n>1</a></sup>.</p><h2 id=n>No note.</h2>",
        "<p id=n>Text<sup><a href=#n>1</a></sup>.</p><p>No note.</p>",
        f"<p>Text<sup><a href=#n>1</a></sup>.</p><p id=n>{'No note. ' * 1000}</p>",
    ],
)
def test_what_is_no_note(html: str) -> None:
    assert not any(isinstance(block, Footnote) for block in built(html))


@pytest.mark.parametrize(
    "note",
    [
        "<p id=n>Why.</p>",
        "<p><a name=n></a>Why.</p>",
        "<p id=n>[1] Why. <a href=#r>↩</a></p>",
        "<p id=n><a href=#r>^</a> Why.</p>",
        "<div id=n><b>1</b><p>Why. <a class=footnote-backref href=#r>back to text</a></p></div>",
        "<ol><li id=n>Why. <a href=#r>a</a></ol>",
    ],
)
def test_notes_without_label_and_links_back(note: str) -> None:
    found = [b for b in built(f"<p>Text<sup id=r><a href=#n>1</a></sup>.</p>{note}") if isinstance(b, Footnote)]
    assert [(block.text, block.label, block.id) for block in found] == [("Why.", "1", "n")]


ENTRIES = "".join(f"<li><time datetime=2026-05-0{n}T10:00>{n} May</time><p>Entry {n}.</p></li>" for n in (1, 2, 3))


@pytest.mark.parametrize("attribute", ["datetime=1777708800", "datetime=1777708800000", "data-time=1777708800"])
def test_entries_may_give_their_time_in_seconds_or_milliseconds(attribute: str) -> None:
    entries = built("".join(f"<p itemprop=liveBlogUpdate><time {attribute}>8:00</time> Entry {n}." for n in (1, 2)))
    expected = dt.datetime(2026, 5, 2, 8, tzinfo=dt.UTC)
    assert [(entry.type, getattr(entry, "published", None)) for entry in entries] == [("entry", expected)] * 2


def test_dated_siblings_of_a_live_blog() -> None:
    entries = built(f"<ul>{ENTRIES}</ul>", live=True)
    assert [block.type for block in entries] == ["entry"] * 3
    assert isinstance(entries[0], Entry)
    assert (entries[0].published_raw, entries[0].text) == ("1 May", "Entry 1.")
    assert built(f"<ul>{ENTRIES}</ul>")[0].type == "list"


def test_entries_that_say_so() -> None:
    entry = "<div itemprop=liveBlogUpdate><time>soon</time><h2>Head</h2><b itemprop=author>By Ann</b><p>Text.</p></div>"
    first, second = built(entry * 2)
    assert isinstance(first, Entry)
    assert (first.title, first.author, first.published, first.published_raw) == ("Head", "Ann", None, "soon")
    assert first.text == second.text == "Head\n\nText."


@pytest.mark.parametrize(
    ("html", "levels"),
    [
        ("<p>Intro.</p><p><b>Part</b> <b>one</b></p><p>Text of the part.</p>", [2]),
        ("<p>Intro.</p><p><b>Part</b></p><ul><li>Text of the part</ul>", [2]),
        ("<p><b>Part</b></p><p>Text of the part.</p>", []),
        ("<p>Intro.</p><p><b>Part</b> one</p><p>Text of the part.</p>", []),
        ("<p>Intro.</p><p><b>Who is it?</b></p><p>Text of the part.</p>", []),
        ("<p>Intro.</p><p><b><a href=/x>Part</a></b></p><p>Text of the part.</p>", []),
        ("<p>Intro.</p><p><b>Part</b></p>", []),
        ("<p>Intro.</p><p><b>***</b></p><p>Text of the part.</p>", []),
        ("<p>Intro.</p><p><b>One</b></p><p><b>Two</b></p><p><b>Three</b></p><p>Text.</p>", []),
    ],
)
def test_bold_headings(html: str, levels: list[int]) -> None:
    assert [block.level for block in built(html) if isinstance(block, Heading)] == levels
