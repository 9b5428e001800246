"""Many projects at once, from a workbook."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from jixiao.web.actions import Action
from jixiao.web.cycles.adding import ADDS, locked, stages_under_way
from jixiao.web.cycles.models import Cycle, Task
from jixiao.web.cycles.project_table import Projects, places_for, table_of
from jixiao.web.filings.models import Project
from jixiao.web.importing.judging import Fate, Lines, refuse_wrong
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import made: the projects, and how many forms went out."""

    projects: tuple[Project, ...]
    tasks: int


@dataclass(frozen=True, slots=True)
class ImportProjects(Action[Imported]):
    """As `CreateProject` for each line, all or none; those that are there already stay as they are.

    In as many statements for eight hundred as for one hundred, but for the batches of inserts.
    """

    cycle: Cycle
    lines: Lines
    targets_by: date | None = None

    permission = ADDS
    verb = "cycles.import_projects"

    def place(self) -> Organisation | None:
        """Anywhere: each line's body is looked for among those to which the person may add projects."""
        return None

    def perform(self, actor: User) -> Imported:
        """Judge again, as others may have written meanwhile; store, and send the forms out."""
        cycle = locked(self.cycle)
        places = places_for(cycle, actor)
        judged = Projects(table_of(places), self.lines, cycle, places).judged()
        refuse_wrong(judged)
        projects = [one.made for one in judged if one.fate == Fate.NEW]
        if not projects:
            return Imported((), 0)
        stages = stages_under_way(cycle, self.targets_by)
        positions = Counter(
            Project.objects.filter(
                organisation__in=places.bodies, fiscal_year=cycle.fiscal_year
            ).order_by().values_list("organisation_id", flat=True)
        )  # fmt: skip
        for project in projects:
            project.position = positions[project.organisation_id]
            positions[project.organisation_id] += 1
        made = Project.objects.bulk_create(projects, batch_size=200)
        tasks = Task.objects.bulk_create(
            (
                Task(stage=stage, organisation=project.organisation, project=project, deadline=deadline)
                for stage, deadline in stages
                for project in made
            ),
            batch_size=200,
        )
        return Imported(tuple(made), len(tasks))

    def told(self, result: Imported) -> dict[str, Any]:
        """The year, and every project by its body's code and its own."""
        return {
            "cycle": self.cycle.pk,
            "projects": [[one.organisation.code, one.code, one.origin] for one in result.projects],
            "tasks": result.tasks,
        }
