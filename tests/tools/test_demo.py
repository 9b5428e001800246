"""The demonstration that a newcomer sees first."""

import runpy
import sys
from pathlib import Path

import pytest
from docx import Document
from tests.support import ROOT


@pytest.mark.long
def test_demo_prints_findings_and_leaves_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("JIXIAO_DATA", raising=False)
    monkeypatch.setattr(sys, "argv", ["demo.py", "--output", str(tmp_path), "--no-serve"])
    with pytest.raises(SystemExit) as end:
        runpy.run_path(str(ROOT / "tools" / "demo.py"), run_name="__main__")
    assert end.value.code == 0
    out = capfd.readouterr().out
    assert "1009%" in out
    assert "92.81" in out
    assert "不予写出" in out
    assert "再检查一次" in out
    assert "check 报告.docx" in out
    assert "jingban" in out
    assert "jixiao2" in out
    assert (tmp_path / "site" / "jixiao.sqlite3").is_file()
    assert {path.suffix for path in tmp_path.iterdir() if path.is_file()} == {".html", ".docx", ".xlsx"}
    for path in tmp_path.glob("*.docx"):
        assert Document(str(path)).paragraphs
