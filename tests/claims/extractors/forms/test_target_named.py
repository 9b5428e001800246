"""An indicator whose name tells its target."""

import pytest
from tests.claims.support import form

from jixiao.claims.extraction import extract
from jixiao.pipeline import check_document

HEAD = ["一级指标", "三级指标", "指标值", "计量单位", "完成值", "分值", "得分"]


def held(*row: str) -> set[tuple[str, str]]:
    found = extract(form([HEAD, list(row)])).claims
    return {(c.stated, c.verdict) for c in found if c.kind == "restated"}


@pytest.mark.parametrize(
    ("name", "target", "unit"),
    [
        ("全年费用不高于80万元", "≤80万元", ""),
        ("全年费用不高于80万元", "≤80", "万元"),
        ("覆盖95%以上的村", "≥95%", ""),
    ],
)
def test_it_agrees(name: str, target: str, unit: str) -> None:
    assert held("成本", name, target, unit, "已完成", "10", "10") == {(target.lstrip("≤≥"), "holds")}


def test_another_figure_in_the_name_is_no_contradiction() -> None:
    row = ["成本", "80万元以上的项目数", "≤5", "个", "已完成", "10", "10"]
    assert held(*row) == set()
    assert held("成本", "每户补助80万元", "≤75万元", "", "已完成", "10", "10") == set()
    assert not [one for one in check_document(form([HEAD, row])).findings if one.severity == "error"]
