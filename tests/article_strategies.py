"""Hypothesis strategies for articles, and what their renderings must give back."""

from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleanpage.article import (
    Article,
    Block,
    Code,
    Definition,
    DefinitionList,
    Divider,
    Embed,
    EmbedKind,
    Entry,
    Figure,
    Gallery,
    Heading,
    Image,
    Inline,
    List,
    ListItem,
    Math,
    Outcome,
    OutcomeKind,
    Paragraph,
    Quote,
    Span,
    SpanKind,
    Table,
    TableCell,
)
from cleanpage.render.simpler import embed_link

MARKUP = (
    *"*_`~#>+-=:|!&;<>[](){}\\\"'.1 \n\t",
    *("**", "__", "```", "~~~", "---", "===", "1. ", "2) ", "- ", "    ", "&amp;", "&#42;", "<b>", "</p>", "<!--"),
    *("](x)", "![", "[a]: b", "|-|", "\n\n", "\\\n", "a", "word", "é", "日本", "“", "€", "\u00a0", "\u200d"),
    *("$", "https://x.y/", "\0"),
)
texts = st.lists(st.one_of(st.sampled_from(MARKUP), st.characters(exclude_categories=["Cs"])), max_size=7).map("".join)
urls = st.sampled_from(
    ("https://example.org/a_(b)?c=1&copy;=2*3*", "/relative path", "mailto:a@example.org", "javascript:alert(1)", "#x")
)


PLAIN_KINDS = [kind for kind in SpanKind if kind not in (SpanKind.MATH, SpanKind.NOTE)]
"""Spans that show the text that they cover; formulas and references to notes are tested by themselves."""

Inlines = st.SearchStrategy[tuple[str, tuple[Span, ...]]]
BLOCK_TAGS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr"})


@st.composite
def spans(draw: st.DrawFn, text: str) -> tuple[Span, ...]:
    """Spans that nest or stand apart."""
    found: list[Span] = []
    ranges = [(0, len(text))]
    for _ in range(draw(st.integers(0, 4))):
        low, high = draw(st.sampled_from(ranges))
        start = draw(st.integers(low, high))
        end = draw(st.integers(start, high))
        kind = draw(st.sampled_from(PLAIN_KINDS))
        title = draw(st.none() | texts) if kind is SpanKind.LINK else None
        found.append(Span(kind=kind, start=start, end=end, url=draw(urls), title=title))
        ranges.remove((low, high))
        ranges += (low, start), (start, end), (end, high)
    return tuple(sorted(found, key=lambda span: (span.start, -span.end)))


@st.composite
def inlines(draw: st.DrawFn) -> tuple[str, tuple[Span, ...]]:
    """A text and its spans."""
    text = draw(texts)
    return text, draw(spans(text))


paragraphs = inlines().map(lambda inline: Paragraph(text=inline[0], spans=inline[1]))
headings = st.builds(
    lambda inline, level: Heading(text=inline[0], spans=inline[1], level=level), inlines(), st.integers(1, 6)
)
codes = st.builds(Code, text=texts, language=st.none() | texts)
images = st.builds(Image, url=urls, alt=st.none() | texts, caption=st.none() | texts, credit=st.none() | texts)
figures = st.builds(Figure, image=images)
cells = st.builds(
    lambda inline, header, colspan, rowspan: TableCell(
        text=inline[0], spans=inline[1], header=header, colspan=colspan, rowspan=rowspan
    ),
    inlines(),
    st.booleans(),
    st.sampled_from((1, 1, 1, 2, 3, 1000)),
    st.sampled_from((1, 1, 1, 2, 65534)),
)
tables = st.builds(
    Table,
    rows=st.lists(st.lists(cells, max_size=4).map(tuple), max_size=4).map(tuple),
    caption=st.none() | texts,
)
maths = st.builds(Math, text=texts)
galleries = st.builds(Gallery, images=st.lists(images, max_size=3).map(tuple))
leaves: st.SearchStrategy[Block] = st.one_of(
    paragraphs, headings, codes, figures, tables, maths, galleries, st.just(Divider())
)


def nested(inner: st.SearchStrategy[Block], inline: Inlines, least: int) -> st.SearchStrategy[Block]:
    """Lists and quotes of at least `least` of `inner`."""
    some = st.lists(inner, max_size=2).map(tuple)
    items = st.builds(lambda item, blocks: ListItem(text=item[0], spans=item[1], blocks=blocks), inline, some)
    lists = st.builds(
        List,
        ordered=st.booleans(),
        start=st.sampled_from((1, 1, 7, 0, -3, 10**12)),
        # By its alias: `st.builds` would make a value of its own for the alias that pydantic's signature names.
        listItems=st.lists(items, min_size=least, max_size=3).map(tuple),
    )
    quoted = st.lists(inner, min_size=least, max_size=2).map(tuple)
    return st.one_of(lists, st.builds(Quote, blocks=quoted, cite=st.none() | urls))


