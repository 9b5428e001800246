"""The commands as typed: results, files, exit status, sentences."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.support import ROOT

from jixiao.cli.support.application import application

EXAMPLE = ROOT / "examples" / "430406-yanfeng-2023"
WRONG = str(EXAMPLE / "report-as-published-figures.txt")
RIGHT = str(EXAMPLE / "report-corrected.txt")

TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName='
    b'"/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
    b'document.main+xml"/></Types>'
)
HUGE = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    + b"<w:p/>" * 3_000_000
    + b"</w:body></w:document>"
)

Capture = pytest.CaptureFixture[str]


def zipped(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def test_exit_status_tells_errors_from_none_from_unreadable(tmp_path: Path, capsys: Capture) -> None:
    assert application(["check", WRONG]) == 1
    assert "1009%" in capsys.readouterr().out
    assert application(["check", RIGHT]) == 0
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"PK\x03\x04 no archive")
    assert application(["check", RIGHT, str(bad)]) == 2


def test_json_lines_come_in_the_order_of_the_arguments(capsys: Capture) -> None:
    application(["check", WRONG, RIGHT, "--format", "json"])
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["file"] for line in lines] == [WRONG, RIGHT]


def test_standard_input_in_any_encoding(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    data = "全年预算305.65万元，支出305.65万元，执行率1009%。".encode("gb18030")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    application(["check", "-", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["file"] == "-"


def test_a_folder_is_walked_without_hidden_and_lock_files(tmp_path: Path, capsys: Capture) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "~$a.docx", "old.caj"):
        (tmp_path / name).write_text("2023年。", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "c.txt").write_text("1", encoding="utf-8")
    application(["check", str(tmp_path), str(tmp_path / "a.txt"), "--format", "json"])
    out, err = capsys.readouterr()
    assert [Path(json.loads(line)["file"]).name for line in out.splitlines()] == ["a.txt", "b.txt"]
    assert ".caj" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "missing.txt"], "找不到“missing.txt”"),
        (["check", "missing.txt", "--lang", "en"], "no such file or folder: missing.txt"),
        (["check"], "缺少参数"),
        (["check", RIGHT, "--format", "pdf"], "--format 不能是 pdf"),
        (["check", RIGHT, "--frmt"], "没有 --frmt 这个选项"),
        (["chek", RIGHT], "是否想写 check"),
        (["check", RIGHT, "--format", "xlsx"], "--output"),
        (["check", RIGHT, WRONG, "--format", "html"], "--output"),
        (["check", RIGHT, "--output", RIGHT], "不予覆盖"),
        (["check", RIGHT, "--annotate", RIGHT], "不予覆盖"),
        (["check", RIGHT, "--letters", RIGHT], "要写文件夹"),
        (["check", RIGHT, "--select", "JX777"], "没有代码“JX777”"),
        (["explain", "JX109999"], "没有代码"),
        (["explain", "XJ101"], "JX101"),
        (["rules", "--family", "8"], "没有第“8”类"),
    ],
)
def test_wrong_usage_ends_with_2_and_a_sentence(arguments: list[str], words: str, capsys: Capture) -> None:
    assert application(arguments) == 2
    assert words in capsys.readouterr().err


def test_findings_are_selected_and_ignored(capsys: Capture) -> None:
    assert application(["check", WRONG, "--ignore", "jx1"]) in (0, 1)
    assert "JX101" not in capsys.readouterr().out
    assert application(["check", WRONG, "--select", "JX101"]) == 1


def test_outputs_are_written_whole(tmp_path: Path, capsys: Capture) -> None:
    pages, letters = tmp_path / "pages", tmp_path / "letters"
    assert (
        application(["check", WRONG, RIGHT, "--format", "html", "-o", str(pages), "--letters", str(letters)])
        == 1
    )
    assert sorted(p.name for p in pages.iterdir()) == [
        "index.html", "report-as-published-figures.html", "report-corrected.html",
    ]  # fmt: skip
    assert "退回修改通知-report-as-published-figures.docx" in {p.name for p in letters.iterdir()}
    for form in ("xlsx", "json", "text"):
        target = tmp_path / f"out.{form}"
        assert application(["check", WRONG, "--format", form, "-o", str(target)]) == 1
        assert target.stat().st_size > 100
        assert f"已写入 {target}。" in capsys.readouterr().err
    assert not list(tmp_path.rglob("*.tmp"))
    assert not capsys.readouterr().out


def test_a_text_file_takes_no_comments(tmp_path: Path, capsys: Capture) -> None:
    application(["check", WRONG, "--annotate", str(tmp_path / "out.txt")])
    assert "不能加批注" in capsys.readouterr().err


def test_files_of_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text("一、情况", encoding="utf-8")
    application(
        ["check", str(tmp_path / "a"), str(tmp_path / "b"), "--format", "html", "-o", str(tmp_path / "o")]
    )
    assert {p.name for p in (tmp_path / "o").iterdir()} == {"index.html", "x.html", "x-2.html"}


def test_rules_and_explain_work_offline(capsys: Capture) -> None:
    assert application(["rules", "--family", "1"]) == 0
    assert "JX101" in capsys.readouterr().out
    assert application(["rules", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["code"] == "JX101"
    assert application(["explain", "jx101"]) == 0
    assert "依据：" in capsys.readouterr().out
    assert application(["explain", "JX101", "--lang", "en"]) == 0
    assert "Basis:" in capsys.readouterr().out


def test_help_is_chinese(capsys: Capture) -> None:
    assert application([]) == 0
    assert "核对预算绩效报告" in capsys.readouterr().out
    assert application(["check", "--help"]) == 0
    assert "退出状态" in capsys.readouterr().out


def test_a_gbk_console_works() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "jixiao.cli", "check", WRONG],
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0", "PATH": ""},
    )
    assert done.returncode == 1, done.stderr.decode("utf-8", "replace")
    assert "错误 JX101" in done.stdout.decode("gbk")


def test_formats_tell_what_is_read_and_written(capsys: Capture) -> None:
    assert application(["formats"]) == 0
    out = capsys.readouterr().out
    assert ".docx" in out
    assert "自动编号" in out
    assert application(["formats", "--format", "json", "--lang", "en"]) == 0
    formats = {one["name"]: one for one in json.loads(capsys.readouterr().out)}
    assert formats["zip"]["can"] == ["unpack"]
    assert {"read", "annotate", "write"} <= set(formats["docx"]["can"])
    assert all(one["title_en"] and one["extensions"] for one in formats.values())


def test_an_archive_is_checked_file_by_file(tmp_path: Path, capsys: Capture) -> None:
    archive = tmp_path / "收到.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.write(RIGHT, "甲/报告.txt")
        made.write(WRONG, "乙/报告.txt")
        made.writestr("图.rar", b"Rar!")
    assert application(["check", str(archive), "--format", "json"]) == 1
    out, err = capsys.readouterr()
    files = [json.loads(line)["file"] for line in out.splitlines()]
    assert files == [f"{archive}/乙/报告.txt", f"{archive}/甲/报告.txt"]
    assert ".rar" in err
    assert application(["check", files[1]]) == 0
    assert application(["check", f"{archive}/没有.txt"]) == 2


def test_limits_are_kept_and_told(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(zipped({"[Content_Types].xml": TYPES, "word/document.xml": HUGE}))
    assert application(["check", str(path), "--memory", "256"]) == 2
    assert "内存超过上限" in capsys.readouterr().out
