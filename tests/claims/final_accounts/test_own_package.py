"""Our own complete package has the same verdicts, and the same list of what did not run, in every format."""

from functools import cache

import pytest
from tests.support import ROOT, require

from jixiao.core.obligation import Obligation
from jixiao.dossiers.discovery import read
from jixiao.formats.office import convert
from jixiao.pipeline import check_bytes
from jixiao.pipeline.reporting import Office

EXAMPLE = ROOT / "examples" / "510000-sichuan-2023"
CHARTS = {"JX430": "not_run", "JX480": "not_applicable"}
"""The cross-checks of charts, and what becomes of them where charts are pictures."""
PICTURES = ("pdf", "ofd", "doc")
"""Formats that keep the pictures of charts, not their data."""


@cache
def written(format_: str) -> bytes:
    return Office().write(read(EXAMPLE), "final_accounts", format_, draft=True).data


def compared(data: bytes, format_: str) -> dict[str, Obligation]:
    """The ledger; where charts are pictures, without the cross-checks of charts, which say that they did not run."""
    found = dict(ledger(data, format_))
    if format_ in PICTURES:
        assert {rule: found.pop(rule).status for rule in CHARTS} == CHARTS
    return found


def expected(format_: str) -> dict[str, Obligation]:
    """The ledger of the Word file, likewise."""
    known = ledger(written("docx"), "docx")
    return {rule: one for rule, one in known.items() if format_ not in PICTURES or rule not in CHARTS}


@cache
def ledger(data: bytes, format_: str) -> dict[str, Obligation]:
    report = check_bytes(data, f"决算.{format_}")
    assert not [one for one in report.findings if one.code.startswith("JX4")]
    return {one.rule: one for one in report.obligations}


def test_every_cross_check_runs() -> None:
    found = ledger(written("docx"), "docx")
    assert {one.status for one in found.values()} == {"holds", "not_applicable"}


@pytest.mark.parametrize("format_", ["html", "xlsx", "ofd"])
def test_the_same_in_what_we_write(format_: str) -> None:
    assert compared(written(format_), format_) == expected(format_)


@pytest.mark.parametrize(
    ("source", "format_", "filter_"),
    [("docx", "doc", "MS Word 97"), ("docx", "pdf", ""), ("xlsx", "ods", ""), ("xlsx", "xls", "")],
)
def test_the_same_in_what_an_office_program_makes_of_it(source: str, format_: str, filter_: str) -> None:
    require("soffice")
    assert compared(convert(written(source), source, format_, filter_), format_) == expected(format_)
