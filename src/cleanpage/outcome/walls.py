"""Walls: what stands on a page in the place of its content, if anything does."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from cleanpage.article import OutcomeKind
from cleanpage.article.length import word_count
from cleanpage.metadata.metadata import Metadata
from cleanpage.models.arrays import Array
from cleanpage.outcome.refresh import refresh_target
from cleanpage.page.page import Page
from cleanpage.page.tokens import words_of
from cleanpage.rules.outcome_cues import CHALLENGES, CONSENT, ERRORS, LOGINS, PAYWALLS, REDIRECTS, SCRIPTS
from cleanpage.rules.tags import Context

__all__ = ["KindAndReason", "wall_of"]

# Words of body, and in all, above which a page has something of its own to say, whatever else it says.
MAX_BODY = 120
MAX_WORDS = 400
# A page that speaks of nothing but an error, a redirect or scripts says no more than this, in words.
MAX_NOTICE = 80
# What is left of an article before a paywall, in words.
MAX_PREVIEW = 200
# A consent wall says no more than this, in words, and speaks of consent so often.
MAX_CONSENT = 1_500
MIN_CONSENT_CUES = 2
CONSENT_SHARE = 0.015
MIN_WORDS = 25
CONSENT_NAMES = frozenset("cookie cookies consent gdpr onetrust cmp privacy didomi usercentrics".split())
SHELL_IDS = frozenset(("root", "app", "__next", "__nuxt", "main-app", "react-root", "svelte", "gatsby"))
# What has one of these in it is the page and no box on it.
LANDMARKS = frozenset(("nav", "main", "footer"))
# Parts that titles are made of.
SEPARATORS = ("|", " - ", " – ", " — ", " · ", " :: ", "»", ": ")

KindAndReason = tuple[OutcomeKind, str]
"""The kind of a page, and the reason in words."""


def wall_of(page: Page, words: Array, body: Sequence[int], metadata: Metadata) -> KindAndReason | None:
    """What the page is if it holds no content of its own, with the reason.

    Args:
        page: The page.
        words: Number of words of each block.
        body: Indices of the blocks that were taken for the body.
        metadata: What the page says of itself.
    """
    kept = float(words[body].sum())
    if kept >= MAX_CONSENT:
        return None
    if wall := consent_wall(page, words, body):
        return wall
    if kept > MAX_PREVIEW:
        return None
    return paywall(page, metadata) or (notice(page, words) if kept <= MAX_BODY else None)


def notice(page: Page, words: Array) -> KindAndReason | None:
    """What a page with hardly any body is: one that sends on, asks for a login or scripts, or tells of an error."""
    shown = shown_words(page, words)
    count = sum(shown.values())
    if count > MAX_WORDS:
        return None
    short = count <= MAX_NOTICE
    told = f"{word_count(map(page.texts.__getitem__, shown))} words"
    said = "\n".join(page.texts[:50]).lower()
    titles = list(filter(None, titles_of(page)))
    if short and (target := refresh_target(page)):
        return OutcomeKind.REDIRECT, f"sends the reader to {target}"
    if short and (cue := first_in(said, REDIRECTS)):
        return OutcomeKind.REDIRECT, f"says {cue!r} among {told}"
    if cue := first_in("\n".join([*titles, said if short else ""]), CHALLENGES):
        return OutcomeKind.JAVASCRIPT_SHELL, f"says {cue!r} among {told}"
    if cue := heads(titles, ERRORS):
        return OutcomeKind.ERROR_PAGE, f"is headed {cue!r}, {told}"
    if has_password(page):
        return OutcomeKind.LOGIN_WALL, f"asks for a password, {told}"
    if short and (cue := heads(titles, LOGINS)):
        return OutcomeKind.LOGIN_WALL, f"is headed {cue!r}, {told}"
    return shell(page, count, said, told)


def shell(page: Page, count: int, said: str, told: str) -> KindAndReason | None:
    """Whether a page waits for scripts to fill it."""
    scripts = page.tags.count("script")
    if count < MIN_WORDS and scripts and (has_shell(page) or "noscript" in page.tags):
        return OutcomeKind.JAVASCRIPT_SHELL, f"{scripts} scripts and {told}"
    if count <= MAX_NOTICE and (cue := first_in(said, SCRIPTS)):
        return OutcomeKind.JAVASCRIPT_SHELL, f"says {cue!r} among {told}"
    return None


def paywall(page: Page, metadata: Metadata) -> KindAndReason | None:
    """Whether the rest of the page is for those who pay."""
    said = "\n".join(page.texts).lower()
    cue = first_in(said, PAYWALLS)
    if cue is None:
        return None
    if metadata.is_accessible_for_free is False:
        return OutcomeKind.PAYWALL, f"says that it is not free and {cue!r}"
    return OutcomeKind.PAYWALL, f"says {cue!r}"


def first_in(text: str, cues: Sequence[str]) -> str | None:
    """The first of the cues that is in a text."""
    return next((cue for cue in cues if cue in text), None)


def titles_of(page: Page) -> Iterator[str]:
    """The title, its parts, and the first headings, lower-cased."""
    headings = [block for block, e in enumerate(page.elements) if page.contexts[e] & Context.HEADING][:3]
    whole = [page.title or "", *(page.texts[block] for block in headings or range(min(2, len(page.texts))))]
    for title in whole:
        parts = [title.lower()]
        for separator in SEPARATORS:
            parts = [part for joined in parts for part in joined.split(separator)]
        yield from (part.strip(" !.…") for part in parts)


def heads(titles: Sequence[str], cues: Sequence[str]) -> str | None:
    """The cue that a title is or begins with, up to the end of a word; short ones only if they are all of it."""
    for title in titles:
        for cue in cues:
            rest = title.removeprefix(cue)
            if not rest or (rest != title and len(title) <= 60 and not rest[0].isalnum()):
                return cue
            if " " in cue and len(title) <= 80 and cue in title:
                return cue
    return None


def has_password(page: Page) -> bool:
    """Whether the page asks for a password."""
    return any(
        tag == "input" and (page.attributes[element].get("type") or "").lower() == "password"
        for element, tag in enumerate(page.tags)
    )


def has_shell(page: Page) -> bool:
    """Whether an element waits for a script to fill it."""
    return not SHELL_IDS.isdisjoint(page.identifiers.values())


def shown_words(page: Page, words: Array) -> Mapping[int, int]:
    """Number of words of each block that a browser with scripts shows."""
    contexts = page.contexts
    counts = enumerate(zip(page.leaves, words.tolist(), strict=True))
    return {block: int(count) for block, (leaf, count) in counts if not contexts[leaf] & Context.NOSCRIPT}


def consent_wall(page: Page, words: Array, body: Sequence[int]) -> KindAndReason | None:
    """Whether most of what the page says, and of what was taken for its body, asks for consent."""
    if not MIN_WORDS <= words.sum() <= MAX_CONSENT:
        return None
    said = "\n".join(page.texts).lower()
    if sum(map(said.count, CONSENT)) < max(MIN_CONSENT_CUES, CONSENT_SHARE * words.sum()):
        return None
    boxes = consent_boxes(page)
    if not boxes:
        return None
    shown = shown_words(page, words)
    asking = {block for start, end in boxes for block in range(start, end)}
    total, consent = sum(shown.values()), sum(count for block, count in shown.items() if block in asking)
    kept = sum(shown.get(block, 0) for block in body)
    kept_consent = sum(shown.get(block, 0) for block in body if block in asking)
    if consent >= MIN_WORDS and consent > total / 2 and kept_consent >= kept / 2:
        return OutcomeKind.CONSENT_WALL, f"{consent / total:.0%} of the words ask for consent"
    return None


@lru_cache(maxsize=4_096)
def asks_consent(classes: str | None, identity: str | None) -> bool:
    """Whether an element is named after consent."""
    return not CONSENT_NAMES.isdisjoint(words_of(classes) | words_of(identity))


def consent_boxes(page: Page) -> list[tuple[int, int]]:
    """Ranges of blocks in what is named after consent, and is no wrapper of the whole page."""
    landmarks = [element for element, tag in enumerate(page.tags) if tag in LANDMARKS]
    boxes: list[tuple[int, int]] = []
    done = 0
    for element, (tag, attributes) in enumerate(zip(page.tags, page.attributes, strict=True)):
        if element < done or not attributes or tag in ("html", "body"):
            continue
        if not asks_consent(attributes.get("class"), attributes.get("id")):
            continue
        place = bisect_left(landmarks, element)
        if place == len(landmarks) or landmarks[place] >= page.ends[element]:
            boxes.append((page.block_starts[element], page.block_ends[element]))
            done = page.ends[element]
    return boxes
