"""Verdicts: the role of each block, and the rule that decided on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import compress
from typing import NamedTuple, overload

from cleanpage.features.hints import PageHints
from cleanpage.models.feature_table import Features
from cleanpage.page.page import Page
from cleanpage.rules.tags import Context
from cleanpage.selection.hidden_text import HiddenText
from cleanpage.selection.roles import Role
from cleanpage.selection.scores import Scores

__all__ = ["Cause", "Choice", "Verdict", "Verdicts"]


class Cause(StrEnum):
    """The rule that decided on a block."""

    SCORE = "score"
    """Its own score, above or below one half."""
    NEIGHBOURS = "neighbours"
    """Smoothing: the blocks around it are on the other side."""
    EXPECTED_F1 = "expected-f1"
    """The set of blocks with the highest expected F1."""
    NO_BODY = "no-body"
    """No block of the page is probable enough."""
    HEADING = "heading"
    """A heading goes with the block under it."""
    ADVERT = "advert"
    """A sign on an advert."""
    FIELD = "field"
    """It is a field of the article, or a box of facts or a comment."""
    PULL_QUOTE = "pull-quote"
    """Its words stand in the body as well."""
    COPY = "copy"
    """The body has the same text already."""
    HIDDEN = "hidden"
    """The page hides it, and a reader cannot bring it up."""
    KEEP = "keep"
    """`Options.keep`."""
    DROP = "drop"
    """`Options.drop`."""
    BODY = "body"
    """`Options.body`."""
    NO_TIME = "no-time"
    """The time ran out before any block was scored."""


BY_OPTION = frozenset((Cause.KEEP, Cause.DROP, Cause.BODY))
REASONS = {
    Cause.NEIGHBOURS: ("body around it", "boilerplate around it"),
    Cause.EXPECTED_F1: ("in the set with the best expected F1", "not in the set with the best expected F1"),
    Cause.NO_BODY: ("", "no block of the page is probable enough"),
    Cause.HEADING: ("the heading of a kept block", "a heading with no kept block under it"),
    Cause.ADVERT: ("", "a sign on an advert"),
    Cause.NO_TIME: ("", "no time left"),
}
"""What to say of a cause where the block was kept, and where it was dropped."""


class Verdict(NamedTuple):
    """The decision on one block."""

    role: Role
    """Only `Role.BODY` enters the body."""
    probability: float
    """How probable the block is body by itself, 0 to 1."""
    cause: Cause = Cause.SCORE
    """The rule that decided."""
    original: int | None = None
    """The kept block with the same text, for a copy."""
    hidden: bool = False
    """Whether the page hides it."""
    hidden_by: str = ""
    """What hides a block that is left out for that, as in `style display:none`."""

    @property
    def kept(self) -> bool:
        """Whether the block is part of the body."""
        return self.role is Role.BODY

    @property
    def option(self) -> str:
        """The option that decided, as in `keep`; empty where none did."""
        return str(self.cause) if self.cause in BY_OPTION else ""

    @property
    def reason(self) -> str:
        """Why, in words, as in `score 0.59, a copy of block 12`."""
        hidden = "hidden" if self.hidden and not self.hidden_by else ""
        words = (f"score {self.probability:.2f}", self.cause_in_words, hidden)
        return ", ".join(filter(None, words))

    @property
    def cause_in_words(self) -> str:
        """The cause in words; empty where the score alone decided."""
        if self.option:
            return f"{'kept' if self.kept else 'dropped'} by Options.{self.option}"
        if self.cause is Cause.COPY:
            return f"a copy of block {self.original}"
        if self.cause is Cause.HIDDEN:
            return f"hidden by {self.hidden_by}"
        if self.cause in (Cause.FIELD, Cause.PULL_QUOTE):
            return f"recognised as {self.role}"
        return REASONS.get(self.cause, ("", ""))[not self.kept]


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """Which blocks are body, and by which rule."""

    kept: Sequence[bool]
    """Whether each block is body."""
    rule: Cause
    """What decided on the blocks that are not in `causes`: most of them."""
    causes: Mapping[int, Cause] = field(default_factory=dict)
    """What decided on the others."""
    originals: Mapping[int, int] = field(default_factory=dict)
    """Of each copy, the block that it is a copy of."""
    hidden: HiddenText = field(default_factory=HiddenText)
    """What of the body the page hides, and is left out for that."""


@dataclass(frozen=True, slots=True, eq=False)
class Verdicts(Sequence[Verdict]):
    """The decision on each block of a page, and all that it rests on.

    A page has hundreds of blocks, and few are ever looked at: each verdict is made when it is asked for.
    """

    page: Page
    hints: PageHints
    features: Features
    scores: Scores
    choice: Choice
    roles: Mapping[int, Role]
    """What some of the blocks outside the body are."""

    @property
    def kept(self) -> Sequence[bool]:
        """Whether each block is part of the body."""
        return self.choice.kept

    @property
    def body(self) -> list[int]:
        """The blocks of the body, in order."""
        return list(compress(range(len(self.kept)), self.kept))

    def __len__(self) -> int:
        return len(self.kept)

    @overload
    def __getitem__(self, index: int) -> Verdict: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Verdict, ...]: ...

    def __getitem__(self, index: int | slice) -> Verdict | tuple[Verdict, ...]:
        chosen = range(len(self.kept))[index]
        return self.of(chosen) if isinstance(chosen, int) else tuple(map(self.of, chosen))

    def of(self, block: int) -> Verdict:
        """The verdict on a block."""
        choice = self.choice
        return Verdict(
            role=Role.BODY if choice.kept[block] else self.roles.get(block, Role.BOILERPLATE),
            probability=float(self.scores.probabilities[block]),
            cause=choice.causes.get(block, choice.rule),
            original=choice.originals.get(block),
            hidden=bool(self.page.contexts[self.page.leaves[block]] & Context.HIDDEN),
            hidden_by=choice.hidden.blocks.get(block, ""),
        )
