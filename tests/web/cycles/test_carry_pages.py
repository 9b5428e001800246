"""The pages that bring projects over from the year before: what each person sees, chooses, previews and confirms."""

import re
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from selectolax.lexbor import LexborHTMLParser as Page
from tests.web.cycles.test_carrying import BEFORE, NOW, opened, past
from tests.web.cycles.years import Year
from tests.web.support import County, signed_in

from jixiao.web.cycles.carrying import Way
from jixiao.web.cycles.models import Assignment, CycleState, StageKind, Task, TaskState
from jixiao.web.filings.models import Project
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
SEALED = re.compile(r'name="sealed" value="([^"]+)"')
MAY = {Role.UNIT_CLERK, Role.PERFORMANCE_OFFICER}


def address(now: Year, query: str = "") -> str:
    return f"/cycles/{now.cycle.pk}/projects/carry/{query}"


def names(answer: Any) -> list[str]:
    """The projects of the list, without what stands below their names."""
    rows = Page(answer.content.decode()).css("table.carry tbody th")
    return [row.text(deep=False).strip() for row in rows]


def previewed(client: Client, now: Year, *projects: Project, query: str = "", **more: str) -> Any:
    chosen = {"project": [one.pk for one in projects], "way": Way.CARRIED_OVER.value}
    return client.post(address(now, query), chosen | more)


def confirmed(client: Client, now: Year, preview: Any) -> Any:
    (token,) = SEALED.findall(preview.content.decode())
    return client.post(address(now), {"sealed": token})


@pytest.mark.parametrize("role", ["", *Role])
def test_who_may_add_projects_may_bring_them_over(county: County, role: str) -> None:
    now = opened(county)
    before = past(county)
    client = signed_in(county.people[str(role)])
    shown = client.get(address(now))
    asked = previewed(client, now, before)
    if role not in MAY:
        assert (shown.status_code, asked.status_code) == (403, 403)
        return
    assert names(shown) == ["Project a1"]
    assert SEALED.search(asked.content.decode())
    assert "从上年转入项目" in client.get(f"/cycles/{now.cycle.pk}/").content.decode()


def test_a_stranger_is_sent_to_the_login(county: County) -> None:
    now = opened(county)
    for answer in (signed_in(None).get(address(now)), previewed(signed_in(None), now, past(county))):
        assert answer.status_code == 302
        assert "/account/login/" in answer["Location"]


def test_the_list_tells_money_rate_result_and_why_one_cannot_come(county: County) -> None:
    now = opened(county)
    one = past(county, revised_budget="1234567.80", outturn="1000000", nature="经常性", ends="2036")
    past(county, "p1")
    earlier = opened(county, fiscal_year=BEFORE - 1)  # any stage does
    Task.objects.create(
        stage=earlier.stage, organisation=county.unit, project=one, deadline=earlier.stage.deadline,
        state=TaskState.FINAL, score=Decimal("92.5"), grade="优",
    )  # fmt: skip
    page = Page(signed_in(now.officer).get(address(now)).content.decode())
    first, second = page.css("table.carry tbody tr")
    words = " ".join(first.text().split())
    for told in (
        "1,234,567.80",
        "1,000,000.00",
        "81.00%",
        "234,567.80",
        "92.50 优",
        "经常性",
        "至 2036",
        "可以转入",
    ):
        assert told in words
    assert "本年度已有代码相同的项目“School meals”" in second.text()
    assert "未终审" in second.text()
    assert [("disabled" in box.attributes) for box in page.css("input[name=project]")] == [False, True]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Roof", "Bus", "Beds"]),
        ("?q=roo", ["Roof"]),
        ("?q=A3", ["Beds"]),
        ("?origin=supplementary", ["Bus"]),
        ("?origin=nonsense&able=maybe&under=x", ["Roof", "Bus", "Beds"]),
        ("?lasts=1", ["Roof", "Beds"]),
        ("?able=no", ["Bus"]),
        ("?able=yes", ["Roof", "Beds"]),
        ("?under={department}", ["Roof", "Bus"]),
        ("?under={unit}&able=yes", ["Roof"]),
        ("?under=123456789", []),
    ],
)
def test_the_filters(county: County, query: str, expected: list[str]) -> None:
    now = opened(county)
    past(county, name="Roof", ends="2035-06", position=0)
    past(county, "a2", name="Bus", origin="supplementary", deleted=True, ends="2033-12-31", position=1)
    past(county, "a3", name="Beds", nature="经常性", organisation=county.other_unit)
    asked = query.format(department=county.department.pk, unit=county.unit.pk)
    answer = signed_in(now.officer).get(address(now, asked))
    assert sorted(names(answer)) == sorted(expected)
    if not expected:
        assert "没有找到" in answer.content.decode()


def test_the_list_as_a_file_has_what_the_filters_let_through(county: County) -> None:
    now = opened(county)
    past(county, name="=Roof")
    past(county, "a2", name="Bus")
    answer = signed_in(now.officer).get(address(now, "?q=roof&format=csv"))
    head, row = answer.content.decode("utf-8-sig").splitlines()
    assert head.startswith("单位,项目代码,项目名称,来源")
    assert row == "Yan school,a1,'=Roof,年初预算,,,,1000.10,999.99,99.99,0.11,,,可以转入"


