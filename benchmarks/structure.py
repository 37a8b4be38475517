"""How well the structure of a body is found: headings, paragraph boundaries, captions, credits, links and images.

Over fundus-dev, against the publishers' own parsers: F1 of section headings; share of gold paragraphs that are exactly
one of ours; word F1 of captions; share of credits that are right, of the images that have one; share of lead images.
Over readability-dev, whose gold is text alone: recall of the links and images of the page that stand in paragraphs of
that text, or between them.
"""

import gzip
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from benchmarks.metrics import fold, overlap, words
from benchmarks.pages import Corpus, Page
from cleanpage import Article, extract
from cleanpage.article.blocks import Block, Entry, Heading, List, Quote
from cleanpage.images.sources import same_picture

__all__ = ["LINK_SYSTEMS", "STRUCTURE", "link_recall", "structure_rows"]

Row = tuple[float, float]
"""What was reached, and what could be."""
Counts = tuple[float, float, float]
"""True positives, false positives and misses."""

BLOCKS = frozenset("p li h1 h2 h3 h4 h5 h6 blockquote td th dd dt figcaption pre".split())
OUTSIDE = frozenset("nav aside footer header form".split())
# An image declared smaller than this is an icon.
MIN_SIZE = 60
# An image stands beside a paragraph if one of so many elements around it holds both.
IMAGE_REACH = 3
# A paragraph shorter than this, in letters, may stand anywhere.
MIN_PARAGRAPH = 20
SPACE = re.compile(r"\s+")


def letters(text: str | None) -> str:
    """The text without white space: gold texts part inline elements by spaces."""
    return SPACE.sub("", text or "")


def paragraph_row(page: Page, article: Article) -> Row | None:
    """Gold paragraphs that are exactly one block of ours, of all that there are."""
    gold = [fold(paragraph) for section in page.sections for paragraph in section.paragraphs]
    gold = [paragraph for paragraph in gold if paragraph]
    ours = Counter(map(fold, article.paragraphs))
    return (sum((ours & Counter(gold)).values()), len(gold)) if gold else None


def heading_counts(page: Page, article: Article) -> Counts | None:
    """Section headings found, found wrongly and missed; a page of one section counts for what is found wrongly."""
    if not page.sections:
        return None
    gold = Counter(fold(heading) for section in page.sections for heading in section.headings)
    ours = Counter(map(fold, headings(article.body)))
    common = (gold & ours).total()
    return common, ours.total() - common, gold.total() - common


def headings(blocks: Iterable[Block]) -> Iterator[str]:
    """The headings among blocks, nested ones and titles of entries of live blogs included."""
    for block in blocks:
        match block:
            case Heading():
                yield block.text
            case Entry():
                yield from [block.title] if block.title else []
                yield from headings(block.blocks)
            case Quote():
                yield from headings(block.blocks)
            case List():
                for item in block.list_items:
                    yield from headings(item.blocks)


def caption_row(page: Page, article: Article) -> Row | None:
    """Word F1 of all captions together."""
    gold = "\n".join(image.caption for image in page.images or () if image.caption)
    return (overlap(words("\n".join(article.captions)), words(gold))[2], 1.0) if gold else None


def credit_row(page: Page, article: Article) -> Row | None:
    """Gold images whose credit is right, of those that have one."""
    gold = [image for image in page.images or () if image.credits]
    ours = [set(words(image.credit)) for image in article.images if image.credit]
    right = 0
    for image in gold:
        wanted = set(words(" ".join(image.credits)))
        right += any(2 * len(found & wanted) >= len(found | wanted) for found in ours)
    return (right, len(gold)) if gold else None


def lead_row(page: Page, article: Article) -> Row | None:
    """Whether the lead image is the gold's."""
    cover = next((image for image in page.images or () if image.cover), None)
    if cover is None or not cover.urls:
        return None
    found = article.main_image
    return float(found is not None and any(same_picture(found.url, url) for url in cover.urls)), 1.0


STRUCTURE: Mapping[str, Callable[[Page, Article], Row | Counts | None]] = {
    "section headings F1": heading_counts,
    "paragraph boundaries": paragraph_row,
    "captions F1": caption_row,
    "credits right": credit_row,
    "lead image right": lead_row,
}
"""The figures, each from the rows of all pages."""


def structure_rows(corpus: Corpus) -> dict[str, float]:
    """The figures of cleanpage over a corpus that knows sections and images."""
    found: dict[str, list[Sequence[float]]] = {name: [] for name in STRUCTURE}
    for page in corpus.pages:
        article = extract(gzip.decompress(page.path.read_bytes()), url=page.url)
        for name, row in STRUCTURE.items():
            if (values := row(page, article)) is not None:
                found[name].append(values)
    return {name: finish([sum(column) for column in zip(*rows, strict=True)]) for name, rows in found.items() if rows}


def finish(sums: Sequence[float]) -> float:
    """A share from two sums, F1 from three counts."""
    if len(sums) == 2:
        return sums[0] / sums[1]
    right, wrong, missed = sums
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


@dataclass(frozen=True, slots=True)
class References:
    """URLs of links and of images, as often as they stand there."""

    links: Counter[str]
    images: Counter[str]


