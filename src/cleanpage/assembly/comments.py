"""Reads comments of readers: author, time, text, and the comment that each replies to."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from cleanpage.article import Comment
from cleanpage.assembly.live_entries import machine_time, says_only
from cleanpage.assembly.structure import build_blocks
from cleanpage.assembly.xpaths import Paths
from cleanpage.page.page import Page
from cleanpage.page.tokens import words_of
from cleanpage.rules.comments import (
    AUTHOR_PROPERTIES,
    AUTHOR_WORDS,
    COMMENT_TYPES,
    COMMENT_WORDS,
    DATE_WORDS,
    INNER_WORDS,
    PART_WORDS,
    STEERING_WORDS,
)
from cleanpage.rules.tags import Context

__all__ = ["read_comments"]

# A name and a date are no longer than this, in characters.
MAX_NAME, MAX_DATE = 60, 60
# Without a name or a date, only a text of so many words is a comment.
MIN_WORDS = 4
# A name or a date is a few pieces of text.
MAX_PIECES = 40
# Elements looked at for the name and the date of one comment.
MAX_ELEMENTS = 400


@dataclass(slots=True)
class CommentCandidate:
    """An element that may be a comment."""

    element: int
    parent: "CommentCandidate | None" = None
    children: "list[CommentCandidate]" = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)
    """Its own blocks, those of the comments within it left out."""


def read_comments(page: Page, body: Sequence[int], base: str | None) -> tuple[Comment, ...]:
    """The comments of a page, in order.

    Args:
        page: The page.
        body: Indices of the blocks of the body; what is part of the body, as posts of a forum are, is no comment.
        base: URL that references are resolved against.
    """
    candidates = nested(page, elements_of(page), set(body))
    paths = Paths(page)
    read = [(one, read_comment(page, one, base, paths)) for one in candidates if one.blocks]
    # Where some are signed, what is not is a counter, a link or a box to write in.
    signed = any(comment is not None and is_signed(comment) for _, comment in read)
    found: list[Comment] = []
    numbers: dict[int, int] = {}
    for candidate, comment in read:
        if comment is None or not (is_signed(comment) or (not signed and len(comment.text.split()) >= MIN_WORDS)):
            continue
        above = answered(page, candidate, numbers)
        numbers[candidate.element] = len(found)
        found.append(comment if above is None else comment.model_copy(update={"reply_to": above}))
    return tuple(found)


def is_signed(comment: Comment) -> bool:
    """Whether it is known who wrote a comment, or when."""
    return bool(comment.author or comment.published_raw)


def elements_of(page: Page) -> list[int]:
    """Elements that say that they are comments; where none does, those that say that they are the text of one."""
    outer, inner = [], []
    for element, attributes in enumerate(page.attributes):
        if not attributes:
            continue
        if attributes.get("itemprop") == "comment" or (attributes.get("itemtype") or "").endswith(COMMENT_TYPES):
            outer.append(element)
            continue
        for name in (attributes.get("id") or "", *(attributes.get("class") or "").split()[:20]):
            words = words_of(name)
            if COMMENT_WORDS.isdisjoint(words):
                continue
            if words.isdisjoint(PART_WORDS):
                outer.append(element)
                break
            if words - COMMENT_WORDS <= INNER_WORDS:
                inner.append(element)
                break
    return outer or inner


def nested(page: Page, elements: Sequence[int], body: set[int]) -> list[CommentCandidate]:
    """The elements with the comments around them, each with the blocks that are its own."""
    candidates: list[CommentCandidate] = []
    open_candidates: list[CommentCandidate] = []
    for element in elements:
        while open_candidates and page.ends[open_candidates[-1].element] <= element:
            open_candidates.pop()
        parent = open_candidates[-1] if open_candidates else None
        candidate = CommentCandidate(element, parent)
        if parent:
            parent.children.append(candidate)
        candidates.append(candidate)
        open_candidates.append(candidate)
    give_blocks(page, candidates, body)
    return candidates


def give_blocks(page: Page, candidates: Sequence[CommentCandidate], body: set[int]) -> None:
    """Give each block to the innermost comment around it, but for those of the body."""
    open_candidates: list[CommentCandidate] = []
    following = 0
    for block in range(len(page.texts)):
        while following < len(candidates) and page.block_starts[candidates[following].element] <= block:
            open_candidates.append(candidates[following])
            following += 1
        while open_candidates and page.block_ends[open_candidates[-1].element] <= block:
            open_candidates.pop()
        if open_candidates and block not in body:
            open_candidates[-1].blocks.append(block)


def answered(page: Page, candidate: CommentCandidate, numbers: dict[int, int]) -> int | None:
    """Index of the comment that a comment answers: the one around it, or the first of its thread, if less deep."""
    above = candidate.parent
    while above is not None:
        if above.element in numbers:
            return numbers[above.element]
        first = above.children[0]
        deeper = depth(page, candidate.element, above.element) > depth(page, first.element, above.element)
        if first.element in numbers and deeper:
            return numbers[first.element]
        above = above.parent
    return None


def depth(page: Page, element: int, top: int) -> int:
    """Levels between an element and one around it."""
    levels = 0
    while element > top:
        element = page.parents[element]
        levels += 1
    return levels


def read_comment(page: Page, candidate: CommentCandidate, base: str | None, paths: Paths) -> Comment | None:
    """One comment; None if nothing is left of it but names and dates."""
    author = first_text(page, candidate, is_author, MAX_NAME)
    date = first_text(page, candidate, is_date, MAX_DATE)
    shown = [text for _, text in filter(None, (author, date))]
    parts = [element for element, _ in filter(None, (author, date))]
    kept = [
        block
        for block in candidate.blocks
        if not says_only(page.texts[block], shown) and is_text(page, block, candidate.element, parts)
    ]
    blocks = build_blocks(page, kept, [], base, paths=paths, within=candidate.element)
    if not blocks:
        return None
    return Comment(
        author=author[1] if author else None,
        published=machine_time(page.attributes[date[0]], date[1]) if date else None,
        published_raw=date[1] if date else None,
        blocks=blocks,
        path=paths.path(candidate.element),
    )


def own_elements(page: Page, candidate: CommentCandidate) -> Iterator[int]:
    """The elements within a comment, those of the comments within it left out."""
    inner = {child.element for child in candidate.children}
    element = candidate.element + 1
    for _ in range(MAX_ELEMENTS):
        if element >= page.ends[candidate.element]:
            return
        if element in inner:
            element = page.ends[element]
        else:
            yield element
            element += 1


def first_text(
    page: Page, candidate: CommentCandidate, matches: Callable[[Page, int], bool], most: int
) -> tuple[int, str] | None:
    """The first element that matches and holds a short text, with the text."""
    for element in own_elements(page, candidate):
        if page.piece_ends[element] - page.piece_starts[element] > MAX_PIECES or not matches(page, element):
            continue
        if 0 < len(text := page.text_of(element)) <= most:
            return element, text
    return None


def is_author(page: Page, element: int) -> bool:
    """Whether an element holds the name of who wrote a comment."""
    attributes = page.attributes[element]
    return attributes.get("itemprop") in AUTHOR_PROPERTIES or not AUTHOR_WORDS.isdisjoint(
        words_of(attributes.get("class"))
    )


def is_date(page: Page, element: int) -> bool:
    """Whether an element holds the time of a comment."""
    return page.tags[element] == "time" or not DATE_WORDS.isdisjoint(words_of(page.attributes[element].get("class")))


def is_text(page: Page, block: int, top: int, parts: Sequence[int]) -> bool:
    """Whether a block is what a comment says, and not its author, its date, or a button."""
    element = page.leaves[block]
    if page.contexts[element] & (Context.BUTTON | Context.FORM):
        return False
    while element > top:
        if element in parts or not STEERING_WORDS.isdisjoint(words_of(page.attributes[element].get("class"))):
            return False
        element = page.parents[element]
    return True
