"""Detects input that is no page: binary files, JSON, and plain text that is declared so."""

import json
import re

from w3lib.encoding import read_bom

from cleanpage.source.decoding import SNIFFED, wide_encoding
from cleanpage.source.markdown import has_markdown_signs

__all__ = ["looks_binary", "text_format"]

MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF-", "PDF"),
    (0, b"\x89PNG\r\n\x1a\n", "PNG image"),
    (0, b"\xff\xd8\xff", "JPEG image"),
    (0, b"GIF87a", "GIF image"),
    (0, b"GIF89a", "GIF image"),
    (8, b"WEBPVP8", "WebP image"),
    (0, b"BM", "BMP image"),
    (0, b"II*\0", "TIFF image"),
    (0, b"MM\0*", "TIFF image"),
    (0, b"\0\0\1\0", "icon"),
    (4, b"ftypavif", "AVIF image"),
    (4, b"ftyp", "MP4 video"),
    (0, b"\x1a\x45\xdf\xa3", "Matroska video"),
    (8, b"WAVEfmt", "WAV audio"),
    (8, b"AVI LIST", "AVI video"),
    (0, b"ID3", "MP3 audio"),
    (0, b"OggS\0", "Ogg media"),
    (0, b"fLaC", "FLAC audio"),
    (0, b"PK\x03\x04", "ZIP archive"),
    (0, b"PK\x05\x06", "ZIP archive"),
    (0, b"\x1f\x8b\x08", "gzip data"),
    (0, b"BZh", "bzip2 data"),
    (0, b"\xfd7zXZ\0", "XZ data"),
    (0, b"\x28\xb5\x2f\xfd", "Zstandard data"),
    (0, b"7z\xbc\xaf\x27\x1c", "7-Zip archive"),
    (0, b"Rar!\x1a\x07", "RAR archive"),
    (257, b"ustar", "tar archive"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office document"),
    (0, b"{\\rtf", "RTF document"),
    (0, b"%!PS", "PostScript document"),
    (0, b"AT&TFORM", "DjVu document"),
    (0, b"SQLite format 3\0", "SQLite database"),
    (0, b"PAR1", "Parquet file"),
    (0, b"\x7fELF", "program"),
    (0, b"MZ\x90", "program"),
    (0, b"\xca\xfe\xba\xbe", "program"),
    (0, b"\0asm", "WebAssembly module"),
    (0, b"wOFF", "font"),
    (0, b"wOF2", "font"),
    (0, b"\0\1\0\0\0", "font"),
    (0, b"OTTO\0", "font"),
)
"""Offset, bytes found there, and what the file is. The standard's own table is at https://mimesniff.spec.whatwg.org/."""

PRINTED_MAGIC = frozenset({b"BM", b"ID3", b"BZh", b"ustar", b"PAR1", b"ftyp"})
"""Marks that text may begin with as well: they count only beside control bytes."""

CONTROL = bytes(code for code in range(32) if code not in b"\t\n\f\r\x1b")
"""The binary data bytes of the WHATWG MIME sniffing standard."""

NOT_CONTROL = bytes(code for code in range(256) if code not in CONTROL)

JSON_TYPE = re.compile(r"(?:application|text)/(?:[\w.+-]+\+)?json\s*(?:;|$)", re.IGNORECASE)
PLAIN_TYPE = re.compile(r"text/plain\s*(?:;|$)", re.IGNORECASE)
MARKUP = re.compile(r"<(?:!doctype|html|head|body|div|p|br)\b", re.IGNORECASE)

BINARY_SHARE = 0.02
"""Share of control bytes above which a page is no text."""


def looks_binary(page: bytes) -> str | None:
    """Name what a page is if it is no text.

    Args:
        page: The body of the response.

    Returns:
        A few words, as in `"PDF"` or `"binary data"`; None for text in any encoding, UTF-16 included.
    """
    head = page[:SNIFFED]
    controls = len(head.translate(None, NOT_CONTROL))
    for offset, magic, name in MAGIC:
        if head.startswith(magic, offset) and (controls or magic not in PRINTED_MAGIC):
            return name
    if controls <= len(head) * BINARY_SHARE or read_bom(head)[0] or wide_encoding(head):
        return None
    return "binary data"


def text_format(text: str, content_type: str | None) -> str | None:
    """Name what a text is if it is neither HTML nor Markdown.

    Shape alone never tells plain text, since Markdown may look like it: it must be declared so. Markup overrules a
    declaration, as servers declare pages as anything.

    Args:
        text: The whole of a page.
        content_type: The header `Content-Type`.

    Returns:
        `"JSON"`, `"plain text"`, or None.
    """
    if is_json(text):
        return "JSON"
    declared = (content_type or "").strip()
    if MARKUP.search(text, 0, SNIFFED):
        return None
    if JSON_TYPE.match(declared) and text.strip():
        return "JSON"
    return "plain text" if PLAIN_TYPE.match(declared) and text.strip() and not has_markdown_signs(text) else None


def is_json(text: str) -> bool:
    """Whether a text as a whole is an object or an array of JSON."""
    text = text.strip()
    if text[:1] + text[-1:] not in ("{}", "[]"):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
