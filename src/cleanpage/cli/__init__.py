"""The command line. It needs the `cli` extra, and says so where that is missing."""

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command that `sys.argv` holds, and end the process with its exit code."""
    try:
        from cleanpage.cli.commands import app  # the extra may be missing
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in ("cleanpage", ""):
            raise
        from cleanpage.errors import MissingExtraError

        print(f"cleanpage: {MissingExtraError('the command line', 'cli')}", file=sys.stderr)
        sys.exit(1)
    app(prog_name="cleanpage")
