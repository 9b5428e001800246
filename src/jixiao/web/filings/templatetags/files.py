"""What the first page shows about files of forms: those that wait for the person's secrecy review."""

from typing import Any, Final

from django import template
from django.template import Context

from jixiao.web.cycles.permissions import REVIEWS
from jixiao.web.filings.awaiting import awaiting, forms_awaiting

register = template.Library()
SHOWN: Final = 10
"""Forms that the first page lists."""


@register.inclusion_tag("filings/files_waiting.html", takes_context=True)
def files_waiting(context: Context) -> dict[str, Any]:
    """How many files wait for the person, and in which forms; nothing for who reviews none."""
    user = context["request"].user
    if not REVIEWS.test(user, None):
        return {}
    count = awaiting(user).count()
    return {"count": count, "forms": forms_awaiting(user, SHOWN) if count else ()}
