"""Projects from a workbook: previewed line by line, taken over whole, in few statements, once."""

import datetime as dt
import io
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from tests.web.cycles.years import Year, year
from tests.web.importing.workbooks import SEALED, book, confirmed, sent
from tests.web.support import County, signed_in

from jixiao.web.actions import Refused, carry_out
from jixiao.web.audit.models import Event
from jixiao.web.cycles.actions.import_projects import ImportProjects
from jixiao.web.cycles.models import CycleState, StageKind, Task
from jixiao.web.filings.models import Project
from jixiao.web.importing.judging import Line, Lines
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
HEAD = ["部门", "单位", "项目代码", "项目名称", "来源", "文号", "全年预算数（万元）"]
VERB = "cycles.import_projects"


def address(now: Year) -> str:
    return f"/cycles/{now.cycle.pk}/projects/import/"


def rows(*more: list[object]) -> bytes:
    return book([HEAD, *more])


GOOD = (
    ["Yan education", "Yan school", "a1", "Roof", "年初预算", "", 12.5],
    ["Yan health", None, "a2", "Vaccines", "年中追加", "No. 7", "1,200.000001"],
    [None, "Yan-hospital", "a3", "Beds", "上年结转", None, None],
)


def test_the_workbook_comes_empty_with_the_departments_to_choose_from(county: County) -> None:
    now = year(county)
    answer = signed_in(now.officer).get(f"{address(now)}?format=xlsx")
    made = load_workbook(io.BytesIO(answer.content))
    assert [cell.value.removesuffix(" *") for cell in made.worksheets[0][1]] == HEAD
    assert made.worksheets[0].max_row == 1
    assert "Yan education" in [cell.value for cell in made["选项"]["A"]]


def test_nothing_is_stored_before_the_confirmation_and_all_of_it_after(county: County) -> None:
    now = year(county)
    client = signed_in(now.officer)
    preview = sent(client, address(now), rows(*GOOD))
    page = preview.content.decode()
    assert preview.status_code == 200
    assert "新增 3 行，已有 0 行（不改动），有误 0 行" in page
    assert Project.objects.filter(fiscal_year=2024).count() == 1
    answer = confirmed(client, address(now), preview)
    assert answer.status_code == 302
    made = {one.code: one for one in Project.objects.filter(code__in=["a1", "a2", "a3"])}
    assert [(one.organisation.code, one.origin) for _, one in sorted(made.items())] == [
        ("Yan-school", "initial"), ("Yan-health", "supplementary"), ("Yan-hospital", "carried_over"),
    ]  # fmt: skip
    assert [one.revised_budget for _, one in sorted(made.items())] == [
        Decimal(125_000),
        Decimal("12000000.01"),
        None,
    ]
    assert made["a1"].position == 1
    assert made["a2"].document_number == "No. 7"
    assert {one.fiscal_year for one in made.values()} == {2024}
    assert Task.objects.filter(project__in=made.values(), stage=now.stage).count() == 3
    event = Event.objects.get(verb=VERB)
    assert '["Yan-school", "a1", "initial"]' in event.details


def test_the_same_import_again_changes_nothing(county: County) -> None:
    now = year(county)
    client = signed_in(now.officer)
    first = sent(client, address(now), rows(*GOOD))
    confirmed(client, address(now), first)
    before = list(Project.objects.order_by("pk").values())
    again = sent(client, address(now), rows(*GOOD)).content.decode()
    assert "新增 0 行，已有 3 行" in again
    assert "没有要新增的内容" in again
    assert not SEALED.search(again)
    assert confirmed(client, address(now), first).status_code == 302  # the old preview, sent once more
    assert list(Project.objects.order_by("pk").values()) == before


def test_what_is_there_stays_as_it_is_and_the_difference_is_told(county: County) -> None:
    now = year(county)
    line = ["", "Yan school", "p1", "Other meals", "年初预算", "", "10"]
    page = sent(signed_in(now.officer), address(now), rows(line)).content.decode()
    assert "已有 1 行" in page
    assert "项目名称与已有的“School meals”不同" in page
    assert "全年预算数与" not in page


@pytest.mark.parametrize(
    ("line", "place", "words"),
    [
        (["Nowhere", "", "a1", "Roof", "年初预算", "", 1], "A3（部门）", "没有“Nowhere”"),
        (["", "", "a1", "Roof", "年初预算", "", 1], "A3（部门）", "没有填写部门或单位"),
        (["Yan health", "Yan school", "a1", "Roof", "年初预算", "", 1], "B3（单位）", "“Yan health”之下没有“Yan school”"),
        (["", "Yan school", "A 1", "Roof", "年初预算", "", 1], "C3（项目代码）", "只能用小写字母"),
        (["", "Yan school", "b1", "Roof", "年初预算", "", 1], "C3（项目代码）", "与第 2 行重复"),
        (["", "Yan school", "a1", "", "年初预算", "", 1], "D3（项目名称）", "没有填写"),
        (["", "Yan school", "a1", "R" * 201, "年初预算", "", 1], "D3（项目名称）", "200"),
        (["", "Yan school", "a1", "Roof", "天上", "", 1], "E3（来源）", "年初预算、年中追加、上年结转"),
        (["", "Yan school", "a1", "Roof", "年初预算", "", "much"], "G3（全年预算数（万元））", "“much”不是数"),
        (["", "Yan school", "a1", "Roof", "年初预算", "", "1.0000001"], "G3（全年预算数（万元））", "小数超过 2 位"),
        (["", "Yan school", "a1", "Roof", "年初预算", "", "1e25"], "G3（全年预算数（万元））", "太大"),
        (["", "Yan school", "a1", "Roof", "年初预算", "", "1e999999"], "G3（全年预算数（万元））", "不是数"),
    ],
)  # fmt: skip
def test_a_wrong_line_is_left_out_only_where_the_person_says_so(
    county: County, line: list[object], place: str, words: str
) -> None:
    now = year(county)
    client = signed_in(now.officer)
    preview = sent(client, address(now), rows(["", "Yan school", "b1", "Good", "年初预算", "", 1], line))
    page = preview.content.decode()
    assert "新增 1 行，已有 0 行（不改动），有误 1 行" in page
    assert place in page
    assert words in page
    refused = confirmed(client, address(now), preview)
    assert refused.status_code == 422
    assert not Project.objects.filter(code="b1").exists()
    assert confirmed(client, address(now), preview, {"leave_out": "1"}).status_code == 302
    assert Project.objects.filter(code="b1").count() == 1
    assert Project.objects.filter(fiscal_year=2024).count() == 2


