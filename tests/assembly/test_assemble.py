"""Page, verdicts and metadata put together."""

from cleanpage.article import Article, Author
from cleanpage.metadata.metadata import Metadata
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks
from tests.assembling import whole_article

BASE = "https://example.org/a/"


def assembled(html: str, metadata: Metadata | None = None, dropped: str = "drop") -> Article:
    """The article of a snippet whose blocks are all kept but those that begin with `dropped`, and captions."""
    page = read_blocks(parse(f"<body>{html}</body>", BASE))
    return whole_article(page, metadata or Metadata(base_url=BASE), dropped=dropped)


def test_links_of_every_kind_of_block() -> None:
    article = assembled(
        "<p><a href=1 rel=nofollow title=t>one</a> and <a href=2>two</a></p><p>drop <a href=0>this</a></p>"
        "<ul><li><a href=3>three</a><ul><li><a href=4>four</a></ul></ul>"
        "<blockquote><p><a href=5>five</a></blockquote>"
        "<table><tr><td><a href=6>six</a><td>b<tr><td>c<td><b><a href=7>seven</a></b></table><pre>code</pre>"
    )
    assert [(link.url.removeprefix(BASE), link.text, link.block) for link in article.links] == [
        ("1", "one", 0),
        ("2", "two", 0),
        ("3", "three", 1),
        ("4", "four", 1),
        ("5", "five", 2),
        ("6", "six", 3),
        ("7", "seven", 3),
    ]
    assert (article.links[0].rel, article.links[0].title) == (("nofollow",), "t")


def test_images_of_the_body_and_nothing_else() -> None:
    article = assembled("<img src=0><p>one</p><img src=1><p>two</p><p>drop</p><img src=2>")
    assert [image.url for image in article.images] == [BASE + "1"]
    assert [block.type for block in article.body] == ["paragraph", "figure", "paragraph"]


def test_an_image_between_headline_and_body_is_one_of_the_article() -> None:
    metadata = Metadata(base_url=BASE, elements={"headline": (2,)})
    article = assembled("<h1>drop</h1><img src=1><p>one</p>", metadata)
    assert [image.url for image in article.images] == [BASE + "1"]


def test_each_image_once_with_its_caption() -> None:
    article = assembled(
        "<p>one</p><img src=1><figure><img src=1><figcaption>A boat</figcaption></figure><img src=1><p>two</p>"
    )
    assert [(image.url, image.caption) for image in article.images] == [(BASE + "1", "A boat")]
    assert article.captions == ("A boat",)
    assert "boat" not in article.text


def test_main_image() -> None:
    html = "<p>one</p><img src=1><figure><img src=2><figcaption>A boat</figcaption></figure><p>two</p>"
    plain, named, other = (
        assembled(html, Metadata(base_url=BASE, main_image=url)).main_image for url in (None, BASE + "2", BASE + "9")
    )
    assert plain is not None
    assert plain.url == BASE + "1"
    assert named is not None
    assert (named.url, named.caption) == (BASE + "2", "A boat")
    assert other is not None
    assert (other.url, other.caption) == (BASE + "9", None)
    assert assembled("<p>one</p>").main_image is None


def test_portraits_of_authors() -> None:
    metadata = Metadata(base_url=BASE, authors=(Author(name="Ann Lee"),))
    html = "<p>one</p><img src=1 alt=' ann  Lee '><img src=2 alt='Ann Lee in a boat'><img src=3><p>two</p>"
    assert [image.url for image in assembled(html, metadata).images] == [BASE + "2", BASE + "3"]


def test_portraits_of_authors_with_a_credit_are_pictures_of_the_article() -> None:
    metadata = Metadata(base_url=BASE, authors=(Author(name="Ann Lee"),))
    figure = "<figure><img src=1 alt='Ann Lee'><figcaption>Ann Lee{}</figcaption></figure>"
    assert assembled(f"<p>one</p>{figure.format('')}<p>two</p>", metadata).images == ()
    assert len(assembled(f"<p>one</p>{figure.format(' Photo: Bo Ek')}<p>two</p>", metadata).images) == 1


def test_images_above_the_headline() -> None:
    html = "<div><figure><img src=1>{}</figure><img src=22222222.jpg><h1>drop</h1><p>one</p><p>two</p></div>"
    elements = {"headline": (7,)}
    plain = assembled(html.format(""), Metadata(base_url=BASE, elements=elements))
    captioned = assembled(
        html.format("<figcaption>A boat</figcaption>"), Metadata(base_url=BASE, elements={"headline": (8,)})
    )
    named = assembled(
        html.format(""), Metadata(base_url=BASE, elements=elements, main_image=BASE + "22222222-300x200.jpg")
    )
    assert plain.images == ()
    assert [image.url for image in captioned.images] == [BASE + "1"]
    assert [image.url for image in named.images] == [BASE + "22222222.jpg"]


def test_images_after_the_body() -> None:
    figure = "<figure><img src={}><figcaption>drop</figcaption></figure>"
    article = assembled(f"<p>one</p><p>two</p>{figure.format(1)}<p>drop</p>{figure.format(2)}<img src=3>")
    assert [image.url for image in article.images] == [BASE + "1"]


def test_copies_for_pages_without_scripts() -> None:
    article = assembled(
        "<p>one</p><figure><img data-src=red-boats.jpg><noscript><img src=red-boats-300x200.jpg></noscript>"
        "<figcaption>A boat</figcaption></figure><p>two</p>"
    )
    assert [image.caption for image in article.images] == ["A boat"]
    assert [block.type for block in article.body] == ["paragraph", "figure", "paragraph"]


def test_the_lead_is_what_stands_on_top() -> None:
    html = "<h1>drop</h1><figure><img src=1><figcaption>A boat</figcaption></figure><p>one</p><img src=2><p>two</p>"
    elements = {"headline": (2,)}
    urls = [
        assembled(html, Metadata(base_url=BASE, elements=elements, main_image=BASE + name)).main_image
        for name in ("1", "2", "9")
    ]
    assert [image.url for image in urls if image] == [BASE + "1"] * 3


def test_what_the_page_says_of_the_image_that_it_names() -> None:
    metadata = Metadata(
        base_url=BASE,
        main_image=BASE + "red-boats.jpg",
        main_image_alt="alt",
        main_image_caption="A boat",
        main_image_credit="Ann Lee",
    )
    lead = assembled("<p>one</p><img src=red-boats-300x200.jpg><p>two</p>", metadata).main_image
    assert lead is not None
    assert (lead.url, lead.alt, lead.caption, lead.credit) == (BASE + "red-boats.jpg", "alt", "A boat", "Ann Lee")


def test_nothing_kept() -> None:
    article = assembled("<p>drop</p><img src=1>")
    assert (article.body, article.images, article.links, article.main_image) == ((), (), (), None)
