"""Parametrizes tests over saved pages, their fields, and hostile pages."""

from pathlib import Path

import pytest

from cleanpage.pytest_plugin.running import folders_of

__all__ = ["parametrize"]


def parametrize(metafunc: pytest.Metafunc) -> None:
    """Parametrize the fixtures `saved_page`, `page_field` and `hostile_page` of a test that uses them."""
    if "hostile_page" in metafunc.fixturenames:
        from cleanpage.testing.hostile import HOSTILE

        metafunc.parametrize("hostile_page", tuple(HOSTILE), indirect=True)
    if "saved_page" in metafunc.fixturenames:
        parametrize_pages(metafunc)


def parametrize_pages(metafunc: pytest.Metafunc) -> None:
    marker = metafunc.definition.get_closest_marker("page")
    if marker is None:
        pytest.fail("say which saved pages: @pytest.mark.page('name', …), or '*' for all", pytrace=False)
    try:
        folders = folders_of(metafunc.config, metafunc.definition.path.parent, marker.args)
    except LookupError as error:
        pytest.fail(error.args[0], pytrace=False)
    names = [folder.name.removesuffix(".page") for folder in folders]
    if "page_field" not in metafunc.fixturenames:
        metafunc.parametrize("saved_page", folders, ids=names, indirect=True)
        return
    pairs = [(folder, field) for folder in folders for field in fields_of(metafunc.config, folder)]
    ids = [f"{folder.name.removesuffix('.page')}-{field}" for folder, field in pairs]
    metafunc.parametrize(("saved_page", "page_field"), pairs, ids=ids, indirect=True)


def fields_of(config: pytest.Config, folder: Path) -> list[str]:
    """The fields that are expected of a page, and to be checked."""
    from cleanpage.pytest_plugin.running import run_settings
    from cleanpage.testing.pages import SavedPageError, read_expected

    try:
        expected = read_expected(folder / "expected.json")
    except SavedPageError as error:
        pytest.fail(str(error), pytrace=False)
    return [name for name in expected if run_settings(config).wants(name)]
