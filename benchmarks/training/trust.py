"""Learning of `src/cleanpage/rules/trust.json`: how far each source of a page's metadata is believed.

The values that the sources of a page claim for a field are the alternatives of a conditional logit (McFadden,
"Conditional logit analysis of qualitative choice behavior", 1973). The utility of a value is the sum of the weights of
the claims for it and of the doubts about them, as `metadata.resolution.votes` adds them up. For authors, "none of
them" is an alternative as well. Pages on which no value is right, or all are, teach nothing.
"""

import dataclasses
import datetime as dt
import itertools
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from benchmarks import corpora
from benchmarks.metrics import author_words, fold
from benchmarks.pages import Page as GoldPage
from benchmarks.training.scores import PageKey
from cleanpage.article import Author, Timestamp
from cleanpage.metadata.claims import Claim, Value
from cleanpage.metadata.element_index import survey_of
from cleanpage.metadata.layout import layout_of
from cleanpage.metadata.read import claims_of
from cleanpage.metadata.resolution.checked import CheckedClaim
from cleanpage.metadata.resolution.checks import CheckContext, check, check_context
from cleanpage.metadata.resolution.votes import NO_ARTICLE, grouped, signs_of, undoubted
from cleanpage.options import Options
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks
from cleanpage.pipeline import analyze
from cleanpage.selection.scores import Scores
from cleanpage.selection.select import MIN_PROBABILITY
from cleanpage.source.inputs import read_source

__all__ = ["CORPORA", "FIELDS", "L2", "Choice", "Figures", "cross_validated", "dumped", "read_choices", "trust_of"]

FOLDS, GROUPINGS = 5, 6
"""Folds of a cross-validation, and how often domains are put into folds anew: the figures are the means.

By one grouping alone, a page more or less is chance: weights of headlines that the kinds of pages share in part were
right on .898 of fundus-dev where those that share nothing were on .875, and in eight groupings on .857 and .874.
"""
L2: Mapping[str, float] = {"headline": 0.0003, "authors": 0.0018, "published": 0.001}
"""How much large weights are held against a fit, by field; by cross-validation.

A tenth of that for headlines is right on .893 of fundus-dev in place of .874, but sources that then speak strongly
against a title keep "| Name of the Site" on pages of trafilatura-dev that no figure judges.
"""
FIELDS: Mapping[str, Mapping[str, float]] = {
    "headline": {"fundus-dev": 3, "wcxb-dev": 0.5, "postlight-dev": 2, "readability-dev": 0.7},
    "authors": {"fundus-dev": 3, "wcxb-dev": 0.6, "postlight-dev": 2, "readability-dev": 1},
    "published": {"fundus-dev": 3, "wcxb-dev": 1, "postlight-dev": 2, "htmldate-dev": 1.2, "readability-dev": 1},
}
"""What a page counts, by field and corpus: more where the pages are news and the gold is sound."""
CORPORA = tuple(dict.fromkeys(name for weights in FIELDS.values() for name in weights))
BY_KIND = frozenset({"headline", "published"})
"""Fields whose sources are weighted apart for each kind of page."""
LEFT_OUT: Mapping[str, frozenset[str]] = {
    "headline": frozenset(("+two sources", "+three sources")),
    "authors": frozenset(("+three sources", "+four sources", "+names the site", "+not shown")),
    "published": frozenset(("+two sources", "+three sources", "+four sources")),
}
"""Features that cross-validation finds of no use, by field."""
DOUBT, SIGN, NONE = "?", "+", "none"
EARLIEST, LATEST = dt.timedelta(hours=-14), dt.timedelta(hours=36)
"""From the gold's instant, the midnights of a day that it is in in some zone."""

CAUTION: Mapping[str, float] = {f"{NONE}:article": 0.15, f"{NONE}:other": 0.09, f"{NONE}:{NO_ARTICLE}": 0.8}
"""What "none of them" is worth more than the likeliest weights say: a wrong author is worse than none.

On pages that say they are news it is not: those have authors. On pages that say nothing of their kind it is so little
that an author whom `meta` alone names passes, and on those that look like no article so little that one passes who is
marked, signs and is named in `meta`. Cross-validated, the shares of right and of strange authors are .858 and .043 on
wcxb-dev, .892 and .074 on fundus-dev, .758 and .037 on postlight-dev. With .18, .3 and .9, in the order above, which
leaves out whom `meta` alone names, .856 and .040, .891 and .073, .752 and .037. To tell forums from other pages
that look like no article gains nothing.
"""

Floats = NDArray[np.float64]
Weights = Mapping[str, float]
"""Weights by the name of a feature: `<source>` or `<kind>:<source>`, `?<doubt>`, `+<sign>`, `none:<sign>`."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The values that one page claims for one field."""

    corpus: str
    domain: str
    options: tuple[Mapping[str, int], ...]
    """Number of times that each feature speaks for the value. The last one is "none of them" where that may be."""
    right: tuple[bool, ...]
    none_offered: bool
    none_right: bool
    """Whether the gold says that there is no value."""
    strange: tuple[bool, ...] = ()
    """Whether each value names somebody whom the gold does not; empty for other fields than authors."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How good the choices are on the pages of one corpus; all but `pages` are shares of these."""

    pages: int
    right: float
    wrong: float
    """A value was chosen and is not right; the rest is missing."""
    strange: float
    """The value chosen names an author whom the gold does not: of several authors one too few is only wrong."""
    reachable: float
    """Some source has it right."""


