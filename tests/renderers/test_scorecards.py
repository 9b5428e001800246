"""Scorecards and score tables on the terminal, as JSON and as workbooks."""

import json
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from jixiao.core.scorecard import (
    Assumption,
    Difference,
    GroupScore,
    LeafScore,
    Notice,
    ProjectScore,
    PublishedResult,
    RollUp,
    Scorecard,
)
from jixiao.core.scoretable import Sample, ScoreTable, TableRow, Unread
from jixiao.renderers.excerpt import width_of
from jixiao.renderers.scorecards import json as as_json
from jixiao.renderers.scorecards import table_json, table_text, table_xlsx, text, xlsx
from jixiao.renderers.scorecards.columns import table, wrapped

LEAF = LeafScore(
    code="zx",
    name="预算执行率",
    operator="",
    target="8667400",
    actual="8667400",
    unit="元",
    weight=Decimal(10),
    points=None,
    by_rule=Decimal("10.00"),
    rule="execution_proportional",
    reason="按规则得10分，报告印9分",
    published=Decimal(9),
    inputs={"denominator": "revised_budget"},
    reason_en="by rule 10, published 9",
)
PROJECT = ProjectScore(
    code="p1",
    name="=SUM(A1)",
    group="年中追加",
    budget=Decimal(350000),
    outturn=Decimal(350000),
    rate=Decimal(100),
    score=Decimal(94),
    grade="优",
    recomputed=None,
    reason="报告只印总分",
    published=Decimal(94),
)
CARD = Scorecard(
    department="某某办公室",
    year=2023,
    rulebook="test",
    raw=Decimal("71.00"),
    full=Decimal("76.5"),
    converted=Decimal("92.81"),
    grade="优",
    published=PublishedResult(Decimal(71), Decimal("92.81")),
    groups=(
        GroupScore("execution", "预算执行", Decimal(10), Decimal(9), (LEAF,), "1行照录", "1 as published"),
    ),
    projects=(PROJECT,),
    roll_ups=(RollUp("合计", 1, Decimal(350000), Decimal(350000), Decimal(100), {"优": 1, "良": 0}),),
    assumptions=(Assumption("rounding", "每行四舍五入到2位小数", "某办法", "原文未见"),),
    differences=(
        Difference("预算执行／预算执行率", "9", "10", "报告没有写原因", "no reason given"),
        *(
            Difference(f"项目“{number}”得分", "94", None, "报告只印总分", "total only")
            for number in range(20)
        ),
    ),
    notices=(Notice("产出／甲", "缺少规定的一行", "a prescribed line is missing"),),
    reason="各组得分之和",
    reason_en="sum of the groups",
)
ROWS = (
    TableRow("a/dossier.toml", "a", CARD, 1),
    TableRow("b.xlsx", "b", replace(CARD, raw=None, converted=None, groups=(), department="乙"), 1),
    TableRow("c.toml", "c", replace(CARD, raw=None, converted=None, published=PublishedResult())),
)
TABLE = ScoreTable(ROWS, (Unread("d.toml", (("第3行错", "line 3 is wrong"),)),), Sample("2024", ROWS[:1]))


def test_json_has_the_keys_of_the_contract_and_decimals_as_text() -> None:
    found = json.loads(as_json.render(CARD))
    wanted = {"department", "year", "rulebook", "raw", "full", "converted", "grade", "published", "groups",
              "projects", "assumptions", "differences"}  # fmt: skip
    assert wanted <= set(found)
    assert (found["raw"], found["converted"], found["year"]) == ("71", "92.81", 2023)
    assert found["published"] == {"total": "71", "converted": "92.81", "grade": None}
    (group,) = found["groups"]
    assert {"code", "name", "full", "points", "leaves"} <= set(group)
    (leaf,) = group["leaves"]
    assert {
        "name",
        "operator",
        "target",
        "actual",
        "unit",
        "weight",
        "points",
        "rule",
        "reason",
        "published",
    } <= set(leaf)
    assert (leaf["points"], leaf["by_rule"], leaf["published"]) == (None, "10", "9")
    assert {"name", "budget", "outturn", "rate", "score", "grade"} <= set(found["projects"][0])
    assert (found["projects"][0]["budget"], found["projects"][0]["recomputed"]) == ("350000", None)
    assert set(found["differences"][0]) == {"where", "fact", "published", "recomputed", "why", "why_en"}
    assert found["differences"][1]["recomputed"] is None
    assert found["notices"][0]["where"] == "产出／甲"


def test_text_shows_published_beside_recomputed_and_why() -> None:
    shown = text.render(CARD)
    assert "换算 92.81" in shown
    assert "8667400元" in shown
    assert "35" in shown  # in 万元
    assert shown.count("报告只印总分") == 1, "a reason that many share is told once"
    assert "小数：每行四舍五入到2位小数。依据：某办法" in shown
    assert "不一致 1 处，不能复算 20 处，提示 1 条，假设 1 项" in shown
    assert "1优" in shown


