"""Builds the `Article` from page, verdicts and metadata."""

from collections.abc import Iterator, Sequence

from cleanpage.article import Article, Block, Image, Link, Outcome, SpanKind
from cleanpage.article.blocks import inlines
from cleanpage.assembly.comments import read_comments
from cleanpage.assembly.structure import build_blocks
from cleanpage.images.figures import FoundFigure
from cleanpage.images.sources import same_file, same_picture
from cleanpage.metadata.metadata import Metadata
from cleanpage.metadata.resolution.evidence import article_evidence
from cleanpage.metadata.visible.around_heading import dateline_of
from cleanpage.page.page import Page
from cleanpage.page.urls import host_of
from cleanpage.rules.page_types import LIVE_TYPE

__all__ = ["article_figures", "assemble", "build_body"]

# How far above an image the part of the page may begin that it shares with the headline, in levels.
PART_REACH = 32


def article_figures(
    page: Page, kept: Sequence[int], figures: Sequence[FoundFigure], metadata: Metadata
) -> tuple[FoundFigure, ...]:
    """The images of a page that belong to its article, without copies.

    Args:
        page: The page.
        kept: The blocks of the body.
        figures: Images of the page.
        metadata: What the page says of itself.
    """
    return tuple(without_copies([figure for figure in figures if in_article(page, figure, kept, metadata)]))


def build_body(
    page: Page, kept: Sequence[int], figures: Sequence[FoundFigure], metadata: Metadata, cut: Sequence[int] = ()
) -> tuple[Block, ...]:
    """The body of the article: its blocks, with the images between the first and the last.

    Args:
        page: The page.
        kept: The blocks of the body.
        figures: Images of the article.
        metadata: What the page says of itself.
        cut: Elements within blocks whose text is left out.
    """
    images = [(figure.element, figure.image) for figure in figures if is_inside(page, figure, kept)]
    return build_blocks(page, kept, images, metadata.base_url, live=LIVE_TYPE in metadata.page_types, cut=cut)


def assemble(
    page: Page,
    kept: Sequence[int],
    figures: Sequence[FoundFigure],
    body: tuple[Block, ...],
    metadata: Metadata,
    outcome: Outcome,
    confidence: float = 0.0,
    *,
    comments: bool = False,
) -> Article:
    """Put the article together from what the steps before have found.

    Args:
        page: The page.
        kept: The blocks of the body.
        figures: Images of the article.
        body: The body made of these, or the one that the page states where it shows none.
        metadata: What the page says of itself.
        outcome: What the page is.
        confidence: How probable it is that the body is right.
        comments: Whether comments of readers are asked for.
    """
    images = distinct(figure.image for figure in figures)
    above = [figure.image for figure in figures if figure.element < page.first_elements[kept[0]]]
    first = next((block.text for block in body if block.type == "paragraph"), "")
    article = Article(
        outcome=outcome,
        confidence=confidence,
        url=page.url,
        canonical_url=metadata.canonical_url,
        amp_url=metadata.amp_url,
        print_url=metadata.print_url,
        headline=metadata.headline,
        alternative_headline=metadata.alternative_headline,
        description=metadata.description,
        byline=metadata.byline,
        authors=metadata.authors,
        published=metadata.published,
        updated=metadata.updated,
        dateline=dateline_of(first),
        section=metadata.section,
        keywords=metadata.keywords,
        breadcrumbs=metadata.breadcrumbs,
        site_name=metadata.site_name,
        language=metadata.language,
        direction=metadata.direction,
        is_accessible_for_free=metadata.is_accessible_for_free,
        paywall_selector=metadata.paywall_selector,
        license=metadata.license,
        main_image=main_image(metadata, images, above),
        body=body,
        images=images,
        links=tuple(read_links(body, page.url)),
        comments=read_comments(page, kept, metadata.base_url) if comments else (),
    )
    return article.with_evidence(article_evidence(metadata.evidence, article))


def is_inside(page: Page, figure: FoundFigure, kept: Sequence[int]) -> bool:
    """Whether an image stands between the first and the last block of the body."""
    return bool(kept) and page.first_elements[kept[0]] <= figure.element <= page.first_elements[kept[-1]]


