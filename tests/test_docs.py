"""Every example of the README and the docs is run, and what it prints compared with what they show."""

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytest_examples import CodeExample, EvalExample, find_examples

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
pytestmark = pytest.mark.slow
SESSION = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Session:
    """A `console` fence: `$ cleanpage …` and `$ pytest …` lines, each with the output shown under it."""

    place: str
    commands: tuple[tuple[str, str], ...]


def sessions() -> Iterator[Session]:
    """The sessions in all `console` fences."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for session in SESSION.finditer(text):
            place = f"{page.relative_to(ROOT)}:{text.count(chr(10), 0, session.start()) + 2}"
            entries = (entry.partition("\n") for entry in session[1].removeprefix("$ ").split("\n$ "))
            yield Session(place, tuple((line, output.rstrip("\n") + "\n") for line, _, output in entries))


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


def environment() -> dict[str, str]:
    """Our own library, a width of lines that does not change, and no CI, in which some commands refuse to work."""
    own = {name: value for name, value in os.environ.items() if name != "CI" and not name.startswith("PYTEST_")}
    library = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    programs = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    terminal = {"COLUMNS": "120", "NO_COLOR": "1", "TERM": "dumb"}
    return own | terminal | {"PYTHONPATH": library, "PATH": programs}


@pytest.mark.parametrize("session", list(sessions()), ids=lambda session: session.place)
def test_command_line_session(session: Session, tmp_path: Path) -> None:
    """`...` in the output shown stands for any text, as in doctests. Each session has its own copy of the files."""
    for folder in ("docs/examples", "tests/fixtures"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__", ".pytest_cache"))
    for line, output in session.commands:
        program, *arguments = shlex.split(line)
        assert program in ("cleanpage", "pytest")
        run = subprocess.run(
            [sys.executable, "-m", program, *arguments],
            cwd=tmp_path,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        printed = "".join(f"{one.rstrip()}\n" for one in run.stdout.rstrip().splitlines())
        assert doctest.OutputChecker().check_output(output, printed, doctest.ELLIPSIS), printed
