"""Systems written in Python that give the body, and at most a title."""

from typing import Any

from benchmarks.systems.decoding import decoder, html_to_text, installed
from benchmarks.systems.record import BODY, Extraction, Extractor, System

__all__ = ["SYSTEMS"]


def resiliparse() -> Extractor:
    """Resiliparse's main content."""
    from resiliparse.extract.html2text import extract_plain_text

    decode = decoder()

    def run(html: bytes, _url: str | None) -> Extraction:
        text = extract_plain_text(decode(html), main_content=True, list_bullets=False, alt_texts=False)
        return Extraction(text=text)

    return run


def readability() -> Extractor:
    """readability-lxml; its HTML turned into text."""
    from readability import Document

    decode, read = decoder(), html_to_text()

    def run(html: bytes, url: str | None) -> Extraction:
        document: Any = Document(decode(html), url=url)
        return Extraction(text=read(document.summary()), headline=document.short_title())

    return run


def justext() -> Extractor:
    """JusText with the stop words of all its languages together, as trafilatura calls it for any language."""
    from justext import get_stoplist, get_stoplists, justext

    decode = decoder()
    stop_words = frozenset[str]().union(*(get_stoplist(language) for language in get_stoplists()))

    def run(html: bytes, _url: str | None) -> Extraction:
        paragraphs = justext(decode(html), stop_words)
        return Extraction(text="\n".join(part.text for part in paragraphs if not part.is_boilerplate))

    return run


def boilerpy() -> Extractor:
    """boilerpy3's ArticleExtractor."""
    from boilerpy3.extractors import ArticleExtractor

    decode = decoder()
    extractor: Any = ArticleExtractor(raise_on_failure=False)

    def run(html: bytes, _url: str | None) -> Extraction:
        document = extractor.get_doc(decode(html))
        return Extraction(text=document.content, headline=document.title)

    return run


SYSTEMS = tuple(
    System(name=name, package=package, fields=frozenset(fields), load=load, version=installed(package))
    for name, package, fields, load in (
        ("resiliparse", "resiliparse", BODY, resiliparse),
        ("readability-lxml", "readability-lxml", BODY | {"headline"}, readability),
        ("justext", "justext", BODY, justext),
        ("boilerpy3", "boilerpy3", BODY | {"headline"}, boilerpy),
    )
)
