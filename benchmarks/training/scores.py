"""Cross-validated scores on disk: what the scorer says of each page when it has not seen the page's domain.

What is learned from scores, such as the confidence of an article, must learn from these: the scores of the model that
has seen the page are far surer than those of a new one.
"""

import gzip
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.training.samples import Sample
from cleanpage.selection.scores import Scores

__all__ = ["PageKey", "read_scores", "write_scores"]

DIGITS = 5

PageKey = tuple[str, str]
"""Corpus and id of a page."""


def write_scores(path: Path, samples: Sequence[Sample], scores: Sequence[Scores]) -> None:
    """Keep the scores of every page: a line of JSON each, gzipped, without a date: equal scores give equal files."""
    lines = [
        json.dumps(
            {
                "corpus": sample.gold.corpus,
                "id": sample.gold.id,
                "article": round(found.article, DIGITS),
                "probabilities": [round(value, DIGITS) for value in found.probabilities.tolist()],
            }
        )
        for sample, found in zip(samples, scores, strict=True)
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress("".join(f"{line}\n" for line in lines).encode(), mtime=0))


def read_scores(path: Path) -> Mapping[PageKey, Scores]:
    """The scores that were kept, by page."""
    records = map(json.loads, gzip.decompress(path.read_bytes()).decode().splitlines())
    return {
        (record["corpus"], record["id"]): Scores(np.array(record["probabilities"], dtype=float), record["article"])
        for record in records
    }
