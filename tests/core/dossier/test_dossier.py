"""The model of a dossier: what it accepts, refuses and names."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.paths import canonical, fact, leaves
from jixiao.core.dossier.values import Absent, money, number
from jixiao.core.money import Money, MoneyUnit

HEAD: dict[str, Any] = {
    "rulebook": "cn",
    "fiscal_year": 2023,
    "department": {"code": "office", "name": "某办公室"},
}
ROAD: dict[str, Any] = {
    "code": "road",
    "name": "道路",
    "revised_budget": Decimal("65.26"),
    "outturn": "591700元",
}


def dossier(**parts: object) -> Dossier:
    return Dossier.model_validate(HEAD | parts, context={})


def test_bare_amounts_count_in_the_unit_of_the_dossier() -> None:
    assert money(dossier(projects=[ROAD]).projects[0].revised_budget) == Money(
        Decimal("65.26"), MoneyUnit.TEN_THOUSAND
    )
    assert money(dossier(money_unit="元", projects=[ROAD]).projects[0].revised_budget) == Money(
        Decimal("65.26"), MoneyUnit.YUAN
    )


def test_zero_blank_not_applicable_and_none_stay_different() -> None:
    rows = [{"code": "a", "name": "a", "outturn": value} for value in (0, "/", "无")]
    found = dossier(
        projects=[*[row | {"code": f"p{at}"} for at, row in enumerate(rows)], {"code": "b", "name": "b"}]
    )
    outturns = [project.outturn for project in found.projects]
    assert outturns == [Money(Decimal(0), MoneyUnit.TEN_THOUSAND), Absent.NOT_APPLICABLE, Absent.NONE, None]
    assert [money(outturn) is None for outturn in outturns] == [False, True, True, True]


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"projects": [ROAD | {"outturn": 1.5}]}, "不是金额"),
        ({"projects": [ROAD | {"outturn": "65个"}]}, "不是金额"),
        ({"projects": [ROAD | {"outtern": 1}]}, "Extra inputs"),
        ({"projects": [ROAD, ROAD]}, "用了两次"),
        ({"projects": [ROAD | {"code": "Road 1"}]}, "小写字母"),
        ({"projects": [ROAD | {"printed": {"total": "无"}}]}, "不是数"),
        ({"projects": [ROAD | {"printed_rate": "多"}]}, "不是数"),
        ({"department": {"code": "a", "name": "a", "staff": {"in_post": Decimal("1.5")}}}, "不是整数"),
        ({"fiscal_year": 20233}, "1950至2100"),
        ({"projects": [ROAD | {"monitoring": [{"through_month": 0}]}]}, "1至12"),
        ({"published": [{"fact": "projects.rod.outturn", "value": "1", "place": "一"}]}, "projects.rod"),
    ],
)
def test_refuses(parts: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        dossier(**parts)


def test_facts_have_paths() -> None:
    found = dossier(
        projects=[ROAD], notes=[{"section": "problems", "text": "一"}, {"section": "problems", "text": "二"}]
    )
    assert fact(found, "projects.road.outturn") == Money(Decimal(591700), MoneyUnit.YUAN)
    assert fact(found, "projects.1.name") == "道路"
    assert fact(found, "notes.2.text") == "二"
    for path, value in leaves(found):
        assert fact(found, path) == value
        assert canonical(found, path) == path
    assert canonical(found, "projects.1.name") == "projects.road.name"
    with pytest.raises(KeyError, match=r"projects\.2"):
        canonical(found, "projects.2.name")


def test_a_project_by_code() -> None:
    found = dossier(projects=[ROAD])
    assert found.project("road").name == "道路"
    with pytest.raises(KeyError):
        found.project("rail")


def test_numbers_of_values() -> None:
    assert number(Decimal(5)) == 5
    assert number("健全") is None


def test_what_the_forms_ask_beside_the_score_has_a_place() -> None:
    adjusted = {"item": "annual_goal", "before": "修10公里", "after": "修8公里", "reason": "预算调减"}
    project = ROAD | {
        "whole_amount": 300,
        "whole_fiscal": 200,
        "funding": [{"source": "当年财政拨款", "requested": 80, "reason": "工程缓建"}],
        "adjustments": [adjusted],
        "ex_ante": {
            "object": "项目",
            "occasion": "延续",
            "methods": ["成本效益分析法"],
            "conditions": ["用地批复"],
            "opinion": "完善后支持",
        },
        "indicators": [
            {
                "code": "i1",
                "level1": "产出指标",
                "name": "里程",
                "review_score": 9,
                "scoring_note": "每少1公里扣1分",
                "source": "指标库",
                "reference": "上年8公里（历史标准）",
            }
        ],
        "monitoring": [{"through_month": 6, "indicators": [{"indicator": "i1", "reason_kind": "经费保障"}]}],
        "use_of_results": "按进度安排下年预算",
    }
    mended = {"problem": "进度慢", "source": "绩效监控", "demand": "加快", "closed": True}
    found = dossier(projects=[project], rectifications=[mended])
    assert fact(found, "projects.road.adjustments.1.after") == "修8公里"
    assert fact(found, "projects.road.ex_ante.conditions.1") == "用地批复"
    assert found.rectifications[0].closed


def test_empty_words_are_blank() -> None:
    progress = {"indicator": "i", "actual": "", "forecast": " "}
    found = dossier(projects=[ROAD | {"monitoring": [{"through_month": 6, "indicators": [progress]}]}])
    told = found.projects[0].monitoring[0].indicators[0]
    assert (told.actual, told.forecast) == (None, None)
