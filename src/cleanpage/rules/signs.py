"""Signs and URL schemes that several stages ask for."""

__all__ = ["LINK_SCHEMES", "PERMALINK_SIGNS", "SAFE_SCHEMES"]

PERMALINK_SIGNS = frozenset("¶#§🔗∞")
"""What a link at the end of a heading shows that leads to the heading itself."""

SAFE_SCHEMES = frozenset(("http", "https", "mailto", "tel"))
"""Schemes of URLs that may be rendered."""
LINK_SCHEMES = SAFE_SCHEMES | {"ftp", "file"}
"""Schemes of URLs that a reader can follow. Everything else (`javascript:`, `data:`, `blob:` …) is no link."""
