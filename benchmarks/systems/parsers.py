"""Bare parses by the two parsers the field stands on: no extractor of their kind can be faster."""

from benchmarks.systems.decoding import installed
from benchmarks.systems.record import Extraction, Extractor, System

__all__ = ["SYSTEMS"]


def lexbor() -> Extractor:
    """One HTML5 parse by lexbor, which cleanpage stands on."""
    from selectolax.lexbor import LexborHTMLParser

    def run(html: bytes, _url: str | None) -> Extraction:
        LexborHTMLParser(html)
        return Extraction()

    return run


def libxml2() -> Extractor:
    """One parse by libxml2, which most peers stand on."""
    from lxml.html import HTMLParser, document_fromstring

    def run(html: bytes, _url: str | None) -> Extraction:
        document_fromstring(html, parser=HTMLParser(huge_tree=True), ensure_head_body=True)
        return Extraction()

    return run


SYSTEMS = (
    System(name="lexbor", package="selectolax", fields=frozenset(), load=lexbor, version=installed("selectolax")),
    System(name="libxml2", package="lxml", fields=frozenset(), load=libxml2, version=installed("lxml")),
)
