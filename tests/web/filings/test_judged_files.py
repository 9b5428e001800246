"""Whoever re-checks a self-evaluation reads what it was proved with, and nothing else of the body."""

import pytest
from django.utils import timezone
from tests.web.cycles.years import Year
from tests.web.filings.test_judging import evaluator, made
from tests.web.support import County, signed_in

from jixiao.web.cycles.models import Assignment, Stage, StageKind, SubjectKind, Task, TaskState
from jixiao.web.filings.evidence import Evidence, SecrecyState, kept
from jixiao.web.filings.judged_files import judged_files
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
DATA = b"%PDF-1 proof"


def proved(now: Year, *, state: str = TaskState.FINAL, secrecy: str = SecrecyState.PASSED) -> Evidence:
    """A file of the self-evaluation of the same project."""
    stage, _ = Stage.objects.get_or_create(
        cycle=now.stage.cycle, kind=StageKind.SELF_EVALUATION, subject=SubjectKind.PROJECT,
        defaults={"name": "Self-evaluation", "opens": now.stage.opens, "deadline": now.stage.deadline},
    )  # fmt: skip
    task, _ = Task.objects.update_or_create(
        stage=stage, organisation=now.task.organisation, project=now.project,
        defaults={"state": state, "deadline": stage.deadline},
    )  # fmt: skip
    return Evidence.objects.create(
        task=task, name="proof.pdf", sha256=kept(DATA), size=len(DATA), by=now.person(Role.UNIT_CLERK),
        secrecy=secrecy,
    )  # fmt: skip


def address(now: Year, file: Evidence) -> str:
    return f"/filings/tasks/{now.task.pk}/evidence/{file.pk}/"


@pytest.mark.parametrize("kind", [StageKind.RECHECK, StageKind.EVALUATION])
def test_an_evaluator_reads_the_files_of_what_is_judged(county: County, kind: StageKind) -> None:
    now = made(county, kind)
    file = proved(now)
    person = signed_in(evaluator(now))
    page = person.get(f"/filings/tasks/{now.task.pk}/evidence/").content.decode()
    assert address(now, file) in page
    answer = person.get(address(now, file))
    assert (answer.content, answer["Content-Disposition"].split(";")[0]) == (DATA, "attachment")
    assert person.get(f"/filings/tasks/{file.task_id}/evidence/{file.pk}/").status_code == 404


@pytest.mark.parametrize("changed", [
    {"state": TaskState.PENDING}, {"secrecy": SecrecyState.PENDING}, {"secrecy": SecrecyState.REFUSED},
])  # fmt: skip
def test_not_before_it_is_final_and_reviewed(county: County, changed: dict[str, str]) -> None:
    now = made(county, StageKind.RECHECK)
    file = proved(now, **changed)
    assert signed_in(evaluator(now)).get(address(now, file)).status_code == 404


def test_not_the_files_of_another_project_nor_after_the_assignment(county: County) -> None:
    now = made(county, StageKind.RECHECK)
    file = proved(now)
    person = signed_in(evaluator(now))
    Task.objects.filter(pk=file.task_id).update(project=None)
    assert person.get(address(now, file)).status_code == 404
    Task.objects.filter(pk=file.task_id).update(project=now.project)
    assert person.get(address(now, file)).status_code == 200
    Assignment.objects.update(ended_at=timezone.now())
    assert person.get(address(now, file)).status_code == 404


def test_a_form_that_judges_nothing_shows_none(county: County) -> None:
    now = made(county, StageKind.SELF_EVALUATION, assigned=False)
    Task.objects.filter(pk=now.task.pk).update(state=TaskState.FINAL)
    assert proved(now).task_id == now.task.pk  # its own file
    assert not judged_files(now.now()).exists()
