"""Reads corpora of pages with what is true of each, in three layouts.

- shared: `<root>/<name>/truth.jsonl` and `<root>/<name>/pages/<id>.html.gz`;
- WCXB: `<root>/<split>/ground-truth/<id>.json` and `<root>/<split>/html/<id>.html.gz`
  (github.com/Murrough-Foley/web-content-extraction-benchmark);
- scrapinghub: `<root>/ground-truth.json` and `<root>/html/<id>.html.gz`
  (github.com/scrapinghub/article-extraction-benchmark).

Nothing here touches the network.
"""

import datetime as dt
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ftfy import fix_encoding

from benchmarks.pages import UNKNOWN, BodyMetric, Corpus, CorpusError, GoldImage, Page, Section

__all__ = [
    "LICENCES",
    "MEASURED_ONLY",
    "BodyMetric",
    "Corpus",
    "CorpusError",
    "GoldImage",
    "Page",
    "Section",
    "check_learnable",
    "load",
    "shared_names",
    "shared_root",
]

MEASURED_ONLY = ("dragnet-", "l3s-")
"""Prefixes of corpora that nothing may be learned from.

The licence of the one is the AGPL, of the other research only. And corpora that always stay out are the standing test
of what the library does on pages unlike those that it knows.
"""
TITLED = ("daniel-", "dragnet-", "cleaneval-", "l3s-")
"""Prefixes of corpora whose gold bodies begin with the title of the page."""
LICENCES: Mapping[str, str] = {
    "wcxb-dev": "CC-BY-4.0 (Murrough-Foley, Web Content Extraction Benchmark)",
    "fundus-dev": "MIT (flairNLP/fundus)",
    "readability-dev": "Apache-2.0 (mozilla/readability)",
    "trafilatura-dev": "Apache-2.0 (adbar/trafilatura)",
    "daniel-dev": "none stated (DAnIEL 2.1, Lejeune and Zhu 2018)",
    "cleaneval-dev": "none stated (CleanEval 2007)",
    "dragnet-dev": "AGPL-3.0 (Dragnet, Peters and Lecocq 2013)",
    "l3s-dev": "research only (L3S-GN1, Kohlschütter, Fankhauser and Nejdl 2010)",
    "htmldate-dev": "Apache-2.0 (adbar/htmldate)",
    "postlight-dev": "MIT or Apache-2.0 (postlight/parser)",
    "defuddle-dev": "MIT (kepano/defuddle)",
}
"""Licence and origin of each corpus: what was learned from corpora names them."""
OF_ANY_KIND = ("cleaneval-",)
"""Prefixes of corpora with pages of all kinds that do not say which."""
LANGUAGES: Mapping[str, str] = {"Chinese": "zh", "English": "en", "Greek": "el", "Polish": "pl", "Russian": "ru"}
MISREAD = "readability-"
"""Prefix of corpora whose gold bodies, in UTF-8, were read as Latin-1 when the corpora were made.

In readability-dev it is 45 of the 47 bodies that are not plain ASCII: "’" is "â\\x80\\x99" there, and of a body in
Chinese no word is right. The pages themselves are as published.
"""


def shared_root() -> Path:
    """Folder of the shared corpora: `$CLEANPAGE_CORPORA`, or `../shared/corpora` beside the repository."""
    configured = os.environ.get("CLEANPAGE_CORPORA")
    return Path(configured) if configured else Path(__file__).resolve().parents[2] / "shared" / "corpora"


def shared_names(root: Path | None = None) -> tuple[str, ...]:
    """Names of the corpora in the shared layout under `root`, sorted; empty where the folder is missing."""
    return tuple(sorted(path.parent.name for path in (root or shared_root()).glob("*/truth.jsonl")))


def check_learnable(names: Iterable[str]) -> None:
    """Refuses to learn from corpora that are only measured.

    Raises:
        CorpusError: One of the names is that of such a corpus.
    """
    refused = sorted({name for name in names if name.startswith(MEASURED_ONLY)})
    if refused:
        raise CorpusError(f"{', '.join(refused)}: measured only, never learned from (see docs/benchmark.md)")


def load(name: str, root: Path | None = None) -> Corpus:
    """Reads one corpus.

    Args:
        name: Folder of a corpus in the shared layout; `wcxb-<split>` or the bare split for a clone of WCXB;
            any name for a clone of scrapinghub's benchmark.
        root: Where the layout begins; the shared corpora by default.

    Raises:
        CorpusError: Nothing of the kind is there.
    """
    root = root or shared_root()
    split = root / name.removeprefix("wcxb-")
    if (root / name / "truth.jsonl").is_file():
        return read_shared(name, root / name)
    if (split / "ground-truth").is_dir():
        return read_wcxb(name, split)
    if (root / "ground-truth.json").is_file():
        return read_scrapinghub(name, root)
    known = ", ".join(shared_names(root)) or "none"
    raise CorpusError(f"no corpus {name!r} under {root} (in the shared layout there: {known}); set --root")


def read_shared(name: str, folder: Path) -> Corpus:
    """Reads `folder` in the shared layout."""
    truth = folder / "truth.jsonl"
    with truth.open(encoding="utf-8") as lines:
        pages = tuple(shared_page(name, folder, json.loads(line)) for line in lines if line.strip())
    return build(name, pages, (truth,))


def read_wcxb(name: str, split: Path) -> Corpus:
    """Reads a split of a clone of WCXB."""
    files = tuple(sorted((split / "ground-truth").glob("*.json")))
    pages = tuple(wcxb_page(name, split, file.stem, json.loads(file.read_text("utf-8"))) for file in files)
    return build(name, pages, files)


