"""The result of an extraction: `Article`.

All models are frozen. Attribute names are snake_case; each has a camelCase alias spelled as schema.org and Zyte's
article schema spell it, used by `article.model_dump(by_alias=True)`.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Literal, Self

from pydantic import Field, ModelWrapValidatorHandler, computed_field, model_validator

from cleanpage.article.blocks import (
    Block,
    Image,
    Model,
    blocks_text,
    running_texts,
)
from cleanpage.article.evidence import Evidence, EvidenceMap
from cleanpage.article.fields import (
    Author,
    Breadcrumb,
    Comment,
    Link,
    Outcome,
    Timestamp,
)
from cleanpage.article.length import Length, length_of

__all__ = ["Article"]


class Article(Model):
    """A web page without its boilerplate."""

    outcome: Outcome
    """Whether the page is an article, and if not, what it is."""
    confidence: float = Field(default=0.0, ge=0.0, le=1.0)
    """Probability that the body is right: that its word F1 against a reader's own choice is at least .9."""
    url: str | None = None
    """URL of the page, as given."""
    canonical_url: str | None = None
    """URL that the page names as its own; never one that it names and that is of another page."""
    amp_url: str | None = None
    """URL of the page in AMP HTML."""
    print_url: str | None = None
    """URL of the page made for printing."""
    headline: str | None = None
    """Title of the article, without the name of the site."""
    alternative_headline: str | None = None
    """Subtitle or standfirst shown under the headline."""
    description: str | None = None
    """Summary, as the page gives it."""
    byline: str | None = None
    """The line that names the authors, as it stands on the page."""
    authors: tuple[Author, ...] = ()
    """The people who wrote the article, in order."""
    published: Timestamp | None = None
    """When the article was first published. Never taken from `updated`."""
    updated: Timestamp | None = None
    """When the article was last changed. Never taken from `published`."""
    dateline: str | None = None
    """Place at the head of the first paragraph, as in `WASHINGTON`."""
    section: str | None = None
    """Section of the site."""
    keywords: tuple[str, ...] = ()
    """Keywords or tags."""
    breadcrumbs: tuple[Breadcrumb, ...] = ()
    """The way from the first page of the site, as the page gives it; its last step may be the page itself."""
    site_name: str | None = None
    """Name of the site."""
    language: str | None = None
    """BCP 47 tag of the language, as the page declares it; see `Options.detect_language` for pages that do not."""
    direction: Literal["ltr", "rtl"] = "ltr"
    """Direction of the script."""
    is_accessible_for_free: bool | None = None
    """False behind a paywall; None where the page does not say."""
    paywall_selector: str | None = None
    """CSS selector of what stands behind the paywall, as the page gives it."""
    license: str | None = None
    """URL of the licence of the text, or its name."""
    main_image: Image | None = None
    """The image that stands for the article."""
    body: tuple[Block, ...] = ()
    """The article itself: headline, byline, and captions excluded."""
    images: tuple[Image, ...] = ()
    """Images of the article, in order, with caption and credit."""
    links: tuple[Link, ...] = ()
    """Links within the body, in order, as often as they stand there."""
    comments: tuple[Comment, ...] = ()
    """Comments of readers, in order; read only with `Options(comments=True)`."""

    @cached_property
    def text(self) -> str:
        """The body as plain text, a blank line between blocks."""
        return blocks_text(self.body)

    @cached_property
    def _length(self) -> Length:
        """How long the text is, measured once for words and minutes."""
        return length_of(self.text)

    @computed_field  # type: ignore[prop-decorator]  # pydantic documents this order
    @property
    def article_body(self) -> str:
        """The body as plain text; the same as `text`."""
        return self.text

    @computed_field  # type: ignore[prop-decorator]
    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Texts of paragraphs, quoted ones and list items included, headings, tables and code not."""
        return tuple(running_texts(self.body))

    @computed_field  # type: ignore[prop-decorator]
    @property
    def captions(self) -> tuple[str, ...]:
        """Captions of the images, in order."""
        return tuple(image.caption for image in self.images if image.caption)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def word_count(self) -> int:
        """Number of words of the body: by white space, in Chinese and Japanese each character."""
        return self._length.in_words

    @computed_field  # type: ignore[prop-decorator]
    @property
    def reading_minutes(self) -> int:
        """Minutes that an adult takes to read the body, rounded up."""
        return self._length.in_minutes

    @computed_field  # type: ignore[prop-decorator]
    @property
    def date_published(self) -> str | None:
        """`published` in ISO 8601."""
        return self.published.iso if self.published else None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def date_published_raw(self) -> str | None:
        """`published` as the page writes it."""
        return self.published.raw if self.published else None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def date_modified(self) -> str | None:
        """`updated` in ISO 8601."""
        return self.updated.iso if self.updated else None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def date_modified_raw(self) -> str | None:
        """`updated` as the page writes it."""
        return self.updated.raw if self.updated else None

    @cached_property
    def evidence(self) -> EvidenceMap:
        """Why each field has its value, by the field's name: source, place, raw string, confidence, losers.

        Holds what the extraction found on the page, and is empty for articles made in other ways. It is part of neither
        comparison nor `model_dump`; `cleanpage.to_json(article, evidence=True)` writes it, and reading that JSON with
        `Article.model_validate_json` restores it.
        """
        return EvidenceMap()

    def with_evidence(self, evidence: Mapping[str, Evidence]) -> Self:
        """This article, carrying `evidence`; meant for whoever has just made it."""
        found = evidence if isinstance(evidence, EvidenceMap) else EvidenceMap(evidence)
        vars(self)["evidence"] = found  # where its cached property keeps it
        return self

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """As pydantic's, but the copy's text is that of its body, and updated fields have no evidence."""
        copied = super().model_copy(update=update, deep=deep)
        for derived in ("text", "_length"):
            vars(copied).pop(derived, None)
        return copied.with_evidence(copied.evidence.without(update)) if update else copied

    @model_validator(mode="wrap")
    @classmethod
    def restore_evidence(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Read back the evidence that `cleanpage.to_json` wrote."""
        article = handler(data)
        if isinstance(data, dict) and isinstance(found := data.get("evidence"), Mapping):
            article.with_evidence(EvidenceMap({field: Evidence.model_validate(one) for field, one in found.items()}))
        return article

    def __str__(self) -> str:
        """Headline, byline and date, then the text."""
        head = (self.headline, self.byline, str(self.published) if self.published else None)
        return "\n\n".join(filter(None, ("\n".join(filter(None, head)), self.text)))

    def __repr__(self) -> str:
        return f"<Article {self.headline!r}: {self.outcome.kind}, {len(self.body)} blocks, {self.word_count} words>"
