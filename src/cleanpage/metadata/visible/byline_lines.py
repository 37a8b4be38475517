"""Lines that read as bylines, and the names in them."""

import re
from collections.abc import Iterator, Sequence

from cleanpage.metadata.claims import Claim, Source, text_claim
from cleanpage.metadata.dates.words import find_dates
from cleanpage.metadata.headings import FOREIGN
from cleanpage.metadata.layout import CONTENT, Layout
from cleanpage.metadata.names import (
    BYLINE,
    BYLINE_PHRASES,
    BYLINE_SET,
    LABELS,
    OPENING,
    alternatives,
    author_claim,
    names_in,
)
from cleanpage.rules.phrases import CLOCK_WORDS, EDITOR_WORDS, LABELS_ALONE, SHORT_BYLINE_WORDS, WORDS_BEFORE_BYLINES
from cleanpage.rules.tags import Context

__all__ = ["MAX_LINE", "MAX_NAMED", "byline_of", "is_byline", "line_claims", "linked_names"]

MAX_LINE = 300
MAX_NAMED = 150
"""Characters of an element that is marked as the author's name."""
LINE_BEFORE, LINE_AFTER = 8, 14
"""Blocks around the heading in which a line may begin with a mere "by"."""
MAX_SEARCHED = 3_000
"""Blocks of the page in which "written by" is sought."""
END = re.compile(r"(?<!\s)\s*[|•·⋅∙\n]\s*|(?<!\s)\s+[–—-]+\s+|[|•·⋅∙\n]\s*")
DIGIT = re.compile(r"\d")
SIGNS = frozenset("|•·⋅∙–—-\n")
"""Every match of `END` holds one of these."""
WITHIN_WORDS = tuple(f" {word} " for word in sorted(SHORT_BYLINE_WORDS))
WITHIN = re.compile(
    rf"(?:\d|\b(?:{alternatives(sorted(WORDS_BEFORE_BYLINES))})|{alternatives(sorted(CLOCK_WORDS))})[.,:)]*\s+"
    rf"(?=(?:{alternatives(sorted(SHORT_BYLINE_WORDS))})\s)",
    re.IGNORECASE,
)
"""What stands before a byline that does not begin its line: a date, a time of reading, a verb."""
AFTER_NAME = re.compile(r"[,;]| \(| (?:" + alternatives(sorted(LABELS, key=len, reverse=True)) + r")\b", re.IGNORECASE)
"""What stands after the first name of a byline with little else but names: what the author does, or a date's label."""


def linked_names(layout: Layout, block: int, names: Sequence[str]) -> list[tuple[str, str | None]]:
    """Names with the URLs of the links that they stand in."""
    page = layout.page
    text = page.texts[block]
    links = [
        (text[span.start : span.end].casefold(), page.attributes[span.element].get("href"))
        for span in page.spans[block]
        if span.kind == "link"
    ]
    return [(name, next((url for label, url in links if name.casefold() in label), None)) for name in names]


def byline_of(layout: Layout, line: str) -> str:
    """The byline in its line, without the date and whatever follows a bar."""
    match = END.search(line, 3)
    line = line[: match.start()] if match else line
    found = next(iter(find_dates(line, layout.hints)), None)
    if found and found.start > 3:
        line = line[: found.start]
    return line.rstrip(" ,;-–—").strip()


def line_claims(layout: Layout, known: bool) -> Iterator[Claim]:
    """The claim of the first line near the heading that begins like a byline and goes on with names.

    Where there is none near it, a line anywhere that says "written by" or "author:" will do.
    """
    texts, anchor = layout.page.texts, layout.anchor
    near = (
        *range(anchor, min(anchor + LINE_AFTER, len(texts))),
        *range(anchor - 1, max(0, anchor - LINE_BEFORE) - 1, -1),
    )
    for block in near:
        claims = line_claim(layout, block, strong=False)
        if claims:
            yield from claims
            return
    for block in () if known else strong_blocks(texts[:MAX_SEARCHED]):
        if claims := line_claim(layout, block, strong=True):
            yield from claims
            return