def read_choices(scores: Mapping[PageKey, Scores], names: Iterable[str] = CORPORA) -> dict[str, list[Choice]]:
    """The choices of all pages of the corpora whose truth is known, by field.

    Args:
        scores: Cross-validated scores, which say of pages that weights are learned from whether they look like
            articles; of others the shipped weights do.
        names: The corpora.
    """
    found: dict[str, list[Choice]] = {field: [] for field in FIELDS}
    for name in names:
        for gold in corpora.load(name).pages:
            fields = [field for field, weights in FIELDS.items() if name in weights and is_known(field, gold)]
            if fields:
                claims, context = read_claims(gold)
                if "authors" in fields and not looks_like_article(gold, scores):
                    context = dataclasses.replace(context, signs=(*context.signs, NO_ARTICLE))
                for field in fields:
                    found[field].append(choice_of(field, gold, claims, context))
    return found


def is_known(field: str, gold: GoldPage) -> bool:
    """Whether the gold tells what is true of the field."""
    if field == "published":
        return bool(gold.published or gold.published_at)
    return (gold.headline if field == "headline" else gold.authors) is not None


def read_claims(gold: GoldPage) -> tuple[tuple[Claim, ...], CheckContext]:
    """What the sources of a page claim."""
    source = read_source(gold.html, gold.url, None, Options())
    layout = layout_of(survey_of(read_blocks(parse(source.html, source.url))))
    claims = claims_of(layout)
    return claims, check_context(claims, layout)


def looks_like_article(gold: GoldPage, scores: Mapping[PageKey, Scores]) -> bool:
    """Whether the blocks of a page are more like those of an article than of another kind of page."""
    known = scores.get((gold.corpus, gold.id)) or analyze(gold.html, url=gold.url).scores
    return known.likely_article or known.probabilities.max(initial=0) < MIN_PROBABILITY


def choice_of(field: str, gold: GoldPage, claims: Sequence[Claim], context: CheckContext) -> Choice:
    """The choice for one field of a page."""
    mine = [claim for claim in claims if claim.field == field]
    groups = list(grouped(check(mine, context)).values()) if mine else []
    kind = f"{context.kind}:" if field in BY_KIND else ""
    left_out = LEFT_OUT.get(field, frozenset())
    options: list[Mapping[str, int]] = [
        Counter(name for name in features_of(group, kind) if name not in left_out) for group in groups
    ]
    right = [is_right(field, group[0].claim.value, gold) for group in groups]
    none_offered = field == "authors"
    if none_offered:
        options.append({f"{NONE}:{sign}": 1 for sign in context.signs})
        right.append(not any(right))
    return Choice(
        gold.corpus,
        gold.domain,
        tuple(options),
        tuple(right),
        none_offered,
        none_right=none_offered and not gold.authors,
        strange=tuple(names_stranger(group[0].claim.value, gold) for group in groups) if none_offered else (),
    )


def features_of(group: Sequence[CheckedClaim], kind: str) -> Iterator[str]:
    """The features of one value: the sources that claim it, the doubts about them, and the signs of the value."""
    for checked in undoubted(group):
        yield kind + checked.claim.source.value
        yield from (DOUBT + doubt for doubt in checked.doubts)
    yield from (SIGN + sign for sign in signs_of(group))


def is_right(field: str, value: Value, gold: GoldPage) -> bool:
    """Whether a value is the gold's."""
    if field == "headline":
        return fold(str(value)) == fold(gold.headline)
    if isinstance(value, tuple):
        names = [author.name for author in value if isinstance(author, Author)]
        return author_words(names) == author_words(gold.authors or ())
    return isinstance(value, Timestamp) and is_same_day(value, gold)


def names_stranger(value: Value, gold: GoldPage) -> bool:
    """Whether one of the names has a word that is in none of the gold's, in scripts without spaces a part."""
    known = fold(" ".join(gold.authors or ()))
    names = [fold(author.name) for author in value if isinstance(author, Author)] if isinstance(value, tuple) else []
    whole = known.replace(" ", "")
    return any(not set(name.split()) <= set(known.split()) and name.replace(" ", "") not in whole for name in names)


def is_same_day(found: Timestamp, gold: GoldPage) -> bool:
    """Whether a date is of the gold's day; on pages whose gold is an instant, its day in the page's own zone."""
    if gold.published:
        return found.date == gold.published
    instant = gold.published_at
    if instant is None:
        return False
    if found.datetime and found.datetime.tzinfo:
        return instant.astimezone(found.datetime.tzinfo).date() == found.date
    return EARLIEST <= instant - dt.datetime.combine(found.date, dt.time(), instant.tzinfo) <= LATEST


