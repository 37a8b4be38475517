"""Pages and models small enough to compute by hand."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from hypothesis import strategies as st

from cleanpage.models.arrays import Columns
from cleanpage.models.network import shapes_of
from cleanpage.models.weights import Model, read_model
from cleanpage.page.dom import parse
from cleanpage.page.page import Page
from cleanpage.page.walk import read_blocks

SENTENCE = "The ferry sails at nine, says the harbour master, and comes back to the old pier at noon, rain or shine."
"""20 words of prose."""


def page_of(html: str, url: str | None = None) -> Page:
    return read_blocks(parse(html, url))


def rounded(columns: Columns, name: str) -> list[float]:
    """A column as a list, to four digits."""
    return [round(float(value), 4) for value in columns[name]]


def forest(*trees: tuple[Sequence[int], Sequence[float], Sequence[int]], bias: float = 0.0) -> dict[str, Any]:
    """A forest as the file has it, of trees given as features, borders and leaves in thousandths."""
    return {
        "bias": bias,
        "features": [list(features) for features, _, _ in trees],
        "borders": [list(borders) for _, borders, _ in trees],
        "leaves": [list(leaves) for _, _, leaves in trees],
    }


def constant(odds: float) -> dict[str, Any]:
    """A forest that says the same of all rows."""
    return forest(([0], [0.0], [0, 0]), bias=odds)


def network(features: int, width: int = 2, **parts: Any) -> dict[str, Any]:
    """A network as the file has it: it says nothing, unless `parts` say otherwise."""
    weights: dict[str, Any] = {"output": [0] * width, "output_bias": 0}
    for name, (rows, columns) in shapes_of(features, width).items():
        weights |= {name: [[0] * columns] * rows, f"{name}_bias": [0] * width}
    return {"center": [0.0] * features, "scale": [1.0] * features, "weights": weights | parts}


def model_data(**parts: Any) -> dict[str, Any]:
    """The content of a file of weights: nothing is known, unless `parts` say otherwise."""
    empty: dict[str, Any] = {"path": {}, "lexical": {}, "features": ["words"]}
    empty["network"] = network(len(parts.get("features", empty["features"])))
    return empty | dict.fromkeys(("kind", "article", "other"), constant(0.0)) | parts


def model_of(
    path: Mapping[str, Sequence[float]] | None = None, lexical: Mapping[str, float] | None = None, **parts: Any
) -> Model:
    """A model of hand-made weights."""
    return read_model(model_data(path=path or {}, lexical=lexical or {}, **parts))


def columns_of(**columns: Sequence[float]) -> Columns:
    """Columns from lists."""
    return {name: np.array(values, dtype=np.float32) for name, values in columns.items()}


PIECES = st.sampled_from(
    "<p> </p> <div> <div/class=card> </div> <ul> <li> </ul> <h1> <h2> </h2> <table> <tr> <td> <pre> </pre> <b> </b> "
    "<nav> </nav> <article> </article> <br> <hr> <noscript> <title>Ferry</title> <a/href=/x> <a/href=//[> </a> "
    "<a/href> <img/src=x> <input> <p/class/id/role> <p/style=display:none> Ferry. ferry sails, © 12 水水水。 \u200b ! "
    "&nbsp; <select><option>x</select> <!--x-->".split()
) | st.just(SENTENCE)
SOUP = st.lists(PIECES | st.text(max_size=8), max_size=40).map(" ".join)
"""Pages of any shape."""
