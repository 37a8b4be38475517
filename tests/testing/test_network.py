"""The network blocked."""

import socket

import httpx
import pytest

from cleanpage.testing import NetworkBlockedError, PageServer, SavedPage, block_network


def test_other_machines_are_out_of_reach() -> None:
    with block_network():
        for address in (("192.0.2.1", 80), ("example.org", 80), ("2001:db8::1", 80, 0, 0)):
            family = socket.AF_INET6 if len(address) == 4 else socket.AF_INET
            with socket.socket(family) as client, pytest.raises(NetworkBlockedError, match="tried to reach"):
                client.connect(address)
            with socket.socket(family) as client, pytest.raises(NetworkBlockedError, match="tried to reach"):
                client.connect_ex(address)
        with pytest.raises(NetworkBlockedError, match=r"example\.org"):
            socket.getaddrinfo("example.org", 80)
        with pytest.raises(NetworkBlockedError, match=r"example\.org"):
            httpx.get("http://example.org/")


def test_this_machine_is_within_reach(page: SavedPage) -> None:
    with PageServer([page]) as server, block_network():
        assert httpx.get(server.urls[0]).content == page.body
        assert socket.getaddrinfo("localhost", 80)
        assert socket.getaddrinfo(b"127.0.0.1", 80)
        with socket.socket() as client:
            assert client.connect_ex(("127.0.0.1", 1)) != 0


def test_it_ends() -> None:
    real = (socket.socket, socket.getaddrinfo)
    with pytest.raises(ZeroDivisionError), block_network():
        raise ZeroDivisionError
    assert (socket.socket, socket.getaddrinfo) == real
