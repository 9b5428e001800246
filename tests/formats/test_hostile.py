"""Forty hostile files: one sentence each, whatever they try, and the program goes on."""

import io
import json
from pathlib import Path

import pytest
from bench.hostile import files

from jixiao.cli.support.application import application
from jixiao.core.errors import ReadError
from jixiao.formats.guarded import Guard, Limits

MADE = files()
GUARD = Guard(Limits(seconds=60, memory=1024 * 2**20))
DEFECTS = {"reader_failed", "worker_died", "too_slow"}
"""What a reader must not need: it bounds its own work, the guard is there for what nobody thought of."""


def opened(data: bytes, name: str) -> None:
    """Read a file, and first the files in it."""
    for inner in GUARD.members(data, name):
        GUARD.read(GUARD.member(data, name, inner), inner)
    GUARD.read(data, name)


@pytest.mark.parametrize("name", MADE)
def test_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(ReadError) as caught:
        opened(MADE[name](), name)
    assert caught.value.code not in DEFECTS
    assert caught.value.message.endswith("。")
    assert caught.value.message_en.endswith(".")


def test_there_are_forty() -> None:
    assert len(MADE) >= 40


def test_a_folder_of_them_has_a_line_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    some = [name for name in MADE if not name.startswith(("超大", "页面炸弹"))]
    for name in some:
        (tmp_path / name).write_bytes(MADE[name]())
    (tmp_path / "好.txt").write_text("执行率98%。", encoding="utf-8")
    names = [str(path) for path in sorted(tmp_path.iterdir())]
    assert application(["check", *names, "--format", "json"]) == 2
    lines = [json.loads(line) for line in io.StringIO(capsys.readouterr().out)]
    assert len(lines) == len(some) + 1
    assert [Path(line["file"]).name for line in lines if "error" not in line] == ["好.txt"]
