"""Systems written in Python that give metadata along with the body."""

import datetime as dt
import logging
from typing import Any

from benchmarks.systems.decoding import byline_names, day_of, decoder, installed, names_of, working_tree
from benchmarks.systems.record import BODY, DATE, EVERYTHING, METADATA, SUMMARY, Extraction, Extractor, System

__all__ = ["SYSTEMS"]

PLACEHOLDER_URL = "https://page.invalid/"
"""For peers that refuse a page without a URL."""


def cleanpage() -> Extractor:
    """This library."""
    from cleanpage import extract

    def run(html: bytes, url: str | None) -> Extraction:
        article = extract(html, url=url)
        published = article.published
        return Extraction(
            text=article.text,
            headline=article.headline,
            authors=tuple(author.name for author in article.authors),
            published=published.date if published else None,
            published_at=published.datetime if published else None,
            updated=article.updated.date if article.updated else None,
            captions=article.captions,
            subtitle=article.alternative_headline,
            description=article.description,
            main_image=article.main_image.url if article.main_image else None,
            topics=article.keywords,
        )

    return run


def trafilatura() -> Extractor:
    """Trafilatura with its fallbacks and its metadata, as its own evaluation sets it."""
    from trafilatura import bare_extraction

    def run(html: bytes, url: str | None) -> Extraction:
        found: Any = bare_extraction(html, url=url, include_comments=False, with_metadata=True)
        if found is None:
            return Extraction()
        return Extraction(
            text=found.text,
            headline=found.title,
            authors=names_of(found.author, ";"),
            published=day_of(found.date),
            description=found.description,
            main_image=found.image,
            topics=names_of(found.tags),
        )

    return run


def trafilatura_fast() -> Extractor:
    """Trafilatura at its quickest: no fallbacks, the body alone."""
    from trafilatura import extract

    def run(html: bytes, url: str | None) -> Extraction:
        return Extraction(text=extract(html, url=url, fast=True, include_comments=False))

    return run


def rs_trafilatura() -> Extractor:
    """rs-trafilatura, a relative of trafilatura in Rust with learned kinds of pages, from the bytes as they came."""
    from rs_trafilatura import extract_bytes

    def run(html: bytes, url: str | None) -> Extraction:
        found: Any = extract_bytes(html, url=url)
        authors = names_of(found.author, ";")
        return Extraction(text=found.main_content, headline=found.title, authors=authors, published=day_of(found.date))

    return run


def newspaper() -> Extractor:
    """newspaper4k, without fetching images and without its language models."""
    from newspaper import Article, Config

    decode = decoder()
    config = Config()
    config.fetch_images = False
    config.memorize_articles = False

    def run(html: bytes, url: str | None) -> Extraction:
        article: Any = Article(url or PLACEHOLDER_URL, config=config)
        article.download(input_html=decode(html))
        article.parse()
        published = article.publish_date or None
        return Extraction(
            text=article.text,
            headline=article.title,
            authors=names_of(article.authors),
            published=day_of(published),
            published_at=published if isinstance(published, dt.datetime) else None,
            description=article.meta_description,
            main_image=article.top_image,
            topics=names_of(article.tags or article.meta_keywords),
        )

    return run


def goose() -> Extractor:
    """goose3, without fetching images, and so without a main image."""
    from goose3 import Goose

    decode = decoder()
    reader: Any = Goose({"enable_image_fetching": False})

    def run(html: bytes, _url: str | None) -> Extraction:
        article = reader.extract(raw_html=decode(html))
        return Extraction(
            text=article.cleaned_text,
            headline=article.title,
            authors=names_of(article.authors),
            published=day_of(article.publish_date),
            published_at=article.publish_datetime_utc,
            description=article.meta_description,
            topics=names_of(article.tags or (article.meta_keywords or "").split(",")),
        )

    return run


def turbohtml() -> Extractor:
    """Turbohtml's article."""
    from turbohtml import parse

    def run(html: bytes, _url: str | None) -> Extraction:
        article = parse(html).article()
        authors = byline_names(article.byline)
        return Extraction(text=article.text, headline=article.title, authors=authors, published=day_of(article.date))

    return run


def htmldate() -> Extractor:
    """htmldate, asked for the day of publication."""
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)

    def run(html: bytes, url: str | None) -> Extraction:
        return Extraction(published=day_of(find_date(html, url=url, original_date=True)))

    return run


PEERS = tuple(
    System(name=name, package=package, fields=frozenset(fields), load=load, version=installed(package))
    for name, package, fields, load in (
        ("trafilatura", "trafilatura", BODY | METADATA | SUMMARY, trafilatura),
        ("trafilatura-fast", "trafilatura", BODY, trafilatura_fast),
        ("rs-trafilatura", "rs-trafilatura", BODY | METADATA, rs_trafilatura),
        ("newspaper4k", "newspaper4k", BODY | METADATA | SUMMARY | {"published_at"}, newspaper),
        ("goose3", "goose3", BODY | METADATA | SUMMARY - {"main_image"} | {"published_at"}, goose),
        ("turbohtml", "turbohtml", BODY | METADATA, turbohtml),
        ("htmldate", "htmldate", DATE, htmldate),
    )
)

SYSTEMS = (
    System(name="cleanpage", package="cleanpage", fields=EVERYTHING, load=cleanpage, version=working_tree("cleanpage")),
    *PEERS,
)
