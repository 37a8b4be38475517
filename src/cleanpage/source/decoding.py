"""From the bytes of a page to its text.

The order is that of the WHATWG HTML standard (byte order mark, HTTP header, `<meta>` declaration), with two
departures that saved pages make necessary: bytes that are valid UTF-8 are UTF-8 whatever a declaration says, since
browsers and archives write UTF-8 and leave the old declaration in; and a declared encoding in which a good part of
the page cannot be read gives way to detection.
"""

import codecs
import re
from dataclasses import dataclass
from typing import Literal

from w3lib.encoding import (
    html_body_declared_encoding,
    http_content_type_encoding,
    read_bom,
    to_unicode,
)

__all__ = ["SNIFFED", "Decoded", "DecodedFrom", "decode", "harmless", "read_again", "wide_encoding"]

DecodedFrom = Literal["bom", "header", "meta", "content", "detection", "default"]
"""What an encoding was read from. `"content"`: the bytes admit of no other; `"default"`: nothing spoke for one."""

SINGLE_BYTE = frozenset(
    (
        *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp866", "cp874"),
        *("iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8", "iso8859-10"),
        *("iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic"),
    )
)
MULTI_BYTE = frozenset(("big5", "big5hkscs", "cp932", "cp949", "euc_jp", "euc_kr", "gb18030", "gbk", "iso2022_jp"))
WIDE_ENCODINGS = frozenset(("utf-16", "utf-16-be", "utf-16-le", "utf-32", "utf-32-be", "utf-32-le"))
"""Python's names of the encodings of the WHATWG standard (and UTF-32). A declaration of any other is no declaration:
Python also knows codecs that are no encodings of text, or unsafe ones."""

PROOF_OF_UTF8 = 20
"""Continuation bytes above which valid UTF-8 is not taken for a declared East Asian encoding: pairs of its bytes are
valid UTF-8 by chance about one time in four, so that one short word proves nothing."""

PROOF_OF_MISREADING = 4
"""Characters outside ASCII from which a text that is UTF-8 when it is written in Latin-1 is taken for UTF-8 misread: a
lone "Ã©" may be meant."""

TOLERATED = 0.05
"""Share of unreadable characters among those outside ASCII up to which an encoding is believed."""

LATE_DECLARATION = 65_536
"""Bytes searched for a declaration that comes later than it may, when the page is not UTF-8."""

LANGUAGE = re.compile(rb"""<html\b[^<>]{0,500}?\blang\s*=\s*["']?([a-z]{2})\b""", re.IGNORECASE)

SAMPLE = 16_384
"""Bytes of text outside ASCII that detection gets to see."""

ENOUGH_TO_DETECT = 8
"""Bytes outside ASCII below which detection is guesswork and the Western default the better guess."""

WRITTEN_IN: tuple[tuple[str, str], ...] = (
    ("af ca da de en es eu fi fr gl is it nb nl nn no pt sv", "cp1252"),
    ("bs cs hr hu pl ro sk sl", "cp1250 iso8859-2"),
    ("be bg kk ky mk ru sr tg tt uk", "cp1251 koi8-r koi8-u iso8859-5 cp866"),
    ("ar fa ur", "cp1256 iso8859-6"),
    ("el", "cp1253 iso8859-7"),
    ("he yi", "cp1255 iso8859-8"),
    ("az ku tr", "cp1254"),
    ("et lt lv", "cp1257 iso8859-4 iso8859-13"),
    ("ja", "cp932 euc_jp iso2022_jp"),
    ("ko", "cp949"),
    ("th", "cp874"),
    ("vi", "cp1258"),
    ("zh", "gb18030 big5hkscs"),
)
"""Languages, and the encodings that their undeclared pages are in: those of the WHATWG standard's table of locales, and
their rivals of the same script."""

SNIFFED = 4096
"""Bytes at the head of a page that tell what it is."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a page, and how its bytes were read."""

    text: str
    """The text, without byte order mark, NULs and lone surrogates."""
    encoding: str
    """Python's name of the encoding."""
    source: DecodedFrom
    """What the encoding was read from."""


def decode(page: bytes, content_type: str | None = None) -> Decoded:
    """Decode a page as a browser does, more forgiving of declarations that are wrong.

    Args:
        page: The body of the response, unpacked; it may end within a character.
        content_type: The value of the HTTP header `Content-Type`, as in `text/html; charset=iso-8859-2`.

    Returns:
        The text and its encoding. Nothing is raised: what cannot be read becomes U+FFFD.
    """
    mark, bom = read_bom(page)
    if mark is not None and bom is not None:
        return Decoded(harmless(to_unicode(page[len(bom) :], mark)), mark, "bom")
    declared, source = declaration(page, content_type)
    try:
        text, read = codecs.utf_8_decode(page, "strict", False)
    except UnicodeDecodeError:
        return not_utf8(page, declared, source)
    if read < len(page) and text.isascii():  # a character cut off at the end, or one in another encoding
        return not_utf8(page, declared, source)
    if b"\0" in page:  # looked for in the bytes, which are half the size of the text
        if wide := wide_encoding(page):
            return Decoded(harmless(to_unicode(page, wide)), wide, "content")
        text = text.replace("\0", "")
    if declared in MULTI_BYTE and len(page) - len(text) < PROOF_OF_UTF8 and (b"\x1b" in page or not text.isascii()):
        legacy = to_unicode(page, declared)
        if believable(legacy):
            return Decoded(harmless(legacy), declared, source)
    return Decoded(text, "utf-8", source if declared == "utf-8" else "content")


