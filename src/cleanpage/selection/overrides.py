"""The options `keep=`, `drop=` and `body=`: which elements they match, and what they decide on the blocks there."""

from dataclasses import replace

from cleanpage.images.figures import FoundFigure
from cleanpage.page.page import Page
from cleanpage.rules.tags import Context
from cleanpage.selection.roles import BOILERPLATE_ROLES, Role
from cleanpage.selection.verdicts import Cause, Verdict, Verdicts

__all__ = ["BODY", "apply_choices", "without_dropped"]

BODY, DROP, OUTSIDE = "body", "drop", "outside body"
STEERING = Context.BUTTON | Context.DIALOG | Context.HIDDEN


def apply_choices(verdicts: Verdicts) -> Verdicts:
    """Verdicts after the options: of the elements around a block that a selector matches, the innermost decides.

    What stands in a `keep` element is body, captions aside, which go with their images; what stands in a `drop` element
    is none. With a `body` element nothing outside of it is body, and all in it but headline, byline, dates and
    captions, buttons and what is hidden.
    """
    page = verdicts.page
    if not page.chosen:
        return verdicts
    choices = choices_of(page)
    after = [
        chosen_verdict(verdict, choices[leaf], page.contexts[leaf])
        for verdict, leaf in zip(verdicts, page.leaves, strict=True)
    ]
    causes = {block: verdict.cause for block, verdict in enumerate(after)}
    roles = {block: verdict.role for block, verdict in enumerate(after)}
    choice = replace(verdicts.choice, kept=[verdict.kept for verdict in after], causes=causes)
    return replace(verdicts, choice=choice, roles=roles)


def choices_of(page: Page) -> list[str]:
    """For each element, the option that decides on it; empty for none."""
    default = OUTSIDE if BODY in page.chosen.values() else ""
    choices: list[str] = []
    for element, parent in enumerate(page.parents):
        choices.append(page.chosen.get(element) or (choices[parent] if parent >= 0 else default))
    return choices


def chosen_verdict(verdict: Verdict, choice: str, context: int) -> Verdict:
    """The verdict on one block after the option that applies to it."""
    match choice:
        case "keep" if verdict.role is not Role.CAPTION:
            return verdict._replace(role=Role.BODY, cause=Cause.KEEP)
        case "drop" | "outside body":
            role = Role.BOILERPLATE if verdict.role is Role.BODY else verdict.role
            return verdict._replace(role=role, cause=Cause.DROP if choice == DROP else Cause.BODY)
        case "body" if verdict.role in BOILERPLATE_ROLES and not context & STEERING:
            return verdict._replace(role=Role.BODY, cause=Cause.BODY)
    return verdict


def without_dropped(page: Page, figures: tuple[FoundFigure, ...]) -> tuple[FoundFigure, ...]:
    """The figures but those in elements that the options drop."""
    if not page.chosen:
        return figures
    choices = choices_of(page)
    return tuple(figure for figure in figures if choices[figure.element] not in (DROP, OUTSIDE))
