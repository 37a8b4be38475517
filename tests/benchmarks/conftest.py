"""Small corpora of our own text, in each of the three layouts, and a way to run a command."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from typer.testing import CliRunner

from benchmarks import commands
from benchmarks import robustness_commands as robust
from benchmarks import stress_commands as stress
from benchmarks.__main__ import app

PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{title} | Harbour Post</title></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>{title}</h1>{paragraphs}</article>
<footer>Imprint and contact</footer></body></html>"""

FERRY = (
    "The night ferry will sail twice a week from May, the harbour office said on Monday.",
    "Tickets cost four crowns for grown-ups, and children under six travel free of charge.",
    "A third sailing may follow in summer, if the old pier has been mended by then.",
)
LIBRARY = (
    "The town library opens its doors on Sundays from the first week of October.",
    "Readers had asked for longer hours in a petition that carried nine hundred names.",
    "Two new librarians were hired so that nobody has to work more than one weekend in three.",
)


def page(title: str, paragraphs: tuple[str, ...]) -> bytes:
    """A page with some boilerplate around its paragraphs."""
    return PAGE.format(title=title, paragraphs="".join(f"<p>{text}</p>" for text in paragraphs)).encode()


def write_page(path: Path, html: bytes) -> None:
    """Writes a page as the corpora keep it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(html, mtime=0))


@pytest.fixture
def truth() -> list[dict[str, Any]]:
    """Two records in the shared layout: a full one and a scant one."""
    return [
        {
            "id": "ferry",
            "url": "https://news.harbour.example.co.uk/ferry",
            "kind": "article",
            "body": "\n".join(FERRY),
            "paragraphs": list(FERRY),
            "headline": "Night ferry returns",
            "authors": ["Ada Brook"],
            "published": "2024-05-06",
            "published_at": "2024-05-06T09:30:00+02:00",
            "summary": ["It sails twice a week."],
            "sections": [{"headline": ["Fares"], "paragraphs": [FERRY[1]]}],
            "images": [{"caption": "The ferry", "credits": ["J. Reed"], "cover": True, "urls": ["/f.jpg"]}],
            "topics": ["ferries"],
            "with": [FERRY[0]],
            "without": ["Imprint and contact"],
        },
        {"id": "library", "kind": "service", "headline": "Library opens on Sundays", "authors": []},
    ]


@pytest.fixture
def shared(tmp_path: Path, truth: list[dict[str, Any]]) -> Path:
    """A folder of corpora in the shared layout, with one corpus, `small-dev`."""
    folder = tmp_path / "corpora" / "small-dev"
    write_page(folder / "pages" / "ferry.html.gz", page("Night ferry returns", FERRY))
    write_page(folder / "pages" / "library.html.gz", page("Library opens on Sundays", LIBRARY))
    (folder / "truth.jsonl").write_text("".join(json.dumps(record) + "\n" for record in truth), "utf-8")
    return folder.parent


@pytest.fixture
def wcxb(tmp_path: Path) -> Path:
    """A clone of WCXB with one page in its test split."""
    split = tmp_path / "wcxb" / "test"
    record = {
        "url": "https://harbour.example.org/ferry",
        "_internal": {"page_type": {"primary": "category"}},
        "ground_truth": {
            "main_content": "\n".join(FERRY),
            "title": "Night ferry returns",
            "author": "Ada Brook",
            "publish_date": "2024-05-06",
            "with": [FERRY[0]],
            "without": ["Home"],
        },
    }
    bare = {"url": "https://library.example.org/", "_internal": None, "ground_truth": {"main_content": None}}
    (split / "ground-truth").mkdir(parents=True)
    (split / "ground-truth" / "0007.json").write_text(json.dumps(record), "utf-8")
    (split / "ground-truth" / "0009.json").write_text(json.dumps(bare), "utf-8")
    write_page(split / "html" / "0007.html.gz", page("Night ferry returns", FERRY))
    write_page(split / "html" / "0009.html.gz", page("Library opens on Sundays", LIBRARY))
    return split.parent


@pytest.fixture
def scrapinghub(tmp_path: Path) -> Path:
    """A clone of scrapinghub's benchmark with one page."""
    root = tmp_path / "scrapinghub"
    write_page(root / "html" / "abc.html.gz", page("Night ferry returns", FERRY))
    truth = {"abc": {"articleBody": "\n".join(FERRY), "url": "https://harbour.example.org/ferry"}}
    (root / "ground-truth.json").write_text(json.dumps(truth), "utf-8")
    return root


@pytest.fixture
def wide_console(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes tables go where the runner looks, unfolded."""
    for module in (commands, robust, stress):
        monkeypatch.setattr(module, "console", Console(width=200))


def invoke(*arguments: str) -> str:
    """Runs a subcommand of the benchmark; returns what it printed."""
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output
