"""Runs that are killed at a random moment, and resumed."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from cleanpage.batch import RunSettings, run
from tests.batch.pages import page
from tests.batch.warcs import by_record, response

PAGES = 120
PART = 8


def command(folder: Path, workers: int) -> list[str]:
    options = ["-o", str(folder / "out"), "--workers", str(workers), "--part-size", str(PART), "--no-timings"]
    resume = ["--resume"] if (folder / "out").exists() else []
    return [sys.executable, "-m", "cleanpage", "batch", str(folder / "a.warc.gz"), *options, *resume]


def parts(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("part-*"))}


def kill(process: "subprocess.Popen[bytes]", whom: str, out: Path) -> None:
    """Kill the parent, all processes of the run, or one of its workers, if it is still there."""
    workers = list(out.glob("_cleanpage/spool/*.beat"))
    with suppress(ProcessLookupError):
        if whom == "parent":
            process.kill()
        elif whom == "group":
            os.killpg(process.pid, signal.SIGKILL)
        elif workers:
            os.kill(int(random.choice(workers).stem), signal.SIGKILL)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals that kill a process")
def test_killed_runs_lose_and_double_nothing(tmp_path: Path) -> None:
    """`CLEANPAGE_KILL_ROUNDS=30` is the long form."""
    pages = [response(f"ship{number}", page(f"ship{number}", 120)) for number in range(PAGES)]
    (tmp_path / "a.warc.gz").write_bytes(by_record(pages))
    whole = tmp_path / "whole"
    run([str(tmp_path / "a.warc.gz")], whole, RunSettings(workers=0, timings=False, part_size=PART))
    out = tmp_path / "out"
    rounds = int(os.environ.get("CLEANPAGE_KILL_ROUNDS", "3"))
    for number in range(rounds):
        if (out / "_SUCCESS").exists():
            assert parts(out) == parts(whole)
            shutil.rmtree(out)
        before = len(parts(out))
        with subprocess.Popen(command(tmp_path, 1 + number % 3), start_new_session=True) as process:
            while process.poll() is None and len(parts(out)) == before:
                time.sleep(0.02)
            time.sleep(random.uniform(0, 0.5))
            kill(process, ("parent", "group", "worker")[number % 3], out)
    assert subprocess.run(command(tmp_path, 2), check=False).returncode == 0
    assert parts(out) == parts(whole)
    found = pq.read_table(out).column("id").to_pylist()
    assert found == [f"<urn:uuid:ship{number}>" for number in range(PAGES)]
