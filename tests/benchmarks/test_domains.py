import pytest

pytest.importorskip("publicsuffixlist")

from benchmarks.domains import domain_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("https://news.example.co.uk/a/b?c=d", "example.co.uk"),
        ("http://EXAMPLE.org:8080/", "example.org"),
        ("https://somebody.blogspot.com/2020/", "blogspot.com"),
        ("http://localhost/page", None),
        ("http://192.0.2.7/page", None),
        ("example.com-title-of-page.html", "example.com"),
        ("two-words.de.504.html", "two-words.de"),
        ("example.com.pa-title.html", "example.com.pa"),
        ("001", None),
        ("wordpress", None),
    ],
)
def test_domain_of(name: str, expected: str | None) -> None:
    assert domain_of(name) == expected
