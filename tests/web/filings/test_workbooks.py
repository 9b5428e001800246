"""The workbook out and in: previewed, then taken over whole or not at all."""

import io
import re
from decimal import Decimal
from typing import Final

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from openpyxl import load_workbook
from tests.web.filings.support import clerk, form, hand_on, indicators
from tests.web.support import County, signed_in

from jixiao.core.dossier import Dossier
from jixiao.dossiers.workbook import write_workbook
from jixiao.web.audit.models import Event
from jixiao.web.cycles.models import StageKind, Task, TaskState
from jixiao.web.filings.comparing import compared
from jixiao.web.filings.models import Indicator, Project
from jixiao.web.filings.rows import Form
from jixiao.web.filings.subjects import dossier_for
from jixiao.web.filings.workbooks import read_back
from jixiao.web.people.roles import Role

SEALED: Final = re.compile(r'name="sealed" value="([^"]+)"')


def sent(county: County, task: Task, data: bytes, name: str = "form.xlsx", **more: str) -> HttpResponse:
    file = SimpleUploadedFile(name, data)
    body = {"workbook": file, "unclassified": "1", **more}
    return clerk(county).post(f"/filings/tasks/{task.pk}/workbook/upload/", body)


def changed(task: Task) -> bytes:
    """The form's workbook with another outturn, another actual value and a new indicator."""
    dossier = dossier_for(task)
    project = dossier.projects[0]
    first, *others = project.indicators
    new = first.model_copy(update={"code": "new1", "name": "Meals in summer"})
    indicators_now = (first.model_copy(update={"target": "123"}), *others, new)
    data = dossier.model_dump() | {
        "projects": [
            project.model_copy(update={"indicators": indicators_now, "annual_goal": "Meals for all"})
        ]
    }
    return write_workbook(Dossier.model_validate(data, context={}))


@pytest.mark.parametrize("kind", [StageKind.TARGETS, StageKind.SELF_EVALUATION, StageKind.MONITORING])
def test_a_workbook_taken_out_changes_nothing_when_it_comes_back(county: County, kind: str) -> None:
    task = form(county, kind, **({"through_month": 6} if kind == StageKind.MONITORING else {}))
    indicators(task)
    answer = clerk(county).get(f"/filings/tasks/{task.pk}/workbook/")
    assert answer.status_code == 200
    load_workbook(io.BytesIO(answer.content))
    found = Form.of(task)
    assert found is not None
    assert not compared(found, read_back(answer.content, "form.xlsx"))


def test_the_preview_shows_every_change_and_stores_nothing(county: County) -> None:
    task = form(county, StageKind.TARGETS)
    indicators(task)
    answer = sent(county, task, changed(task))
    page = answer.content.decode()
    assert answer.status_code == 200
    for words in ("Meals for all", "Meals 1", "100", "123", "Meals in summer"):
        assert words in page, words
    assert Project.objects.get(pk=task.project_id).annual_goal == ""
    assert Indicator.objects.filter(project=task.project).count() == 3
    assert not Event.objects.filter(verb__startswith="filings.").exists()


def test_what_was_previewed_is_taken_over(county: County) -> None:
    task = form(county, StageKind.TARGETS)
    indicators(task)
    sealed = SEALED.search(sent(county, task, changed(task)).content.decode())
    assert sealed
    answer = clerk(county).post(f"/filings/tasks/{task.pk}/workbook/take/", {"sealed": sealed[1]})
    assert answer.status_code == 302
    assert Project.objects.get(pk=task.project_id).annual_goal == "Meals for all"
    rows = Indicator.objects.filter(project=task.project)
    assert [one.name for one in rows] == ["Meals 1", "Meals 2", "Meals 3", "Meals in summer"]
    assert rows[0].target == "123"
    assert Event.objects.filter(verb="filings.take_workbook").count() == 1


def test_nothing_is_taken_where_somebody_changed_a_cell_since(county: County) -> None:
    task = form(county, StageKind.TARGETS)
    first, *_ = indicators(task)
    sealed = SEALED.search(sent(county, task, changed(task)).content.decode())
    first.target = "77"
    first.save()
    assert sealed
    answer = clerk(county).post(
        f"/filings/tasks/{task.pk}/workbook/take/", {"sealed": sealed[1]}, follow=True
    )
    assert "他人刚改为" in answer.content.decode()
    assert Project.objects.get(pk=task.project_id).annual_goal == ""
    assert Indicator.objects.filter(project=task.project).count() == 3


