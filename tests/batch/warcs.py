"""WARC files made by hand: records as crawlers write them, and records that are odd."""

import gzip
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import brotli
import zstandard

from tests.batch.pages import page, url_of

HTML = b"Content-Type: text/html"


@dataclass(frozen=True, slots=True)
class Odd:
    """A record, and what must become of it."""

    name: str
    data: bytes
    skipped: str | None = None
    """Why it is skipped."""
    outcome: str = "article"
    """Outcome of its row, if it is not skipped."""
    says: str | None = None
    """What its text holds."""


def record(
    payload: bytes,
    *,
    name: str,
    kind: str = "response",
    uri: str | None = None,
    content_type: str = "application/http; msgtype=response",
    headers: bytes = b"",
) -> bytes:
    """A record of a WARC file."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{name}>\r\nWARC-Date: 2024-02-29T12:00:00Z\r\n"
        f"WARC-Target-URI: {uri or url_of(name)}\r\nContent-Type: {content_type}\r\nContent-Length: {len(payload)}\r\n"
    )
    return head.encode() + headers + b"\r\n" + payload + b"\r\n\r\n"


def response(
    name: str,
    body: bytes | None = None,
    *lines: bytes,
    status: bytes = b"200 OK",
    uri: str | None = None,
    headers: bytes = b"",
) -> bytes:
    """A response with a page named for the record, unless it has another body; `headers` are the record's own."""
    head = b"\r\n".join((b"HTTP/1.1 " + status, *(lines or (HTML,))))
    payload = head + b"\r\n\r\n" + (page(name) if body is None else body)
    return record(payload, name=name, uri=uri, headers=headers)


def chunked(body: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:99], body[99:])) + b"0\r\n\r\n"


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


def coded(name: str, pack: Callable[[bytes], bytes], coding: bytes) -> Odd:
    """A record whose body is packed as its header says."""
    return Odd(name, response(name, pack(page(name)), HTML, b"Content-Encoding: " + coding), says=name)


def double(body: bytes) -> bytes:
    return gzip.compress(gzip.compress(body))


def skipped(kind: str) -> Odd:
    """A record of a type that holds no page."""
    return Odd(kind, record(page(kind), name=kind, kind=kind, content_type="text/html"), skipped=f"record type {kind}")


LONG = page("cut", 3000)
HEAD = b"HTTP/1.1 200 OK\r\n" + HTML + b"\r\n\r\n"
CHUNKED = b"Transfer-Encoding: chunked"
KOI8 = page("koi8").replace(b"winter", "зима".encode("koi8-r"))

ODD: tuple[Odd, ...] = (
    skipped("warcinfo"),
    Odd("plain", response("plain"), says="plain"),
    coded("gzip", gzip.compress, b"gzip"),
    coded("deflate", zlib.compress, b"deflate"),
    coded("raw-deflate", raw_deflate, b"deflate"),
    coded("brotli", brotli.compress, b"br"),
    coded("zstd", zstandard.ZstdCompressor().compress, b"zstd"),
    coded("twice", double, b"gzip, gzip"),
    Odd("not-gzip", response("not-gzip", None, HTML, b"Content-Encoding: gzip"), says="not-gzip"),
    Odd("chunks", response("chunks", chunked(page("chunks")), HTML, CHUNKED), says="chunks"),
    Odd("no-chunks", response("no-chunks", None, HTML, CHUNKED), says="no-chunks"),
    Odd(
        "gzip-chunks",
        response("gzip-chunks", chunked(gzip.compress(page("gzip-chunks"))), HTML, CHUNKED, b"Content-Encoding: gzip"),
        says="gzip-chunks",
    ),
    Odd("cut", response("cut", gzip.compress(LONG)[:-2000], HTML, b"Content-Encoding: gzip"), says="Part 500."),
    Odd("missing", response("missing", status=b"404 Not Found"), skipped="http status 404"),
    Odd("moved", response("moved", b"", b"Location: /x", status=b"301 Moved"), skipped="http status 301"),
    Odd("image", response("image", b"\x89PNG", b"Content-Type: image/png"), skipped="content type image/png"),
    Odd("style", response("style", b"p{}", b"Content-Type: text/css; charset=x"), skipped="content type text/css"),
    *map(skipped, ("revisit", "request", "metadata", "conversion", "continuation", "unheard-of")),
    Odd(
        "resource",
        record(page("resource"), name="resource", kind="resource", content_type="text/html"),
        says="resource",
    ),
    Odd("dns", record(b"20240229", name="dns", content_type="text/dns"), skipped="content type text/dns"),
    Odd("no-head", record(page("no-head"), name="no-head"), says="no-head"),
    Odd("lines", record(b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + page("lines"), name="lines"), says="lines"),
    Odd("interim", record(b"HTTP/1.1 100 Continue\r\n\r\n" + HEAD + page("interim"), name="interim"), says="interim"),
    Odd("untyped", response("untyped", None, b"Server: x"), says="untyped"),
    Odd("koi8", response("koi8", KOI8, b"Content-Type: text/html; charset=koi8-r"), says="зима"),
    Odd("brackets", response("brackets", uri="<https://example.org/brackets.html>"), says="brackets"),
    Odd("no-url", response("no-url", uri="urn:x"), says="no-url"),
    Odd("empty", response("empty", b""), outcome="empty"),
    Odd("png-as-html", response("png-as-html", b"\x89PNG\r\n\x1a\n\0\0\0"), outcome="not_html"),
    Odd("json", response("json", b'{"html": "<p>"}', b"Content-Type: application/json"), outcome="not_html"),
    Odd("text", response("text", b"Plain text.", b"Content-Type: text/plain"), outcome="not_html"),
    Odd("long-head", response("long-head", None, HTML, b"X: " + b"x" * 100_000), says="long-head"),
    Odd("cut-record", response("cut-record", page("cut-record")[:-60]), says="cut-record"),
)


def by_record(records: Sequence[bytes]) -> bytes:
    """A member of gzip for each record, as crawlers write them."""
    return b"".join(map(gzip.compress, records))


def in_one(records: Sequence[bytes]) -> bytes:
    return gzip.compress(b"".join(records))


def zstd_frames(records: Sequence[bytes]) -> bytes:
    return b"".join(map(zstandard.ZstdCompressor(write_checksum=True).compress, records))


def zstd_with_dictionary(records: Sequence[bytes]) -> bytes:
    """As the Internet Archive writes them: the dictionary is in a frame of its own, packed."""
    dictionary = zstandard.ZstdCompressionDict(b"".join(records)[:20_000])
    packed = zstandard.ZstdCompressor().compress(dictionary.as_bytes())
    head = b"\x5d\x2a\x4d\x18" + len(packed).to_bytes(4, "little") + packed
    pack = zstandard.ZstdCompressor(dict_data=dictionary).compress
    return head + b"".join(map(pack, records))


CONTAINERS: dict[str, Callable[[Sequence[bytes]], bytes]] = {
    "pages.warc": b"".join,
    "pages.warc.gz": by_record,
    "whole.warc.gz": in_one,
    "pages.warc.zst": zstd_frames,
    "dictionary.warc.zst": zstd_with_dictionary,
    "plain-though-its-name-says.warc.gz": b"".join,
    "no-name": by_record,
}
