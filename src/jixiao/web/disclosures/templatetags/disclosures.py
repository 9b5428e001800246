"""What pages of other applications show about disclosures: what waits for the person, and a year's counts."""

from typing import Any, Final

from django import template
from django.template import Context

from jixiao.web.cycles.models import Cycle
from jixiao.web.disclosures.gathering import lines
from jixiao.web.disclosures.listing import Filters, Waiting, counted, waiting
from jixiao.web.disclosures.models import DisclosureKind
from jixiao.web.disclosures.permissions import READS

register = template.Library()
SHOWN: Final = 20
"""Lines that the first page lists."""


@register.inclusion_tag("disclosures/waiting.html", takes_context=True)
def disclosures_waiting(context: Context) -> dict[str, Any]:
    """What the person has to publish, and how many are due soon or late; nothing for who has none."""
    user = context["request"].user
    found = waiting(user) if READS.test(user, None) else Waiting()
    return {"waiting": found, "mine": found.mine[:SHOWN]}


@register.inclusion_tag("disclosures/of_year.html", takes_context=True)
def disclosures_of_year(context: Context, cycle: Cycle) -> dict[str, Any]:
    """How many departments published the budget and the accounts of the year, and how many are late."""
    user = context["request"].user
    if not READS.test(user, None):
        return {}
    asked = Filters(year=str(cycle.fiscal_year), under=str(cycle.jurisdiction_id))
    found = asked.apply(user, lines(user))
    rows = [
        {"kind": kind, **counted(one for one in found if one.record.kind == kind)} for kind in DisclosureKind
    ]
    return {"cycle": cycle, "query": asked.query, "rows": [one for one in rows if one["all"]]}
