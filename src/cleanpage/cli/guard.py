"""An HTTP transport that connects to public addresses only, for a server that fetches URLs of its visitors.

A name is resolved once, all its addresses are checked, and the connection is made to a checked address, so that a name
server cannot answer otherwise the second time. Redirects pass through the same check.
"""

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import httpx

__all__ = ["PublicTransport", "is_public"]

Address = IPv4Address | IPv6Address

# What Python counts as global and nobody should be led to: addresses in which others are packed, which a gateway would
# unpack (NAT64, RFC 6052 and 8215; 6to4, RFC 3056; Teredo, RFC 4380), site-local ones (RFC 3879), and those that are
# set aside for protocols (RFC 6890), of which Python calls some global.
REFUSED = tuple(
    map(ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/23", "fec0::/10", "192.0.0.0/24"))
)


def is_public(address: Address) -> bool:
    """Whether an address belongs to the public internet and to one host alone."""
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        return is_public(address.ipv4_mapped)
    if any(address in network for network in REFUSED):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of a host, by the system's resolver."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class PublicTransport(httpx.BaseTransport):
    """Sends requests to public addresses.

    Args:
        inner: What sends a request once its address is known.
        resolver: Gives the addresses of a host and port.
    """

    def __init__(
        self,
        inner: httpx.BaseTransport | None = None,
        resolver: Callable[[str, int], Sequence[str]] = resolve,
    ) -> None:
        self.inner = inner or httpx.HTTPTransport()
        self.resolver = resolver

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request to a checked address of its host.

        Raises:
            httpx.ConnectError: The host has no address, or one that is not public.
        """
        url = request.url
        address = self.address_of(url.host, url.port or {"http": 80, "https": 443}.get(url.scheme, 0), request)
        pinned = httpx.Request(
            request.method,
            url.copy_with(host=address),
            headers=request.headers,  # its Host stays the name
            stream=request.stream,
            extensions={**request.extensions, "sni_hostname": url.host},
        )
        return self.inner.handle_request(pinned)

    def address_of(self, host: str, port: int, request: httpx.Request) -> str:
        """A public address of a host all of whose addresses are public."""
        try:
            addresses = [ip_address(address.partition("%")[0]) for address in self.resolver(host, port)]
        except (OSError, ValueError) as error:
            raise httpx.ConnectError(f"{host} has no address: {error}", request=request) from error
        if not addresses or not all(map(is_public, addresses)):
            raise httpx.ConnectError(f"{host} is not a public address; such are not fetched", request=request)
        return str(addresses[0])

    def close(self) -> None:
        """Close the connections."""
        self.inner.close()
