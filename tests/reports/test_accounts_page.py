"""The page on the final accounts for officials: its files are written, its commands run, its table is complete."""

import re
import shlex
from pathlib import Path

import pytest
from tests.reports.places.making import composed, example
from tests.support import PACKAGE, ROOT

from jixiao.cli.support.application import application

PAGE = (ROOT / "docs" / "zh" / "决算公开.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```(console|(?:toml|md) [^\n]+)\n(.*?)```", re.DOTALL)


def test_the_files_and_commands_are_true(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    commands = 0
    for kind, text in BLOCK.findall(PAGE):
        if kind != "console":
            target = Path(kind.split()[1])
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
            continue
        command, shown = text.removeprefix("$ jixiao ").split("\n", 1)
        commands += 1
        application(shlex.split(command))
        out = capsys.readouterr().out.replace("\\", "/").strip()
        assert re.fullmatch(".*".join(map(re.escape, shown.strip().split("……"))), out, re.DOTALL), out
        if commands == 1:
            facts = example("cn-2023", stated=False).model_copy(update={"rulebook": "990101-xinxian"})
            monkeypatch.setenv("JIXIAO_RULEBOOKS", str(tmp_path))
            assert "本部门没有机关运行经费支出。" in composed(facts, "final_accounts").document.plain_text()
    assert commands == 2


def test_every_passage_is_listed() -> None:
    shipped = {path.stem for path in (PACKAGE / "rulebooks" / "cn" / "reports" / "passages").glob("*.md")}
    assert shipped <= set(re.findall(r"`([a-z_]+)`", PAGE))
