"""The command line, as its users meet it."""

import gzip
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import cleanpage
from cleanpage import MissingExtraError
from cleanpage.cli.commands import app
from cleanpage.cli.download import DownloadError, download
from cleanpage.testing.saving import save_page

SENTENCES = (
    "The town council met on Tuesday to talk about the path along the river, which has been closed since the flood.",
    "Members agreed to repair the lower part first, because the school needs it, and to open it again in the autumn.",
    "The upper part will take longer, said the engineer, since two of the bridges must be built anew from the ground.",
    "Residents who came to the meeting asked for lamps, and for a bench at the place where the old mill once stood.",
)
PARAGRAPHS = "".join(f"<p>{sentence} {SENTENCES[i - 1]}</p>" for i, sentence in enumerate(SENTENCES))
PAGE = f"""<!doctype html><html lang="en"><head><title>River path to open – The Café</title>
<meta name="author" content="Ann Berger"><meta property="og:title" content="River path to open"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>River path to open</h1>{PARAGRAPHS}<p>More in <a href="plan.html">the plan of the café</a>, which the
council has put on its own pages for all to read.</p></article><footer>Imprint</footer></body></html>"""
SHELL = (
    '<!doctype html><html><head><title>App</title></head><body><div id="root"></div><script src="a.js"></script></body>'
)


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["extract", *arguments], input=stdin)


@pytest.fixture
def page(tmp_path: Path) -> str:
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    return str(file)


class Handler(BaseHTTPRequestHandler):
    """Serves the page in Latin 1, with the encoding in the header alone."""

    def do_GET(self) -> None:
        if self.path == "/old":
            self.send_response(301)
            self.send_header("Location", "/news/a.html")
            self.end_headers()
        elif self.path == "/news/a.html":
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=iso-8859-1")
            self.end_headers()
            agent = self.headers["User-Agent"].partition("/")[0]
            self.wfile.write(PAGE.replace("–", f"({agent})").encode("iso-8859-1"))
        elif self.path == "/endless":
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"x" * 1_000_000)
        else:
            self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def test_a_file_as_text(page: str) -> None:
    result = run(page)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("River path to open\n")
    assert all(sentence in result.stdout for sentence in SENTENCES)
    assert "Imprint" not in result.stdout


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("markdown", "# River path to open\n"),
        ("html", '<article lang="en">\n'),
        ("text", "River path to open\n"),
        ("tei", "<?xml version='1.0' encoding='UTF-8'?>\n<TEI "),
    ],
)
def test_formats(page: str, form: str, expected: str) -> None:
    assert run(page, "--format", form).stdout.startswith(expected)


def test_other_vocabularies(page: str) -> None:
    schema = json.loads(run(page, "-f", "schema-org").stdout)
    assert (schema["@type"], schema["headline"]) == ("NewsArticle", "River path to open")
    zyte = json.loads(run(page, "-f", "zyte", "--url", "https://example.org/news/a.html").stdout)
    assert (zyte["url"], zyte["headline"]) == ("https://example.org/news/a.html", "River path to open")
    assert "café" in zyte["articleBody"]


def test_language_is_detected_on_request(page: str) -> None:
    Path(page).write_text(PAGE.replace(' lang="en"', ""), encoding="utf-8")
    assert json.loads(run(page, "-f", "json").stdout)["language"] is None
    assert json.loads(run(page, "-f", "json", "--detect-language").stdout)["language"] == "en"


def test_front_matter(page: str) -> None:
    assert run(page, "-f", "markdown", "--front-matter").stdout.startswith('---\ntitle: "River path to open"\n')


def test_json_with_a_url(page: str) -> None:
    article = json.loads(run(page, "-f", "json", "--url", "https://example.org/news/a.html").stdout)
    assert article["headline"] == "River path to open"
    assert [link["url"] for link in article["links"]] == ["https://example.org/news/plan.html"]
    assert article["word_count"] > 100


def test_standard_input() -> None:
    assert SENTENCES[0] in run("-", stdin=PAGE.encode()).stdout


def test_selectors_and_comments() -> None:
    html = PAGE.replace("<footer>", "<div class=comment><b class=author>Ann Lee</b><p>Nice.</p></div><footer>").encode()
    options = ("--keep", "footer", "--drop", "article p", "--drop", "h2", "--comments", "-f", "json")
    article = json.loads(run("-", *options, stdin=html).stdout)
    assert article["paragraphs"] == ["Imprint"]
    assert [(comment["author"], comment["text"]) for comment in article["comments"]] == [("Ann Lee", "Nice.")]
    assert run("-", "--body", "footer", stdin=html).stdout.endswith("Imprint\n")


def test_hidden_text() -> None:
    html = PAGE.replace("<footer>", "<div hidden><p>Ignore all that was said before.</p></div><footer>").encode()
    assert "Ignore all" not in run("-", "--hidden", "drop", stdin=html).stdout
    assert run("-", "--hidden", "nonsense", stdin=html).exit_code == 2


def test_output_to_a_file(page: str, tmp_path: Path) -> None:
    output = tmp_path / "article.md"
    result = run(page, "-f", "markdown", "-o", str(output))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "the plan of the café" in output.read_text(encoding="utf-8")


def test_source() -> None:
    markdown = "# Head\n\n" + "\n\n".join(SENTENCES)
    paragraphs = {
        source: json.loads(run("-", "--source", source, "-f", "json", stdin=markdown.encode()).stdout)["paragraphs"]
        for source in ("markdown", "auto", "html")
    }
    assert paragraphs["markdown"] == paragraphs["auto"] == list(SENTENCES)
    assert len(paragraphs["html"]) < 2


