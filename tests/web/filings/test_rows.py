"""Rows: added, taken out, put back."""

import pytest
from tests.web.filings.support import cell, clerk, form, hand_on, indicators, post, saved, shown
from tests.web.support import County, account, signed_in

from jixiao.web.audit.models import Event
from jixiao.web.cycles.models import StageKind, SubjectKind, TaskState
from jixiao.web.filings.actions.add_rows import MOST
from jixiao.web.filings.models import Funding, Indicator, IndicatorProgress, MonitoringPeriod
from jixiao.web.filings.subjects import dossier_for


def names(county: County, task: object) -> list[str]:
    return [row["name"] for row in shown(clerk(county), task)["tables"]["indicators"]["rows"]]


def test_pasted_rows_are_added_in_order(county: County) -> None:
    task = form(county, StageKind.TARGETS)
    new = [
        {"level1": "产出指标", "name": f"Row {one}", "operator": "≥", "target": str(one), "weight": "1.5"}
        for one in range(50)
    ]
    answer = post(clerk(county), task, "rows", {"table": "indicators", "add": new})
    assert answer.status_code == 200
    rows = answer.json()["tables"]["indicators"]["rows"]
    assert [row["name"] for row in rows] == [f"Row {one}" for one in range(50)]
    assert {row["weight"] for row in rows} == {"1.5"}
    assert len({one.code for one in Indicator.objects.filter(project=task.project)}) == 50


def test_a_wrong_one_among_them_refuses_all_with_its_row_and_column(county: County) -> None:
    task = form(county, StageKind.TARGETS)
    answer = post(
        clerk(county),
        task,
        "rows",
        {"table": "indicators", "add": [{"name": "A"}, {"name": "B", "weight": "许多"}]},
    )
    assert answer.status_code == 422
    assert answer.json()["refused"] == ["第 2 行 分值：“许多”不是数"]
    assert names(county, task) == []


def test_a_blank_row_leaves_the_form_countable(county: County) -> None:
    task = form(county, StageKind.TARGETS)
    for table in ("indicators", "funding"):
        answer = post(clerk(county), task, "rows", {"table": table, "add": [{}]})
        assert "faults" not in answer.json()["score"], answer.json()["score"]
    assert dossier_for(task).projects[0].indicators[0].name == ""


def test_rows_taken_out_come_back_whole_and_in_their_place(county: County) -> None:
    task = form(county, StageKind.TARGETS)
    first, second, third = indicators(task)
    second.more = {"rule": "higher"}
    second.save()
    period = MonitoringPeriod.objects.create(project=task.project, through_month=6)
    IndicatorProgress.objects.create(period=period, indicator=second, actual="60")
    before = dossier_for(task)
    post(clerk(county), task, "rows", {"table": "indicators", "remove": [second.pk]})
    assert names(county, task) == [first.name, third.name]
    assert [one.code for one in dossier_for(task).projects[0].indicators] == ["m1", "m3"]
    assert dossier_for(task).projects[0].monitoring[0].indicators == ()
    (gone,) = saved(clerk(county), task, cell("indicators", second.pk, "target", "100", "1"))
    assert "已被删除" in gone["error"]
    post(clerk(county), task, "rows", {"table": "indicators", "restore": [second.pk]})
    assert dossier_for(task) == before
    assert names(county, task) == [first.name, second.name, third.name]


def test_a_code_of_a_row_that_may_come_back_is_not_given_again(county: County) -> None:
    task = form(county, StageKind.TARGETS)
    client = clerk(county)
    post(client, task, "rows", {"table": "indicators", "add": [{"name": "A"}, {"name": "B"}]})
    last = Indicator.objects.get(name="B")
    post(client, task, "rows", {"table": "indicators", "remove": [last.pk]})
    post(client, task, "rows", {"table": "indicators", "add": [{"name": "C"}]})
    post(client, task, "rows", {"table": "indicators", "restore": [last.pk]})
    assert names(county, task) == ["A", "B", "C"]
    assert len(dossier_for(task).projects[0].indicators) == 3


def test_what_the_bureau_fixed_stays(county: County) -> None:
    task = form(county, StageKind.TARGETS)
    fixed, free = indicators(task, 2)
    fixed.fixed = True
    fixed.save()
    answer = post(clerk(county), task, "rows", {"table": "indicators", "remove": [free.pk, fixed.pk]})
    assert answer.status_code == 422
    assert names(county, task) == [fixed.name, free.name]


