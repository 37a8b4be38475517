"""Text and inline spans of one block, as the article shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cleanpage.article.blocks import Span, SpanKind
from cleanpage.assembly.footnotes import Notes
from cleanpage.assembly.identity import identity_changes
from cleanpage.assembly.inline_offsets import Offsets
from cleanpage.assembly.text_changes import Change, changed
from cleanpage.page.page import InlineSpan, Page
from cleanpage.page.urls import absolute_url, target_of

__all__ = ["Texts"]

KINDS = {str(kind): kind for kind in SpanKind}
LINK = SpanKind.LINK


@dataclass(frozen=True, slots=True)
class Texts:
    """Reads the text and the spans of blocks."""

    page: Page
    base: str | None
    changes: Mapping[int, Sequence[Change]]
    """What becomes of parts of the text of a block, by block."""
    notes: Notes
    offsets: Offsets

    def inline(self, block: int) -> tuple[str, tuple[Span, ...]]:
        """Text and spans of a block."""
        text = self.page.texts[block]
        raw = self.page.spans[block]
        spans = [span for found in raw if (span := self.span(found)) is not None] if raw else []
        changes = identity_changes(self.page, block, self.offsets)
        if block in self.changes or block in self.notes.cuts:
            changes = [*changes, *self.changes.get(block, ()), *self.notes.cuts.get(block, ())]
        return changed(text, spans, changes) if changes else (text, tuple(spans))

    def joined(self, blocks: Sequence[int]) -> tuple[str, tuple[Span, ...]]:
        """Text and spans of several blocks, a line each."""
        if len(blocks) == 1:
            return self.inline(blocks[0])
        text = ""
        spans: tuple[Span, ...] = ()
        for block in blocks:
            more, more_spans = self.inline(block)
            if not more:
                continue
            text += "\n" if text else ""
            spans += tuple(moved(span, len(text)) for span in more_spans)
            text += more
        return text, spans

    def span(self, found: InlineSpan) -> Span | None:
        """A span; None for a link that leads nowhere."""
        if found.kind != "link":
            return Span(kind=KINDS[found.kind], start=found.start, end=found.end)
        note = self.notes.references.get(found.element)
        if note is not None:
            return Span(kind=SpanKind.NOTE, start=found.start, end=found.end, note=note)
        attributes = self.page.attributes[found.element]
        url = target_of(absolute_url(attributes.get("href"), self.base))
        if url is None:
            return None
        rel = attributes.get("rel")
        return Span(
            kind=LINK,
            start=found.start,
            end=found.end,
            url=url,
            title=attributes.get("title") or None,
            rel=tuple(rel.split()) if rel else (),
        )


def moved(span: Span, by: int) -> Span:
    """The span in a text with so much before it."""
    return span.model_copy(update={"start": span.start + by, "end": span.end + by}) if by else span
