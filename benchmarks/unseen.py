"""cleanpage on pages that its models have not seen: production, with cross-validated scores in place of its own.

The shipped weights were learned from the corpora, and flatter cleanpage there. `benchmarks.train --scores FILE` keeps
the scores of every page by a model that has seen no page of its domain. Here the steps that follow, selection and
assembly, run on those; what comes out is judged as every other system is.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor

from benchmarks.metrics import score
from benchmarks.pages import Corpus, CorpusError, Page
from benchmarks.run import PROCESSES, Run
from benchmarks.systems import Extraction
from benchmarks.systems.record import BODY
from benchmarks.training.scores import PageKey
from benchmarks.worker import PageRecord
from cleanpage import Article, analyze
from cleanpage.assembly.assemble import article_figures, build_body
from cleanpage.selection.scores import Scores
from cleanpage.selection.select import select_blocks

__all__ = ["OURS_UNSEEN", "unseen_run"]

OURS_UNSEEN = "cleanpage-unseen"
"""Name of the run in the folder of records."""


def unseen_run(
    corpus: Corpus,
    known: Mapping[PageKey, Scores],
    version: str,
    *,
    system: str = OURS_UNSEEN,
    processes: int = PROCESSES,
    advance: Callable[[], object] = lambda: None,
) -> Run | None:
    """Bodies of a corpus by the scores of models that have not seen them; None where the scores are of other corpora.

    Args:
        corpus: The pages.
        known: Scores by corpus and id of the page, without those of pages that have no block.
        version: Version of cleanpage, for the record.
        system: Name of the run.
        processes: Number of worker processes.
        advance: Called after every page.

    Raises:
        CorpusError: The scores are of other blocks than the walker reads now.
    """
    if not any((page.corpus, page.id) in known for page in corpus.pages):
        return None
    jobs = [(page, known.get((page.corpus, page.id))) for page in corpus.pages]
    records = []
    with ProcessPoolExecutor(processes) as pool:
        for record in pool.map(unseen_record, jobs, chunksize=8):
            records.append(record)
            advance()
    return Run(
        corpus=corpus.name,
        digest=corpus.digest,
        system=system,
        version=version,
        date=dt.datetime.now(dt.UTC).date().isoformat(),
        records=tuple(records),
    )


def unseen_record(job: tuple[Page, Scores | None]) -> PageRecord:
    """One page, untimed: what the scores took belongs to the run that learned them."""
    page, scores = job
    article = article_by(page, scores)
    extraction = Extraction(text=article.text, headline=article.headline)
    return PageRecord(
        id=page.id, kind=page.kind, seconds=0.0, scores=score(page, extraction, BODY), extraction=extraction
    )


def article_by(page: Page, scores: Scores | None) -> Article:
    """The article as production gives it for these scores of the page's blocks.

    Raises:
        CorpusError: There is not one score a block.
    """
    found = analyze(page.html, url=page.url)
    if len(found.page.texts) != (0 if scores is None else len(scores.probabilities)):
        raise CorpusError(
            f"the scores of {page.corpus}/{page.id} are of other blocks: run benchmarks.train --scores anew"
        )
    if scores is None:
        return found.article
    kept = select_blocks(found.page, found.features, scores, found.hints).body
    figures = article_figures(found.page, kept, found.figures, found.metadata)
    return found.article.model_copy(update={"body": build_body(found.page, kept, figures, found.metadata)})
