"""Page kind: article, forum, product, documentation, listing, collection or service.

Told by a logistic model from how the blocks of the page are on the whole, the labels on it, and its address.
Only numbers that rest on no other learned weights go in, so that it need not be learned anew when those are.
"""

import re
from functools import lru_cache
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from cleanpage.models.feature_table import Features
from cleanpage.models.logistic import LogisticModel, load_logistic
from cleanpage.page.page import Page
from cleanpage.rules.kind_cues import ADDRESS_WORDS, LABELS

__all__ = ["kind_probabilities", "kind_signals"]

# A text of so many characters may be a label; so many characters of labels are looked at.
MAX_LABEL, MAX_LABELS = 40, 2_000
MEAN, GREATEST = "mean_", "most_"
ADDRESS_PART = re.compile(r"[a-z0-9]+")


def kind_probabilities(page: Page, features: Features, model: LogisticModel | None = None) -> dict[str, float]:
    """How probable each kind of page is; empty for a page without blocks.

    Args:
        page: The page.
        features: Its blocks.
        model: Weights; by default those of the package.
    """
    if not features.names:
        return {}
    model = model or load_logistic("page_kind")
    means, most, others = places(features.names, model.names)
    signals = page_signals(page, features.column("words"))
    rest = np.array([signals[name] for name in others])
    return model.probabilities(np.concatenate((features.means(means), features.values[most].max(axis=1), rest)))


def kind_signals(page: Page, features: Features, names: tuple[str, ...]) -> dict[str, float]:
    """All numbers that a model may be learned from, by name.

    Args:
        page: The page.
        features: Its blocks; it has at least one.
        names: The features that count, means before maxima, as the model has them.
    """
    rows = np.array([features.names.index(name) for name in names])
    mean = dict(zip((MEAN + name for name in names), features.means(rows).tolist(), strict=True))
    most = dict(zip((GREATEST + name for name in names), features.values[rows].max(axis=1).tolist(), strict=True))
    return mean | most | page_signals(page, features.column("words"))


@lru_cache(maxsize=16)
def places(
    features: tuple[str, ...], wanted: tuple[str, ...]
) -> tuple[NDArray[np.intp], NDArray[np.intp], tuple[str, ...]]:
    """Rows of the features whose mean is wanted, of those whose maximum is, and the names that are left."""
    place = {name: row for row, name in enumerate(features)}
    means = [place[name.removeprefix(MEAN)] for name in wanted if name.startswith(MEAN)]
    most = [place[name.removeprefix(GREATEST)] for name in wanted if name.startswith(GREATEST)]
    others = tuple(name for name in wanted if not name.startswith((MEAN, GREATEST)))
    return np.array(means, dtype=np.intp), np.array(most, dtype=np.intp), others


def page_signals(page: Page, words: NDArray[np.floating]) -> dict[str, float]:
    """What labels, sizes and the address of a page say."""
    chars = sum(map(len, page.texts))
    labels = "\n".join([text for text in page.texts if len(text) <= MAX_LABEL])[:MAX_LABELS].lower()
    logs = {f"label_{name}": sum(map(labels.count, cues)) for name, cues in LABELS.items()}
    logs |= {
        "images": len(page.images),
        "blocks": len(page.texts),
        "words": int(words.sum()),
        "chars": chars,
        "label_chars": len(labels),
    }
    signals = dict(zip(logs, np.log1p(list(logs.values())).tolist(), strict=True))
    return signals | {"linked": sum(page.linked_chars) / chars} | address_signals(page.url)


def address_signals(url: str | None) -> dict[str, float]:
    """What the address says: words of its host and path, its length, whether it is the root or a query."""
    parts = urlsplit(url or "")
    path = parts.path.lower()
    found = {*ADDRESS_PART.findall(path), *(parts.hostname or "").split(".")[:-1]}
    signals = {f"address_{kind}": float(not words.isdisjoint(found)) for kind, words in ADDRESS_WORDS.items()}
    shape = {
        "address_root": float(bool(url) and not path.strip("/")),
        "address_length": float(np.log1p(len(path))),
        "address_query": float(bool(parts.query)),
    }
    return signals | shape
