"""The hook that the plugin adds."""

import pytest


@pytest.hookspec(firstresult=True)
def pytest_cleanpage_normalize(field: str, value: object, url: str | None) -> object | None:
    """Bring a value into the form in which it is compared.

    Called for each expected and each found value, both of which it must treat alike.

    Args:
        field: Name of the field, as in `expected.json`.
        value: A JSON value.
        url: Absolute URL of the page, where it is known.

    Returns:
        The value to compare, or None to leave it to the next hook, and in the end as it is.
    """
