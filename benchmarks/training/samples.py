"""Samples: pages read by the code that runs in production, with a label a block."""

import pickle
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import compress
from pathlib import Path

import numpy as np

import cleanpage
from benchmarks import corpora
from benchmarks.pages import Page as GoldPage
from benchmarks.training.alignment import align
from benchmarks.training.cards import with_cards
from benchmarks.training.excerpts import excerpt
from benchmarks.training.reading import known_of, page_of
from benchmarks.training.unspaced import UNSPACED, is_drawn, respelled
from cleanpage.features.containers import Containers, containers_of
from cleanpage.features.paths import link_target, names_of
from cleanpage.features.read import static_features
from cleanpage.metadata.read import resolve_metadata
from cleanpage.models.arrays import Array, Indices
from cleanpage.options import Options
from cleanpage.page.page import Page
from cleanpage.page.tokens import element_tokens, link_tokens, text_tokens
from cleanpage.selection.select import groups_of
from cleanpage.source.inputs import read_source

__all__ = ["CORPORA", "Sample", "cached_samples", "code_digest", "read_samples", "without_blocks"]

CORPORA = ("wcxb-dev", "fundus-dev", "readability-dev", "trafilatura-dev", "daniel-dev", "cleaneval-dev")
"""The corpora that are learned from."""
READERS = ("alignment.py", "cards.py", "excerpts.py", "samples.py", "unspaced.py")
"""Modules beside this one that samples depend on, besides those of the package."""
SPACE = re.compile(r"\s+")
# A block this long, in characters, that lies within a snippet has its label.
MIN_WITHIN = 20

Tokens = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A page ready for learning. All sequences run over its blocks."""

    gold: GoldPage
    domain: str
    headline: str | None
    """As production reads it."""
    texts: tuple[str, ...]
    groups: tuple[int, ...]
    roles: dict[int, str]
    quotes: Mapping[int, Sequence[int]]
    """Blocks that may be pull quotes, each with the blocks whose words it repeats."""
    names: tuple[str, ...]
    static: Array
    """Shape (features, blocks): the features that rest on no weights."""
    layout: Containers
    paths: tuple[tuple[Tokens, Tokens, Tokens], ...]
    """Tokens of the block's element, of its parent, and of all further up."""
    lexical: tuple[Tokens, ...]
    labels: Array
    """Share of the block that is gold; NaN where nothing is known."""

    @property
    def words(self) -> Array:
        """Words of each block."""
        words: Array = self.static[self.names.index("words")]
        return words

    @property
    def is_article(self) -> bool:
        """Whether the page is an article by its corpus."""
        return self.gold.kind == "article"


def read_samples(names: Iterable[str] = CORPORA, workers: int = 2) -> list[Sample]:
    """All pages of the corpora that have any block, each followed by what is made of it, in a fixed order."""
    pages = [page for name in names for page in corpora.load(name).pages]
    with ProcessPoolExecutor(workers) as pool:
        return [sample for found in pool.map(read_page, pages, chunksize=8) for sample in found]


def cached_samples(names: Iterable[str], folder: Path | None, workers: int = 2) -> list[Sample]:
    """As `read_samples`; what was read of each corpus is kept in a folder, until the corpus or the code changes."""
    if folder is None:
        return read_samples(names, workers)
    code = code_digest(*READERS)
    found: list[Sample] = []
    for name in names:
        file = folder / f"{name}-{corpora.load(name).digest[:8]}-{code[:8]}.pickle"
        if not file.is_file():
            folder.mkdir(parents=True, exist_ok=True)
            file.write_bytes(pickle.dumps(read_samples([name], workers), protocol=5))
        found += pickle.loads(file.read_bytes())
    return found


def code_digest(*modules: str) -> str:
    """Digest of the code of the package and of modules beside this one; by default of all of them."""
    package, here = Path(cleanpage.__file__).parent, Path(__file__).parent
    return corpora.digest_of([*package.rglob("*.py"), *(map(here.joinpath, modules) if modules else here.glob("*.py"))])


