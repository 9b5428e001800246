"""The figures of a project of the year before as pages print them."""

from decimal import Decimal
from typing import Any

from jixiao.web.cycles.carrying import Past, results
from jixiao.web.cycles.models import Task
from jixiao.web.filings.models import Project
from jixiao.web.people.models import User


def figures(past: Past, result: Task | None) -> dict[str, Any]:
    """Its money in yuan, in words, and its final self-evaluation, if there is one."""
    return {
        "past": past,
        "project": past.project,
        "budget": yuan(past.project.revised_budget),
        "outturn": yuan(past.project.outturn),
        "unspent": yuan(past.unspent),
        "result": result,
    }


def before(project: Project | None, user: User) -> dict[str, Any] | None:
    """The figures of what the project was carried over from, if the person sees it; most were not."""
    if project is None or project.predecessor_id is None:
        return None
    found = Project.objects.visible_to(user).filter(pk=project.predecessor_id).first()
    if found is None:
        return None
    return figures(Past(found, "", there=True), results([found.pk], user).get(found.pk))


def yuan(amount: Decimal | None) -> str:
    """To the cent, with commas; a dash where it is not known."""
    return "—" if amount is None else f"{amount:,.2f}"
