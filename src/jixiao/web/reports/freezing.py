"""When the form of a department becomes final, its reports are frozen with the facts of that moment."""

from typing import Final

from django.db import transaction
from django.utils import timezone

from jixiao.dossiers.toml import write_toml
from jixiao.pipeline.reporting import FAULTS
from jixiao.web.audit.writing import record
from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.filings.mapping import dossier_of
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.filings.subjects import year_of
from jixiao.web.reports.models import Copy, Listing, Paper, State, Waiver, packed
from jixiao.web.reports.self_checking import LOST, freezes
from jixiao.web.reports.tasks import check_year, write_copy, write_paper
from jixiao.web.reports.writing import digest_of, office

KEPT: Final = ("docx", "html", "pdf")
"""Formats of which a file is kept; the others are written from the kept facts when asked for."""


def settle(task: Task) -> None:
    """Bring the frozen reports in line with the state of a form; called whenever a form was saved.

    One that waits for its review has its reports checked, so that the reviewer sees what is wrong in them.
    """
    if not freezes(task):
        return
    standing = Paper.objects.filter(task=task, lifted_at=None).exclude(frozen_at=None)
    if task.state != TaskState.FINAL:
        lift(task, list(standing))
        if task.state == TaskState.PENDING:
            begin(year_of(task.organisation, task.stage.cycle.fiscal_year))
    elif not standing.exists():
        freeze(task)


@transaction.atomic
def begin(year: DepartmentYear) -> Listing | None:
    """Have the reports checked, once; None where nothing is known of the year.

    What a worker has had for longer than `LOST` is asked for again: a form must not wait for a lost task.
    """
    if not year.pk:
        return None
    row, made = Listing.objects.select_for_update().get_or_create(year=year)
    if made or not row.busy or row.asked_at < timezone.now() - LOST:
        row.state = State.WAITING
        row.save()
        check_year.enqueue(year.pk)
    return row


def freeze(task: Task) -> list[Paper]:
    """Keep the facts of now and have the department's reports written from them.

    In the transaction of the final approval: either both stand or neither. Facts that do not fit together
    were refused when the form was handed in; should they still not, the paper says so instead.
    """
    year = year_of(task.organisation, task.stage.cycle.fiscal_year)
    if not year.pk:
        return []
    now = timezone.now()
    try:
        dossier = dossier_of(year)
        offers = [one for one in office().offers(dossier) if one.per == "department"]
    except FAULTS:
        return []
    facts, digest = packed(write_toml(dossier)), digest_of(dossier)
    waivers = [
        {
            "identity": one.identity,
            "told": one.told,
            "reason": one.reason,
            "by": str(one.by),
            "at": one.at.isoformat(),
        }
        for one in Waiver.objects.filter(year=year).select_related("by")
    ]
    made = []
    for one in offers:
        paper = Paper.objects.create(
            year=year,
            kind=one.kind,
            title=one.title[:300],
            task=task,
            frozen_at=now,
            facts=facts,
            digest=digest,
            told={"waivers": waivers},
        )
        write_paper.enqueue(paper.pk)
        for form in KEPT:
            write_copy.enqueue(Copy.objects.create(paper=paper, format=form).pk)
        made.append(paper)
    record(
        None, "reports.freeze", place=year.organisation, subject=task,
        details={"kinds": [one.kind for one in made], "facts": digest},
    )  # fmt: skip
    return made


def lift(task: Task, papers: list[Paper]) -> None:
    """The form was opened again: its reports stay, but count no more."""
    for paper in papers:
        paper.lifted_at = timezone.now()
        paper.save(update_fields=["lifted_at"])
    if papers:
        record(None, "reports.lift", place=task.organisation, subject=task, details={"papers": len(papers)})
