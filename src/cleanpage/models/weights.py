"""The learned model: token weights, forests and a network, read from `models/weights.json`.

`benchmarks/train.py` writes that file; nothing at run time does.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from cleanpage.models.forest import Forest, read_forest
from cleanpage.models.network import Network, read_network

__all__ = ["Model", "load_model", "read_model"]


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """Everything that was learned."""

    path: Mapping[str, tuple[float, float, float]]
    """What a token of an element says of the text in it, in its children, and further down; log odds."""
    lexical: Mapping[str, float]
    """What a token of a short text or of a link's target says of it; log odds."""
    features: tuple[str, ...]
    """Names of the features in the order that the forests count them."""
    kind: Forest
    """Log odds that a page is an article, from the means of its features."""
    article: Forest
    """Log odds that a block is body, on articles."""
    other: Forest
    """Log odds that a block is body, on all kinds of pages."""
    network: Network
    """The same, of all blocks of a page at once."""


@cache
def load_model() -> Model:
    """The model that comes with the package, read once."""
    return read_model(json.loads(files("cleanpage.models").joinpath("weights.json").read_text(encoding="utf-8")))


def read_model(data: Mapping[str, Any]) -> Model:
    """A model from the content of its file.

    Raises:
        KeyError: A part is missing.
        ValueError: A token has not three weights, a forest has not one leaf a combination of answers, or it asks for
            a feature that is not named; or the parts of the network do not fit.
    """
    return Model(
        path={token: (near, parent, far) for token, (near, parent, far) in data["path"].items()},
        lexical=data["lexical"],
        features=tuple(data["features"]),
        kind=read_forest(data["kind"], len(data["features"])),
        article=read_forest(data["article"], len(data["features"])),
        other=read_forest(data["other"], len(data["features"])),
        network=read_network(data["network"], tuple(data["features"])),
    )
