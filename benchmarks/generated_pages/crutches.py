"""Real pages without what an extractor may lean on: their address, telling class names, metadata.

Each page is extracted as it is and without each of these, and judged against its gold. All versions but the first are
parsed and written again, so what is compared is the page after the same round trip.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b

import numpy as np
from rich.table import Table
from selectolax.lexbor import LexborHTMLParser, LexborNode

from benchmarks.intervals import Floats, Row
from benchmarks.metrics import MEASURES, primary_measure, score
from benchmarks.pages import Corpus, Page
from benchmarks.systems import Extraction
from benchmarks.systems.record import BODY
from cleanpage import Options, extract
from cleanpage.source.inputs import read_source

__all__ = ["VERSIONS", "Change", "change_table", "changes", "hashed_names", "versions", "without_metadata"]

MUCH = 0.05
"""A difference in the score of a page that counts."""
REFERRING = (
    "for",
    "aria-controls",
    "aria-labelledby",
    "aria-describedby",
    "aria-owns",
    "data-target",
    "data-bs-target",
)
"""Attributes that name other elements, besides links within the page."""
STYLE = re.compile(r"<style\b[^<>]*>[^<]*")
NAME = re.compile(r"(?<=[.#])[A-Za-z_][\w-]*+")
VOCABULARY = ("itemprop", "itemscope", "itemtype", "property", "typeof", "vocab", "resource")
"""Attributes of microdata and RDFa."""
CHARSET = "meta[charset], meta[http-equiv]"
"""Elements of the head that are no metadata of the article."""
METADATA = "meta, link, script"
"""What may hold metadata."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of the bodies of a corpus.

    Args:
        corpus: Name of the corpus.
        version: What was taken away.
        pages: Number of pages.
        before: Figure of the corpus with it.
        after: Figure without.
        different: Share of pages whose score differs by more than `MUCH`.
    """

    corpus: str
    version: str
    pages: int
    before: float
    after: float
    different: float


def hashed_names(html: str) -> str:
    """The page with all class names and ids hashed, wherever they are named."""
    parser = LexborHTMLParser(html)
    known: dict[str, str] = {}
    for node in chosen(parser, "[class]", "[id]"):
        for attribute in ("class", "id"):
            names = (node.attributes.get(attribute) or "").split()
            known |= {name: hashed(name) for name in names}
            if names:
                node.attrs[attribute] = " ".join(map(hashed, names))
    for node in chosen(parser, '[href^="#"]', *(f"[{name}]" for name in REFERRING)):
        for attribute in ("href", *REFERRING):
            value = node.attributes.get(attribute) or ""
            names = [name.removeprefix("#") for name in value.split()]
            if names and (attribute != "href" or value.startswith("#")):
                mark = "#" if value.startswith("#") else ""
                node.attrs[attribute] = " ".join(mark + known.get(name, name) for name in names)
    return STYLE.sub(lambda style: NAME.sub(lambda name: known.get(name[0], name[0]), style[0]), parser.html or "")


def chosen(parser: LexborHTMLParser, *selectors: str) -> Iterable[LexborNode]:
    """The elements that any of the selectors matches, each once: the parser gives one that two match twice."""
    return {node.mem_id: node for node in parser.css(", ".join(selectors))}.values()


def hashed(name: str) -> str:
    """A name that tells nothing, the same for the same name."""
    return "x" + blake2b(name.encode("utf-8", "replace"), digest_size=4).hexdigest()


def without_metadata(html: str) -> str:
    """The page without metadata of any kind: meta elements, links of the head, JSON-LD, microdata and RDFa."""
    parser = LexborHTMLParser(html)
    encoding = {node.mem_id for node in parser.css(CHARSET)}
    for node in parser.css(METADATA):
        if node.mem_id not in encoding and (node.tag != "script" or "json" in (node.attributes.get("type") or "")):
            node.decompose()
    for node in chosen(parser, *(f"[{name}]" for name in VOCABULARY)):
        for name in VOCABULARY:
            if name in node.attributes:
                del node.attrs[name]
    return parser.html or ""


def unchanged(html: str) -> str:
    """The page after the round trip that the others make."""
    return LexborHTMLParser(html).html or ""


VERSIONS: Mapping[str, Callable[[str], str]] = {
    "as it is": unchanged,
    "without URL": unchanged,
    "names hashed": hashed_names,
    "without metadata": without_metadata,
}
"""What is done to a page; the first is what the others are compared with."""


def versions(measure: str, page: Page) -> list[Row]:
    """The rows of a measure of the body, one a version of a page; none where the measure is not defined for it."""
    html = read_source(page.html, page.url, None, Options()).html
    rows: list[Row] = []
    for version, make in VERSIONS.items():
        text = extract(make(html), url=None if version == "without URL" else page.url).text
        rows += score(page, Extraction(text=text), BODY, [measure]).values()
    return rows


def changes(corpus: Corpus, processes: int, advance: Callable[[], object] = lambda: None) -> list[Change]:
    """What becomes of the bodies of a corpus without each crutch; nothing where it has no gold for bodies."""
    measure = primary_measure(corpus.metric)
    if measure is None:
        return []
    rows: list[list[Row]] = []
    with ProcessPoolExecutor(processes) as pool:
        for found in pool.map(partial(versions, measure), corpus.pages, chunksize=4):
            advance()
            rows += [found] if found else []
    if not rows:
        return []
    finish = MEASURES[measure].finish
    table = np.array(rows)  # (pages, versions, columns)
    each: Floats = finish(table)
    whole: Floats = finish(table.sum(axis=0))
    different = (np.abs(each - each[:, :1]) > MUCH).mean(axis=0)
    return [
        Change(corpus.name, version, len(rows), float(whole[0]), float(whole[at]), float(different[at]))
        for at, version in enumerate(VERSIONS)
        if at
    ]


def change_table(found: list[Change]) -> Table:
    """A row a corpus: its figure, and by version the difference and the share of pages that differ."""
    names = list(VERSIONS)[1:]
    table = Table(
        title=f"without crutches: change of the figure, pages off by more than {MUCH:g}", title_justify="left"
    )
    for column in ("corpus", "pages", "figure", *names):
        table.add_column(column, justify="left" if column == "corpus" else "right")
    for corpus in dict.fromkeys(change.corpus for change in found):
        own = {change.version: change for change in found if change.corpus == corpus}
        first = next(iter(own.values()))
        cells = [f"{own[name].after - own[name].before:+.4f}, {own[name].different:.1%}" for name in names]
        table.add_row(corpus, str(first.pages), f"{first.before:.4f}", *cells)
    return table
