"""What the first page shows about decisions: how many wait for the person's confirmation."""

from typing import Any

from django import template
from django.template import Context

from jixiao.web.decisions.listing import waiting

register = template.Library()


@register.inclusion_tag("decisions/waiting.html", takes_context=True)
def decisions_waiting(context: Context) -> dict[str, Any]:
    """The number; nothing for who confirms none."""
    return {"count": waiting(context["request"].user)}
