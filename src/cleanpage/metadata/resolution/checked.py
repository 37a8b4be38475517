"""`CheckedClaim`: a claim that may vote."""

from typing import NamedTuple

from cleanpage.metadata.claims import Claim

__all__ = ["CheckedClaim"]


class CheckedClaim(NamedTuple):
    """A claim that may vote."""

    claim: Claim
    original: Claim
    """The claim before its value was read or cleaned."""
    doubts: tuple[str, ...] = ()
    """Keys of the doubts of a row of `rules.trust`: about the claim."""
    signs: tuple[str, ...] = ()
    """Keys of the signs of a row: about the value."""
