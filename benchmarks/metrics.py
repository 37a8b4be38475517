"""Measures of an extraction against the gold page.

Every measure turns a page into a row of numbers, or None where it is not defined for the page, and a sum of rows into
one figure. So means over pages, micro-averaged F1 and F1 of two means are resampled by the same few lines.
"""

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.intervals import Floats, Interval, Row, bootstrap
from benchmarks.pages import BodyMetric, Page
from benchmarks.systems.record import Extraction
from cleanpage.images.sources import same_picture

__all__ = [
    "MEASURES",
    "Measure",
    "primary_measure",
    "score",
    "summarise",
]

SHINGLE = 4
WORD = re.compile(r"\w+")
NOT_WORD = re.compile(r"[^\w\s]")
JOINERS = frozenset({"and", "by"})
SAME_MOMENT = 60
"""Seconds by which two moments differ that are the same: pages give minutes, and gold seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One figure.

    Args:
        field: Field of `Extraction` that it judges.
        title: Head of its column.
        row: Row of a page, or None.
        finish: Turns sums of rows, in the last axis, into figures.
    """

    name: str
    field: str
    title: str
    row: Callable[[Page, Extraction], Row | None]
    finish: Callable[[Floats], Floats]


def ratio(upper: Floats, lower: Floats) -> Floats:
    """`upper / lower`, and 0 where `lower` is 0."""
    return np.divide(upper, lower, out=np.zeros_like(upper), where=lower != 0)


def mean(sums: Floats) -> Floats:
    """Mean, from (sum, count)."""
    return ratio(sums[..., 0], sums[..., -1])


def mean_of(column: int) -> Callable[[Floats], Floats]:
    """A mean over one of several columns, from (sum, …, count)."""
    return lambda sums: ratio(sums[..., column], sums[..., -1])


def micro_f1(sums: Floats) -> Floats:
    """F1 from (true positives, false positives, misses)."""
    return ratio(2 * sums[..., 0], 2 * sums[..., 0] + sums[..., 1] + sums[..., 2])


def f1_of_means(sums: Floats) -> Floats:
    """F1 of mean precision and mean recall, from (precision, its count, recall, its count)."""
    precision, recall = ratio(sums[..., 0], sums[..., 1]), ratio(sums[..., 2], sums[..., 3])
    return ratio(2 * precision * recall, precision + recall)


def words(text: str | None) -> list[str]:
    r"""Lower-cased `\w+` tokens."""
    return WORD.findall((text or "").lower())


def overlap(found: Sequence[Hashable], gold: Sequence[Hashable]) -> tuple[float, float, float]:
    """Precision, recall and F1 of two bags; 1 where both are empty, 0 where one is (WCXB's definition)."""
    if not found or not gold:
        both_empty = float(not found and not gold)
        return both_empty, both_empty, both_empty
    common = (Counter(found) & Counter(gold)).total()
    precision, recall = common / len(found), common / len(gold)
    return precision, recall, 2 * common / (len(found) + len(gold))


