"""One article with every field, every kind of block and every kind of span."""

import datetime as dt
from collections.abc import Mapping
from enum import Enum
from typing import Any

from cleanpage.article import (
    Article,
    Author,
    Block,
    Breadcrumb,
    Code,
    Comment,
    Definition,
    DefinitionList,
    Divider,
    Embed,
    EmbedKind,
    Entry,
    Figure,
    Footnote,
    Gallery,
    Heading,
    Image,
    Inline,
    Link,
    List,
    ListItem,
    Math,
    Outcome,
    OutcomeKind,
    Paragraph,
    Precision,
    Quote,
    Signal,
    Span,
    SpanKind,
    Table,
    TableCell,
    Timestamp,
)

__all__ = ["BLOCKS", "FULL_ARTICLE", "full_article"]

NOON = dt.datetime(2020, 6, 26, 12, tzinfo=dt.UTC)
SITE = "https://e.example/"
IMAGE = Image(url=f"{SITE}boat.jpg", alt="A boat", caption="The boat.", credit="Ida Berg", width=640, height=480)
SPANS = (
    Span(kind=SpanKind.LINK, start=0, end=1, url=f"{SITE}?a&b", title="Go", rel=("me",)),
    Span(kind=SpanKind.NOTE, start=2, end=3, note="n 1"),
    Span(kind=SpanKind.MATH, start=4, end=5, latex=True),
    *(
        Span(kind=kind, start=6 + 2 * at, end=7 + 2 * at)
        for at, kind in enumerate(kind for kind in SpanKind if kind not in ("link", "note", "math"))
    ),
)


def one(text: str) -> tuple[Block, ...]:
    """A paragraph, as what another block holds."""
    return (Paragraph(text=text),)


BLOCKS: Mapping[str, Block] = {
    "paragraph": Paragraph(text="Two\nlines."),
    "spans": Paragraph(text=" ".join("abcdefghijklm"[: len(SPANS)]), spans=SPANS),
    "heading": Heading(text="Fares", level=3),
    "list": List(
        list_items=(ListItem(text="One", blocks=(List(list_items=(ListItem(text="in"),)),)), ListItem(text="Two"))
    ),
    "ordered list": List(ordered=True, start=9, list_items=(ListItem(text="Nine"), ListItem(text="Ten"))),
    "definition list": DefinitionList(definitions=(Definition(terms=(Inline(text="Quay"),), blocks=one("A wall.")),)),
    "quote": Quote(blocks=one("It sails."), cite=SITE),
    "quote of somebody": Quote(blocks=one("It sails."), cite=SITE, citation=Inline(text="Ann")),
    "code": Code(text="if a < b:\n    c()", language="py"),
    "LaTeX": Math(text="x^2", latex=True),
    "MathML": Math(text="y", mathml="<math><mi>y</mi></math>"),
    "table": Table(
        rows=((TableCell(text="Day", header=True, colspan=2),), (TableCell(text="Mon"), TableCell(text="Tue"))),
        caption="Days",
    ),
    "figure": Figure(image=IMAGE),
    "gallery": Gallery(images=(IMAGE, IMAGE)),
    "video": Embed(kind=EmbedKind.VIDEO, url=f"{SITE}v", provider="e.example", title="A film"),
    "post": Embed(kind=EmbedKind.POST, url=f"{SITE}p", provider="e.example", blocks=one("A post.")),
    "footnote": Footnote(id="n 1", label="1", blocks=(Paragraph(text="Why."), Paragraph(text="More."))),
    "entry": Entry(title="News", author="Ann", published=NOON, published_raw="12:00", blocks=one("It is here.")),
    "divider": Divider(),
}
"""Blocks by what is special of them."""

FULL_ARTICLE = Article(
    outcome=Outcome(
        kind=OutcomeKind.ARTICLE, reason="test", limits=("max_text",), signals=(Signal(name="words", value=9),)
    ),
    confidence=0.5,
    url=f"{SITE}story?x=1",
    canonical_url=f"{SITE}story",
    amp_url=f"{SITE}amp",
    print_url=f"{SITE}print",
    headline="The ferry is back",
    alternative_headline="What it brings",
    description="It sails again.",
    byline="By Mira Holm",
    authors=(Author(name="Mira Holm", url=f"{SITE}mira"), Author(name="Reuters"), Author(name="The Post")),
    published=Timestamp(raw="noon", precision=Precision.SECOND, date=NOON.date(), datetime=NOON),
    updated=Timestamp(raw="June 2020", precision=Precision.MONTH, date=dt.date(2020, 6, 1)),
    dateline="LISBON",
    section="Coast",
    keywords=("ferries",),
    breadcrumbs=(Breadcrumb(name="Home", url=SITE), Breadcrumb(name="Coast")),
    site_name="The Post",
    language="en",
    is_accessible_for_free=False,
    paywall_selector=".locked",
    license=f"{SITE}licence",
    main_image=IMAGE,
    body=tuple(BLOCKS.values()),
    images=(IMAGE, Image(url=f"{SITE}pier.jpg")),
    links=(Link(url=f"{SITE}?a&b", text="a", title="Go", rel=("me",), internal=True, block=1),),
    comments=(Comment(author="Bo", published=NOON, published_raw="noon", blocks=one("Well.")),),
)
"""The article of all `BLOCKS`, with a value for each field."""

URLS = frozenset(("url", "cite", "license", "canonical_url", "amp_url", "print_url"))
CHOICES = frozenset(("type", "kind", "direction", "precision"))
"""Fields whose strings are names of one choice of several."""


def full_article(text: str, url: str = SITE) -> Article:
    """`FULL_ARTICLE` with `text` for each of its texts, names and ids, and `url` for each of its URLs."""

    def changed(value: Any, name: str = "") -> Any:
        match value:
            case {"spans": [_, *_] as spans}:  # each span on a `text` of its own
                places = [
                    {"start": at * (len(text) + 1), "end": at * (len(text) + 1) + len(text)} for at in range(len(spans))
                ]
                moved = [changed(span) | place for span, place in zip(spans, places, strict=True)]
                return value | {"text": " ".join([text] * len(spans)), "spans": moved}
            case dict():
                return {key: changed(part, key) for key, part in value.items()}
            case tuple() | list():
                return [changed(part, name) for part in value]
            case str() if not isinstance(value, Enum) and name not in CHOICES:
                return url if name in URLS else text
        return value

    return Article.model_validate(changed(FULL_ARTICLE.model_dump(exclude_computed_fields=True)))
