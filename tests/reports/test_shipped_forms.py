"""The forms of all places: they fill their grid whatever the facts are, and Word gives every cell back."""

from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports.support import dossier

from jixiao.core.document import Block, Cell, Document
from jixiao.core.dossier import Dossier
from jixiao.dossiers.discovery import read
from jixiao.formats.docx.read import read as read_word
from jixiao.formats.docx.write import write as write_word
from jixiao.reports.composing import Composition, compose
from jixiao.rulebooks.folders import SHIPPED
from jixiao.rulebooks.forms import Form, forms, paper
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.resolving import Rules
from jixiao.scoring.card import score

EXAMPLES = Path(__file__).parents[2] / "examples"
PLACES = sorted(path.parent.name for path in SHIPPED.glob("*/rulebook.toml"))
NATIONAL = (
    "department_self_evaluation",
    "department_target",
    "ex_ante",
    "monitoring",
    "project_self_evaluation",
    "project_target",
)
AMOUNT = st.one_of(st.none(), st.just("/"), st.just("无"), st.integers(0, 10**7).map(str))
WORDS = st.sampled_from(["", "产出指标", "数量指标", "效益指标", "2023年度", "完成 | 95%", "甲*乙*"])
INDICATOR = st.fixed_dictionaries(
    {"level1": WORDS.filter(bool), "name": WORDS.filter(bool)},
    optional={
        "level2": WORDS,
        "operator": st.sampled_from(["≥", "=", "≤", "range", "定性"]),
        "target": st.one_of(st.integers(0, 100), WORDS),
        "unit": st.sampled_from(["%", "个", "其他"]),
        "weight": st.integers(0, 20),
        "actual": st.one_of(st.integers(0, 100), WORDS),
        "reason": WORDS,
    },
)
FUND = st.fixed_dictionaries(
    {"source": st.sampled_from(["当年财政拨款", "上年结转资金", "其他资金", "单位资金"])},
    optional=dict.fromkeys(("original_budget", "revised_budget", "outturn", "requested"), AMOUNT),
)
PERIOD = st.fixed_dictionaries(
    {"through_month": st.integers(1, 12)},
    optional={"outturn": AMOUNT, "forecast": AMOUNT, "needs_rectification": st.booleans()},
)
EX_ANTE = st.fixed_dictionaries(
    {"requested": AMOUNT},
    optional={
        "dimensions": st.dictionaries(st.sampled_from(["立项必要性", "投入经济性"]), st.integers(0, 20)),
        "expert_scores": st.lists(st.integers(0, 100), max_size=3),
        "conclusion": st.sampled_from(["予以支持", "不予支持", "另议"]),
        "methods": st.lists(WORDS.filter(bool), max_size=2),
    },
)
PROJECT = st.fixed_dictionaries(
    {"name": WORDS.filter(bool), "indicators": st.lists(INDICATOR, max_size=4)},
    optional={
        "original_budget": AMOUNT,
        "revised_budget": AMOUNT,
        "outturn": AMOUNT,
        "goal": WORDS,
        "funding": st.lists(FUND, max_size=3, unique_by=lambda one: one["source"]),
        "monitoring": st.lists(PERIOD, max_size=2, unique_by=lambda one: one["through_month"]),
        "ex_ante": EX_ANTE,
        "origin": st.sampled_from(["initial", "supplementary", "carried_over"]),
    },
)
TASK = st.fixed_dictionaries(
    {"name": WORDS.filter(bool)},
    optional={"budget": AMOUNT, "budget_appropriation": AMOUNT, "outturn": AMOUNT},
)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Dossiers with anything missing, absent or zero that may be."""
    projects: list[dict[str, Any]] = draw(st.lists(PROJECT, max_size=2))
    for number, project in enumerate(projects):
        project["code"] = f"p{number}"
        for place, line in enumerate(project["indicators"]):
            line["code"] = f"i{place}"
    lines: list[dict[str, Any]] = draw(st.lists(INDICATOR, max_size=4))
    for place, line in enumerate(lines):
        line["code"] = f"d{place}"
    accounts = {
        name: {"outturn": draw(AMOUNT), "revised_budget": draw(AMOUNT)} for name in ("expenditure", "basic")
    }
    tasks = draw(st.lists(TASK, max_size=2))
    return dossier(projects=projects, accounts=accounts, appraisal={"indicators": lines, "tasks": tasks})


@cache
def offered(key: str, year: int) -> tuple[Rules, dict[str, Form]]:
    book = load(key)
    return book.rules(year), forms(book.folders, year)


def composed(facts: Dossier, key: str, name: str) -> Composition:
    rules, known = offered(key, facts.fiscal_year)
    return compose(facts, score(facts, rules), rules, paper(known[name]), forms=known)


def covered(block: Block) -> list[tuple[int, int]]:
    return sorted(
        (row, column)
        for cell in block.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    )


def grids(document: Document) -> list[list[tuple[int, int, int, int, str]]]:
    return [compact(block) for block in document.blocks if block.kind == "table"]


def compact(block: Block) -> list[tuple[int, int, int, int, str]]:
    """The cells, without columns in which no cell begins: Word's grid does not keep those."""
    rank = {column: number for number, column in enumerate(sorted({cell.column for cell in block.cells}))}
    rank[max(cell.column + cell.column_span for cell in block.cells)] = len(rank)
    return [
        (cell.row, rank[cell.column], cell.row_span, rank[cell.column + cell.column_span], told(cell))
        for cell in block.cells
    ]


