import gzip
import zlib
from collections.abc import Callable
from functools import partial

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.batch.payload import decoded

PAGE = "".join(f"<p>Page {number * number} of the log of the ferry.</p>" for number in range(12_000)).encode()
LIMIT = 10_000_000


def chunked(body: bytes, size: int, extension: bytes = b"", trailer: bytes = b"") -> bytes:
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x%s\r\n%s\r\n" % (len(part), extension, part) for part in parts) + b"0\r\n" + trailer + b"\r\n"


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


pack_brotli = partial(brotli.compress, quality=4)
CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": pack_brotli,
    "zstd": zstandard.ZstdCompressor().compress,
}


def content(body: bytes, coding: str | None, limit: int = LIMIT) -> bytes:
    return decoded(body, transfer=None, content=coding, limit=limit)


@pytest.mark.parametrize("coding", CODINGS)
def test_codings_are_undone(coding: str) -> None:
    assert content(CODINGS[coding](PAGE), coding) == PAGE
    assert content(CODINGS[coding](PAGE), coding.upper()) == PAGE


def test_deflate_without_a_header() -> None:
    assert content(raw_deflate(PAGE), "deflate") == PAGE


def test_several_codings_are_undone_last_first() -> None:
    assert content(gzip.compress(gzip.compress(PAGE)), "gzip, gzip") == PAGE
    assert content(pack_brotli(gzip.compress(PAGE)), "gzip, br") == PAGE


@pytest.mark.parametrize("coding", [*CODINGS, "identity", "none", "", None, "aes128gcm"])
def test_promise_that_is_not_kept_costs_nothing(coding: str | None) -> None:
    assert content(PAGE, coding) == PAGE


@pytest.mark.parametrize("coding", CODINGS)
def test_half_a_body_gives_half_a_page(coding: str) -> None:
    packed = CODINGS[coding](PAGE)
    half = content(packed[: len(packed) // 2], coding)
    assert PAGE.startswith(half)
    assert len(half) > len(PAGE) // 10


@pytest.mark.parametrize("coding", CODINGS)
def test_bombs_stop_at_the_limit(coding: str) -> None:
    assert content(CODINGS[coding](b"x" * LIMIT), coding, limit=1000) == b"x" * 1000


def test_body_goes_on_after_the_end_of_its_coding() -> None:
    assert content(gzip.compress(PAGE) + b"\0\0junk", "gzip") == PAGE


@pytest.mark.parametrize("size", [50, 4096, len(PAGE)])
def test_chunks_are_joined(size: int) -> None:
    assert decoded(chunked(PAGE, size), transfer="chunked", content=None, limit=LIMIT) == PAGE


def test_chunks_with_extensions_and_trailers() -> None:
    body = chunked(PAGE, 1000, b' ; name="x"', b"Expires: 0\r\n")
    assert decoded(body, transfer="gzip, Chunked", content=None, limit=LIMIT) == PAGE


def test_body_that_is_not_in_chunks() -> None:
    assert decoded(PAGE, transfer="chunked", content=None, limit=LIMIT) == PAGE


def test_chunks_that_were_cut_off() -> None:
    body = chunked(PAGE, 1000)[: len(PAGE) // 2]
    found = decoded(body, transfer="chunked", content=None, limit=LIMIT)
    assert PAGE.startswith(found)
    assert len(found) > len(PAGE) // 3


def test_chunks_of_a_coding() -> None:
    body = chunked(gzip.compress(PAGE), 500)
    assert decoded(body, transfer="chunked", content="gzip", limit=LIMIT) == PAGE


@given(st.binary(max_size=300), st.sampled_from(["chunked", None]), st.sampled_from([*CODINGS, "gzip, br"]))
def test_nothing_raises(body: bytes, transfer: str | None, coding: str) -> None:
    decoded(body, transfer=transfer, content=coding, limit=1000)