def test_what_was_saved_since_the_workbook_was_taken_out_stays(county: County) -> None:
    task = form(county, StageKind.SELF_EVALUATION)
    first, *_ = indicators(task)
    taken = clerk(county).get(f"/filings/tasks/{task.pk}/workbook/").content
    told = [
        {"table": "indicators", "row": first.pk, "column": "reason", "before": "", "after": "Rain in May"}
    ]
    saved = clerk(county).post(
        f"/filings/tasks/{task.pk}/cells/", {"cells": told}, content_type="application/json"
    )
    assert not saved.json()["cells"][0]["error"]
    page = sent(county, task, taken).content.decode()
    assert "保留表单上的" in page
    assert "Rain in May" in page
    assert not SEALED.search(page)  # nothing that could be taken over
    answer = clerk(county).get(f"/filings/tasks/{task.pk}/workbook/")
    found = Form.of(task)
    assert found is not None
    assert not compared(found, read_back(answer.content, "form.xlsx")).older


def test_what_the_form_may_not_change_is_told(county: County) -> None:
    task = form(county, StageKind.SELF_EVALUATION)
    indicators(task)
    page = sent(county, task, changed(task)).content.decode()
    assert "不导入" in page
    for words in ("Meals 1 · 指标值", "Meals in summer", "年度目标"):
        assert words in page, words
    assert "工作簿与表单一致" not in page


def test_what_belongs_to_another_form_is_told(county: County) -> None:
    task = form(county)
    dossier = dossier_for(task)
    data = dossier.model_dump() | {"title": "Another title"}
    page = sent(county, task, write_workbook(Dossier.model_validate(data, context={}))).content.decode()
    assert "不属于这份表" in page


def test_the_workbook_of_another_department_is_refused(county: County) -> None:
    task = form(county)
    dossier = dossier_for(task)
    other = dossier.department.model_copy(update={"name": "Yan forestry"})
    data = write_workbook(dossier.model_copy(update={"department": other}))
    answer = sent(county, task, data)
    assert answer.status_code == 422
    assert "工作簿是“Yan forestry”的" in answer.content.decode()


def edited(county: County, task: Task, value: object) -> HttpResponse:
    """The form's workbook sent back with something else where the outturn stood."""
    book = load_workbook(io.BytesIO(clerk(county).get(f"/filings/tasks/{task.pk}/workbook/").content))
    for sheet in book:
        for row in sheet.iter_rows():
            for one in row:
                if str(one.value).startswith("执行数") and sheet.title == "项目":
                    sheet.cell(7, one.column).value = value
    out = io.BytesIO()
    book.save(out)
    return sent(county, task, out.getvalue())


def test_a_cell_that_would_be_emptied_is_pointed_out(county: County) -> None:
    task = form(county)
    Project.objects.filter(pk=task.project_id).update(outturn=Decimal(1_080_000))
    assert "有 1 格将被清空" in edited(county, task, None).content.decode()


@pytest.mark.parametrize(("value", "told"), [("0.0000001", "“0.001”的小数"), (10**17, "太大")])
def test_an_amount_that_cannot_be_kept_is_told_with_its_column(
    county: County, value: object, told: str
) -> None:
    task = form(county)
    Project.objects.filter(pk=task.project_id).update(outturn=Decimal(1_080_000))
    answer = edited(county, task, value)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "项目的“全年执行数”：" in page
    assert told in page
    assert "E+" not in page


@pytest.mark.parametrize("data", [b"", b"no workbook", b"PK\x03\x04 broken"])
def test_a_file_that_is_no_workbook_is_refused(county: County, data: bytes) -> None:
    task = form(county)
    answer = sent(county, task, data)
    assert answer.status_code == 422
    assert "alert" in answer.content.decode()


def test_a_fault_is_told_with_its_sheet_and_cell(county: County) -> None:
    task = form(county)
    book = load_workbook(io.BytesIO(clerk(county).get(f"/filings/tasks/{task.pk}/workbook/").content))
    place = next(
        (sheet, cell)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value in {108, "108"}
    )
    place[1].value = "许多"
    out = io.BytesIO()
    book.save(out)
    page = sent(county, task, out.getvalue())
    assert page.status_code == 422
    assert place[1].coordinate in page.content.decode()
    assert "许多" in page.content.decode()


def test_another_project_is_refused(county: County) -> None:
    task = form(county)
    data = write_workbook(dossier_for(task))
    Project.objects.filter(pk=task.project_id).update(code="other")
    assert sent(county, task, data).status_code == 422


def test_without_the_declaration_nothing_is_read(county: County) -> None:
    task = form(county)
    assert sent(county, task, write_workbook(dossier_for(task)), unclassified="").status_code == 422


def test_only_the_clerk_and_only_in_hand(county: County) -> None:
    task = form(county)
    lead = signed_in(county.people[Role.DEPARTMENT_LEAD])
    assert lead.post(f"/filings/tasks/{task.pk}/workbook/take/", {"sealed": "x"}).status_code == 302
    hand_on(task, TaskState.PENDING)
    assert sent(county, task, b"").status_code == 302
    assert not Event.objects.filter(verb="filings.take_workbook").exists()
