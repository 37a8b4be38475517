"""Assembly: page, verdicts and metadata put together into the `Article`."""

from collections.abc import Iterator, Sequence

from cleanpage.article import Article, Block, Figure, Image, Inline, Link, List, Outcome, Quote, SpanKind, Table
from cleanpage.figures import FoundFigure
from cleanpage.metadata import Metadata, dateline_of
from cleanpage.page import Page
from cleanpage.selection import Verdict
from cleanpage.structure import build_blocks

__all__ = ["assemble"]


def assemble(
    page: Page,
    verdicts: Sequence[Verdict],
    figures: Sequence[FoundFigure],
    metadata: Metadata,
    outcome: Outcome,
) -> Article:
    """Put the article together from what the steps before have found."""
    kept = [block for block, verdict in enumerate(verdicts) if verdict.kept]
    pictures = [figure for figure in figures if in_article(page, figure, kept, metadata)]
    body = build_blocks(page, kept, [(p.element, p.image) for p in pictures if is_inside(page, p, kept)], metadata.base_url)
    images = distinct(picture.image for picture in pictures)
    first = next((block.text for block in body if block.type == "paragraph"), "")
    return Article(
        outcome=outcome,
        url=page.url,
        canonical_url=metadata.canonical_url,
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
        site_name=metadata.site_name,
        language=metadata.language,
        direction=metadata.direction,
        is_accessible_for_free=metadata.is_accessible_for_free,
        main_image=main_image(metadata, images),
        body=body,
        images=images,
        links=tuple(read_links(body)),
    )


def is_inside(page: Page, figure: FoundFigure, kept: Sequence[int]) -> bool:
    """Whether an image stands between the first and the last block of the body."""
    return bool(kept) and page.first_elements[kept[0]] <= figure.element <= page.first_elements[kept[-1]]


def in_article(page: Page, figure: FoundFigure, kept: Sequence[int], metadata: Metadata) -> bool:
    """Whether an image stands in the body, or between the headline and the body, and is no portrait of an author."""
    if not kept or is_portrait(figure.image, metadata):
        return False
    start = min([page.first_elements[kept[0]], *metadata.elements.get("headline", ())])
    return start <= figure.element <= page.first_elements[kept[-1]]


def is_portrait(image: Image, metadata: Metadata) -> bool:
    """Whether the alternative text of an image is the name of an author and nothing else."""
    alt = " ".join((image.alt or "").split()).casefold()
    return any(alt == author.name.casefold() for author in metadata.authors)


def distinct(images: Iterator[Image]) -> tuple[Image, ...]:
    """Each image once; of copies, the one with a caption."""
    found: dict[str, Image] = {}
    for image in images:
        known = found.get(image.url)
        if known is None or (image.caption and not known.caption):
            found[image.url] = image
    return tuple(found.values())


def main_image(metadata: Metadata, images: Sequence[Image]) -> Image | None:
    """The image that the page names, with what is known of it from the page; else the first one."""
    if metadata.main_image is None:
        return images[0] if images else None
    return next((image for image in images if image.url == metadata.main_image), Image(url=metadata.main_image))


def read_links(body: Sequence[Block]) -> Iterator[Link]:
    """All links of the body, in order."""
    for index, block in enumerate(body):
        for inline in inlines(block):
            for span in inline.spans:
                if span.kind is SpanKind.LINK and span.url:
                    text = inline.text[span.start : span.end]
                    yield Link(url=span.url, text=text, title=span.title, rel=span.rel, block=index)


def inlines(block: Block) -> Iterator[Inline]:
    """Everything with text and spans inside a block, in order."""
    if isinstance(block, Inline):
        yield block
    elif isinstance(block, List):
        for item in block.items:
            yield item
            for nested in item.blocks:
                yield from inlines(nested)
    elif isinstance(block, Quote):
        for nested in block.blocks:
            yield from inlines(nested)
    elif isinstance(block, Table):
        for row in block.rows:
            yield from row
