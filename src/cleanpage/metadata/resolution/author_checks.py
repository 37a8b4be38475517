"""Cleans claims of authors before resolution: takes out the site, and notes signs for and against the names."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from cleanpage.article import Author
from cleanpage.metadata.claims import Claim, Source
from cleanpage.metadata.layout import Layout
from cleanpage.metadata.names import is_body
from cleanpage.metadata.titles import SiteNames
from cleanpage.rules.sources import LABELLED, SHOWN, SOURCES

__all__ = ["PERSON", "AuthorChecks"]

SITE, BODY, PERSON = "site", "body", "person"
MAX_AUTHORS_OF_STORY = 4
"""Authors of one page above which they may be those of several stories."""
BLOCKS_OVER, BLOCKS_UNDER = 6, 12
"""Blocks around the main heading in which a byline stands."""
MAX_NAMED = 300
"""Characters of a block that may be a byline."""
BESIDE, CLOSE = 3, 8
"""Blocks from the main heading to a byline right beside it, and to one close to it."""
AUTHOR_PATHS = (
    "/author",
    "/profile",
    "/people",
    "/staff",
    "/editor",
    "/contributor",
    "/team",
    "/autor",
    "/user",
    "/by/",
    "/writer",
)
"""Parts of the addresses of pages about authors."""
TOPIC_PATHS = ("/category/", "/categories/", "/tag/", "/tags/", "/topic/", "/topics/")
"""Parts of the addresses of pages that list the stories of a section."""
DATED = re.compile(r"(?:19|20)\d\d|\bmin(?:ute)?s?\b|\d (?:day|hour|week|month)s?\b", re.IGNORECASE)
"""What dates and times of reading hold."""


class AuthorChecks:
    """The people of each claim, with the signs for and against them.

    Args:
        layout: The page.
        site: What the site is called.
        sections: Names of its parts that the page is in, without case.
    """

    def __init__(self, layout: Layout, site: SiteNames, sections: Collection[str]) -> None:
        self.layout = layout
        self.site = site
        self.sections = sections
        self.kinds: dict[str, str] = {}

    @cached_property
    def near(self) -> str:
        """The short texts around the main heading."""
        texts, anchor = self.layout.page.texts, self.layout.anchor
        around = texts[max(0, anchor - BLOCKS_OVER) : anchor + BLOCKS_UNDER]
        return "\n".join([text for text in around if len(text) <= MAX_NAMED]).casefold()

    @cached_property
    def page(self) -> str:
        """The text of the whole page."""
        return "\n".join(self.layout.page.texts)

    @cached_property
    def folded_page(self) -> str:
        """The same without case."""
        return self.page.casefold()

    def are_shown(self, names: Sequence[str]) -> bool:
        """Whether the page shows all of some names, in whatever case; most stand there as they are claimed."""
        return all(name in self.page or name.casefold() in self.folded_page for name in names)

    def people_of(self, claim: Claim) -> tuple[Author, ...]:
        """The authors of a claim, without sections, and without the site if anybody else is among them."""
        value = claim.value if isinstance(claim.value, tuple) else ()
        authors = tuple(author for author in value if isinstance(author, Author) and not self.is_section(author))
        return tuple(author for author in authors if self.kind(author.name) != SITE) or authors

    def is_section(self, author: Author) -> bool:
        """Whether an author is a part of the site, by name or page, and not the site as such, which may be an author.

        Of sixteen such names that the corpora claim as authors, none is one.
        """
        named = author.name.casefold() in self.sections and self.kind(author.name) != SITE
        return named or any(part in (author.url or "").lower() for part in TOPIC_PATHS)

    def kind(self, name: str) -> str:
        """What a name is that of: the site, a newsroom or an agency (`body`), or a person."""
        if name not in self.kinds:
            self.kinds[name] = SITE if self.site.is_site(name) else BODY if is_body(name) else PERSON
        return self.kinds[name]

    def is_signature(self, claim: Claim) -> bool:
        """Whether a claim is read off the page, under the main heading or close to it, and is no bare common word."""
        signed = claim.source in LABELLED or (claim.source is Source.NEAR and not self.has_common_words(claim))
        return signed and 0 <= self.layout.distance(claim.elements[0]) <= CLOSE

    def signs(
        self, names: Sequence[str], person_named: bool, person_signs: bool, others: Sequence[frozenset[str]]
    ) -> Iterator[str]:
        """What speaks for or against a list of names, whoever claims it.

        Args:
            names: The names.
            person_named: Whether any claim names a person.
            person_signs: Whether a person signs the article.
            others: The names of all claims, without case.
        """
        kinds = {self.kind(name) for name in names}
        if PERSON not in kinds:
            kind = "no person" if BODY in kinds else "names the site"
            yield f"{kind} beside a person" if person_named else kind
            if person_signs:
                yield "beside a signature"
        if all(len(name.split()) == 1 and name.isascii() for name in names):
            yield "single word"
        if any(name[:1].islower() or any(map(str.isdigit, name)) for name in names):
            yield "like a user name"
        if len(names) > MAX_AUTHORS_OF_STORY:
            yield "many"
        own = frozenset(map(str.casefold, names))
        if any(own < other for other in others):
            yield "part of a longer list"
        if all(name in self.near for name in own):
            yield "shown by the heading"
        elif self.layout.page.texts and not self.are_shown(names):
            yield "not shown"

    def doubts(self, claim: Claim, signs: Sequence[str]) -> Iterator[str]:
        """What is said of a claim by its note, by the signs of its value, or by its place on the page."""
        if claim.source is Source.JSON_LD and claim.note:
            yield f"{claim.source} says {claim.note}"
        for sign in SOURCES[claim.source].author_signs:
            if sign in signs:
                yield f"{claim.source} {sign}"
        if claim.source not in SHOWN or not claim.elements:
            return
        distance = self.layout.distance(claim.elements[0])
        place = "beside" if 0 <= distance <= BESIDE else "far" if distance > CLOSE else "about"
        yield f"{claim.source} {place}"
        if claim.source is Source.NEAR:
            yield from self.bare_doubts(claim)
        people = claim.value if isinstance(claim.value, tuple) else ()
        urls = [person.url or "" for person in people if isinstance(person, Author)]
        if any(part in url.lower() for url in urls for part in AUTHOR_PATHS):
            yield f"{claim.source} with a page about the author"
        elif any(urls):
            yield f"{claim.source} with a link"

    def bare_doubts(self, claim: Claim) -> Iterator[str]:
        """What speaks for a name that nothing says to be one: a date beside it."""
        page = self.layout.page
        block = self.layout.block_of(claim.elements[0])
        if any(DATED.search(text[:MAX_NAMED]) for text in page.texts[max(0, block - 1) : block + 2]):
            yield "near beside a date"
        if self.has_common_words(claim):
            yield "near in common words"

    def has_common_words(self, claim: Claim) -> bool:
        """Whether the page writes a word of a person's name in lower case elsewhere: "Mental Health" is no name."""
        authors = claim.value if isinstance(claim.value, tuple) else ()
        names = [author.name for author in authors if isinstance(author, Author) and not is_body(author.name)]
        words = {re.escape(word) for name in names for word in name.lower().split()}
        return bool(words) and re.search(rf"(?<!\w)(?:{'|'.join(sorted(words))})(?!\w)", self.page) is not None
