"""Blocks network access in tests: connections to other machines raise an error."""

import ipaddress
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from cleanpage.errors import CleanpageError

__all__ = ["NetworkBlockedError", "block_network"]


class NetworkBlockedError(CleanpageError, RuntimeError):
    """A test tried to reach another machine. Not an `OSError`, which clients would take for a fault of the network."""

    def __init__(self, host: object) -> None:
        super().__init__(f"the network is blocked in this test, and it tried to reach {host!r}; use serve_pages")
        self.host = host


class GuardedSocket(socket.socket):
    """A socket that connects to this machine alone."""

    def connect(self, address: Any) -> None:
        """Connect, if the address is on this machine."""
        require_local(self.family, address)
        super().connect(address)

    def connect_ex(self, address: Any) -> int:
        """Connect, if the address is on this machine."""
        require_local(self.family, address)
        return super().connect_ex(address)


def require_local(family: int, address: Any) -> None:
    if family in (socket.AF_INET, socket.AF_INET6) and not is_local(address[0]):
        raise NetworkBlockedError(address[0])


def is_local(host: object) -> bool:
    """Whether a host is this machine."""
    name = host.decode(errors="replace") if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        address = ipaddress.ip_address(str(name).partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


@contextmanager
def block_network() -> Iterator[None]:
    """Block the network in this process until the end of the `with` block."""
    real_socket, real_lookup = socket.socket, socket.getaddrinfo

    def lookup(host: Any, *args: Any, **kwargs: Any) -> Any:
        if not is_local(host):
            raise NetworkBlockedError(host)
        return real_lookup(host, *args, **kwargs)

    socket.socket, socket.getaddrinfo = GuardedSocket, lookup  # type: ignore[misc]  # what is to be replaced
    try:
        yield
    finally:
        socket.socket, socket.getaddrinfo = real_socket, real_lookup  # type: ignore[misc]
