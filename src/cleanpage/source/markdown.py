"""Markdown with HTML left in it, as pandoc and web archives write pages, to HTML.

markdown-it-py renders it; the rules added here read what those writers produce and CommonMark does not foresee: tags
indented within list items, list items whose content comes after a blank line, captions within the alternative text of
an image, and attributes that pandoc renames (`role` to `data-role`, `aria-label` to `data-aria-label`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

__all__ = ["has_markdown_signs", "looks_like_markdown", "to_html"]

LOOKED_AT = 65_536
"""Characters at the head of a page that tell Markdown from HTML."""

DOCUMENT = re.compile(r"\s*(?:<!doctype\b|<\?xml\b|<(?:html|head|body|title|meta|link|script|style|frameset)\b)", re.I)
LEADING_COMMENT = re.compile(r"\s*<!--.*?-->", re.DOTALL)
HTML_SIGN = re.compile(r"</(?:p|li|td|h[1-6]|a|title|script|option)\s*>|<(?:p|br|hr|meta|link|script|input)\b", re.I)
MARKDOWN_SIGN = re.compile(
    r"^ {0,3}#{1,6} +\S|^ {0,3}(?:[-*+]|\d{1,3}[.)]) +\S|^ {0,3}>|^ {0,3}(?:```|~~~)|\]\(|\*\*\w|(?<!\w)_\w",
    re.MULTILINE,
)
CODE = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n]*\n.*?^ {0,3}\1|`[^`\n]+`", re.DOTALL | re.MULTILINE)
PARAGRAPHS = re.compile(r"\S[ \t]*\n[ \t]*\n[ \t]*\S")

FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
FRONT_MATTER_PAIR = re.compile(r"([A-Za-z][\w-]*):[ \t]+(.*)")
FRONT_MATTER_KEY = re.compile(r"[A-Za-z][\w-]*:")
FRONT_MATTER_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")

BLOCK_TAG = re.compile(
    r"</?(?:address|article|aside|blockquote|center|details|dialog|div|dl|dt|dd|fieldset|figcaption|figure|footer|form|"
    r"h[1-6]|header|hr|iframe|li|main|menu|nav|ol|p|section|table|tbody|td|tfoot|th|thead|tr|ul)\b",
    re.IGNORECASE,
)
FENCE = re.compile(r"(`{3,})(?!.*`)|(~{3,})")
EMPTY_ITEM = re.compile(r"(\s*)([-+*]|\d{1,9}[.)])\s*\Z")
CAPTION_TAG = re.compile(r"<(?:span|small|cite|figcaption|div|p)\b", re.IGNORECASE)
START_TAG = re.compile(r"<[A-Za-z][^<>]*>")
RENAMED = re.compile(r"(?<=\s)data-(role|aria-[a-z]+)(?=\s*=)", re.IGNORECASE)

CODE_INDENT = 4
"""Columns of indentation that make a line code in CommonMark."""

DEEPEST = 150
"""Depth of quotes and lists below which Markdown is taken for plain paragraphs. markdown-it drops what is deeper than
its `maxNesting`, and each level costs two of Python's 1,000 frames."""


MAX_BRACKETS = 1_000
"""Opening brackets in one paragraph above which none opens a link: markdown-it takes quadratic time for them."""


def looks_like_markdown(text: str) -> bool:
    """Whether `text` is Markdown (perhaps with HTML in it) rather than HTML.

    Args:
        text: The page; its first 65,536 characters are looked at.
    """
    head = text[:LOOKED_AT].lstrip("\ufeff")
    start = 0
    while comment := LEADING_COMMENT.match(head, start):
        start = comment.end()
    if DOCUMENT.match(head, start):
        return False
    if FRONT_MATTER.match(head):
        return True
    if "<" not in head:
        return not head.startswith("{") and bool(MARKDOWN_SIGN.search(head) or PARAGRAPHS.search(head))
    prose = CODE.sub("", head)
    signs = sum(1 for _ in MARKDOWN_SIGN.finditer(prose)) + (len(prose) < len(head))
    return signs > 2 * sum(1 for _ in HTML_SIGN.finditer(prose))


