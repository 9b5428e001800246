"""A department's main tasks: typed, added, taken out, checked, printed, compared, judged by who may."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.web.filings.support import YEAR, cell, form, hand_on, post, saved, shown
from tests.web.filings.test_reviewing import reviewed
from tests.web.filings.test_workbooks import SEALED
from tests.web.support import County, account, signed_in

from jixiao.core.dossier import Dossier
from jixiao.core.dossier import Task as MainTaskPart
from jixiao.core.dossier.published import Discrepancy
from jixiao.core.money import Money, MoneyUnit
from jixiao.dossiers.workbook import write_workbook
from jixiao.web.audit.models import Event
from jixiao.web.cycles.differing import differences
from jixiao.web.cycles.models import Comment, StageKind, SubjectKind, Task, TaskState
from jixiao.web.cycles.moving import content
from jixiao.web.filings.comparing import compared
from jixiao.web.filings.filling import filled, years
from jixiao.web.filings.main_task import MainTask
from jixiao.web.filings.mapping import dossier_of
from jixiao.web.filings.rows import Form
from jixiao.web.filings.storing import store
from jixiao.web.filings.subjects import dossier_for, year_of
from jixiao.web.filings.workbooks import read_back
from jixiao.web.people.roles import Role

BOTH = [StageKind.TARGETS, StageKind.SELF_EVALUATION]


def whole(county: County, kind: str = StageKind.TARGETS) -> tuple[Task, Client]:
    """A form about the department as a whole, and its clerk's browser."""
    task = form(county, kind, SubjectKind.DEPARTMENT)
    return task, signed_in(account(f"clerk-of-all-{task.pk}", Role.UNIT_CLERK, county.department))


def task_row(task: Task, name: str = "Meals", **more: object) -> MainTask:
    year = year_of(task.organisation, YEAR)
    if not year.pk:
        year.save()
    return MainTask.objects.create(department_year=year, name=name, **more)


def in_grid(client: Client, task: Task) -> list[dict[str, object]]:
    return list(shown(client, task)["tables"]["tasks"]["rows"])


def put(client: Client, task: Task, row: MainTask, column: str, before: str, after: str) -> dict[str, object]:
    (outcome,) = saved(client, task, cell("tasks", row.pk, column, before, after))
    return outcome


def told(task: Task, column: str) -> list[tuple[str, str]]:
    found = [one for one in reviewed(task).told if one.table == "tasks" and one.column == column]
    return [(one.severity, one.words) for one in found]


@pytest.mark.parametrize("kind", BOTH)
def test_rows_are_added_with_their_money_and_are_facts_of_the_department(county: County, kind: str) -> None:
    task, client = whole(county, kind)
    new = [
        {"name": "Meals", "content": "Cook", "budget": "120.5", "budget_appropriation": "100", "key": "k-1"},
        {"name": "Roads", "budget": "/"},
    ]
    for _ in range(2):  # the second is the first again, whose answer got lost
        assert post(client, task, "rows", {"table": "tasks", "add": new[:1]}).status_code == 200
    assert post(client, task, "rows", {"table": "tasks", "add": new[1:]}).status_code == 200
    first, second = dossier_for(task).appraisal.tasks
    assert (first.name, first.content, str(first.budget)) == ("Meals", "Cook", "120.50万元")
    assert (second.name, str(second.budget), second.budget_appropriation) == ("Roads", "/", None)
    assert MainTask.objects.get(name="Meals").budget == Decimal("1205000.00")


def test_other_funds_follow_from_what_was_saved(county: County) -> None:
    task, client = whole(county)
    row = task_row(task, budget=Decimal(1_000_000))
    body = {"cells": [cell("tasks", row.pk, "budget_appropriation", "", "60.25")]}
    answer = post(client, task, "cells", body).json()
    place = {"table": "tasks", "row": row.pk, "column": "budget_other"}
    assert answer["computed"] == [{**place, "text": "39.75"}]
    assert in_grid(client, task)[0]["budget_other"] == "39.75"
    assert put(client, task, row, "budget_other", "39.75", "1")["error"]
    body = {"cells": [cell("tasks", row.pk, "budget_appropriation", "60.25", "无")]}
    assert post(client, task, "cells", body).json()["computed"] == [{**place, "text": ""}]


@pytest.mark.parametrize(
    ("column", "typed", "why"),
    [
        ("budget", "许多", "不是金额"),
        ("budget", "1.0000001", "小数超过"),
        ("budget", "9" * 30, "太大"),
        ("name", "张" * 501, "最多 500 字"),
        ("content", "a\x00", "控制字符"),
        ("deleted", "是", "不能填"),
    ],
)
def test_what_is_no_value_is_told_at_its_cell(county: County, column: str, typed: str, why: str) -> None:
    task, client = whole(county)
    row = task_row(task)
    assert why in str(put(client, task, row, column, "Meals" if column == "name" else "", typed)["error"])
    assert MainTask.objects.get(pk=row.pk).revision == 0


