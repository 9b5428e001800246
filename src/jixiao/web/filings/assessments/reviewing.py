"""What is missing or does not add up in a form that judges, and its total."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _

from jixiao.scoring.grading import band_of
from jixiao.web.filings.assessments.defining import grades_of
from jixiao.web.filings.columns import shortest
from jixiao.web.filings.reviewing import Review, Told

if TYPE_CHECKING:
    from jixiao.web.filings.assessment import AssessmentLine
    from jixiao.web.filings.rows import Form

FULL: Final = Decimal(100)


def reviewed(form: "Form") -> Review:
    """Errors keep the form from being handed in."""
    return Review(None, (), tuple(_told(form)))


def total(form: "Form") -> tuple[Decimal | None, Decimal | None, str]:
    """Points, full marks and grade; None where a line is open; a grade only of a total of 100."""
    rows = form.rows_of("scores")
    if not rows or any(one.points is None for one in rows):
        return None, None, ""
    points = sum((one.points for one in rows), Decimal(0))
    if any(one.full is None for one in rows):
        return points, None, ""
    full = sum((one.full for one in rows), Decimal(0))
    grades = grades_of(form.year)
    band = band_of(points, grades.value) if grades and full == FULL else None
    return points, full, band.name if band else ""


def _told(form: "Form") -> Iterator[Told]:
    scores, answers = form.rows_of("scores"), form.rows_of("answers")
    if form.task.stage.kind == "recheck" and not scores:
        yield Told("error", _("自评资料算不出各行得分，先请单位改正自评表"), "scores")
    for row in scores:
        yield from _of_score(form, row)
    if form.task.stage.kind == "evaluation" and scores and all(one.full is not None for one in scores):
        full = sum((one.full for one in scores), Decimal(0))
        if full != FULL:
            yield Told(
                "error", _("分值合计 %(sum)s，应为 100") % {"sum": f"{shortest(full):f}"}, "scores", 0, "full"
            )
    for row in answers:
        if row.line.required and not row.words.strip():
            yield Told("error", _("%(what)s没有填") % {"what": row.name}, "answers", row.number, "words")


def _of_score(form: "Form", row: "AssessmentLine") -> Iterator[Told]:
    stage = form.task.stage.kind

    def told(severity: str, column: str, words: str) -> Told:
        return Told(
            "error" if severity == "error" else "warning",
            f"{row.name}：{words}",
            "scores",
            row.number,
            column,
        )

    if stage == "evaluation" and row.full is None:
        yield told("error", "full", _("没有分值"))
    if row.points is None:
        if stage != "ex_ante":
            yield told("error", "points", _("没有得分"))
        elif not row.words.strip():
            yield told("error", "words", _("得分和评估意见都没有填"))
    elif _above(row.points, row.full):
        yield told("error", "points", _("得分高于分值"))
    if stage == "recheck" and not row.words.strip():
        if _above(row.given, row.points):
            yield told("error", "words", _("复核得分低于自评得分，须写明理由"))
        elif _above(row.points, row.given):
            yield told("warning", "words", _("复核得分高于自评得分，没有写理由"))


def _above(one: Decimal | None, other: Decimal | None) -> bool:
    """Whether both are there and the first is higher."""
    return one is not None and other is not None and one > other
