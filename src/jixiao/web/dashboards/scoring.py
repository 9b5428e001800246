"""Scores a form that was handed in; done by the worker, and again whenever it is handed in anew."""

from typing import Any, Final

from jixiao.core.interval import decimal
from jixiao.pipeline.scoring import FAULTS, Scorer
from jixiao.web.background.net import net
from jixiao.web.cycles.models import StageKind, Task
from jixiao.web.dashboards.models import FormScore
from jixiao.web.filings.subjects import dossier_for

_STEP: Final = decimal("0.000001")
_SCORER: Final = Scorer()
_UNSCORED: Final[dict[str, Any]] = {
    "percent": None,
    "grade": "",
    "indicators": 0,
    "reached": 0,
    "printed": {},
}


def score_form(pk: int) -> None:
    """Keep the score of a self-evaluation; other forms have none, nor have facts that do not fit together.

    Raises:
        Failed: the program could not score it. No older score is left; the row has the defect's number.
    """
    task = Task.objects.select_related("stage__cycle", "organisation").get(pk=pk)
    if task.stage.kind != StageKind.SELF_EVALUATION:
        return
    with net("the score of a form", pk, lambda defect: _keep(task, {**_UNSCORED, "defect": defect.number})):
        try:
            values = _values(task)
        except FAULTS:
            values = _UNSCORED
        _keep(task, values)


def _keep(task: Task, values: dict[str, Any]) -> None:
    row = FormScore.objects.filter(task=task).first() or FormScore(task=task)
    row.organisation, row.project_id = task.organisation, task.project_id
    row.fiscal_year, row.defect = task.stage.cycle.fiscal_year, ""
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


def _values(task: Task) -> dict[str, Any]:
    card = _SCORER.card(dossier_for(task))
    groups = card.groups
    score, full = card.standing, None if card.converted is not None else card.full
    grade = card.grade or card.published.grade
    computed, why = card.converted is not None or card.raw is not None, (card.reason, card.reason_en)
    if task.project_id is not None:
        if not card.projects:
            return _UNSCORED
        project = card.projects[0]
        computed, why = project.recomputed is not None, (project.reason, project.reason_en)
        groups, full, grade = project.groups, project.full, project.grade
        score = project.recomputed if computed else project.score
    leaves = [
        one
        for group in groups
        for one in group.leaves
        if one.applicable and one.weight and one.standing is not None
    ]
    whole = full or decimal(100)
    return {
        "percent": None if score is None else (score * 100 / whole).quantize(_STEP),
        "grade": grade or "",
        "indicators": len(leaves),
        "reached": sum((one.standing or 0) >= (one.weight or 0) for one in leaves),
        "printed": {} if computed or score is None else {"zh": why[0], "en": why[1]},
    }