def test_a_line_that_became_wrong_meanwhile_stops_all(county: County) -> None:
    now = year(county)
    client = signed_in(now.officer)
    preview = sent(client, address(now), rows(*GOOD))
    county.other_unit.active = False
    county.other_unit.save()
    answer = confirmed(client, address(now), preview)
    assert answer.status_code == 422
    assert "Yan-hospital" in answer.content.decode()
    assert not Project.objects.filter(code__in=["a1", "a2", "a3"]).exists()
    assert not Event.objects.filter(verb=VERB).exists()


def test_a_clerk_imports_for_the_own_body_alone(county: County) -> None:
    now = year(county)
    client = signed_in(now.clerk)
    preview = sent(client, address(now), rows(*GOOD))
    page = preview.content.decode()
    assert "新增 1 行，已有 0 行（不改动），有误 2 行" in page
    assert "没有“Yan health”，或不在您的范围内" in page
    assert confirmed(client, address(now), preview, {"leave_out": "1"}).status_code == 302
    lines = Lines(
        "x", {}, (Line(2, {"unit": "Yan-hospital", "code": "z", "name": "z", "origin": "年初预算"}),)
    )
    with pytest.raises(Refused, match="不在您的范围内"):
        carry_out(ImportProjects(now.cycle, lines), now.clerk)
    above = ["Yan education", "", "z", "z", "年初预算", "", ""]
    assert "“Yan education”不在您的范围内" in sent(client, address(now), rows(above)).content.decode()


@pytest.mark.parametrize(
    "role", [Role.UNIT_REVIEWER, Role.LINE_OFFICER, Role.SYSTEM_ADMINISTRATOR, Role.EVALUATOR]
)
def test_who_may_not_add_a_project_may_not_import_any(county: County, role: str) -> None:
    now = year(county)
    assert sent(signed_in(now.person(role)), address(now), rows(*GOOD)).status_code == 403


def test_a_preview_is_confirmed_by_who_saw_it_for_its_year(county: County) -> None:
    now, other = year(county), year(county, fiscal_year=2025)
    preview = sent(signed_in(now.officer), address(now), rows(*GOOD))
    for client, at in ((signed_in(now.clerk), address(now)), (signed_in(now.officer), address(other))):
        answer = confirmed(client, at, preview)
        assert answer.status_code == 422
        assert "预览已过期" in answer.content.decode()


def test_a_year_that_is_not_open_takes_none(county: County) -> None:
    now = year(county, state=CycleState.CLOSED)
    answer = sent(signed_in(now.officer), address(now), rows(*GOOD))
    assert answer.status_code == 422
    assert "没有开放" in answer.content.decode()


def test_targets_whose_deadline_has_passed_are_asked_for_by_a_day_of_their_own(county: County) -> None:
    now = year(county, kind=StageKind.TARGETS, days=-1)
    client = signed_in(now.officer)
    assert "请写明本项目的申报截止日期" in sent(client, address(now), rows(*GOOD)).content.decode()
    day = timezone.localdate() + dt.timedelta(days=5)
    preview = sent(client, address(now), rows(*GOOD), {"targets_by": day.isoformat()})
    assert f'name="targets_by" value="{day.isoformat()}"' in preview.content.decode()
    assert confirmed(client, address(now), preview, {"targets_by": day.isoformat()}).status_code == 302
    assert set(Task.objects.filter(project__code__startswith="a").values_list("deadline", flat=True)) == {day}


def test_eight_times_the_projects_take_no_more_queries_but_for_the_batches(county: County) -> None:
    now = year(county)

    def queries(first: int, count: int) -> int:
        lines = tuple(
            Line(at, {"unit": "Yan-school", "code": f"n{at}", "name": "x", "origin": "年初预算"})
            for at in range(first, first + count)
        )
        with CaptureQueriesContext(connection) as caught:
            carry_out(ImportProjects(now.cycle, Lines("x", {}, lines)), now.officer)
        return sum(not one["sql"].startswith("INSERT") for one in caught)

    few = queries(0, 100)  # the first entry of the log takes more
    assert queries(1_000, 800) <= few
    assert Project.objects.filter(organisation=county.unit, fiscal_year=2024).count() == 901
