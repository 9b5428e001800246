"""``jixiao rulebook``: what is listed, shown, refused, compared and begun."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support import ROOT

from jixiao.cli.support.application import application
from jixiao.rulebooks.folders import VARIABLE
from jixiao.rulebooks.loading import load, names

Capture = pytest.CaptureFixture[str]
RULEBOOKS = ROOT / "tests" / "rulebooks"
BROKEN = RULEBOOKS / "broken"
COMPLETE = str(RULEBOOKS / "complete")


def test_list_has_every_rulebook_behind_its_parent(capsys: Capture) -> None:
    assert application(["rulebook", "list"]) == 0
    keys = [line.split()[0] for line in capsys.readouterr().out.splitlines()[1:]]
    assert sorted(keys) == sorted(names())
    assert all(
        keys.index(file.key) > keys.index(file.parent)
        for file in (load(key).files[0] for key in keys)
        if file.parent
    )


def test_list_for_programs_and_with_added_folders(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, COMPLETE)
    assert application(["rulebook", "list", "--format", "json"]) == 0
    (entry,) = (one for one in json.loads(capsys.readouterr().out) if one["key"] == "complete")
    assert (entry["first"], entry["until"], entry["verified"], entry["assumed"]) == (2020, None, 13, 4)


def test_a_broken_rulebook_does_not_hide_the_others(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(BROKEN / "missing-name"))
    assert application(["rulebook", "list"]) == 1
    out, err = capsys.readouterr()
    assert "cn " in out
    assert "missing-name" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([COMPLETE], ["2023 年度", "优（优秀） 90分起", "假设：没有见到", "备财字〔2023〕1号", "共 16 项"]),
        ([COMPLETE, "--year", "2021"], ["合格 60分起", "共 1 项：已核实 0 项，假设 1 项"]),
        (
            [COMPLETE, "--lang", "en"],
            ["from 90", "warning below 40% in months 1-6", "16 values: 13 verified"],
        ),
        (["610902"], ["沿用：610902-hengkou → 610000-shaanxi → cn", "出自 cn，2020起"]),
    ],
)
def test_show_tells_value_origin_source_and_proof(
    arguments: list[str], words: list[str], capsys: Capture
) -> None:
    assert application(["rulebook", "show", *arguments]) == 0
    out = capsys.readouterr().out
    assert [word for word in words if word not in out] == []


def test_show_for_programs_has_exact_numbers(capsys: Capture) -> None:
    assert application(["rulebook", "show", COMPLETE, "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    values = {(one["topic"], one["member"]): one for one in data["values"]}
    assert values["grades", None]["value"]["bands"][0] == {
        "name": "优",
        "at_least": "90",
        "aliases": ["优秀"],
    }
    assert values["overshoot", None]["verified"] is False
    assert values["leaf_rules", "higher"]["source"]["number"] == "备财字〔2023〕1号"


@pytest.mark.parametrize("folder", sorted(BROKEN.iterdir()), ids=lambda folder: folder.name)
def test_check_refuses_each_broken_rulebook(folder: Path, capsys: Capture) -> None:
    assert application(["rulebook", "check", str(folder)]) == 1
    out = capsys.readouterr().out
    assert re.search(r"rulebook\.toml:\d+: .*。|？", out)


def test_check_in_other_forms(capsys: Capture) -> None:
    path = str(BROKEN / "unknown-source" / "rulebook.toml")
    assert application(["rulebook", "check", path, COMPLETE, "--format", "json"]) == 1
    (fault,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (fault["line"], fault["message_en"][:8]) == (13, "there is")
    assert application(["rulebook", "check", str(ROOT / "src" / "jixiao" / "rulebooks"), "--lang", "en"]) == 0
    assert capsys.readouterr().out.endswith("rulebooks checked, no faults found.\n")


def test_diff_tells_both_values(capsys: Capture) -> None:
    assert application(["rulebook", "diff", "430406-yanfeng", "620723-linze", "--year", "2023"]) == 0
    out = capsys.readouterr().out
    assert "评分方案：部门整体" in out
    assert "没有规定" in out
    assert application(["rulebook", "diff", "cn", "cn"]) == 0
    assert "不同的有 0 项" in capsys.readouterr().out


@pytest.mark.parametrize("parent", ["cn", "511902-bazhou", "620723-linze"])
def test_a_skeleton_waits_for_a_name_and_states_what_the_parent_states(
    parent: str, tmp_path: Path, capsys: Capture
) -> None:
    new = ["rulebook", "new", "990101-xinxian", "--parent", parent, "--folder", str(tmp_path)]
    assert application(new) == 0
    file = tmp_path / "990101-xinxian" / "rulebook.toml"
    assert application(["rulebook", "check", str(tmp_path)]) == 1
    assert "name（名称）还没有填写" in capsys.readouterr().out
    text = file.read_text(encoding="utf-8").replace('name = ""', 'name = "新县"')
    file.write_text(text, encoding="utf-8")
    assert application(["rulebook", "check", str(tmp_path)]) == 0
    opened = re.sub(r"^# ", "", text, flags=re.MULTILINE).replace('title = ""', 'title = "办法"')
    file.write_text(opened, encoding="utf-8")
    assert application(["rulebook", "check", str(tmp_path)]) == 0
    capsys.readouterr()
    assert application(["rulebook", "diff", str(file.parent), parent]) == 0
    assert "不同的有 0 项" in capsys.readouterr().out
    own = load(str(file.parent)).rules(2030)
    assert {settled.rulebook for _, _, settled in own.each()} == {"990101-xinxian"}


def test_a_new_county_states_only_what_differs(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = ["rulebook", "new", "990101-xinxian", "--parent", "430000-hunan", "--title", "新县"]
    assert application([*new, "--folder", str(tmp_path)]) == 0
    with (tmp_path / "990101-xinxian" / "rulebook.toml").open("a", encoding="utf-8") as file:
        file.write(
            '[[sources]]\nid = "s"\ntitle = "办法"\n[[rounding]]\nfrom = 2023\nsource = "s"\nverified = false\n'
            'value = { decimals = 1, at = "total" }\n'
        )
    for name in (str(tmp_path / "990101-xinxian"), "990101-xinxian", "990101"):
        rules = load(name).rules(2023)
        assert rules.rounding is not None
        assert (rules.rounding.value.decimals, rules.rounding.rulebook) == (1, "990101-xinxian")
        assert rules.schemes["department"].rulebook == "430000-hunan"
        monkeypatch.setenv(VARIABLE, str(tmp_path))
    capsys.readouterr()
    assert application(["rulebook", "diff", "990101-xinxian", "430000-hunan"]) == 0
    assert "不同的有 1 项" in capsys.readouterr().out


def test_a_new_county_is_scored_without_code(tmp_path: Path, capsys: Capture) -> None:
    county = tmp_path / "990101-xinxian"
    county.mkdir()
    (county / "rulebook.toml").write_text(
        'name = "新县"\nlevel = "county"\nparent = "430406-yanfeng"\n[[sources]]\nid = "s"\ntitle = "办法"\n'
        '[[grades]]\nfrom = 2023\nsource = "s"\nverified = false\n'
        'value.bands = [{ name = "甲", at_least = 99.5 }, { name = "乙", at_least = 0 }]\n',
        encoding="utf-8",
    )
    assert application(["rulebook", "check", str(county)]) == 0
    capsys.readouterr()
    dossier = str(ROOT / "examples" / "430406-yanfeng-2023")
    application(["score", dossier, "--rulebook", str(county), "--format", "json"])
    card = json.loads(capsys.readouterr().out)
    assert (card["raw"], card["grade"]) == ("99", "乙")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["rulebook"], "没有写命令"),
        (["rulebook", "shwo"], "是否想写 show"),
        (["rulebook", "show", "nowhere"], "没有规则库“nowhere”"),
        (["rulebook", "show", "61090-hengkou"], "是否想写 610902-hengkou"),
        (["rulebook", "show", "cn", "--year", "23"], "--year 23 不是年份"),
        (["rulebook", "show", str(BROKEN / "missing-name")], "rulebook.toml:1: 缺少 name"),
        (
            ["rulebook", "show", str(BROKEN / "missing-name"), "--lang", "en"],
            "rulebook.toml:1: name is missing",
        ),
        (["rulebook", "check", str(ROOT / "docs")], "没有 rulebook.toml"),
        (["rulebook", "check", str(ROOT / "README.md")], "要叫 rulebook.toml"),
        (["rulebook", "check", "nowhere"], "找不到“nowhere”"),
        (["rulebook", "new", "x"], "--parent"),
        (["rulebook", "new", "New County", "--parent", "cn"], "不能作规则库的名称"),
        (["rulebook", "new", "cn", "--parent", "cn"], "已经有规则库“cn”"),
        (["rulebook", "new", "x", "--parent", "nowhere"], "没有规则库“nowhere”"),
        (["rulebook", "new", "complete", "--parent", "cn", "--folder", str(RULEBOOKS)], "不予覆盖"),
    ],
)
def test_wrong_usage_ends_with_2_and_a_sentence(arguments: list[str], words: str, capsys: Capture) -> None:
    assert application(arguments) == 2
    assert words in capsys.readouterr().err


def test_the_commands_do_not_load_rulebooks_before_they_run() -> None:
    code = (
        "import sys; from jixiao.cli.support.application import application; application(['rulebook', '-h']);"
        "sys.exit(any(name.startswith('jixiao.rulebooks') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0
