"""Turns paragraphs in bold type into headings where a body has no others."""

from collections.abc import Iterator, Sequence

from cleanpage.article.blocks import Block, Heading, SpanKind

__all__ = ["with_bold_headings"]

# A heading is no longer than this, in words and characters.
MAX_WORDS, MAX_LENGTH = 14, 100
# What ends a sentence, a lead-in or a speaker's name ends no heading; a question in bold is an interviewer's.
NOT_AT_END = frozenset('.,;:?…。、，；：？”"»')
# Below the headline.
LEVEL = 2
# A page with so many bold lines in a row for each line of prose is set in bold for some other reason.
MIN_PROSE_SHARE = 1.5


def with_bold_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with short bold paragraphs above prose as headings, where there are no other headings."""
    if any(block.type == "heading" for block in blocks):
        return tuple(blocks)
    bold = [is_bold_line(block) for block in blocks]
    if not any(bold) or len(blocks) < MIN_PROSE_SHARE * sum(bold):
        return tuple(blocks)
    return tuple(promoted(blocks, bold))


def promoted(blocks: Sequence[Block], bold: Sequence[bool]) -> Iterator[Block]:
    """The blocks, bold lines that head something as headings."""
    for at, block in enumerate(blocks):
        if at and block.type == "paragraph" and bold[at] and heads(blocks, bold, at):
            spans = tuple(span for span in block.spans if span.kind is not SpanKind.STRONG)
            yield Heading(text=block.text, spans=spans, level=LEVEL, path=block.path)
        else:
            yield block


def heads(blocks: Sequence[Block], bold: Sequence[bool], at: int) -> bool:
    """Whether text follows that is not itself in bold, images in between aside."""
    for following in range(at + 1, len(blocks)):
        block = blocks[following]
        if block.type not in ("figure", "gallery"):
            is_text = block.type in ("paragraph", "list")
            return is_text and not bold[following] and len(block.text) > len(blocks[at].text)
    return False


def is_bold_line(block: Block) -> bool:
    """Whether a block is a short paragraph, all of it in bold type, that does not end as a sentence does."""
    if block.type != "paragraph" or not block.spans or len(block.text) > MAX_LENGTH:
        return False
    text = block.text
    if "\n" in text or text[-1] in NOT_AT_END or len(text.split()) > MAX_WORDS or not any(map(str.isalpha, text)):
        return False
    at = 0
    for span in block.spans:
        if span.kind is SpanKind.LINK:
            return False
        if span.kind is SpanKind.STRONG and span.end > at:
            if text[at : span.start].strip():
                return False
            at = span.end
    return not text[at:].strip()
