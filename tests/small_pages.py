"""Texts and markup that small pages of several tests are made of."""

__all__ = ["ARTICLE", "CONSENT", "PARAGRAPHS", "PROSE", "TEASERS"]

PROSE = (
    "The ferry to the island sails at nine, and the captain says that he has never seen the harbour as full as it was "
    "on this grey morning in October, when the whole town seemed to wait for the same boat."
)
"""A long sentence."""
PARAGRAPHS = "".join(
    f"<p>The {word} path along the river was closed after the flood, said the town, and it will be repaired in the "
    "autumn, before the school year starts and the children need it again.</p>"
    for word in ("upper", "lower", "narrow", "broad", "old", "new", "northern", "southern")
)
ARTICLE = f"<title>River path</title><article><h1>River path to open</h1>{PARAGRAPHS}</article>"
TEASERS = "".join(
    f"<article><h2><a href=/{n}>The story of the day, number {n}</a></h2><p>What it tells us.</p></article>"
    for n in range(12)
)
CONSENT = (
    "<div id=cookie-consent><h2>Before you go on</h2><p>We and our partners store data on your device, to measure how "
    "the site is used and to show what suits you. You may agree, refuse, or choose for each purpose.</p>"
    "<button>Agree</button></div>"
)
