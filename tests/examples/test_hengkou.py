"""Hengkou's 33 projects: counts, rates and grades as the report prints them."""

from collections import Counter
from decimal import Decimal

import pytest
from tests.support import ROOT

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.projects import Origin, Project
from jixiao.core.dossier.values import money, number
from jixiao.core.interval import Interval
from jixiao.dossiers.discovery import read


@pytest.fixture(scope="module")
def hengkou() -> Dossier:
    return read(ROOT / "examples" / "610902-hengkou-2023")


def count(of: Dossier, label: str) -> int | None:
    return next(row.count for row in of.performance_work.self_evaluation if row.label == label)


def test_projects_by_origin(hengkou: Dossier) -> None:
    origins = Counter(project.origin for project in hengkou.projects)
    assert origins == {Origin.CARRIED_OVER: 4, Origin.INITIAL: 1, Origin.SUPPLEMENTARY: 28}
    assert origins[Origin.CARRIED_OVER] == count(hengkou, "上年结转项目")
    assert origins[Origin.SUPPLEMENTARY] == count(hengkou, "年中追加项目")
    assert len(hengkou.projects) == count(hengkou, "自评项目")
    assert [project.code for project in hengkou.projects if project.base] == ["p01"]


def test_grades_follow_the_printed_scores(hengkou: Dossier) -> None:
    grades = Counter(project.printed.grade for project in hengkou.projects)
    assert grades == {"优秀": count(hengkou, "优秀"), "良好": count(hengkou, "良好")}
    assert grades == {"优秀": 24, "良好": 9}
    assert all(
        (project.printed.total or 0) >= 90
        if project.printed.grade == "优秀"
        else Decimal(80) <= (project.printed.total or 0) < 90
        for project in hengkou.projects
    )


def rate(project: Project, *, original: bool) -> Interval:
    budget = money(project.original_budget if original else project.revised_budget)
    outturn = money(project.outturn)
    assert budget
    assert outturn
    percent = outturn.yuan * 100
    return Interval.exact(percent) / Interval.exact(budget.yuan)


def test_rates_follow_from_the_amounts(hengkou: Dossier) -> None:
    for project in hengkou.projects:
        printed = number(project.printed_rate)
        assert printed is not None
        decimals = -int(printed.as_tuple().exponent)
        stale = project.code == "p13"  # 70 % is of the budget before it was cut
        assert rate(project, original=stale).meets(Interval.printed(printed, max(decimals, 0))), project.name


def test_both_names_of_a_project_are_known(hengkou: Dossier) -> None:
    assert {project.code: project.aliases for project in hengkou.projects if project.aliases} == {
        "p13": ("会议经费",),
        "p19": ("机关大楼零星维修费用",),
        "p23": ("50万元机关运作经费",),
        "p26": ("公安技侦大厦运营经费",),
        "p32": ("2023年系半年年巡特警经费和办公经费",),
    }


def test_document_numbers_that_stand_twice_are_told(hengkou: Dossier) -> None:
    numbers = Counter(project.document_number for project in hengkou.projects)
    twice = {number for number, times in numbers.items() if times > 1}
    unresolved = {row.fact for row in hengkou.unresolved}
    told = {
        project.document_number
        for project in hengkou.projects
        if f"projects.{project.code}.document_number" in unresolved
    }
    assert twice == told
    assert len(twice) == 2
