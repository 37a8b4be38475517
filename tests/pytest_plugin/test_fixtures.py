"""The fixtures, as tests of scrapers use them."""

from collections.abc import Callable

import pytest

from cleanpage.testing import HOSTILE, PageServer, SavedPage, build_page

Save = Callable[..., SavedPage]


def test_an_extractor_without_network(pytester: pytest.Pytester, save: Save) -> None:
    save()
    pytester.makepyfile(
        **{
            "tests/test_it": """
            import socket
            import pytest
            from cleanpage import Options
            from cleanpage.testing import NetworkBlockedError

            @pytest.fixture
            def cleanpage_options():
                return Options(max_bytes=300)

            def test_it(cleanpage, page_html):
                page = page_html("bridge")
                assert page.body.startswith(b"<!doctype html>")
                article = cleanpage.extract(page)
                assert article.url == page.url == "https://www.quaypost.example/bridge.html"
                assert article.outcome.kind == "limit_hit"
                assert cleanpage.analyze(page.body, url="https://x.example/").article.url == "https://x.example/"
                with pytest.raises(NetworkBlockedError):
                    socket.create_connection(("192.0.2.1", 80))

            def test_without(page_html):
                assert socket.socket.__module__ == "socket"
                with pytest.raises(LookupError, match="no saved page 'tunnel' in "):
                    page_html("tunnel")
            """
        }
    )
    pytester.runpytest_inprocess("tests/test_it.py").assert_outcomes(passed=2)


def test_articles_of_chosen_pages(pytester: pytest.Pytester, save: Save) -> None:
    for name in ("bridge", "bridge-old", "ferry"):
        save(name)
    pytester.makepyfile(
        **{
            "tests/test_it": """
            import pytest

            @pytest.mark.page("bridge*", "ferry")
            def test_article(article, saved_page):
                assert article.url == saved_page.url

            @pytest.mark.page("pages/ferry")
            def test_folder(saved_page):
                assert saved_page.name == "ferry"

            @pytest.mark.page
            def test_all(article):
                assert article.headline

            @pytest.mark.page("ferry")
            def test_field(saved_page, page_field):
                assert page_field != "unexpected_text"
            """
        }
    )
    result = pytester.runpytest_inprocess("tests/test_it.py", "-v", "--cleanpage-fields=headline,text")
    result.assert_outcomes(passed=9)
    result.stdout.fnmatch_lines(
        ["*::test_article?bridge-old? PASSED*", "*::test_all?ferry? PASSED*", "*::test_field?ferry-headline? PASSED*"]
    )


def test_pages_are_sought_where_the_ini_file_says(pytester: pytest.Pytester, save: Save) -> None:
    save()
    pytester.makeini("[pytest]\ncleanpage_pages = tests/pages")
    pytester.makepyfile(
        **{
            "unit/test_it": """
            def test_it(page_html):
                assert page_html("bridge").name == "bridge"
            """
        }
    )
    pytester.runpytest_inprocess("unit").assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("marker", "message"),
    [
        ("", "say which saved pages: *"),
        ("@pytest.mark.page('tunnel')", "no saved page 'tunnel' in *"),
        ("@pytest.mark.page('broken')", "*expected.json: is missing"),
    ],
)
def test_wrong_markers_are_errors(pytester: pytest.Pytester, save: Save, marker: str, message: str) -> None:
    save("broken").expected_file.unlink()
    pytester.makepyfile(
        **{"tests/test_it": f"import pytest\n\n{marker}\ndef test_it(saved_page, page_field):\n    pass\n"}
    )
    result = pytester.runpytest_inprocess("tests/test_it.py")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([message])


