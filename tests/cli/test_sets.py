"""``jixiao check --set``: both sides in both files, last year's document, the forms of the output."""

import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
from selectolax.lexbor import LexborHTMLParser

from jixiao.cli.support.application import application

Capture = pytest.CaptureFixture[str]
ACCOUNTS = "测试局2023年度部门决算\n本年支出合计356.20万元，其中：基本支出210.45万元，项目支出145.75万元。年初结转和结余32.57万元。"
REPORT = "测试局2023年度部门整体支出绩效自评报告\n全年支出356.20万元，其中基本支出201.45万元。"
BEFORE = "测试局2022年度部门决算\n年末结转和结余35.27万元。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "成套"
    made.mkdir()
    (made / "决算.txt").write_text(ACCOUNTS, encoding="utf-8")
    (made / "自评.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "上年.txt").write_text(BEFORE, encoding="utf-8")
    return made


def test_both_sides_are_shown_in_both_files(folder: Path, capsys: Capture) -> None:
    assert application(["check", "--set", str(folder)]) == 1
    shown = capsys.readouterr().out
    assert "JX601" in shown
    assert f"{folder / '自评.txt'}（第2行）" in shown
    assert f"{folder / '决算.txt'}（第2行）" in shown
    assert "其中基本支出201.45万元" in shown
    assert "共 2 个文件：1 个错误，0 个提醒；0 个文件未发现问题" in shown


def test_one_object_whose_places_name_their_file(folder: Path, capsys: Capture) -> None:
    previous = str(folder.parent / "上年.txt")
    assert application(["check", "--set", str(folder), "--previous", previous, "--format", "json"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    whole = json.loads(line)
    assert whole["set"] == str(folder)
    assert [Path(one["file"]).name for one in whole["files"]] == ["决算.txt", "自评.txt", "上年.txt"]
    assert {finding["code"] for finding in whole["findings"]} == {"JX601", "JX602"}
    for finding in whole["findings"]:
        assert len({finding["place"]["file"], *(side["place"]["file"] for side in finding["related"])}) == 2


def test_the_workbook_has_a_sheet_of_the_set(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "汇总.xlsx"
    assert application(["check", "--set", str(folder), "--format", "xlsx", "-o", str(output)]) == 1
    book = openpyxl.load_workbook(output)
    assert book.sheetnames == ["成套核对", "文件", "问题"]
    words = [cell.value for cell in book["成套核对"][2]]
    assert words[:2] == ["错误", "JX601"]


def test_the_page_shows_both_places_in_both_files(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    output = tmp_path / "核对.html"
    previous = str(folder.parent / "上年.txt")
    asked = ["check", "--set", str(folder), "--previous", previous, "--format", "html"]
    assert application([*asked, "-o", str(output)]) == 1
    assert "已写入" in capsys.readouterr().err
    tree = LexborHTMLParser(output.read_text(encoding="utf-8"))
    pairs = tree.css("article.pair")
    assert [code.text() for pair in pairs for code in pair.css(".code")] == ["JX601", "JX602"]
    sides = [*zip(*([one.text() for one in pairs[0].css(name)] for name in ("h3", "mark")), strict=True)]
    assert sides == [("自评.txt", "201.45万元"), ("决算.txt", "210.45万元")]
    assert [one.text() for one in pairs[1].css("h3")][-1] == "上年.txt 上年"


def test_an_archive_is_opened(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    packed = tmp_path / "收到"
    packed.mkdir()
    with zipfile.ZipFile(packed / "测试局.zip", "w") as archive:
        for path in sorted(folder.iterdir()):
            archive.write(path, path.name)
    assert application(["check", "--set", str(packed)]) == 1
    assert "JX601" in capsys.readouterr().out


def test_codes_are_chosen(folder: Path) -> None:
    assert application(["check", "--set", str(folder), "--ignore", "JX6"]) == 0
    assert application(["check", "--set", str(folder), "--select", "JX602"]) == 0


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--previous", "上年.txt"], "--previous 与 --set 一起使用"),
        (["--set", "{folder}", "别的.txt"], "只写一个文件夹"),
        (["--set", "{folder}", "--format", "html"], "--output 核对.html"),
        (["--set", "{folder}", "--format", "xlsx"], "--output 核对.xlsx"),
        (["--set", "{folder}", "--format", "html", "-o", "{folder}"], "是文件夹"),
        (["--set", "{folder}", "--letters", "通知"], "不能与 --annotate、--letters 合用"),
        (["--set", "{folder}", "--previous", "没有这个.txt"], "找不到"),
        (["--set", "{folder}-没有"], "找不到"),
    ],
)
def test_wrong_usage(folder: Path, options: list[str], words: str, capsys: Capture) -> None:
    arguments = [option.replace("{folder}", str(folder)) for option in options]
    assert application(["check", *arguments]) == 2
    assert words in capsys.readouterr().err


def test_an_unreadable_file_is_named_and_ends_with_2(folder: Path, capsys: Capture) -> None:
    (folder / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    assert application(["check", "--set", str(folder)]) == 2
    assert "坏.docx：没有参加比较" in capsys.readouterr().out
