"""Reads all features of a page: one row a block, one column a feature.

The text features (text density, link density, sentence punctuation) follow Kohlschütter et al., "Boilerplate Detection
using Shallow Text Features", WSDM 2010; the container features follow the observation of Readability and CETR that an
article is the element with most text and few links; the path features are the class heuristic with learned weights.
"""

import numpy as np

from cleanpage.features.containers import Containers, container_features, container_path_features, containers_of
from cleanpage.features.context import context_features
from cleanpage.features.hints import NO_HINTS, PageHints, hint_features
from cleanpage.features.neighbours import neighbour_features, neighbour_path_features
from cleanpage.features.paths import learned_features
from cleanpage.features.position import position_features
from cleanpage.features.stated import stated_features
from cleanpage.features.text import text_features
from cleanpage.models.arrays import Columns
from cleanpage.models.feature_table import Features, no_features
from cleanpage.page.page import Page

__all__ = ["derived_features", "read_features", "static_features"]


def read_features(page: Page, hints: PageHints = NO_HINTS) -> Features:
    """Compute all features of all blocks, in time linear in the page.

    Args:
        page: The page.
        hints: What is known of it besides.
    """
    if not page.texts:
        return no_features(0)
    layout = containers_of(page)
    columns = static_features(page, layout, hints)
    columns |= learned_features(page)
    columns |= derived_features(layout, columns)
    return Features(tuple(columns), np.array(list(columns.values()), dtype=np.float32))


def static_features(page: Page, layout: Containers, hints: PageHints) -> Columns:
    """The features that rest on no weights."""
    columns = text_features(page)
    columns |= context_features(page)
    columns |= container_features(page, layout, columns)
    columns |= neighbour_features(columns)
    columns |= position_features(page, columns)
    columns |= hint_features(page, hints)
    columns |= stated_features(page.texts, hints)
    return columns


def derived_features(layout: Containers, columns: Columns) -> Columns:
    """The features that spread the learned ones over containers and neighbours."""
    return container_path_features(layout, columns) | neighbour_path_features(columns)
