"""Registrable domains, by the public suffix list that publicsuffixlist carries in its package: no network, no cache."""

import functools
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

__all__ = ["domain_of"]


@functools.cache
def suffixes() -> "PublicSuffixList":
    """ICANN's part of the list: a blog is grouped with all of its hoster's, which share their templates.

    Raises:
        ImportError: The `bench` extra is not installed.
    """
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(only_icann=True, accept_unknown=False)


def domain_of(name: str) -> str | None:
    """The registrable domain of a URL, or the one a saved page's file name begins with.

    Args:
        name: A URL (`https://news.example.co.uk/a`) or a file name (`example.co.uk-title.html`,
            `example.org.title.html`).

    Returns:
        For example `example.co.uk`; None where there is none, as in `http://localhost/` or `001`.

    Raises:
        ImportError: The `bench` extra is not installed.
    """
    if "://" in name:
        return suffixes().privatesuffix(urlsplit(name).hostname or "")
    labels = name.lower().removesuffix(".html").split(".")
    prefixes = (".".join(labels[:end]) for end in range(len(labels), 1, -1))
    # Longest first: `example.com.pa` before `example.com`. The title may follow after a hyphen: `example.com-title`.
    hosts = [host for prefix in prefixes for host in (prefix, cut_last_label(prefix))]
    return next((domain for host in hosts if (domain := suffixes().privatesuffix(host))), None)


def cut_last_label(host: str) -> str:
    """The host, with its last label cut at the first hyphen."""
    head, _, last = host.rpartition(".")
    return f"{head}.{last.partition('-')[0]}"
