"""What a project that comes to a year under way has to be, and the forms that it gets."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from pydantic import TypeAdapter
from pydantic import ValidationError as PydanticError

from jixiao.core.dossier.values import Code
from jixiao.web.actions import Refused
from jixiao.web.cycles.models import Cycle, CycleState, Stage, StageKind, SubjectKind
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import Role

ADDERS = (Role.UNIT_CLERK, Role.PERFORMANCE_OFFICER)
"""Who may add a project to a body."""
ADDS = holds(*ADDERS)


def reached(actor: User) -> set[int]:
    """The numbers of the bodies to which the person may add projects, of whatever year."""
    tops = actor.scopes(ADDERS)
    if not tops:
        return set()
    return set(Organisation.objects.filter(pk__in=actor.reach(tops)).order_by().values_list("pk", flat=True))


def locked(cycle: Cycle) -> Cycle:
    """The year as it is stored, locked.

    Raises:
        Refused: it is not open.
    """
    found = Cycle.objects.select_for_update(of=("self",)).select_related("jurisdiction").get(pk=cycle.pk)
    if found.state != CycleState.OPEN:
        raise Refused(_("这个年度的工作没有开放，不能办理。"))
    return found


def lock_year_of(organisation: Organisation, fiscal_year: int) -> None:
    """Lock the body's year, open or not, as `locked` does: who writes its projects waits for who adds one."""
    above = organisation.ancestors(include_self=True).values("pk")
    found = Cycle.objects.filter(jurisdiction__in=above, fiscal_year=fiscal_year).order_by("pk")
    list(found.select_for_update(of=("self",)).values_list("pk", flat=True))


def faults_of_code(code: str) -> list[str]:
    """What is wrong with the code of a project."""
    try:
        TypeAdapter(Code).validate_python(code)
    except PydanticError as error:
        return [one["msg"] for one in error.errors()]
    return []


def stages_under_way(cycle: Cycle, targets_by: date | None) -> list[tuple[Stage, date]]:
    """The stages that send the project a form, each with its deadline.

    Under way is one whose forms went out and whose deadline is ahead. Targets are always asked for: where
    their deadline has passed, ``targets_by`` is that of the project.

    Raises:
        Refused: that is missing.
    """
    today = timezone.localdate()
    found = []
    for stage in cycle.stages.filter(subject=SubjectKind.PROJECT, tasks__isnull=False).distinct():
        deadline = stage.deadline
        if deadline < today:
            if stage.kind != StageKind.TARGETS:
                continue
            if targets_by is None or targets_by < today:
                raise Refused({"targets_by": _("绩效目标申报已截止，请写明本项目的申报截止日期。")})
            deadline = targets_by
        found.append((stage, deadline))
    return found
