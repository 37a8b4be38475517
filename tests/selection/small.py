"""Features and scores of blocks that are built by hand."""

from collections.abc import Sequence

import numpy as np

from cleanpage.models.feature_table import Features
from cleanpage.selection.scores import Scores
from cleanpage.selection.select import MIN_COPY

LONG = "The ferry sails at nine and comes back at noon."
assert len(LONG) > MIN_COPY


def features_of(words: Sequence[float], levels: Sequence[int] = (), signs: Sequence[int] = ()) -> Features:
    nothing = [0] * len(words)
    rows = [words, levels or nothing, signs or nothing]
    return Features(("words", "heading_level", "cue_advert"), np.array(rows, dtype=np.float32))


def scores_of(probabilities: Sequence[float], article: float) -> Scores:
    return Scores(np.array(probabilities, dtype=np.float64), article)
