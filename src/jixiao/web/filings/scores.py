"""The live score of a form, with the reason of every point."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext as _

from jixiao.web.filings.assessments.defining import STAGES
from jixiao.web.filings.assessments.reviewing import total
from jixiao.web.filings.columns import shortest
from jixiao.web.filings.reviewing import review
from jixiao.web.filings.rows import Form
from jixiao.web.points import points

if TYPE_CHECKING:
    from jixiao.core.scorecard import GroupScore
    from jixiao.web.cycles.models import Task
    from jixiao.web.filings.reviewing import Review

UNSCORED: Final = frozenset({"targets", "monitoring"})
"""Stages that say nothing of results yet: their forms have no score of their own."""
_STEP: Final = Decimal("0.000001")


def score_of(task: "Task", language: str = "zh", form: "Form | None" = None) -> dict[str, Any]:
    """Total, grade, each line and notice of the form; ``faults`` where the facts do not fit together."""
    form = form or Form.of(task)
    if form is None:
        return {}
    found = review(form)
    if form.sheet.stage in STAGES:
        judged, full, grade = total(form)
        told = {"total": points(judged), "full": _short(full), "grade": grade, "reason": "", "lines": []}
        return {**told, "notices": found.notices()}
    if found.card is None:
        return {"faults": list(found.faults), "notices": []}
    told = _result(task, found, language)
    if not told.get("total") and not told.get("lines"):
        told["reason"] = _unweighed(form) or told["reason"]
    return {**told, "notices": found.notices()}


def result_of(task: "Task", found: "Review") -> "tuple[Decimal | None, str]":
    """Score and grade by the rules, in millionths at most; None where they give none or it is too early."""
    if task.stage.kind in STAGES:
        form = Form.of(task)
        judged, _full, grade = total(form) if form else (None, None, "")
        return judged, grade
    if found.card is None or task.stage.kind in UNSCORED:
        return None, ""
    if task.project_id is None:
        score, grade = (
            found.card.converted if found.card.converted is not None else found.card.raw,
            found.card.grade,
        )
    else:
        score = found.project.recomputed if found.project else None
        grade = found.project.grade if found.project else ""
    return (None, "") if score is None else (score.quantize(_STEP), grade or "")


def _result(task: "Task", found: "Review", language: str) -> dict[str, Any]:
    card = found.card
    if card is None:
        return {}
    if task.project_id is None:
        total = card.converted if card.converted is not None else card.raw
        return {
            "total": points(total),
            "full": _text(card.full),
            "grade": card.grade or "",
            "reason": card.reason if language == "zh" else card.reason_en,
            "lines": _lines(card.groups, language),
        }
    project = found.project
    if project is None:
        return {"total": "", "lines": [], "reason": ""}
    return {
        "total": points(project.recomputed),
        "full": _text(project.full),
        "grade": project.grade if project.recomputed is not None else "",
        "rate": _text(project.rate),
        "reason": project.reason if language == "zh" else project.reason_en,
        "lines": _lines(project.groups, language),
    }


def _unweighed(form: Form) -> str:
    """Why no indicator of the form can be scored; empty where one has points or a weight."""
    table = form.sheet.table("indicators")
    if table is None:
        return ""
    rows = form.indicators()
    if any(one.weight is not None or one.points is not None for one in rows):
        return ""
    if any(column.name == "weight" and column.edited for column in table.columns):
        return _("还没有分值：请在“绩效指标”里填写各项指标和分值，得分随即算出。")
    if rows:
        return _("绩效目标里没有各项指标的分值，不能按规则计分。")
    return _("绩效目标里没有绩效指标，不能按规则计分。")


def _lines(groups: "tuple[GroupScore, ...]", language: str) -> list[dict[str, str]]:
    return [
        {
            "code": leaf.code,
            "name": leaf.name,
            "points": _text(leaf.by_rule if leaf.by_rule is not None else leaf.points),
            "full": _text(leaf.weight),
            "rule": leaf.rule_title,
            "reason": leaf.reason if language == "zh" else leaf.reason_en,
        }
        for group in groups
        for leaf in group.leaves
    ]


def _short(number: Decimal | None) -> str:
    """Without the zeros that the database keeps behind the point."""
    return "" if number is None else f"{shortest(number):f}"


def _text(number: object) -> str:
    return "" if number is None else f"{number:f}"
