"""Assertions on articles, for tests of any runner."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cleanpage.article import Article
from cleanpage.pipeline import extract
from cleanpage.rules.cues import CUES
from cleanpage.testing.cases import Settings, differences
from cleanpage.testing.comparison import Tolerance, shown
from cleanpage.testing.fields import article_field, observe
from cleanpage.testing.pages import SavedPage, read_expected
from cleanpage.testing.texts import paragraphs_of, words

__all__ = ["assert_article", "assert_deterministic", "assert_links_absolute", "assert_no_boilerplate"]

MAX_CUE_WORDS = 25
"""Words of the longest paragraph that is still judged by how it begins."""


def assert_article(
    subject: object,
    expected: Mapping[str, Any] | SavedPage | Path,
    *,
    fields: tuple[str, ...] | None = None,
    min_f1: float | None = None,
    tolerances: Mapping[str, Tolerance] | None = None,
) -> None:
    """Compare an article, or the output of any scraper, with what is expected, each field by its kind.

    Args:
        subject: An `Article`, mapping, dataclass, attrs or pydantic object, or Scrapy item.
        expected: A mapping, a saved page, or the file that holds the expectations.
        fields: Fields to compare; all expected ones by default.
        min_f1: The F1 that texts must reach.
        tolerances: How closely fields must agree; by default as the saved page says.

    Raises:
        AssertionError: With a line for each difference.
        TypeError: `subject` is none of these.
        ValueError: Nothing is left to compare.
    """
    own = expected.meta.tolerances if isinstance(expected, SavedPage) else {}
    file = expected.expected_file if isinstance(expected, SavedPage) else expected
    wanted = read_expected(file) if isinstance(file, Path) else file
    settings = Settings(fields=frozenset(fields) if fields is not None else None, min_f1=min_f1)
    if not any(settings.wants(name) for name in wanted):
        raise ValueError("nothing is compared: none of the fields is expected")
    found = differences(wanted, observe(subject), settings, {**own, **(tolerances or {})})
    if found:
        lines = (f"{name}: {difference.summary}" for name, difference in found.items())
        details = (f"  {name}: {line}" for name, difference in found.items() for line in difference.details)
        raise AssertionError("\n".join((*lines, *details)))


def assert_no_boilerplate(subject: object, *, allowed: tuple[str, ...] = ()) -> None:
    """Check that no paragraph begins as signposts, adverts and forms do (`cleanpage.rules.cues`), or stands twice.

    Args:
        subject: An `Article`, a text, or the output of a scraper with a text.
        allowed: Beginnings of paragraphs that are meant to be there.

    Raises:
        AssertionError: With a line for each such paragraph.
        TypeError: `subject` has no text.
    """
    seen: set[str] = set()
    faults = []
    for part in paragraphs(subject):
        cue = cue_of(part)
        if cue and not part.startswith(allowed):
            faults.append(f"{shown(part)} begins as {cue} does")
        elif part in seen and len(words(part)) > MAX_CUE_WORDS:
            faults.append(f"{shown(part)} stands twice")
        seen.add(part)
    if faults:
        raise AssertionError("\n".join(("boilerplate in the text:", *faults)))


def paragraphs(subject: object) -> tuple[str, ...]:
    """The paragraphs of a text, or of the text of an article or a scraper's output."""
    if isinstance(subject, str):
        return paragraphs_of(subject)
    for name, value in observe(subject).items():
        if article_field(name) == "text":
            return paragraphs_of(value or ())
    raise TypeError(f"{type(subject).__qualname__} has no text")


def cue_of(part: str) -> str | None:
    """The name of the cue that a short paragraph begins with, word for word."""
    own = words(part)
    if len(own) > MAX_CUE_WORDS:
        return None
    return next((cue.name for cue in CUES for phrase in cue.phrases if begins(own, words(phrase))), None)


def begins(own: list[str], phrase: list[str]) -> bool:
    return own[: len(phrase)] == phrase


def assert_links_absolute(article: Article) -> None:
    """Check that every URL in an article is absolute.

    Raises:
        AssertionError: With a line for each that is not.
    """
    images = (*article.images, *((article.main_image,) if article.main_image else ()))
    urls = (
        *(("link", link.url) for link in article.links),
        *(("image", image.url) for image in images),
        *(("author", author.url) for author in article.authors if author.url),
    )
    faults = [f"{place}: {url}" for place, url in urls if not urlsplit(url).scheme]
    if faults:
        raise AssertionError("\n".join(("relative URLs (was the page's own URL given?):", *faults)))


def assert_deterministic(page: object, *, url: str | None = None, times: int = 4) -> Article:
    """Check that a page gives the same article each time, one after the other and from several threads at once.

    Args:
        page: Anything that `cleanpage.extract` takes.
        url: Absolute URL of the page.
        times: How often it is extracted in either way.

    Returns:
        The article.

    Raises:
        AssertionError: Two extractions differ.
    """
    article = extract(page, url=url)
    first = article.model_dump_json()
    with ThreadPoolExecutor(times) as pool:
        together = pool.map(lambda _: extract(page, url=url), range(times))
        several = [*(extract(page, url=url) for _ in range(times)), *together]
    for other in several:
        if other.model_dump_json() != first:
            new, old = observe(other), observe(article)
            raise AssertionError(f"not the same each time: {', '.join(n for n in old if old[n] != new[n]) or 'body'}")
    return article