def test_nothing_is_written_before_the_confirmation_and_what_was_shown_after_it(county: County) -> None:
    now = opened(county)
    client = signed_in(now.officer)
    one, nothing_left = past(county), past(county, "a2", outturn="1000.10")
    preview = previewed(client, now, one, nothing_left)
    page = preview.content.decode()
    assert "将转入 1 个项目。还没有写入任何内容。" in page
    assert "另有 1 个不能转入" in page
    assert "上年没有未用完的资金" in page
    assert "1 份表：Stage of self_evaluation" in page
    assert ">0.11<" in page
    assert "上年自评还没有终审" in page
    assert not Project.objects.exclude(predecessor=None).exists()
    answer = confirmed(client, now, preview)
    assert answer["Location"] == f"/cycles/{now.cycle.pk}/"
    assert "已转入 1 个项目，并下达 1 份表。" in client.get(answer["Location"]).content.decode()
    (made,) = Project.objects.exclude(predecessor=None)
    assert (made.predecessor, made.origin, made.revised_budget) == (one, "carried_over", Decimal("0.11"))
    again = confirmed(client, now, preview)  # the button pressed twice
    assert "所选的 1 个项目此前已经转入，没有改动" in client.get(again["Location"]).content.decode()
    assert Project.objects.exclude(predecessor=None).count() == 1


def test_all_that_the_filters_let_through_come_with_one_button(county: County) -> None:
    now = opened(county)
    client = signed_in(now.officer)
    for number in range(3):
        past(county, f"a{number}", name=f"Roof {number}")
    past(county, "b", name="Bus")
    past(county, "c", name="Roof that was removed", deleted=True)
    preview = previewed(client, now, query="?q=roof", all="1", way=Way.CONTINUED.value)
    assert confirmed(client, now, preview).status_code == 302
    made = Project.objects.exclude(predecessor=None).values_list("name", flat=True)
    assert sorted(made) == ["Roof 0", "Roof 1", "Roof 2"]


def test_a_preview_is_confirmed_by_who_saw_it_for_its_opened(county: County) -> None:
    now, other = opened(county), opened(county, fiscal_year=NOW + 1)
    preview = previewed(signed_in(now.officer), now, past(county))
    for client, at in ((signed_in(now.clerk), now), (signed_in(now.officer), other)):
        answer = confirmed(client, at, preview)
        assert answer.status_code == 422
        assert "预览已过期" in answer.content.decode()


def test_what_was_chosen_stays_chosen_where_something_lacks(county: County) -> None:
    now = opened(county, kind=StageKind.TARGETS, days=-1)
    client = signed_in(now.officer)
    one = past(county)
    assert 'name="targets_by"' in client.get(address(now)).content.decode()
    answer = previewed(client, now, one)
    page = Page(answer.content.decode())
    assert answer.status_code == 422
    assert "请写明本项目的申报截止日期" in page.text()
    assert page.css_first("input[name=project]").attributes.keys() >= {"checked"}
    assert page.css_first("#way option[value=carried_over]").attributes.keys() >= {"selected"}
    wrong = previewed(client, now, one, targets_by="soon")
    assert wrong.status_code == 422
    assert (
        "没有勾选可以转入的项目"
        in client.post(address(now), {"way": "continued", "targets_by": "2999-01-01"}).content.decode()
    )
    preview = previewed(client, now, one, targets_by="2999-01-01")
    assert confirmed(client, now, preview).status_code == 302
    assert Task.objects.get(project__predecessor=one).deadline.isoformat() == "2999-01-01"


def test_a_year_that_is_not_open_shows_them_and_takes_none(county: County) -> None:
    now = opened(county, state=CycleState.PREPARING)
    client = signed_in(now.officer)
    before = past(county)
    page = client.get(address(now)).content.decode()
    assert "现在只能查看" in page
    assert "Project a1" in page
    assert 'name="project"' not in page
    assert previewed(client, now, before).status_code == 422


def test_more_bodies_and_projects_take_no_more_queries(county: County) -> None:
    now = opened(county)
    past(county)
    client = signed_in(now.officer)

    def queries(method: str, **given: object) -> int:
        with CaptureQueriesContext(connection) as caught:
            assert getattr(client, method)(address(now), **given).status_code == 200
        return len(caught)

    asked = {"data": {"all": "1", "way": Way.CARRIED_OVER.value}}
    queries("get"), queries("post", **asked)  # what is read once a process is read
    few = queries("get"), queries("post", **asked)
    for number in range(20):
        body = Organisation.objects.create(
            kind=Kind.UNIT, code=f"u{number}", name=f"U {number}", parent=county.department
        )
        for code in range(10):
            past(county, f"n{code}", organisation=body)
    assert (queries("get"), queries("post", **asked)) == few


def test_a_form_and_a_project_show_what_the_year_before_was_like(county: County) -> None:
    now = opened(county)
    before = past(county, revised_budget="200", outturn="150.50")
    paths = (f"/cycles/tasks/{now.task.pk}/", f"/dashboards/projects/{now.project.pk}/")
    client = signed_in(now.officer)
    for path in paths:
        assert "上年情况" not in client.get(path).content.decode()
    Project.objects.filter(pk=now.project.pk).update(predecessor=before)
    for path in paths:
        page = client.get(path).content.decode()
        assert f"上年情况（{BEFORE} 年度）" in page
        for told in ("Project a1", "200.00", "150.50", "75.25%", "49.50", "未终审"):
            assert told in page


def test_whoever_evaluates_one_form_does_not_see_the_year_before(county: County) -> None:
    now = opened(county, kind=StageKind.EVALUATION)
    Project.objects.filter(pk=now.project.pk).update(predecessor=past(county))
    evaluator = now.person(Role.EVALUATOR)
    Assignment.objects.create(task=now.task, evaluator=evaluator, by=now.officer)
    page = signed_in(evaluator).get(f"/cycles/tasks/{now.task.pk}/")
    assert page.status_code == 200
    assert "上年情况" not in page.content.decode()
