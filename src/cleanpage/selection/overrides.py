"""What the options choose: elements that `keep=`, `drop=` and `body=` match, and what becomes of their blocks."""

from collections.abc import Sequence
from dataclasses import replace

from cleanpage.article import Outcome
from cleanpage.images.figures import FoundFigure
from cleanpage.options import Options
from cleanpage.page.page import Page
from cleanpage.rules.tags import Context
from cleanpage.selection.roles import BOILERPLATE_ROLES, Role
from cleanpage.selection.select import Verdict, Verdicts

__all__ = ["apply_choices", "told_of_body", "without_dropped"]

BODY, KEEP, DROP, OUTSIDE = "body", "keep", "drop", "outside body"
STEERING = Context.BUTTON | Context.DIALOG | Context.HIDDEN


def apply_choices(page: Page, verdicts: Verdicts) -> Verdicts:
    """The verdicts after the options: of the elements around a block that a selector matches, the innermost decides.

    What stands in a `keep` element is body, captions aside, which go with their images; what stands in a `drop` element
    is none. With a `body` element nothing outside of it is body, and all in it but headline, byline, dates and
    captions, buttons and what is hidden.
    """
    if not page.chosen:
        return verdicts
    choices = choices_of(page)
    after = [
        chosen_verdict(verdict, choices[leaf], page.contexts[leaf])
        for verdict, leaf in zip(verdicts, page.leaves, strict=True)
    ]
    return replace(
        verdicts,
        kept=[verdict.kept for verdict in after],
        fields={block: verdict.role for block, verdict in enumerate(after) if not verdict.kept},
        options={block: verdict.option for block, verdict in enumerate(after) if verdict.option},
    )


def choices_of(page: Page) -> list[str]:
    """For each element, the option that decides on it; empty for none."""
    default = OUTSIDE if BODY in page.chosen.values() else ""
    choices: list[str] = []
    for element, parent in enumerate(page.parents):
        choices.append(page.chosen.get(element) or (choices[parent] if parent >= 0 else default))
    return choices


def chosen_verdict(verdict: Verdict, choice: str, context: int) -> Verdict:
    """The verdict on one block after what the options say of it."""
    match choice:
        case "keep" if verdict.role is not Role.CAPTION:
            return verdict._replace(role=Role.BODY, option=KEEP)
        case "drop" | "outside body":
            role = Role.BOILERPLATE if verdict.role is Role.BODY else verdict.role
            return verdict._replace(role=role, option=choice)
        case "body" if verdict.role in BOILERPLATE_ROLES and not context & STEERING:
            return verdict._replace(role=Role.BODY, option=BODY)
    return verdict


def without_dropped(page: Page, figures: tuple[FoundFigure, ...]) -> tuple[FoundFigure, ...]:
    """The figures but those in elements that the options drop."""
    if not page.chosen:
        return figures
    choices = choices_of(page)
    return tuple(figure for figure in figures if choices[figure.element] not in (DROP, OUTSIDE))


def told_of_body(outcome: Outcome, options: Options, chosen: Sequence[str]) -> Outcome:
    """The outcome; its reason says so where `Options.body` matches nothing and the body was sought without it."""
    if not options.body or BODY in chosen:
        return outcome
    return outcome.model_copy(update={"reason": f"{outcome.reason}; Options.body={options.body!r} matches nothing"})
