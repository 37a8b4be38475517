"""Renders text with inline spans as CommonMark that parses back to the same text and spans."""

import re
import unicodedata
from collections.abc import Callable, Sequence

from cleanpage.article import Span, SpanKind
from cleanpage.render.inline import SPAN_TAGS, Node, anchor, has_any, safe_tex, tree

__all__ = ["image_markdown", "inline_markdown", "math_markdown", "one_line"]

Escape = Callable[[str], str]

BREAKING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\x85\u2028\u2029\ufdd0]")
"""Characters that some parser drops, or takes for the end of a line or for indentation."""

PERHAPS_SPECIAL = b"\\`*[]<~_&!"
SPECIAL = re.compile(f"[{re.escape(PERHAPS_SPECIAL.decode())}]")
"""What has a meaning in CommonMark or GFM within a line, the last three only in some places."""

ENTITY = re.compile(r"&#?\w{1,31};")

SPECIAL_AT_START = re.compile(r"\A(?:\d{1,9}(?=[.)](?:\s|\Z))|(?=[#+\-=:>|]))")
"""What begins a block, or makes the line before it a heading or a table."""

PERHAPS_AT_START = frozenset("0123456789#+-=:>|")

NOT_PLAIN = PERHAPS_SPECIAL + b"$" + bytes(code for code in range(128) if BREAKING.match(chr(code)))
"""What of ASCII a text needs work for; most texts hold none of it."""

UNKNOWN = "\0"
"""Stands for a character of the output yet to be chosen. `BREAKING` keeps it out of the text."""

SPECIAL_IN_URL = re.compile(r"[()]|&(?=#?\w{1,31};)")

BACKTICKS = re.compile(r"`+")

MARKS = {SpanKind.EMPHASIS: ("*", "_"), SpanKind.STRONG: ("**", "__")}
FIRST_CHARACTER = {
    SpanKind.LINK: "[",
    SpanKind.NOTE: "[",
    SpanKind.CODE: "`",
    SpanKind.SUBSCRIPT: "<",
    SpanKind.SUPERSCRIPT: "<",
    SpanKind.DELETION: "<",
}

DOLLAR = "\ufdd0"
"""Stands for a dollar sign of a text in which parsers could see a formula. `BREAKING` keeps it out of the text."""
PERHAPS_MATH = re.compile(r"\$(?:\$|[^\s$][^$]*\$)")
MARKUP_IN_TEX = re.compile(r"<(?=[A-Za-z/!?])|\](?=[(\[])|!(?=\[)|&(?=#?\w{1,31};)")
"""What a parser that knows no formulas would take for a tag, a link or an entity; a space parts it."""


def inline_markdown(text: str, spans: Sequence[Span] = ()) -> str:
    """`text` as lines of Markdown, with a hard break between them; nothing in it can begin a block."""
    if has_any(text, NOT_PLAIN) or not (text.isascii() or text.isprintable()):
        rendered = within_lines(text, spans)
    else:
        rendered = children(tree(text, spans), text, str, "", "") if spans else text
    if "\n" not in rendered:
        return unlike_a_block(rendered.strip())
    return "\\\n".join(map(unlike_a_block, filter(None, map(str.strip, rendered.split("\n")))))


def within_lines(text: str, spans: Sequence[Span]) -> str:
    """`text` with its spans, and with backslashes before what would be markup within a line; slow, for any text."""
    if not text.isprintable():
        text = BREAKING.sub(" ", text)
    dollars = "$" in text and (PERHAPS_MATH.search(text) or any(span.kind is SpanKind.MATH for span in spans))
    if dollars:
        text = text.replace("$", DOLLAR)
    rendered = children(tree(text, spans), text, escaped, "", "") if spans else escaped(text)
    return rendered.replace(DOLLAR, "\\$") if dollars else rendered


def unlike_a_block(line: str) -> str:
    """A line with a backslash before what would begin a block."""
    found = SPECIAL_AT_START.match(line) if line[:1] in PERHAPS_AT_START else None
    return f"{found[0]}\\{line[found.end() :]}" if found else line


def one_line(text: str, spans: Sequence[Span] = ()) -> str:
    """`text` on a single line, for headings and cells of tables."""
    return inline_markdown(text.replace("\n", " "), spans)


def escaped(text: str) -> str:
    """`text` with a backslash before all that would be markup within a line."""
    return SPECIAL.sub(escape_special, text) if has_any(text, PERHAPS_SPECIAL) else text


def escape_special(found: re.Match[str]) -> str:
    """A character with the backslash that it needs: an underscore between letters and a lone ampersand need none."""
    text, at = found.string, found.start()
    match found[0]:
        case "_" if 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum():
            return "_"
        case "&" if not ENTITY.match(text, at):
            return "&"
        case "!" if at < len(text) - 1:
            return "!"
    return f"\\{found[0]}"


def children(node: Node, text: str, escape: Escape, before: str, after: str) -> str:
    """The text of `node` with the spans in it.

    Args:
        node: What to render.
        text: The text of the block.
        escape: What puts backslashes into parts of the text; `str` where none are needed.
        before: The character that stands before it in the output; empty at the edge of the block.
        after: The character that will stand after it, or `UNKNOWN`.
    """
    if not node.children:
        return escape(text[node.start : node.end])
    output: list[str] = []
    at, last = node.start, before
    for i, child in enumerate(node.children):
        if at < child.start:
            output.append(escape(text[at : child.start]))
            last = text[child.start - 1]
        shown = (
            link(child, text, escape)
            if child.url
            else element(child, text, escape, last, character_after(node, i, text, after))
        )
        if shown:
            output.append(shown)
            last = shown[-1]
        at = child.end
    if at < node.end:
        output.append(escape(text[at : node.end]))
    return "".join(output)