def has_markdown_signs(text: str) -> bool:
    """Whether anything in a text is marked up as Markdown does; blank lines alone are no sign, as plain text has them.

    Args:
        text: The page; its first 65,536 characters are looked at.
    """
    head = text[:LOOKED_AT].lstrip("\ufeff")
    return bool(FRONT_MATTER.match(head) or MARKDOWN_SIGN.search(head))


def to_html(text: str) -> str:
    """Render Markdown with HTML in it.

    Args:
        text: The Markdown. Front matter of plain `key: value` lines becomes `<title>` and `<meta name>`.

    Returns:
        HTML in which tags that stood in the Markdown enclose what stood between them. It is as little to be trusted
        as the page itself: scripts and links pass through, for the walker to leave out.
    """
    metadata, body = split_front_matter(text.replace("\r\n", "\n").replace("\r", "\n"))
    lines, indented_tags = prepared(body.split("\n"))
    markdown = renderer(indented_tags)
    source = "\n".join(lines)
    try:
        rendered: str = markdown.render(source)
    except RecursionError:  # images nested in the alternative texts of images
        rendered = "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in re.split(r"\n\s*\n", source))
    return f"<head>{metadata}</head><body>\n{rendered}</body>" if metadata else rendered


def split_front_matter(text: str) -> tuple[str, str]:
    """Tags for the front matter's pairs and lists, and the text after it."""
    found = FRONT_MATTER.match(text)
    if not found:
        return "", text
    key, tags = "", ""
    for line in found[1].split("\n"):
        if pair := FRONT_MATTER_PAIR.match(line):
            key, value = pair[1].lower(), pair[2]
        elif item := FRONT_MATTER_ITEM.match(line):
            value = item[1]
        else:
            key, value = line[:-1].lower() if FRONT_MATTER_KEY.fullmatch(line) else "", ""
        for part in scalars(value if key else ""):
            tags += f"<title>{escape(part)}</title>" if key == "title" else meta(key, part)
    return tags, text[found.end() :]


def meta(name: str, content: str) -> str:
    return f'<meta name="{escape(name)}" content="{escape(content)}">'


def scalars(value: str) -> Iterator[str]:
    """The strings of a YAML value that is one plain or quoted string, or a list of such in brackets."""
    value = value.strip()
    parts = value[1:-1].split(",") if value.startswith("[") and value.endswith("]") else [value]
    for part in parts:
        plain = part.strip()
        if len(plain) > 1 and plain[0] == plain[-1] and plain[0] in "\"'":
            plain = plain[1:-1]
        if plain and plain not in ("|", ">", "|-", ">-"):
            yield plain


def prepared(lines: Sequence[str]) -> tuple[list[str], bool]:
    """The lines as CommonMark wants them, and whether block tags are indented as code would be.

    A list item may not begin with a blank line, which is how pandoc writes an item that holds a block; the blank lines
    after a bare list marker are left out where indented lines follow.
    """
    result: list[str] = []
    flush_tags = deep_tags = False
    fence = ""
    content_at = 0  # column where the content of a bare list marker would stand, while blank lines follow it
    for line in lines:
        bare = line.lstrip()
        indent = len(line) - len(bare)
        if not bare:
            result.append(line)
            continue
        if content_at and not fence and indent >= content_at:
            while not result[-1].strip():
                result.pop()
        content_at = 0
        result.append(line)
        if mark := FENCE.match(bare):
            if not fence:
                fence = mark[0]
            elif bare.rstrip() == mark[0] and mark[0].startswith(fence):
                fence = ""
        elif not fence and (item := EMPTY_ITEM.match(line)):
            content_at = len(item[1]) + len(item[2]) + 1
        elif not fence and BLOCK_TAG.match(bare):
            deep_tags = deep_tags or indent >= CODE_INDENT
            flush_tags = flush_tags or indent < CODE_INDENT
    return result, flush_tags and deep_tags