def without_blocks(samples: Iterable[Sample], names: Iterable[str] = CORPORA) -> list[GoldPage]:
    """The pages of the corpora that gave no sample: nothing can be learned from them, but they count."""
    known = {(sample.gold.corpus, sample.gold.id) for sample in samples}
    return [page for name in names for page in corpora.load(name).pages if (page.corpus, page.id) not in known]


def read_page(gold: GoldPage) -> list[Sample]:
    """The samples that one page gives: none where it has no block."""
    page = page_of(gold)
    if not page.texts:
        return []
    labels = labels_of(gold, page.texts)
    return [sample_of(gold, page, labels), *made_of(gold, page, labels)]


def made_of(gold: GoldPage, page: Page, labels: Array) -> Iterator[Sample]:
    """The samples made of a page: an excerpt, one with cards around it, and the page in another script."""
    for short in (excerpt(gold, page, labels), with_cards(gold, page, labels)):
        if short:
            made = page_of(*short)
            yield sample_of(short[0], made, labels_of(short[0], made.texts))
    if is_drawn(gold):
        source = read_source(gold.html, gold.url, None, Options()).html
        made = page_of(gold, respelled(source, gold.id).encode())
        if len(made.texts) == len(page.texts):  # a sign for a tag, or the reverse, makes other blocks
            body = "\n".join(compress(made.texts, labels >= 0.5))
            spelled = replace(gold, corpus=UNSPACED, body=body, titled=False, with_snippets=(), without_snippets=())
            yield sample_of(spelled, made, labels)


def sample_of(gold: GoldPage, page: Page, labels: Array) -> Sample:
    """One page with its labels, ready for learning."""
    claimed, hints = known_of(page)
    layout = containers_of(page)
    columns = static_features(page, layout, hints)
    return Sample(
        gold=gold,
        domain=gold.domain,
        headline=resolve_metadata(claimed, looks_like_article=True).headline,
        texts=tuple(page.texts),
        groups=tuple(groups_of(page)),
        roles={block: str(role) for block, role in hints.roles.items()},
        quotes=hints.quotes,
        names=tuple(columns),
        static=np.array(list(columns.values()), dtype=np.float32),
        layout=ranges_only(layout),
        paths=tuple(read_paths(page)),
        lexical=tuple(lexical_tokens(page, block) for block in range(len(page.texts))),
        labels=labels,
    )


def ranges_only(layout: Containers) -> Containers:
    """A layout that counts containers instead of elements: the ranges are all that learning needs."""
    starts: list[Indices] = []
    ends: list[Indices] = []
    for level in range(len(layout.levels)):
        start, end = layout.range(level)
        starts.append(start)
        ends.append(end)
    count = len(starts[0])
    levels = tuple(np.arange(count) + level * count for level in range(len(starts)))
    return Containers(np.concatenate(starts), np.concatenate(ends), levels)


def read_paths(page: Page) -> Iterable[tuple[Tokens, Tokens, Tokens]]:
    """Tokens along the path of every block: of each token that stands in several elements far up, one."""
    own = [element_tokens(*names_of(tag, a)) for tag, a in zip(page.tags, page.attributes, strict=True)]
    for leaf in page.leaves:
        above = page.ancestors(leaf)
        yield own[leaf], own[above[0]] if above else (), tuple(dict.fromkeys(t for e in above[1:] for t in own[e]))


def lexical_tokens(page: Page, block: int) -> Tokens:
    """Tokens of a block's words and of the address that it links to."""
    target = link_target(page, block)
    return text_tokens(page.texts[block]) + (link_tokens(target) if target else ())


def labels_of(gold: GoldPage, texts: Sequence[str]) -> Array:
    """Labels from the gold body, or from snippets where there is none."""
    if gold.text_of_body is not None:
        return np.array(align(texts, gold.text_of_body), dtype=np.float32)
    labels = np.full(len(texts), np.nan, dtype=np.float32)
    folded = [folded_space(text) for text in texts]
    for snippets, label in ((gold.without_snippets, 0.0), (gold.with_snippets, 1.0)):
        for snippet in map(folded_space, snippets):
            for block, text in enumerate(folded):
                if snippet in text or (len(text) > MIN_WITHIN and text in snippet):
                    labels[block] = label
    return labels


def folded_space(text: str) -> str:
    """The text with runs of white space as one space."""
    return SPACE.sub(" ", text).strip()
