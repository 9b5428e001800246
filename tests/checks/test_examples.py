"""Every check's examples: the failing text yields its code with its severity, the passing text does not."""

import pytest

from jixiao.checks.catalogue import Check, load
from jixiao.pipeline import check_document

CHECKS = [check for check in load() if check.failing]
each_check = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)


@each_check
def test_the_failing_example_fails(check: Check) -> None:
    found = [
        (finding.code, finding.severity) for finding in check_document(check.read(check.failing)).findings
    ]
    assert found == [(check.code, check.severity)], f"{check.code}: {found}"


@each_check
def test_the_passing_example_passes(check: Check) -> None:
    codes = [finding.code for finding in check_document(check.read(check.passing)).findings]
    assert check.code not in codes


@each_check
def test_a_finding_speaks_both_languages_and_shows_its_place(check: Check) -> None:
    (finding,) = check_document(check.read(check.failing)).findings
    assert finding.title == check.title
    assert finding.title_en == check.title_en
    assert all((finding.message, finding.message_en, finding.suggestion, finding.suggestion_en))
    assert "{" not in finding.message + finding.message_en + finding.suggestion + finding.suggestion_en
    document = check.read(check.failing)
    lines = check.failing.splitlines() if document.format == "txt" else [b.text for b in document.blocks]
    line = finding.place.block if finding.place.line is None else finding.place.line - 1
    assert finding.quote in lines[line] or "\n" in finding.quote


def test_every_check_consumes_a_kind_and_tells_its_ground() -> None:
    for check in load():
        assert check.kinds, check.code
        assert all((check.explanation, check.explanation_en, check.basis)), check.code
