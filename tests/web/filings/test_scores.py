"""What the form says where the rules give no score: why, in the words of the form, and where it is mended."""

import pytest
from tests.web.cycles.years import year
from tests.web.filings.judging import fill
from tests.web.filings.support import clerk, form, indicators, shown
from tests.web.support import County

from jixiao.web.cycles.models import StageKind
from jixiao.web.filings.scores import score_of
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("kind", "number", "why"),
    [
        (StageKind.SELF_EVALUATION, 2, "绩效目标里没有各项指标的分值"),
        (StageKind.SELF_EVALUATION, 0, "绩效目标里没有绩效指标"),
        (StageKind.TARGETS, 2, "还没有分值：请在“绩效指标”里填写"),
    ],
)
def test_a_form_without_weights_says_where_they_belong(
    county: County, kind: str, number: int, why: str
) -> None:
    task = form(county, kind)
    indicators(task, number, weight=None)
    score = shown(clerk(county), task)["score"]
    assert not score["total"]
    assert score["reason"].startswith(why)


def test_a_form_with_weights_says_nothing_of_the_kind(county: County) -> None:
    task = form(county)
    indicators(task, 2, actual="100")
    assert "绩效目标" not in shown(clerk(county), task)["score"]["reason"]


def test_the_points_of_an_evaluator_are_shown_without_idle_zeros(county: County) -> None:
    now = year(county, kind=StageKind.EX_ANTE, nodes=(Role.PERFORMANCE_OFFICER.value,))
    fill(now.now(), now.clerk)  # stored with six decimals
    assert score_of(now.now())["total"] == "100.00"
