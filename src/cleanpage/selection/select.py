"""Which blocks make up the body, and what decided on each."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from cleanpage.features.hints import PageHints
from cleanpage.models.arrays import Array, Flags, log_odds, logistic
from cleanpage.models.feature_table import Features
from cleanpage.options import Hidden
from cleanpage.page.page import Page
from cleanpage.selection.hidden_text import hidden_text
from cleanpage.selection.roles import Role
from cleanpage.selection.scores import Scores
from cleanpage.selection.verdicts import Cause, Choice, Verdicts

__all__ = ["choose", "expected_f1", "groups_of", "select_blocks"]

# Constants below were chosen by cross-validation over the corpora of `benchmarks/train.py`.

# What was read as a field of its own is body only where the model is this sure.
ROLE_PROBABILITY = 0.9
# The same of a summary: there are pages whose first paragraph is one, and pages that set it apart as a standfirst.
SUMMARY_PROBABILITY = 0.925
# Side matter reads as body does, so that the model is no judge of it.
LEAST = {Role.SUMMARY: SUMMARY_PROBABILITY, Role.ASIDE: math.inf, Role.COMMENT: math.inf}
# Cost of going from body to boilerplate or back between two blocks, in log odds: a lone doubtful block takes the side
# of its neighbours. On pages that are no articles, smoothing costs more than it gains.
SWITCH_COST = 0.2
MAX_ODDS = 6.0
# On pages that are no articles the model is surer than it ought to be: its log odds are scaled by this.
TEMPERATURE = 0.85
# On an article, a heading this probable stays with the body block under it; one that has none must be this sure.
LEAST_HEADING, LONE_HEADING = 0.3, 0.7
# A text of an article that begins as signs on adverts do, and has no more words than this, is such a sign.
MAX_SIGN = 6
# A page without one block as probable as this has no body.
MIN_PROBABILITY = 0.3
# The same on a page of so few blocks: someone gave it for its text.
FEW_BLOCKS, MIN_OF_FEW = 3, 0.29
# Shorter texts, in characters, may stand twice for good reason; so may one that the model is this sure of, although it
# knows that it stands elsewhere as well.
MIN_COPY = 40
SURE_COPY = 0.99


def select_blocks(
    page: Page, features: Features, scores: Scores, hints: PageHints, hidden: Hidden = "auto"
) -> Verdicts:
    """Decide on every block of a page."""
    choice = without_hidden(page, choose(page.texts, groups_of(page), features, scores, hints), scores, hidden)
    roles = {block: Role(role) for block, role in hints.roles.items()}
    roles |= {block: Role.PULL_QUOTE for block, cause in choice.causes.items() if cause is Cause.PULL_QUOTE}
    return Verdicts(page, hints, features, scores, choice, roles)


def without_hidden(page: Page, choice: Choice, scores: Scores, hidden: Hidden) -> Choice:
    """The choice without hidden text, and with the seen copies of what was hidden."""
    if not page.hidden:
        return choice
    found = hidden_text(page, choice.kept, scores.probabilities.tolist(), hidden, article=scores.likely_article)
    kept = [(body and block not in found.blocks) or block in found.twins for block, body in enumerate(choice.kept)]
    causes = {**choice.causes, **dict.fromkeys(found.blocks, Cause.HIDDEN), **dict.fromkeys(found.twins, Cause.SCORE)}
    return replace(choice, kept=kept, causes=causes, hidden=found)


def groups_of(page: Page) -> list[int]:
    """The element around the element of each block: copies within one are meant, copies across are layout."""
    parents = page.parents
    return [parents[element] for element in page.elements]


def choose(texts: Sequence[str], groups: Sequence[int], features: Features, scores: Scores, hints: PageHints) -> Choice:
    """Which blocks are body.

    On an article: those more probable than not, smoothed along the page. Where there are none, and on any other page:
    the set of highest expected F1. What is a field of the article is not also body. Of words that stand in several
    places, the pull quotes go, and of long texts all but the first.
    """
    probabilities = scores.probabilities
    if not len(texts) or probabilities.max() < (MIN_PROBABILITY if len(texts) > FEW_BLOCKS else MIN_OF_FEW):
        return Choice([False] * len(texts), Cause.NO_BODY)
    if scores.likely_article:
        kept, rule, causes = article_blocks(features, probabilities)
    else:
        tempered = logistic(TEMPERATURE * bounded_odds(probabilities))
        kept, rule, causes = best_set(tempered, features.column("words")), Cause.EXPECTED_F1, {}
    fields = fields_of(scores, hints)
    kept[fields] = False
    quotes = repeated(hints.quotes, kept.tolist()) if scores.likely_article else []
    kept[quotes] = False
    originals = copies(texts, groups, places(kept), (probabilities >= SURE_COPY).tolist())
    kept[list(originals)] = False
    for cause, blocks in ((Cause.FIELD, fields), (Cause.PULL_QUOTE, quotes), (Cause.COPY, originals)):
        causes |= dict.fromkeys(blocks, cause)
    return Choice(kept.tolist(), rule, causes, originals)


def article_blocks(features: Features, probabilities: Array) -> tuple[Flags, Cause, dict[int, Cause]]:
    """The body of an article by scores, neighbours and headings; the rule, and what decided where the rule did not."""
    odds, words = bounded_odds(probabilities), features.column("words")
    kept, rule = smooth(odds), Cause.SCORE
    causes = dict.fromkeys(places(kept != (odds > 0)), Cause.NEIGHBOURS)
    if not kept.any():
        kept, rule, causes = best_set(probabilities, words), Cause.EXPECTED_F1, {}
    adverts = (features.column("cue_advert") != 0) & (words <= MAX_SIGN)
    kept &= ~adverts
    found = with_their_content(kept, probabilities, features.column("heading_level"))
    causes |= dict.fromkeys(places(adverts), Cause.ADVERT) | dict.fromkeys(places(found != kept), Cause.HEADING)
    return found, rule, causes


def places(flags: Flags) -> list[int]:
    """The blocks that are flagged."""
    found: list[int] = np.flatnonzero(flags).tolist()
    return found


def fields_of(scores: Scores, hints: PageHints) -> list[int]:
    """The blocks with a role that the model is not sure enough of to take them for body as well."""
    return [
        block
        for block, role in hints.roles.items()
        if (scores.likely_article or role == Role.HEADLINE)
        and scores.probabilities[block] < LEAST.get(Role(role), ROLE_PROBABILITY)
    ]


def repeated(quotes: Mapping[int, Sequence[int]], kept: Sequence[bool]) -> list[int]:
    """The pull quotes whose words are in the body."""
    return [block for block, sources in quotes.items() if all(kept[source] for source in sources)]


def bounded_odds(probabilities: Array) -> Array:
    """Log odds, bounded: no single block may outweigh everything around it."""
    return np.clip(log_odds(probabilities), -MAX_ODDS, MAX_ODDS)


def expected_f1(probabilities: Array, words: Array, kept: Flags) -> float:
    """Word F1 to be expected of a set of blocks: twice the words expected right, over words kept and words of body."""
    right = probabilities * words
    return float(2 * right[kept].sum() / max(words[kept].sum() + right.sum(), 1e-9))


def best_set(probabilities: Array, words: Array) -> Flags:
    """The most probable blocks, as many as give the highest expected word F1."""
    order = np.argsort(-probabilities, kind="stable")
    right = np.cumsum((probabilities * words)[order])
    kept = np.zeros(len(words), dtype=bool)
    expected = 2 * right / (np.cumsum(words[order]) + right[-1])
    kept[order[: int(np.argmax(expected)) + 1]] = True
    return kept


def smooth(odds: Array, cost: float = SWITCH_COST) -> Flags:
    """The most probable sequence of body and boilerplate, where each change costs something.

    A block surer than two changes cost is what it seems, whatever stands around it: the way is sought between such.
    """
    kept: Flags = odds > 0
    doubtful = np.abs(odds) <= 2 * cost
    if doubtful.any():
        near = doubtful.copy()
        near[1:] |= doubtful[:-1]
        near[:-1] |= doubtful[1:]
        kept[near] = best_way(odds[near], cost)
    return kept


def best_way(odds: Array, cost: float) -> list[bool]:
    """The same, block by block: Viterbi's algorithm over two states."""
    outside = inside = 0.0
    # Whether the best way to each block, from body or from boilerplate, comes from body.
    from_inside: list[bool] = []
    from_outside: list[bool] = []
    for value in odds.tolist():
        leave, enter = inside - cost, outside - cost
        from_outside.append(leave > outside)
        from_inside.append(inside >= enter)
        if leave > outside:
            outside = leave
        inside = (enter if enter > inside else inside) + value
    state = inside > outside
    kept = []
    for body, boilerplate in zip(reversed(from_inside), reversed(from_outside), strict=True):
        kept.append(state)
        state = body if state else boilerplate
    return kept[::-1]


def with_their_content(kept: Flags, probabilities: Array, levels: Array) -> Flags:
    """Headings go with what stands right under them: kept with a kept block unless clearly boilerplate, or the reverse.

    From the end on, so that a heading over a heading goes with the text below both.
    """
    result = [*kept.tolist(), False]
    last = max(places(kept), default=-1)
    headings = np.flatnonzero(levels)[::-1]
    for block, probability in zip(headings.tolist(), probabilities[headings].tolist(), strict=True):
        if result[block + 1]:
            result[block] = result[block] or probability >= LEAST_HEADING
        else:
            result[block] = result[block] and probability >= LONE_HEADING and block < last
    return np.array(result[:-1], dtype=bool)


def copies(texts: Sequence[str], groups: Sequence[int], kept: Sequence[int], sure: Sequence[bool]) -> dict[int, int]:
    """The kept blocks with a long text that was kept before in another group, each with the block that it copies.

    Pages carry copies for other screens.
    """
    first: dict[str, int] = {}
    found: dict[int, int] = {}
    for block in kept:
        if len(text := texts[block]) > MIN_COPY:
            original = first.setdefault(text, block)
            if groups[original] != groups[block] and not sure[block]:
                found[block] = original
    return found
