"""The numbers of forms are those of the forms, whoever writes them; lists made of them are the plain lists."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.http import QueryDict
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web.filings.support import form
from tests.web.support import County, county

from jixiao.web.commands.audit.verify import command
from jixiao.web.cycles.listing import Filters
from jixiao.web.cycles.models import Assignment, Stage, StageKind, SubjectKind, Tally, Task, TaskState
from jixiao.web.cycles.pages import forms, page_of_forms
from jixiao.web.cycles.tally_triggers import AWAY, TALLIES
from jixiao.web.cycles.todo import counted, waiting
from jixiao.web.filings.models import Project
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db


def days() -> list[date]:
    """One that is past, one that comes soon, a late one."""
    return [date(2020, 1, 1), timezone.localdate() + timedelta(days=3), date(2050, 1, 1)]


def many(here: County, data: st.DataObject) -> list[Task]:
    """Forms of several bodies in any state, turn and with any deadline."""
    stages = [form(here, kind, subject).stage for kind, subject in (
        (StageKind.SELF_EVALUATION, SubjectKind.DEPARTMENT), (StageKind.RECHECK, SubjectKind.PROJECT),
        (StageKind.TARGETS, SubjectKind.PROJECT))]  # fmt: skip
    nodes = [Role.DEPARTMENT_LEAD.value, Role.PERFORMANCE_OFFICER.value]
    Stage.objects.filter(pk__in=[one.pk for one in stages]).update(nodes=nodes)
    Task.objects.filter(stage__in=stages).delete()
    bodies = [here.department, here.unit, here.other_department, here.other_unit]
    made = []
    for number in range(data.draw(st.integers(0, 12))):
        body = data.draw(st.sampled_from(bodies))
        project = Project.objects.create(
            organisation=body, fiscal_year=2031, code=f"t{number}", name=f"n{number}"
        )
        made.append(
            Task.objects.create(
                stage=data.draw(st.sampled_from(stages)), organisation=body, project=project,
                state=data.draw(st.sampled_from(TaskState.values)), node=data.draw(st.integers(0, 2)),
                deadline=data.draw(st.sampled_from(days())),
            )
        )  # fmt: skip
    return made


@given(st.data())
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_written_is_counted(db: None, data: st.DataObject) -> None:
    with transaction.atomic():
        here = county("Tally", 7001)
        made = many(here, data)
        assert TALLIES.wrong() == []
        for task in made:
            how = data.draw(st.sampled_from(("move", "same", "bulk", "delete", "body", "rolled back")))
            if how in {"move", "rolled back"}:
                with transaction.atomic():
                    task.state = data.draw(st.sampled_from(TaskState.values))
                    task.deadline = data.draw(st.sampled_from(days()))
                    task.save()
                    transaction.set_rollback(how == "rolled back")
                task.refresh_from_db()
            elif how == "same":
                task.save()
            elif how == "bulk":
                Task.objects.filter(stage=task.stage).update(node=data.draw(st.integers(0, 2)))
            elif how == "delete":
                task.delete()
            else:
                Task.objects.filter(pk=task.pk).update(organisation=here.other_unit)
            assert TALLIES.wrong() == []
        assert not Tally.objects.filter(forms__lte=0).exists()
        transaction.set_rollback(True)


@given(st.data())
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_lists_made_of_the_numbers_are_the_plain_lists(db: None, data: st.DataObject) -> None:
    with transaction.atomic():
        here = county("Tally", 7001)
        made = many(here, data)
        if data.draw(st.booleans()):
            Organisation.objects.create(kind=Kind.JURISDICTION, code="apart", name="x")  # nobody reaches all
        user = here.people[data.draw(st.sampled_from(list(Role)))]
        if made and data.draw(st.booleans()):
            evaluator = here.people[Role.EVALUATOR]
            Assignment.objects.create(
                task=data.draw(st.sampled_from(made)), evaluator=evaluator, by=evaluator
            )
        stage = f"stage={made[0].stage_id if made else 1}"
        for query in ("", "state=draft", "due=late", "due=soon&state=pending", "mine=1", "q=n1", stage):
            chosen = Filters.of(QueryDict(query))
            plain = [task.pk for task in chosen.apply(user)]
            assert forms(chosen.counting(user)) == len(plain)
            listed: list[int] = []
            for number in range(1, len(plain) // 3 + 2):
                page = page_of_forms(chosen.apply(user), chosen.counting(user), 3, str(number))
                assert page.paginator.count == len(plain)
                listed += [task.pk for task in page] if page.number == number else []
            assert listed == plain, query
        told, rows = counted(user), list(waiting(user))
        assert told.all == len(rows)
        assert told.review == sum(one.state == TaskState.PENDING for one in rows)
        assert told.late == sum(one.deadline < timezone.localdate() for one in rows)
        transaction.set_rollback(True)


def test_lost_triggers_are_made_again_and_the_numbers_with_them(county: County) -> None:
    form(county)
    with connection.cursor() as cursor:
        for statement in AWAY[connection.vendor]:
            cursor.execute(statement)
    task = form(county, StageKind.TARGETS)
    assert TALLIES.wrong() != []
    TALLIES.ensure()
    assert TALLIES.wrong() == []
    task.state = TaskState.FINAL
    task.save()
    assert TALLIES.wrong() == []


def test_the_officers_pages_do_not_look_at_every_form(
    county: County, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    user = User.objects.get(pk=county.people[Role.PERFORMANCE_OFFICER].pk)
    with django_assert_max_num_queries(4) as asked:
        counted(user)
    assert not any('FROM "cycles_task"' in one["sql"] for one in asked.captured_queries)


def test_a_wrong_number_is_told_by_the_command_and_counted_again(
    county: County, capsys: pytest.CaptureFixture[str]
) -> None:
    form(county)
    assert command() == 0
    assert "表单的统计数与表单一致" in capsys.readouterr().out
    Tally.objects.update(forms=7)
    assert command() == 1
    assert "--recount" in capsys.readouterr().out
    assert command(lang="en", recount=True) == 0
    assert "counted again" in capsys.readouterr().out
    assert command() == 0