def strong_blocks(texts: Sequence[str]) -> list[int]:
    """The short blocks that may say "written by" or "author:": a few string searches over all, for speed."""
    short = [block for block, text in enumerate(texts) if len(text) <= MAX_NAMED]
    whole = "\n".join([texts[block] for block in short]).lower()
    phrases = [phrase for phrase in BYLINE_PHRASES if phrase in whole]
    return [
        block
        for block in short
        if ":" in (text := texts[block])
        or "：" in text
        or (phrases and any(phrase in text.lower() for phrase in phrases))
    ]


def line_claim(layout: Layout, block: int, strong: bool) -> list[Claim]:
    """The claims of one block, if one of its lines is or holds a byline."""
    page = layout.page
    text = page.texts[block]
    if len(text) > MAX_LINE or not may_hold_byline(text):
        return []
    leaf = page.leaves[block]
    for number, line in enumerate(joined(layout.parted(leaf) if "\n" not in text else text)):
        if block == layout.anchor and number == 0:
            continue
        for start in starts_of(line):
            match = BYLINE.match(line, start)
            if not match or not (is_strong(match[0]) if strong else names_authors(match[0])):
                continue
            if is_of_others(layout, leaf) if strong else layout.is_foreign(leaf):
                return []
            byline = byline_of(layout, line[start:])
            if is_byline(byline):
                people = linked_names(layout, block, [name for name in names_in(byline) if is_shown_name(name)])
                return [
                    *author_claim(people, Source.VISIBLE, "byline", layout.survey.absolute, (leaf,)),
                    *text_claim("byline", byline, Source.VISIBLE, "byline", (leaf,)),
                ]
    return []


def is_of_others(layout: Layout, element: int) -> bool:
    """Whether an element far from the heading is foreign to the article or a quotation; its own footer is neither."""
    contexts = layout.page.contexts[element]
    if contexts & Context.QUOTE:
        return True
    in_own_footer = contexts & FOREIGN == Context.FOOTER and contexts & CONTENT and not layout.asides.hold(element)
    return not in_own_footer and layout.is_foreign(element)


def joined(text: str) -> list[str]:
    """The lines of a text, one that is but the words of a byline together with the next: "By" over "Ann Lee"."""
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and lines[-1].casefold().rstrip(" :") in BYLINE_SET:
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return lines


def may_hold_byline(text: str) -> bool:
    """Whether it is worth looking closer: the text begins with words of a byline, or is a line with figures in it."""
    return BYLINE.match(text, first_letter(text)) is not None or is_dated(text)


def first_letter(line: str) -> int:
    """Where a line begins, or what it has in parentheses."""
    return len(line) - len(line.lstrip(OPENING))


def is_dated(text: str) -> bool:
    """Whether a text may be a line with a date, beside which a byline stands."""
    return len(text) <= MAX_NAMED and DIGIT.search(text) is not None


def starts_of(line: str) -> list[int]:
    """Where a byline may begin in a line: at its start; in one with a date, after a sign that parts it, or a verb."""
    start = first_letter(line)
    if not is_dated(line):
        return [start]
    starts = [start] if SIGNS.isdisjoint(line) else [start, *(match.end() for match in END.finditer(line))]
    lowered = line.lower()
    if any(word in lowered for word in WITHIN_WORDS):
        starts += [match.end() for match in WITHIN.finditer(line)]
    return starts


def is_shown_name(name: str) -> bool:
    """Whether a name may follow a mere "by": one word in lower case is a word like any other."""
    return " " in name or not name[:1].islower()


def is_byline(text: str) -> bool:
    """Whether a text is the words of a byline and names, and little else but what the first of them does."""
    match = BYLINE.match(text)
    if match is None:
        return False
    names = names_in(text)
    if sum(map(len, names)) * 2 >= max(1, len(text) - match.end()):
        return True
    rest = text[match.end() :]
    is_long = bool(names) and (" " in names[0] or (names[0].isupper() and len(names[0]) > 2))  # an acronym's is its own
    if not is_long or len(rest) > MAX_NAMED or not rest.startswith(names[0]):
        return False
    return AFTER_NAME.match(rest, len(names[0])) is not None


def names_authors(words: str) -> bool:
    """Whether the words before the names are those of authors: not of editors, and no word that has other meanings."""
    word = words.strip(" :：/／").casefold()
    return word not in EDITOR_WORDS and (word not in LABELS_ALONE or is_strong(words))


def is_strong(words: str) -> bool:
    """Whether the words before the names can be nothing but those of a byline: "Written by", "Autor:"."""
    return ":" in words or "：" in words or len(words.split()) > 1
