"""What a form that judges says of its project or department: ex ante at once, evaluations when final."""

from typing import TYPE_CHECKING, Any

from django.db import transaction

from jixiao.core.dossier.projects import Evaluation, ExAnte
from jixiao.web.filings.assessments.reviewing import total
from jixiao.web.filings.assessments.typing import amount, numbers, parts
from jixiao.web.filings.columns import shortest
from jixiao.web.filings.encoding import encoded
from jixiao.web.filings.models import DepartmentYear, Indicator, Project
from jixiao.web.filings.rows import Form
from jixiao.web.filings.subjects import stored

if TYPE_CHECKING:
    from jixiao.web.cycles.models import Task

BY_EVALUATORS = frozenset({"recheck", "evaluation"})
_LEAF = "leaf-"


def ex_ante(task: "Task") -> None:
    """Keep an ex-ante evaluation with its project, as it is now; called by the action that saved it."""
    form = Form.of(task)
    if form is None or task.project_id is None:
        return
    answers = {row.line.code: row for row in form.rows_of("answers")}
    words = {code: row.words.strip() for code, row in answers.items()}
    made = ExAnte(
        requested=amount(words["requested"]) if words.get("requested") else None,
        suggested=amount(words["suggested"]) if words.get("suggested") else None,
        dimensions={
            row.name: shortest(row.points) for row in form.rows_of("scores") if row.points is not None
        },
        expert_scores=tuple(numbers(words.get("expert_scores", ""))),
        conclusion=words.get("conclusion", ""),
        object=words.get("object", ""),
        occasion=words.get("occasion", ""),
        methods=tuple(parts(words.get("methods", ""), answers["methods"].line)),
        conditions=tuple(parts(words.get("conditions", ""), answers["conditions"].line)),
        opinion=words.get("opinion", ""),
    )
    project = Project.objects.select_for_update().get(pk=task.project_id)
    kept = project.more.get("ex_ante", {})
    told = encoded(made)
    for name in ("evidence", "note"):  # what the form does not ask for
        if name in kept:
            told[name] = kept[name]
    project.more = {**project.more, "ex_ante": told}
    project.revision += 1
    project.save()


@transaction.atomic
def settle(task: "Task", *, final: bool) -> None:
    """Bring a project or department in line with its evaluation or re-check: there while that is final."""
    if task.stage.kind not in BY_EVALUATORS:
        return
    form = Form.of(task)
    if form is None:
        return
    judged, part = _judged(form)
    made = _evaluation(form)
    before = part.get("evaluations", [])
    others = [one for one in before if not _same(one, made)]
    if not final and len(others) == len(before):
        return
    part["evaluations"] = [*others, encoded(made)] if final else others
    if part["evaluations"] != before:
        judged.revision += 1
        judged.save()
    if task.stage.kind == "recheck":
        _review_scores(form, final=final)


def _judged(form: Form) -> tuple[Project | DepartmentYear, dict[str, Any]]:
    """What is judged, locked, and the part of its facts that evaluations belong to."""
    if form.task.project_id is not None:
        project = Project.objects.select_for_update().get(pk=form.task.project_id)
        return project, project.more
    year = DepartmentYear.objects.select_for_update().get(pk=stored(form.year).pk)
    return year, year.facts.setdefault("appraisal", {})


def _evaluation(form: Form) -> Evaluation:
    words = {row.line.code: row.words.strip() for row in form.rows_of("answers")}
    points, _full, grade = total(form)
    told = "；".join(
        f"{row.name} {shortest(row.points):f}" + (f"/{shortest(row.full):f}" if row.full is not None else "")
        for row in form.rows_of("scores")
        if row.points is not None
    )
    return Evaluation(
        kind=words.get("kind") or "自评复核", by=words.get("by", ""), grade=grade, note=told[:2000],
        score=None if points is None else shortest(points), opinion=words.get("opinion", ""),
    )  # fmt: skip


def _same(one: dict[str, Any], made: Evaluation) -> bool:
    return (one.get("kind"), one.get("by", "")) == (made.kind, made.by)


def _review_scores(form: Form, *, final: bool) -> None:
    points = {
        row.line.code.removeprefix(_LEAF): row.points
        for row in form.rows_of("scores")
        if row.line.code.startswith(_LEAF)
    }
    for indicator in Indicator.objects.select_for_update().filter(**form.owner(), code__in=points):
        given = points[indicator.code] if final else None
        if indicator.review_score != given:
            indicator.review_score = given
            indicator.revision += 1
            indicator.save()
