"""Versions and what differs between them; adjustments, projects during the year, comments on fields."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from tests.web.cycles.years import NODES, Year, year
from tests.web.support import County, signed_in

from jixiao.core.dossier.paths import leaves
from jixiao.core.dossier.projects import Indicator as IndicatorPart
from jixiao.core.dossier.projects import Project as ProjectPart
from jixiao.web.actions import Refused, carry_out
from jixiao.web.cycles.actions.adjust_targets import AdjustTargets
from jixiao.web.cycles.actions.approve_task import ApproveTask
from jixiao.web.cycles.actions.cancel_final import CancelFinal
from jixiao.web.cycles.actions.create_project import CreateProject
from jixiao.web.cycles.actions.submit_task import SubmitTask
from jixiao.web.cycles.differing import differences
from jixiao.web.cycles.models import Cycle, Stage, StageKind, SubjectKind, Task, TaskState
from jixiao.web.filings.encoding import decoded, encoded
from jixiao.web.filings.models import Indicator, Project
from jixiao.web.people.roles import Role

EVERYBODY = ("", *map(str, Role))


def content(*indicators: tuple[str, str, str], **fields: object) -> dict[str, object]:
    rows = tuple(
        IndicatorPart(code=code, level1="产出指标", name=name, target=Decimal(target))
        for code, name, target in indicators
    )
    return encoded(ProjectPart(code="p1", name=fields.pop("name", "School meals"), indicators=rows, **fields))


def test_differences_in_words() -> None:
    old = content(("i1", "供餐人数", "100"), ("i2", "供餐天数", "180"), annual_goal="Feed them")
    new = content(("i1", "供餐人数", "120.50"), ("i3", "满意度", "90"), manager="Li")
    found = {
        one.path: (one.words, one.before, one.after, one.kind) for one in differences(old, new, project=True)
    }
    assert found == {
        "manager": ("项目负责人", "", "Li", "added"),
        "indicators.i1.target": ("绩效指标 · 供餐人数 · 指标值", "100", "120.5", "changed"),
        "indicators.i3": ("绩效指标 · 满意度", "", found["indicators.i3"][2], "added"),
        "annual_goal": ("年度目标", "Feed them", "", "removed"),
        "indicators.i2": ("绩效指标 · 供餐天数", found["indicators.i2"][1], "", "removed"),
    }
    assert "指标值：90" in found["indicators.i3"][2]


rows = st.lists(
    st.tuples(st.sampled_from(["a", "b", "c"]), st.sampled_from("xyz"), st.sampled_from(["1", "2", "2.0"])),
    unique_by=lambda row: row[0],
)


@given(rows, rows)
def test_a_difference_is_told_for_every_path_that_differs(one: list, two: list) -> None:
    old, new = content(*one), content(*two)
    sides = [dict(leaves(ProjectPart.model_validate(decoded(side)))) for side in (old, new)]
    differing = {
        path for path in {**sides[0], **sides[1]} if sides[0].get(path, "") != sides[1].get(path, "")
    }
    told = [change.path for change in differences(old, new, project=True)]
    assert len(told) == len(set(told))
    assert all(any(path == one or path.startswith(f"{one}.") for one in told) for path in differing)
    assert all(any(path == one or path.startswith(f"{one}.") for path in differing) for one in told)
    assert not differences(old, old, project=True)


@pytest.fixture
def now(county: County) -> Year:
    return year(county, kind=StageKind.TARGETS, nodes=(NODES[1],))


def finish(now: Year) -> None:
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    carry_out(ApproveTask(now.now()), now.person(NODES[1]))


@pytest.mark.django_db
def test_targets_are_adjusted_as_a_new_version(now: Year) -> None:
    finish(now)
    with pytest.raises(Refused):
        carry_out(AdjustTargets(now.now(), ""), now.clerk)
    carry_out(AdjustTargets(now.now(), "More pupils"), now.clerk)
    assert now.now().state == TaskState.DRAFT
    now.project.annual_goal = "Feed more"
    now.project.save()
    finish(now)
    carry_out(CancelFinal(now.now(), "Typing error"), now.officer)
    finish(now)
    assert [one.why for one in now.now().versions.order_by("number")] == ["submitted", "adjusted", "reopened"]
    page = f"/cycles/tasks/{now.task.pk}/versions/"
    words = signed_in(now.clerk).get(f"{page}?old=1&new=2").content.decode()
    assert "Feed more" in words
    assert "年度目标" in words
    assert "两版内容相同" in signed_in(now.clerk).get(page).content.decode()
    assert signed_in(now.clerk).get(f"{page}?old=9&new=x&format=csv").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("role", EVERYBODY)
def test_who_adjusts(now: Year, role: str) -> None:
    Task.objects.filter(pk=now.task.pk).update(state=TaskState.FINAL)
    action = AdjustTargets(now.now(), "More pupils")
    if role == Role.UNIT_CLERK:
        carry_out(action, now.person(role))
    else:
        with pytest.raises(PermissionDenied):
            carry_out(action, now.person(role))


@pytest.mark.django_db
def test_only_targets_are_adjusted(county: County) -> None:
    now = year(county)
    Task.objects.filter(pk=now.task.pk).update(state=TaskState.FINAL)
    with pytest.raises(Refused):
        carry_out(AdjustTargets(now.now(), "More pupils"), now.clerk)


def new_project(now: Year, **fields: object) -> Project:
    given = {"organisation": now.county.unit, "code": "s1", "name": "Snow", "origin": "supplementary"}
    return Project(**{**given, **fields})


@pytest.mark.django_db
def test_a_project_during_the_year_gets_its_forms(now: Year) -> None:
    today = timezone.localdate()
    for kind, month, days in (
        (StageKind.MONITORING, 6, -1),
        (StageKind.MONITORING, 9, 5),
        (StageKind.SELF_EVALUATION, None, 9),
    ):
        stage = Stage.objects.create(
            cycle=now.cycle, kind=kind, subject=SubjectKind.PROJECT, name=kind, through_month=month,
            opens=today - dt.timedelta(days=9), deadline=today + dt.timedelta(days=days),
        )  # fmt: skip
        if kind == StageKind.MONITORING:  # the self-evaluation has not been sent out
            Task.objects.create(
                stage=stage, organisation=now.county.unit, project=now.project, deadline=today
            )
    made = carry_out(CreateProject(now.cycle, new_project(now)), now.clerk)
    stages = {(one.stage.kind, one.stage.through_month) for one in made.tasks.select_related("stage")}
    assert stages == {(StageKind.TARGETS, None), (StageKind.MONITORING, 9)}
    assert (made.fiscal_year, made.origin) == (2024, "supplementary")
    # Targets whose day has passed are asked for by a day of their own.
    now.stage.deadline = today - dt.timedelta(days=1)
    now.stage.save()
    with pytest.raises(ValidationError) as refused:
        carry_out(CreateProject(now.cycle, new_project(now, code="s2")), now.officer)
    assert "targets_by" in refused.value.message_dict
    assert not Project.objects.filter(code="s2").exists()
    by = today + dt.timedelta(days=20)
    late = carry_out(CreateProject(now.cycle, new_project(now, code="s2"), by), now.officer)
    assert late.tasks.get(stage=now.stage).deadline == by


@pytest.mark.django_db
def test_a_project_that_cannot_be(now: Year) -> None:
    for fields in (
        {"code": "p1"},
        {"code": "a b"},
        {"name": ""},
        {"origin": "x"},
        {"organisation": now.county.bureau},
    ):
        with pytest.raises(ValidationError):
            carry_out(CreateProject(now.cycle, new_project(now, **fields)), now.officer)
    with pytest.raises(PermissionDenied):
        carry_out(CreateProject(now.cycle, new_project(now, organisation=now.county.other_unit)), now.clerk)
    page = f"/cycles/{now.cycle.pk}/projects/new/"
    assert '<option value="supplementary" selected' in signed_in(now.clerk).get(page).content.decode()
    form = {"organisation": now.county.unit.pk, "code": "s9", "name": "Snow", "origin": "carried_over"}
    form["revised_budget"] = "12.345678"
    assert "已新增项目" in signed_in(now.clerk).post(page, form, follow=True).content.decode()
    assert Project.objects.get(code="s9").revised_budget == Decimal("123456.78"), "typed in 万元, as in forms"
    assert signed_in(now.clerk).post(page, form).status_code == 422
    wrong = signed_in(now.clerk).post(page, {**form, "code": "s10", "revised_budget": "1.2345678"})
    assert (wrong.status_code, Project.objects.filter(code="s10").exists()) == (422, False)
    next_year = Cycle.objects.create(jurisdiction=now.county.top, fiscal_year=2099, state="open")
    new = f"/cycles/{next_year.pk}/projects/new/"
    assert '<option value="initial" selected' in signed_in(now.clerk).get(new).content.decode()
    answer = signed_in(now.clerk).post(f"/cycles/{next_year.pk}/projects/new/", form)
    assert answer["Location"] == f"/cycles/{next_year.pk}/", "no form was sent: the year says what comes next"


@pytest.mark.django_db
def test_a_comment_is_about_a_field_and_the_return_lists_it(now: Year) -> None:
    Indicator.objects.filter(project=now.project, code="i1").update(name="供餐人数")
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    lead = signed_in(now.person(NODES[1]))
    page = f"/cycles/tasks/{now.task.pk}/"
    assert 'value="indicators.i1.target"' in lead.get(page).content.decode()
    lead.post(f"{page}comment/", {"path": "indicators.i1.target", "words": "Which year?"})
    lead.post(f"{page}comment/", {"path": "", "words": "See above"})
    assert "绩效指标 · 供餐人数 · 指标值" in lead.get(page).content.decode()
    lead.post(f"{page}return/", {"words": "Please mend", "revision": now.now().revision})
    assert now.now().moves.first().words == (
        "Please mend\n绩效指标 · 供餐人数 · 指标值：Which year?\nSee above"
    )
    comment = now.now().comments.first()
    signed_in(now.clerk).post(f"{page}comments/{comment.pk}/solve/")
    assert now.now().comments.exclude(solved_at=None).get() == comment


@pytest.mark.django_db
def test_a_returned_form_begins_with_the_reason(now: Year) -> None:
    page = f"/cycles/tasks/{now.task.pk}/"
    clerk = signed_in(now.clerk)
    assert "为什么退回" not in clerk.get(page).content.decode()
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    lead = signed_in(now.person(NODES[1]))
    lead.post(f"{page}comment/", {"path": "", "words": "See above"})
    lead.post(f"{page}return/", {"words": "Please mend", "revision": now.now().revision})
    shown = clerk.get(page).content.decode()
    assert shown.index("为什么退回") < shown.index("Please mend") < shown.index('id="form"')
    assert "还有 1 条批注没有处理" in shown
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    assert "为什么退回" not in clerk.get(page).content.decode()


@pytest.mark.django_db
def test_after_a_move_the_page_says_who_is_next_and_what_waits(now: Year) -> None:
    other = Task.objects.create(
        stage=now.stage, organisation=now.county.unit, deadline=now.task.deadline,
        project=Project.objects.create(organisation=now.county.unit, fiscal_year=2024, code="s5", name="Snow"),
    )  # fmt: skip
    page = f"/cycles/tasks/{now.task.pk}/"
    clerk = signed_in(now.clerk)
    assert "下一份等您办理" not in clerk.get(page).content.decode()
    told = clerk.post(f"{page}submit/", {"confirmed": "1", "revision": now.now().revision}, follow=True)
    words = told.content.decode()
    assert f"现在由{Role(NODES[1]).label}审核。" in words
    waits = told.context["next_one"]
    assert waits in {other, *Task.objects.filter(organisation=now.county.unit, state=TaskState.DRAFT)}
    assert f'下一份等您办理：<a href="/cycles/tasks/{waits.pk}/">' in words
