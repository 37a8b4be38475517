from pathlib import Path

import numpy as np
import pytest

from benchmarks import corpora, unseen
from benchmarks.pages import Corpus, CorpusError
from cleanpage import analyze
from cleanpage.selection.scores import Scores


@pytest.fixture
def corpus(shared: Path) -> Corpus:
    return corpora.load("small-dev", shared)


def scores_of(corpus: Corpus) -> dict[tuple[str, str], Scores]:
    """The scores that production itself gives."""
    return {(page.corpus, page.id): analyze(page.html, url=page.url).scores for page in corpus.pages}


def test_scores_of_production_give_its_articles(corpus: Corpus) -> None:
    calls: list[int] = []
    done = unseen.unseen_run(corpus, scores_of(corpus), "1", processes=1, advance=lambda: calls.append(1))
    assert done is not None
    texts = [record.extraction.text for record in done.records]
    assert texts == [analyze(page.html, url=page.url).article.text for page in corpus.pages]
    assert all(texts)
    assert done.records[0].scores["f1"][2] == 1.0
    assert (done.system, done.version, len(calls)) == ("cleanpage-unseen", "1", 2)


def test_other_scores_give_another_body(corpus: Corpus) -> None:
    known = {page: Scores(np.zeros(len(found.probabilities)), 0.0) for page, found in scores_of(corpus).items()}
    done = unseen.unseen_run(corpus, known, "1", processes=1)
    assert done is not None
    assert [record.extraction.text for record in done.records] == ["", ""]


def test_scores_of_other_corpora(corpus: Corpus) -> None:
    assert unseen.unseen_run(corpus, {("other", "ferry"): Scores(np.zeros(3), 0.0)}, "1") is None


@pytest.mark.parametrize("scores", [None, Scores(np.zeros(1), 0.0)])
def test_scores_of_other_blocks_are_refused(corpus: Corpus, scores: Scores | None) -> None:
    with pytest.raises(CorpusError, match="the scores of small-dev/ferry are of other blocks"):
        unseen.article_by(corpus.pages[0], scores)
