"""Score and grade of a form: those of the version handed in last, in lists, filters and exports."""

import csv
import io
from decimal import Decimal

import pytest
from tests.web.cycles.years import Year, year
from tests.web.support import County, signed_in

from jixiao.web.actions import carry_out
from jixiao.web.cycles.actions.approve_task import ApproveTask
from jixiao.web.cycles.actions.cancel_final import CancelFinal
from jixiao.web.cycles.actions.return_task import ReturnTask
from jixiao.web.cycles.actions.submit_task import SubmitTask
from jixiao.web.cycles.actions.withdraw_task import WithdrawTask
from jixiao.web.cycles.listing import Filters
from jixiao.web.cycles.models import StageKind
from jixiao.web.filings.models import Indicator
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
FULL, LESS = (Decimal(100), "优"), (Decimal(55), "差")


@pytest.fixture
def now(county: County) -> Year:
    """A project with ten points of execution and ninety of an indicator that is met."""
    made = year(county, nodes=(Role.PERFORMANCE_OFFICER,))
    made.project.goal = "Meals"
    made.project.save()
    Indicator.objects.create(
        project=made.project, code="i1", level1="产出指标", name="Pupils", operator="≥", target="500",
        actual="500", weight=90,
    )  # fmt: skip
    return made


def result(now: Year) -> tuple[Decimal | None, str]:
    task = now.now()
    return task.score, task.grade


def worse(now: Year) -> None:
    """Half of the pupils were reached."""
    row = now.project.indicators.get()
    row.actual, row.reason = "250", "Snow"
    row.save()


def submit(now: Year) -> None:
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)


def test_the_score_is_that_of_the_version_handed_in_last(now: Year) -> None:
    assert result(now) == (None, "")
    submit(now)
    assert result(now) == FULL
    carry_out(WithdrawTask(now.now()), now.clerk)
    worse(now)
    assert result(now) == FULL, "until it is handed in again"
    submit(now)
    assert result(now) == LESS
    carry_out(ReturnTask(now.now(), "More"), now.officer)
    assert result(now) == LESS
    submit(now)
    carry_out(ApproveTask(now.now()), now.officer)
    assert result(now) == LESS
    carry_out(CancelFinal(now.now(), "Wrong"), now.officer)
    assert result(now) == LESS
    row = now.project.indicators.get()
    row.actual, row.reason = "500", ""
    row.save()
    submit(now)
    assert result(now) == FULL


@pytest.mark.parametrize("kind", [StageKind.TARGETS, StageKind.MONITORING])
def test_what_says_nothing_of_results_has_no_score(county: County, kind: StageKind) -> None:
    month = 6 if kind == StageKind.MONITORING else None
    made = year(county, kind=kind, month=month, nodes=(Role.PERFORMANCE_OFFICER,))
    submit(made)
    assert result(made) == (None, "")


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ({"grade": "优"}, True),
        ({"grade": "差"}, False),
        ({"least": "100"}, True),
        ({"least": "100.01"}, False),
        ({"most": "99.99"}, False),
        ({"least": "90", "most": "100"}, True),
        ({"least": "much"}, True),
        ({"least": "NaN"}, True),
        ({"most": "1e99"}, True),
    ],
)
def test_lists_and_exports_are_filtered_by_score_and_grade(
    now: Year,
    asked: dict[str, str],
    there: bool,  # noqa: FBT001  # a case
) -> None:
    submit(now)
    client = signed_in(now.officer)
    page = client.get("/cycles/tasks/", {"stage": now.stage.pk, **asked})
    assert [one.pk for one in page.context["page"]] == ([now.task.pk] if there else [])
    data = client.get("/cycles/tasks/", {"stage": now.stage.pk, "format": "csv", **asked}).content
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [(row["得分"], row["等级"]) for row in rows] == ([("100.00", "优")] if there else [])


def test_the_list_shows_both(now: Year) -> None:
    submit(now)
    page = signed_in(now.officer).get("/cycles/tasks/", {"stage": now.stage.pk}).content.decode()
    assert '<td class="number">100.00</td><td lang="zh">优</td>' in page
    assert '<option lang="zh">优</option>' in page
    assert Filters(least="90", grade="优").query == "grade=%E4%BC%98&least=90"
