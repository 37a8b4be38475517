"""Parts of TEI documents: elements, escaped text, and the header."""

import re
from collections.abc import Iterable

from cleanpage.article import Article
from cleanpage.render.inline import has_any, safe_url

__all__ = ["element", "header", "lined_up", "written"]

NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
NOT_PLAIN = b"&<>" + bytes(code for code in range(128) if NOT_IN_XML.match(chr(code)))
NOT_PLAIN_VALUE = NOT_PLAIN + b'"\n\t'


def element(tag: str, content: str = "", **attributes: str | None) -> str:
    """An element.

    Args:
        tag: Its name.
        content: What it holds, as XML.
        attributes: Its attributes, as text; those that are empty or None are left out.
    """
    known = ""
    for name, value in attributes.items():
        if value:
            known += f' {name}="{quoted(value)}"'
    return f"<{tag}{known}>{content}</{tag}>" if content else f"<{tag}{known}/>"


def lined_up(tag: str, children: Iterable[str], **attributes: str | None) -> str:
    """An element that holds nothing but elements, each on a line of its own."""
    content = "\n".join(children)
    return element(tag, f"\n{content}\n" if content else "", **attributes)


def written(text: str) -> str:
    """Text as XML, without the characters that XML forbids."""
    if text.isascii() and not has_any(text, NOT_PLAIN):
        return text
    allowed = text if text.isprintable() else NOT_IN_XML.sub(" ", text)
    return allowed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(value: str) -> str:
    """The value of an attribute; parsers would take a line break or a tab in it for a space."""
    if value.isascii() and not has_any(value, NOT_PLAIN_VALUE):
        return value
    return written(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def header(article: Article) -> str:
    """What the article says of itself."""
    titles = [element("title", written(article.headline or ""), type="main")]
    if article.alternative_headline:
        titles.append(element("title", written(article.alternative_headline), type="sub"))
    titles += (element("author", written(author.name)) for author in article.authors)
    publication = [element("publisher", written(article.site_name or ""))]
    if published := article.published:
        publication.append(element("date", written(published.raw), type="publication", when=published.iso))
    url = safe_url(article.canonical_url or article.url)
    source = element("title", written(article.headline or "")) + (element("ptr", target=url) if url else "")
    described = (
        lined_up("titleStmt", titles),
        lined_up("publicationStmt", publication),
        lined_up("sourceDesc", (element("bibl", source),)),
    )
    return lined_up("teiHeader", (lined_up("fileDesc", described), *profile(article)))


def profile(article: Article) -> Iterable[str]:
    """Summary, language and keywords, if there are any."""
    parts: list[str] = []
    if article.description:
        parts.append(lined_up("abstract", (element("p", written(article.description)),)))
    if article.language:
        language = element("language", written(article.language), ident=article.language)
        parts.append(lined_up("langUsage", (language,)))
    if article.keywords:
        terms = (element("term", written(keyword)) for keyword in article.keywords)
        parts.append(lined_up("textClass", (lined_up("keywords", terms),)))
    return (lined_up("profileDesc", parts),) if parts else ()
