"""What the metadata readers know of a page, as features."""

import pytest

from cleanpage.features.hints import ROLES, PageHints, hint_features, url_shape
from cleanpage.rules.page_types import FEATURE_TYPES
from cleanpage.selection.roles import Role
from tests.features.small import page_of, rounded


def test_roles_of_blocks() -> None:
    hints = PageHints({0: "headline", 2: Role.BYLINE})
    found = hint_features(page_of("<h1>a</h1><p>b<p>c"), hints)
    assert rounded(found, "role_headline") == [1, 0, 0]
    assert rounded(found, "role_byline") == [0, 0, 1]
    assert not any(any(rounded(found, f"role_{role}")) for role in ROLES if role not in ("headline", "byline"))


def test_every_role_of_a_field_is_a_feature() -> None:
    assert set(ROLES) == set(Role) - {Role.BODY, Role.BOILERPLATE, Role.ASIDE, Role.COMMENT, Role.PULL_QUOTE}


@pytest.mark.parametrize("role", [Role.ASIDE, Role.COMMENT])
def test_side_matter_is_no_feature(role: Role) -> None:
    found = hint_features(page_of("<p>a<p>b"), PageHints({0: role}))
    assert not any(any(rounded(found, f"role_{known}")) for known in ROLES)


@pytest.mark.parametrize(
    ("types", "names"),
    [
        (set(), set()),
        ({"newsarticle"}, {"article"}),
        ({"og:article"}, {"og_article"}),
        ({"product", "og:website"}, {"product", "og_website"}),
        ({"qapage", "itemlist"}, {"forum", "list"}),
        ({"organization"}, {"service"}),
        ({"person"}, set()),
    ],
)
def test_types_of_the_page(types: set[str], names: set[str]) -> None:
    found = hint_features(page_of("<p>a<p>b"), PageHints(types=frozenset(types)))
    assert {name for name in FEATURE_TYPES if rounded(found, f"type_{name}") == [1, 1]} == names
    assert all(rounded(found, f"type_{name}") == [0, 0] for name in FEATURE_TYPES if name not in names)


@pytest.mark.parametrize(
    ("url", "shape"),
    [
        (None, (-1, 0, 0)),
        ("https://news-1.example.org", (0, 0, 0)),
        ("https://example.org/", (0, 0, 0)),
        ("https://example.org/news/", (1, 0, 0)),
        ("https://example.org/news/2024/05/ferry-sails_again-7.html?page=3", (4, 3, 7)),
        ("https://example.org/a-b/c", (2, 0, 0)),
    ],
)
def test_shape_of_the_url(url: str | None, shape: tuple[int, int, int]) -> None:
    assert tuple(url_shape(url).values()) == shape
    found = hint_features(page_of("<p>a<p>b", url), PageHints())
    assert tuple(rounded(found, name) for name in url_shape(url)) == tuple([value, value] for value in shape)
