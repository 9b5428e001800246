"""``jixiao score`` as typed: results, files, exit status, sentences."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.support import ROOT

from jixiao.cli.support.application import application
from jixiao.dossiers.discovery import read
from jixiao.dossiers.workbook import write_workbook
from jixiao.rulebooks.loading import load

EXAMPLES = ROOT / "examples"
XUSHUI = str(EXAMPLES / "130609-xushui-2023")
YANFENG = str(EXAMPLES / "430406-yanfeng-2023")

Capture = pytest.CaptureFixture[str]


def test_a_dossier_is_scored(capsys: Capture) -> None:
    assert application(["score", XUSHUI, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["raw"], found["full"], found["converted"]) == ("71", "76.5", "92.81")


def test_a_contradiction_makes_the_status_1(capsys: Capture) -> None:
    assert application(["score", YANFENG]) == 1
    out = capsys.readouterr().out
    assert "得分 99" in out
    assert "少1分" in out


def test_english(capsys: Capture) -> None:
    application(["score", YANFENG, "--lang", "en"])
    assert "the report gives no reason for the lost points" in capsys.readouterr().out


def test_another_rulebook_by_key_code_or_folder(capsys: Capture) -> None:
    for name in ("430000-hunan", "430000", str(ROOT / "src" / "jixiao" / "rulebooks" / "430000-hunan")):
        application(["score", YANFENG, "--rulebook", name, "--format", "json"])
        assert json.loads(capsys.readouterr().out)["rulebook"] == "430000-hunan"


def test_a_broken_dossier_is_refused_with_its_line(tmp_path: Path, capsys: Capture) -> None:
    broken = tmp_path / "dossier.toml"
    broken.write_text('rulebook = "cn"\nfiscal_year = "2023年"\n', encoding="utf-8")
    assert application(["score", str(tmp_path)]) == 2
    err = capsys.readouterr().err
    assert "第2行" in err
    assert "改正" in err


def test_an_unknown_rulebook_is_named(capsys: Capture) -> None:
    assert application(["score", XUSHUI, "--rulebook", "130609-xushuu"]) == 2
    assert "130609-xushui" in capsys.readouterr().err


def test_a_workbook_is_written(tmp_path: Path, capsys: Capture) -> None:
    target = tmp_path / "得分.xlsx"
    assert application(["score", XUSHUI, "--format", "xlsx", "-o", str(target)]) == 0
    assert load_workbook(target)["结果"].cell(7, 2).value == 92.81
    assert "已写入" in capsys.readouterr().err


@pytest.mark.parametrize("folder", sorted(EXAMPLES.glob("*-2023")), ids=lambda path: path.name)
def test_the_workbook_of_a_dossier_scores_as_the_dossier_does(
    folder: Path, tmp_path: Path, capsys: Capture
) -> None:
    dossier = read(folder)
    book = tmp_path / "档案.xlsx"
    book.write_bytes(write_workbook(dossier, load(dossier.rulebook).rules(dossier.fiscal_year)))
    status = application(["score", str(folder), "--format", "json"])
    expected = capsys.readouterr().out
    assert application(["score", str(book), "--format", "json"]) == status
    assert capsys.readouterr().out == expected


def test_text_and_json_go_to_a_file(tmp_path: Path, capsys: Capture) -> None:
    target = tmp_path / "card.txt"
    application(["score", XUSHUI, "-o", str(target)])
    assert "92.81" in target.read_text(encoding="utf-8")
    assert not capsys.readouterr().out


def test_the_table_of_a_folder_ranks_and_lists_what_it_could_not_read(
    tmp_path: Path, capsys: Capture
) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "all")
    (tmp_path / "all" / "bad.toml").write_text("rulebook = ", encoding="utf-8")
    (tmp_path / "all" / "~$open.xlsx").write_bytes(b"lock")
    (tmp_path / "all" / "rulebook.toml").write_text("", encoding="utf-8")
    assert application(["score", "--table", str(tmp_path / "all"), "--format", "json"]) == 2
    found = json.loads(capsys.readouterr().out)
    ranks = {one["rulebook"]: (one["rank"], one["score"]) for one in found["departments"]}
    assert ranks == {
        "510000-sichuan": (1, "99.94"),
        "cn": (2, "99.74"),
        "430406-yanfeng": (3, "99"),
        "130609-xushui": (4, "92.81"),
        "610902-hengkou": (5, "91.7"),
        "511902-bazhou": (6, "90"),  # twice: its corrected copy is given the same 90
        "620723-linze": (6, "90"),
    }
    assert [Path(one["file"]).name for one in found["unreadable"]] == ["bad.toml"]


def test_a_sample_is_drawn_again_by_its_seed(tmp_path: Path, capsys: Capture) -> None:
    asked = ["score", "--table", str(EXAMPLES), "--sample", "2"]
    application([*asked, "--seed", "2024"])
    first = capsys.readouterr().out
    assert "种子 2024" in first
    moved = tmp_path / "moved"
    shutil.copytree(EXAMPLES, moved)
    application(["score", "--table", str(moved), "--sample", "2", "--seed", "2024", "--format", "json"])
    drawn = json.loads(capsys.readouterr().out)["sample"]["departments"]
    assert all(one["department"] in first.split("复核抽样")[1] for one in drawn)
    application([*asked, "--format", "json"])
    assert json.loads(capsys.readouterr().out)["sample"]["seed"]


def test_a_table_as_workbook_tells_its_seed(tmp_path: Path, capsys: Capture) -> None:
    target = tmp_path / "table.xlsx"
    arguments = ["--sample", "1", "--seed", "7", "--format", "xlsx", "-o", str(target)]
    assert application(["score", "--table", str(EXAMPLES), *arguments]) == 1
    assert load_workbook(target).sheetnames[0] == "部门得分汇总"
    assert "种子：7" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "请写一个档案"),
        ([XUSHUI, "--table", "x"], "请写一个档案"),
        ([XUSHUI, "--sample", "1"], "--table"),
        (["--table", str(EXAMPLES), "--seed", "1"], "--sample"),
        ([XUSHUI, "--format", "xlsx"], "--output"),
        ([XUSHUI, "-o", str(EXAMPLES)], "是文件夹"),
        (["--table", "missing"], "没有文件夹"),
        (["missing"], "missing"),
        ([XUSHUI, "-o", str(EXAMPLES / "130609-xushui-2023" / "dossier.toml")], "不予覆盖"),
    ],
)
def test_misuse_is_told(arguments: list[str], words: str, capsys: Capture) -> None:
    assert application(["score", *arguments]) == 2
    assert words in capsys.readouterr().err


def test_an_empty_folder_is_told(tmp_path: Path, capsys: Capture) -> None:
    assert application(["score", "--table", str(tmp_path)]) == 2
    assert "没有绩效档案" in capsys.readouterr().err


def test_checking_a_report_brings_no_rulebooks_along() -> None:
    program = (
        "import sys; from jixiao.pipeline import check_text; check_text('预算10万元，支出10万元。');"
        "print([name for name in ('pydantic', 'openpyxl', 'jixiao.rulebooks', 'jixiao.scoring') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["a.toml", "b.toml"], "多写了参数 b.toml"),
        (["--table", ".", "--sample", "0"], "--sample 不能小于 1"),
        (["--table", ".", "--sample", "x"], "--sample 要写整数"),
    ],
)
def test_what_is_typed_wrong_is_said_in_chinese(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert application(["score", *arguments]) == 2
    assert words in capsys.readouterr().err
