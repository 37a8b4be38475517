"""Outcome: what a page turned out to be, and the sign that tells so."""

from collections.abc import Sequence

from cleanpage.article import Outcome, OutcomeKind
from cleanpage.features.text import count_words
from cleanpage.inputs import Source
from cleanpage.metadata import Metadata
from cleanpage.page import Page
from cleanpage.rules.tags import HEADING_LEVELS, Context
from cleanpage.selection import Verdict
from cleanpage.tokens import words_of

__all__ = ["tell_outcome"]

# A body shorter than this, in words, is looked at twice.
MIN_WORDS = 25
# A consent wall says no more than this, in words.
MAX_WALL = 1_000
# A section front shows at least so many linked headlines, and no run of prose longer than an introduction, in words.
MIN_TEASERS = 5
MAX_INTRODUCTION = 120
# A page that says it is a collection may introduce it at more length.
MAX_FOREWORD = 250
# A list of links without headings: most of the text is links, and next to nothing else is left as body, in words.
MOSTLY_LINKS = 0.8
SOME_LINKS = 0.6
MAX_REST = 60
MIN_LIST = 100
CONSENT_WORDS = frozenset("cookie cookies consent gdpr onetrust cmp privacy didomi usercentrics".split())
SHELL_IDS = frozenset(("root", "app", "__next", "__nuxt", "main-app", "react-root", "svelte", "gatsby"))
# Types that pages give themselves, of schema.org and Open Graph (ogp.me), as in `Metadata.page_types`.
SINGLE_TYPES = frozenset(
    "analysisnewsarticle article blogposting liveblogposting newsarticle opinionnewsarticle recipe report "
    "reportagenewsarticle reviewnewsarticle scholarlyarticle techarticle "
    "og:article og:book og:product og:profile og:video og:video.episode og:video.movie og:video.other".split()
)
PRODUCT_TYPES = frozenset(("product",))
LIST_TYPES = frozenset(("itemlist", "offercatalog"))
COLLECTION_TYPES = frozenset(("collectionpage", "searchresultspage"))


def tell_outcome(
    source: Source, page: Page, verdicts: Sequence[Verdict], metadata: Metadata, limits: Sequence[str] = ()
) -> Outcome:
    """Tell what the page is, by the first sign that holds.

    Args:
        source: What was read.
        page: Its blocks.
        verdicts: One a block.
        metadata: What it says about itself. Section fronts have no date of publication.
        limits: Names of the limits that something was left out for.
    """
    if source.binary:
        return Outcome(kind=OutcomeKind.NOT_HTML, reason=f"the bytes are {source.binary}")
    if limits:
        names = " and ".join(f"Options.{name}" for name in limits)
        return Outcome(
            kind=OutcomeKind.LIMIT_HIT, reason=f"read up to {names}, the rest was left", limits=tuple(limits)
        )
    body = [block for block, verdict in enumerate(verdicts) if verdict.kept]
    words = sum(count_words(page.texts[block]) for block in body)
    reason = index_sign(page, body, metadata)
    poor = consent_wall(page, body) if words < MAX_WALL else None
    if poor is None and words < MIN_WORDS:
        poor = without_content(page, body)
    if poor is not None and (reason is None or poor.kind is not OutcomeKind.EMPTY):
        return poor
    if reason is not None:
        return Outcome(kind=OutcomeKind.INDEX_PAGE, reason=reason)
    return Outcome(kind=OutcomeKind.ARTICLE, reason=f"a body of {words} words")


def index_sign(page: Page, body: Sequence[int], metadata: Metadata) -> str | None:
    """What tells that a page does nothing but lead to others; None where nothing does."""
    run = longest_run(page, body)
    if run > MAX_FOREWORD:
        return None
    if not COLLECTION_TYPES.isdisjoint(metadata.page_types):
        return f"says it is a collection, no run of prose longer than {run} words"
    if metadata.published is not None or is_single_thing(metadata.page_types):
        return None
    teasers = linked_headings(page)
    if teasers >= MIN_TEASERS and run <= MAX_INTRODUCTION:
        return f"{teasers} linked headings, no run of prose longer than {run} words"
    total = sum(map(count_words, page.texts))
    linked = sum(page.linked_chars) / max(1, sum(map(len, page.texts)))
    rest = unlinked_words(page, body)
    if total >= MIN_LIST and rest <= MAX_REST and linked >= (MOSTLY_LINKS if body else SOME_LINKS):
        return f"{linked:.0%} of {total} words are links, {rest} words of body are not"
    return None


