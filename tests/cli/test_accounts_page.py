"""The page on importing final-accounts tables: every command in it is run and prints what is shown."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from tests.support import ROOT

from jixiao.cli.support.application import application

PAGE = (ROOT / "docs" / "zh" / "导入决算表.md").read_text(encoding="utf-8")
EXAMPLE = ROOT / "examples" / "510000-sichuan-2023"


def told(shown: str, printed: str) -> bool:
    """Whether the output is as shown, where …… stands for anything."""
    pattern = ".*".join(map(re.escape, shown.strip().split("……")))
    return re.fullmatch(pattern, printed.strip().replace("\\", "/"), re.DOTALL) is not None


def test_the_page_is_true(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(EXAMPLE, "原档案")
    shutil.copytree(EXAMPLE, "档案")
    text = Path("档案/dossier.toml").read_text(encoding="utf-8")
    wrong = text.replace("outturn = 2325\n", "outturn = 2352\n", 1)
    assert wrong != text
    Path("档案/dossier.toml").write_text(wrong, encoding="utf-8")
    commands = 0
    for block in re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL):
        for command, shown in re.findall(
            r"^\$ jixiao ([^\n]*)\n(.*?)(?=^\$|\Z)", block, re.DOTALL | re.MULTILINE
        ):
            commands += 1
            application(shlex.split(command))
            out, err = capsys.readouterr()
            assert told(shown, out + err), f"{command}\n{out}{err}"
    assert commands == 5
