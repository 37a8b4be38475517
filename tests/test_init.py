"""The names of the package."""

import importlib
import subprocess
import sys

import pytest

import cleanpage


@pytest.mark.parametrize("name", cleanpage.__all__)
def test_every_name_resolves(name: str) -> None:
    value = getattr(cleanpage, name)
    assert value is not None
    assert getattr(cleanpage, name) is value
    assert name in dir(cleanpage)


@pytest.mark.parametrize("name", [name for name in cleanpage.__all__ if name != "__version__"])
def test_every_name_is_that_of_its_module(name: str) -> None:
    home = cleanpage.HOMES.get(name, "article")
    assert getattr(importlib.import_module(f"cleanpage.{home}"), name) is getattr(cleanpage, name)


def test_unknown_names() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        cleanpage.nothing  # noqa: B018  # what is tested


@pytest.mark.slow
def test_star_import_in_a_fresh_interpreter() -> None:
    code = (
        "from cleanpage import *; import cleanpage; assert set(cleanpage.__all__) <= globals().keys() | {'__version__'}"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
