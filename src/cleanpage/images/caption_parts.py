"""Splits the text of caption elements into caption and credit."""

from collections.abc import Sequence

from cleanpage.images.captions import MAX_LABELLED, credit_of, is_labelled, names_agency, split_credit
from cleanpage.page.page import Attributes, Page
from cleanpage.page.tokens import split_tokens
from cleanpage.rules.credits import CAPTION_WORDS, CREDIT_PROPERTIES, CREDIT_TAGS, INNER_CREDIT_WORDS
from cleanpage.rules.tags import Context

__all__ = ["describe"]

# Class names longer than this are not looked at as a whole.
MAX_CLASSES = 300


def describe(page: Page, elements: Sequence[int]) -> tuple[str | None, str | None, tuple[int, ...]]:
    """Caption, credit, and the blocks they stand in."""
    captions, credits, blocks = [], [], set[int]()
    for element in elements:
        caption, credit = read_caption(page, element)
        captions.append(caption)
        credits.append(credit)
        blocks |= blocks_of(page, element)
    return joined(captions), joined(credits), tuple(sorted(blocks))


def joined(parts: Sequence[str]) -> str | None:
    """Different texts, one after the other; None where there is none."""
    return " ".join(filter(None, dict.fromkeys(parts))) or None


def blocks_of(page: Page, element: int) -> set[int]:
    """The blocks inside an element; for an inline element, the block that it makes up."""
    start, end = page.block_starts[element], page.block_ends[element]
    if start == end and start < len(page.texts) and page.texts[start] == page.text_of(element):
        return {start}
    return set(range(start, end))


def read_caption(page: Page, element: int) -> tuple[str, str]:
    """Caption and credit of the text inside one element."""
    text = page.text_of(element)
    if is_credit(page, element):
        return "", credit_of(text)
    credits = []
    rest: list[str] = []
    until, piece = 0, page.piece_starts[element]
    for inside in range(element + 1, page.ends[element]):
        start, end = page.piece_starts[inside], page.piece_ends[inside]
        if inside < until or start == end:
            continue
        aside = is_aside(page, inside, element)
        part = "" if aside else page.text_of(inside)
        if aside or (part and (is_credit(page, inside) or (part != text and is_labelled(part)))):
            rest += [*page.pieces[piece:start], " "]
            until, piece = page.ends[inside], end
            credits += [credit_of(part)] if part else []
    if until:
        text = " ".join("".join([*rest, *page.pieces[piece : page.piece_ends[element]]]).split())
    text = text.strip(" |-–—/")
    caption, credit = split_credit(text)
    if not credits and not credit:
        return split_ends(page, element, text)
    return caption, joined([*credits, credit]) or ""


def is_aside(page: Page, inside: int, caption: int) -> bool:
    """Whether an element of a caption is hidden, or a button, and no part of what the caption says."""
    added = page.contexts[inside] & ~page.contexts[caption]
    return bool(added & (Context.HIDDEN | Context.BUTTON))


def split_ends(page: Page, element: int, text: str) -> tuple[str, str]:
    """Caption and credit where the last or first element of a caption names an agency and nothing else tells of it."""
    for inside in range(page.ends[element] - 1, element, -1):
        part = page.text_of(inside)
        if len(part) > MAX_LABELLED:
            break
        if part and len(part) < len(text) and names_agency(part):
            if text.endswith(part):
                return text.removesuffix(part).rstrip(), credit_of(part)
            if text.startswith(part):
                return text.removeprefix(part).lstrip(), credit_of(part)
    return text, ""


def is_credit(page: Page, element: int) -> bool:
    """Whether an element of a caption says of itself that it holds the credit, and is not the caption as a whole."""
    attributes, tag = page.attributes[element], page.tags[element]
    if tag in CREDIT_TAGS:
        return True
    if not attributes or tag == "figcaption":
        return False
    return attributes.get("itemprop") in CREDIT_PROPERTIES or names_credit(attributes)


def names_credit(attributes: Attributes) -> bool:
    """Whether a class name ends in a word for a credit, or holds one and none for a caption."""
    for name in (attributes.get("class") or "")[:MAX_CLASSES].split():
        words = split_tokens(name)
        if words and (
            words[-1] in INNER_CREDIT_WORDS
            or (CAPTION_WORDS.isdisjoint(words) and not INNER_CREDIT_WORDS.isdisjoint(words))
        ):
            return True
    return False