def test_what_somebody_else_put_there_is_kept(county: County) -> None:
    task, client = whole(county)
    row = task_row(task, content="Theirs")
    assert put(client, task, row, "content", "", "Mine")["theirs"]
    assert MainTask.objects.get(pk=row.pk).content == "Theirs"


def test_rows_taken_out_leave_the_facts_and_come_back(county: County) -> None:
    task, client = whole(county)
    rows = [task_row(task, name, position=place) for place, name in enumerate(("A", "B", "C"))]
    post(client, task, "rows", {"table": "tasks", "remove": [rows[1].pk]})
    assert [one.name for one in dossier_for(task).appraisal.tasks] == ["A", "C"]
    assert "B" in Event.objects.get(verb="filings.remove_rows").details
    post(client, task, "rows", {"table": "tasks", "restore": [rows[1].pk]})
    assert [one["name"] for one in in_grid(client, task)] == ["A", "B", "C"]


def test_rows_of_another_department_stay_theirs(county: County) -> None:
    task, client = whole(county)
    task_row(task, "Ours")
    year = year_of(county.other_department, YEAR)
    year.save()
    theirs = MainTask.objects.create(department_year=year, name="Theirs")
    gone = MainTask.objects.create(department_year=year, name="Gone", deleted=True)
    assert "已被删除" in str(put(client, task, theirs, "name", "Theirs", "Mine")["error"])
    post(client, task, "rows", {"table": "tasks", "remove": [theirs.pk]})
    post(client, task, "rows", {"table": "tasks", "restore": [gone.pk]})
    assert MainTask.objects.get(pk=theirs.pk).name == "Theirs"
    assert MainTask.with_removed.get(pk=gone.pk).deleted
    lead = county.people[Role.DEPARTMENT_LEAD]
    assert list(MainTask.objects.visible_to(lead).values_list("name", flat=True)) == ["Ours"]


def test_only_the_clerk_and_only_in_hand(county: County) -> None:
    task, client = whole(county)
    row = task_row(task)
    lead = signed_in(county.people[Role.DEPARTMENT_LEAD])
    assert post(lead, task, "rows", {"table": "tasks", "add": [{"name": "X"}]}).status_code == 403
    assert post(lead, task, "rows", {"table": "tasks", "remove": [row.pk]}).status_code == 403
    stranger = signed_in(account("other-clerk", Role.UNIT_CLERK, county.other_department))
    assert post(stranger, task, "rows", {"table": "tasks", "add": [{"name": "X"}]}).status_code == 404
    hand_on(task, TaskState.PENDING)
    for change in ({"add": [{"name": "X"}]}, {"remove": [row.pk]}, {"restore": [row.pk]}):
        assert post(client, task, "rows", {"table": "tasks", **change}).status_code == 422
    assert list(MainTask.objects.filter(department_year=row.department_year)) == [row]


def test_the_form_of_a_project_has_none(county: County) -> None:
    task = form(county, StageKind.TARGETS)
    client = signed_in(county.people[Role.UNIT_CLERK])
    assert post(client, task, "rows", {"table": "tasks", "add": [{"name": "X"}]}).status_code == 422
    assert not MainTask.objects.exists()


def test_a_name_and_parts_within_their_whole_are_demanded(county: County) -> None:
    task, client = whole(county)
    assert ("warning", "没有填年度主要任务") in told(task, "")
    row = task_row(task, budget=Decimal(100), budget_appropriation=Decimal(101))
    assert told(task, "budget_appropriation") == [("error", "Meals：其中的财政拨款大于预算金额")]
    put(client, task, row, "name", "Meals", "")
    assert told(task, "name") == [("error", "主要任务没有写任务名称")]
    assert told(task, "") == []


def test_more_than_the_departments_budget_is_doubtful_less_is_not(county: County) -> None:
    task, client = whole(county)
    task_row(task, "A", budget=Decimal(700_000))
    task_row(task, "B", budget=Decimal(500_000))
    task_row(task, "C")
    assert told(task, "budget") == []
    place = ("department", YEAR, "accounts.expenditure.original_budget")
    (outcome,) = saved(client, task, cell(*place, "", "119.99"))
    assert outcome["text"] == "119.99"
    ((severity, words),) = told(task, "budget")
    assert (severity, "120.00" in words, "119.99" in words) == ("warning", True, True)
    saved(client, task, cell(*place, "119.99", "120"))
    assert told(task, "budget") == []


