"""Where elements stand: XPaths, as lxml's `getpath` writes them."""

from collections import Counter

from cleanpage.page import Page

__all__ = ["Paths"]


class Paths:
    """XPaths of the elements of one page. Each is made once, from that of its parent."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.known: dict[int, str] = {-1: ""}
        self.steps: dict[int, str] = {}

    def path(self, element: int) -> str:
        """The XPath of an element, as in `/html/body/div[2]/p[1]`; a tag that has no like beside it has no number."""
        pending = []
        known, parents = self.known, self.page.parents
        while element not in known:
            pending.append(element)
            element = parents[element]
        path = known[element]
        for inner in reversed(pending):
            path = f"{path}/{self.steps.get(inner) or self.step(inner)}"
            known[inner] = path
        return path

    def step(self, element: int) -> str:
        """The last step of the path of an element; those of its siblings are found with it."""
        page, parent = self.page, self.page.parents[element]
        if parent < 0:
            return page.tags[element]
        children = []
        child, end = parent + 1, page.ends[parent]
        while child < end:
            children.append(child)
            child = page.ends[child]
        totals = Counter([page.tags[child] for child in children])
        numbers: Counter[str] = Counter()
        for child in children:
            tag = page.tags[child]
            numbers[tag] += 1
            self.steps[child] = tag if totals[tag] == 1 else f"{tag}[{numbers[tag]}]"
        return self.steps[element]