def character_after(parent: Node, place: int, text: str, after: str) -> str:
    """The character of the output behind the child of `parent` at `place`, or `UNKNOWN`."""
    end = parent.children[place].end
    following = parent.children[place + 1] if place + 1 < len(parent.children) else None
    if following is None or following.start > end or following.span is None:
        return after if end == parent.end else text[end]
    return FIRST_CHARACTER.get(following.span.kind, UNKNOWN)


def element(node: Node, text: str, escape: Escape, before: str, after: str) -> str:
    """One span other than a link: in Markdown if that reads back as the span, else as an HTML element."""
    span = node.span
    if span is None:
        return children(node, text, escape, before, after)
    if span.kind in MARKS:
        return emphasized(node, text, escape, before, after, span.kind)
    match span.kind:
        case SpanKind.CODE:
            return code(node, text, escape, before, after)
        case SpanKind.NOTE:
            return f"[^{anchor(span.note or '')}]"
        case SpanKind.MATH:
            return math_markdown(text[node.start : node.end].replace(DOLLAR, "$"), span.latex, "$")
        case SpanKind.SUPERSCRIPT if holds_only_note(node):
            return children(node, text, escape, before, after)  # readers raise what refers to a note by themselves
        case kind:
            return html_element(node, text, escape, kind)


def emphasized(node: Node, text: str, escape: Escape, before: str, after: str, kind: SpanKind) -> str:
    """Emphasis between the first marks that a parser takes for it there."""
    for mark in MARKS[kind]:
        content = children(node, text, escape, mark[0], mark[0])
        if opens(mark, before, content[0]) and closes(mark, content[-1], after):
            return f"{mark}{content}{mark}"
    return html_element(node, text, escape, kind)


def html_element(node: Node, text: str, escape: Escape, kind: SpanKind) -> str:
    return f"<{SPAN_TAGS[kind]}>{children(node, text, escape, '>', '<')}</{SPAN_TAGS[kind]}>"


def holds_only_note(node: Node) -> bool:
    """Whether all that a node holds refers to a note."""
    if len(node.children) != 1 or (node.children[0].start, node.children[0].end) != (node.start, node.end):
        return False
    span = node.children[0].span
    return span is not None and span.kind is SpanKind.NOTE


def opens(mark: str, before: str, first: str) -> bool:
    """Whether `mark` between two characters opens emphasis by the rules on left-flanking delimiter runs."""
    if before == mark[0] or first == mark[0] or UNKNOWN in (before, first):
        return False
    return is_boundary(before) or (mark[0] == "*" and first.isalnum())


def closes(mark: str, last: str, after: str) -> bool:
    """Whether `mark` between two characters closes emphasis by the rules on right-flanking delimiter runs."""
    return opens(mark, after, last)


def is_boundary(character: str) -> bool:
    """Whether emphasis may begin or end beside `character` whatever stands on the other side."""
    return not character or character.isspace() or unicodedata.category(character)[0] == "P" or character in "<>`"


def link(node: Node, text: str, escape: Escape) -> str:
    return linked(children(node, text, escape, "[", "]"), node)


def linked(content: str, node: Node) -> str:
    """`content` with the link of `node` on it."""
    return f"[{content}]({destination(node.url or '', node.span.title if node.span else None)})"


def destination(url: str, title: str | None) -> str:
    """URL and title as they stand in the parentheses of a link."""
    is_plain = "&" not in url and "(" not in url and ")" not in url
    bare = url if is_plain else SPECIAL_IN_URL.sub(lambda found: f"\\{found[0]}", url)
    if not title:
        return bare
    folded = escaped(" ".join((title or "").split())).replace('"', '\\"')
    return f'{bare} "{folded}"' if folded else bare


def code(node: Node, text: str, escape: Escape, before: str, after: str) -> str:
    """Code, which can hold nothing but text in Markdown: links within it are put around their part of it."""
    if before == "`" or after == "`":
        return f"<code>{children(node, text, escape, '>', '<')}</code>"
    pieces: list[str] = []
    at = node.start
    for child in node.children:
        if child.span and child.span.kind is SpanKind.LINK:
            pieces += code_span(text[at : child.start]), linked(code_span(text[child.start : child.end]), child)
            at = child.end
    return "".join((*pieces, code_span(text[at : node.end])))


def code_span(text: str) -> str:
    """`text` between backticks enough to hold it; white space folded, as a parser would fold it."""
    folded = text.replace("\n", " ").replace(DOLLAR, "$")
    if not folded.strip():
        return folded
    fence = "`" * (max(map(len, BACKTICKS.findall(folded)), default=0) + 1)
    padding = " " if folded[0] in "` " or folded[-1] in "` " else ""
    return f"{fence}{padding}{folded}{padding}{fence}"


def math_markdown(text: str, latex: bool, mark: str) -> str:
    """A formula between dollar signs; one that is no LaTeX, or might do more than be set, as text or code."""
    if not latex:
        return escaped(" ".join(text.split()))
    source = safe_tex(BREAKING.sub(" ", text))
    if source is None or "$" in source or "`" in source or source[0].isspace():
        return code_span(" ".join(text.split()))
    parted = MARKUP_IN_TEX.sub(r"\g<0> ", source)
    return f"{mark}{parted}{mark}"


def image_markdown(url: str, alt: str | None) -> str:
    """An image; `url` is a safe one."""
    folded = " ".join((alt or "").split())
    return f"![{escaped(folded)}]({destination(url, None)})"
