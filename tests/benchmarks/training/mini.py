"""A corpus of generated pages: our own text, many domains, two kinds of pages."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

NAMES = ("wcxb-dev", "fundus-dev", "readability-dev", "trafilatura-dev", "daniel-dev", "cleaneval-dev")
"""The corpora that training reads."""
SNIPPETS = "trafilatura-dev"
"""The corpus that knows snippets alone."""
TITLED = ("daniel-dev", "cleaneval-dev")
"""The corpora whose gold begins with the title."""
SUFFIXES = ("com", "org", "net", "de", "fr", "it", "es", "nl", "se", "pl", "co.uk", "com.au")
"""One domain each: `example.com`, `example.org` …"""
PAGES = 60
LISTING = 5
"""Every fifth page lists others."""
WORDS = (
    "harbour ferry captain morning ticket crown pier winter summer boat office council bridge river market baker "
    "school teacher garden library window street winner village lantern orchard signal engine carpenter festival"
).split()


def sentence(draw: Random) -> str:
    """A sentence of 14 words."""
    words = [draw.choice(WORDS) for _ in range(14)]
    return f"The {' '.join(words[:6])}, {' '.join(words[6:])}."


def url_of(number: int) -> str:
    return f"https://news.example.{SUFFIXES[number % len(SUFFIXES)]}/town/{number}"


def page_and_truth(number: int) -> tuple[str, dict[str, Any]]:
    """One page with the record of its truth."""
    draw = Random(number)
    listing = number % LISTING == 0
    body = [sentence(draw) for _ in range(3 + number % 4)]
    teasers = [sentence(draw) for _ in range(2 + number % 3)]
    if listing:
        main = "".join(f"<li class=card><a href=/{n}>{text}</a></li>" for n, text in enumerate(body))
        main = f"<ul class='grid cards'>{main}</ul>"
    else:
        main = f"<article class=story>{''.join(f'<p>{text}</p>' for text in body)}</article>"
    html = (
        f"<!doctype html><html lang=en><head><title>Page {number}</title></head>"
        "<body><div class=wrap><div class=wrap>"
        "<nav class=menu><a href=/>Home</a>"
        "<ul><li><a href=/news>News</a></li><li><a href=/town>Town</a></li></ul></nav>"
        f"{main}<aside class=related><h3>Read more</h3>"
        f"{''.join(f'<p class=teaser>{text}</p>' for text in teasers)}</aside>"
        "<footer class=imprint><p>Imprint</p><p>All rights reserved</p></footer></div></div></body></html>"
    )
    record: dict[str, Any] = {"id": f"{number:02}", "url": url_of(number), "kind": "listing" if listing else "article"}
    if corpus_of(number) == SNIPPETS:
        return html, record | {"with": body[:2], "without": ["All rights reserved", teasers[0]]}
    if corpus_of(number) in TITLED:
        body.insert(0, f"Page {number}")
    return html, record | {"body": "\n".join(body)}


def corpus_of(number: int) -> str:
    return NAMES[number % len(NAMES)]


def write(root: Path, pages: int = PAGES) -> Path:
    """Writes the corpora in the shared layout; returns `root`."""
    lines: dict[str, list[str]] = {}
    for number in range(pages):
        html, record = page_and_truth(number)
        folder = root / corpus_of(number)
        (folder / "pages").mkdir(parents=True, exist_ok=True)
        (folder / "pages" / f"{record['id']}.html.gz").write_bytes(gzip.compress(html.encode(), mtime=0))
        lines.setdefault(folder.name, []).append(json.dumps(record))
    for name, records in lines.items():
        (root / name / "truth.jsonl").write_text("\n".join(records) + "\n", "utf-8")
    return root


def ids() -> Iterator[str]:
    """Ids of all pages, in the order that training reads them."""
    for name in NAMES:
        yield from (f"{number:02}" for number in range(PAGES) if corpus_of(number) == name)
