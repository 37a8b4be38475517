"""Fetching for others: public addresses alone, each hop checked, the checked address used."""

from collections.abc import Callable, Mapping, Sequence
from ipaddress import ip_address

import httpx
import pytest

from cleanpage.cli.download import DownloadError, download
from cleanpage.cli.guard import PublicTransport, is_public, resolve

PUBLIC = "93.184.215.14"
Handler = Callable[[httpx.Request], httpx.Response]


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "192.0.0.8", "192.168.0.1",
        "198.18.0.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::",
        "2001::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1", "2001:db8::1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_fetched(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8"])
def test_public_addresses(address: str) -> None:
    assert is_public(ip_address(address))


def transport(handler: Handler, names: Mapping[str, Sequence[str]]) -> PublicTransport:
    """A transport whose names and answers are made up."""

    def resolver(host: str, _port: int) -> Sequence[str]:
        if host not in names:
            raise OSError("no such host")
        return names[host]

    return PublicTransport(httpx.MockTransport(handler), resolver)


def found(_: httpx.Request) -> httpx.Response:
    return httpx.Response(200, content=b"x")


def fetch(url: str, through: PublicTransport) -> bytes:
    return download(url, 1_000, lambda _done, _total: None, through).body


def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, content=b"page")

    found = download(
        "https://example.org:8443/a?b=c",
        1_000,
        lambda *_: None,
        transport(answer, {"example.org": [PUBLIC, "8.8.8.8"]}),
    )
    assert found.body == b"page"
    assert found.url == "https://example.org:8443/a?b=c"
    (request,) = seen
    assert str(request.url) == f"https://{PUBLIC}:8443/a?b=c"
    assert request.headers["Host"] == "example.org:8443"
    assert request.extensions["sni_hostname"] == "example.org"


@pytest.mark.parametrize(
    "names",
    [["127.0.0.1"], [PUBLIC, "10.0.0.1"], ["::1"], ["fe80::1%eth0"], []],
    ids=["loopback", "one of two is private", "IPv6", "with a zone", "none"],
)
def test_a_name_for_a_private_address_is_refused(names: list[str]) -> None:
    with pytest.raises(DownloadError, match=r"not a public address"):
        fetch("http://rebind.example/", transport(lambda _: httpx.Response(200), {"rebind.example": names}))


def test_a_name_is_resolved_once_a_request() -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    guarded = PublicTransport(
        httpx.MockTransport(lambda _: httpx.Response(200, content=b"x")), lambda *_: next(answers)
    )
    assert fetch("http://rebind.example/", guarded) == b"x"


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1/", "http://inside.example/x", "http://[::1]:8000/", "//inside.example/"]
)
def test_a_redirect_is_checked_as_well(target: str) -> None:
    names = {
        "example.org": [PUBLIC],
        "inside.example": ["192.168.0.1"],
        "127.0.0.1": ["127.0.0.1"],
        "::1": ["::1"],
    }
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.headers["Host"])
        return httpx.Response(302, headers={"Location": target})

    with pytest.raises(DownloadError, match="not a public address"):
        fetch("http://example.org/", transport(answer, names))
    assert asked == ["example.org"]


def test_a_redirect_to_a_file_is_refused() -> None:
    guarded = transport(
        lambda _: httpx.Response(302, headers={"Location": "file:///etc/passwd"}), {"example.org": [PUBLIC]}
    )
    with pytest.raises(DownloadError):
        fetch("http://example.org/", guarded)


def test_a_name_that_is_none() -> None:
    with pytest.raises(DownloadError, match="has no address"):
        fetch("http://nowhere.example/", transport(lambda _: httpx.Response(200), {}))


def test_proxies_of_the_environment_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert (
        fetch("http://example.org/", transport(lambda _: httpx.Response(200, content=b"x"), {"example.org": [PUBLIC]}))
        == b"x"
    )


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/", "http://localhost:9/", "http://2130706433/", "http://0x7f.1/", "http://[::1]/"]
)
def test_this_machine_under_its_many_names(url: str) -> None:
    """With the system's own resolver, which knows 127.0.0.1 by more names than one expects."""
    with pytest.raises(DownloadError, match=r"not a public address|has no address"):
        fetch(url, PublicTransport())


def test_the_systems_resolver() -> None:
    assert resolve("127.0.0.1", 80) == ["127.0.0.1"]
