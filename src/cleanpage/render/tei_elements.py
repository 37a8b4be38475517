"""What TEI documents are written with: elements, the header, and the layout of lines."""

import re
from typing import TYPE_CHECKING

from cleanpage.article import Article
from cleanpage.render.inline import safe_url

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["NAMESPACE", "XML", "clean", "element", "header", "last_child", "line_up"]

NAMESPACE = "http://www.tei-c.org/ns/1.0"
XML = "{http://www.w3.org/XML/1998/namespace}"
NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
STRUCTURAL = frozenset(
    "TEI teiHeader fileDesc titleStmt publicationStmt sourceDesc profileDesc abstract langUsage textClass keywords "
    "text body div list table row quote cit note figure".split()
)
"""Elements that hold no text of their own."""


def element(parent: "_Element", tag: str, text: str | None = None, **attributes: str | None) -> "_Element":
    """A new element in `parent`."""
    known = {name: clean(value) for name, value in attributes.items() if value}
    made = parent.makeelement(f"{{{NAMESPACE}}}{tag}", known)
    parent.append(made)
    if text:
        made.text = clean(text)
    return made


def clean(text: str) -> str:
    """`text` without the characters that XML forbids."""
    return text if text.isprintable() else NOT_IN_XML.sub(" ", text)


def last_child(parent: "_Element") -> "_Element | None":
    """The last child of an element; lxml counts all of them to tell whether there is one."""
    return next(parent.iterchildren(reversed=True), None)


def line_up(root: "_Element") -> None:
    """Put elements that hold nothing but elements on lines of their own; white space within text is left alone."""
    for parent in root.iter():
        if len(parent) and parent.tag.rpartition("}")[2] in STRUCTURAL:
            parent.text = "\n"
            for child in parent:
                child.tail = "\n"


def header(root: "_Element", article: Article) -> None:
    """What the article says of itself."""
    file = element(element(root, "teiHeader"), "fileDesc")
    titles = element(file, "titleStmt")
    element(titles, "title", article.headline or "", type="main")
    if article.alternative_headline:
        element(titles, "title", article.alternative_headline, type="sub")
    for author in article.authors:
        element(titles, "author", author.name)
    publication = element(file, "publicationStmt")
    element(publication, "publisher", article.site_name or "")
    if article.published:
        element(publication, "date", article.published.raw, type="publication", when=article.published.iso)
    source = element(element(file, "sourceDesc"), "bibl")
    url = safe_url(article.canonical_url or article.url)
    element(source, "title", article.headline or "")
    if url:
        element(source, "ptr", target=url)
    profile(root, article)


def profile(root: "_Element", article: Article) -> None:
    """Summary, language and keywords."""
    if not (article.description or article.keywords or article.language):
        return
    described = element(root[0], "profileDesc")
    if article.description:
        element(element(described, "abstract"), "p", article.description)
    if article.language:
        element(element(described, "langUsage"), "language", article.language, ident=article.language)
    if article.keywords:
        terms = element(element(described, "textClass"), "keywords")
        for keyword in article.keywords:
            element(terms, "term", keyword)