def test_text_in_english() -> None:
    shown = text.render(CARD, "en")
    assert "by rule 10, published 9" in shown
    assert "a prescribed line is missing" in shown
    assert "contradictions: 1, not recomputed: 20" in shown


def test_text_of_a_card_with_nothing() -> None:
    bare = replace(
        CARD, groups=(), projects=(), roll_ups=(), assumptions=(), differences=(), notices=(), raw=None
    )
    assert "得分 —" in text.render(bare)


def test_a_range_is_shown_with_both_ends() -> None:
    group = CARD.groups[0]
    ranged = replace(
        group.leaves[0],
        operator="range",
        target="5",
        target_upper="10",
        actual="7",
        unit="次",
        published=None,
    )
    card = replace(CARD, groups=(replace(group, leaves=(ranged,)),))
    assert "5～10次" in text.render(card)
    assert json.loads(as_json.render(card))["groups"][0]["leaves"][0]["target_upper"] == "10"
    row = [cell.value for cell in load_workbook(BytesIO(xlsx.workbook(card)))["评分"][2]]
    assert row[4:6] == ["区间", "5～10"]


def test_rows_of_the_workbook_are_as_high_as_their_words() -> None:
    leaf = replace(CARD.groups[0].leaves[0], reason="很长的理由，" * 40)
    card = replace(CARD, groups=(replace(CARD.groups[0], leaves=(leaf,)),))
    sheet = load_workbook(BytesIO(xlsx.workbook(card)))["评分"]
    assert sheet.row_dimensions[2].height > 100
    assert sheet.row_dimensions[3].height is None


def test_workbook_has_figures_as_numbers_and_text_as_text() -> None:
    book = load_workbook(BytesIO(xlsx.workbook(CARD)))
    assert book.sheetnames == ["结果", "评分", "项目", "项目汇总", "报告与复算", "提示", "假设"]
    assert [cell.value for cell in book["结果"][7]] == ["换算得分", 92.81, 92.81]
    line = [cell.value for cell in book["评分"][2]]
    assert line[3] == "预算执行率"
    assert line[8:12] == [10, 9, 10, 9]
    assert (book["项目"].cell(2, 1).value, book["项目"].cell(2, 1).data_type) == ("=SUM(A1)", "s")
    assert (book["项目"].cell(1, 3).value, book["项目"].cell(2, 3).value) == ("预算（万元）", 35)
    assert book["报告与复算"].cell(2, 4).value == "不一致"
    assert book["报告与复算"].cell(3, 4).value == "不能复算"


def test_score_table_on_the_terminal() -> None:
    shown = table_text.render(TABLE)
    lines = shown.splitlines()
    assert lines[1].split()[:2] == ["1", "某某办公室（a）"]  # two dossiers of one body and year
    assert lines[3].split()[1] == "某某办公室（c.toml）"
    assert "部分照录" in lines[1]
    assert "照录" in lines[2].split()
    assert lines[3].split()[0] == "—"
    assert "种子 2024" in shown
    assert "d.toml" in shown
    assert "第3行错" in shown
    assert "line 3 is wrong" in table_text.render(TABLE, "en")
    assert "部门 3 个，有得分 2 个，不能读取 1 个" in shown


def test_score_table_as_json() -> None:
    found = json.loads(table_json.render(TABLE))
    assert [one["rank"] for one in found["departments"]] == [1, 1, None]
    assert [one["origin"] for one in found["departments"]] == ["partly", "published", "none"]
    assert found["sample"] == {
        "seed": "2024",
        "departments": [{"department": "某某办公室", "code": "a", "file": "a/dossier.toml"}],
    }
    assert found["unreadable"][0]["faults"][0]["message_en"] == "line 3 is wrong"
    assert json.loads(table_json.render(replace(TABLE, sample=None)))["sample"] is None


def test_score_table_as_workbook() -> None:
    book = load_workbook(BytesIO(table_xlsx.workbook(TABLE)))
    assert book.sheetnames == ["部门得分汇总", "复核抽样", "不能评分"]
    assert [cell.value for cell in book["部门得分汇总"][2]][:7] == [
        1,
        "某某办公室",
        2023,
        "test",
        92.81,
        "优",
        "部分照录",
    ]
    assert book["复核抽样"].cell(4, 2).value == "种子：2024"
    assert book["不能评分"].cell(2, 2).value == "第3行错"


def test_columns_count_a_chinese_character_twice() -> None:
    rows = table([["指标", "分值"], ["a", "10"]], (1,))
    assert [width_of(one) for one in rows] == [10, 10]
    assert rows[1] == "a       10"


@given(words=st.text("预算执行率，。10.5%abc ", max_size=200), columns=st.integers(20, 60))
def test_wrapping_keeps_every_word_and_the_width(words: str, columns: int) -> None:
    lines = wrapped(words, columns)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert all(
        width_of(line) <= columns
        for line in lines
        if max(map(width_of, line.split()), default=0) <= columns // 2
    )
