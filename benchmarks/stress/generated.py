"""Generated pages: hostile ones of fixed size, and families of pages that grow."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from gzip import compress
from pathlib import Path

from benchmarks.pages import Page

__all__ = ["FAMILIES", "HOSTILE", "as_page"]

SENTENCE = "The path along the river was closed after the flood, said the town, and it will be repaired in the autumn. "
ARTICLE = f"<article><h1>River path to open</h1>{f'<p>{SENTENCE * 3}</p>' * 8}</article>"
DEEP = 100_000


def attributes(count: int, value: str = "=1") -> str:
    return " ".join(f"a{number}{value}" for number in range(count))


def data(nodes: str) -> str:
    return f"<script type=application/ld+json>{nodes}</script>"


def cyclic() -> str:
    """JSON-LD whose nodes refer to each other in a circle."""
    nodes = ",".join(
        f'{{"@type":"Person","@id":"#{n}","name":"Ann Lee {n}","author":{{"@id":"#{(n + 1) % 500}"}}}}'
        for n in range(500)
    )
    return data(f'{{"@context":"https://schema.org","@graph":[{nodes}]}}') + ARTICLE


def billion_laughs() -> str:
    """Entities that each stand for ten of the one before."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "laugh">{entities}]><p>&l11;</p>{ARTICLE}'


def nested(start: str, depth: int = DEEP, text: str = "x") -> str:
    return start * depth + text + ARTICLE


HOSTILE: Mapping[str, Callable[[], str | bytes]] = {
    "100,000 nested div": partial(nested, "<div>"),
    "100,000 nested div with text": partial(nested, "<div>x"),
    "100,000 nested span": partial(nested, "<span>"),
    "100,000 nested blockquote": partial(nested, "<blockquote>x"),
    "100,000 attributes": lambda: f"<p {attributes(DEEP)}>x</p>{ARTICLE}",
    "100,000 attributes that hide tags": lambda: (
        f"<p {attributes(DEEP, '=<b>').replace('<b>', chr(34) + '<b>' + chr(34))}>x"
    ),
    "50,000 tiny blocks": lambda: "<p>a</p>" * 50_000 + ARTICLE,
    "50,000 tiny different blocks": lambda: "".join(f"<p>{n}</p>" for n in range(50_000)) + ARTICLE,
    "colspan=9e15": lambda: (
        "<table><tr><td colspan=9000000000000000 rowspan=9e15>a<td>b<tr><td>c<td>d</table>" + ARTICLE
    ),
    "10,000 nested lists": partial(nested, "<ul><li>", 10_000),
    "10,000 nested tables": partial(nested, "<table><tr><td>", 10_000),
    "10,000 nested forms": partial(nested, "<form><div>", 10_000),
    "10,000 nested anchors": partial(nested, "<a href=/x><div>", 10_000),
    "10,000 nested templates": partial(nested, "<template><p>", 10_000),
    "10,000 nested SVG and MathML": partial(nested, "<svg><foreignObject><math><mi>", 10_000),
    "2,000 unclosed b in 20,000 paragraphs": lambda: "".join(f"<b id={n}>" for n in range(2_000)) + "<p>x</p>" * 20_000,
    "100,000 options": lambda: "<select>" + "<option>x" * DEEP + "</select>" + ARTICLE,
    "100,000 unclosed tags": lambda: "<p " * DEEP + ARTICLE,
    "1,000,000 <": lambda: "<" * 1_000_000 + ARTICLE,
    "500,000 entities": lambda: "<p>" + "&amp;&#x41;&notin;&nosuch;" * 125_000 + ARTICLE,
    "billion laughs": billion_laughs,
    "1 MB attribute": lambda: f"<p title='{'x' * 2_000_000}' class='{'a ' * 500_000}'>x</p>" + ARTICLE,
    "1 MB of one word": lambda: f"<p>{'x' * 1_000_000}</p>" + ARTICLE,
    "cyclic JSON-LD": cyclic,
    "100,000 levels of JSON": lambda: data('{"a":' * DEEP) + data("[" * DEEP + "]" * DEEP) + ARTICLE,
    "NUL and lone surrogates": lambda: "\0<p>a\ud800\0b\udfff</p>" * 1_000 + ARTICLE,
    "UTF-16 without mark": lambda: ARTICLE.encode("utf-16-le"),
    "declared koi8-r, is UTF-8": lambda: ("<meta charset=koi8-r>" + ARTICLE + "<p>Größe, 水, воды</p>").encode(),
    "declared UTF-8, is Shift JIS": lambda: ("<meta charset=utf-8><p>" + "水曜日の朝、" * 200).encode("shift_jis"),
    "random bytes in text": lambda: ARTICLE.encode() + b"<p>" + bytes(range(128, 256)) * 500,
}
"""Names and what makes the page; 1 MB attributes and the like are of the issue that asked for them."""


FAMILIES: Mapping[str, Callable[[int], str]] = {
    "deep": lambda size: "<div>x" * (size // 6),
    "wide": lambda size: f"<p>{SENTENCE}</p>" * (size // (len(SENTENCE) + 7)),
    "tiny blocks": lambda size: "<p>a</p>" * (size // 8),
    "attributes": lambda size: "<p " + attributes(size // 9) + ">x</p>",
    "links": lambda size: "".join(f"<a href=/{n}>link {n}</a> " for n in range(size // 30)),
    "one text": lambda size: "<p>" + SENTENCE * (size // len(SENTENCE)),
    "empty tags": lambda size: "<i></i>" * (size // 7),
    "JSON-LD objects": lambda size: "".join(data(f'{{"@type":"Person","name":"Ann {n}"}}') for n in range(size // 80)),
    "one JSON-LD": lambda size: data(
        "[" + ",".join(f'{{"@type":"Person","name":"Ann {n}"}}' for n in range(size // 38)) + "]"
    ),
    "articles": lambda size: ARTICLE * (size // len(ARTICLE) or 1),
}
"""Names and what makes a page of about so many bytes."""


@contextmanager
def as_page(name: str, html: str | bytes) -> Iterator[Page]:
    """The page in a file, as the benchmark's workers read it."""
    source = html.encode("utf-8", "surrogatepass") if isinstance(html, str) else html
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html.gz"
        path.write_bytes(compress(source, 1))
        yield Page(id=name, corpus="generated", path=path, url="https://example.org/a")
