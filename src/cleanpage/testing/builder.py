"""Builds a page with an article of your own inside the clutter of news sites, to test selectors on."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

__all__ = ["CLUTTER", "STORY", "BuiltPage", "build_page"]

STORY: Mapping[str, Any] = {
    "headline": "Harbour bridge to open a week early",
    "alternative_headline": "Engineers finished the last span while the river was low",
    "authors": ("Mara Lindgren", "Tomas Okoye"),
    "published": "2024-03-08T07:15:00+01:00",
    "updated": None,
    "section": "Transport",
    "site_name": "The Quay Post",
    "language": "en",
    "paragraphs": (
        "The new bridge over the harbour will open next Friday, a week before the date that the city had promised, its "
        "chief engineer said on Thursday.",
        "A dry winter had kept the river low, and the crews who were to work from boats could stand on the gravel "
        "instead. That saved nine days, of which two were lost again to a broken crane.",
        "Some 14,000 people cross the harbour each morning. Until now they have had the choice of a ferry that stops "
        "for fog and a detour of six miles through the old town.",
        "“We have counted the days on the kitchen wall,” said Ilse Maro, who runs a bakery on the north bank and "
        "delivers to the south. “My bread will be warm when it arrives.”",
        "Trams will follow in the summer, when the rails have been tested with sandbags in the place of passengers.",
    ),
}
"""What a built page says where nothing else is given."""


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page that was built. It looks like a response, so that `cleanpage.extract(page)` finds its URL."""

    body: bytes
    """The page in UTF-8."""
    url: str
    article: Mapping[str, Any]
    """What stands in it, by the names of the fields of `Article`."""

    @property
    def headers(self) -> Mapping[str, str]:
        """As a server would send them."""
        return {"Content-Type": "text/html; charset=utf-8"}

    @property
    def text(self) -> str:
        """The page as text."""
        return self.body.decode()


@dataclass(frozen=True, slots=True)
class Clutter:
    """A piece of boilerplate, and where it goes.

    Args:
        place: `top`, `head` (of the article), `middle` (between its paragraphs), `end` or `bottom`.
        html: The piece.
    """

    place: str
    html: str


def links(*texts: str) -> str:
    """List items, each a link."""
    return "".join(f'<li><a href="/{text.lower().replace(" ", "-")}/">{text}</a></li>' for text in texts)


CLUTTER: Mapping[str, Clutter] = {
    "consent": Clutter(
        "top",
        '<div id="cookie-consent" class="consent-banner" role="dialog"><p>We and our 87 partners use cookies to '
        "measure audiences and to show personalised advertising. You can change your choice at any time.</p>"
        "<button>Accept all</button><button>Manage choices</button></div>",
    ),
    "nav": Clutter(
        "top",
        '<header class="site-header"><a class="logo" href="/">The Quay Post</a><nav class="main-nav"><ul>'
        + links("News", "Transport", "Business", "Culture", "Sport", "Opinion", "Weather")
        + "</ul></nav></header>",
    ),
    "share": Clutter(
        "head",
        '<div class="share-tools"><span>Share</span><ul>' + links("Facebook", "Email", "Copy link") + "</ul></div>",
    ),
    "ads": Clutter(
        "middle",
        '<div class="ad-slot" id="ad-inline-1"><span class="ad-label">Advertisement</span>'
        '<iframe src="https://ads.example/c?id=71" width="300" height="250"></iframe></div>',
    ),
    "newsletter": Clutter(
        "middle",
        '<aside class="newsletter-signup"><h3>The Morning Tide</h3><p>Sign up to our newsletter and get the news of '
        'the harbour every day at seven.</p><form action="/newsletter"><input type="email" placeholder="Your email">'
        "<button>Sign up</button></form></aside>",
    ),
    "related": Clutter(
        "end",
        '<section class="related-stories"><h2>Related stories</h2><ul>'
        + links(
            "Ferry captains ask for a bell that can be heard in fog", "What the old bridge sounded like", "Crane breaks"
        )
        + "</ul></section>",
    ),
    "comments": Clutter(
        "end",
        '<section id="comments" class="comments"><h2>3 comments</h2><ol class="comment-list">'
        '<li class="comment"><b class="comment-author">tidewatcher</b><p>I will believe it when I stand on it.</p></li>'
        '<li class="comment"><b class="comment-author">R. Amsel</b><p>And where are the bicycles supposed to go? '
        "Nobody ever asks the bicycles.</p></li>"
        '<li class="comment"><b class="comment-author">old_gull</b><p>First!</p></li></ol></section>',
    ),
    "footer": Clutter(
        "bottom",
        '<footer class="site-footer"><ul>'
        + links("About us", "Contact", "Privacy", "Imprint")
        + "</ul><p>© 2024 Quay Post Media. All rights reserved.</p></footer>",
    ),
}
"""Kinds of boilerplate by name."""


