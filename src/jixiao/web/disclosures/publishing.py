"""When and where a disclosure was published: recorded once, of the report that it is or of itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import OuterRef, Subquery

from jixiao.web.disclosures.models import Disclosure, DisclosureKind, Key
from jixiao.web.reports.models import Paper
from jixiao.web.reports.publication import PublicationState, PublicationStep
from jixiao.web.typed import SIGN_OF_ADDRESS

DOCUMENTS: Final = {"final_accounts": DisclosureKind.FINAL_ACCOUNTS.value}
"""The kinds of reports that are themselves what the public reads, each with the disclosure that it is.

Targets and self-evaluations are documents of their own that go along: they may be published earlier or
elsewhere, or be withdrawn alone, so each keeps its own record. No report of the site is a whole budget.
"""


@dataclass(frozen=True, slots=True)
class Published:
    """Day and address; ``paper`` is the number of the report of which they were recorded."""

    day: date
    address: str
    paper: int
    title: str


def by_reports(organisations: Iterable[int]) -> dict[Key, Published]:
    """The disclosures of these departments that are reports and out, at an address; asked in one query."""
    steps = PublicationStep.objects.filter(paper=OuterRef("pk"), state=PublicationState.PUBLISHED)
    latest = steps.order_by("-number")
    found = (
        Paper.objects.final()
        .filter(kind__in=DOCUMENTS, project="", year__organisation__in=list(organisations))
        .with_publication()
        .filter(publication=PublicationState.PUBLISHED)
        .annotate(day=Subquery(latest.values("day")[:1]), where=Subquery(latest.values("where")[:1]))
        .filter(where__contains=SIGN_OF_ADDRESS)
        .order_by("pk")
        .values_list("year__organisation", "year__fiscal_year", "kind", "day", "where", "pk", "title")
    )
    return {
        (body, year, DOCUMENTS[kind]): Published(day, where, number, title or kind)
        for body, year, kind, day, where, number, title in found
    }


def by_report(record: Disclosure) -> Published | None:
    """Of one, as `by_reports`."""
    return by_reports([record.organisation_id]).get(record.key)


def proposed(record: Disclosure, reports: Sequence[Paper]) -> dict[str, Any]:
    """Day and address for what is published with it, as first recorded: nobody types them twice.

    ``reports`` have ``publication`` and their steps. Those of the disclosure, else of the last report to come
    out; ``where`` is blank unless it is an address. Empty where nothing is out yet.
    """
    if record.published_on is not None:
        return {"day": record.published_on, "where": record.address}
    out = [
        (step.day, step.pk, step.where)
        for one in reports
        if one.publication == PublicationState.PUBLISHED
        for step in one.publication_steps.all()
        if step.state == PublicationState.PUBLISHED
    ]
    if not out:
        return {}
    day, _number, where = max(out)
    return {"day": day, "where": where if SIGN_OF_ADDRESS in where else ""}
