"""Options: frozen, checked."""

import dataclasses

import pytest

from cleanpage import CleanpageError, Options, OptionsError


def test_defaults() -> None:
    options = Options()
    assert (options.source, options.max_bytes, options.max_nodes) == ("auto", 50_000_000, 2_000_000)


def test_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Options().source = "html"  # type: ignore[misc]  # what is tested


@pytest.mark.parametrize(
    ("option", "value"),
    [
        *(("source", value) for value in ("xml", "", None, 1)),
        *((name, value) for name in ("max_bytes", "max_nodes") for value in (0, -1, 1.5, "9", None, True)),
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
    options = Options(max_bytes=1, max_nodes=1)
    assert (options.max_bytes, options.max_nodes) == (1, 1)
