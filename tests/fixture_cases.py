"""Pages written for the tests, each with what is true of it: `tests/fixtures/<case>/page.*` and `expected.json`.

`expected.json` holds `url`, perhaps `content_type`, and `expected`, whose keys are fields of the article:

- `outcome` (its kind), `headline`, `byline`, `dateline`, `section`, `site_name`, `language`, `direction`,
  `canonical_url`, `description`: the value of that field;
- `amp_url`, `print_url`, `license`: the value of that field; `breadcrumbs`: name and URL of each step;
- `authors`: name and URL of each; `published`, `updated`: ISO 8601 and precision, or null;
- `paragraphs`, `keywords`: the whole list;
- `blocks`: the types of the body's blocks, in order, from the first that is no image (an image above the text may stand
  in the body or not);
- `images`: caption and credit of each; `links`: URL and text of each link of the body;
- `text_contains`, `text_lacks`: passages that must, or must not, stand in the text.

No-break spaces count as spaces. `known_faults` says of fields that still come out wrong, why; the test of such a field
must fail, so that the entry goes when the fault is mended.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import dropwhile
from pathlib import Path
from typing import Any

from cleanpage import Article
from cleanpage.article import Timestamp

__all__ = ["FIELDS", "FIXTURES", "FixtureCase", "fixture_case", "fixture_cases", "observed", "plain"]

FIXTURES = Path(__file__).parent / "fixtures"

_NO_BREAK_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})


@dataclass(frozen=True, slots=True, eq=False)
class FixtureCase:
    """One page and what is true of it."""

    name: str
    page: Path
    url: str
    content_type: str | None
    expected: Mapping[str, Any]
    known_faults: Mapping[str, str]


def fixture_case(name: str) -> FixtureCase:
    """The case in the folder `name`; a key of `expected` that is no field raises `ValueError`."""
    folder = FIXTURES / name
    (page,) = folder.glob("page.*")
    truth = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    if unknown := truth["expected"].keys() - FIELDS.keys():
        raise ValueError(f"{folder / 'expected.json'}: unknown fields {sorted(unknown)}; known: {sorted(FIELDS)}")
    return FixtureCase(
        name, page, truth["url"], truth.get("content_type"), truth["expected"], truth.get("known_faults", {})
    )


def fixture_cases() -> Iterator[FixtureCase]:
    """All cases, by name."""
    for folder in sorted(FIXTURES.iterdir()):
        if folder.is_dir():
            yield fixture_case(folder.name)


def _stamp(stamp: Timestamp | None) -> dict[str, str] | None:
    return {"iso": stamp.iso, "precision": str(stamp.precision)} if stamp else None


FIELDS: Mapping[str, Callable[[Article], Any]] = {
    "outcome": lambda article: str(article.outcome.kind),
    "headline": lambda article: article.headline,
    "byline": lambda article: article.byline,
    "authors": lambda article: [{"name": author.name, "url": author.url} for author in article.authors],
    "breadcrumbs": lambda article: [{"name": step.name, "url": step.url} for step in article.breadcrumbs],
    "amp_url": lambda article: article.amp_url,
    "print_url": lambda article: article.print_url,
    "license": lambda article: article.license,
    "published": lambda article: _stamp(article.published),
    "updated": lambda article: _stamp(article.updated),
    "dateline": lambda article: article.dateline,
    "section": lambda article: article.section,
    "site_name": lambda article: article.site_name,
    "language": lambda article: article.language,
    "direction": lambda article: article.direction,
    "canonical_url": lambda article: article.canonical_url,
    "description": lambda article: article.description,
    "keywords": lambda article: list(article.keywords),
    "paragraphs": lambda article: list(article.paragraphs),
    "blocks": lambda article: list(dropwhile("figure".__eq__, [block.type for block in article.body])),
    "images": lambda article: [{"caption": image.caption, "credit": image.credit} for image in article.images],
    "links": lambda article: [{"url": link.url, "text": link.text} for link in article.links],
    "text_contains": lambda article: article.text,
    "text_lacks": lambda article: article.text,
}
"""How each key of `expected` is read from an article."""


def observed(article: Article, field: str) -> Any:
    """What `article` holds for a key of `expected`, no-break spaces read as spaces."""
    return plain(FIELDS[field](article))


def plain(value: Any) -> Any:
    """`value` with every no-break space in it read as a space."""
    if isinstance(value, str):
        return value.translate(_NO_BREAK_SPACES)
    if isinstance(value, list):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return value
