"""Every check's examples: the failing text yields its code with its severity, the passing text does not."""

import pytest

from jixiao.checks.catalogue import Check, load
from jixiao.checks.several import documents_of
from jixiao.core.document import Document
from jixiao.core.finding import Finding
from jixiao.pipeline import check_document, check_text
from jixiao.pipeline.sets import check_set
from jixiao.renderers.locating import locate_read

CHECKS = [check for check in load() if check.failing]
each_check = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)


def checked(check: Check, text: str) -> tuple[list[Finding], dict[str, tuple[Document, str]]]:
    """The findings of an example, and its documents with their sources by file ("" where it is one)."""
    if not check.several:
        document = check.read(text)
        return [*check_document(document).findings], {"": (document, text)}
    current, previous = documents_of(text)
    before = next((check_text(words, name) for name, words in previous), None)
    report = check_set([check_text(words, name) for name, words in current], before)
    own = [finding for one in report.reports for finding in one.findings]
    sources = dict([*current, *previous])
    documents = {
        one.file: (one.document, sources[one.file]) for one in report.reports if one.document is not None
    }
    return [*own, *report.findings], documents


@each_check
def test_the_failing_example_fails(check: Check) -> None:
    found = [(finding.code, finding.severity) for finding in checked(check, check.failing)[0]]
    assert found == [(check.code, check.severity)], f"{check.code}: {found}"


@each_check
def test_the_passing_example_passes(check: Check) -> None:
    codes = [finding.code for finding in checked(check, check.passing)[0]]
    assert check.code not in codes


@each_check
def test_a_finding_speaks_both_languages_and_shows_its_place(check: Check) -> None:
    findings, documents = checked(check, check.failing)
    (finding,) = findings
    assert finding.title == check.title
    assert finding.title_en == check.title_en
    assert all((finding.message, finding.message_en, finding.suggestion, finding.suggestion_en))
    assert "{" not in finding.message + finding.message_en + finding.suggestion + finding.suggestion_en
    document, source = documents[finding.place.file]
    if document.format == "txt":
        lines = source.splitlines()
        line = finding.place.block if finding.place.line is None else finding.place.line - 1
        assert finding.quote in lines[line] or "\n" in finding.quote
    else:
        spot = locate_read(document, finding.place, finding.quote)
        assert spot is not None
        assert finding.quote in spot.text


def test_every_check_consumes_a_kind_and_tells_its_ground() -> None:
    for check in load():
        assert check.kinds, check.code
        assert all((check.explanation, check.explanation_en, check.basis)), check.code
