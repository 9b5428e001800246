"""The state of a department's facts, cheaply: it changes with every write that might touch them.

Every write is an action and leaves an entry in the log, whose number only grows; a change of rows without
one (a demo, a restored copy) shows in their revisions. A changed stamp means no more than: look again.
Whether the facts themselves differ is told by their digest.
"""

import hashlib

from django.db.models import Count, Max, Sum

from jixiao.renderers.json import version
from jixiao.web.audit.models import Event
from jixiao.web.filings.models import DepartmentYear, Project
from jixiao.web.organisations.models import Organisation

_OURS = ("reports.", "documents.", "people.", "appraisal.")
"""Beginnings of verbs that leave the facts alone."""


def stamp(year: DepartmentYear) -> str:
    """The state of the facts now, in four queries."""
    below = list(
        Organisation.objects.descendants(year.organisation, include_self=True).values_list("pk", flat=True)
    )
    written = Event.objects.filter(place__in=below, outcome="done")
    for beginning in _OURS:
        written = written.exclude(verb__startswith=beginning)
    last = written.aggregate(last=Max("number"))["last"]
    projects = Project.objects.filter(organisation__in=below, fiscal_year=year.fiscal_year, deleted=False)
    rows = projects.aggregate(count=Count("pk"), revisions=Sum("revision"))
    now = DepartmentYear.objects.filter(pk=year.pk).values_list("revision", "rulebook").first()
    parts = (version(), last, rows["count"], rows["revisions"], now)
    return hashlib.sha256(repr(parts).encode()).hexdigest()