@pytest.mark.parametrize(
    ("typed", "shows"), [("1,235.4", "1235.40"), ("/", "/"), ("", ""), ("3亿元", "30000.00")]
)
def test_the_departments_budget_is_a_fact_of_its_dossier(county: County, typed: str, shows: str) -> None:
    task, client = whole(county)
    path = "accounts.expenditure.original_budget"
    saved(
        client, task, cell("department", YEAR, path, "", "1"), cell("department", YEAR, path, "1.00", typed)
    )
    assert shown(client, task)["tables"]["department"]["rows"][0][path] == shows
    kept = dossier_for(task).accounts.expenditure.original_budget
    assert (str(kept) if kept is not None else "") == shows.replace("0.00", "0.00万元").replace(
        "5.40", "5.40万元"
    )


@pytest.mark.parametrize(
    ("typed", "why"), [("许多", "不是金额"), ("1.0000001", "小数超过"), ("9" * 30, "太大")]
)
def test_a_budget_that_is_none_is_refused(county: County, typed: str, why: str) -> None:
    task, client = whole(county)
    (outcome,) = saved(client, task, cell("department", YEAR, "accounts.basic.original_budget", "", typed))
    assert why in outcome["error"]
    assert dossier_for(task).accounts.basic.original_budget is None


def test_outturn_is_told_when_the_year_is_over(county: County) -> None:
    task, client = whole(county, StageKind.SELF_EVALUATION)
    row = task_row(task, budget=Decimal(100), outturn_appropriation=Decimal(90))
    assert put(client, task, row, "outturn", "", "80元")["text"] == "0.008"
    assert told(task, "outturn_appropriation") == [("error", "Meals：其中的财政拨款大于执行数")]
    put(client, task, row, "completion", "", "Done")
    assert dossier_for(task).appraisal.tasks[0].completion == "Done"
    assert told(task, "") == []


def test_comments_stay_at_their_task_whatever_it_is_called(county: County) -> None:
    task, client = whole(county)
    row = task_row(task)
    lead = county.people[Role.DEPARTMENT_LEAD]
    Comment.objects.create(task=task, path=f"tasks.{row.pk}.budget", words="why", by=lead)
    put(client, task, row, "name", "Meals", "Warm meals")
    (one,) = shown(client, task)["comments"]
    assert (one["table"], one["row"], one["column"]) == ("tasks", row.pk, "budget")
    assert "Warm meals" in client.get(f"/cycles/tasks/{task.pk}/").content.decode()


@pytest.mark.parametrize("form_of_file", ["docx", "html"])
def test_they_are_printed_with_their_sums(county: County, form_of_file: str) -> None:
    task, client = whole(county)
    task_row(
        task, "Warm meals", content="Cook", budget=Decimal(1_000_000), budget_appropriation=Decimal(602_500)
    )
    answer = client.get(f"/filings/tasks/{task.pk}/printed/{form_of_file}/")
    assert answer.status_code == 200, answer.headers
    if form_of_file == "html":
        page = answer.content.decode()
        for words in ("Warm meals", "Cook", "100", "60.25", "39.75"):
            assert words in page, words


def test_versions_tell_what_changed_in_a_task(county: County) -> None:
    task, client = whole(county)
    row = task_row(task, budget=Decimal(1_000_000))
    before = content(task)
    put(client, task, row, "budget", "100.00", "90")
    post(client, task, "rows", {"table": "tasks", "add": [{"name": "Roads"}]})
    found = {one.path: (one.before, one.after) for one in differences(before, content(task), project=False)}
    assert found["appraisal.tasks.Meals.budget"] == ("100.00万元", "90.00万元")
    assert "Roads" in found["appraisal.tasks.Roads"][1]


@pytest.mark.parametrize("kind", BOTH)
def test_a_workbook_taken_out_changes_nothing_when_it_comes_back(county: County, kind: str) -> None:
    task, client = whole(county, kind)
    task_row(task, "Same", budget=Decimal(100), budget_appropriation=Decimal(0), content="first")
    task_row(task, "Same", budget=Decimal(200), content="second", absent={"outturn": "/"})
    saved(client, task, cell("department", YEAR, "appraisal.goal", "", "Meals for all"))
    answer = client.get(f"/filings/tasks/{task.pk}/workbook/")
    assert answer.status_code == 200
    found = Form.of(task)
    assert found is not None
    assert not compared(found, read_back(answer.content, "form.xlsx"))


