"""What was resolved, as the evidence that an `Article` carries."""

from collections.abc import Mapping

from cleanpage.article import Article, Image
from cleanpage.article.evidence import Candidate, EvidenceMap, Source
from cleanpage.article.evidence import Evidence as PublicEvidence
from cleanpage.metadata.claims import Claim
from cleanpage.metadata.resolution.resolve import FieldEvidence

__all__ = ["article_evidence", "candidate"]

MAX_RAW = 500
"""Characters of a raw string or a value that evidence shows."""


def article_evidence(evidence: Mapping[str, FieldEvidence], article: Article) -> EvidenceMap:
    """The evidence of the fields of `article`, put into words when it is asked for.

    Args:
        evidence: What was resolved, by field.
        article: What was made of it.
    """
    found = {field: one for field, one in evidence.items() if field in Article.model_fields}
    if article.dateline:
        place = Claim("dateline", article.dateline, article.dateline, Source.VISIBLE, "first paragraph")
        found["dateline"] = FieldEvidence(place, ())
    if article.main_image and not names(found.get("main_image"), article.main_image):
        found["main_image"] = seen(article, article.main_image, found.get("main_image"))
    return EvidenceMap(found, to_public)


def names(evidence: FieldEvidence | None, image: Image) -> bool:
    """Whether an image is the one that the page names."""
    return evidence is not None and evidence.winner.value == image.url


def seen(article: Article, image: Image, named: FieldEvidence | None) -> FieldEvidence:
    """The evidence of an image that was taken from the page itself, not from what the page says of itself."""
    at = next((at for at, other in enumerate(article.images) if other.url == image.url), 0)
    claim = Claim("main_image", image.url, image.url, Source.VISIBLE, f"images[{at}]")
    return FieldEvidence(claim, (named.winner, *named.losers) if named else ())


def to_public(evidence: FieldEvidence) -> PublicEvidence:
    """FieldEvidence in words."""
    return PublicEvidence(
        **candidate(evidence.winner).model_dump(),
        confidence=evidence.confidence,
        doubts=evidence.doubts,
        losers=tuple(map(candidate, evidence.losers)),
    )


def candidate(claim: Claim) -> Candidate:
    """A claim in words."""
    return Candidate(
        value=in_words(claim.value)[:MAX_RAW], raw=claim.raw[:MAX_RAW], source=claim.source, path=claim.path
    )


def in_words(value: object) -> str:
    """A value as one line: names of authors and steps, keywords, ISO dates."""
    if isinstance(value, tuple):
        return ", ".join(str(getattr(part, "name", part)) for part in value)
    return str(value)
