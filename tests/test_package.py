"""What is installed and what an import costs."""

import os
import re
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

import cleanpage

ROOT = Path(__file__).parent.parent


def loaded_by(statement: str) -> set[str]:
    """Names of the modules that a fresh interpreter loads to run `statement`."""
    program = f"{statement}; import sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(run.stdout.split())


def shell_commands(text: str) -> list[str]:
    """The contents of the `sh` fences of a Markdown text."""
    return [block.strip() for block in re.findall(r"^```sh\n(.*?)^```", text, re.DOTALL | re.MULTILINE)]


@pytest.fixture(scope="module")
def imported() -> set[str]:
    return loaded_by("import cleanpage")


@pytest.fixture(scope="module")
def ready() -> set[str]:
    return loaded_by("import cleanpage; cleanpage.extract, cleanpage.Article, cleanpage.to_markdown")


@pytest.mark.slow
def test_modules_are_seen(imported: set[str], ready: set[str]) -> None:
    assert "cleanpage" in imported
    assert {"cleanpage.pipeline", "numpy", "pydantic", "selectolax.lexbor"} <= ready


@pytest.mark.slow
@pytest.mark.parametrize("package", ["lxml", "numpy", "pydantic", "selectolax"])
def test_import_costs_nothing(imported: set[str], package: str) -> None:
    assert package not in imported


@pytest.mark.slow
@pytest.mark.parametrize(
    "package",
    "charset_normalizer click dateparser fastwarc httpx jinja2 json_repair lxml markdown_it pebble pyarrow "
    "python_multipart rich starlette typer uvicorn".split(),
)
def test_first_use_leaves_out(ready: set[str], package: str) -> None:
    """Neither what an extra brings nor what is slow to load and few pages need."""
    assert package not in ready


def test_commands_for_one_page_load_nothing_of_batches() -> None:
    """Arrow alone takes longer to load than an extraction."""
    loaded = loaded_by("import cleanpage.cli.commands")
    assert "cleanpage.cli.batch" in loaded
    assert not loaded & {"cleanpage.batch", "fastwarc", "pebble", "pyarrow"}


def test_second_readme_command_is_what_ci_runs() -> None:
    commands = shell_commands((ROOT / "README.md").read_text(encoding="utf-8"))
    assert all("\n" not in command for command in commands[:2])
    ci_lines = [line.strip() for line in (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()]
    assert commands[1] in ci_lines


def test_no_test_module_imports_from_another() -> None:
    """What several tests use has a module of its own."""
    modules = (ROOT / "tests").rglob("*.py")
    found = {path: re.findall(r"^from tests\.(?:\w+\.)*test_\w+", path.read_text("utf-8"), re.M) for path in modules}
    assert [path for path, imports in found.items() if imports] == []


def test_ci_script_is_executable() -> None:
    assert os.access(ROOT / ".ci/run", os.X_OK)


def test_version_is_the_same_everywhere() -> None:
    (newest, *_) = re.findall(r"^## \[(\d[^\]]*)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert metadata.version("cleanpage") == cleanpage.__version__ == newest


@pytest.mark.slow
def test_wheel_holds_the_library_alone(tmp_path: Path) -> None:
    from hatchling.builders.wheel import WheelBuilder

    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        (info,) = {name.partition("/")[0] for name in names if ".dist-info/" in name}
        entry_points = archive.read(f"{info}/entry_points.txt").decode()
    source = ROOT / "src"
    ours = {path.relative_to(source).as_posix() for path in source.rglob("*.*") if path.is_file()}
    assert {"cleanpage/py.typed", "cleanpage/__init__.py", f"{info}/licenses/LICENSE"} <= names
    assert names >= {name for name in ours if "__pycache__" not in name}
    assert {name.partition("/")[0] for name in names} == {"cleanpage", info}
    assert "cleanpage = cleanpage.cli:main" in entry_points
    assert "[pytest11]\ncleanpage = cleanpage.pytest_plugin\n" in entry_points
    assert "benchmarks" not in entry_points, "a command whose module the wheel does not hold"
