"""``jixiao report`` as typed: files, exit status, sentences; nothing half-written."""

import re
from pathlib import Path

import pytest
from tests.pipeline.reporting.support import PLACE, STATED, UNSETTLED, WRONG_TOTAL, dossier
from tests.support import ROOT

from jixiao.cli.support.application import application
from jixiao.formats import discovery

Capture = pytest.CaptureFixture[str]


def run(*arguments: str | Path) -> int:
    return application(["report", *map(str, arguments), "--rulebook", str(PLACE)])


def test_a_report_is_written_and_its_check_told(tmp_path: Path, capsys: Capture) -> None:
    target = tmp_path / "a.docx"
    folder = dossier(tmp_path / "d")
    assert run(folder, "--kind", "self_evaluation", "-o", target, "--date", "2024-03-15") == 0
    told = capsys.readouterr().err
    assert told.startswith(f"已写入 {target}：测试局2023年度部门整体支出绩效自评报告。自查")
    assert application(["check", str(target)]) == 0


def test_what_is_refused_leaves_the_old_file_as_it_was(tmp_path: Path, capsys: Capture) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"before")
    folder = dossier(tmp_path / "d", UNSETTLED, change=WRONG_TOTAL)
    assert run(folder, "--kind", "self_evaluation", "-o", target) == 1
    assert target.read_bytes() == b"before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "d"]
    told = capsys.readouterr().err
    assert told.startswith(f"未写出 {target}：2处要先改正或由单位说明。")
    assert "  1. JX103" in told
    assert "  2. 未定的事实 projects.p02.outturn：印有70.00和71.00两个数。" in told
    assert "--draft" in told


def test_a_draft_is_written_and_says_what_is_wrong(tmp_path: Path, capsys: Capture) -> None:
    target = tmp_path / "a.html"
    folder = dossier(tmp_path / "d", UNSETTLED)
    assert run(folder, "--kind", "self_evaluation", "-o", target, "--draft") == 0
    assert target.exists()
    assert "草稿已写入" in capsys.readouterr().err


def test_an_ofd_is_written_and_read(tmp_path: Path, capsys: Capture) -> None:
    target = tmp_path / "a.ofd"
    assert run(dossier(tmp_path / "d"), "--kind", "self_evaluation", "-o", target) == 0
    assert f"已写入 {target}" in capsys.readouterr().err
    document = discovery.read(target.read_bytes(), target.name)
    assert document.format == "ofd"
    assert document.ledger is not None
    assert not document.ledger.missing


def test_english(tmp_path: Path, capsys: Capture) -> None:
    folder = dossier(tmp_path / "d", UNSETTLED)
    assert run(folder, "--kind", "self_evaluation", "-o", tmp_path / "a.docx", "--lang", "en") == 1
    assert "was not written: 1 to mend or to state first" in capsys.readouterr().err


def test_kinds_are_listed(tmp_path: Path, capsys: Capture) -> None:
    assert run(dossier(tmp_path), "--list") == 0
    out = capsys.readouterr().out
    assert re.search("^ *self_evaluation +测试局2023年度部门整体支出绩效自评报告", out, re.MULTILINE)
    assert "项目 p01、p02" in out
    assert re.search("^ *monitoring +项目支出绩效运行监控表（没有合适的项目）$", out, re.MULTILINE)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "请用 --kind 写明种类"),
        (["--kind", "self_evaluation", "-o", "a.txt"], "扩展名要是 .docx、.html、.xlsx、.ofd、.pdf"),
        (["--kind", "self_evaluation", "-o", "a.docx", "--format", "html"], "扩展名要是 .html"),
        (["--kind", "self_evaluation", "--date", "3月15日"], "--date 3月15日 不是日期"),
        (["--kind", "audit", "-o", "a.docx"], "没有“audit”这种报告"),
    ],
)
def test_wrong_usage_is_told(
    tmp_path: Path, capsys: Capture, arguments: list[str], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(dossier(tmp_path / "d"), *arguments) == 2
    assert words in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["d"]


def test_a_name_is_made_where_none_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(dossier(tmp_path / "ceshi-2023"), "--kind", "self_evaluation", "--format", "html") == 0
    assert (tmp_path / "ceshi-2023-self_evaluation.html").exists()


def test_a_folder_of_departments_is_written_as_far_as_possible(tmp_path: Path, capsys: Capture) -> None:
    for name, more in (("a", ()), ("b", (UNSETTLED,)), ("c", (UNSETTLED, STATED))):
        dossier(tmp_path / "in" / name, *more)
    broken = tmp_path / "in" / "d"
    broken.mkdir()
    (broken / "dossier.toml").write_text("rulebook = 1\n", encoding="utf-8")
    out = tmp_path / "out"
    assert run(tmp_path / "in", "--kind", "self_evaluation", "-o", out, "--date", "2024-03-15") == 2
    assert sorted(path.name for path in out.iterdir()) == ["a-self_evaluation.docx", "c-self_evaluation.docx"]
    told = capsys.readouterr().err
    assert f"{tmp_path / 'in' / 'b' / 'dossier.toml'}：不予写出" in told
    assert f"{tmp_path / 'in' / 'd' / 'dossier.toml'}：无法写" in told
    assert told.rstrip().endswith("写出2份，自查不通过、不予写出1份，无法写1份。")


def test_a_folder_of_departments_needs_a_folder(tmp_path: Path, capsys: Capture) -> None:
    for name in ("a", "b"):
        dossier(tmp_path / "in" / name)
    assert run(tmp_path / "in", "--kind", "self_evaluation", "-o", tmp_path / "a.docx") == 2
    assert "请写一个文件夹" in capsys.readouterr().err


INVENTED = ROOT / "examples" / "510000-sichuan-2023"


def test_open_data_go_into_a_folder_or_one_file(tmp_path: Path, capsys: Capture) -> None:
    asked = ["report", str(INVENTED), "--kind", "final_accounts", "--date", "2024-08-20", "-o"]
    folder = tmp_path / "数据"
    assert application([*asked, str(folder), "--format", "csv"]) == 0
    assert (folder / "datapackage.json").is_file()
    assert len(list((folder / "tables").iterdir())) == 13
    assert "自查的是同一档案的 docx 报告" in capsys.readouterr().err
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    assert application([*asked, str(folder), "--format", "csv"]) == 2
    assert "mine.txt" in capsys.readouterr().err
    assert application([*asked, str(tmp_path / "a.csv")]) == 2
    assert "--format csv" in capsys.readouterr().err
    assert application([*asked, str(tmp_path / "a.zip")]) == 0
    assert (tmp_path / "a.zip").read_bytes().startswith(b"PK")


def test_open_data_that_contradict_themselves_are_not_written(tmp_path: Path, capsys: Capture) -> None:
    bazhou = ROOT / "examples" / "511902-bazhou-2023"
    target = tmp_path / "b.zip"
    assert application(["report", str(bazhou), "--kind", "final_accounts", "-o", str(target)]) == 1
    assert not target.exists()
    assert "--draft" in capsys.readouterr().err
