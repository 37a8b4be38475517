"""What is done to claims before they vote: values are read, cleaned or thrown out, and doubts about them noted."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cleanpage.metadata.claims import Claim, Source
from cleanpage.metadata.cleanup import TIDY
from cleanpage.metadata.layout import Layout
from cleanpage.metadata.resolution.author_checks import PERSON, AuthorVoters
from cleanpage.metadata.resolution.canonical_urls import is_of_another_page, is_of_first_page, slug_words
from cleanpage.metadata.resolution.checked import CheckedClaim
from cleanpage.metadata.resolution.date_checks import moments
from cleanpage.metadata.resolution.title_checks import TitleVoters
from cleanpage.metadata.titles import SiteNames, site_names

__all__ = ["CheckContext", "check", "check_context"]


LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")


@dataclass(frozen=True, slots=True)
class CheckContext:
    """What checks need to know of the page."""

    layout: Layout
    site: SiteNames
    kind: str
    """`news`, `article` or `other`, by the types that the page gives itself."""
    is_home: bool
    """Whether the page is the first of its site."""
    slug: frozenset[str] = frozenset()
    """Words of its address that may be those of its title."""
    sections: frozenset[str] = frozenset()
    """Names of the parts of the site that the page is in, by its sections and breadcrumbs, without case."""
    signs: tuple[str, ...] = ()
    """What the page says against having an author at all: its kind, but for what scholars cite, and whether it is the
    first of its site."""


def check_context(claims: Sequence[Claim], layout: Layout) -> CheckContext:
    """The context that a page's claims make up."""
    names = [claim.raw for claim in claims if claim.field == "site_name"]
    headings = [claim.raw for claim in claims if claim.field == "headline" and claim.source is Source.HEADING]
    url = layout.page.url or next((str(claim.value) for claim in claims if claim.field == "canonical_url"), None)
    is_home = url is not None and is_of_first_page(url)
    kind = kind_of(claims)
    signs = (*(() if is_cited(claims) else (kind,)), *(("first page",) if is_home else ()))
    # The address of a news story is made before its headline is put right.
    slug = frozenset() if kind == "news" else slug_words(url)
    return CheckContext(layout, site_names(names, url, headings), kind, is_home, slug, sections_of(claims), signs)


def sections_of(claims: Sequence[Claim]) -> frozenset[str]:
    """The names of the sections and breadcrumbs that a page claims, without case."""
    sections = {str(claim.value).casefold() for claim in claims if claim.field == "section"}
    crumbs = (claim.value for claim in claims if claim.field == "breadcrumbs" and isinstance(claim.value, tuple))
    return frozenset(
        sections | {step.name.casefold() for steps in crumbs for step in steps if not isinstance(step, str)}
    )


def kind_of(claims: Sequence[Claim]) -> str:
    """The kind of page, by its own word."""
    types = {claim.raw.lower() for claim in claims if claim.field == "page_type"}
    if any("newsarticle" in name for name in types):
        return "news"
    return "article" if is_cited(claims) or any(name.endswith(("article", "posting")) for name in types) else "other"


def is_cited(claims: Sequence[Claim]) -> bool:
    """Whether the page has the elements by which scholars cite it; such a page has authors."""
    return any(claim.path.startswith("citation_") for claim in claims)


def check(claims: Sequence[Claim], context: CheckContext) -> list[CheckedClaim]:
    """The claims of one field that may vote."""
    reader = CHECKS.get(claims[0].field)
    checked = [*reader(claims, context)] if reader else [CheckedClaim(claim, claim) for claim in claims]
    if len(claims) == 1:
        return checked
    first: dict[str, Claim] = {}
    ranked = []
    for ballot in checked:
        if first.setdefault(ballot.claim.source, ballot.original) is not ballot.original:
            ballot = ballot._replace(doubts=(*ballot.doubts, "not first"))
        ranked.append(ballot)
    return ranked


def headlines(claims: Sequence[Claim], context: CheckContext) -> Iterator[CheckedClaim]:
    """Titles without the name of the site, and what speaks for and against them."""
    voters = TitleVoters(context.layout, context.site, context.slug, context.is_home, claims)
    signs: dict[str, tuple[str, ...]] = {}
    for claim in claims:
        for title, cut in voters.titles(claim):
            if title not in signs:
                signs[title] = tuple(voters.signs(title))
            own = (*signs[title], cut) if cut else signs[title]
            yield CheckedClaim(claim.saying(title), claim, tuple(voters.doubts(claim, title)), own)


def author_lists(claims: Sequence[Claim], context: CheckContext) -> Iterator[CheckedClaim]:
    """Authors without the site beside people, and what speaks for and against them."""
    voters = AuthorVoters(context.layout, context.site, context.sections)
    lists = [(claim, people) for claim in claims if (people := voters.people_of(claim))]
    names = [[author.name for author in people] for _, people in lists]
    persons = [claim for (claim, _), each in zip(lists, names, strict=True) if PERSON in map(voters.kind, each)]
    person_signs = len(persons) < len(lists) and any(map(voters.is_signature, persons))  # of use to others alone
    sets = [frozenset(map(str.casefold, each)) for each in names]
    sources: dict[frozenset[str], set[Source]] = {}
    for (claim, _), own in zip(lists, sets, strict=True):
        sources.setdefault(own, set()).add(claim.source)
    for (claim, people), each, own in zip(lists, names, sets, strict=True):
        signs = tuple(voters.signs(each, bool(persons), person_signs, sets))
        # Where two sources agree, it says little how or where one of them does.
        doubts = tuple(voters.doubts(claim, signs)) if len(sources[own]) == 1 else ()
        yield CheckedClaim(claim.saying(people), claim, doubts, signs)


def own_urls(claims: Sequence[Claim], context: CheckContext) -> Iterator[CheckedClaim]:
    """URLs that may be the page's own: neither that of the site's first page nor that of another one."""
    page, heading = context.layout.page, context.layout.heading
    titles = [page.title or "", context.layout.text(heading) if heading >= 0 else ""]
    for claim in claims:
        url = str(claim.value)
        is_root = page.url is not None and not context.is_home and is_of_first_page(url)
        if not is_root and not is_of_another_page(url, page.url, titles):
            yield CheckedClaim(claim, claim)


def languages(claims: Sequence[Claim], _: CheckContext) -> Iterator[CheckedClaim]:
    """Tags of languages in the form of BCP 47; names of languages and the like are thrown out."""
    for claim in claims:
        tag = str(claim.value).split(",")[0].strip().replace("_", "-")
        if LANGUAGE.fullmatch(tag):
            yield CheckedClaim(claim.saying(tag), claim)


def tidied(claims: Sequence[Claim], _: CheckContext) -> Iterator[CheckedClaim]:
    """Texts and lists as people would write them, empty ones thrown out."""
    tidy = TIDY[claims[0].field]
    for claim in claims:
        if value := tidy(claim.value):
            yield CheckedClaim(claim.saying(value) if value != claim.value else claim, claim)


CHECKS: Mapping[str, Callable[[Sequence[Claim], CheckContext], Iterator[CheckedClaim]]] = {
    **dict.fromkeys(TIDY, tidied),
    "headline": headlines,
    "authors": author_lists,
    "published": lambda claims, context: moments(claims, context.layout),
    "updated": lambda claims, context: moments(claims, context.layout),
    "canonical_url": own_urls,
    "language": languages,
}
"""How the claims of a field are checked; those of other fields vote as they are."""
