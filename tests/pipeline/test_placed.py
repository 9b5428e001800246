"""Files of others against the sections that a place prescribes."""

from pathlib import Path

import pytest
from tests.pipeline.reporting.support import PLACE, dossier

from jixiao.cli.support.application import application
from jixiao.pipeline.placed import check_path_by
from jixiao.pipeline.reporting import write_report

CASES = {
    "all there": ("一、基本情况\n二、项目情况\n三、存在的问题及改进措施\n", ""),
    "one missing": ("一、基本情况\n二、存在的问题\n", "没有“项目情况”（依据：测试通知"),
    "another order": ("一、项目情况\n二、基本情况\n三、存在的问题\n", "“项目情况”一节的位置与规定的顺序不符"),
    "another kind of paper": ("一、基本情况\n二、会议安排\n", ""),
}


@pytest.mark.parametrize(("text", "words"), CASES.values(), ids=CASES)
def test_sections_are_compared(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"某局2023年度自评报告\n{text}", encoding="utf-8")
    found = [one.message for one in check_path_by(path, str(PLACE)).findings if one.code == "JX501"]
    assert len(found) == bool(words)
    assert words in "".join(found)


def test_a_report_of_ours_says_its_kind(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    report = write_report(
        dossier(tmp_path), "project_self_evaluation", "docx", rulebook=str(PLACE), project="p01"
    )
    path.write_bytes(report.data)
    assert not check_path_by(path, str(PLACE)).findings


def test_the_option(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("某局2023年度自评报告\n一、基本情况\n二、存在的问题\n", encoding="utf-8")
    assert application(["check", str(path), "--rulebook", str(PLACE)]) == 0
    assert "JX501" in capsys.readouterr().out
    assert application(["check", str(path), "--rulebook", "nowhere"]) == 2
    assert "没有规则库“nowhere”" in capsys.readouterr().err
    assert application(["check", "-", "--rulebook", str(PLACE)]) == 2
