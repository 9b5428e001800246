"""Saving cells: what is wrong is told, what is right is saved, nobody's edit is lost."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from tests.web.filings.support import cell, clerk, form, hand_on, indicators, post, saved, shown
from tests.web.support import County, account, signed_in

from jixiao.web.actions import carry_out
from jixiao.web.audit.models import Event
from jixiao.web.cycles.models import CycleState, StageKind, SubjectKind, Task, TaskState
from jixiao.web.filings.actions.save_cells import Cell, SaveCells
from jixiao.web.filings.models import (
    DepartmentYear,
    Funding,
    Indicator,
    IndicatorProgress,
    MonitoringPeriod,
    Project,
)
from jixiao.web.people.roles import Role

# typed, stored in yuan, shown in 万元
MONEY = [
    ("65.26", "652600", "65.26"),
    ("1,235.4", "12354000", "1235.40"),
    ("９５４８．７１元", "9548.71", "0.954871"),
    ("3亿元", "300000000", "30000.00"),
    ("0", "0", "0.00"),
]
WRONG = [
    ("outturn", "约五万", "不是金额"),
    ("outturn", "1.0000001", "小数超过"),
    ("outturn", "9" * 30, "太大"),
    ("manager", "张" * 61, "最多 60 字"),
    ("manager", "张\x00三", "控制字符"),
    ("manager", "\ud800", "控制字符"),
    ("name", "另一个名称", "不能填"),
    ("no_such_column", "1", "不能填"),
]


@pytest.mark.parametrize(("typed", "yuan", "told"), MONEY)
def test_money_is_typed_in_ten_thousands_or_with_its_unit(
    county: County, typed: str, yuan: str, told: str
) -> None:
    task = form(county)
    (outcome,) = saved(clerk(county), task, cell("project", task.project_id, "outturn", "108.00", typed))
    assert (outcome["error"], outcome["text"]) == ("", told)
    assert Project.objects.get(pk=task.project_id).outturn == Decimal(yuan)


@pytest.mark.parametrize("words", ["/", "无", "", "0"])
def test_blank_zero_absent_and_none_stay_four_things(county: County, words: str) -> None:
    task = form(county)
    saved(clerk(county), task, cell("project", task.project_id, "outturn", "108.00", words))
    (row,) = shown(clerk(county), task)["tables"]["project"]["rows"]
    assert row["outturn"] == {"0": "0.00"}.get(words, words)


@pytest.mark.parametrize(("column", "words", "why"), WRONG)
def test_a_wrong_value_is_told_and_keeps_no_other_from_being_saved(
    county: County, column: str, words: str, why: str
) -> None:
    task = form(county)
    before = {"outturn": "108.00", "name": "School meals"}.get(column, "")
    wrong, right = saved(
        clerk(county),
        task,
        cell("project", task.project_id, column, before, words),
        cell("project", task.project_id, "annual_result", "", "全部完成"),
    )
    assert why in wrong["error"]
    assert not wrong["theirs"]
    assert right["error"] == ""
    project = Project.objects.get(pk=task.project_id)
    assert (project.annual_result, project.outturn, project.manager) == ("全部完成", Decimal(1_080_000), "")


@pytest.mark.parametrize(
    ("table", "column", "before", "after"),
    [
        ("project", "outturn", "108.00", "130"),  # more than the budget: the notice is of what was just saved
        ("project", "outturn", "108.00", "/"),
        ("project", "annual_result", "", "全部完成"),
        ("funding", "outturn", "", "108"),
        ("funding", "outturn", "", "不是金额"),
        ("indicators", "actual", "", "93"),
        ("indicators", "points", "", "11"),
    ],
)
def test_the_score_told_after_a_save_is_the_one_that_the_form_shows(
    county: County, table: str, column: str, before: str, after: str
) -> None:
    task = form(county)
    (row, *_) = indicators(task)
    rows = {"project": task.project_id, "funding": Funding.objects.get().pk, "indicators": row.pk}
    client = clerk(county)
    answer = post(client, task, "cells", {"cells": [cell(table, rows[table], column, before, after)]})
    assert answer.json()["score"] == shown(client, task)["score"]


def test_the_score_told_after_a_save_of_a_department_or_a_period(county: County) -> None:
    client = clerk(county)
    period = form(county, StageKind.MONITORING, through_month=6)
    (row, *_) = indicators(period)
    cells = [cell("period", 6, "outturn", "", "30"), cell("progress", row.pk, "actual", "", "7")]
    assert post(client, period, "cells", {"cells": cells}).json()["score"] == shown(client, period)["score"]
    whole = form(county, subject=SubjectKind.DEPARTMENT)
    lead = signed_in(account("clerk-of-all", Role.UNIT_CLERK, county.department))
    cells = [cell("department", whole.stage.cycle.fiscal_year, "appraisal.result", "", "完成")]
    answer = post(lead, whole, "cells", {"cells": cells}).json()
    assert answer["cells"][0]["error"] == ""
    assert answer["score"] == shown(lead, whole)["score"]


def test_a_refused_amount_leaves_the_stated_absence(county: County) -> None:
    task = form(county)
    saved(clerk(county), task, cell("project", task.project_id, "outturn", "108.00", "/"))
    saved(
        clerk(county),
        task,
        cell("project", task.project_id, "outturn", "/", "许多"),
        cell("project", task.project_id, "manager", "", "李四"),
    )
    assert Project.objects.get(pk=task.project_id).absent == {"outturn": "/"}


def test_a_choice_and_a_flag_take_only_their_words(county: County) -> None:
    task = form(county, StageKind.MONITORING, through_month=6)
    (one,) = indicators(task, 1)
    flag, choice, right = saved(
        clerk(county),
        task,
        cell("period", 6, "needs_rectification", "", "也许"),
        cell("progress", one.pk, "reason_kind", "", "天气"),
        cell("progress", one.pk, "actual", "", "40"),
    )
    assert "是" in flag["error"]
    assert "经费保障" in choice["error"]
    assert right["error"] == ""
    assert IndicatorProgress.objects.get().actual == "40"


def test_the_second_of_two_people_sees_what_changed_and_loses_nothing(county: County) -> None:
    task = form(county)
    first, second = clerk(county), signed_in(account("second", Role.UNIT_CLERK, county.unit))
    saved(first, task, cell("project", task.project_id, "annual_result", "", "甲写的"))
    theirs, own = saved(
        second,
        task,
        cell("project", task.project_id, "annual_result", "", "乙写的"),
        cell("project", task.project_id, "measures", "", "乙的措施"),
    )
    assert (theirs["theirs"], theirs["text"]) == (True, "甲写的")
    assert "甲写的" in theirs["error"]
    assert own["error"] == ""
    project = Project.objects.get(pk=task.project_id)
    assert (project.annual_result, project.measures) == ("甲写的", "乙的措施")
    # having seen it, the second may decide for the own words
    (again,) = saved(second, task, cell("project", task.project_id, "annual_result", "甲写的", "乙写的"))
    assert again["error"] == ""


def test_sending_the_same_batch_twice_changes_nothing(county: County) -> None:
    task = form(county)
    batch = [
        cell("project", task.project_id, "outturn", "108.00", "110"),
        cell("project", task.project_id, "manager", "", "王五"),
    ]
    assert saved(clerk(county), task, *batch)[0]["text"] == "110.00"
    assert [one["error"] for one in saved(clerk(county), task, *batch)] == ["", ""]


def test_taking_an_amount_back_is_nobody_elses_change_though_it_is_stored_in_other_words(
    county: County,
) -> None:
    task = form(county)
    saved(clerk(county), task, cell("project", task.project_id, "outturn", "108.00", "110"))
    (back,) = saved(clerk(county), task, cell("project", task.project_id, "outturn", "110", "108.00"))
    assert (back["error"], back["text"]) == ("", "108.00")
    (theirs,) = saved(clerk(county), task, cell("project", task.project_id, "outturn", "110", "9"))
    assert theirs["theirs"], "what stands there now is another amount"


@pytest.mark.parametrize("state", [TaskState.PENDING, TaskState.FINAL])
def test_a_form_that_was_handed_in_is_not_written(county: County, state: TaskState) -> None:
    task = form(county)
    hand_on(task, state)
    answer = post(
        clerk(county), task, "cells", {"cells": [cell("project", task.project_id, "manager", "", "王五")]}
    )
    assert answer.status_code == 422
    assert Project.objects.get(pk=task.project_id).manager == ""
    assert shown(clerk(county), task)["editable"] is False


def test_a_year_that_is_closed_is_not_written(county: County) -> None:
    task = form(county)
    task.stage.cycle.state = CycleState.CLOSED
    task.stage.cycle.save()
    answer = post(
        clerk(county), task, "cells", {"cells": [cell("project", task.project_id, "manager", "", "王五")]}
    )
    assert answer.status_code == 422
    assert shown(clerk(county), task)["editable"] is False


@pytest.mark.parametrize("role", [one for one in Role if one != Role.UNIT_CLERK])
def test_nobody_but_the_clerk_writes(county: County, role: Role) -> None:
    task = form(county)
    answer = post(signed_in(county.people[role.value]), task, "cells", {"cells": []})
    assert answer.status_code in {403, 404}
    change = Cell("project", task.project_id, "manager", "", "王五")
    with pytest.raises(PermissionDenied):
        carry_out(SaveCells(task, (change,)), county.people[role.value])
    assert Event.objects.filter(verb="filings.save_cells", outcome="denied").exists()


def test_rows_of_another_form_are_refused(county: County) -> None:
    task = form(county)
    (own,) = indicators(task, 1)
    other = Project.objects.create(organisation=county.other_unit, fiscal_year=2031, code="x", name="Another")
    foreign = Indicator.objects.create(project=other, code="x1", level1="产出指标", name="Theirs")
    money = Funding.objects.create(project=other, source="Theirs")
    outcomes = saved(
        clerk(county),
        task,
        cell("project", other.pk, "manager", "", "王五"),
        cell("indicators", foreign.pk, "actual", "", "1"),
        cell("funding", money.pk, "source", "Theirs", "Mine"),
        cell("department", 1, "appraisal.goal", "", "1"),
        cell("indicators", 10**30, "actual", "", "1"),
        cell("indicators", -1, "actual", "", "1"),
        cell("indicators", own.pk, "actual", "", "120"),
    )
    assert [bool(one["error"]) for one in outcomes] == [True] * 6 + [False]
    foreign.refresh_from_db()
    money.refresh_from_db()
    assert (foreign.actual, money.source) == ("", "Theirs")


def test_every_cell_saved_is_in_the_log_with_its_before_and_after(county: County) -> None:
    task = form(county)
    saved(clerk(county), task, cell("project", task.project_id, "outturn", "108.00", "110"))
    event = Event.objects.get(verb="filings.save_cells")
    assert f'["project", {task.project_id}, "outturn", "108.00", "110.00"]' in event.details


def test_the_department_as_a_whole_is_filled_in(county: County) -> None:
    task = form(county, subject=SubjectKind.DEPARTMENT)
    lead = signed_in(account("clerk-of-all", Role.UNIT_CLERK, county.department))
    year = shown(lead, task)["tables"]["department"]["rows"][0]["id"]
    (outcome,) = saved(lead, task, cell("department", year, "appraisal.goal", "", "办好教育"))
    assert outcome["error"] == ""
    assert DepartmentYear.objects.get(fiscal_year=2031).facts["appraisal"]["goal"] == "办好教育"


def test_a_period_comes_into_being_with_its_first_cell(county: County) -> None:
    task = form(county, StageKind.MONITORING, through_month=6)
    assert saved(clerk(county), task, cell("period", 6, "outturn", "", "50"))[0]["error"] == ""
    assert saved(clerk(county), task, cell("period", 6, "forecast", "", "110"))[0]["error"] == ""
    period = MonitoringPeriod.objects.get()
    assert (period.through_month, period.outturn, period.forecast) == (
        6,
        Decimal(500_000),
        Decimal(1_100_000),
    )


HOSTILE = [
    "", "[]", "null", "{", '"x"', "7", '{"cells": null}', '{"cells": 7}', '{"cells": "abc"}', '{"cells": {}}',
    '{"cells": [null]}', '{"cells": [[]]}', '{"cells": [{}]}', b"\xff\xfe", "[" * 100_000, '{"cells": [' + "[" * 5000,
    '{"cells": [{"table": "project", "row": Infinity, "column": "manager", "before": "", "after": ""}]}',
    '{"cells": [{"table": "project", "row": true, "column": "manager", "before": "", "after": ""}]}',
    '{"cells": [{"table": "project", "row": 1, "column": "manager", "before": "", "after": {}}]}',
    '{"cells": [{"table": "project", "row": 1, "column": ["manager"], "before": "", "after": ""}]}',
    '{"cells": [{"table": 5, "row": 1, "column": "manager", "before": null, "after": ""}]}',
    '{"table": "indicators", "add": 5}', '{"table": "indicators", "add": ["x"]}', '{"table": "indicators", "add": {}}',
    '{"table": "indicators", "add": [{"name": 5}]}', '{"table": "indicators", "remove": ["x"]}',
    '{"table": "indicators", "remove": [NaN]}', '{"table": "indicators", "restore": {}}', '{"table": []}',
]  # fmt: skip


@pytest.mark.parametrize("path", ["cells", "rows"])
@pytest.mark.parametrize("body", HOSTILE, ids=range(len(HOSTILE)))
def test_what_no_page_sends_is_refused_and_breaks_nothing(county: County, path: str, body: str) -> None:
    task = form(county)
    answer = post(clerk(county), task, path, body)
    assert answer.status_code in {400, 422}, answer.status_code
    assert answer.json()["refused"]
    assert not Event.objects.filter(verb__startswith="filings.").exists()


@pytest.mark.parametrize("state", [TaskState.PENDING, TaskState.FINAL])
def test_targets_stay_once_a_self_evaluation_by_them_was_handed_in(county: County, state: TaskState) -> None:
    targets, judged = form(county, StageKind.TARGETS), form(county)
    (one,) = indicators(targets, 1)
    client = clerk(county)
    hand_on(judged, state)
    answer = post(client, targets, "cells", {"cells": [cell("indicators", one.pk, "target", "100", "1")]})
    assert answer.status_code == 422
    assert "绩效自评已经报送" in answer.json()["refused"][0]
    hand_on(targets, TaskState.FINAL)
    client.post(f"/cycles/tasks/{targets.pk}/adjust/", {"words": "Fewer pupils"})
    assert Task.objects.get(pk=targets.pk).state == TaskState.FINAL
    hand_on(judged, TaskState.RETURNED)
    client.post(f"/cycles/tasks/{targets.pk}/adjust/", {"words": "Fewer pupils"})
    assert saved(client, targets, cell("indicators", one.pk, "target", "100", "1"))[0]["error"] == ""
