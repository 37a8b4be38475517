"""Signs and URL schemes that several stages ask for."""

__all__ = ["LINK_SCHEMES", "PERMALINK_SIGNS", "SAFE_SCHEMES", "TRACKING_PARAMETERS"]

PERMALINK_SIGNS = frozenset("¶#§🔗∞")
"""What a link at the end of a heading shows that leads to the heading itself."""

SAFE_SCHEMES = frozenset(("http", "https", "mailto", "tel"))
"""Schemes of URLs that may be rendered."""
LINK_SCHEMES = SAFE_SCHEMES | {"ftp", "file"}
"""Schemes of URLs that a reader can follow. Everything else (`javascript:`, `data:`, `blob:` …) is no link."""

TRACKING_PARAMETERS = tuple(
    "utm_ mc_ dclid fbclid gad_source gbraid gclid igshid msclkid srsltid ttclid twclid wbraid yclid".split()
)
"""How parameters of a query begin that tell where a reader came from, and not which page it is."""
