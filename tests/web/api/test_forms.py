"""Forms by the API: read as the grid shows them, filled in and moved by the actions of the pages."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.api.support import Program, errors, program
from tests.web.filings.support import YEAR, cell, form, indicators, shown
from tests.web.support import County, signed_in

from jixiao.web.audit.models import Event
from jixiao.web.cycles.models import StageKind, Task, TaskState
from jixiao.web.filings.models import Indicator, Project
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db


def of(county: County, role: str = Role.UNIT_CLERK) -> Program:
    return program(county.people[str(role)])


def cells_of(asking: Program, task: Task, table: str = "project") -> dict[str, Any]:
    found = next(one for one in asking.get(f"forms/{task.pk}")["tables"] if one["name"] == table)
    return dict(found["rows"][0])


def save(asking: Program, task: Task, *cells: dict[str, Any]) -> Any:
    return asking.ask("PATCH", f"forms/{task.pk}/cells", {"cells": list(cells)})


def move(asking: Program, task: Task, verb: str, **more: Any) -> Any:
    revision = Task.objects.get(pk=task.pk).revision
    return asking.ask("POST", f"forms/{task.pk}/moves", {"move": verb, "revision": revision, **more})


def test_a_form_is_what_its_grid_shows(county: County) -> None:
    task = form(county)
    indicators(task)
    told = of(county).get(f"forms/{task.pk}")
    grid = shown(signed_in(county.people[Role.UNIT_CLERK.value]), task)
    assert [one["name"] for one in told["tables"]] == list(grid["tables"])
    for one in told["tables"]:
        for row, of_grid in zip(one["rows"], grid["tables"][one["name"]]["rows"], strict=True):
            assert row["cells"] == {column["name"]: of_grid[column["name"]] for column in one["columns"]}
    assert told["result"]["total"] == grid["score"]["total"]
    assert told["result"]["notices"] == grid["score"]["notices"]
    assert [one["reason"] for one in told["result"]["lines"]] == [
        one["reason"] for one in grid["score"]["lines"]
    ]
    assert (told["editable"], told["moves"], told["state"]) == (True, ["submit"], "draft")


@pytest.mark.parametrize(
    ("words", "text", "amount"),
    [
        ("65.26", "65.26", "652600.00"),
        ("9548.71元", "0.954871", "9548.71"),
        ("0", "0.00", "0.00"),
        ("", "", None),
        ("/", "/", None),
        ("无", "无", None),
    ],
)
def test_blank_zero_and_absent_stay_apart_and_amounts_are_yuan(
    county: County, words: str, text: str, amount: str | None
) -> None:
    task = form(county)
    asking = of(county)
    answer = save(asking, task, cell("project", task.project_id, "outturn", "108.00", words))
    assert answer.status_code == 200, answer.content.decode()
    assert answer.json()["cells"][0]["text"] == text
    row = cells_of(asking, task)
    assert row["cells"]["outturn"] == text
    assert row["amounts"].get("outturn") == amount


def test_a_conflict_is_told_with_what_the_other_wrote_and_loses_nothing(county: County) -> None:
    task = form(county)
    first, second = of(county), of(county)
    assert save(first, task, cell("project", task.project_id, "outturn", "108.00", "110")).status_code == 200
    answer = save(
        second,
        task,
        cell("project", task.project_id, "outturn", "108.00", "90"),
        cell("project", task.project_id, "annual_result", "", "完成"),
    )
    assert answer.status_code == 409
    theirs, mine = answer.json()["cells"]
    assert (theirs["theirs"], theirs["text"]) == (True, "110.00")
    assert (mine["error"], mine["text"]) == ("", "完成")
    (told,) = errors(answer)
    assert (told["code"], told["where"]) == ("changed", f"project/{task.project_id}/outturn")
    kept = Project.objects.get(pk=task.project_id)
    assert (f"{kept.outturn:.2f}", kept.annual_result) == ("1100000.00", "完成")


def test_a_wrong_cell_is_told_and_the_others_are_saved(county: County) -> None:
    task = form(county)
    answer = save(
        of(county),
        task,
        cell("project", task.project_id, "outturn", "108.00", "约五万"),
        cell("project", task.project_id, "annual_result", "", "完成"),
    )
    assert answer.status_code == 422
    (told,) = errors(answer)
    assert (told["code"], told["where"]) == ("refused", f"project/{task.project_id}/outturn")
    assert "不是金额" in told["message"]
    assert Project.objects.get(pk=task.project_id).annual_result == "完成"


def test_the_log_says_that_it_came_by_token(county: County) -> None:
    task = form(county)
    asking = of(county)
    save(asking, task, cell("project", task.project_id, "annual_result", "", "完成"))
    event = Event.objects.get(verb="filings.save_cells")
    number = asking.get("me")["token"]["id"]
    assert f'"token": {number}' in event.details
    assert event.actor == county.people[str(Role.UNIT_CLERK)]


def test_rows_are_added_and_taken_out(county: County) -> None:
    task = form(county, StageKind.TARGETS)
    asking = of(county)
    added = {"level1": "产出指标", "name": "Meals", "operator": "≥", "target": "100", "weight": "10"}
    answer = asking.ask("POST", f"forms/{task.pk}/rows", {"table": "indicators", "add": [added]})
    assert answer.status_code == 200, answer.content.decode()
    row = cells_of(asking, task, "indicators")
    assert row["cells"]["name"] == "Meals"
    answer = asking.ask("POST", f"forms/{task.pk}/rows", {"table": "indicators", "remove": [row["id"]]})
    assert not next(one for one in answer.json()["tables"] if one["name"] == "indicators")["rows"]
    for wrong in ({"table": "indicators"}, {"table": "project", "add": [{"name": "x"}]}):
        assert errors(asking.ask("POST", f"forms/{task.pk}/rows", wrong))[0]["code"] == "refused"


def test_a_form_goes_its_way(county: County) -> None:
    task = form(county)
    Task.objects.filter(pk=task.pk).update(state=TaskState.PENDING)
    lead = of(county, Role.DEPARTMENT_LEAD)
    assert lead.get(f"forms/{task.pk}")["moves"] == ["approve", "return"]
    (told,) = errors(move(lead, task, "return"))
    assert (told["code"], told["where"]) == ("refused", "words")
    answer = move(lead, task, "return", words="Which year?")
    assert (answer.status_code, answer.json()["state"]) == (200, "returned")
    assert move(lead, task, "approve").status_code == 422
    clerk = of(county)
    assert clerk.get(f"forms/{task.pk}")["moves"] == ["submit"]
    assert move(clerk, task, "approve").status_code == 403
    answer = move(clerk, task, "submit")
    assert (answer.status_code, errors(answer)[0]["code"]) == (422, "warnings")
    answer = move(clerk, task, "submit", confirmed=True)
    assert (answer.status_code, answer.json()["state"]) == (200, "pending")


def test_a_form_that_moved_meanwhile_is_told(county: County) -> None:
    task = form(county)
    answer = of(county).ask("POST", f"forms/{task.pk}/moves", {"move": "submit", "revision": 7})
    assert answer.status_code == 409
    assert errors(answer)[0]["code"] == "changed"


def test_withdrawing(county: County) -> None:
    task = form(county)
    Task.objects.filter(pk=task.pk).update(state=TaskState.PENDING)
    answer = move(of(county), task, "withdraw")
    assert (answer.status_code, answer.json()["state"]) == (200, "draft")


def test_filters(county: County) -> None:
    task = form(county)
    asking = of(county)
    every = asking.get("forms")
    assert every["count"] == len(every["results"]) >= 2
    for query, found in (
        (f"year={YEAR}", True),
        ("year=1999", False),
        (f"stage={task.stage_id}", True),
        ("state=final", False),
        (f"body={county.unit.pk}", True),
        (f"body={county.other_unit.pk}", False),
        ("q=meals", True),
        ("q=nothing", False),
    ):
        numbers = [one["id"] for one in asking.get(f"forms?{query}")["results"]]
        assert (task.pk in numbers) is found, query
    assert asking.get("forms?page=9")["results"] == []
    one = asking.get("forms?size=1&page=2")
    assert (len(one["results"]), one["pages"]) == (1, every["count"])
    for wrong in ("state=nearly", "year=x", "size=0", "page=-1", f"body={10**30}"):
        answer = asking.ask("GET", f"forms?{wrong}")
        assert answer.status_code == 422, wrong
        assert errors(answer)[0]["where"] == wrong.partition("=")[0]


def test_a_list_costs_as_many_queries_however_long(county: County) -> None:
    first = form(county)
    asking = of(county)
    few = queries(asking, "forms"), queries(asking, "years")
    for number in range(5):
        project = Project.objects.create(
            organisation=county.unit, fiscal_year=YEAR, code=f"q{number}", name=f"Q {number}"
        )
        Task.objects.create(
            stage=first.stage, organisation=county.unit, project=project, deadline=first.deadline
        )
    assert (queries(asking, "forms"), queries(asking, "years")) == few
    assert max(few) <= 20


def test_a_whole_form_costs_as_many_queries_however_long(county: County) -> None:
    task = form(county)
    indicators(task, 1)
    asking = of(county)
    few = queries(asking, f"forms/{task.pk}")
    for number in range(2, 12):
        indicators_more(task, number)
    assert queries(asking, f"forms/{task.pk}") == few <= 30


def indicators_more(task: Task, number: int) -> None:
    Indicator.objects.create(
        project=task.project,
        code=f"x{number}",
        position=number,
        level1="产出指标",
        name=f"X {number}",
        weight=1,
    )


def queries(asking: Program, path: str) -> int:
    asking.get(path)
    with CaptureQueriesContext(connection) as found:
        asking.get(path)
    return len(found)
