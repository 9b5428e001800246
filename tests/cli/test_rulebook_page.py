"""The page on rulebooks for officials: every command in it is run, every file in it is written."""

import re
import shlex
from pathlib import Path

import pytest
from tests.support import ROOT

from jixiao.cli.support.application import application

PAGE = (ROOT / "docs" / "zh" / "规则库.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```(console|toml [^\n]+)\n(.*?)```", re.DOTALL)


def told(shown: str, printed: str) -> bool:
    """Whether the output is as shown, where …… stands for anything."""
    pattern = ".*".join(map(re.escape, shown.strip().split("……")))
    return re.fullmatch(pattern, printed.strip().replace("\\", "/"), re.DOTALL) is not None


def test_the_page_is_true(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    commands = 0
    for kind, text in BLOCK.findall(PAGE):
        if kind != "console":
            Path(kind.split()[1]).write_text(text, encoding="utf-8")
            continue
        for command, shown in re.findall(
            r"^\$ jixiao ([^\n]*)\n(.*?)(?=^\$|\Z)", text, re.DOTALL | re.MULTILINE
        ):
            commands += 1
            status = application(shlex.split(command))
            out, err = capsys.readouterr()
            assert told(shown, out + err), f"{command}\n{out}{err}"
            assert status == int("处错误" in shown and "没有" not in shown.splitlines()[-1])
    assert commands >= 7