def test_a_workbook_brings_amounts_and_new_tasks(county: County) -> None:
    task, client = whole(county)
    row = task_row(task, budget=Decimal(1_000_000))
    dossier = dossier_for(task)
    amount = Money(Decimal("90.00"), MoneyUnit.TEN_THOUSAND)
    tasks = (MainTaskPart(name="Meals", budget=amount), MainTaskPart(name="Roads", content="Mend"))
    data = dossier.model_dump() | {"appraisal": dossier.appraisal.model_copy(update={"tasks": tasks})}
    data["accounts"]["expenditure"]["original_budget"] = amount
    file = SimpleUploadedFile("form.xlsx", write_workbook(Dossier.model_validate(data, context={})))
    address = f"/filings/tasks/{task.pk}/workbook"
    sealed = SEALED.search(
        client.post(f"{address}/upload/", {"workbook": file, "unclassified": "1"}).content.decode()
    )
    assert sealed
    assert MainTask.objects.get().budget == Decimal(1_000_000)
    client.post(f"{address}/take/", {"sealed": sealed[1]})
    assert [(one.name, one.content, one.budget) for one in MainTask.objects.all()] == [
        ("Meals", "", Decimal(900_000)),
        ("Roads", "Mend", None),
    ]
    assert MainTask.objects.first() == row
    assert dossier_for(task).accounts.expenditure.original_budget == amount


def test_storing_again_keeps_the_rows_by_name(county: County) -> None:
    year = year_of(county.department, YEAR)
    year.save()
    dossier = dossier_of(year)

    def kept(*names: str) -> dict[int, str]:
        tasks = tuple(MainTaskPart(name=one) for one in names)
        appraisal = dossier.appraisal.model_copy(update={"tasks": tasks})
        now = store(dossier.model_copy(update={"appraisal": appraisal}), county.department)
        return dict(now.main_tasks.values_list("pk", "name"))

    first = kept("A", "B", "A")
    assert list(first.values()) == ["A", "B", "A"]
    second = kept("C", "A", "A")
    assert list(second.values()) == ["C", "A", "A"]
    assert {pk for pk, name in first.items() if name == "A"} == {
        pk for pk, name in second.items() if name == "A"
    }


def test_a_form_of_a_project_is_not_kept_by_what_is_said_of_a_task(county: County) -> None:
    task, _client = whole(county)
    task_row(task, budget=Decimal(100))
    of_project = form(county, StageKind.TARGETS)
    said = Discrepancy(fact="appraisal.tasks.Meals.budget", statement="x", signed_by="y")
    dossier = dossier_for(task).model_copy(update={"discrepancies": (said,)})
    store(dossier, county.department)
    assert dossier_for(task).discrepancies == (said,)
    assert dossier_for(of_project).discrepancies == ()


def test_a_task_of_which_the_unit_states_something_stays(county: County) -> None:
    task, client = whole(county)
    meals, roads = task_row(task, budget=Decimal(100)), task_row(task, "Roads")
    said = Discrepancy(fact="appraisal.tasks.Meals.budget", statement="Paid twice", signed_by="y")
    store(dossier_for(task).model_copy(update={"discrepancies": (said,)}), county.department)
    answer = post(client, task, "rows", {"table": "tasks", "remove": [meals.pk]})
    assert answer.status_code == 422
    told = str(answer.json())
    assert "不能删除" in told
    assert "单位说明：Paid twice" in told
    assert post(client, task, "rows", {"table": "tasks", "remove": [roads.pk]}).status_code == 200
    assert dossier_for(task).discrepancies == (said,)


def test_paths_follow_tasks_of_one_name_that_come_and_go(county: County) -> None:
    """Two tasks of a name are known by their numbers: the statement stays with its own."""
    task, client = whole(county)
    task_row(task, budget=Decimal(100))
    said = Discrepancy(fact="appraisal.tasks.Meals.budget", statement="Paid twice", signed_by="y")
    store(dossier_for(task).model_copy(update={"discrepancies": (said,)}), county.department)
    assert post(client, task, "rows", {"table": "tasks", "add": [{"name": "Meals"}]}).status_code == 200
    assert [one.fact for one in dossier_for(task).discrepancies] == ["appraisal.tasks.1.budget"]
    second = MainTask.objects.get(department_year__organisation=county.department, budget=None)
    assert post(client, task, "rows", {"table": "tasks", "remove": [second.pk]}).status_code == 200
    assert dossier_for(task).discrepancies == (said,)
    assert post(client, task, "rows", {"table": "tasks", "restore": [second.pk]}).status_code == 200
    assert [one.fact for one in dossier_for(task).discrepancies] == ["appraisal.tasks.1.budget"]


def test_how_much_is_filled_in_counts_the_tasks(county: County) -> None:
    task, _client = whole(county)
    task_row(task, budget=Decimal(100))
    task_row(task, "Roads")
    now = Task.objects.select_related("stage__cycle", "organisation").get(pk=task.pk)
    (year,) = years([now]).values()
    assert filled(now, year) == 100 * 3 // 5  # two names and a budget, without a budget and the goal
