"""Names of features in words: `link_density_-1` is the link density, one block before."""

import re

from cleanpage.rules.feature_words import CONTAINER_FEATURES, FLAGS, NEIGHBOUR_FEATURES, OWN_FEATURES, FeatureWords

__all__ = ["describe_feature", "is_flag", "value_in_words"]

SUFFIXED = re.compile(r"(?P<base>\w+?)_(?:(?P<level>\d)|(?P<offset>[+-]\d))")
CONTAINERS = ("own box", "box around it", "second box around it", "third box around it")


def describe_feature(name: str) -> FeatureWords:
    """What a feature is called, and its group; a feature without words is called by its name.

    Args:
        name: One of `Features.names`.
    """
    if name in OWN_FEATURES:
        return OWN_FEATURES[name]
    match = SUFFIXED.fullmatch(name)
    if match and match["level"] and match["base"] in CONTAINER_FEATURES and int(match["level"]) < len(CONTAINERS):
        return FeatureWords("container", f"{CONTAINERS[int(match['level'])]}: {CONTAINER_FEATURES[match['base']]}")
    if match and match["offset"] and match["base"] in NEIGHBOUR_FEATURES:
        return FeatureWords("neighbours", f"{beside(int(match['offset']))}: {NEIGHBOUR_FEATURES[match['base']]}")
    return FeatureWords("page", name)


def beside(offset: int) -> str:
    """Where a neighbour stands."""
    blocks = "1 block" if abs(offset) == 1 else f"{abs(offset)} blocks"
    return f"{blocks} {'after' if offset > 0 else 'before'}"


def is_flag(name: str) -> bool:
    """Whether a feature is yes or no."""
    return name.startswith(FLAGS)


def value_in_words(value: float, flag: bool) -> str:
    """A value of a feature: yes or no for a flag, else the number to three digits."""
    if flag:
        return "yes" if value else "no"
    return f"{value:.3g}" if abs(value) < 1_000 else f"{value:.0f}"
