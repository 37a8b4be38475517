"""Reads formulas: which elements hold one, and its source.

Pages show the same formula several times over: as MathML, as LaTeX in an `annotation`, as spans laid out by KaTeX or
MathJax, as an image. The source is kept, once, and the copies leave the text.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from cleanpage.article.blocks import Math, SpanKind
from cleanpage.assembly.containers import Item
from cleanpage.assembly.identity import ruby_changes
from cleanpage.assembly.inline_offsets import Offsets
from cleanpage.assembly.text_changes import Change
from cleanpage.page.page import Page
from cleanpage.page.tokens import words_of
from cleanpage.rules.tags import Context

__all__ = ["Formulas", "read_formulas"]

TEX_ENCODINGS = frozenset(("application/x-tex", "application/x-latex", "latex", "tex"))
# What scripts that set formulas put around them, by words of the class; and how far up.
WRAPPER_WORDS = frozenset(("katex", "mathjax", "mjx", "mwe", "tex", "math", "arithmatex"))
WRAPPER_TAGS = ("mjx-", "math-", "tex-")
WRAPPER_REACH = 4
# What MathJax 2 leaves beside the source.
LAID_OUT_WORDS = frozenset(("mathjax", "jax"))
# Images whose alternative text is the LaTeX that they show.
TEX_IMAGE_WORDS = frozenset(("latex", "tex", "mwe", "math"))
SIGNS = re.compile(r"[\\^_{}=+]")
# Presentation elements and attributes of MathML Core; all else of the source is left out.
MATHML_TAGS = frozenset(
    "math maction merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt "
    "mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics".split()
)
MATHML_ATTRIBUTES = frozenset("columnspan display displaystyle fence mathvariant rowspan separator stretchy".split())
NOT_SHOWN = frozenset(("annotation", "annotation-xml"))
COMMENT = re.compile(r"(?<!\\)%.*")
# LaTeX between the marks that scripts look for; between dollar signs it must look like a formula.
DELIMITED = re.compile(r"\\\([^\n]{1,1000}?\\\)|\\\[.{1,2000}?\\\]|\$\$[^$]{1,2000}\$\$", re.DOTALL)
STYLE = re.compile(r"\A\{?\\(?:displaystyle|textstyle)\s*(.*?)\}?\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Formulas:
    """The formulas of the body."""

    changes: dict[int, list[Change]] = field(default_factory=lambda: defaultdict(list))
    """What becomes of the text of blocks, by block."""
    whole: set[int] = field(default_factory=set)
    """Blocks that are nothing but a formula."""
    items: list[tuple[int, Item]] = field(default_factory=list)
    """Formulas on lines of their own, with the element they stand at."""
    images: set[int] = field(default_factory=set)
    """Images that show a formula."""


@dataclass(frozen=True, slots=True)
class Found:
    """One formula of the page."""

    element: int
    text: str
    latex: bool
    display: bool
    mathml: str | None = None


def read_formulas(page: Page, kept: Sequence[int], present: set[str], offsets: Offsets, within: range) -> Formulas:
    """Find the formulas of the body, and set readings of ruby apart on the way.

    Args:
        page: The page.
        kept: Indices of the blocks of the body, in order.
        present: All tags of the part of the page that is looked at.
        offsets: Where the text of elements lies.
        within: The elements of that part.
    """
    formulas = Formulas()
    place_delimited(page, kept, formulas)
    found = {*found_elements(page, present, within)}
    if not kept or not (found or "rt" in present):
        return formulas
    for block, change in ruby_changes(page, offsets, within) if "rt" in present else ():
        formulas.changes[block].append(change)
    first, last = page.first_elements[kept[0]], page.ends[page.elements[kept[-1]]]
    keep, until = set(kept), -1
    for element in sorted(found):
        if element < until or not page.elements[kept[0]] <= element < max(last, first + 1):
            continue
        until = page.ends[element]
        if (formula := formula_of(page, element)) is not None:
            place_formula(page, formula, offsets, keep, formulas)
    return formulas


def place_delimited(page: Page, kept: Sequence[int], formulas: Formulas) -> None:
    """Formulas that stand in the text between marks, for a script to set."""
    for block in kept:
        text = page.texts[block]
        if "\\" not in text and "$" not in text:
            continue  # nearly always: one character is found in a tenth of the time of two
        if not ("\\(" in text or "\\[" in text or "$$" in text) or page.contexts[page.leaves[block]] & Context.PRE:
            continue
        codes = [at for span in page.spans[block] if span.kind == "code" for at in (span.start, span.end)]
        for found in DELIMITED.finditer(text):
            formula = tex(page.elements[block], found[0], found[0][1] != "(")
            if formula is None or (found[0][0] == "$" and not SIGNS.search(formula.text)):
                continue
            if bisect_right(codes, found.start()) % 2:
                continue  # within code
            if formula.display and not (text[: found.start()] + text[found.end() :]).strip(" .,;"):
                formulas.whole.add(block)
                formulas.items.append((page.first_elements[block], Math(text=formula.text, latex=True)))
            else:
                change = Change(*found.span(), formula.text, {"kind": SpanKind.MATH, "latex": True})
                formulas.changes[block].append(change)


def found_elements(page: Page, present: set[str], within: range) -> list[int]:
    """Elements that hold a formula, or stand for one: the outermost around each."""
    found = [wrapper(page, element) for element in page.scripts if is_formula(page, element)]
    if "math" in present:
        found += [wrapper(page, element) for element in within if page.tags[element] == "math"]
    first, last = bisect_left(page.images, within.start), bisect_left(page.images, within.stop)
    for image in page.images[first:last]:
        attributes = page.attributes[image]
        alt = attributes.get("alt")
        if alt and SIGNS.search(alt) and not TEX_IMAGE_WORDS.isdisjoint(words_of(attributes.get("class"))):
            found.append(wrapper(page, image))
    return found


def is_formula(page: Page, element: int) -> bool:
    """Whether an element is a script that holds LaTeX."""
    return element in page.scripts and (page.attributes[element].get("type") or "").strip().lower().startswith("math/")


def wrapper(page: Page, element: int) -> int:
    """The outermost element around a formula that is there for it alone."""
    result = element
    for _ in range(WRAPPER_REACH):
        element = page.parents[element]
        if element < 0 or not (page.tags[element] in ("span", "div") or page.tags[element].startswith(WRAPPER_TAGS)):
            break
        words = words_of(page.attributes[element].get("class"))
        if page.tags[element].startswith(WRAPPER_TAGS) or not WRAPPER_WORDS.isdisjoint(words):
            result = element
    return result


def formula_of(page: Page, element: int) -> Found | None:
    """The source of the formula that an element holds: LaTeX, else MathML."""
    inside = range(element, page.ends[element])
    display = is_display(page, element)
    for inner in inside:
        if is_formula(page, inner):
            media_type = page.attributes[inner].get("type") or ""
            return tex(element, page.scripts[inner], "mode=display" in media_type or display)
        if page.tags[inner] == "annotation":
            encoding = (page.attributes[inner].get("encoding") or "").lower()
            if encoding in TEX_ENCODINGS and (source := page.text_of(inner)):
                return tex(element, source, display)
    for inner in inside:
        attributes = page.attributes[inner]
        if page.tags[inner] == "math":
            if alt := attributes.get("alttext"):
                return tex(element, alt, display)
            shown = shown_text(page, inner)
            return Found(element, shown, False, display, mathml(page, inner)) if shown else None
        if page.tags[inner] == "img" and (alt := attributes.get("alt")):
            return tex(element, alt, display)
    return None


def tex(element: int, source: str, display: bool) -> Found | None:
    """A formula in LaTeX, without the marks that scripts put around it."""
    lines = source.replace("% <![CDATA[", "").replace("<![CDATA[", "").replace("]]>", "").split("\n")
    source = " ".join(" ".join(COMMENT.sub("", line) for line in lines).split())
    for start, end in (("$$", "$$"), ("\\[", "\\]"), ("\\(", "\\)"), ("$", "$")):
        if len(source) > len(start + end) and source.startswith(start) and source.endswith(end):
            source = source[len(start) : -len(end)].strip()
    if (styled := STYLE.match(source)) and source.startswith("{") == source.endswith("}"):
        source = styled[1].strip()
    return Found(element, source, True, display) if source else None


def is_display(page: Page, element: int) -> bool:
    """Whether a formula says that it stands on a line of its own."""
    for inner in (page.parents[element], *range(element, min(page.ends[element], element + 4))):
        if inner < 0:
            continue
        attributes = page.attributes[inner]
        if attributes.get("display") in ("block", "true") or (attributes.get("mode") or "").startswith("display"):
            return True
        if "display" in words_of(attributes.get("class")):
            return True
    return False


def shown_text(page: Page, element: int) -> str:
    """The characters of a formula without its annotations."""
    cut = [inner for inner in range(element, page.ends[element]) if page.tags[inner] in NOT_SHOWN]
    at = page.piece_starts[element]
    pieces: list[str] = []
    for inner in cut:
        pieces += page.pieces[at : page.piece_starts[inner]]
        at = max(at, page.piece_ends[inner])
    pieces += page.pieces[at : page.piece_ends[element]]
    return " ".join("".join(pieces).split())


def mathml(page: Page, element: int) -> str:
    """A formula in MathML, of the elements and attributes that say how it is written."""
    output: list[str] = []
    open_elements: list[int] = []
    at, inner = page.piece_starts[element], element
    while inner < page.ends[element]:
        at = close_until(page, inner, open_elements, at, output)
        output += map(escaped_text, page.pieces[at : page.piece_starts[inner]])
        at = page.piece_starts[inner]
        tag = page.tags[inner]
        if tag not in MATHML_TAGS:
            at, inner = page.piece_ends[inner], page.ends[inner]
            continue
        known = {name: value for name, value in page.attributes[inner].items() if value and name in MATHML_ATTRIBUTES}
        output.append("".join((f"<{tag}", *(f' {name}="{escape(value)}"' for name, value in known.items()), ">")))
        open_elements.append(inner)
        inner += 1
    close_until(page, page.ends[element], open_elements, at, output)
    return "".join(output)


def close_until(page: Page, element: int, open_elements: list[int], at: int, output: list[str]) -> int:
    """Close what ends before `element`; returns the first piece that is still to be written."""
    while open_elements and page.ends[open_elements[-1]] <= element:
        closed = open_elements.pop()
        output += map(escaped_text, page.pieces[at : page.piece_ends[closed]])
        at = max(at, page.piece_ends[closed])
        output.append(f"</{page.tags[closed]}>")
    return at


def escaped_text(piece: str) -> str:
    return escape(" ".join(piece.split()), quote=False)


def place_formula(page: Page, formula: Found, offsets: Offsets, keep: set[int], formulas: Formulas) -> None:
    """Put a formula into the text of its block, or on a line of its own."""
    first = bisect_left(page.images, formula.element)
    formulas.images.update(page.images[first : bisect_left(page.images, page.ends[formula.element], first)])
    laid_out = copies(page, formula.element)
    for copy in laid_out:
        if (where := offsets.place(copy)) is not None:
            formulas.changes[where[0]].append(Change(where[1], where[2]))
    place = offsets.place(formula.element)
    fields: dict[str, Any] = {"latex": formula.latex, "mathml": formula.mathml}
    if place is None:
        if not page.text_of(formula.element):
            formulas.items.append((formula.element, Math(text=formula.text, **fields)))
        return
    block, start, end = place
    if block not in keep:
        return
    text = page.texts[block]
    if formula.display and not (text[:start] + text[end:]).strip(" .,;"):
        formulas.whole.add(block)
        formulas.items.append((formula.element, Math(text=formula.text, **fields)))
        return
    if start == end and not laid_out and text[start - 1 : start].isalnum():
        formulas.changes[block].append(Change(start, start, " "))
    formulas.changes[block].append(Change(start, end, formula.text, {"kind": SpanKind.MATH, **fields}))


def copies(page: Page, element: int) -> list[int]:
    """What MathJax 2 has laid out right before the script that holds the source."""
    if not is_formula(page, element):
        return []
    found: list[int] = []
    parent, before = page.parents[element], element - 1
    while before > parent:
        while page.parents[before] != parent:
            before = page.parents[before]
        if words_of(page.attributes[before].get("class")).isdisjoint(LAID_OUT_WORDS):
            break
        found.append(before)
        before -= 1
    return found[::-1]
