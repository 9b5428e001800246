"""The national forms of projects that fill them: monitoring, ex-ante evaluation, funds asked for.

No published report has these facts and made-up departments have none of them, so they are added here.
"""

import re
from random import Random
from typing import Any

import pytest
from bench.departments import department
from tests.pipeline.reporting.test_round_trip import assert_covered, written

from jixiao.core.dossier import Dossier


def filled(seed: int) -> Dossier:
    """A made-up department whose projects have every fact that the national forms of projects ask for."""
    chance = Random(seed)  # noqa: S311  # no secret
    data = department(chance, "cn", projects=2).model_dump(context={"money_unit": None})
    for project in data["projects"].values() if isinstance(data["projects"], dict) else data["projects"]:
        own, other = chance.randint(10**6, 10**7), chance.randint(10**5, 10**6)
        points = [chance.randint(14, 20) for _ in range(5)]
        project |= {
            "whole_amount": f"{2 * (own + other)}元",
            "whole_fiscal": f"{2 * own}元",
            "funding": [
                {"source": "当年财政拨款", "requested": f"{own}元"},
                {"source": "其他资金", "requested": f"{other}元"},
            ],
            "monitoring": [_monitored(chance, project)],
            "ex_ante": {
                "requested": f"{own + other}元",
                "suggested": f"{chance.choice((own + other, own, own - other))}元",
                "dimensions": dict(zip(_DIMENSIONS, points, strict=True)),
                "expert_scores": [sum(points) - 2, sum(points) + 2],
                "conclusion": "予以支持",
                "opinion": "项目必要，预算合理。",
            },
        }
    return Dossier.model_validate(data, context={})


_DIMENSIONS = ("立项必要性", "投入经济性", "绩效目标合理性", "实施方案可行性", "筹资合规性")


def _monitored(chance: Random, project: dict[str, Any]) -> dict[str, Any]:
    budget = project["revised_budget"]
    spent = int(float(str(budget).removesuffix("元").removesuffix("万")) * chance.uniform(0.4, 0.7))
    lines = [
        {"indicator": line["code"], "actual": chance.randint(20, 60), "forecast": chance.randint(80, 99)}
        for line in project["indicators"]
    ]
    unit = "万元" if "万" in str(budget) else "元"
    return {"through_month": 7, "outturn": f"{spent}{unit}", "forecast": str(budget), "indicators": lines}


@pytest.mark.parametrize("kind", ["project_target", "monitoring", "ex_ante"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nearly_every_number_is_checked_and_none_is_wrong(kind: str, seed: int) -> None:
    report = written(filled(seed), "cn", kind, draft=True)
    assert [one.told("zh") for one in report.refusals] == []
    assert_covered(report)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_others_gave_a_department_is_told_and_nothing_is_wrong_with_it(seed: int) -> None:
    data = department(Random(seed), "cn").model_dump()  # noqa: S311  # no secret
    data["appraisal"]["evaluations"] = [
        {"kind": "财政评价", "by": "市财政局", "score": "82.5", "grade": "良", "opinion": "目标应再细化。"},
        {"kind": "自评复核", "score": 90},
    ]
    report = written(Dossier.model_validate(data, context={}), "cn", "final_accounts", "html")
    text = re.sub("<[^>]+>", "", report.data.decode())
    assert "财政评价（市财政局）：部门整体得分82.5分，等级为“良”。目标应再细化。" in text
    assert "自评复核：部门整体得分90分。" in text
    assert [one.told("zh") for one in report.refusals] == []
