"""The self-check of a form's reports, as a part of the form's page."""

from typing import Any

from django import template
from django.template import Context

from jixiao.web.cycles.models import Task

register = template.Library()


@register.inclusion_tag("reports/self_check.html", takes_context=True)
def self_check(context: Context, task: Task) -> dict[str, Any]:
    """Nothing where the form freezes no reports."""
    from jixiao.web.reports.self_check_views import panel

    request = context["request"]
    return {**(panel(request.user, task) or {}), "request": request, "csrf_token": context.get("csrf_token")}
