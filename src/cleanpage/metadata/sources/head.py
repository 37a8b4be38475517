"""Claims of `title`, `link` and the root element."""

from collections.abc import Iterator

from cleanpage.metadata.claims import Claim, Source, text_claim
from cleanpage.metadata.element_index import Survey

__all__ = ["head_claims"]

RELATIONS = {"canonical": "canonical_url", "amphtml": "amp_url", "image_src": "main_image", "license": "license"}
MAX_ALTERNATES = 100


def head_claims(survey: Survey) -> Iterator[Claim]:
    """Claims of the head of the page and of its root element."""
    yield from text_claim("headline", survey.page.title, Source.HEAD, "title")
    for relation, field in RELATIONS.items():
        for element in survey.links.get(relation, ())[:5]:
            raw = survey.page.attributes[element].get("href") or ""
            if url := survey.absolute(raw):
                yield Claim(field, url, raw, Source.HEAD, f"link[rel={relation}]")
    yield from print_claims(survey)
    for name in ("lang", "xml:lang"):
        yield from text_claim("language", survey.root.get(name), Source.HEAD, f"html[{name}]")
    yield from text_claim("direction", direction_of(survey), Source.HEAD, "html[dir]")


def print_claims(survey: Survey) -> Iterator[Claim]:
    """The claim of a `link` to the page in a form for printing."""
    for element in survey.links.get("alternate", ())[:MAX_ALTERNATES]:
        attributes = survey.page.attributes[element]
        raw = attributes.get("href") or ""
        if (attributes.get("media") or "").strip().lower() == "print" and (url := survey.absolute(raw)):
            yield Claim("print_url", url, raw, Source.HEAD, "link[rel=alternate][media=print]")


def direction_of(survey: Survey) -> str | None:
    """The declared direction of the root element or the body."""
    page = survey.page
    body = page.attributes[page.tags.index("body")] if "body" in page.tags else {}
    for attributes in (survey.root, body):
        declared = (attributes.get("dir") or "").strip().lower()
        if declared in ("ltr", "rtl"):
            return declared
    return None
