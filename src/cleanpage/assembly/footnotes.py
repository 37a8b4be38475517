"""Reads footnotes: the references in the text, and the notes that they link to."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from cleanpage.assembly.text_changes import Change
from cleanpage.page.page import InlineSpan, Page
from cleanpage.page.tokens import words_of
from cleanpage.rules.tags import HEADING_LEVELS

__all__ = ["Notes", "read_notes"]

NOTE_WORDS = frozenset(
    "cite citation endnote fn fnref footnote footnoteref note noteref ref reference sdfootnote".split()
)
BACK_WORDS = frozenset(("backref", "backlink", "reversefootnote"))
LABEL = re.compile(r"[\[(]?\s*(?:(?:note|fn)\s*)?(\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})\s*[\])]?", re.IGNORECASE)
BACK_TEXT = re.compile(r"[\s↩↑⏎↵⤴^\ufe0e\ufe0f\[\]()]*|(?:jump (?:up|back).{0,20}|[a-z]|back|return)", re.IGNORECASE)
HOLDERS = frozenset(("li", "p", "dd", "div", "aside", "tr", "section"))
# A note is a few sentences, in characters, and a few blocks.
MAX_NOTE, MAX_NOTE_BLOCKS = 4_000, 10
MAX_NOTE_LEVELS = 3


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes of the body."""

    references: dict[int, str] = field(default_factory=dict)
    """Links that refer to a note, with its name."""
    elements: dict[int, str] = field(default_factory=dict)
    """Elements that hold a note: containers of their own."""
    names: dict[int, str] = field(default_factory=dict)
    """Name of the note that an element holds."""
    labels: dict[int, str] = field(default_factory=dict)
    """What the text calls the note."""
    cuts: dict[int, list[Change]] = field(default_factory=lambda: defaultdict(list))
    """Labels and links back to the text, by block."""


def read_notes(page: Page, kept: Sequence[int]) -> Notes:
    """Find references to notes among the links of the body, and the notes; both only where the body holds both."""
    notes = Notes()
    references = list(find_references(page, kept))
    if not references:
        return notes
    targets: dict[str | None, int] = {identifier: element for element, identifier in page.identifiers.items()}
    targets |= {
        attributes["name"]: element
        for element, attributes in enumerate(page.attributes)
        if page.tags[element] == "a" and attributes.get("name") and attributes["name"] not in targets
    }
    keep = set(kept)
    for span, name, label in references:
        target = targets.get(name)
        holder = None if target is None else note_holder(page, target, keep)
        # A note stands after what refers to it; its own link leads back to the text.
        if holder is None or holder <= span.element:
            continue
        if holder not in notes.names:
            notes.elements[holder] = "note"
            notes.names[holder] = name
            notes.labels[holder] = label
        notes.references[span.element] = notes.names[holder]
    for holder in notes.names:
        for block in range(page.block_starts[holder], page.block_ends[holder]):
            cut_links_back(page, notes, holder, block)
    return notes


def find_references(page: Page, kept: Sequence[int]) -> Iterator[tuple[InlineSpan, str, str]]:
    """Links to places of the page that look like references to notes, with the place and the label."""
    for block in kept:
        spans = page.spans[block]
        if not spans:
            continue
        raised = [span for span in spans if span.kind == "superscript"]
        for span in spans:
            if span.kind != "link" or span.end - span.start > 8:
                continue
            name = fragment(page, span.element)
            label = LABEL.fullmatch(page.texts[block][span.start : span.end])
            if name and label and is_reference(page, span, raised):
                yield span, name, label[1]


def fragment(page: Page, element: int) -> str:
    """The place on the same page that a link leads to; empty for other links."""
    reference = page.attributes[element].get("href") or ""
    before, _, name = reference.partition("#")
    return name if not before or before == (page.url or "").partition("#")[0] else ""


def is_reference(page: Page, span: InlineSpan, raised: Sequence[InlineSpan]) -> bool:
    """Whether a link is set as a superscript, or says that it refers to a note.

    Args:
        page: The page.
        span: The link.
        raised: The superscripts of the block, in order.
    """
    last = bisect_left(raised, span.end, key=attrgetter("start")) - 1
    if last >= 0 and raised[last].end > span.start:
        return True
    for element in (span.element, page.parents[span.element]):
        attributes = page.attributes[element]
        if attributes.get("role") == "doc-noteref" or attributes.get("rel") == "footnote":
            return True
        if not NOTE_WORDS.isdisjoint(words_of(attributes.get("class"))):
            return True
    return False


def note_holder(page: Page, target: int, keep: set[int]) -> int | None:
    """The element that holds the note whose place is `target`; None if it is none, or not part of the body."""
    for _ in range(MAX_NOTE_LEVELS):
        if page.tags[target] in HOLDERS and page.block_ends[target] > page.block_starts[target]:
            break
        target = page.parents[target]
        if target < 0 or page.tags[target] in HEADING_LEVELS:
            return None
    blocks = range(page.block_starts[target], page.block_ends[target])
    small = 0 < len(blocks) <= MAX_NOTE_BLOCKS and sum(len(page.texts[block]) for block in blocks) <= MAX_NOTE
    return target if small and not keep.isdisjoint(blocks) and page.tags[target] in HOLDERS else None


def cut_links_back(page: Page, notes: Notes, holder: int, block: int) -> None:
    """Cut the links from a note back to the text, and its label where the note begins with it."""
    text = page.texts[block]
    for span in page.spans[block]:
        if span.kind != "link" or not fragment(page, span.element):
            continue
        words = words_of(page.attributes[span.element].get("class"))
        if BACK_TEXT.fullmatch(text[span.start : span.end].strip()) or not BACK_WORDS.isdisjoint(words):
            notes.cuts[block].append(Change(span.start, span.end))
    if block == page.block_starts[holder]:
        label = re.escape(notes.labels[holder])
        if page.block_ends[holder] - block > 1 and re.fullmatch(rf"[\[(^\s]*{label}[\])\s.:]*", text):
            notes.cuts[block].append(Change(0, len(text)))
            return
        if found := re.match(rf"[\[(^\s]*{label}(?:[\])]|[.:](?=\s)|(?=\s))\s*[.:\])]?\s*(?=\S)", text):
            notes.cuts[block].append(Change(0, found.end()))