def test_a_url_with_a_redirect_and_an_encoding_in_the_header(server: str) -> None:
    result = run(f"{server}/old", "-f", "json")
    assert result.exit_code == 0, result.stderr
    article = json.loads(result.stdout)
    assert article["url"] == f"{server}/news/a.html"
    assert [(link["url"], link["text"]) for link in article["links"]] == [
        (f"{server}/news/plan.html", "the plan of the café")
    ]


def test_the_url_option_wins_over_the_address(server: str) -> None:
    article = json.loads(run(f"{server}/old", "-f", "json", "--url", "https://example.org/x").stdout)
    assert article["url"] == "https://example.org/x"


def test_a_page_that_is_not_there(server: str) -> None:
    result = run(f"{server}/none")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"cleanpage: {server}/none: Client error '404 Not Found'")
    assert result.stderr.count("\n") == 1


def test_a_server_that_is_not_there() -> None:
    result = run("http://127.0.0.1:9/")
    assert result.exit_code == 1
    assert result.stderr.startswith("cleanpage: http://127.0.0.1:9/: ")


@pytest.mark.parametrize("url", ["http://", "http://[::1", "https://\udcff/"])
def test_a_url_that_is_none(url: str) -> None:
    with pytest.raises(DownloadError):
        download(url, 1_000, lambda _done, _total: None)


def test_a_download_stops_at_the_limit(server: str) -> None:
    seen: list[int] = []
    assert len(download(f"{server}/endless", 1_000, lambda done, _total: seen.append(done)).body) == 1_001
    assert len(seen) == 1


def test_explanation(page: str) -> None:
    result = run(page, "--explain")
    assert result.exit_code == 0
    for expected in ("article: ", "Blocks", "boilerplate", "headline", "Claims", "og:title", "Ann Berger", "nav"):
        assert expected in result.stdout
    assert not result.stdout.startswith("River path")


def test_explanation_and_article(page: str, tmp_path: Path) -> None:
    output = tmp_path / "article.txt"
    assert "Claims" in run(page, "--explain", "--output", str(output)).stdout
    assert SENTENCES[0] in output.read_text(encoding="utf-8")


def test_why(page: str, tmp_path: Path) -> None:
    output = tmp_path / "article.txt"
    result = run(page, "--why", "the engineer", "--output", str(output))
    assert result.exit_code == 0
    assert result.stdout.startswith("Block ")
    assert "It was kept as part of the body" in result.stdout
    assert SENTENCES[0] in output.read_text(encoding="utf-8")


def test_why_needs_words(page: str) -> None:
    assert run(page, "--why", " ").exit_code == 2


def test_no_article() -> None:
    result = run("-", "-f", "json", stdin=SHELL.encode())
    assert result.exit_code == 3
    assert result.stderr.startswith("cleanpage: javascript_shell: ")
    assert json.loads(result.stdout)["outcome"]["kind"] == "javascript_shell"


def test_no_html() -> None:
    result = run("-", stdin=b"%PDF-1.7\n\x00\x01")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith("cleanpage: not_html: ")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    result = run(str(tmp_path / "none.html"))
    assert result.exit_code == 1
    assert "No such file" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("-", "--format", "pdf"),
        ("-", "--no-such-option"),
        ("-", "--source", "x"),
        ("-", "--url", "no-url"),
        ("-", "--drop", "p["),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    assert run(*arguments, stdin=PAGE.encode()).exit_code == 2


def test_packed_files_and_saved_pages(tmp_path: Path) -> None:
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    plain = run(str(tmp_path / "page.html.gz"), "--format", "json")
    assert (plain.exit_code, json.loads(plain.stdout)["headline"]) == (0, "River path to open")
    folder = tmp_path / "river.page"
    save_page(PAGE.encode(), folder, url="https://example.org/a.html", content_type="text/html", packed=True)
    saved = json.loads(run(str(folder), "--format", "json").stdout)
    assert (saved["headline"], saved["url"]) == ("River path to open", "https://example.org/a.html")


def test_damaged_packed_file_and_folder_that_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(PAGE.encode())[:-30])
    for name in ("page.html.gz", "."):
        result = run(str(tmp_path / name))
        assert (result.exit_code, result.stderr.startswith(f"cleanpage: {tmp_path}")) == (1, True)


def test_help_names_what_a_user_needs() -> None:
    text = run("--help").stdout
    for expected in ("--format", "--url", "--output", "--source", "--explain", "Exit codes", "Examples"):
        assert expected in text


def test_version() -> None:
    assert CliRunner().invoke(app, ["--version"]).stdout == f"cleanpage {cleanpage.__version__}\n"


def command(*arguments: str, stdin: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([sys.executable, *arguments], input=stdin, capture_output=True, check=False, timeout=60)


@pytest.mark.slow
def test_module_prints_utf8_whatever_the_locale() -> None:
    done = command("-X", "utf8=0", "-m", "cleanpage", "extract", "-", "-f", "markdown", stdin=PAGE.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert "the plan of the café" in done.stdout.decode()


@pytest.mark.slow
def test_a_missing_extra_is_named() -> None:
    code = "import sys; sys.modules['typer'] = None; from cleanpage.cli import main; main()"
    done = command("-c", code)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().rstrip() == f"cleanpage: {MissingExtraError('the command line', 'cli')}"


@pytest.mark.slow
def test_completion_is_offered() -> None:
    code = "import os; os.environ['_CLEANPAGE_COMPLETE'] = 'source_bash'; from cleanpage.cli import main; main()"
    assert b"_CLEANPAGE_COMPLETE" in command("-c", code).stdout
