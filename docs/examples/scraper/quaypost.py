"""A spider that takes stories from their pages by CSS selectors, as most spiders do."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from typing import Any

import scrapy
from scrapy.http import Request, Response


@dataclass
class Story:
    """What the spider yields."""

    url: str
    headline: str | None = None
    authors: list[str] = field(default_factory=list)
    published: str | None = None
    section: str | None = None
    text: list[str] = field(default_factory=list)


class QuayPostSpider(scrapy.Spider):
    """Crawls the stories whose addresses it is given, separated by commas."""

    name = "quaypost"
    custom_settings = {  # noqa: RUF012  # as Scrapy declares it
        "LOG_LEVEL": "ERROR",
        "ROBOTSTXT_OBEY": False,
        "TELNETCONSOLE_ENABLED": False,
    }

    def __init__(self, urls: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.urls = urls.split(",")

    async def start(self) -> AsyncIterator[Request]:
        """Ask for each story."""
        for url in self.urls:
            yield Request(url, self.parse)

    def parse(self, response: Response, **_: Any) -> Iterator[Story]:
        """Take the story from its page."""
        yield Story(
            url=response.url,
            headline=response.css("h1::text").get(),
            authors=response.css(".byline a::text").getall(),
            published=response.css("time::attr(datetime)").get(),
            section=response.css("meta[property='article:section']::attr(content)").get(),
            text=["".join(part.css("::text").getall()) for part in response.css(".story-body > p")],
        )
