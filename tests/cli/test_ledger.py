"""``jixiao ledger`` as typed: lists, exit status, sentences."""

import json
from pathlib import Path

import pytest
from tests.formats.docx.building import cell, paragraph, run, table
from tests.formats.docx.ledgers import entry, figure, file, ledger
from tests.support import ROOT

from jixiao.cli.support.application import application

YANFENG = str(ROOT / "examples" / "430406-yanfeng-2023")
OUTTURN = "<fact>accounts.expenditure.outturn</fact>"
HEAD = 'kind="self_evaluation" department="中共雁峰区委办公室" year="2023" rulebook="430406-yanfeng" facts-digest=""'

Capture = pytest.CaptureFixture[str]


def written(folder: Path, now: str, part: str | None = None) -> str:
    path = folder / "报告.docx"
    body = paragraph(run("支出") + figure("_jx1", now) + run("。"))
    body += table(cell("其中") + cell(paragraph(figure("_jx2", "561.09", 2))))
    entries = entry("_jx1", "866.74万元", ' value="866.74"', OUTTURN)
    entries += entry("_jx2", "561.09", ' value="561.09"', "<fact>accounts.basic.outturn</fact>")
    path.write_bytes(file(body, ledger(entries, HEAD) if part is None else part or None))
    return str(path)


def test_a_report_as_written(tmp_path: Path, capsys: Capture) -> None:
    assert application(["ledger", written(tmp_path, "866.74万元")]) == 0
    out = capsys.readouterr().out
    assert "= 866.74万元  2位小数  第1段           accounts.expenditure.outturn" in out
    assert "= 561.09      2位小数  表1 第1行第2列  accounts.basic.outturn" in out
    assert "共 2 个数字，全部与文件一致" in out


def test_an_altered_number(tmp_path: Path, capsys: Capture) -> None:
    path = written(tmp_path, "868.74万元")
    assert application(["ledger", path, "--changed"]) == 1
    out = capsys.readouterr().out
    assert "≠ 866.74万元 → 868.74万元" in out
    assert "561.09" not in out
    assert "被改动 1 个" in out
    assert application(["ledger", path, "--lang", "en"]) == 1
    assert "2 numbers: 1 as printed, 1 altered, 0 without anchor" in capsys.readouterr().out


def test_numbers_taken_out(tmp_path: Path, capsys: Capture) -> None:
    assert application(["ledger", written(tmp_path, "")]) == 1
    assert "≠ 866.74万元 → （已删去）" in capsys.readouterr().out


def test_json(tmp_path: Path, capsys: Capture) -> None:
    assert application(["ledger", written(tmp_path, "868.74万元"), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["ledger"]["department"] == "中共雁峰区委办公室"
    assert found["counts"] == {"matches": 1, "changed": 1, "missing": 0}
    first = found["numbers"][0]
    assert (first["printed"], first["now"], first["value"]) == ("866.74万元", "868.74万元", "866.74")
    assert first["facts"] == ["accounts.expenditure.outturn"]
    assert first["place"]["start"] == 2
    assert first["dossier"] is None


def test_the_dossier_of_today(tmp_path: Path, capsys: Capture) -> None:
    path = written(tmp_path, "866.74万元")
    assert application(["ledger", path, "--dossier", YANFENG]) == 0
    assert "所印数字仍与今天的档案一致" in capsys.readouterr().out
    other = str(ROOT / "examples" / "130609-xushui-2023")
    assert application(["ledger", path, "--dossier", other]) == 1
    out = capsys.readouterr().out
    assert "今天应为 1210.74万元" in out
    assert "事实已不在档案中" in out
    assert "不是同一部门同一年度" in out
    assert application(["ledger", path, "--dossier", other, "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["numbers"][0]["dossier"] == {
        "agreement": "other",
        "printed": "1210.74万元",
    }
    assert application(["ledger", path, "--dossier", str(tmp_path / "none")]) == 2


@pytest.mark.parametrize(
    ("part", "said"), [("", "台账已丢失"), ("<ledger xmlns='urn:jixiao:ledger:1'/>", "无法读取")]
)
def test_a_lost_or_damaged_ledger(tmp_path: Path, capsys: Capture, part: str, said: str) -> None:
    path = written(tmp_path, "866.74万元", part)
    assert application(["ledger", path]) == 2
    assert said in capsys.readouterr().out
    assert application(["ledger", path, "--format", "json"]) == 2
    assert json.loads(capsys.readouterr().out)["ledger"] is None


def test_files_that_are_no_reports_of_ours(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.txt"
    path.write_text("支出5万元。", encoding="utf-8")
    assert application(["ledger", str(path)]) == 2
    assert "没有数字台账" in capsys.readouterr().out
    assert application(["ledger", str(tmp_path / "none.docx")]) == 2
    assert "找不到文件" in capsys.readouterr().err