def test_hostile_pages(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        def test_it(hostile_page, cleanpage):
            assert cleanpage.extract(hostile_page).outcome.reason
        """
    )
    result = pytester.runpytest_inprocess("-v")
    result.assert_outcomes(passed=len(HOSTILE))
    result.stdout.fnmatch_lines(["*::test_it?wrong_charset? PASSED*"])


def test_built_pages(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        def test_it(page_builder, cleanpage):
            page = page_builder(headline="Ebb and flow", clutter=["nav", "ads"])
            assert cleanpage.extract(page).headline == "Ebb and flow"
            assert "newsletter" not in page.text
        """
    )
    pytester.runpytest_inprocess().assert_outcomes(passed=1)


def test_served_pages(pytester: pytest.Pytester, save: Save) -> None:
    save()
    save("ferry")
    pytester.makepyfile(
        **{
            "tests/test_it": """
            import httpx
            import pytest

            SERVERS = []

            def test_all(serve_pages):
                server = serve_pages()
                assert len(server.urls) == 2
                assert httpx.get(server.url_of("ferry")).status_code == 200
                SERVERS.append(server)

            def test_chosen(serve_pages, page_html, cleanpage):
                page = page_html("ferry")
                assert serve_pages("bridge", page).urls[1].endswith("/ferry.html")
                assert httpx.get(serve_pages(page).urls[0]).content == page.body
                assert httpx.get(SERVERS[0].urls[0]).status_code == 200, "served until the end of the module"
            """,
            "tests/test_later": """
            import httpx
            import pytest
            import test_it

            def test_ended():
                with pytest.raises(httpx.ConnectError):
                    httpx.get(test_it.SERVERS[0].url)
            """,
        }
    )
    pytester.runpytest_inprocess("tests/test_it.py", "tests/test_later.py").assert_outcomes(passed=3)


def test_fresh_copies(pytester: pytest.Pytester, save: Save) -> None:
    page = save()
    new = build_page(clutter=(), url=page.url or "").text.replace("open a week early", "open late")
    changed = SavedPage(page.folder, new.encode(), page.meta)
    with PageServer([changed]) as server:
        save("here", meta={"url": server.urls[0]})
        result = pytester.runpytest_inprocess("--cleanpage-live", "-k", "here and headline")
    result.assert_outcomes(failed=1, passed=1)
    result.stdout.fnmatch_lines(
        [
            "expected 'Harbour bridge to open a week early', found 'Harbour bridge to open late'",
            "why: 'Harbour bridge to open a week early': not on the page",
            "     before: at article.story > header > h1.story-headline*",
        ]
    )


def test_a_page_that_is_gone(pytester: pytest.Pytester, save: Save) -> None:
    with PageServer([]) as server:
        save("gone", meta={"url": f"{server.url}/gone"})
        result = pytester.runpytest_inprocess("--cleanpage-live", "-k", "gone and headline")
    result.assert_outcomes(failed=2)
    assert server.requests == ["/gone"], "it is asked for once"
    result.stdout.fnmatch_lines(["*/gone: Client error '404 Not Found'*"])


def test_articles_that_differ(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import cleanpage
        from cleanpage.article.article import Outcome
        from cleanpage.testing import build_page

        ARTICLE = cleanpage.extract(build_page(clutter=()))

        def test_fields():
            page = build_page(headline="Other", paragraphs=build_page().article["paragraphs"][:-1], clutter=())
            assert cleanpage.extract(page) == ARTICLE

        def test_details():
            assert ARTICLE.model_copy(update={"outcome": Outcome(kind="article", reason="other")}) == ARTICLE

        def test_other_types():
            assert ARTICLE == "x"
        """
    )
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(failed=3)
    result.stdout.fnmatch_lines(
        [
            "E*assert <Article 'Other': article, 4 blocks, * words> == <Article 'Harbour bridge to *",
            "E*headline: expected 'Harbour bridge to open a week early', found 'Other'",
            "E*text: F1 0.9* is below 1: 1 paragraphs lost, 0 added, 0 changed",
            "E*lost: 'Trams will follow in the summer, *",
            "E*differ in outcome",
        ]
    )
