"""Logistic models. Their weights are JSON files in this folder."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["LogisticModel", "load_logistic", "read_logistic"]

# Standard deviations beyond which a number says no more.
MOST = 4.0


@dataclass(frozen=True, slots=True, eq=False)
class LogisticModel:
    """Multinomial logistic regression over standardised numbers."""

    names: tuple[str, ...]
    """Names of the numbers, in order."""
    classes: tuple[str, ...]
    """What the probabilities are of, in order."""
    center: NDArray[np.float64]
    """Shape (numbers,)."""
    scale: NDArray[np.float64]
    """Shape (numbers,)."""
    weights: NDArray[np.float64]
    """Shape (classes, numbers)."""
    bias: NDArray[np.float64]
    """Shape (classes,)."""

    def probabilities(self, values: NDArray[np.floating]) -> dict[str, float]:
        """The probability of each class; `values` has shape (numbers,)."""
        standard = np.clip((values - self.center) / self.scale, -MOST, MOST)
        odds = self.weights @ standard + self.bias
        shares = np.exp(odds - odds.max())
        return dict(zip(self.classes, (shares / shares.sum()).tolist(), strict=True))


@cache
def load_logistic(name: str) -> LogisticModel:
    """The model of that name that comes with the package, read once."""
    return read_logistic(json.loads(files("cleanpage.models").joinpath(f"{name}.json").read_text(encoding="utf-8")))


def read_logistic(data: dict[str, Any]) -> LogisticModel:
    """A model from the content of its file.

    Raises:
        ValueError: The parts do not fit together.
    """
    model = LogisticModel(
        names=tuple(data["names"]),
        classes=tuple(data["classes"]),
        center=np.array(data["center"], dtype=float),
        scale=np.array(data["scale"], dtype=float),
        weights=np.array(data["weights"], dtype=float),
        bias=np.array(data["bias"], dtype=float),
    )
    count, kinds = len(model.names), len(model.classes)
    shapes = (model.center.shape, model.scale.shape, model.weights.shape, model.bias.shape)
    if shapes != ((count,), (count,), (kinds, count), (kinds,)):
        raise ValueError(f"a model of {kinds} classes and {count} numbers has parts of shapes {shapes}")
    return model
