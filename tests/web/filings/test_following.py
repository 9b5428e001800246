"""What was stated about a main task stays with it under its new name."""

import pytest
from tests.web.filings.support import cell, saved
from tests.web.filings.test_main_tasks import put, task_row, whole
from tests.web.support import County

from jixiao.web.filings.main_task import MainTask
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.filings.subjects import dossier_for


def state(year: DepartmentYear, *paths: str) -> None:
    year.facts["discrepancies"] = [
        {"fact": path, "statement": "Printed twice", "signed_by": "Office"} for path in paths
    ]
    year.save()


def paths(year: DepartmentYear) -> list[str]:
    return [one["fact"] for one in DepartmentYear.objects.get(pk=year.pk).facts["discrepancies"]]


@pytest.mark.django_db
def test_a_statement_follows_its_main_task(county: County) -> None:
    task, client = whole(county)
    row = task_row(task, "Meals", budget=100)
    task_row(task, "Roads", budget=200, position=1)
    state(
        row.department_year, "appraisal.tasks.Meals.budget", "appraisal.tasks.Roads.budget", "department.name"
    )
    put(client, task, row, "name", "Meals", "School meals")
    assert paths(row.department_year) == [
        "appraisal.tasks.School meals.budget", "appraisal.tasks.Roads.budget", "department.name",
    ]  # fmt: skip
    assert (
        len(dossier_for(task).discrepancies) == 3
    )  # each leads to a fact, else the facts do not fit together


@pytest.mark.django_db
def test_two_that_change_their_names_at_once(county: County) -> None:
    task, client = whole(county)
    first, second = task_row(task, "A", budget=100), task_row(task, "B", budget=200, position=1)
    state(first.department_year, "appraisal.tasks.A.budget", "appraisal.tasks.2.budget")
    saved(
        client, task,
        cell("tasks", first.pk, "name", "A", "B"), cell("tasks", second.pk, "name", "B", "A"),
    )  # fmt: skip
    assert paths(first.department_year) == ["appraisal.tasks.B.budget", "appraisal.tasks.2.budget"]
    put(client, task, MainTask.objects.get(pk=second.pk), "name", "A", "B")  # two of one name go by number
    assert paths(first.department_year) == ["appraisal.tasks.1.budget", "appraisal.tasks.2.budget"]
    assert dossier_for(task).discrepancies
