"""Features in words."""

import pytest

from cleanpage.explain.feature_names import describe_feature, is_flag, value_in_words
from cleanpage.models.weights import load_model
from cleanpage.rules.feature_words import GROUPS, OWN_FEATURES


@pytest.mark.parametrize("name", load_model().features)
def test_every_feature_of_the_model_has_words(name: str) -> None:
    found = describe_feature(name)
    assert found.group in GROUPS
    assert found.words != name or name in OWN_FEATURES, f"add {name} to rules/feature_words.py"


@pytest.mark.parametrize(
    ("name", "group", "words"),
    [
        ("link_density", "density", "link density"),
        ("link_density_-1", "neighbours", "1 block before: link density"),
        ("words_+2", "neighbours", "2 blocks after: number of words"),
        ("mean_words_0", "container", "own box: words a block"),
        ("share_3", "container", "third box around it: share of the prose"),
        ("path_far", "names", "names further up"),
    ],
)
def test_words(name: str, group: str, words: str) -> None:
    assert describe_feature(name) == (group, words)


@pytest.mark.parametrize("name", ["brand_new", "share_9", "brand_new_+1", ""])
def test_a_feature_without_words_is_called_by_its_name(name: str) -> None:
    assert describe_feature(name) == ("page", name)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("role_caption", 0.0, "no"),
        ("in_nav", 1.0, "yes"),
        ("long_-1", 1.0, "yes"),
        ("link_density", 1 / 3, "0.333"),
        ("page_prose", 12345.6, "12346"),
        ("words", 12.0, "12"),
    ],
)
def test_values(name: str, value: float, words: str) -> None:
    assert value_in_words(value, is_flag(name)) == words
