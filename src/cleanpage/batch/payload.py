"""Undoes the transfer and content codings of an HTTP body, as far as they can be undone.

Archives record what was sent: bodies whose headers promise a coding that they are not in, and bodies that were cut off.
The first are taken as they are, of the second everything that can be decoded is kept.
"""

import re
import zlib
from collections.abc import Callable
from functools import partial

import brotli
import zstandard

__all__ = ["decoded"]

CHUNK_HEAD = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\n]{0,1000})?\r?\n")

STEP = 4096
"""Bytes that a decoder gets at a time."""


def decoded(body: bytes, *, transfer: str | None, content: str | None, limit: int) -> bytes:
    """The body of a response without its codings.

    Args:
        body: What was sent.
        transfer: The header `Transfer-Encoding`.
        content: The header `Content-Encoding`; of several codings the last is undone first (RFC 9110, section 8.4).
        limit: Bytes after which nothing more is decoded.
    """
    if "chunked" in (transfer or "").lower():
        body = without_chunks(body)
    for coding in reversed((content or "").lower().split(",")):
        body = without_coding(body, coding.strip(), limit)
    return body[:limit]


def without_chunks(body: bytes) -> bytes:
    """The chunks of a body as one (RFC 9112, section 7.1); a body that is not in chunks, as it is."""
    parts: list[bytes] = []
    at = 0
    while head := CHUNK_HEAD.match(body, at):
        size = int(head[1], 16)
        if not size:
            return b"".join(parts)
        parts.append(body[head.end() : head.end() + size])
        at = head.end() + size
        at += 2 if body.startswith(b"\r\n", at) else 1
    return b"".join(parts) if parts and at >= len(body) else body


def without_coding(body: bytes, coding: str, limit: int) -> bytes:
    """A body without one content coding; one that is not in it, as it is."""
    match coding:
        case "gzip" | "x-gzip":
            found = in_steps(zlib.decompressobj(zlib.MAX_WBITS | 16).decompress, body, limit)
        case "deflate":  # with zlib's header, as the standard has it, or without
            found = in_steps(zlib.decompressobj(zlib.MAX_WBITS).decompress, body, limit)
            found = found or in_steps(zlib.decompressobj(-zlib.MAX_WBITS).decompress, body, limit)
        case "br":
            found = in_steps(partial(brotli.Decompressor().process, output_buffer_limit=limit), body, limit)
        case "zstd":
            found = in_steps(zstandard.ZstdDecompressor().decompressobj().decompress, body, limit)
        case _:
            return body
    return found or body


def in_steps(decode: Callable[[bytes], bytes], body: bytes, limit: int) -> bytes:
    """What a decoder makes of a body up to the limit, or to the first byte that it refuses.

    It gets a little at a time, since an error costs everything that the same call has decoded.
    """
    parts: list[bytes] = []
    left = limit
    for at in range(0, len(body), STEP):
        try:
            parts.append(decode(body[at : at + STEP]))
        except (zlib.error, brotli.error, zstandard.ZstdError, EOFError):
            break
        left -= len(parts[-1])
        if left <= 0:
            break
    return b"".join(parts)[:limit]
