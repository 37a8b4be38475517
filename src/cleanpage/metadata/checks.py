"""What is done to claims before they vote: values are read, cleaned or thrown out, and doubts about them noted."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from cleanpage.article import Author, Timestamp
from cleanpage.metadata.claims import Claim, Source
from cleanpage.metadata.dates import human_date, is_plausible, machine_date
from cleanpage.metadata.layout import Layout
from cleanpage.metadata.names import is_body
from cleanpage.metadata.titles import SiteNames, clean_title, simplified, site_names, words_of

__all__ = ["Checked", "Context", "check", "context_of"]


@dataclass(frozen=True, slots=True)
class Context:
    """What checks need to know of the page."""

    layout: Layout
    site: SiteNames
    kind: str
    """`news`, `article` or `other`, by the types that the page gives itself."""
    is_home: bool
    """Whether the page is the first of its site."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim that may vote."""

    claim: Claim
    original: Claim
    """The claim before its value was read or cleaned."""
    doubts: tuple[str, ...] = ()
    """Keys of the doubts of a row of `rules.trust`."""


def context_of(claims: Sequence[Claim], layout: Layout) -> Context:
    """The context that a page's claims make up."""
    names = [claim.raw for claim in claims if claim.field == "site_name"]
    headings = [claim.raw for claim in claims if claim.field == "headline" and claim.source is Source.HEADING]
    url = layout.page.url or next((str(claim.value) for claim in claims if claim.field == "canonical_url"), None)
    try:
        is_home = bool(url) and urlsplit(url or "").path in ("", "/")
    except ValueError:
        is_home = False
    return Context(layout, site_names(names, url, headings), kind_of(claims), is_home)


def kind_of(claims: Sequence[Claim]) -> str:
    """The kind of page, by its own word."""
    types = {claim.raw.lower() for claim in claims if claim.field == "page_type"}
    if any("newsarticle" in name for name in types):
        return "news"
    return "article" if any(name.endswith(("article", "posting")) for name in types) else "other"


def check(claims: Sequence[Claim], context: Context) -> list[Checked]:
    """The claims of one field that may vote."""
    reader = CHECKS.get(claims[0].field)
    checked = list(reader(claims, context)) if reader else [Checked(claim, claim) for claim in claims]
    return [with_rank(ballot, checked[:at]) for at, ballot in enumerate(checked)]


def with_rank(ballot: Checked, before: Sequence[Checked]) -> Checked:
    """The claim, with a doubt if its source has said something else before."""
    earlier = any(other.claim.source is ballot.claim.source for other in before)
    return replace(ballot, doubts=(*ballot.doubts, "not first")) if earlier else ballot


def headlines(claims: Sequence[Claim], context: Context) -> Iterator[Checked]:
    """Titles without the name of the site, and what makes them doubtful."""
    cleaned = [(claim, cleaned_title(claim, context)) for claim in claims]
    keys = [simplified(title) for _, title in cleaned]
    for claim, title in cleaned:
        others = [other for other, _ in cleaned if other.source is not claim.source]
        doubts = [*title_doubts(title, keys, context)]
        if claim.source is Source.HEADING and others:
            doubts += heading_doubts(title, others)
        if title:
            yield Checked(replace(claim, value=title), claim, tuple(doubts))


def cleaned_title(claim: Claim, context: Context) -> str:
    """The title of a claim without the name of the site; on its first page the name belongs to it."""
    title = str(claim.value)
    return title if claim.source is Source.HEADING else clean_title(title, context.site, context.is_home)


def title_doubts(title: str, keys: Sequence[str], context: Context) -> Iterator[str]:
    """What makes a title doubtful wherever it stands."""
    key = simplified(title)
    if title.rstrip().endswith(("...", "…")) or any(len(other) > len(key) + 3 and other.startswith(key) for other in keys):
        yield "cut short"
    if len(title.split()) <= 2:
        yield "two words"
    if not context.is_home and (key in context.site.names or key in context.site.labels):
        yield "names the site"


def heading_doubts(title: str, others: Sequence[Claim]) -> Iterator[str]:
    """What makes a heading doubtful beside the titles of the head."""
    own = words_of(title)
    shared = len(own & {word for claim in others for word in words_of(str(claim.value))}) / max(1, len(own))
    if shared < 0.34:
        yield "unlike the titles"
    elif shared == 1:
        yield "within the titles"


def author_lists(claims: Sequence[Claim], context: Context) -> Iterator[Checked]:
    """Authors without the site beside people, and whether they are people."""
    lists = [(claim, people_of(claim, context)) for claim in claims]
    person_named = any(any(is_person(author.name, context) for author in people) for _, people in lists)
    for claim, people in lists:
        names = [author.name for author in people]
        doubts = []
        if not any(is_person(name, context) for name in names):
            doubts.append("no person")
            if person_named:
                doubts.append("no person beside one")
        if all(len(name.split()) == 1 and name.isascii() for name in names):
            doubts.append("single word")
        if len(names) > 4:
            doubts.append("many")
        yield Checked(replace(claim, value=people), claim, tuple(doubts))


def people_of(claim: Claim, context: Context) -> tuple[Author, ...]:
    """The authors of a claim, without the site if anybody else is among them."""
    authors = tuple(author for author in claim.value if isinstance(author, Author)) if isinstance(claim.value, tuple) else ()
    return tuple(author for author in authors if not context.site.is_site(author.name)) or authors


def is_person(name: str, context: Context) -> bool:
    """Whether a name is neither that of the site nor that of a newsroom or an agency."""
    return not context.site.is_site(name) and not is_body(name)


def moments(claims: Sequence[Claim], context: Context) -> Iterator[Checked]:
    """Dates read from their texts, implausible ones thrown out. Human dates are read only where no machine's date is there."""
    read = [(claim, claim.value if isinstance(claim.value, Timestamp) else machine_date(str(claim.value))) for claim in claims]
    pending = not any(moment for _, moment in read)
    for claim, moment in read:
        moment = moment or (human_date(str(claim.value), context.layout.hints, pending))
        if moment and is_plausible(moment):
            yield Checked(replace(claim, value=moment), claim)


CHECKS: Mapping[str, Callable[[Sequence[Claim], Context], Iterator[Checked]]] = {
    "headline": headlines,
    "authors": author_lists,
    "published": moments,
    "updated": moments,
}
"""How the claims of a field are checked; those of other fields vote as they are."""
