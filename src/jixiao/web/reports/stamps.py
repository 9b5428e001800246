"""The state of a department's facts, cheaply: it changes with every write that might touch them.

Every write is an action and leaves an entry in the log, whose number only grows; a change of rows without
one (a demo, a restored copy) shows in their revisions. A changed stamp means no more than: look again.
Whether the facts themselves differ is told by their digest.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count, Max, Sum

from jixiao.renderers.json import version
from jixiao.web.audit.models import Event
from jixiao.web.filings.models import DepartmentYear, Project
from jixiao.web.organisations.models import Organisation
from jixiao.web.organisations.walking import below, listed

_OURS = ("reports.", "documents.", "people.", "appraisal.")
"""Beginnings of verbs that leave the facts alone."""


def stamp(year: DepartmentYear) -> str:
    """The state of the facts now, in four queries."""
    return stamps([year])[year.pk]


def stamps(years: Iterable[DepartmentYear]) -> dict[int, str]:
    """The same of several, by their numbers, in four queries as well."""
    asked = {year.pk: year for year in years}
    if not asked:
        return {}
    bodies = _bodies({year.organisation_id for year in asked.values()})
    everywhere = listed({body for found in bodies.values() for body in found})
    written = Event.objects.filter(place__in=everywhere, outcome="done").order_by()
    for beginning in _OURS:
        written = written.exclude(verb__startswith=beginning)
    last = dict(written.values("place").annotate(last=Max("number")).values_list("place", "last"))
    rows = _rows(everywhere, {year.fiscal_year for year in asked.values()})
    now = {
        row[0]: row[1:]
        for row in DepartmentYear.objects.filter(pk__in=asked).values_list("pk", "revision", "rulebook")
    }
    return {
        number: _seal(bodies[year.organisation_id], year.fiscal_year, last, rows, now.get(number))
        for number, year in asked.items()
    }


def _seal(
    bodies: set[int],
    fiscal_year: int,
    last: dict[int, int],
    rows: dict[tuple[int, int], tuple[int, int]],
    now: tuple[int, str] | None,
) -> str:
    own = [rows[body, fiscal_year] for body in bodies if (body, fiscal_year) in rows]
    parts = (
        version(),
        max((last[body] for body in bodies if body in last), default=None),
        sum(count for count, _ in own),
        sum(revisions for _, revisions in own) if own else None,
        now,
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _bodies(tops: set[int]) -> dict[int, set[int]]:
    """Of each of these departments, it and the bodies below it."""
    found = Organisation.objects.filter(pk__in=below(tops)).order_by()
    parents = dict(found.values_list("pk", "parent_id"))
    bodies: dict[int, set[int]] = defaultdict(set)
    for body in parents:
        at: int | None = body
        while at in parents:
            if at in tops:
                bodies[at].add(body)
            at = parents[at]
    return bodies


def _rows(bodies: object, years: set[int]) -> dict[tuple[int, int], tuple[int, int]]:
    """How many projects a body has in a fiscal year, and the sum of their revisions."""
    found = Project.objects.filter(organisation__in=bodies, fiscal_year__in=years, deleted=False).order_by()
    counted = found.values("organisation", "fiscal_year").annotate(count=Count("pk"), sum=Sum("revision"))
    return {
        (body, year): (count, total)
        for body, year, count, total in counted.values_list("organisation", "fiscal_year", "count", "sum")
    }
