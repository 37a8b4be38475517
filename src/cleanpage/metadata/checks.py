"""What is done to claims before they vote: values are read, cleaned or thrown out, and doubts about them noted."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

from cleanpage.article import Author, Timestamp
from cleanpage.metadata.addresses import is_of_another_page, is_of_first_page
from cleanpage.metadata.claims import Claim, Source, Value
from cleanpage.metadata.dates import human_date, is_plausible, machine_date
from cleanpage.metadata.layout import Layout
from cleanpage.metadata.names import is_body
from cleanpage.metadata.tidy import TIDY
from cleanpage.metadata.titles import SiteNames, clean_title, simplified, site_names, words_of

__all__ = ["Checked", "Context", "check", "context_of"]


LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")


@dataclass(frozen=True, slots=True)
class Context:
    """What checks need to know of the page."""

    layout: Layout
    site: SiteNames
    kind: str
    """`news`, `article` or `other`, by the types that the page gives itself."""
    is_home: bool
    """Whether the page is the first of its site."""


class Checked(NamedTuple):
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
    cited = any(claim.path.startswith("citation_") for claim in claims)
    return "article" if cited or any(name.endswith(("article", "posting")) for name in types) else "other"


def check(claims: Sequence[Claim], context: Context) -> list[Checked]:
    """The claims of one field that may vote."""
    reader = CHECKS.get(claims[0].field)
    checked = reader(claims, context) if reader else [Checked(claim, claim) for claim in claims]
    seen: set[str] = set()
    ranked = []
    for ballot in checked:
        source = ballot.claim.source
        if source in seen:
            ballot = Checked(ballot.claim, ballot.original, (*ballot.doubts, "not first"))
        ranked.append(ballot)
        seen.add(source)
    return ranked


def with_value(claim: Claim, value: Value) -> Claim:
    """`claim` with what its value is understood to be."""
    if value is claim.value:
        return claim
    return Claim(claim.field, value, claim.raw, claim.source, claim.path, claim.elements)


def headlines(claims: Sequence[Claim], context: Context) -> Iterator[Checked]:
    """Titles without the name of the site, and what makes them doubtful."""
    titles = {str(claim.value): "" for claim in claims if claim.source is not Source.HEADING}
    for title in titles:  # the name of the site belongs to the title of its first page
        titles[title] = clean_title(title, context.site, context.is_home)
    cleaned = [str(c.value) if c.source is Source.HEADING else titles[str(c.value)] for c in claims]
    keys = frozenset(map(simplified, cleaned))
    doubts = {title: tuple(title_doubts(title, keys, context)) for title in dict.fromkeys(cleaned)}
    for claim, title in zip(claims, cleaned, strict=True):
        found = doubts[title]
        if claim.source is Source.HEADING and (others := [c for c in claims if c.source is not claim.source]):
            found += tuple(heading_doubts(title, others))
        if title:
            yield Checked(with_value(claim, title), claim, found)


def title_doubts(title: str, keys: Collection[str], context: Context) -> Iterator[str]:
    """What makes a title doubtful wherever it stands."""
    key = simplified(title)
    if title.rstrip().endswith(("...", "…")) or any(
        len(other) > len(key) + 3 and other.startswith(key) for other in keys
    ):
        yield "cut short"
    if len(title.split()) <= 2:
        yield "two words"
    if not context.is_home and (key in context.site.names or key in context.site.labels):
        yield "names the site"


def heading_doubts(title: str, others: Sequence[Claim]) -> Iterator[str]:
    """What makes a heading doubtful beside the titles of the head."""
    own = words_of(title)
    known = {word for title in {str(claim.value) for claim in others} for word in words_of(title)}
    shared = len(own & known) / max(1, len(own))
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
            kind = "names the site" if all(map(context.site.is_site, names)) else "no person"
            doubts.append(f"{kind} beside a person" if person_named else kind)
        if all(len(name.split()) == 1 and name.isascii() for name in names):
            doubts.append("single word")
        if len(names) > 4:
            doubts.append("many")
        yield Checked(with_value(claim, people), claim, tuple(doubts))


def people_of(claim: Claim, context: Context) -> tuple[Author, ...]:
    """The authors of a claim, without the site if anybody else is among them."""
    authors = (
        tuple(author for author in claim.value if isinstance(author, Author)) if isinstance(claim.value, tuple) else ()
    )
    return tuple(author for author in authors if not context.site.is_site(author.name)) or authors


def is_person(name: str, context: Context) -> bool:
    """Whether a name is neither that of the site nor that of a newsroom or an agency."""
    return not context.site.is_site(name) and not is_body(name)


def moments(claims: Sequence[Claim], context: Context) -> Iterator[Checked]:
    """Dates read from their texts, implausible ones thrown out."""
    read = [
        (
            claim,
            claim.value
            if isinstance(claim.value, Timestamp)
            else machine_date(str(claim.value), context.layout.hints.language),
        )
        for claim in claims
    ]
    pending = not any(moment for _, moment in read)
    for claim, moment in read:
        moment = moment or (human_date(str(claim.value), context.layout.hints, pending))
        if moment and is_plausible(moment):
            yield Checked(with_value(claim, moment), claim)


def own_urls(claims: Sequence[Claim], context: Context) -> Iterator[Checked]:
    """URLs that may be the page's own: neither that of the site's first page nor that of another one."""
    page, heading = context.layout.page, context.layout.heading
    titles = [page.title or "", context.layout.text(heading) if heading >= 0 else ""]
    for claim in claims:
        url = str(claim.value)
        is_root = page.url is not None and not context.is_home and is_of_first_page(url)
        if not is_root and not is_of_another_page(url, page.url, titles):
            yield Checked(claim, claim)


def languages(claims: Sequence[Claim], _: Context) -> Iterator[Checked]:
    """Tags of languages in the form of BCP 47; names of languages and the like are thrown out."""
    for claim in claims:
        tag = str(claim.value).split(",")[0].strip().replace("_", "-")
        if LANGUAGE.fullmatch(tag):
            yield Checked(with_value(claim, tag), claim)


def tidied(claims: Sequence[Claim], _: Context) -> Iterator[Checked]:
    """Texts and lists as people would write them, empty ones thrown out."""
    tidy = TIDY[claims[0].field]
    for claim in claims:
        if value := tidy(claim.value):
            yield Checked(with_value(claim, value if value != claim.value else claim.value), claim)


CHECKS: Mapping[str, Callable[[Sequence[Claim], Context], Iterator[Checked]]] = {
    **dict.fromkeys(TIDY, tidied),
    "headline": headlines,
    "authors": author_lists,
    "published": moments,
    "updated": moments,
    "canonical_url": own_urls,
    "language": languages,
}
"""How the claims of a field are checked; those of other fields vote as they are."""
