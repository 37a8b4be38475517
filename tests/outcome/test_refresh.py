"""Redirects by `<meta http-equiv=refresh>`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.outcome.refresh import MAX_SECONDS, read_refresh, refresh_target
from cleanpage.page.dom import parse
from cleanpage.page.page import Page
from cleanpage.page.walk import read_blocks

SPACES = st.text("\t\n\f\r ", max_size=3)
URLS = st.text("abc/?=&;,.:'%", min_size=1, max_size=12)


def page_of(content: str, around: str = "{}") -> Page:
    return read_blocks(parse("<title>A</title>" + around.format(f'<meta http-equiv=Refresh content="{content}">')))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("0;url=/x", (0, "/x")),
        ("0; URL = /x", (0, "/x")),
        ("0,url=/x", (0, "/x")),
        ("0 url=/x", (0, "/x")),
        ("0;'/x'", (0, "/x")),
        ("0;/x", (0, "/x")),
        ("\n 3 ;\n url=/x ", (3, "/x")),
        ("1.9;url=/x", (1, "/x")),
        (".5;url=/x", (0, "/x")),
        ("0;url='/x' y", (0, "/x")),
        ("0;url='/x", (0, "/x")),
        ('0;url="/x\'y"', (0, "/x'y")),
        ("0;urn:x", (0, "urn:x")),
        ("0;url x", (0, "url x")),
        ("60;url=/x", (60, "/x")),
        ("9" * 5000 + ";url=/x", (float("inf"), "/x")),
        ("", None),
        ("5", None),
        ("5;", None),
        ("0;url=''", None),
        ("url=/x", None),
        ("-1;url=/x", None),
        ("0x;url=/x", None),
        ("٣;url=/x", None),
    ],
)
def test_read_refresh(content: str, expected: tuple[float, str] | None) -> None:
    assert read_refresh(content) == expected


@given(
    before=st.tuples(*[SPACES] * 6),
    seconds=st.integers(0, 10_000),
    fraction=st.from_regex(r"(\.[0-9.]*)?", fullmatch=True),
    sign=st.sampled_from(";, "),
    key=st.sampled_from(("url", "URL", "Url")),
    url=URLS,
    quoted=st.booleans(),
)
def test_all_spellings_of_a_refresh_are_read(
    before: tuple[str, ...], seconds: int, fraction: str, sign: str, key: str, url: str, quoted: bool
) -> None:
    first, second, third, fourth, fifth, last = before
    target = f'"{url}"' if quoted else url.lstrip("'") or "/"
    content = f"{first}{seconds}{fraction}{second}{sign}{third}{key}{fourth}={fifth}{target}{last}"
    assert read_refresh(content) == (seconds, target.strip('"'))


@given(st.text() | st.text("0123456789.;, \turl='\"/"))
def test_any_content_has_a_delay_and_a_url_of_its_own_or_none(content: str) -> None:
    found = read_refresh(content)
    assert found is None or (found[0] >= 0 and found[1] and found[1] in content)


def test_the_target_is_that_of_a_short_delay_with_scripts() -> None:
    assert refresh_target(page_of(f"{MAX_SECONDS};url=/x")) == "/x"
    assert refresh_target(page_of(f"{MAX_SECONDS + 1};url=/x")) is None
    assert refresh_target(page_of("0;url=/x", "<noscript>{}</noscript>")) is None
    assert refresh_target(page_of("0;url=/x", "<noscript>Scripts, please.</noscript>{}")) == "/x"