def harmless(text: str) -> str:
    """`text` without NULs, and with U+FFFD for lone surrogates, which no encoder and no parser takes."""
    if "\0" in text:
        text = text.replace("\0", "")
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def read_again(text: str) -> str:
    """`text`, or what it says where it is UTF-8 that somebody read as Latin-1.

    Requests does so with `text/html` of no charset (RFC 2616, section 3.7.1); saved again, such pages are UTF-8 twice
    over. Nothing else is UTF-8 from end to end when it is written in Latin-1: of the 2,739 pages of the corpora only
    27 are, and all of those show "â", "Â" and control characters in place of signs.

    Args:
        text: The whole of a page; it may end within a character.
    """
    if text.isascii():
        return text
    try:
        again, _ = codecs.utf_8_decode(text.encode("latin-1"), "strict", False)
    except UnicodeError:
        return text
    misread = len(text) - len(text.encode("ascii", "ignore"))
    return again.removeprefix("\ufeff") if misread >= PROOF_OF_MISREADING else text


def declaration(page: bytes, content_type: str | None) -> tuple[str, DecodedFrom] | tuple[None, Literal["default"]]:
    """The encoding that the HTTP header or the head of the page declares."""
    if usable(declared := http_content_type_encoding(content_type)):
        return declared or "", "header"
    if usable(declared := html_body_declared_encoding(page)):
        # A declaration that can be read byte by byte is not in UTF-16: the standard says UTF-8 instead.
        return "utf-8" if declared in WIDE_ENCODINGS else declared or "", "meta"
    return None, "default"


def usable(encoding: str | None) -> bool:
    return encoding == "utf-8" or encoding in SINGLE_BYTE or encoding in MULTI_BYTE or encoding in WIDE_ENCODINGS


def late_declaration(page: bytes) -> str | None:
    """An encoding that the page declares too late for the standard, which browsers heed all the same."""
    at = page.find(b"charset", SNIFFED // 2, LATE_DECLARATION)
    tag = page.rfind(b"<", 0, at) if at > 0 else -1
    declared = html_body_declared_encoding(page[tag : tag + SNIFFED]) if tag >= 0 else None
    return declared if usable(declared) and declared not in WIDE_ENCODINGS else None


def not_utf8(page: bytes, declared: str | None, source: DecodedFrom) -> Decoded:
    """Decode what is not valid UTF-8: as declared if that is believable, or as detected."""
    if declared is None:
        wide = wide_encoding(page)
        declared = wide or late_declaration(page)
        source = "content" if wide else "meta"
    if declared is not None:
        text = to_unicode(page, declared)
        if believable(text):
            return Decoded(harmless(text), declared, source)
    mostly_utf8 = page.decode("utf-8", "replace")
    if believable(mostly_utf8):
        return Decoded(harmless(mostly_utf8), "utf-8", "content")
    encoding = detected(page)
    return Decoded(
        harmless(to_unicode(page, encoding or "cp1252")), encoding or "cp1252", "detection" if encoding else "default"
    )


def believable(text: str) -> bool:
    """Whether a decoder that puts U+FFFD for what it cannot read was the right one."""
    unreadable = text.count("\ufffd")
    return not unreadable or unreadable <= TOLERATED * (len(text) - len(text.encode("ascii", "ignore")))


def wide_encoding(page: bytes) -> str | None:
    """UTF-16 without a mark: its markup has a NUL in every other place."""
    head = page[: SNIFFED // 2]
    big, little = head[0::2].count(0), head[1::2].count(0)
    enough = max(2, len(head) // 6)
    if little >= enough and little > 8 * big:
        return "utf-16-le"
    if big >= enough and big > 8 * little:
        return "utf-16-be"
    return None


def detected(page: bytes) -> str | None:
    """The likeliest encoding of the page: its language's own if there is but one, or charset-normalizer's find."""
    sample = text_sample(page)
    if len(sample) - len(sample.decode("ascii", "ignore")) < ENOUGH_TO_DETECT:
        return None
    candidates = encodings_of_language(page)
    if len(candidates) == 1 and believable(to_unicode(sample, candidates[0])):
        return candidates[0]
    from charset_normalizer import from_bytes  # slow to import, and few pages need it

    for isolated, mess in ((candidates, 0.5), ([*SINGLE_BYTE, *MULTI_BYTE], 0.2)):
        if not isolated:
            continue
        best = from_bytes(sample, cp_isolation=isolated, threshold=mess, enable_fallback=False).best()
        if best is not None:
            return codecs.lookup(best.encoding).name
    return None


def encodings_of_language(page: bytes) -> list[str]:
    """Encodings that pages in the language of `<html lang>` are written in; empty if it names none of the table."""
    found = LANGUAGE.search(page, 0, SNIFFED)
    language = found[1].decode().lower() if found else ""
    return next((encodings.split() for languages, encodings in WRITTEN_IN if language in languages.split()), [])


def text_sample(page: bytes) -> bytes:
    """Pieces of text and markup that hold bytes outside ASCII, up to `SAMPLE` bytes."""
    pieces: list[bytes] = []
    size = 0
    for piece in page.replace(b">", b"<").split(b"<"):
        if not piece.isascii():
            pieces.append(piece[:SAMPLE])
            size += len(piece)
            if size >= SAMPLE:
                break
    return b"\n".join(pieces)
