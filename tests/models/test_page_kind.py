"""Kinds of pages: the numbers, and the model that reads them."""

import numpy as np
import pytest

import cleanpage
from cleanpage.models.logistic import load_logistic
from cleanpage.models.page_kind import GREATEST, MEAN, address_signals, kind_probabilities, kind_signals
from cleanpage.rules.kind_cues import LABELS
from tests.odd_pages import ODD_PAGES
from tests.small_pages import ARTICLE


def test_no_blocks_no_kinds() -> None:
    found = cleanpage.analyze("")
    assert kind_probabilities(found.page, found.features) == {}


def test_probabilities_are_of_the_model_and_sum_to_one() -> None:
    found = cleanpage.analyze(ARTICLE)
    kinds = kind_probabilities(found.page, found.features)
    assert tuple(kinds) == load_logistic("page_kind").classes
    assert sum(kinds.values()) == pytest.approx(1)


def test_the_numbers_learned_from_are_those_told_from() -> None:
    model = load_logistic("page_kind")
    names = tuple(name.removeprefix(MEAN) for name in model.names if name.startswith(MEAN))
    for odd in ODD_PAGES[::5]:
        found = cleanpage.analyze(odd.page, url=odd.url)
        if not found.features.names:
            continue
        signals = kind_signals(found.page, found.features, names)
        assert tuple(signals) == model.names
        told = model.probabilities(np.array(list(signals.values())))
        assert kind_probabilities(found.page, found.features) == pytest.approx(told, abs=1e-4)
    assert any(name.startswith(GREATEST) for name in model.names)
    assert not any("path" in name or "lexical" in name for name in model.names), "no weights upon weights"


@pytest.mark.parametrize("name", LABELS)
def test_labels(name: str) -> None:
    cue = LABELS[name][0]
    with_cue, without = (cleanpage.analyze(f"<p>{label}</p><p>nothing of the kind</p>") for label in (f"x{cue}x", "x"))
    signals = [kind_signals(found.page, found.features, ("words",))[f"label_{name}"] for found in (with_cue, without)]
    assert signals[0] > signals[1]


def test_addresses() -> None:
    forum = address_signals("https://forum.example.org/viewtopic.php?t=1")
    assert (forum["address_forum"], forum["address_query"], forum["address_root"]) == (1, 1, 0)
    assert address_signals(None)["address_root"] == 0
    assert address_signals("https://example.org/")["address_root"] == 1
    assert address_signals("https://example.org/products/lamp")["address_product"] == 1
