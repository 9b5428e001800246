"""The county's score table: departments scored by their own rules, ranked as by ``jixiao score --table``."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from jixiao.core.scoretable import TableRow, Unread
from jixiao.pipeline.scoring import FAULTS, Scorer, faults, score_table
from jixiao.renderers.scorecards.words import contradictions
from jixiao.web.appraisal.models import Appraisal
from jixiao.web.appraisal.totals import departments
from jixiao.web.background.net import net
from jixiao.web.filings.mapping import dossier_of
from jixiao.web.filings.models import DepartmentYear


def score_county(pk: int) -> None:
    """Score, rank and keep the table; a table of before does not stand beside a failure."""
    appraisal = Appraisal.objects.select_related("jurisdiction").get(pk=pk)
    with net("the score table", pk, lambda defect: _keep(pk, {"faults": [defect.words]})):
        _keep(pk, _table(appraisal))


def _table(appraisal: Appraisal) -> dict[str, Any]:
    scorer = Scorer()
    bodies = {one.pk: one for one in departments(appraisal)}
    years = DepartmentYear.objects.filter(
        organisation__in=bodies, fiscal_year=appraisal.fiscal_year
    ).select_related("organisation")
    results = [_result(scorer, year) for year in years]
    found = score_table(results)
    return {
        "rows": [_row(one) for one in found.rows],
        "unread": [
            {"department": one.file, "faults": [list(pair) for pair in one.faults]} for one in found.unread
        ],
        "absent": len(bodies) - len(results),
    }


@transaction.atomic
def _keep(pk: int, table: dict[str, Any]) -> None:
    row = Appraisal.objects.select_for_update(of=("self",)).get(pk=pk)
    row.table, row.table_at = table, timezone.now()
    row.save(update_fields=["table", "table_at"])


def _result(scorer: Scorer, year: DepartmentYear) -> TableRow | Unread:
    name = year.organisation.name
    try:
        return TableRow(name, year.organisation.code, scorer.card(dossier_of(year)))
    except FAULTS as error:
        return Unread(name, faults(error))


def _row(one: TableRow) -> dict[str, Any]:
    return {
        "rank": one.rank,
        "department": one.file,
        "code": one.code,
        "rulebook": one.card.rulebook,
        "score": _text(one.score),
        "grade": one.card.grade or one.card.published.grade,
        "origin": one.origin,
        "raw": _text(one.card.raw),
        "full": _text(one.card.full),
        "converted": _text(one.card.converted),
        "published": _text(one.card.published.total),
        "contradictions": contradictions(one.card),
    }


def _text(value: Any) -> str | None:
    return None if value is None else f"{value:f}"
