"""The rows of `rules/cues.py`."""

import pytest

from cleanpage.features.text import SHORT_CUES, cue_features
from cleanpage.rules.cues import CUES, Cue


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.name)
def test_rows(cue: Cue) -> None:
    column = f"cue_{cue.name}"
    assert cue_features(cue.matches)[column].all()
    assert not cue_features(cue.spares)[column].any()


def test_phrases_are_lower_case_and_stand_once() -> None:
    for cue in CUES:
        assert all(phrase == phrase.lower().strip() for phrase in cue.phrases)
        assert len(set(cue.phrases)) == len(cue.phrases)


def test_short_phrases_are_in_other_scripts() -> None:
    """Which `cue_features` counts upon."""
    assert SHORT_CUES
    assert not any(phrase.isascii() for phrase in SHORT_CUES)