def in_article(page: Page, figure: FoundFigure, kept: Sequence[int], metadata: Metadata) -> bool:
    """Whether an image belongs to the article, and is no portrait of an author.

    It does if it stands in the body, or between the headline and the body. So does one with a caption or a credit right
    after the body, or above the headline in the same part of the page, and there the one that the page names.
    """
    if not kept or is_portrait(figure.image, metadata):
        return False
    first, last = page.first_elements[kept[0]], page.first_elements[kept[-1]]
    start = min([first, *metadata.elements.get("headline", ())])
    described = any(known_of(figure.image))
    if figure.element >= start:
        return figure.element <= last or (described and page.block_starts[figure.element] == kept[-1] + 1)
    if metadata.main_image and same_picture(figure.image.url, metadata.main_image):
        return True
    return described and shares_part(page, figure.element, start)


def shares_part(page: Page, element: int, other: int) -> bool:
    """Whether an element and a later one stand in a part of the page that is not the whole of it."""
    for _ in range(PART_REACH):
        if element < 0 or page.ends[element] > other:
            break
        element = page.parents[element]
    return element >= 0 and page.ends[element] > other and page.tags[element] not in ("html", "body")


def is_portrait(image: Image, metadata: Metadata) -> bool:
    """Whether the alternative text of an image is the name of an author, and nobody is credited for it."""
    if image.credit or not metadata.authors:
        return False
    alt = " ".join((image.alt or "").split()).casefold()
    return any(alt == author.name.casefold() for author in metadata.authors)


def without_copies(pictures: Sequence[FoundFigure]) -> list[FoundFigure]:
    """The pictures without copies right after them, as for lazy loaders; of two, the one with more said of it."""
    kept: list[FoundFigure] = []
    for picture in pictures:
        if kept and same_file(kept[-1].image.url, picture.image.url):
            if known_of(picture.image) > known_of(kept[-1].image):
                kept[-1] = picture
        else:
            kept.append(picture)
    return kept


def known_of(image: Image) -> tuple[bool, bool]:
    """What the page tells of an image, to be compared."""
    return bool(image.caption), bool(image.credit)


def distinct(images: Iterator[Image]) -> tuple[Image, ...]:
    """Each image once; of copies, the one with a caption, or at least a credit."""
    found: dict[str, Image] = {}
    for image in images:
        known = found.get(image.url)
        if known is None or known_of(image) > known_of(known):
            found[image.url] = image
    return tuple(found.values())


def main_image(metadata: Metadata, images: Sequence[Image], above: Sequence[Image]) -> Image | None:
    """The image that the page names, with what is known of it from the page; else the first one.

    Args:
        metadata: What the page says of itself.
        images: Images of the article.
        above: Those that stand above its text.
    """
    named = metadata.main_image
    if named is None:
        return images[0] if images else None
    shown = next((image for image in images if image.url == named), None) or next(
        (image for image in images if same_picture(image.url, named) or is_described(image, metadata)), None
    )
    # What a page names for other sites to show may be a card or another picture: the reader sees the one on top.
    lead = next((image for image in above if image.caption or image.credit), None)
    if lead is not None and shown not in above:
        return lead
    known = shown or Image(url=named)
    return Image(
        url=named,
        alt=known.alt or metadata.main_image_alt,
        caption=known.caption or metadata.main_image_caption,
        credit=known.credit or metadata.main_image_credit,
    )


def is_described(image: Image, metadata: Metadata) -> bool:
    """Whether what the page says of the image that it names is what stands with this one."""
    return bool(
        (image.alt and image.alt == metadata.main_image_alt)
        or (image.caption and metadata.main_image_caption and image.caption in metadata.main_image_caption)
    )


def read_links(body: Sequence[Block], page_url: str | None) -> Iterator[Link]:
    """All links of the body, in order."""
    own = host_of(page_url) if page_url else None
    link = SpanKind.LINK
    for index, block in enumerate(body):
        for inline in inlines(block):
            for span in inline.spans:
                if span.kind is link and span.url:
                    yield Link(
                        url=span.url,
                        text=inline.text[span.start : span.end],
                        title=span.title,
                        rel=span.rel,
                        internal=None if own is None else host_of(span.url) == own,
                        block=index,
                    )
