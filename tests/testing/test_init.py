"""The names of `cleanpage.testing`."""

import subprocess
import sys

import pytest

from cleanpage import testing


@pytest.mark.parametrize("name", testing.__all__)
def test_every_name_resolves(name: str) -> None:
    assert getattr(testing, name) is getattr(testing, name)
    assert name in dir(testing)


def test_every_name_has_a_home() -> None:
    assert set(testing.HOME_OF) == set(testing.__all__)


def test_unknown_names() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        testing.nothing  # noqa: B018  # what is tested


@pytest.mark.slow
def test_it_needs_no_package_of_tests() -> None:
    """Not even for a check."""
    program = (
        "import sys; sys.modules.update(dict.fromkeys(('pytest', '_pytest', 'httpx', 'jinja2', 'scrapy'))); "
        "from cleanpage.testing import *; import cleanpage.testing.reports, cleanpage.testing.updating; "
        "page = build_page(); assert_article(__import__('cleanpage').extract(page), {'section': 'Transport'})"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
