"""What pages of other applications show about disclosures: what waits for the person, and a year's counts."""

from typing import Any, Final

from django import template
from django.template import Context

from jixiao.web.cycles.models import Cycle
from jixiao.web.disclosures.gathering import lines, lines_of
from jixiao.web.disclosures.listing import Filters, Waiting, counted, waiting
from jixiao.web.disclosures.models import Disclosure, DisclosureKind
from jixiao.web.disclosures.permissions import READS
from jixiao.web.disclosures.publishing import DOCUMENTS, proposed
from jixiao.web.disclosures.secrecy import kind_of, papers
from jixiao.web.organisations.models import Kind
from jixiao.web.reports.models import Paper

register = template.Library()
SHOWN: Final = 20
"""Lines that the first page lists."""


@register.inclusion_tag("disclosures/waiting.html", takes_context=True)
def disclosures_waiting(context: Context) -> dict[str, Any]:
    """What the person has to publish, and how many are due soon or late; nothing for who has none."""
    user = context["request"].user
    found = waiting(user) if READS.test(user, None) else Waiting()
    return {"waiting": found, "mine": found.mine[:SHOWN]}


@register.simple_tag(takes_context=True)
def disclosure_of(context: Context, paper: Paper) -> dict[str, Any]:
    """The line of the disclosure with which a final report goes; ``proposed``: its day and address."""
    kind = kind_of(paper)
    department = paper.year.organisation
    if (
        kind is None
        or department.kind != Kind.DEPARTMENT
        or not READS.test(context["request"].user, department)
    ):
        return {}
    key = {"organisation": department, "fiscal_year": paper.year.fiscal_year, "kind": kind}
    record = Disclosure.objects.filter(**key).select_related("organisation").first() or Disclosure(**key)
    reports = papers(record).prefetch_related("publication_steps")
    line = lines_of([record])[0]
    return {"line": line, "is_it": paper.kind in DOCUMENTS, "proposed": proposed(record, reports)}


@register.inclusion_tag("disclosures/of_year.html", takes_context=True)
def disclosures_of_year(context: Context, cycle: Cycle) -> dict[str, Any]:
    """How many departments published the budget and the accounts of the year, and how many are late."""
    user = context["request"].user
    if not READS.test(user, None):
        return {}
    asked = Filters(year=str(cycle.fiscal_year), under=str(cycle.jurisdiction_id))
    found = asked.apply(user, lines(user, cycle.fiscal_year))
    rows = [
        {"kind": kind, **counted(one for one in found if one.record.kind == kind)} for kind in DisclosureKind
    ]
    return {"cycle": cycle, "query": asked.query, "rows": [one for one in rows if one["all"]]}
