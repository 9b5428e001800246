"""What whoever judges reads beside a line: target and result as people write them."""

import pytest

from jixiao.core.scorecard import LeafScore
from jixiao.web.filings.assessments.basis import basis


@pytest.mark.parametrize(
    ("operator", "target", "upper", "actual", "unit", "shown"),
    [
        ("≥", "95", None, "90", "%", "指标值 ≥95%，完成 90%"),
        ("", "1000000", None, "999999.50", "元", "指标值 1,000,000元，完成 999,999.50元"),
        ("=", "1", None, "已完成", "年", "指标值 =1年，完成 已完成"),
        ("range", "5", "10", "7", "次", "指标值 5～10次，完成 7次"),
        ("定性", "优良中低差", None, "优", "其他", "指标值 优良中低差（定性），完成 优"),
        ("≤", "100", None, None, "万元", "指标值 ≤100万元"),
        ("=", None, None, None, "", ""),
    ],
)
def test_a_line_as_people_write_it(
    operator: str, target: str | None, upper: str | None, actual: str | None, unit: str, shown: str
) -> None:
    leaf = LeafScore(
        code="a", name="Meals", operator=operator, target=target, actual=actual, unit=unit, weight=None,
        points=None, by_rule=None, rule="", reason="", target_upper=upper,
    )  # fmt: skip
    assert basis(leaf) == shown