def others(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    """The blocks that hold others and that Markdown has no form for."""
    some = st.lists(inner, max_size=2).map(tuple)
    terms = inlines().map(lambda inline: Inline(text=inline[0], spans=inline[1]))
    definitions = st.builds(Definition, terms=st.lists(terms, max_size=2).map(tuple), blocks=some)
    return st.one_of(
        st.builds(DefinitionList, definitions=st.lists(definitions, max_size=3).map(tuple)),
        st.builds(Embed, kind=st.sampled_from(EmbedKind), url=urls, title=st.none() | texts, blocks=some),
        st.builds(Entry, title=st.none() | texts, published_raw=st.none() | texts, blocks=some),
        st.builds(Quote, blocks=some, citation=terms),
    )


blocks: st.SearchStrategy[Block] = st.recursive(
    leaves, lambda inner: st.one_of(nested(inner, inlines(), 0), others(inner)), max_leaves=5
)
bodies = st.lists(blocks, max_size=3).map(tuple)

worded = inlines().map(lambda inline: (f"x{inline[0]}", ()))
simple_leaves: st.SearchStrategy[Block] = st.one_of(
    worded.map(lambda inline: Paragraph(text=inline[0])),
    worded.map(lambda inline: Code(text=inline[0])),
    st.builds(lambda inline, level: Heading(text=inline[0], level=level), worded, st.integers(1, 6)),
    st.just(Divider()),
)
simple_blocks: st.SearchStrategy[Block] = st.recursive(
    simple_leaves, lambda inner: nested(inner, worded, 1), max_leaves=5
)
simple_bodies = st.lists(simple_blocks, max_size=3).map(tuple)
"""Bodies in which every block has text, so that none is left out of a rendering."""


def skeleton(html: str) -> list[str]:
    """The start and end tags of the blocks in `html`, and their words; paragraphs within list items do not count."""
    found: list[str] = []
    for node in LexborHTMLParser(f"<main>{html.replace('<br', ' <br')}</main>").css("main *"):
        path: list[str] = []
        above: LexborNode | None = node
        while above is not None and above.tag != "main":
            path.append(above.tag or "")
            above = above.parent
        if node.tag in BLOCK_TAGS and not (node.tag == "p" and path[1:2] == ["li"]):
            found.append(" ".join(tag for tag in path if tag in BLOCK_TAGS))
            found += words(node.text()) if node.tag in ("li", "blockquote", "pre", "p") else []
    return found


def article(*body: Block, headline: str | None = None, byline: str | None = None) -> Article:
    """An article of `body`."""
    outcome = Outcome(kind=OutcomeKind.ARTICLE, reason="test")
    return Article(outcome=outcome, headline=headline, byline=byline, body=body)


def words(text: str) -> list[str]:
    """The words of `text`; what no renderer can keep (control characters, NULs) counts as white space."""
    return "".join(" " if not character.isprintable() else character for character in text).split()


def shown(body: tuple[Block, ...]) -> list[str]:
    """All words of `body` in order, with the captions and credits that `article.text` leaves out."""
    return [word for block in body for word in shown_words(block)]


def shown_words(block: Block) -> list[str]:
    match block:
        case List():
            return [word for item in block.list_items for word in (*words(item.text), *shown(item.blocks))]
        case DefinitionList():
            return [
                word
                for definition in block.definitions
                for word in (*(w for term in definition.terms for w in words(term.text)), *shown(definition.blocks))
            ]
        case Quote():
            return [*shown(block.blocks), *(["—", *words(block.citation.text)] if block.citation else ())]
        case Table():
            cells = (cell for row in block.rows for cell in row)
            return [*words(block.caption or ""), *(word for cell in cells for word in words(cell.text))]
        case Figure():
            return [*words(block.image.caption or ""), *words(block.image.credit or "")]
        case Gallery():
            return shown(tuple(Figure(image=image) for image in block.images))
        case Embed():
            return [*shown(block.blocks), *words(embed_link(block).text)]
        case Entry():
            return [*words(block.title or ""), *words(block.published_raw or ""), *shown(block.blocks)]
        case _:
            return words(block.text)
