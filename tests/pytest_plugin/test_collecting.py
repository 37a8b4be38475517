"""Folders of saved pages as test items."""

import json
from collections.abc import Callable

import pytest

from cleanpage.testing import SavedPage

Save = Callable[..., SavedPage]
Run = Callable[..., pytest.RunResult]
FIELDS = 13
"""Fields that are expected of the usual page; with the check of unexpected text, there is one item more."""


@pytest.fixture(params=["in process", "subprocess", "xdist"])
def run(request: pytest.FixtureRequest, pytester: pytest.Pytester) -> Run:
    """Runs pytest on the project."""
    if request.param == "in process":
        return pytester.runpytest_inprocess
    workers = ("-n", "2") if request.param == "xdist" else ()
    return lambda *args: pytester.runpytest_subprocess(*workers, *args)


def ids(pytester: pytest.Pytester, *args: str) -> list[str]:
    """Ids of the items that a run would have."""
    lines = pytester.runpytest_inprocess("--collect-only", "-q", *args).outlines
    return [line for line in lines if "::" in line]


def test_an_item_for_each_field(pytester: pytest.Pytester, save: Save) -> None:
    save()
    found = ids(pytester)
    assert len(found) == FIELDS + 1
    assert found[2] == "tests/pages/bridge.page::headline"
    assert found[-1] == "tests/pages/bridge.page::unexpected_text"


def test_fields_fail_one_by_one(run: Run, save: Save) -> None:
    save(headline="Another", section=None)
    save("second")
    result = run("-rA")
    result.assert_outcomes(failed=2, passed=2 * FIELDS)
    result.stdout.fnmatch_lines(
        [
            "*_ bridge.page headline _*",
            "expected 'Another', found 'Harbour bridge to open a week early'",
            "why: 'Another': not on the page",
        ]
    )
    result.stdout.fnmatch_lines_random(
        [
            "FAILED tests/pages/bridge.page::headline*",
            "FAILED tests/pages/bridge.page::section*",
            "PASSED tests/pages/second.page::headline",
        ]
    )
    result.stdout.no_fnmatch_line("*Traceback*")


def test_last_failed(run: Run, save: Save) -> None:
    save(headline="Another")
    save("second")
    run().assert_outcomes(failed=1, passed=2 * FIELDS + 1)
    run("--lf").assert_outcomes(failed=1)


@pytest.mark.parametrize(
    ("args", "count"),
    [
        (("-k", "bridge and headline"), 2),
        (("-k", "second"), FIELDS + 1),
        (("-m", "slow"), FIELDS + 1),
        (("-m", "not cleanpage"), 0),
        (("tests/pages/second.page",), FIELDS + 1),
        (("tests/pages/second.page::headline",), 1),
        (("tests/pages/second.page::headline", "tests/pages/bridge.page::text"), 2),
        (("--cleanpage-fields=headline,text",), 6),
        (("--cleanpage-fields", "unexpected_text"), 2),
        (("-o", "cleanpage_ignore_fields=text canonical_url"), 2 * (FIELDS - 2)),
    ],
)
def test_choosing_items(pytester: pytest.Pytester, save: Save, args: tuple[str, ...], count: int) -> None:
    pytester.makeini("[pytest]\naddopts = --strict-markers\nmarkers = slow: takes long")
    save()
    save("second", meta={"markers": ["slow"]})
    assert len(ids(pytester, *args)) == count


def test_an_item_by_its_id_under_xdist(pytester: pytest.Pytester, save: Save) -> None:
    save(headline="Another")
    pytester.runpytest_subprocess("-n", "1", "tests/pages/bridge.page::headline").assert_outcomes(failed=1)


def test_an_item_stands_on_its_line(pytester: pytest.Pytester, save: Save) -> None:
    page = save(headline="Another", section="X")
    lines = page.expected_file.read_text(encoding="utf-8").splitlines()
    items, _ = pytester.inline_genitems()
    for item in items:
        path, number, _ = item.reportinfo()
        assert path == page.expected_file
        assert number is not None
        assert lines[number].startswith(f'  "{item.name.removeprefix("unexpected_")}"')


def test_markers_that_nobody_knows(pytester: pytest.Pytester, save: Save) -> None:
    save(meta={"markers": ["slwo"]})
    result = pytester.runpytest_inprocess("--strict-markers")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*'slwo' not found in `markers` configuration option*"])