def test_rows_of_others_are_neither_taken_out_nor_put_back(county: County) -> None:
    task = form(county, StageKind.TARGETS)
    other = form(county, StageKind.TARGETS, through_month=3)
    foreign = Funding.objects.create(project=other.project, source="x")
    foreign.project = type(other.project).objects.create(
        organisation=county.other_unit, fiscal_year=2031, code="o", name="Another"
    )
    foreign.deleted = True
    foreign.save()
    post(clerk(county), task, "rows", {"table": "funding", "restore": [foreign.pk, 10**40, -5]})
    assert Funding.with_removed.get(pk=foreign.pk).deleted
    foreign.deleted = False
    foreign.save()
    post(clerk(county), task, "rows", {"table": "funding", "remove": [foreign.pk, 10**40]})
    assert not Funding.with_removed.get(pk=foreign.pk).deleted


@pytest.mark.parametrize("verb", ["add", "remove", "restore"])
@pytest.mark.parametrize("table", ["project", "indicators", "progress", "nothing"])
def test_tables_that_do_not_grow_keep_their_rows(county: County, table: str, verb: str) -> None:
    task = form(county)  # a self-evaluation: its targets are set
    answer = post(clerk(county), task, "rows", {"table": table, verb: [{}] if verb == "add" else [1]})
    assert answer.status_code == 422


def test_a_table_has_an_end(county: County) -> None:
    task = form(county, StageKind.TARGETS)
    answer = post(clerk(county), task, "rows", {"table": "indicators", "add": [{}] * (MOST + 1)})
    assert answer.status_code == 422
    assert str(MOST) in answer.json()["refused"][0]


def test_a_form_that_was_handed_in_keeps_its_rows(county: County) -> None:
    task = form(county, StageKind.TARGETS)
    (one,) = indicators(task, 1)
    hand_on(task, TaskState.PENDING)
    for body in ({"add": [{}]}, {"remove": [one.pk]}, {"restore": [one.pk]}):
        assert post(clerk(county), task, "rows", {"table": "indicators", **body}).status_code == 422
    assert Indicator.objects.filter(project=task.project).count() == 1


def test_what_stood_in_a_row_is_in_the_log(county: County) -> None:
    task = form(county, StageKind.TARGETS)
    (one,) = indicators(task, 1)
    post(clerk(county), task, "rows", {"table": "indicators", "remove": [one.pk]})
    assert "Meals 1" in Event.objects.get(verb="filings.remove_rows").details


def test_rows_of_a_department_as_a_whole(county: County) -> None:
    task = form(county, subject=SubjectKind.DEPARTMENT)
    client = signed_in(account("clerk-of-all", "unit_clerk", county.department))
    answer = post(client, task, "rows", {"table": "indicators", "add": [{"level1": "产出", "name": "A"}]})
    assert answer.status_code == 200, answer.content.decode()
    (row,) = answer.json()["tables"]["indicators"]["rows"]
    post(client, task, "rows", {"table": "indicators", "remove": [row["id"]]})
    answer = post(client, task, "rows", {"table": "indicators", "restore": [row["id"]]})
    assert [one["name"] for one in answer.json()["tables"]["indicators"]["rows"]] == ["A"]


def test_a_row_whose_answer_got_lost_is_made_once(county: County) -> None:
    task = form(county, StageKind.TARGETS)
    client = clerk(county)
    for sent in (
        [{"name": "Beds", "key": "k-1"}],
        [{"name": "Beds", "key": "k-1"}, {"name": "Desks", "key": "k-2"}],
    ):
        answer = post(client, task, "rows", {"table": "indicators", "add": sent})
        assert answer.status_code == 200
    rows = answer.json()["tables"]["indicators"]["rows"]
    assert [(row["name"], row["key"]) for row in rows] == [("Beds", "k-1"), ("Desks", "k-2")]


def test_one_that_was_taken_out_meanwhile_does_not_come_back(county: County) -> None:
    task = form(county, StageKind.TARGETS)
    client, body = clerk(county), {"table": "funding", "add": [{"source": "own", "key": "k-1"}]}
    post(client, task, "rows", body)
    Funding.objects.filter(key="k-1").update(deleted=True)
    assert post(client, task, "rows", body).status_code == 200
    assert not Funding.objects.filter(key="k-1").exists()


@pytest.mark.parametrize("key", ["K", "a b", "x" * 41, 7, None])
def test_a_key_that_is_none_of_ours_is_refused(county: County, key: object) -> None:
    task = form(county, StageKind.TARGETS)
    answer = post(clerk(county), task, "rows", {"table": "indicators", "add": [{"name": "x", "key": key}]})
    assert answer.status_code == 400
    assert not Indicator.objects.filter(project=task.project).exists()
