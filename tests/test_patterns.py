"""Every compiled pattern of the package takes time linear in its input, whatever the input."""

import re
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
import regex

import cleanpage
from cleanpage.rules import scripts

BAITS = (
    *(
        " ",
        "\n",
        "a",
        "A",
        "0",
        "9.",
        "é",
        "水",
        "e\u0301",
        "א",
        "\U0001f1e6",
        "-",
        "_",
        "/",
        "<",
        "<a ",
        '="',
        "='",
        "<!--",
        "--",
        "a=",
        "a ",
        "ab,",
        "Ab ",
    ),
    *(
        "12:",
        "12/",
        "2020-01-",
        "1 May ",
        "By ",
        "by,",
        "&",
        "&amp;",
        "© ",
        "(",
        "((a",
        "[",
        "[a](",
        "`",
        "*",
        "**a",
        "#",
    ),
    *(
        "http://",
        "://a.",
        "@a.",
        "\t",
        ">\n",
        "| ",
        "|a",
        "]]",
        "{",
        '{"a":',
        "\u00a0",
        "\u200b",
        "A.B. ",
        "Photo: ",
        ", and ",
    ),
)
SIZES = (1_000, 2_000, 4_000)
# A pattern this quick on the largest bait is fast enough whatever its growth, in seconds of processor time.
QUICK = 0.02
# Linear growth doubles; room for noise, none for the fourfold of quadratic growth.
MOST_GROWTH = 3.2


Pattern = re.Pattern[str] | re.Pattern[bytes] | regex.Pattern[str]


def patterns() -> Iterator[tuple[str, Pattern]]:
    """Every compiled pattern in any module, also in tuples, lists and dicts."""
    seen: set[int] = set()
    for info in walk_packages(cleanpage.__path__, "cleanpage."):
        if info.name.startswith("cleanpage.cli") or info.name.endswith("__main__"):
            continue
        try:
            module = import_module(info.name)
        except ImportError:
            continue  # an extra that is not installed
        for name, value in vars(module).items():
            values = (
                value.values() if isinstance(value, dict) else value if isinstance(value, (tuple, list)) else [value]
            )
            for found in values:
                if isinstance(found, (re.Pattern, regex.Pattern)) and id(found) not in seen:
                    seen.add(id(found))
                    yield f"{info.name}.{name}", found


PATTERNS = [
    *patterns(),
    ("cleanpage.rules.scripts.RIGHT_TO_LEFT", regex.compile(scripts.RIGHT_TO_LEFT)),
]


def is_anchored(name: str) -> bool:
    """Whether a pattern is used at one place of a text alone, by `match` and `fullmatch`."""
    module, _, pattern = name.rpartition(".")
    source = Path(import_module(module).__file__ or "").read_text(encoding="utf-8")
    return not re.search(rf"\b{pattern}\.(?:search|finditer|findall|sub|subn|split)\b", source) and bool(
        re.search(rf"\b{pattern}\.(?:match|fullmatch)\b", source)
    )


def seconds(pattern: Pattern, text: str, anchored: bool) -> float:
    """Processor time of a search for all matches, or of one match."""
    subject = text.encode() if isinstance(pattern.pattern, bytes) else text
    start = time.process_time()
    if anchored:
        pattern.match(subject)  # type: ignore[arg-type]  # of the pattern's own type
    else:
        for _ in pattern.finditer(subject):  # type: ignore[arg-type]
            pass
    return time.process_time() - start


def test_the_patterns_of_all_modules_are_found() -> None:
    assert len(PATTERNS) > 40
    assert {"cleanpage.page.guard", "cleanpage.source.decoding", "cleanpage.testing.texts"} <= {
        name.rpartition(".")[0] for name, _ in PATTERNS
    }


@pytest.mark.parametrize(("name", "pattern"), [pytest.param(*one, id=one[0]) for one in PATTERNS])
def test_linear_time(name: str, pattern: Pattern) -> None:
    """Processor time on bait grows no faster than its length, or is too short to matter."""
    anchored = is_anchored(name)
    for bait in BAITS:
        texts = [f"By {bait * (size // len(bait))}\x01" for size in SIZES]
        if seconds(pattern, texts[-1], anchored) < QUICK:
            continue
        times = [min(seconds(pattern, text, anchored) for _ in range(3)) for text in texts]
        grown = (times[2] / times[1], times[1] / times[0])
        assert times[2] < QUICK or min(grown) < MOST_GROWTH, (bait, times)
