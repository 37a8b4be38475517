import pytest
from rich.console import Console

from benchmarks.generated_pages.judging import judge, judged, summary_table, troubled_table
from benchmarks.generated_pages.pages import GeneratedPage
from benchmarks.systems import Extraction, System

PAGE = GeneratedPage("p", "<p>One two.<p>Ad<p>Three", ("One two.", "Three"), ("Ad", "Offer"), "g")
OTHER = GeneratedPage("q", "<p>Four", ("Four",), (), "h")


def system(name: str, texts: dict[str, str], fields: frozenset[str] = frozenset({"text"})) -> System:
    def run(html: bytes, _: str | None) -> Extraction:
        return Extraction(text=texts[html.decode()])

    return System(name=name, package=name, fields=fields, load=lambda: run, version=lambda: "1")


def printed(*tables: object) -> str:
    console = Console(width=120, record=True, file=None, quiet=False)
    with console.capture() as capture:
        for table in tables:
            console.print(table)
    return capture.get()


@pytest.mark.parametrize(
    ("text", "leaked", "lost"),
    [
        ("One\n two. Three", (), ()),
        ("One two. Ad", ("Ad",), ("Three",)),
        (None, (), ("One two.", "Three")),
    ],
)
def test_judge(text: str | None, leaked: tuple[str, ...], lost: tuple[str, ...]) -> None:
    found = judge(PAGE, text)
    assert (found.leaked, found.lost) == (leaked, lost)


def test_a_system_that_raises_has_lost_everything() -> None:
    found = judged([PAGE, OTHER], [system("broken", {OTHER.html: "Four"}), system("dates", {}, frozenset())])
    assert list(found) == ["broken"]
    assert [finding.lost for finding in found["broken"]] == [PAGE.wanted, ()]


def test_tables() -> None:
    found = judged([PAGE, OTHER], [system("ours", {PAGE.html: "One two. Ad", OTHER.html: "Four"})])
    output = printed(summary_table("set", found), troubled_table(found["ours"]))
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in output.splitlines() if "│" in line]
    assert rows == [
        ["g", "1", "1", "1"],
        ["h", "1", "0", "0"],
        ["all", "2", "1", "1"],
        ["p", "1: Ad", "1: Three"],
    ]
