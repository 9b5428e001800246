"""A package is recognised in every format that keeps its tables, and its cross-checks come out the same."""

from importlib import import_module
from random import Random

import pytest
from bench.package_document import package

from jixiao.core.report import Report
from jixiao.pipeline import check_bytes, check_document


def statuses(report: Report) -> dict[str, str]:
    """By rule; charts apart, for not every format keeps their data."""
    charts = ("JX430", "JX480")
    return {one.rule: one.status for one in report.obligations if one.rule not in charts}


@pytest.mark.parametrize("format_", ["docx", "html", "ofd"])
@pytest.mark.parametrize("seed", [3, 4])
def test_a_package_in_a_file(format_: str, seed: int) -> None:
    made = package(Random(seed))  # noqa: S311  # no secret
    data = import_module(f"jixiao.formats.{format_}.write").write(made.document)
    report = check_bytes(data, f"package.{format_}")
    assert statuses(report) == statuses(check_document(made.document))
    assert not [finding for finding in report.findings if finding.severity == "error"]
