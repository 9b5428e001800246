"""Ledgers of files, and the dossier of today against what was printed."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from tests.formats.docx.building import paragraph, run
from tests.formats.docx.ledgers import entry, figure, file, ledger
from tests.support import ROOT

from jixiao.core.errors import ReadError
from jixiao.core.ledger import Entry, Ledger, Origin
from jixiao.core.recorded import Recorded, RecordedReport
from jixiao.dossiers.discovery import read
from jixiao.pipeline.ledgers import facts_digest, faults, read_ledger, with_dossier
from jixiao.pipeline.reporting import write_report

YANFENG = ROOT / "examples" / "430406-yanfeng-2023"
OUTTURN = "accounts.expenditure.outturn"
BASIC = "accounts.basic.outturn"


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    body = paragraph(run("支出") + figure("_jx1", "866.47万元") + run("。"))
    path.write_bytes(file(body, ledger(entry("_jx1", "866.74万元") + entry("_jx2", "5"))))
    report = read_ledger(path)
    assert [(number.state, number.text) for number in report.numbers] == [
        ("changed", "866.47万元"),
        ("missing", ""),
    ]
    assert (report.anchored, report.today) == (1, None)
    assert all(report.is_wrong(number) for number in report.numbers)


def test_files_without_ledger(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(file(paragraph(figure("_jx1", "5")), None))
    report = read_ledger(path)
    assert (report.ledger, report.anchored, report.numbers) == (None, 1, ())
    assert with_dossier(report, YANFENG) == report
    with pytest.raises(ReadError) as caught:
        read_ledger(tmp_path / "none.docx")
    assert "找不到文件" in faults(caught.value)[0][0]


def compared(*entries: Entry, digest: str = "") -> dict[str, tuple[str, str]]:
    made = Ledger("k", "中共雁峰区委办公室", 2023, "430406-yanfeng", digest, entries)
    numbers = tuple(Recorded(one, "matches") for one in entries)
    report = with_dossier(RecordedReport("a.docx", made, numbers=numbers), YANFENG)
    assert report.today is not None
    assert report.dossier_of is None
    return {name: (today.agreement, today.printed) for name, today in report.today.items()}


def one(
    value: str | None, *facts: str, formula: str = "", unit: str = "万元", origin: Origin = "fact"
) -> Entry:
    number = None if value is None else Decimal(value)
    return Entry("_jx1", f"{value}{unit}", number, unit, 2, origin, facts, formula)


@pytest.mark.parametrize(
    ("made", "agreement", "today"),
    [
        (one("866.74", OUTTURN), "same", ""),
        (one("866.47", OUTTURN), "other", "866.74万元"),
        (one("8667400", OUTTURN, unit="元"), "same", ""),
        (one("64.735676", BASIC, formula=f"{{{BASIC}}} ÷ {{{OUTTURN}}} × 100", unit="%"), "other", "64.74%"),
        (one("64.7356762120", BASIC, formula=f"{{{BASIC}}} ÷ {{{OUTTURN}}} × 100", unit="%"), "same", ""),
        (one("14", "appraisal.indicators.count", unit="项"), "same", ""),
        (one("99", "score.raw", unit="分"), "same", ""),
        (one("98", "score.raw", unit=""), "other", "99.00"),
        (one("5", "projects.p99.outturn"), "gone", ""),
        (one("5", "score.nothing"), "gone", ""),
        (one("5", BASIC, formula="{accounts"), "uncompared", ""),
        (one("5", "date", origin="words"), "uncompared", ""),
        (one("5", "k.md", origin="template"), "uncompared", ""),
        (one(None, OUTTURN), "uncompared", ""),
        (one("70", "appraisal.indicators.cc01.reason", unit="", origin="words"), "same", ""),
        (one("71", "appraisal.indicators.cc01.reason", unit="", origin="words"), "other", ""),
    ],
)
def test_numbers_against_the_dossier_of_today(made: Entry, agreement: str, today: str) -> None:
    assert compared(made) == {"_jx1": (agreement, today)}


def test_the_very_dossier_needs_no_comparing() -> None:
    digest = facts_digest(read(YANFENG))
    assert compared(one("1", OUTTURN), digest=digest) == {"_jx1": ("same", "")}


def test_the_dossier_of_another_department_is_told() -> None:
    made = Ledger("k", "某局", 2023, "430406-yanfeng", "", (one("1", OUTTURN),))
    report = with_dossier(RecordedReport("a.docx", made), YANFENG)
    assert report.dossier_of == ("中共雁峰区委办公室", 2023)
    assert replace(report, dossier_of=None) != report


def test_a_released_report_agrees_with_its_own_dossier(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(write_report(YANFENG, "self_evaluation", "docx").data)
    report = with_dossier(read_ledger(path), YANFENG)
    assert (report.same_facts, report.dossier_of) == (True, None)
    assert len(report.numbers) > 150
    assert not any(report.is_wrong(number) for number in report.numbers)
    assert report.ledger is not None
    older = replace(report.ledger, facts_digest="older")  # so every formula is computed anew
    again = with_dossier(replace(report, ledger=older), YANFENG)
    assert not any(again.is_wrong(number) for number in again.numbers)
    assert again.today is not None
    assert sum(today.agreement == "same" for today in again.today.values()) > 150
