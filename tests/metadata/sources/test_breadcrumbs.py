import json
from collections.abc import Callable
from typing import Any

import pytest

from cleanpage.metadata.claims import Source
from cleanpage.metadata.metadata import Metadata
from cleanpage.rules.breadcrumbs import LABEL_MATCHES, LABEL_SPARES, LABELS, is_label

Reader = Callable[..., Metadata]

WAY = [("Home", "https://news.example/"), ("Coast", "https://news.example/coast/")]
TEXT = "<p>Six metres are missing, and on Monday the ferry came back to fill them for a while.</p>" * 3


def steps(metadata: Metadata) -> list[tuple[str, str | None]]:
    return [(step.name, step.url) for step in metadata.breadcrumbs]


def listed(*items: Any, **more: Any) -> str:
    data = {"@type": "BreadcrumbList", "itemListElement": list(items), **more}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def item(position: Any, name: str, target: Any) -> dict[str, Any]:
    return {"@type": "ListItem", "position": position, "name": name, "item": target}


@pytest.mark.parametrize(
    "items",
    [
        (item(1, "Home", "/"), item(2, "Coast", "/coast/")),
        (item(2, "Coast", {"@id": "/coast/"}), item(1, "Home", {"@id": "/"})),
        (item("1", "Home", {"url": "/"}), item("2", "Coast", {"url": "/coast/"})),
        ({"item": {"@id": "/", "name": "Home"}}, {"item": {"@id": "/coast/", "name": "Coast"}}),
        (item(1, " Home ›", "/"), item(2, "Coast", "/coast/"), item(3, "", "/x"), "nonsense", {"position": 4}),
        (item(None, "Home", "/"), item(None, "Coast", "/coast/")),
    ],
)
def test_json_ld_in_all_forms(read: Reader, items: tuple[Any, ...]) -> None:
    metadata = read(listed(*items))
    assert steps(metadata) == WAY
    assert metadata.evidence["breadcrumbs"].winner.source is Source.JSON_LD_PAGE
    assert metadata.evidence["breadcrumbs"].winner.raw == "Home > Coast"


def test_breadcrumbs_of_the_page_node(read: Reader) -> None:
    way = {"@type": "BreadcrumbList", "itemListElement": [item(1, "Home", "/"), item(2, "Coast", "/coast/")]}
    page = json.dumps({"@type": "WebPage", "breadcrumb": way})
    assert steps(read(f'<script type="application/ld+json">{page}</script>')) == WAY


LINKS = "<a href='/'>Home</a>{sign}<a href='/coast/'>Coast</a>"
ITEMS = "<li><a href='/'>Home</a></li><li> / <a href='/coast/'><span>Coast</span></a></li>"


@pytest.mark.parametrize(
    ("html", "source"),
    [
        (f"<nav aria-label='Breadcrumb'><ol>{ITEMS}</ol></nav>", Source.MARKED),
        (f"<nav aria-label='Fil d’Ariane'>{LINKS.format(sign=' › ')}</nav>", Source.MARKED),
        (f"<div class='site-breadcrumbs'>{LINKS.format(sign=' &gt; ')}</div>", Source.MARKED),
        (f"<div id='rootline'>{LINKS.format(sign=' » ')}</div>", Source.MARKED),
        (f"<p class='breadcrumb'><b>You are here:</b> {LINKS.format(sign=' | ')}</p>", Source.MARKED),
        (f"<ul itemscope itemtype='https://schema.org/BreadcrumbList'>{ITEMS}</ul>", Source.MICRODATA),
        (f"<ul vocab='https://schema.org/' typeof='BreadcrumbList'>{ITEMS}</ul>", Source.MICRODATA),
        (f"<div class=breadcrumb>One alone</div><ul class=breadcrumb>{ITEMS}</ul>", Source.MARKED),
    ],
)
def test_what_the_page_shows(read: Reader, html: str, source: Source) -> None:
    metadata = read(f"<body>{html}<h1>A bridge too short</h1>{TEXT}")
    assert steps(metadata) == WAY
    assert metadata.evidence["breadcrumbs"].winner.source is source


def test_the_step_without_a_link_is_the_page(read: Reader) -> None:
    links = LINKS.format(sign=" › ")
    for html in (
        f"<p class='breadcrumb'>{links} › A bridge</p>",
        f"<ul class=breadcrumb>{ITEMS}<li>A bridge</li></ul>",
    ):
        assert steps(read(f"{html}<h1>A bridge too short</h1>{TEXT}")) == [*WAY, ("A bridge", None)]


def test_what_follows_the_page_itself_is_no_step(read: Reader) -> None:
    html = f"<ul class=breadcrumb>{ITEMS}<li>A bridge</li><li><a href='/edit'>Edit</a></li></ul>"
    assert steps(read(f"{html}<h1>A bridge too short</h1>{TEXT}")) == [*WAY, ("A bridge", None)]


@pytest.mark.parametrize(
    "html",
    [
        "",
        f"<nav>{LINKS.format(sign=' ')}</nav>",
        f"<div class='has-breadcrumbs'>{LINKS.format(sign=' ')}{TEXT * 20}</div>",
        "<nav class='breadcrumb'>" + "<a href='/x'>Step</a> " * 40 + "</nav>",
        "<nav class='breadcrumb'></nav>",
        "<p class='scrumbly'><a href='/'>Home</a> <a href='/coast/'>Coast</a></p>",
    ],
)
def test_no_breadcrumbs(read: Reader, html: str) -> None:
    assert steps(read(f"{html}<h1>A bridge too short</h1>{TEXT}")) == []


def test_breadcrumbs_far_below_the_heading_are_of_something_else(read: Reader) -> None:
    assert steps(read(f"<h1>A bridge too short</h1>{TEXT * 4}<ul class=breadcrumb>{ITEMS}</ul>")) == []


def test_nothing_is_looked_for_on_the_page_where_the_data_says_it(read: Reader) -> None:
    metadata = read(listed(item(1, "Data", "/data")) + f"<ul class=breadcrumb>{ITEMS}</ul><h1>A bridge too short</h1>")
    assert steps(metadata) == [("Data", "https://news.example/data")]


@pytest.mark.parametrize("text", LABEL_MATCHES)
def test_labels(text: str) -> None:
    assert is_label(text)


@pytest.mark.parametrize("text", LABEL_SPARES)
def test_other_labels_are_spared(text: str) -> None:
    assert not is_label(text)


def test_labels_are_in_lower_case() -> None:
    assert [label for label in LABELS if label != label.lower()] == []
