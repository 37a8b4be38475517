"""Samples without what not every page has: an address, telling class names, metadata.

A model that learns from whole pages alone leans on these, and loses its way on pages that lack them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from random import Random

import numpy as np

from benchmarks.training.samples import Sample, Tokens

__all__ = ["CRUTCHES", "without", "without_some"]

TAGS = ("<", "%")
"""How the path tokens begin that say nothing of names: tags and roles."""
CRUTCHES: Mapping[str, Mapping[str, float]] = {
    "address": {"url_depth": -1.0, "url_hyphens": 0.0, "url_digits": 0.0},
    "names": {"role_byline": 0.0, "role_caption": 0.0},
    "metadata": {
        **{f"type_{kind}": 0.0 for kind in ("article", "og_article", "og_website", "product", "forum", "list")},
        **dict.fromkeys(("type_service", "role_summary", "described", "author_named"), 0.0),
        **dict.fromkeys(("stated", "past_stated", "page_stated"), 0.0),
    },
}
"""What the features are of a page that lacks something."""
SHARES: Mapping[str, float] = {"address": 0.3, "names": 0.2, "metadata": 0.2}
"""Shares of the samples that something is taken from, each by itself; always the same ones."""


def without_some(sample: Sample) -> Sample:
    """A sample without some of `CRUTCHES`, drawn by the name of its page; mostly the sample itself."""
    draw = Random(f"{sample.gold.corpus} {sample.gold.id}")
    return without(sample, [name for name, share in SHARES.items() if draw.random() < share])


def without(sample: Sample, names: Iterable[str]) -> Sample:
    """A sample as it were if its page lacked these of `CRUTCHES`."""
    chosen = tuple(names)
    if not chosen:
        return sample
    static = np.array(sample.static)
    for name in chosen:
        for feature, value in CRUTCHES[name].items():
            static[sample.names.index(feature)] = value
    paths = tuple(map(of_tags, sample.paths)) if "names" in chosen else sample.paths
    return replace(sample, static=static, paths=paths)


def of_tags(path: tuple[Tokens, Tokens, Tokens]) -> tuple[Tokens, Tokens, Tokens]:
    """The tokens of a path without those of names."""
    near, parent, far = (tuple(token for token in part if token.startswith(TAGS)) for part in path)
    return near, parent, far
