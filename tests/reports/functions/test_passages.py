"""Passages: text that templates share, of the place or of the nearest parent that has it."""

from pathlib import Path

import pytest

from jixiao.dossiers.toml import read_toml
from jixiao.reports.composing import compose
from jixiao.reports.faults import TemplateFault
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.papers import papers
from jixiao.rulebooks.passages import passages
from jixiao.scoring.card import score

PLACE = """
name = "虚构县"
parent = "cn"
level = "county"
invented = true
[[sources]]
id = "s"
title = "编报说明"
evidence = "read"
"""
HEAD = '+++\nfrom = {year}\nsource = "s"\nverified = true\ntakes = [{takes}]\n+++\n'
PAPER = '+++\nkind = "{kind}"\ntitle = "例"\nfrom = 2023\nsource = "s"\nverified = true\n+++\n'
FACTS = read_toml(
    'rulebook = "cn"\nfiscal_year = 2023\n[department]\ncode = "x"\nname = "某局"\n'
    "[accounts.running_cost]\noutturn = 0\n",
    "test.toml",
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "990101-xinxian"
    (folder / "reports" / "passages").mkdir(parents=True)
    (folder / "rulebook.toml").write_text(PLACE, encoding="utf-8")
    return folder


def write(place: Path, name: str, text: str, *, year: int = 2023, takes: str = "") -> None:
    file = place / "reports" / "passages" / f"{name}.md"
    file.write_text(HEAD.format(year=year, takes=takes) + text, encoding="utf-8")


def said(place: Path, template: str) -> str:
    """What a template of the place prints, without its title."""
    (place / "reports" / "x.md").write_text(PAPER.format(kind="x") + template, encoding="utf-8")
    rulebook = load(str(place))
    rules = rulebook.rules(2023)
    paper = papers(rulebook.folders, 2023)["x"]
    return (
        compose(FACTS, score(FACTS, rules), rules, paper).document.plain_text().removeprefix("例\n").strip()
    )


def test_a_passage_of_the_nation_is_inherited_until_the_place_writes_its_own(place: Path) -> None:
    template = '{{ passage("running_cost") }}'
    assert said(place, template) == "2023年度没有机关运行经费支出。"
    write(place, "running_cost", "{{ year }}年没有机关运行经费。\n")
    assert said(place, template) == "2023年没有机关运行经费。"


def test_passages_are_dated(place: Path) -> None:
    write(place, "limits", "旧。\n", year=2020)
    assert passages((place,), 2019) == {}
    (place / "reports" / "passages" / "limits.md").unlink()
    write(place, "limits", "新。\n", year=2024)
    assert "limits" not in passages((place,), 2023)
    assert passages((place,), 2024)["limits"].body == "新。\n"


def test_a_passage_changed_on_disk_is_read_again(place: Path) -> None:
    write(place, "limits", "旧的一段。\n")
    assert said(place, '{{ passage("limits") }}') == "旧的一段。"
    write(place, "limits", "改过的另一段。\n")
    assert said(place, '{{ passage("limits") }}') == "改过的另一段。"


def test_it_sees_the_facts_and_what_it_is_given_and_nothing_else(place: Path) -> None:
    write(place, "limits", "{{ department.name }}：单价{{ limit }}万元以上。\n", takes='"limit"')
    assert said(place, '{{ passage("limits", limit="100") }}') == "某局：单价100万元以上。"
    with pytest.raises(TemplateFault, match="要给的名称是：limit"):
        said(place, '{% set limit = "100" %}{{ passage("limits") }}')
    write(place, "open", "{{ limit }}\n")
    with pytest.raises(TemplateFault, match="没有“limit”"):
        said(place, '{% set limit = "100" %}{{ passage("open") }}')


def test_its_headings_are_numbered_on_and_it_may_take_in_others(place: Path) -> None:
    write(place, "inner", "# 第二\n")
    write(place, "outer", '# 第一\n\n{{ passage("inner") }}\n')
    text = said(place, '{{ passage("outer") }}\n\n# 第三\n')
    assert text.splitlines() == ["一、第一", "二、第二", "三、第三"]


def test_one_that_does_not_exist_is_told_with_the_nearest_name(place: Path) -> None:
    with pytest.raises(TemplateFault, match="可能是“running_cost”"):
        said(place, '{{ passage("runing_cost") }}')


def test_a_fault_inside_is_told_with_the_file_of_the_passage(place: Path) -> None:
    write(place, "limits", "\n{{ accounts.expenditure.outrun }}\n")
    with pytest.raises(TemplateFault) as told:
        said(place, '{{ passage("limits") }}')
    assert Path(told.value.file).name == "limits.md"
    assert told.value.line == 8