def fit(choices: Iterable[Choice], weights: Mapping[str, float], l2: float) -> dict[str, float]:
    """Weights of maximal likelihood, less `l2` times their squares; 0 for features that nothing is known of.

    Args:
        choices: Choices to learn from.
        weights: What a page counts, by corpus.
        l2: How much large weights are held against the fit.

    Raises:
        ImportError: The `bench` extra is not installed.
    """
    from scipy.optimize import minimize

    choices = list(choices)
    names = sorted({name for choice in choices for option in choice.options for name in option})
    used = [choice for choice in choices if any(choice.right) and len(choice.right) > 1]
    if not used:
        return dict.fromkeys(names, 0.0)
    values = matrix_of(used, names)
    right = np.array([right for choice in used for right in choice.right])
    sizes = np.array([len(choice.right) for choice in used])
    counts = np.array([weights[choice.corpus] for choice in used])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))

    def loss(point: Floats) -> tuple[float, Floats]:
        scores = values @ point
        odds = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        shares = odds / np.repeat(np.add.reduceat(odds, starts), sizes)
        believed = np.add.reduceat(np.where(right, shares, 0.0), starts)
        pull = np.where(right, shares / np.repeat(np.maximum(believed, 1e-12), sizes), 0.0) - shares
        gradient = -(np.repeat(counts, sizes) * pull) @ values / len(used) + 2 * l2 * point
        return float(-counts @ np.log(believed + 1e-12) / len(used) + l2 * point @ point), gradient

    point = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {name: float(weight) + CAUTION.get(name, 0.0) for name, weight in zip(names, point, strict=True)}


def matrix_of(choices: Iterable[Choice], names: Sequence[str]) -> Floats:
    """Features of all options, shape (options of all choices, names)."""
    columns = {name: column for column, name in enumerate(names)}
    options = [option for choice in choices for option in choice.options]
    values = np.zeros((len(options), len(names)))
    for row, option in enumerate(options):
        for name, count in option.items():
            values[row, columns[name]] = count
    return values


class OfDomain(Protocol):
    """What comes from a page of some domain."""

    @property
    def domain(self) -> str:
        """The domain."""
        ...


def fold_of(found: OfDomain, grouping: int = 0) -> int:
    """The fold of what comes from a page: that of its domain."""
    return zlib.crc32(f"{found.domain}{grouping or ''}".encode()) % FOLDS


def cross_validated(choices: Sequence[Choice], weights: Mapping[str, float], l2: float) -> dict[str, Figures]:
    """Figures of each corpus, by weights that have not seen the page's domain: the means of all groupings."""
    rows: dict[str, list[tuple[bool, bool, bool, bool]]] = {}
    for grouping, left_out in itertools.product(range(GROUPINGS), range(FOLDS)):
        unseen = [fold_of(choice, grouping) == left_out for choice in choices]
        learned = fit((choice for choice, out in zip(choices, unseen, strict=True) if not out), weights, l2)
        for choice in itertools.compress(choices, unseen):
            reachable = any(choice.right[:-1] if choice.none_offered else choice.right) or choice.none_right
            rows.setdefault(choice.corpus, []).append((*judged(choice, learned), reachable))
    found = {}
    for corpus in sorted(rows):
        shares = [round(sum(column) / len(column), 4) for column in zip(*rows[corpus], strict=True)]
        found[corpus] = Figures(len(rows[corpus]) // GROUPINGS, *shares)
    return found


def judged(choice: Choice, weights: Weights) -> tuple[bool, bool, bool]:
    """Whether the value chosen is right, is wrong, and names a stranger; a missing one does nothing of that."""
    if not choice.options:
        return False, False, False
    votes = [sum(weights.get(name, 0.0) * count for name, count in option.items()) for option in choice.options]
    chosen = votes.index(max(votes))
    if choice.none_offered and chosen == len(votes) - 1:
        return choice.none_right, False, False
    return choice.right[chosen], not choice.right[chosen], bool(choice.strange) and choice.strange[chosen]


def trust_of(field: str, choices: Sequence[Choice]) -> dict[str, Any]:
    """The weights of one field, learned from all choices, as a row of `rules/trust.json`; strongest first."""
    weights = fit(choices, FIELDS[field], L2[field])
    found: dict[str, Any] = {"by_kind": {}, "sources": {}, "doubts": {}, "signs": {}, NONE: {}}
    for name, weight in sorted(weights.items(), key=lambda item: (-round(item[1], 2), item[0])):
        group, _, last = name.rpartition(":")
        if name.startswith(DOUBT):
            part, last = found["doubts"], name.removeprefix(DOUBT)
        elif name.startswith(SIGN):
            part, last = found["signs"], name.removeprefix(SIGN)
        elif group == NONE:
            part = found[NONE]
        else:
            part = found["by_kind"].setdefault(group, {}) if group else found["sources"]
        part[last] = round(weight, 2) + 0.0
    found["sources"] = found["sources"] or found["by_kind"].get("other", {})
    return {part: content for part, content in found.items() if content}


def dumped(data: Mapping[str, Any]) -> str:
    """JSON with a line for each weight, so that a change can be read."""
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"