def test_known_faults(pytester: pytest.Pytester, save: Save) -> None:
    save(headline="Another", meta={"xfail": {"headline": "two headlines", "section": "mended since"}})
    result = pytester.runpytest_inprocess("-rxfE")
    result.assert_outcomes(xfailed=1, failed=1, passed=FIELDS - 1)
    result.stdout.fnmatch_lines(["XFAIL tests/pages/bridge.page::headline - two headlines"])
    result.stdout.fnmatch_lines(["*XPASS(strict)* mended since"])


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("expected.json", '{"headline": ', "*expected.json: cannot be read as JSON: *"),
        ("expected.json", '{"headlin": 1}', "*there is no field 'headlin'; did you mean headline[?]"),
        ("expected.json", None, "*expected.json: is missing; --cleanpage-update=new writes it"),
        ("meta.json", "[]", "*meta.json: *valid dictionary*"),
        ("page.html", "<p>Another page", "*page.html: is not the page that was saved*"),
        ("page.html", None, "*must hold one of page.html and page.html.gz, and holds 0"),
    ],
)
def test_damage_is_an_error_of_collection(
    pytester: pytest.Pytester, save: Save, file: str, content: str | None, message: str
) -> None:
    """And the other pages are checked all the same."""
    page = save("damaged")
    save("whole")
    path = page.folder / file
    path.unlink() if content is None else path.write_text(content)
    before = {one: one.read_bytes() for one in page.folder.iterdir()}
    result = pytester.runpytest_inprocess("--continue-on-collection-errors", "--cleanpage-update=failed")
    result.assert_outcomes(errors=1, passed=FIELDS + 1)
    result.stdout.fnmatch_lines([message])
    result.stdout.no_fnmatch_line("*INTERNALERROR*")
    result.stdout.no_fnmatch_line("*Traceback*")
    assert {one: one.read_bytes() for one in page.folder.iterdir()} == before, "nothing is lost"


def test_a_page_that_cannot_be_extracted(pytester: pytest.Pytester, save: Save) -> None:
    save(meta={"url": "no-url"})
    result = pytester.runpytest_inprocess("--cleanpage-fields=headline")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["url='no-url': give the absolute URL of the page*"])


def test_other_faults_have_a_traceback(pytester: pytest.Pytester, save: Save) -> None:
    save()
    pytester.makeconftest("def pytest_cleanpage_normalize(field): 1 / 0")
    result = pytester.runpytest_inprocess("--cleanpage-fields=headline")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*ZeroDivisionError*"])


def test_values_are_normalised_by_the_nearest_conftest(pytester: pytest.Pytester, save: Save) -> None:
    page = save(headline="HARBOUR bridge to open a week EARLY")
    hook = """
        def pytest_cleanpage_normalize(field, value, url):
            assert url == "https://www.quaypost.example/bridge.html"
            return value.lower() if field == "headline" else None
    """
    pytester.makeconftest("")
    assert pytester.runpytest_inprocess("-q").ret == pytest.ExitCode.TESTS_FAILED
    (page.folder.parent / "conftest.py").write_text("def " + hook.partition("def ")[2].replace("\n        ", "\n"))
    pytester.runpytest_inprocess().assert_outcomes(passed=FIELDS + 1)


def test_floors(pytester: pytest.Pytester, save: Save) -> None:
    page = save()
    text = json.loads(page.expected_file.read_text(encoding="utf-8"))["text"]
    save("long", text=[*text, "One more short line of eight words here."])
    for args, failed in (
        ((), 1),
        (("--cleanpage-min-f1=0.9",), 0),
        (("-o", "cleanpage_min_f1=0.9"), 0),
        (("-o", "cleanpage_min_f1=0.9", "--cleanpage-min-f1=1"), 1),
        (("-o", "cleanpage_tolerances=text min_f1=0.9"), 0),
    ):
        pytester.runpytest_inprocess("-k", "long.page and text", *args).assert_outcomes(
            failed=failed, passed=2 - failed
        )


@pytest.mark.parametrize(
    "args",
    [
        ("--cleanpage-min-f1=2",),
        ("-o", "cleanpage_min_f1=high"),
        ("-o", "cleanpage_tolerances=text min_f1=high"),
        ("-o", "cleanpage_tolerances=text lenient"),
        ("--cleanpage-update=some",),
    ],
)
def test_wrong_usage(pytester: pytest.Pytester, save: Save, args: tuple[str, ...]) -> None:
    save()
    result = pytester.runpytest_inprocess(*args)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: *"])


def test_explained(pytester: pytest.Pytester, save: Save) -> None:
    save(text=["We and our 87 partners use cookies to measure audiences and to show personalised advertising."])
    result = pytester.runpytest_inprocess("-k", "page::text or (bridge and text)", "--cleanpage-explain")
    result.stdout.fnmatch_lines(
        [
            "why: 'We and our 87 partners*' was dropped: boilerplate, score 0.*, at body > div#cookie-consent.*",
            "     ?0.?? *",
        ]
    )
    pytester.runpytest_inprocess("-k", "bridge and text").stdout.no_fnmatch_line("     ?0.?? *")


def test_a_report(run: Run, save: Save, pytester: pytest.Pytester) -> None:
    save(headline="Another")
    result = run("--cleanpage-report=report")
    result.assert_outcomes(failed=1, passed=FIELDS)
    result.stdout.fnmatch_lines(["report: *index.html"])
    page = (pytester.path / "report" / "001-bridge.page.html").read_text(encoding="utf-8")
    assert "<td>Another</td><td>Harbour bridge to open a week early</td>" in page
    assert page.count('<span class="passed">') == FIELDS
