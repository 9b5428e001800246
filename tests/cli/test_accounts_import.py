"""``jixiao accounts import``: what it shows, what it writes, and how it ends."""

import json
from pathlib import Path

import pytest
from tests.pipeline.exports.drawn import Style, xlsx
from tests.pipeline.exports.emptied import emptied, in_yuan
from tests.pipeline.exports.exported import sheets
from tests.support import ROOT

from jixiao.cli.support.application import application
from jixiao.core.dossier import Dossier
from jixiao.dossiers.discovery import read
from jixiao.dossiers.toml import write_toml
from jixiao.dossiers.workbook import write_workbook

EXAMPLE = ROOT / "examples" / "510000-sichuan-2023"


def example() -> Dossier:
    return read(EXAMPLE)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.xlsx").write_bytes(xlsx(sheets(example())))
    Path("d").mkdir()
    Path("d/dossier.toml").write_text(write_toml(emptied(example())), encoding="utf-8")


def test_the_review_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    before = Path("d/dossier.toml").read_bytes()
    assert application(["accounts", "import", "a.xlsx", "--into", "d"]) == 1
    shown = capsys.readouterr()
    assert "决算表导入审核：四川省示例事务局 2023年度 → d\n" in shown.out
    assert "工作表“Z02 收入决算表”《收入决算表》：单位万元，读了19行、42个数" in shown.out
    assert "要存入的事实：新增148个，改动0个，另有0个与档案相同：" in shown.out
    assert "《财政拨款支出决算明细表》" in shown.out
    assert shown.err == "没有存入。核对无误后，加 --yes 再运行一次。\n"
    assert Path("d/dossier.toml").read_bytes() == before
    assert sorted(path.name for path in Path("d").iterdir()) == ["dossier.toml"]


def test_yes_stores_it_and_keeps_what_was_there(capsys: pytest.CaptureFixture[str]) -> None:
    before = Path("d/dossier.toml").read_bytes()
    assert application(["accounts", "import", "a.xlsx", "--into", "d", "--yes"]) == 0
    assert capsys.readouterr().err.replace("\\", "/") == (
        "已存入 d/dossier.toml，原来的存为 d/dossier.toml.bak1。\n"
    )
    assert in_yuan(read(Path("d"))) == in_yuan(example())
    assert Path("d/dossier.toml.bak1").read_bytes() == before
    assert application(["accounts", "import", "a.xlsx", "--into", "d", "--yes"]) == 0
    assert capsys.readouterr().err == "档案不用改。\n"
    assert not Path("d/dossier.toml.bak2").exists()


def test_a_workbook_of_a_dossier_is_stored_too() -> None:
    Path("w.xlsx").write_bytes(write_workbook(emptied(example())))
    assert application(["accounts", "import", "a.xlsx", "--into", "w.xlsx", "--yes"]) == 0
    assert in_yuan(read(Path("w.xlsx"))) == in_yuan(example())


@pytest.mark.parametrize("name", ["new.toml", "new.xlsx"])
def test_a_new_dossier(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["accounts", "import", "a.xlsx", "--rulebook", "510000-sichuan", "-o", name]
    assert application(arguments) == 1
    assert not Path(name).exists()
    assert application([*arguments, "--yes"]) == 0
    made = read(Path(name))
    assert (made.department.name, made.fiscal_year) == ("四川省示例事务局", 2023)
    assert application([*arguments, "--yes"]) == 2
    assert "已经有了，不予覆盖" in capsys.readouterr().err


def test_the_code_of_a_new_dossier(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["accounts", "import", "a.xlsx", "--rulebook", "510000-sichuan", "--yes"]
    assert application([*arguments, "-o", "made.toml"]) == 0
    code = read(Path("made.toml")).department.code
    assert code.startswith("510000-")
    assert f"没有写单位代码，暂编为“{code}”" in capsys.readouterr().out
    assert application([*arguments, "-o", "given.toml", "--code", "015001"]) == 0
    assert read(Path("given.toml")).department.code == "015001"
    assert "单位代码" not in capsys.readouterr().out
    assert application([*arguments, "-o", "wrong.toml", "--code", "某局"]) == 2
    assert "单位代码“某局”只能用小写字母" in capsys.readouterr().err
    assert application(["accounts", "import", "a.xlsx", "--into", "d", "--code", "015001"]) == 2


def test_comments_that_go_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    application(["accounts", "import", "a.xlsx", "--into", "d"])
    assert "注释" not in capsys.readouterr().out
    text = Path("d/dossier.toml").read_text(encoding="utf-8")
    lines = text.replace("fiscal_year = 2023", "fiscal_year = 2023  # 核对过", 1)
    Path("d/dossier.toml").write_text(f"# 张三填\n{lines}", encoding="utf-8")
    application(["accounts", "import", "a.xlsx", "--into", "d"])
    assert "手写的2处注释不会写进新文件" in capsys.readouterr().out


def test_json_has_everything(capsys: pytest.CaptureFixture[str]) -> None:
    assert application(["accounts", "import", "a.xlsx", "--into", "d", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (len(told["changes"]), told["unchanged"], told["refused"], told["written"]) == (
        148,
        0,
        False,
        None,
    )
    change = next(one for one in told["changes"] if one["fact"] == "accounts.income.outturn")
    assert (change["old"], change["new"], change["origin"]["place"]["cell"]) == (None, "2325.00万元", "C15")
    assert {column["means"] for column in told["tables"][0]["columns"]} == {"决算数"}


def test_what_stands_against_it_ends_with_1_although_yes_was_said(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.xlsx").write_bytes(xlsx(sheets(example(), Style(year=2022))))
    before = Path("d/dossier.toml").read_bytes()
    assert application(["accounts", "import", "a.xlsx", "--into", "d", "--yes"]) == 1
    shown = capsys.readouterr()
    assert "表里写的是2022年度，档案是2023年度。改正：换同一年度的文件或档案。" in shown.out
    assert shown.err == "没有存入：请先解决上面列出的不同和原因。\n"
    assert Path("d/dossier.toml").read_bytes() == before


def test_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert application(["accounts", "import", "a.xlsx", "--into", "d", "--lang", "en"]) == 1
    shown = capsys.readouterr()
    assert "Facts to store: 148 new, 0 changed; 0 are as the dossier has them:" in shown.out
    assert shown.err == "Nothing was stored. If all is well, add --yes.\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["a.xlsx"], "请用 --into 写明存入哪个档案"),
        (["a.xlsx", "--into", "d", "--rulebook", "cn"], "--rulebook 只用于新档案"),
        (["a.xlsx", "--rulebook", "510000-sichuan", "--yes"], "请用 -o 写明新档案的文件名"),
        (["a.xlsx", "--rulebook", "nowhere"], "nowhere"),
        (["a.xlsx", "--into", "d", "-o", "a.docx"], "扩展名要是 .toml 或 .xlsx"),
        (["a.xlsx", "--into", "d", "-o", "a.xlsx"], "不予覆盖"),
        (["missing.xlsx", "--into", "d"], "找不到文件 missing.xlsx"),
        (["a.xlsx", "--into", "missing"], "missing"),
        (["a.xlsx", "--rulebook", "510000-sichuan", "--year", "23"], "不是年份"),
    ],
)
def test_misuse(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert application(["accounts", "import", *arguments]) == 2
    assert words in capsys.readouterr().err
