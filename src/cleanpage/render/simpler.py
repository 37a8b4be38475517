"""Replaces blocks that a format cannot express by simpler ones."""

from cleanpage.article import (
    Block,
    DefinitionList,
    Embed,
    Entry,
    Figure,
    Gallery,
    Heading,
    Inline,
    List,
    ListItem,
    Paragraph,
    Quote,
    Span,
    SpanKind,
)
from cleanpage.render.inline import safe_url

__all__ = ["embed_link", "fallback", "simpler"]

ENTRY_LEVEL = 2
# Asked of every block: a look-up costs less than a match against classes.
TYPES = frozenset(("quote", "definition_list", "gallery", "embed", "entry"))


def simpler(block: Block) -> tuple[Block, ...] | None:
    """The blocks that say the same; None for a block that needs no others."""
    if block.type not in TYPES:
        return None
    match block:
        case Quote() if block.citation:
            return (block.model_copy(update={"blocks": (*block.blocks, signed(block.citation)), "citation": None}),)
        case DefinitionList():
            return (definitions_list(block),)
        case Gallery():
            return tuple(Figure(image=image) for image in block.images)
        case Embed():
            link = embed_link(block)
            return (Quote(blocks=(*block.blocks, link)),) if block.blocks else (link,)
        case Entry():
            return entry_blocks(block)
    return None


def fallback(block: Block) -> tuple[Block, ...]:
    """The content of a block as a renderer shows it that does not know its type."""
    return getattr(block, "blocks", ()) or (Paragraph(text=block.text),)


def signed(citation: Inline) -> Paragraph:
    """Who is quoted, after a dash."""
    spans = tuple(span.model_copy(update={"start": span.start + 2, "end": span.end + 2}) for span in citation.spans)
    return Paragraph(text=f"— {citation.text}", spans=spans)


def definitions_list(block: DefinitionList) -> List:
    """Terms in strong type, the definitions nested under them."""
    items = []
    for definition in block.definitions:
        text = "\n".join(term.text for term in definition.terms)
        strong = (Span(kind=SpanKind.STRONG, start=0, end=len(text)),) if text else ()
        items.append(ListItem(text=text, spans=strong, blocks=definition.blocks))
    return List(list_items=tuple(items))


def embed_link(block: Embed) -> Paragraph:
    """A link to what is embedded."""
    url = safe_url(block.url)
    text = " ".join((block.title or "").split()) or block.provider or url or block.kind.value
    spans = (Span(kind=SpanKind.LINK, start=0, end=len(text), url=url),) if url else ()
    return Paragraph(text=text, spans=spans)


def entry_blocks(block: Entry) -> tuple[Block, ...]:
    """The title as a heading, time and author on a line, the blocks."""
    head = (Heading(text=block.title, level=ENTRY_LEVEL),) if block.title else ()
    shown = block.published_raw or (block.published.isoformat() if block.published else None)
    line = " · ".join(filter(None, (shown, block.author)))
    return (*head, *((Paragraph(text=line),) if line else ()), *block.blocks)