def unlinked_words(page: Page, body: Sequence[int]) -> int:
    """Words of the body outside its links."""
    return round(sum(count_words(page.texts[b]) * (1 - page.linked_chars[b] / len(page.texts[b])) for b in body))


def is_single_thing(types: frozenset[str]) -> bool:
    """Whether a page says of itself that it is about one thing: an article, a video, a product."""
    if not SINGLE_TYPES.isdisjoint(types):
        return True
    return not PRODUCT_TYPES.isdisjoint(types) and LIST_TYPES.isdisjoint(types)


def consent_wall(page: Page, body: Sequence[int]) -> Outcome | None:
    """Whether most of what the page says, and of what was taken for its body, asks for consent."""
    asking = in_consent(page)
    if not any(asking):
        return None
    shown = shown_words(page)
    consent = {block: count for block, count in shown.items() if asking[page.leaves[block]]}
    total, words = sum(shown.values()), sum(consent.values())
    kept = sum(shown.get(block, 0) for block in body)
    if words >= MIN_WORDS and words > total / 2 and sum(consent.get(block, 0) for block in body) >= kept / 2:
        return Outcome(kind=OutcomeKind.CONSENT_WALL, reason=f"{words} of {total} words ask for consent")
    return None


def without_content(page: Page, body: Sequence[int]) -> Outcome | None:
    """What a page with hardly any body is: a shell for scripts, or nothing; None if it may be more."""
    words = sum(shown_words(page).values())
    scripts = page.tags.count("script")
    if words < MIN_WORDS and scripts and (has_shell(page) or "noscript" in page.tags):
        return Outcome(kind=OutcomeKind.JAVASCRIPT_SHELL, reason=f"{scripts} scripts and {words} words")
    if not body:
        return Outcome(kind=OutcomeKind.EMPTY, reason=f"no article among {words} words")
    return None


def shown_words(page: Page) -> dict[int, int]:
    """Number of words of each block that a browser with scripts shows."""
    leaves = enumerate(page.leaves)
    return {b: count_words(page.texts[b]) for b, leaf in leaves if not page.contexts[leaf] & Context.NOSCRIPT}


def in_consent(page: Page) -> list[bool]:
    """For each element, whether it stands in something named after consent."""
    inside: list[bool] = []
    for tag, parent, attributes in zip(page.tags, page.parents, page.attributes, strict=True):
        if tag in ("html", "body"):
            inside.append(False)
        else:
            names = words_of(attributes.get("class")) | words_of(attributes.get("id"))
            inside.append((parent >= 0 and inside[parent]) or not CONSENT_WORDS.isdisjoint(names))
    return inside


def has_shell(page: Page) -> bool:
    """Whether an element waits for a script to fill it."""
    return any(attributes.get("id") in SHELL_IDS for attributes in page.attributes if attributes)


def linked_headings(page: Page) -> int:
    """Number of distinct headings that are wholly links."""
    found = set()
    for block, element in enumerate(page.elements):
        text = page.texts[block]
        if page.tags[element] in HEADING_LEVELS and page.linked_chars[block] > 0.8 * len(text):
            found.add(text)
    return len(found)


def longest_run(page: Page, body: Sequence[int]) -> int:
    """Words of the longest run of body blocks that no linked heading interrupts."""
    longest = run = 0
    for block in body:
        text = page.texts[block]
        linked = page.linked_chars[block]
        teaser = linked > 0.5 * len(text) or (linked and page.tags[page.elements[block]] in HEADING_LEVELS)
        run = 0 if teaser else run + count_words(text)
        longest = max(longest, run)
    return longest
