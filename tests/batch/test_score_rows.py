"""Rows of indicators become projects; faulty rows are named and left out."""

from decimal import Decimal
from typing import Any

import pytest

from jixiao.batch.score_rows import RowFault, projects
from jixiao.core.dossier.projects import Operator
from jixiao.core.errors import ReadError
from jixiao.core.money import Money


def row(project: str = "p1", indicator: str = "i1", **more: object) -> dict[str, Any]:
    return {
        "department": "d1",
        "project": project,
        "revised_budget": Decimal("65.26"),
        "outturn": Decimal("59.17"),
        "indicator": indicator,
        "level1": "产出指标",
        "operator": "≥",
        "target": "95",
        "weight": Decimal(10),
        "actual": "90.0",
    } | more


def test_rows_of_a_project_become_its_indicators() -> None:
    faults: list[RowFault] = []
    found = list(projects([row(), row(indicator="i2", target="健全", operator="定性"), row("p2")], faults))
    assert [(department, project.code, len(project.indicators)) for department, project in found] == [
        ("d1", "p1", 2),
        ("d1", "p2", 1),
    ]
    first, second = found[0][1].indicators
    assert (first.operator, first.target, first.actual) == (Operator.AT_LEAST, Decimal(95), Decimal("90.0"))
    assert (second.target, second.applicable) == ("健全", True)
    assert found[0][1].outturn == Money(Decimal("59.17"))
    assert not faults


def test_a_blank_is_not_zero() -> None:
    ((_, project),) = projects([row(actual=None, outturn=None, target=" ")], [])
    assert project.indicators[0].actual is None
    assert project.indicators[0].target is None
    assert project.outturn is None


def test_faulty_rows_are_named_and_their_project_left_out() -> None:
    faults: list[RowFault] = []
    other = row("p3", outturn=Decimal(1), indicator="i9")
    rows = [row(), row("p2", operator="约"), row("p3"), other, row(" "), row("p4"), row("p4")]
    assert [project.code for _, project in projects(rows, faults)] == ["p1"]
    assert [(fault.row, fault.column) for fault in faults] == [
        (2, "operator"),
        (4, "outturn"),
        (5, "project"),
        (7, "indicator"),
    ]
    assert all(fault.message and fault.message_en for fault in faults)


def test_rows_of_a_project_that_stand_apart_end_the_run() -> None:
    apart = projects([row(), row("p2"), row(indicator="i9")], [])
    with pytest.raises(ReadError, match=r"第3行：项目“p1”的行没有排在一起"):
        list(apart)
