"""Every example of the README and the docs is run, and what it prints compared with what they show."""

import doctest
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytest_examples import CodeExample, EvalExample, find_examples

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
SESSION = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Command:
    """A `$ cleanpage …` line of a `console` fence, with the output shown under it."""

    place: str
    arguments: tuple[str, ...]
    output: str


def commands() -> Iterator[Command]:
    """The commands in all `console` fences."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for session in SESSION.finditer(text):
            place = f"{page.relative_to(ROOT)}:{text.count(chr(10), 0, session.start()) + 2}"
            for entry in session[1].removeprefix("$ ").split("\n$ "):
                line, _, output = entry.partition("\n")
                yield Command(place, tuple(shlex.split(line)), output.rstrip("\n") + "\n")


@pytest.fixture(autouse=True)
def _in_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("example", list(find_examples(*PAGES)), ids=str)
def test_python_example(example: CodeExample, eval_example: EvalExample) -> None:
    eval_example.set_config(line_length=120)
    # pytest --update-examples writes what the examples print into the pages
    run = eval_example.run_print_update if eval_example.update_examples else eval_example.run_print_check
    try:
        run(example)
    except Exception as error:  # pytest 9 cannot show the traceback of an example's made-up frames
        failure = f"{type(error).__name__}: {error}"
    else:
        return
    pytest.fail(failure, pytrace=False)


@pytest.mark.parametrize("command", list(commands()), ids=lambda command: command.place)
def test_command_line_example(command: Command) -> None:
    """`...` in the output shown stands for any text, as in doctests."""
    program, *arguments = command.arguments
    assert program == "cleanpage"
    run = subprocess.run(
        [sys.executable, "-m", "cleanpage", *arguments],
        env=os.environ | {"COLUMNS": "120", "NO_COLOR": "1", "TERM": "dumb"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    printed = "".join(f"{line.rstrip()}\n" for line in run.stdout.rstrip().splitlines())
    assert doctest.OutputChecker().check_output(command.output, printed, doctest.ELLIPSIS), printed
