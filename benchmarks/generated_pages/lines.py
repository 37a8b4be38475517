"""Lines between the paragraphs of an article that are no part of it: kinds of lines, by shells of pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.generated_pages.pages import SHELLS, GeneratedPage, paragraphs_of
from benchmarks.generated_pages.texts import SCRIPTS

__all__ = ["LINES", "Line", "line_pages"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is no part of the article around it.

    Args:
        markup: The line as pages write it.
        text: The words of it that must not be found.
        script: Script of the page that it stands in.
        last: Whether it stands at the end of the text, and not within.
    """

    markup: str
    text: str
    script: str = "Latin"
    last: bool = False


def line_pages() -> Iterator[GeneratedPage]:
    """The 96 pages: every kind of line in every shell."""
    for shell, wrap in SHELLS.items():
        for kind, line in LINES.items():
            texts = SCRIPTS[line.script]
            at = 6 if line.last else 3
            body = paragraphs_of(texts.paragraphs[:at]) + line.markup + "\n" + paragraphs_of(texts.paragraphs[at:6])
            yield GeneratedPage(
                name=f"{kind}, {shell}",
                html=wrap(texts, body),
                wanted=texts.paragraphs[:6],
                unwanted=(line.text,),
                group=kind,
            )


LINES: dict[str, Line] = {
    "READ MORE": Line(
        '<p><strong>READ MORE: </strong><a href="/ferry">Ferry sails again after eleven weeks</a></p>',
        "Ferry sails again after eleven weeks",
    ),
    "Read also, all linked": Line(
        '<p><a href="/frost">Read also: Frost costs growers half of their cherries</a></p>',
        "Frost costs growers half of their cherries",
    ),
    "Lire aussi": Line(
        '<p>Lire aussi : <a href="/gare">La gare du village rouvre ses portes</a></p>', "La gare du village rouvre"
    ),
    "Lesen Sie auch": Line(
        '<p><b>Lesen Sie auch:</b> <a href="/bad">Freibad öffnet im Mai mit neuem Sprungturm</a></p>',
        "Freibad öffnet im Mai",
    ),
    "Lea también": Line(
        '<p>Lea también: <a href="/tren">El tren nocturno vuelve a la costa</a></p>', "El tren nocturno vuelve"
    ),
    "Читайте также": Line(
        '<p>Читайте также: <a href="/park">В парке посадят двести лип</a></p>', "В парке посадят двести лип", "Cyrillic"
    ),
    "延伸阅读": Line(
        '<p>延伸阅读:<a href="/park">公园今年春天要种两百棵树</a></p>', "公园今年春天要种两百棵树", "Chinese"
    ),
    "a paragraph that is a link": Line(
        '<p><a href="/lamps">Nine street lamps go missing in a single night</a></p>', "Nine street lamps go missing"
    ),
    "a bold link": Line(
        '<p><a href="/otters"><strong>Otters return to the canal after forty years</strong></a></p>',
        "Otters return to the canal",
    ),
    "a box of links": Line(
        '<ul><li><a href="/a1">Harvest fair moves to the airfield</a></li><li><a href="/a2">Teachers ask for smaller '
        "classes</a></li></ul>",
        "Harvest fair moves to the airfield",
    ),
    "newsletter": Line(
        "<p>Sign up for our morning newsletter and get the five most important stories in your inbox.</p>",
        "Sign up for our morning newsletter",
    ),
    "newsletter in italics": Line(
        '<p><em>Enjoying this story? <a href="/letters">Subscribe to our weekly letter here</a>.</em></p>',
        "Enjoying this story?",
    ),
    "app": Line(
        '<p>Download our app for <a href="/ios">iPhone</a> or <a href="/android">Android</a> to get alerts.</p>',
        "Download our app",
    ),
    "messenger": Line(
        '<p>Follow us on <a href="https://t.example/courier">Telegram</a> and never miss a story from the valley.</p>',
        "Follow us on",
    ),
    "关注公众号": Line("<p>更多精彩内容,请关注我们的微信公众号或下载客户端。</p>", "请关注我们的微信公众号", "Chinese"),
    "subscribe box": Line(
        '<div><form action="/subscribe"><p>Thanks for reading the Courier! Subscribe for free to receive new posts and '
        'support my work.</p><input type="email" placeholder="Type your email"><button>Subscribe</button></form></div>',
        "Subscribe for free to receive new posts",
    ),
    "support us": Line(
        '<p>Reporting like this is paid for by readers. <a href="/support">Become a supporter today</a>.</p>',
        "Reporting like this is paid for by readers",
    ),
    "life of the author": Line(
        "<p><em>Lena Harbrook writes about rivers and towns. She has worked for the Courier since 2011 and lives in "
        "Tarnbridge with two dogs.</em></p>",
        "She has worked for the Courier since 2011",
        last=True,
    ),
    "contact of the author": Line(
        "<p>Contact Lena Harbrook at lena@courier.example or follow her on social media.</p>",
        "Contact Lena Harbrook at",
        last=True,
    ),
    "send your tips": Line(
        '<p><i>Do you know more about this? Send your tips to <a href="mailto:tips@courier.example">'
        "tips@courier.example</a>.</i></p>",
        "Send your tips to",
        last=True,
    ),
    "placeholder of an advert": Line("<p>$$ARTICLEAD$$</p>", "$$ARTICLEAD$$"),
    "sign of an advert": Line("<p>Advertisement – story continues below</p>", "story continues below"),
    "share": Line("<p>Share this article: Facebook – Twitter – WhatsApp – Email</p>", "Share this article"),
    "rights": Line(
        "<p>© 2024 Ambery Courier. This material may not be published, broadcast or rewritten without permission.</p>",
        "This material may not be published",
        last=True,
    ),
}
"""The 24 kinds of lines."""
