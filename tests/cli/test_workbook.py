"""``jixiao workbook``: what it writes, what it says, and how it ends."""

from pathlib import Path

import pytest
from tests.dossiers.workbook.making import SMALL, Edited, dossier

from jixiao.cli.support.application import application
from jixiao.dossiers.toml import write_toml


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("d.toml").write_text(SMALL, encoding="utf-8")


def test_a_dossier_goes_out_and_comes_back(capsys: pytest.CaptureFixture[str]) -> None:
    assert application(["workbook", "write", "d.toml", "-o", "w.xlsx"]) == 0
    assert application(["workbook", "read", "w.xlsx", "-o", "r.toml"]) == 0
    assert Path("r.toml").read_text(encoding="utf-8") == write_toml(dossier())
    assert capsys.readouterr().err == "已写入 w.xlsx。\n已写入 r.toml。\n"


def test_without_output_the_dossier_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    Path("w.xlsx").write_bytes(Edited().data())
    assert application(["workbook", "read", "w.xlsx"]) == 0
    assert capsys.readouterr().out == write_toml(dossier())


def test_faults_are_listed_and_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    edited = Edited()
    edited.sheet("项目")[edited.at("项目", "执行数", 2)] = "很多"
    Path("w.xlsx").write_bytes(edited.data())
    assert application(["workbook", "read", "w.xlsx", "-o", "r.toml", "--lang", "en"]) == 1
    told = capsys.readouterr().err
    assert "sheet “项目”, J7: “执行数” must be an amount, not “很多”" in told
    assert told.endswith("1 faults; no dossier was written.\n")
    assert not Path("r.toml").exists()


def test_notices_do_not_stop_the_reading(capsys: pytest.CaptureFixture[str]) -> None:
    edited = Edited()
    edited.sheet("项目")[edited.at("项目", "全年预算数", 0)] = "全年预算"
    Path("w.xlsx").write_bytes(edited.data())
    assert application(["workbook", "read", "w.xlsx", "-o", "r.toml"]) == 0
    assert capsys.readouterr().err.startswith(
        "注意：w.xlsx 工作表“项目”I5：“全年预算”这一列按“全年预算数”读取"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["new", "--rulebook", "cn", "--year", "2023", "-o", "d.toml"], "为防止填好的内容丢失不予覆盖"),
        (["new", "--rulebook", "nowhere", "-o", "n.xlsx"], "nowhere"),
        (["read", "missing.xlsx"], "无法读取“missing.xlsx”"),
        (["read", "d.toml"], "应当是压缩包"),
        (["read", "d.toml", "-o", "d.toml"], "不予覆盖"),
        (["write", "missing", "-o", "w.xlsx"], "missing"),
        (["write", "d.toml", "-o", "."], "是文件夹"),
    ],
)
def test_wrong_use(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert application(["workbook", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_a_text_longer_than_a_cell(capsys: pytest.CaptureFixture[str]) -> None:
    text = SMALL.replace('name = "某办公室"', f'name = "{"长" * 32_768}"')
    Path("d.toml").write_text(text, encoding="utf-8")
    assert application(["workbook", "write", "d.toml", "-o", "w.xlsx"]) == 2
    assert "“单位名称”的内容放不进一个单元格" in capsys.readouterr().err
    assert not Path("w.xlsx").exists()