def gold_references(html: bytes, page: Page) -> References:
    """The links in paragraphs of the gold text, and the images in them or beside them."""
    gold = {letters(line) for line in (page.body or "").split("\n")} - {""}
    whole = letters(page.body)
    links: Counter[str] = Counter()
    holders: set[int] = set()
    images: list[LexborNode] = []
    root = LexborHTMLParser(html).root
    for node in root.traverse() if root else ():
        if node.tag == "img":
            images.append(node)
        if node.tag in BLOCKS and not inside(node, BLOCKS):
            text = letters(node.text())
            if text in gold or (len(text) >= MIN_PARAGRAPH and text in whole):
                shown = (a for a in node.css("a[href]") if a.text(strip=True))
                links.update(filter(None, (link_url(a.attributes.get("href"), page.url) for a in shown)))
                holders.update(ancestors(node, 1), [node.mem_id])
    beside = (image for image in images if not holders.isdisjoint(ancestors(image, IMAGE_REACH)))
    return References(links, Counter({url for image in beside if (url := image_url(image, page.url))}))


def ancestors(node: LexborNode, levels: int) -> list[int]:
    """The identities of the nearest ancestors of a node."""
    found: list[int] = []
    parent = node.parent
    while parent is not None and len(found) < levels:
        found.append(parent.mem_id)
        parent = parent.parent
    return found


def inside(node: LexborNode, tags: frozenset[str]) -> bool:
    """Whether a node stands in an element of one of the tags."""
    parent = node.parent
    while parent is not None:
        if parent.tag in tags:
            return True
        parent = parent.parent
    return False


def link_url(reference: str | None, base: str | None) -> str | None:
    """The absolute URL of a link to the web, without its fragment."""
    try:
        url = urljoin(base or "", (reference or "").strip())
        parts = urlsplit(url)
    except ValueError:
        return None
    elsewhere = parts.scheme in ("http", "https") and not (reference or "").strip().startswith("#")
    return url.partition("#")[0].rstrip("/") if elsewhere else None


def image_url(node: LexborNode, base: str | None) -> str | None:
    """The absolute URL of an image that is no icon and stands in no frame of the page."""
    sizes = [(node.attributes.get(name) or "").removesuffix("px") for name in ("width", "height")]
    small = any(size.isascii() and size.isdigit() and int(size) < MIN_SIZE for size in sizes)
    return None if small or inside(node, OUTSIDE) else link_url(node.attributes.get("src"), base)


def recalled(found: References, gold: References) -> tuple[float, float, float, float]:
    """Links found and all links, images found, in whatever size, and all images."""
    images = sum(any(same_picture(url, other) for other in found.images) for url in gold.images)
    return (found.links & gold.links).total(), gold.links.total(), images, gold.images.total()


def ours(html: bytes, url: str | None) -> References:
    """What cleanpage gives."""
    article = extract(html, url=url)
    return References(
        Counter(filter(None, (link_url(link.url, None) for link in article.links))),
        Counter({image.url.rstrip("/") for image in article.images}),
    )


def trafilatura(html: bytes, url: str | None) -> References:
    """What trafilatura gives with links and images asked for, in its XML."""
    from lxml import etree
    from trafilatura import extract as extract_text

    found = extract_text(html, url=url, include_links=True, include_images=True, output_format="xml")
    tree: Any = etree.fromstring(found.encode()) if found else etree.Element("doc")
    links = (link_url(node.get("target"), url) for node in tree.iter("ref"))
    return References(
        Counter(filter(None, links)),
        Counter(filter(None, {link_url(node.get("src"), url) for node in tree.iter("graphic")})),
    )


def readability(html: bytes, url: str | None) -> References:
    """What readability-lxml gives in its HTML."""
    from readability import Document

    tree = LexborHTMLParser(Document(html.decode("utf-8", "replace"), url=url).summary())
    links = (link_url(node.attributes.get("href"), url) for node in tree.css("a[href]"))
    sources = {link_url(node.attributes.get("src"), url) for node in tree.css("img")}
    return References(Counter(filter(None, links)), Counter(filter(None, sources)))


LINK_SYSTEMS: Mapping[str, Callable[[bytes, str | None], References]] = {
    "cleanpage": ours,
    "trafilatura": trafilatura,
    "readability-lxml": readability,
}
"""Systems that give links and images; a peer that is not installed is left out."""


def link_recall(corpus: Corpus) -> dict[str, dict[str, float]]:
    """Recall of links and of images over a corpus, by system."""
    sums: dict[str, list[float]] = {}
    for page in corpus.pages:
        html = gzip.decompress(page.path.read_bytes())
        gold = gold_references(html, page)
        for name, system in LINK_SYSTEMS.items():
            try:
                found = system(html, page.url)
            except ImportError:
                continue
            row = recalled(found, gold)
            sums[name] = [total + value for total, value in zip(sums.get(name, [0.0] * 4), row, strict=True)]
    return {
        "links": {name: row[0] / max(1, row[1]) for name, row in sums.items()},
        "images": {name: row[2] / max(1, row[3]) for name, row in sums.items()},
    }
