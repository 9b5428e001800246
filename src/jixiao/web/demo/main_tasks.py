"""Main tasks of the demo: where a report tells none, the projects whose original budget it tells."""

from jixiao.core.dossier import Dossier, Task
from jixiao.core.dossier.projects import Project
from jixiao.core.dossier.values import money


def with_main_tasks(dossier: Dossier) -> Dossier:
    """The facts with main tasks: names, words and figures are those of the projects, nothing is added."""
    if dossier.appraisal.tasks:
        return dossier
    tasks = tuple(_of(one) for one in dossier.projects if money(one.original_budget) is not None)
    appraisal = dossier.appraisal.model_copy(update={"tasks": tasks})
    return dossier.model_copy(update={"appraisal": appraisal})


def _of(project: Project) -> Task:
    return Task(
        name=project.name,
        content=project.annual_goal or project.goal or project.activities,
        completion=project.annual_result,
        budget=project.original_budget,
        outturn=project.outturn,
    )
