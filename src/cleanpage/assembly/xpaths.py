"""XPaths of elements, as lxml's `getpath` writes them."""

from cleanpage.page.page import Page

__all__ = ["Paths"]


# In characters: some 300 levels. Of a page of n nested elements, n paths would have n² characters.
MAX_PATH = 2_000
TOO_DEEP = "?" * MAX_PATH


class Paths:
    """XPaths of the elements of one page. Each is made once, from that of its parent."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.known: dict[int, str] = {-1: ""}
        self.numbers: dict[int, int] = {}
        self.totals: dict[int, dict[str, int]] = {}

    def path(self, element: int) -> str | None:
        """The XPath of an element, as in `/html/body/div[2]/p[1]`; a tag that has no like beside it has no number.

        None for elements so deep that their paths would be longer than everything else on the page.
        """
        known = self.known
        path = known.get(element)
        if path is None:
            pending = [element]
            parents = self.page.parents
            while (path := known.get(parents[element])) is None:
                element = parents[element]
                pending.append(element)
            for inner in reversed(pending):
                path = known[inner] = f"{path}/{self.step(inner)}" if len(path) < MAX_PATH else TOO_DEEP
        return None if path is TOO_DEEP else path

    def step(self, element: int) -> str:
        """The last step of the path of an element."""
        page = self.page
        tag, parent = page.tags[element], page.parents[element]
        totals = self.totals.get(parent)
        if totals is None:
            if parent < 0 or (element == parent + 1 and page.ends[element] == page.ends[parent]):
                return tag
            totals = self.totals[parent] = self.count(parent)
        return tag if totals[tag] == 1 else f"{tag}[{self.numbers[element]}]"

    def count(self, parent: int) -> dict[str, int]:
        """Number the children of an element, each among those of its tag; returns how many there are of each tag."""
        tags, ends, numbers = self.page.tags, self.page.ends, self.numbers
        totals: dict[str, int] = {}
        child, end = parent + 1, ends[parent]
        while child < end:
            tag = tags[child]
            numbers[child] = totals[tag] = totals.get(tag, 0) + 1
            child = ends[child]
        return totals
