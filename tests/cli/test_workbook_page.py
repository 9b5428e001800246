"""The page on the workbook for officials: every command in it is run and prints what is shown."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from tests.support import ROOT

from jixiao.cli.support.application import application

PAGE = (ROOT / "docs" / "zh" / "填报工作簿.md").read_text(encoding="utf-8")


def told(shown: str, printed: str) -> bool:
    """Whether the output is as shown, where …… stands for anything."""
    pattern = ".*".join(map(re.escape, shown.strip().split("……")))
    return re.fullmatch(pattern, printed.strip().replace("\\", "/"), re.DOTALL) is not None


def test_the_page_is_true(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples" / "610902-hengkou-2023", "档案/610902-hengkou-2023")
    commands = 0
    for text in re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL):
        for command, shown in re.findall(
            r"^\$ jixiao ([^\n]*)\n(.*?)(?=^\$|\Z)", text, re.DOTALL | re.MULTILINE
        ):
            commands += 1
            application(shlex.split(command))
            out, err = capsys.readouterr()
            assert told(shown, out + err), f"{command}\n{out}{err}"
    assert commands == 5
    assert not Path("空白.toml").exists()
