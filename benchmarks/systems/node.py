"""Systems written in JavaScript, each through one long-lived Node process that speaks JSON lines.

Install them once with `npm ci --prefix benchmarks/npm`.
"""

import base64
import json
import shutil
import subprocess
from collections.abc import Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from benchmarks.systems.decoding import byline_names, day_of, html_to_text
from benchmarks.systems.record import BODY, METADATA, Extraction, System

__all__ = ["SYSTEMS", "NodePeerError", "Peer"]

FOLDER = Path(__file__).parents[1] / "npm"
INSTALL = "npm ci --prefix benchmarks/npm"


class NodePeerError(Exception):
    """An extractor failed on a page, or its process ended; the message is its own."""


def package_version(package: str) -> str:
    """Version of an installed npm package.

    Raises:
        FileNotFoundError: It is not installed.
    """
    manifest = FOLDER / "node_modules" / package / "package.json"
    if not manifest.is_file():
        raise FileNotFoundError(f"{package} is not installed: {INSTALL}")
    return str(json.loads(manifest.read_text("utf-8"))["version"])


class Peer:
    """A peer in a Node process of its own, which starts with the first page and ends with its standard input."""

    def __init__(self, name: str, package: str) -> None:
        """Finds the peer.

        Raises:
            FileNotFoundError: Node or the package is not installed.
            ImportError: resiliparse is not installed.
        """
        package_version(package)
        node = shutil.which("node")
        if node is None:
            raise FileNotFoundError("node is not installed")
        self.read = html_to_text()
        self.command = (node, "serve.mjs", name)

    @cached_property
    def process(self) -> "subprocess.Popen[str]":
        """The process, started at first use."""
        pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
        return subprocess.Popen(self.command, cwd=FOLDER, stdin=pipe, stdout=pipe, stderr=nowhere, encoding="utf-8")

    def __call__(self, html: bytes, url: str | None) -> Extraction:
        """Sends a page and reads the answer.

        Raises:
            NodePeerError: The peer failed on the page.
        """
        answer = self.ask({"html": base64.b64encode(html).decode(), "url": url})
        if "error" in answer:
            raise NodePeerError(answer["error"])
        return Extraction(
            text=self.read(answer.get("html") or ""),
            headline=answer.get("headline"),
            authors=byline_names(answer.get("byline")),
            published=day_of(answer.get("published")),
            seconds=answer["seconds"],
        )

    def ask(self, question: Mapping[str, Any]) -> Mapping[str, Any]:
        """One line out, one line in.

        Raises:
            NodePeerError: The process has ended.
        """
        out, answers = self.process.stdin, self.process.stdout
        if out is None or answers is None:
            raise NodePeerError("the process has no pipes")
        out.write(json.dumps(question) + "\n")
        out.flush()
        line = answers.readline()
        if not line:
            raise NodePeerError("the process has ended")
        answer: Mapping[str, Any] = json.loads(line)
        return answer

    def close(self) -> None:
        """Ends the process, if there is one."""
        if "process" in vars(self):
            self.process.communicate()


SYSTEMS = tuple(
    System(
        name=name,
        package=package,
        fields=BODY | METADATA,
        load=partial(Peer, name, package),
        version=partial(package_version, package),
    )
    for name, package in (("readability-js", "@mozilla/readability"), ("defuddle", "defuddle"))
)