@cache
def renderer(indented_tags: bool) -> "MarkdownIt":
    """A CommonMark parser with tables, strikethrough and the rules of this module.

    Args:
        indented_tags: Whether tags are indented by the depth of their elements, so that indentation makes no code.
    """
    from markdown_it import MarkdownIt  # few pages need it

    markdown = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST + 10})
    markdown.enable(["table", "strikethrough"])
    if indented_tags:
        markdown.disable("code")
    markdown.block.ruler.before("table", "too_deep", too_deep)
    markdown.core.ruler.before("inline", "brackets", limit_brackets)
    markdown.core.ruler.push("captions", unwrap_captioned)
    for kind, rule in (("image", render_image), ("html_block", render_tags), ("html_inline", render_tags)):
        markdown.add_render_rule(kind, rule)
    # A link that markdown-it finds unsafe would be left as Markdown in the text; the walker leaves its URL out instead.
    markdown.validateLink = as_it_stands  # type: ignore[method-assign]
    markdown.normalizeLink = unchanged  # type: ignore[method-assign]
    return markdown


def as_it_stands(url: str) -> bool:  # noqa: ARG001
    return True


def unchanged(url: str) -> str:
    return url


def too_deep(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """Block rule: below `DEEPEST`, take all that is left of the enclosing block for one paragraph."""
    if silent or state.level < DEEPEST:
        return False
    state.push("paragraph_open", "p", 1)
    inline = state.push("inline", "", 0)
    inline.content = state.getLines(start, end, state.blkIndent, False).strip()
    inline.children = []
    state.push("paragraph_close", "p", -1)
    state.line = end
    return True


def limit_brackets(state: "StateCore") -> None:
    """Core rule: keep paragraphs of nothing but brackets from taking quadratic time."""
    for token in state.tokens:
        if token.type == "inline" and token.content.count("[") > MAX_BRACKETS:
            token.content = token.content.replace("[", "&#91;")


def unwrap_captioned(state: "StateCore") -> None:
    """Core rule: a paragraph cannot hold a `<figure>`, so one with captioned images becomes a `<div>`, or nothing."""
    tokens = state.tokens
    for i, token in enumerate(tokens):
        children = token.children or ()
        if token.type != "inline" or not any(map(is_captioned, children)) or tokens[i - 1].type != "paragraph_open":
            continue
        only_images = all(child.type != "text" or not child.content.strip() for child in children)
        for side in (tokens[i - 1], tokens[i + 1]):
            side.hidden = only_images
            side.tag = "div"


def is_captioned(token: "Token") -> bool:
    """Whether an image has elements within its alternative text, which then is a caption."""
    return token.type == "image" and any(
        child.type == "html_inline" and CAPTION_TAG.match(child.content) for child in token.children or ()
    )


def render_image(
    renderer: "RendererHTML", tokens: Sequence["Token"], index: int, options: "OptionsDict", env: "EnvType"
) -> str:
    token = tokens[index]
    if not is_captioned(token):
        token.children = [child for child in token.children or () if child.type != "html_inline"]
        return renderer.image(tokens, index, options, env)
    token.attrSet("alt", "")
    caption = renderer.renderInline(token.children or (), options, env)
    return f"<figure><img{renderer.renderAttrs(token)}><figcaption>{caption}</figcaption></figure>"


def render_tags(
    renderer: "RendererHTML",  # noqa: ARG001
    tokens: Sequence["Token"],
    index: int,
    options: "OptionsDict",  # noqa: ARG001
    env: "EnvType",  # noqa: ARG001
) -> str:
    """HTML as it stands, `role` and `aria-*` under their own names again."""
    return START_TAG.sub(lambda tag: RENAMED.sub(r"\1", tag[0]), tokens[index].content)