def word_scores(found: str | None, gold: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of the words of two texts."""
    return overlap(words(found), words(gold))


def share_found(text: str | None, snippets: Sequence[str]) -> float | None:
    """Share of snippets that are in the text, regardless of case; None where there are none to seek (WCXB)."""
    lowered = (text or "").lower()
    return sum(snippet.lower() in lowered for snippet in snippets) / len(snippets) if snippets else None


def folded_space(text: str | None) -> str:
    """The text with runs of white space as one space."""
    return " ".join((text or "").split())


def snippet_counts(text: str | None, required: Sequence[str], forbidden: Sequence[str]) -> Row:
    """True positives, false positives and misses of snippets, white space folded (trafilatura's evaluation)."""
    folded = folded_space(text)
    found = sum(folded_space(snippet) in folded for snippet in required)
    leaked = sum(folded_space(snippet) in folded for snippet in forbidden)
    return float(found), float(leaked), float(len(required) - found)


def tokens(text: str | None) -> list[str]:
    r"""`\w+` tokens with their case."""
    return WORD.findall(text or "")


def shingles(text: str | None) -> Counter[tuple[str, ...]]:
    """Runs of four tokens; of a shorter text the one run of all it has; none of an empty text."""
    found = tokens(text)
    if len(found) < SHINGLE:
        return Counter([tuple(found)] if found else [])
    return Counter(zip(*(found[start:] for start in range(SHINGLE)), strict=False))


def shingle_scores(found: str | None, gold: str) -> Row:
    """Precision and recall of shingles, each with 1 where it is defined and 0 where not (scrapinghub's evaluation)."""
    mine, theirs = shingles(found), shingles(gold)
    common = (mine & theirs).total()
    precision = common / mine.total() if mine else 0.0
    recall = common / theirs.total() if theirs else 0.0
    return precision, float(bool(mine)), recall, float(bool(theirs))


def fold(text: str | None) -> str:
    """NFKD, lower-cased, without punctuation and marks, white space folded: the form headlines are compared in."""
    return folded_space(NOT_WORD.sub("", unicodedata.normalize("NFKD", text or "").lower()))


def folded_names(names: Iterable[str]) -> frozenset[str]:
    """Folded names, without empty ones."""
    return frozenset(filter(None, map(fold, names)))


def author_words(names: Iterable[str]) -> list[str]:
    """Words of all names together, for gold that gives all authors as one string."""
    return sorted({word for name in names for word in fold(name).split()} - JOINERS)


def same_instant(found: dt.datetime | None, gold: dt.datetime) -> bool:
    """Whether two moments agree to the minute; wall clocks where the gold has no zone."""
    if found is None:
        return False
    if gold.tzinfo is None or found.tzinfo is None:
        # A moment without a zone cannot be known to be the gold's instant.
        if gold.tzinfo is not None:
            return False
        found = found.replace(tzinfo=None)
    return abs((found - gold).total_seconds()) < SAME_MOMENT


def compared_text(page: Page, found: Extraction) -> str | None:
    """What is compared with the gold body: the text, after the headline where the gold begins with the title."""
    return "\n".join(filter(None, (found.headline, found.text))) if page.titled else found.text


def words_row(page: Page, found: Extraction) -> Row | None:
    """Precision, recall and F1 of words, for pages with a gold body."""
    return None if page.body is None else (*word_scores(compared_text(page, found), page.body), 1.0)


def shingles_row(page: Page, found: Extraction) -> Row | None:
    """Precision and recall of shingles and where they are defined, for pages with a gold body."""
    return None if page.body is None else shingle_scores(compared_text(page, found), page.body)


def counted(value: float | None) -> Row | None:
    """A value as a row for `mean`."""
    return None if value is None else (float(value), 1.0)


def without_row(page: Page, found: Extraction) -> Row | None:
    """Share of forbidden snippets that are absent."""
    present = share_found(found.text, page.without_snippets)
    return counted(None if present is None else 1 - present)


def snippet_row(page: Page, found: Extraction) -> Row | None:
    """Counts of snippets, for pages that have any."""
    known = page.with_snippets or page.without_snippets
    return snippet_counts(found.text, page.with_snippets, page.without_snippets) if known else None


def headline_row(page: Page, found: Extraction) -> Row | None:
    """Whether the headline is right."""
    return None if page.headline is None else (float(fold(found.headline) == fold(page.headline)), 1.0)


def authors_row(page: Page, found: Extraction) -> Row | None:
    """Whether the set of authors is right."""
    if page.authors is None:
        return None
    return float(folded_names(found.authors or ()) == folded_names(page.authors)), 1.0


def named_authors_row(page: Page, found: Extraction) -> Row | None:
    """`authors_row` of pages that have authors."""
    return authors_row(page, found) if page.authors else None


def author_words_row(page: Page, found: Extraction) -> Row | None:
    """Word F1 of the names of all authors."""
    if page.authors is None:
        return None
    return counted(overlap(author_words(found.authors or ()), author_words(page.authors))[2])


def published_row(page: Page, found: Extraction) -> Row | None:
    """Whether the day of publication is right."""
    return None if page.published is None else (float(found.published == page.published), 1.0)


def published_at_row(page: Page, found: Extraction) -> Row | None:
    """Whether the moment of publication is right."""
    return None if page.published_at is None else (float(same_instant(found.published_at, page.published_at)), 1.0)


def captions_row(page: Page, found: Extraction) -> Row | None:
    """Word F1 of all captions of the page together, where the gold has any."""
    gold = "\n".join(image.caption for image in page.images or () if image.caption)
    return counted(word_scores("\n".join(found.captions or ()), gold)[2]) if gold else None


def subtitle_row(page: Page, found: Extraction) -> Row | None:
    """Whether the subtitle is right."""
    gold = page.alternative_headline
    return (float(fold(found.subtitle) == fold(gold)), 1.0) if gold else None


def description_row(page: Page, found: Extraction) -> Row | None:
    """Word F1 of the description, where the gold has a summary."""
    return counted(word_scores(found.description, " ".join(page.summary))[2]) if page.summary else None


def main_image_row(page: Page, found: Extraction) -> Row | None:
    """Whether the main image is the gold's, in whatever size."""
    covers = [url for image in page.images or () if image.cover for url in image.urls]
    gold = [page.main_image] if page.main_image else covers
    return (float(any(same_picture(found.main_image or "", url) for url in gold)), 1.0) if gold else None


def topics_row(page: Page, found: Extraction) -> Row | None:
    """F1 of the topics, each right or wrong as a whole."""
    gold = folded_names(page.topics)
    return counted(overlap(sorted(folded_names(found.topics or ())), sorted(gold))[2]) if gold else None


def exact_row(page: Page, found: Extraction) -> Row | None:
    """Whether the tokens of the body are right, for pages with a gold body."""
    return None if page.body is None else (float(tokens(compared_text(page, found)) == tokens(page.body)), 1.0)


def measure(
    field: str,
    name: str,
    title: str,
    row: Callable[[Page, Extraction], Row | None],
    finish: Callable[[Floats], Floats] = mean,
) -> Measure:
    """A measure, in one line of the table below."""
    return Measure(name=name, field=field, title=title, row=row, finish=finish)


MEASURES: Mapping[str, Measure] = {
    entry.name: entry
    for entry in (
        measure("text", "f1", "word F1", words_row, mean_of(2)),
        measure("text", "precision", "precision", words_row, mean_of(0)),
        measure("text", "recall", "recall", words_row, mean_of(1)),
        measure("text", "shingle_f1", "4-gram F1", shingles_row, f1_of_means),
        measure("text", "exact", "exact", exact_row),
        measure("text", "snippet_f1", "snippet F1", snippet_row, micro_f1),
        measure("text", "with", "with", lambda page, found: counted(share_found(found.text, page.with_snippets))),
        measure("text", "without", "without", without_row),
        measure("headline", "headline", "headline", headline_row),
        measure("authors", "authors", "authors", authors_row),
        measure("authors", "authors_named", "authors where named", named_authors_row),
        measure("authors", "author_words", "author words F1", author_words_row),
        measure("published", "published", "published day", published_row),
        measure("published_at", "published_at", "published instant", published_at_row),
        measure("captions", "captions", "captions F1", captions_row),
        measure("subtitle", "subtitle", "subtitle", subtitle_row),
        measure("description", "description", "description F1", description_row),
        measure("main_image", "main_image", "main image", main_image_row),
        measure("topics", "topics", "topics F1", topics_row),
    )
}
"""All measures by name, body first, in the order of tables."""


def primary_measure(metric: BodyMetric) -> str | None:
    """The measure by which a corpus ranks systems."""
    return {BodyMetric.WORDS: "f1", BodyMetric.SNIPPETS: "snippet_f1", BodyMetric.SHINGLES: "shingle_f1"}.get(metric)


def score(
    page: Page, found: Extraction, fields: frozenset[str], names: Collection[str] = tuple(MEASURES)
) -> dict[str, Row]:
    """Rows of the measures of these names that are defined for the page, of the fields that the system gives."""
    judged = {name: MEASURES[name].row for name in names if MEASURES[name].field in fields}
    rows = {row: row(page, found) for row in set(judged.values())}  # several measures may share a row
    return {name: values for name, row in judged.items() if (values := rows[row]) is not None}


def summarise(scores: Iterable[Mapping[str, Row]]) -> dict[str, Interval]:
    """Every measure that is defined for any of the pages, with its interval."""
    listed = list(scores)
    columns = {name: [rows[name] for rows in listed if name in rows] for name in MEASURES}
    return {name: bootstrap(rows, MEASURES[name].finish) for name, rows in columns.items() if rows}
