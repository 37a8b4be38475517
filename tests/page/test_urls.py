"""Absolute URLs."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.page.urls import absolute_url, host_of, target_of

BASE = "http://a/b/c/d;p?q"
# RFC 3986, sections 5.4.1 and 5.4.2, but for "" and "g:h", which are no links, and "http:g", where the RFC allows two.
EXAMPLES = [
    ("g", "http://a/b/c/g"),
    ("./g", "http://a/b/c/g"),
    ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"),
    ("//g", "http://g"),
    ("?y", "http://a/b/c/d;p?y"),
    ("g?y", "http://a/b/c/g?y"),
    ("#s", "http://a/b/c/d;p?q#s"),
    ("g#s", "http://a/b/c/g#s"),
    ("g?y#s", "http://a/b/c/g?y#s"),
    (";x", "http://a/b/c/;x"),
    ("g;x", "http://a/b/c/g;x"),
    ("g;x?y#s", "http://a/b/c/g;x?y#s"),
    (".", "http://a/b/c/"),
    ("./", "http://a/b/c/"),
    ("..", "http://a/b/"),
    ("../", "http://a/b/"),
    ("../g", "http://a/b/g"),
    ("../..", "http://a/"),
    ("../../", "http://a/"),
    ("../../g", "http://a/g"),
    ("../../../g", "http://a/g"),
    ("../../../../g", "http://a/g"),
    ("/./g", "http://a/g"),
    ("/../g", "http://a/g"),
    ("g.", "http://a/b/c/g."),
    (".g", "http://a/b/c/.g"),
    ("g..", "http://a/b/c/g.."),
    ("..g", "http://a/b/c/..g"),
    ("./../g", "http://a/b/g"),
    ("./g/.", "http://a/b/c/g/"),
    ("g/./h", "http://a/b/c/g/h"),
    ("g/../h", "http://a/b/c/h"),
    ("g;x=1/./y", "http://a/b/c/g;x=1/y"),
    ("g;x=1/../y", "http://a/b/c/y"),
    ("g?y/./x", "http://a/b/c/g?y/./x"),
    ("g?y/../x", "http://a/b/c/g?y/../x"),
    ("g#s/./x", "http://a/b/c/g#s/./x"),
    ("g#s/../x", "http://a/b/c/g#s/../x"),
]


@pytest.mark.parametrize(("reference", "url"), EXAMPLES)
def test_rfc_3986(reference: str, url: str) -> None:
    assert absolute_url(reference, BASE) == url


@pytest.mark.parametrize(
    "reference",
    [
        *(None, "", " ", "\n\t"),
        *("javascript:void(0)", " JavaScript:x", "java\nscript:x", "\x01javascript:x", "data:image/gif;base64,R0"),
        *("blob:https://a/b", "about:blank", "g:h", "http://[::1", "//[", "http://[bad]/"),
    ],
)
@pytest.mark.parametrize("base", [None, BASE])
def test_no_link(reference: str | None, base: str | None) -> None:
    assert absolute_url(reference, base) is None


@pytest.mark.parametrize(
    ("reference", "base", "url"),
    [
        (" \n/x\t", "https://e.org/", "https://e.org/x"),
        ("/a\nb\tc", "https://e.org/", "https://e.org/abc"),
        ("/a b", "https://e.org/", "https://e.org/a%20b"),
        ("https://e.org/a b", None, "https://e.org/a%20b"),
        ("HTTPS://E.org/", None, "HTTPS://E.org/"),
        ("https://e.org/x?y=[1]", "https://f.org/", "https://e.org/x?y=[1]"),
        ("http://[::1]:80/x", None, "http://[::1]:80/x"),
        ("x/y?z", None, "x/y?z"),
        ("//e.org/x", None, "//e.org/x"),
        ("mailto:ann@e.org", BASE, "mailto:ann@e.org"),
        ("tel:+1", BASE, "tel:+1"),
        ("#a", "https://e.org/p", "https://e.org/p#a"),
        ("https://e.org/水", BASE, "https://e.org/水"),
    ],
)
def test_link(reference: str, base: str | None, url: str) -> None:
    assert absolute_url(reference, base) == url


@pytest.mark.parametrize("base", ["app://x/y", "http://[::1", "x"])
def test_a_base_of_no_use(base: str) -> None:
    assert absolute_url("https://e.org/a", base) == "https://e.org/a"
    assert absolute_url("a", base) in (None, "a")


@given(st.text(max_size=40), st.none() | st.just(BASE) | st.text(max_size=20))
def test_any_text(reference: str, base: str | None) -> None:
    url = absolute_url(reference, base)
    assert url is None or (url and not set(url) & set("\n\r\t "))


@given(st.text(st.sampled_from("/ab.;?#=&%[]\\ é"), max_size=12).map("/".__add__))
def test_the_short_way_is_the_long_way(reference: str) -> None:
    base = "https://a.example:8080/b/c?d"
    try:
        long = urljoin(base, reference.strip().replace(" ", "%20"))
    except ValueError:
        return
    assert absolute_url(reference, base) == long


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://a.example/out?url=https%3A%2F%2Fb.example%2Fc", "https://b.example/c"),
        ("https://a.example/l.php?x=1&u=http%3A%2F%2Fb.example", "http://b.example"),
        ("https://a.example/redirect/?to=https://b.example/", "https://b.example/"),
        (
            "https://a.example/out?url=javascript:x&x=https://b.example",
            "https://a.example/out?url=javascript:x&x=https://b.example",
        ),
        ("https://a.example/share?url=https%3A%2F%2Fb.example", "https://a.example/share?url=https%3A%2F%2Fb.example"),
        ("https://a.example/out?name=https%3A%2F%2Fb.example", "https://a.example/out?name=https%3A%2F%2Fb.example"),
        ("https://[a/out?url=https%3A%2F%2Fb.example", "https://[a/out?url=https%3A%2F%2Fb.example"),
        ("https://a.example/", "https://a.example/"),
        (None, None),
    ],
)
def test_targets(url: str | None, target: str | None) -> None:
    assert target_of(url) == target


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.A.example/x", "a.example"),
        ("http://a.example", "a.example"),
        ("https://me@a.example:80/", "a.example"),
        ("mailto:a@b.example", ""),
        ("/x", ""),
        ("https://[a/", ""),
    ],
)
def test_hosts(url: str, host: str) -> None:
    assert host_of(url) == host
