"""The Dossier that a form is about: one project with its department's head, or the department as a whole."""

from typing import TYPE_CHECKING

from jixiao.core.dossier import Dossier
from jixiao.web.filings.mapping import Parts, dossier_of, projects_of, with_progress
from jixiao.web.filings.models import DepartmentYear, Project
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.organisations.walking import above

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.web.cycles.models import Task
    from jixiao.web.filings.rows import Form


def year_of(organisation: Organisation, fiscal_year: int) -> DepartmentYear:
    """The year of the department that a unit belongs to; a new one, not yet stored, where there is none."""
    department = department_of(organisation)
    found = DepartmentYear.objects.select_related("organisation").filter(
        organisation=department, fiscal_year=fiscal_year
    )
    return found.first() or DepartmentYear(
        organisation=department, fiscal_year=fiscal_year, rulebook=department.rules()
    )


def stored_years(tasks: "Iterable[Task]") -> dict[int, DepartmentYear]:
    """The stored years of the departments of many forms, by the form's number; as many queries for many."""
    asked = list(tasks)
    departments = _departments({task.organisation_id: task.organisation for task in asked})
    found = DepartmentYear.objects.select_related("organisation").filter(
        organisation__in=set(departments.values()),
        fiscal_year__in={task.stage.cycle.fiscal_year for task in asked},
    )
    years = {(one.organisation_id, one.fiscal_year): one for one in found}
    keys = {task.pk: (departments[task.organisation_id], task.stage.cycle.fiscal_year) for task in asked}
    return {number: years[key] for number, key in keys.items() if key in years}


def _departments(bodies: dict[int, Organisation]) -> dict[int, int]:
    """`department_of` of many, by number."""
    others = [number for number, body in bodies.items() if body.kind != Kind.DEPARTMENT]
    rows = Organisation.objects.filter(pk__in=above(*others)).order_by() if others else ()
    known = {one.pk: one for one in rows}

    def highest(number: int) -> int:
        found, at = number, known.get(number)
        while at is not None:
            found = at.pk if at.kind == Kind.DEPARTMENT else found
            at = known.get(at.parent_id)
        return found

    return {number: highest(number) if number in known else number for number in bodies}


def department_of(organisation: Organisation) -> Organisation:
    """The department of a unit; a department's own."""
    if organisation.kind == Kind.DEPARTMENT:
        return organisation
    above = organisation.ancestors().filter(kind=Kind.DEPARTMENT).first()
    return above or organisation


def dossier_for(task: "Task") -> Dossier:
    """What scoring, checking and writing are given for a form.

    Raises:
        DossierError: the facts do not fit together; every fault.
    """
    year = stored(year_of(task.organisation, task.stage.cycle.fiscal_year))
    if task.project_id is None:
        return dossier_of(year)
    return dossier_of(year, [Parts.of(one) for one in projects_of(year).filter(pk=task.project_id)])


def dossier_of_form(form: "Form") -> Dossier:
    """As `dossier_for`, of the rows that the form has read: none of them is read again.

    Raises:
        DossierError: the facts do not fit together; every fault.
    """
    task = form.task
    year = stored(form.department())
    if task.project_id is None:
        return dossier_of(year)
    project = form.project()
    if not _counts(project, task, year):
        return dossier_of(year, [])
    periods = with_progress().filter(project=project)
    return dossier_of(year, [Parts(project, form.funding(), form.indicators(), periods)])


def _counts(project: Project, task: "Task", year: DepartmentYear) -> bool:
    """Whether the project is one of the department's in that year: that of a form, but for moved ones."""
    if project.deleted or project.fiscal_year != year.fiscal_year:
        return False
    return project.organisation_id == task.organisation_id or projects_of(year).filter(pk=project.pk).exists()


def stored(year: DepartmentYear) -> DepartmentYear:
    """The year itself with its row, which is made where there is none; that of whoever made it meanwhile."""
    if not year.pk:
        kept, _made = DepartmentYear.objects.get_or_create(
            organisation=year.organisation, fiscal_year=year.fiscal_year, defaults={"rulebook": year.rulebook}
        )
        year.pk = kept.pk
        year.refresh_from_db()
    return year
