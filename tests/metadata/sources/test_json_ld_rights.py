"""Paywalls and licences in JSON-LD."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from cleanpage.metadata.metadata import Metadata

Reader = Callable[..., Metadata]


def page(**more: Any) -> str:
    return (
        f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **more})}</script><h1>A bridge</h1>'
    )


@pytest.mark.parametrize(
    ("value", "free"),
    [
        (True, True),
        (False, False),
        ("True", True),
        ("false", False),
        (" False ", False),
        ("https://schema.org/False", False),
        ("http://schema.org/True/", True),
        (1, True),
        ("0", False),
        ("no", False),
        ("maybe", None),
        (None, None),
        ([], None),
    ],
)
def test_booleans_as_pages_write_them(read: Reader, value: Any, free: bool | None) -> None:
    assert read(page(isAccessibleForFree=value)).is_accessible_for_free is free


def part(selector: Any, free: Any = False) -> dict[str, Any]:
    return {"@type": "WebPageElement", "isAccessibleForFree": free, "cssSelector": selector}


@pytest.mark.parametrize(
    ("parts", "selector"),
    [
        (part(".locked"), ".locked"),
        ([part(".locked"), part("#rest", "False")], ".locked, #rest"),
        ([part([".a", ".b"]), part(".a")], ".a, .b"),
        ([part(".open", True), "nonsense", part(None)], None),
    ],
)
def test_what_stands_behind_the_paywall(read: Reader, parts: Any, selector: str | None) -> None:
    metadata = read(page(isAccessibleForFree="False", hasPart=parts))
    assert metadata.paywall_selector == selector
    assert metadata.is_accessible_for_free is False


def test_a_closed_part_is_a_paywall(read: Reader) -> None:
    assert read(page(hasPart=part(".locked"))).is_accessible_for_free is False
    assert read(page(hasPart=part(".open", True))).is_accessible_for_free is None
    assert read(page(hasPart=part(".locked"), isAccessibleForFree=True)).is_accessible_for_free is True


def test_the_node_of_the_page_counts_as_well(read: Reader) -> None:
    data = {"@type": "WebPage", "isAccessibleForFree": False, "license": "https://a.example/terms"}
    metadata = read(page() + f'<script type="application/ld+json">{json.dumps(data)}</script>')
    assert metadata.is_accessible_for_free is False
    assert metadata.license == "https://a.example/terms"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", "https://creativecommons.org/licenses/by/4.0/"),
        ("/terms", "https://news.example/terms"),
        ({"@id": "/terms"}, "https://news.example/terms"),
        ({"@type": "CreativeWork", "url": "/terms", "name": "Terms"}, "https://news.example/terms"),
        ({"@type": "CreativeWork", "name": "CC BY 4.0"}, "CC BY 4.0"),
        ("CC BY 4.0", "CC BY 4.0"),
        (["/terms"], "https://news.example/terms"),
        (7.5, "7.5"),
        ({}, None),
    ],
)
def test_licences(read: Reader, value: Any, expected: str | None) -> None:
    assert read(page(license=value)).license == expected
