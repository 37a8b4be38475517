"""Extracts saved pages with whatever version of cleanpage an interpreter has.

`cleanpage.testing.drift` hands this text to that interpreter, so it may import nothing but the public API. A JSON
object for each page comes in, a line each, and one goes out: the article, or the error.
"""

import base64
import json
import sys

import cleanpage

__all__ = ["main"]


def answer(request: dict[str, object]) -> dict[str, object]:
    """The article of one page."""
    try:
        article = cleanpage.extract(
            base64.b64decode(str(request["body"])),
            url=request["url"],  # type: ignore[arg-type]
            content_type=request["content_type"],  # type: ignore[arg-type]
            options=cleanpage.Options(**request["options"]),  # type: ignore[arg-type]
        )
        return {"article": article.model_dump(mode="json")}
    except Exception as error:  # whatever another version may raise is to be reported
        return {"error": f"{type(error).__name__}: {error}"}


def main() -> None:
    """Answer every line of standard input."""
    print(json.dumps({"version": cleanpage.__version__}), flush=True)
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
