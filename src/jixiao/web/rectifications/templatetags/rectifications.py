"""What pages of other applications show about demands: a form's, a year's, and what waits for the person."""

from typing import Any, Final

from django import template
from django.template import Context

from jixiao.web.cycles.models import Cycle, Task
from jixiao.web.organisations.walking import below
from jixiao.web.paging import first
from jixiao.web.rectifications.listing import Counts, about_forms, counted, standing, waiting
from jixiao.web.rectifications.models import Demand
from jixiao.web.rectifications.permissions import ISSUES, READS

register = template.Library()
SHOWN: Final = 20
"""Demands that the first page lists."""


@register.inclusion_tag("rectifications/of_form.html", takes_context=True)
def demands_of(context: Context, task: Task) -> dict[str, Any]:
    """The demands about the form, the latest first, and whether the person may issue one."""
    user = context["request"].user
    if not READS.test(user, None):
        return {}
    found = Demand.objects.visible_to(user).filter(task=task).select_related("issuer").order_by("-pk")
    return {"task": task, "demands": list(found), "may_issue": ISSUES.test(user, task.organisation)}


@register.inclusion_tag("rectifications/links.html", takes_context=True)
def demand_links(context: Context, task: Task, found: list[Demand] | None = None) -> dict[str, Any]:
    """Links to the demands about the form that stand, else to where one is issued if the person may.

    ``found`` are they where the page has read them for many forms (`listing.about_forms`).
    """
    user = context["request"].user
    if not READS.test(user, None):
        return {}
    known = about_forms(user, [task]).get(task.pk, []) if found is None else found
    return {"task": task, "demands": known, "may_issue": ISSUES.test(user, task.organisation)}


@register.inclusion_tag("rectifications/of_year.html", takes_context=True)
def demands_of_year(context: Context, cycle: Cycle) -> dict[str, Any]:
    """How many problems of the year were found, put right, are under way, and are overdue."""
    user = context["request"].user
    if not READS.test(user, None):
        return {}
    found = Demand.objects.visible_to(user).filter(
        fiscal_year=cycle.fiscal_year, organisation__in=below([cycle.jurisdiction_id])
    )
    return {"cycle": cycle, "standing": standing(found)}


@register.inclusion_tag("rectifications/waiting.html", takes_context=True)
def demands_waiting(context: Context) -> dict[str, Any]:
    """How many demands wait for the person, and the most urgent ones; nothing for who has none."""
    user = context["request"].user
    counts = counted(user) if READS.test(user, None) else Counts()
    mine = counts.to_do or counts.to_accept
    return {"counts": counts, "waiting": first(waiting(user), SHOWN) if mine else ()}
