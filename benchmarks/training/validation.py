"""Cross-validated figures, by the measures of the benchmark and the selection that runs in production."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import compress
from typing import Any

from benchmarks.metrics import score, summarise
from benchmarks.pages import Page
from benchmarks.systems.record import BODY, Extraction
from benchmarks.training.crutches import without_some
from benchmarks.training.learning import FOLDS, TokenFits, TokenPair, features_of, learn_parts, table_of
from benchmarks.training.samples import Sample
from cleanpage.features.hints import PageHints
from cleanpage.models.feature_table import Features
from cleanpage.models.weights import Model, read_model
from cleanpage.selection.scores import Scores, score_blocks
from cleanpage.selection.select import choose

__all__ = ["figures", "kind_f1", "learned_model", "model_data", "out_of_fold", "texts_of"]


def model_data(tokens: TokenPair, names: Sequence[str], parts: Mapping[str, Any]) -> dict[str, Any]:
    """A model as `models/weights.json` has it."""
    return {
        "features": list(names),
        "path": {token: list(row) for token, row in tokens.path.table.items()},
        "lexical": {token: row[0] for token, row in tokens.lexical.table.items()},
        **parts,
    }


def learned_model(
    samples: Sequence[Sample], folds: Sequence[int], fits: TokenFits, held_out: int | None = None
) -> dict[str, Any]:
    """The model of some pages, from each of which something may be taken away (`crutches.py`).

    Forests and network see token weights that do not know the page they are on.

    Args:
        samples: The pages.
        folds: The fold of each.
        fits: Token weights by the folds that they have not seen.
        held_out: The fold that nothing may know of.
    """
    varied = [without_some(sample) for sample in samples]
    features = table_of(varied, folds, fits, held_out)
    tokens = fits[() if held_out is None else (held_out,)]
    return model_data(tokens, features[0].names, learn_parts(varied, features))


def out_of_fold(samples: Sequence[Sample], folds: Sequence[int], fits: TokenFits) -> list[tuple[Features, Scores]]:
    """Features and scores of every page by a model that has not seen its domain."""
    found: list[tuple[Features, Scores] | None] = [None] * len(samples)
    for fold in range(FOLDS):
        seen = [n for n, other in enumerate(folds) if other != fold]
        data = learned_model([samples[n] for n in seen], [folds[n] for n in seen], fits, fold)
        model: Model = read_model(data)
        for n, other in enumerate(folds):
            if other == fold:
                features = features_of(samples[n], fits[(fold,)])
                found[n] = (features, score_blocks(features, model))
    return [result for result in found if result is not None]


def texts_of(samples: Sequence[Sample], results: Sequence[tuple[Features, Scores]]) -> list[str]:
    """The body of every page as the selection of production takes it."""
    texts = []
    for sample, (features, scores) in zip(samples, results, strict=True):
        hints = PageHints(roles=sample.roles, quotes=sample.quotes)
        kept = choose(sample.texts, sample.groups, features, scores, hints).kept
        texts.append("\n\n".join(compress(sample.texts, kept)))
    return texts


def figures(samples: Sequence[Sample], texts: Sequence[str], blank: Iterable[Page] = ()) -> dict[str, dict[str, float]]:
    """Every body measure of each corpus, and of each kind of page of a corpus that has several.

    Args:
        samples: The pages.
        texts: The body of each.
        blank: Further pages, in which nothing was found.
    """
    groups: dict[str, list[dict[str, Any]]] = {}
    bodies = [(s.gold, Extraction(text=text, headline=s.headline)) for s, text in zip(samples, texts, strict=True)]
    for gold, found in [*bodies, *((page, Extraction(text="")) for page in blank)]:
        row = score(gold, found, BODY)
        for group in (gold.corpus, f"{gold.corpus}/{gold.kind}"):
            groups.setdefault(group, []).append(row)
    return {group: {name: found.value for name, found in summarise(rows).items()} for group, rows in groups.items()}


def kind_f1(samples: Sequence[Sample], results: Sequence[tuple[Features, Scores]]) -> float:
    """Macro F1 of article against all other kinds, over the pages with a gold body."""
    pairs = [
        (s.is_article, r.article >= 0.5) for s, (_, r) in zip(samples, results, strict=True) if s.gold.body is not None
    ]
    scores = []
    for side in (True, False):
        right = sum(gold is side and found is side for gold, found in pairs)
        scores.append(
            2 * right / max(1, sum(gold is side for gold, _ in pairs) + sum(found is side for _, found in pairs))
        )
    return sum(scores) / len(scores)
