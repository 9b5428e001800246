"""What two people do at once: ``python -m tests.web.cycles.racing review 0`` waits for a line, then begins."""

# ruff: noqa: PLC0415  # models are imported once Django has started

import sys

YEAR = 2024


def prepare() -> None:
    """A year whose form waits for its first reviewer, of whom there are two, and projects without a form or of the year before."""
    from tests.web.cycles.years import NODES, year
    from tests.web.support import account, county

    from jixiao.web.cycles.models import Task, TaskState
    from jixiao.web.filings.models import Project
    from jixiao.web.people.roles import Role

    now = year(county())
    account("second", str(NODES[0]), now.county.unit)
    account("Yan-lead_clerk", str(Role.UNIT_CLERK), now.county.department)
    Task.objects.filter(pk=now.task.pk).update(state=TaskState.PENDING)
    for number in range(5):
        Project.objects.create(organisation=now.county.unit, fiscal_year=YEAR, code=f"x{number}", name="x")
    for number in range(3):
        Project.objects.create(
            organisation=now.county.unit, fiscal_year=YEAR - 1, code=f"b{number}", name="x"
        )


def review(number: int) -> str:
    """One agrees, the other gives it back; both saw the same page."""
    from jixiao.web.actions import Refused, carry_out
    from jixiao.web.cycles.actions.approve_task import ApproveTask
    from jixiao.web.cycles.actions.return_task import ReturnTask
    from jixiao.web.cycles.models import Task
    from jixiao.web.people.models import User

    task = Task.objects.get(stage__cycle__fiscal_year=YEAR, project__code="p1")
    action = ReturnTask(task, "No.", 0) if number else ApproveTask(task, revision=0)
    try:
        carry_out(action, User.objects.get(username="second" if number else "Yan-unit_reviewer"))
    except Refused as refused:
        return type(refused).__name__
    return "moved"


def dispatch(number: int) -> str:
    """Both send the same stage out."""
    from jixiao.web.actions import carry_out
    from jixiao.web.cycles.actions.dispatch_tasks import DispatchTasks
    from jixiao.web.cycles.models import Stage
    from jixiao.web.people.models import User

    del number
    stage = Stage.objects.get(cycle__fiscal_year=YEAR)
    return (
        f"sent {len(carry_out(DispatchTasks(stage), User.objects.get(username='Yan-performance_officer')))}"
    )


def bring(number: int) -> str:
    """Both import the same three projects."""
    from jixiao.web.actions import carry_out
    from jixiao.web.cycles.actions.import_projects import ImportProjects
    from jixiao.web.cycles.models import Cycle
    from jixiao.web.importing.judging import Line, Lines
    from jixiao.web.people.models import User

    del number
    lines = tuple(
        Line(row, {"unit": "Yan-school", "code": f"n{row}", "name": "x", "origin": "年初预算"})
        for row in range(3)
    )
    action = ImportProjects(Cycle.objects.get(fiscal_year=YEAR), Lines("x", {}, lines))
    return f"made {len(carry_out(action, User.objects.get(username='Yan-performance_officer')).projects)}"


def carry(number: int) -> str:
    """Both bring the same three projects over from the year before."""
    from jixiao.web.actions import carry_out
    from jixiao.web.cycles.actions.carry_projects import CarryProjects
    from jixiao.web.cycles.carrying import Way
    from jixiao.web.cycles.models import Cycle
    from jixiao.web.filings.models import Project
    from jixiao.web.people.models import User

    del number
    past = Project.objects.filter(fiscal_year=YEAR - 1, code__startswith="b")
    amounts = dict.fromkeys(past.values_list("pk", flat=True))
    action = CarryProjects(Cycle.objects.get(fiscal_year=YEAR), Way.CONTINUED, amounts)
    return f"made {len(carry_out(action, User.objects.get(username='Yan-performance_officer')).projects)}"


def found(number: int) -> str:
    """Both import the same three departments."""
    from jixiao.web.actions import carry_out
    from jixiao.web.importing.judging import Line, Lines
    from jixiao.web.people.actions.import_county import ImportCounty
    from jixiao.web.people.models import User

    del number
    lines = tuple(
        Line(row, {"parent": "Yan-county", "kind": "部门", "code": f"n{row}", "name": f"N{row}"})
        for row in range(3)
    )
    made = carry_out(
        ImportCounty(Lines("x", {}, lines)), User.objects.get(username="Yan-system_administrator")
    )
    return f"made {len(made.bodies)}"


def take(number: int) -> str:
    """One imports the facts of the unit with a project that the other adds by itself, of the same code."""
    from django.core.exceptions import ValidationError
    from django.db import IntegrityError

    from jixiao.web.actions import carry_out
    from jixiao.web.cycles.actions.create_project import CreateProject
    from jixiao.web.cycles.models import Cycle
    from jixiao.web.filings.actions.import_dossier import ImportDossier
    from jixiao.web.filings.mapping import dossier_of
    from jixiao.web.filings.models import Project
    from jixiao.web.filings.subjects import stored, year_of
    from jixiao.web.organisations.models import Organisation
    from jixiao.web.people.models import User

    unit = Organisation.objects.get(code="Yan-school")
    if number:
        project = Project(organisation=unit, code="both", name="Added", origin="supplementary")
        action, name = CreateProject(Cycle.objects.get(fiscal_year=YEAR), project), "Yan-performance_officer"
    else:
        found = dossier_of(stored(year_of(unit, YEAR)))
        more = found.projects[0].model_copy(update={"code": "both", "name": "Imported", "unit": unit.name})
        others = (one for one in found.projects if one.code != more.code)  # it may be there by now
        facts = found.model_copy(update={"projects": (*others, more)})
        action, name = ImportDossier(unit.parent, facts), "Yan-lead_clerk"
    try:
        carry_out(action, User.objects.get(username=name))
    except ValidationError:
        pass  # there already; who comes late is told by the row's own rules
    except IntegrityError:
        return "collided"
    return f"{Project.objects.filter(code='both', deleted=False).count()} there"


def agree() -> bool:
    """Whether each form has as many steps as revisions, and no project two forms."""
    from jixiao.web.cycles.models import Task

    tasks = list(Task.objects.filter(stage__cycle__fiscal_year=YEAR).prefetch_related("moves"))
    once = len({one.project_id for one in tasks}) == len(tasks)
    return once and all(one.revision == len(one.moves.all()) for one in tasks)


def main(what: str, number: str = "0") -> None:
    """Run by the test on SQLite, in a process of its own."""
    from jixiao.web.starting import migrate, start

    start()
    if what == "prepare":
        from django.conf import settings

        settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
        migrate()
        prepare()
        sys.stdout.write("ready\n")
    elif what == "agree":
        sys.stdout.write(f"{agree()}\n")
    else:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.readline()
        races = {
            "review": review, "dispatch": dispatch, "bring": bring, "carry": carry, "found": found, "take": take,
        }  # fmt: skip
        sys.stdout.write(f"{races[what](int(number))}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
