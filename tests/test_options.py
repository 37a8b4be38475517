"""Options: frozen, checked."""

import dataclasses

import pytest

from cleanpage import CleanpageError, Options, OptionsError
from cleanpage.options import COUNTS


def test_defaults() -> None:
    options = Options()
    assert (options.source, options.strict, options.max_seconds) == ("auto", False, 30.0)
    assert {name: getattr(options, name) for name in COUNTS} == {
        "max_bytes": 50_000_000,
        "max_nodes": 2_000_000,
        "max_depth": 512,
        "max_attributes": 1_000,
        "max_attribute": 1_000_000,
        "max_blocks": 100_000,
        "max_text": 20_000_000,
        "max_json_ld": 5_000_000,
    }


def test_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Options().source = "html"  # type: ignore[misc]  # what is tested


@pytest.mark.parametrize(
    ("option", "value"),
    [
        *(("source", value) for value in ("xml", "", None, 1)),
        *(("hidden", value) for value in ("show", "", None, True)),
        *((name, value) for name in COUNTS for value in (0, -1, 1.5, "9", None, True)),
        *(("max_seconds", value) for value in (0, -1.5, float("nan"), "9", None, True)),
        *(("strict", value) for value in (0, 1, None, "yes")),
    ],
)
def test_wrong_values_are_named_with_the_remedy(option: str, value: object) -> None:
    with pytest.raises(OptionsError) as caught:
        Options(**{option: value})  # type: ignore[arg-type]  # what is tested
    assert isinstance(caught.value, CleanpageError)
    assert isinstance(caught.value, ValueError)
    assert (caught.value.option, caught.value.value) == (option, value)
    assert f"{option}={value!r}" in str(caught.value)
    assert caught.value.remedy in str(caught.value)


def test_least_limits() -> None:
    options = Options(**dict.fromkeys(COUNTS, 1), max_seconds=1e-9)  # type: ignore[arg-type]  # names of counts
    assert all(getattr(options, name) == 1 for name in COUNTS)