def build_page(
    article: object = None,
    *,
    clutter: Iterable[str] | None = None,
    url: str = "https://www.quaypost.example/transport/harbour-bridge.html",
    json_ld: bool = True,
    **fields: Any,
) -> BuiltPage:
    """Build a page. The same arguments give the same bytes.

    Args:
        article: An `Article`, or any object or mapping with fields of one; what it lacks is taken from `STORY`.
        clutter: Names of `CLUTTER`; all of it by default.
        url: Absolute URL of the page.
        json_ld: Whether the page states its metadata as JSON-LD as well.
        fields: Fields of the article that win over `article`: `headline`, `alternative_headline`, `authors`,
            `published` and `updated` (ISO 8601), `section`, `site_name`, `language`, `paragraphs`.

    Raises:
        ValueError: There is no such clutter, or a field is none of these.
    """
    names = tuple(CLUTTER) if clutter is None else tuple(clutter)
    for unknown in [name for name in names if name not in CLUTTER]:
        raise ValueError(f"clutter {unknown!r}: choose of {', '.join(CLUTTER)}")
    for unknown in [name for name in fields if name not in STORY]:
        raise ValueError(f"field {unknown!r}: choose of {', '.join(STORY)}")
    story = {**STORY, **given(article), **fields}
    story["authors"] = tuple(name_of(author) for author in story["authors"] or ())
    return BuiltPage(html_of(story, names, url, json_ld).encode(), url, story)


def given(article: object) -> dict[str, Any]:
    """The fields that an article, or something like one, gives."""
    if article is None:
        return {}
    from cleanpage.testing.fields import observe  # builds no page without an article any later

    observed = observe(article)
    return {name: observed[name] for name in STORY if observed.get(name)}


def name_of(author: object) -> str:
    return str(author["name"] if isinstance(author, Mapping) else author)


def html_of(story: Mapping[str, Any], names: Sequence[str], url: str, json_ld: bool) -> str:
    """The page as text."""

    def at(place: str) -> list[str]:
        return [CLUTTER[name].html for name in names if CLUTTER[name].place == place]

    lines = [
        f'<!doctype html>\n<html lang="{escape(str(story["language"]))}">',
        *head(story, url, json_ld),
        "<body>",
        *at("top"),
        '<main id="content"><article class="story">',
        *story_head(story),
        *at("head"),
        '<div class="story-body">',
        *mixed([f"<p>{escape(part)}</p>" for part in story["paragraphs"]], at("middle")),
        "</div></article>",
        *at("end"),
        "</main>",
        *at("bottom"),
        "</body></html>",
    ]
    return "\n".join(lines) + "\n"


def head(story: Mapping[str, Any], url: str, json_ld: bool) -> list[str]:
    title = escape(f"{story['headline']} – {story['site_name']}")
    lines = [f'<head><meta charset="utf-8"><title>{title}</title>', f'<link rel="canonical" href="{escape(url)}">']
    if json_ld:
        data = json.dumps(linked_data(story, url), ensure_ascii=False).replace("</", "<\\/")
        lines.append(f'<script type="application/ld+json">{data}</script>')
    return [*lines, "</head>"]


def linked_data(story: Mapping[str, Any], url: str) -> dict[str, Any]:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story["headline"],
        "url": url,
        "author": [{"@type": "Person", "name": name} for name in story["authors"]],
        "datePublished": story["published"],
        "dateModified": story["updated"],
        "articleSection": story["section"],
        "publisher": {"@type": "Organization", "name": story["site_name"]},
    }
    return {key: value for key, value in data.items() if value}


def story_head(story: Mapping[str, Any]) -> list[str]:
    """Headline, standfirst, byline and dates as they are shown."""
    lines = [f'<header><h1 class="story-headline">{escape(str(story["headline"]))}</h1>']
    if story["alternative_headline"]:
        lines.append(f'<p class="story-standfirst">{escape(str(story["alternative_headline"]))}</p>')
    if story["authors"]:
        people = " and ".join(f'<a rel="author" href="/staff/">{escape(name)}</a>' for name in story["authors"])
        lines.append(f'<p class="byline">By {people}</p>')
    for word, name in (("Published", "published"), ("Updated", "updated")):
        if story[name]:
            moment = escape(str(story[name]))
            lines.append(f'<p class="{name}">{word} <time datetime="{moment}">{moment}</time></p>')
    return [*lines, "</header>"]


def mixed(paragraphs: Sequence[str], pieces: Sequence[str]) -> list[str]:
    """Paragraphs with a piece after every second one, and the pieces left at the end."""
    mixture: list[str] = []
    left = list(pieces)
    for number, paragraph in enumerate(paragraphs, 1):
        mixture.append(paragraph)
        if number % 2 == 0 and left:
            mixture.append(left.pop(0))
    return [*mixture, *left]