def told(cell: Cell) -> str:
    return "".join(cell.text.split())


@pytest.mark.parametrize("key", PLACES)
def test_every_place_has_the_national_forms_or_its_own(key: str) -> None:
    known = forms(load(key).folders, 2023)
    assert set(NATIONAL) <= set(known)


@pytest.mark.parametrize("name", NATIONAL)
@settings(max_examples=8, deadline=None)
@given(facts=dossiers())
def test_a_form_fills_its_grid_and_is_read_back(name: str, facts: Dossier) -> None:
    document = composed(facts, "cn", name).document
    for block in document.blocks:
        if block.kind == "table" and block.look and block.look.table:
            rows = max(cell.row + cell.row_span for cell in block.cells)
            width = len(block.look.table.widths)
            assert covered(block) == [(row, column) for row in range(rows) for column in range(width)]
    assert grids(read_word(write_word(document), "a.docx")) == grids(document)


@pytest.mark.parametrize("folder", sorted(path.name for path in EXAMPLES.glob("*-2023")))
def test_every_form_of_a_place_can_be_filled_in_for_its_example(folder: str) -> None:
    facts = read(EXAMPLES / folder)
    for name in forms(load(facts.rulebook).folders, facts.fiscal_year):
        document = composed(facts, facts.rulebook, name).document
        assert document.ledger is not None
        for block in document.blocks:
            assert len(set(covered(block))) == len(covered(block))


def test_the_published_scores_of_bazhou_stand_beside_what_the_rules_give() -> None:
    facts = read(EXAMPLES / "511902-bazhou-2023")
    text = composed(facts, facts.rulebook, "project_self_evaluation").document.plain_text()
    assert "合计（含预算执行）\t80\t79.27" in text
    assert "评价结论\t95.1分" in text
    assert "其他资金\t\t\t\t\t/\t/" in text  # nobody filled it in; the others are 0.00
    assert "单位资金\t0.00\t0.00\t0.00\t/\t/\t/" in text


def test_linze_tells_its_tasks_in_yuan() -> None:
    facts = read(EXAMPLES / "620723-linze-2023")
    text = composed(facts, facts.rulebook, "department_self_evaluation").document.plain_text()
    assert "单位：元" in text
    assert "9548199.71\t9548199.71\t9548199.71\t9548199.71" in text


def test_yanfeng_says_why_a_point_is_missing() -> None:
    facts = read(EXAMPLES / "430406-yanfeng-2023")
    text = composed(facts, facts.rulebook, "department_self_evaluation").document.plain_text()
    assert "10\t9\t见部门说明" in text
    assert "合计\t100\t99" in text


REASONED: Final = [
    ("cn", "project_self_evaluation"),
    ("cn", "department_self_evaluation"),
    ("511902-bazhou", "project_self_evaluation"),
    ("430406-yanfeng", "department_self_evaluation"),
]
"""Forms with a column for the reason, by their place."""


@pytest.mark.parametrize(
    ("known", "why"),
    [
        ({}, "neither weight nor score: nothing to compare, the words stand all the same"),
        ({"target": 100, "actual": 80}, "no weight"),
        ({"weight": 10}, "no score"),
        ({"weight": 10, "operator": "≥", "target": 100, "actual": 80}, "points lost"),
        ({"weight": 10, "operator": "≥", "target": 100, "actual": 150}, "far above its target"),
    ],
)
@pytest.mark.parametrize(("key", "name"), REASONED)
def test_a_typed_reason_is_always_printed(key: str, name: str, known: dict[str, Any], why: str) -> None:
    line = {"code": "i1", "level1": "产出指标", "name": "整理档案", "reason": "库房改造停工两个月", **known}
    facts: dict[str, Any] = {"rulebook": key}
    if name.startswith("project"):
        facts["projects"] = [{"code": "p1", "name": "档案整理", "indicators": [line]}]
    else:
        facts["appraisal"] = {"indicators": [line]}
    assert "库房改造停工两个月" in composed(dossier(**facts), key, name).document.plain_text(), why