def read_scrapinghub(name: str, root: Path) -> Corpus:
    """Reads a clone of scrapinghub's benchmark."""
    truth = root / "ground-truth.json"
    records: dict[str, dict[str, Any]] = json.loads(truth.read_text("utf-8"))
    pages = tuple(
        Page(
            id=id_,
            corpus=name,
            path=root / "html" / f"{id_}.html.gz",
            url=record.get("url"),
            body=record.get("articleBody") or "",
        )
        for id_, record in sorted(records.items())
    )
    return build(name, pages, (truth,), BodyMetric.SHINGLES)


def build(name: str, pages: tuple[Page, ...], truth: Iterable[Path], metric: BodyMetric | None = None) -> Corpus:
    """The corpus of `pages`, with its digest; a corpus with bodies reads a missing body as an empty one, as WCXB does.

    Raises:
        CorpusError: A page file is missing, or there are no pages.
    """
    if not pages:
        raise CorpusError(f"corpus {name!r} has no pages")
    missing = next((page.path for page in pages if not page.path.is_file()), None)
    if missing:
        raise CorpusError(f"corpus {name!r} lacks the page file {missing}")
    metric = metric or body_metric(pages)
    if metric is BodyMetric.WORDS:
        pages = tuple(replace(page, body=page.body or "") for page in pages)
    return Corpus(name=name, metric=metric, pages=pages, digest=digest_of((*truth, *(page.path for page in pages))))


def body_metric(pages: tuple[Page, ...]) -> BodyMetric:
    """Words where any page has a gold body, else snippets where any has those."""
    if any(page.body for page in pages):
        return BodyMetric.WORDS
    return BodyMetric.SNIPPETS if any(page.with_snippets for page in pages) else BodyMetric.NONE


def digest_of(files: Iterable[Path]) -> str:
    """SHA-256 over names and contents, independent of the order of the files and of where the corpus lies."""
    total = hashlib.sha256()
    for line in sorted(f"{file.name} {hashlib.sha256(file.read_bytes()).hexdigest()}\n" for file in files):
        total.update(line.encode())
    return total.hexdigest()


def shared_page(corpus: str, folder: Path, record: Mapping[str, Any]) -> Page:
    """A page from a line of `truth.jsonl`."""
    url = record.get("url")
    images = record.get("images")
    summary = record.get("summary")
    subtitle = record.get("alternative_headline")
    return Page(
        id=record["id"],
        corpus=corpus,
        path=folder / "pages" / f"{record['id']}.html.gz",
        kind=record.get("kind", UNKNOWN if corpus.startswith(OF_ANY_KIND) else "article"),
        url=url if url and "://" in url else None,
        stated_language=LANGUAGES.get(record.get("language", "")),
        body=body_of(corpus, record),
        titled=corpus.startswith(TITLED),
        paragraphs=tuple(record.get("paragraphs") or ()),
        headline=record.get("headline") or None,
        alternative_headline=subtitle if isinstance(subtitle, str) else None,
        summary=(summary,) if isinstance(summary, str) else tuple(summary or ()),
        sections=tuple(sections(record.get("sections") or ())),
        authors=None if record.get("authors") is None else tuple(record["authors"]),
        published=day(record.get("published")),
        published_at=moment(record.get("published_at")),
        images=None if images is None else tuple(gold_image(image) for image in images),
        main_image=record.get("main_image"),
        topics=tuple(record.get("topics") or ()),
        with_snippets=tuple(record.get("with") or ()),
        without_snippets=tuple(record.get("without") or ()),
    )


def body_of(corpus: str, record: Mapping[str, Any]) -> str | None:
    """The gold body of a line of `truth.jsonl`, in the encoding that it was written in."""
    body = record.get("body")
    return fix_encoding(body) if body and corpus.startswith(MISREAD) else body


def wcxb_page(corpus: str, split: Path, id_: str, record: Mapping[str, Any]) -> Page:
    """A page from a file of WCXB's ground truth."""
    truth = record.get("ground_truth") or {}
    author = (truth.get("author") or "").strip()
    return Page(
        id=id_,
        corpus=corpus,
        path=split / "html" / f"{id_}.html.gz",
        kind=wcxb_kind(record),
        url=record.get("url") or None,
        body=truth.get("main_content") or "",
        headline=truth.get("title") or None,
        authors=(author,) if author else (),
        published=day(truth.get("publish_date")),
        with_snippets=tuple(truth.get("with") or ()),
        without_snippets=tuple(truth.get("without") or ()),
    )


def wcxb_kind(record: Mapping[str, Any]) -> str:
    """The kind of page, under the name WCXB's own evaluation gives it."""
    kind = (record.get("_internal") or {}).get("page_type", "article")
    primary = kind.get("primary", "article") if isinstance(kind, Mapping) else kind or "article"
    return "collection" if primary == "category" else str(primary)


def sections(records: Iterable[Mapping[str, Any]]) -> Iterator[Section]:
    """Sections, from their records."""
    for record in records:
        yield Section(headings=tuple(record.get("headline") or ()), paragraphs=tuple(record.get("paragraphs") or ()))


def gold_image(record: Mapping[str, Any]) -> GoldImage:
    """An image, from its record."""
    return GoldImage(
        caption=record.get("caption"),
        credits=tuple(record.get("credits") or ()),
        alt=record.get("alt"),
        cover=bool(record.get("cover")),
        urls=tuple(record.get("urls") or ()),
    )


def day(value: str | None) -> dt.date | None:
    """The day an ISO 8601 string begins with; None where it holds none."""
    try:
        return dt.date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def moment(value: str | None) -> dt.datetime | None:
    """The moment of an ISO 8601 string; None where it holds none."""
    try:
        return dt.datetime.fromisoformat(value or "")
    except ValueError:
        return None
