"""The pages of the appraisal."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jixiao.web.actions import Changed, carry_out
from jixiao.web.appraisal.actions.ask_table import AskTable
from jixiao.web.appraisal.actions.draw_sample import DrawSample
from jixiao.web.appraisal.actions.open_appraisal import OpenAppraisal
from jixiao.web.appraisal.actions.propose_marks import ProposeMarks
from jixiao.web.appraisal.actions.save_mark import SaveMark
from jixiao.web.appraisal.actions.set_full_marks import SetFullMarks
from jixiao.web.appraisal.evidence import told
from jixiao.web.appraisal.exporting import appraisal_book, scores_book
from jixiao.web.appraisal.forms import DrawForm, MarkForm, OpenForm
from jixiao.web.appraisal.models import Appraisal, Mark, State
from jixiao.web.appraisal.permissions import MANAGES, SEES, SEES_UNPUBLISHED
from jixiao.web.appraisal.ranking import standing
from jixiao.web.appraisal.review_views import steps_for
from jixiao.web.appraisal.totals import Row
from jixiao.web.numbers import revision
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.permissions import ask, needs
from jixiao.web.reports.telling import own_words

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@needs(SEES)
def appraisals(request: HttpRequest) -> HttpResponse:
    """Every year's."""
    found = Appraisal.objects.visible_to(request.user).select_related("jurisdiction")
    given = {"appraisals": found, "may_manage": MANAGES.test(request.user, None)}
    return render(request, "appraisal/appraisals.html", given)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(MANAGES)
def new(request: HttpRequest) -> HttpResponse:
    """Open an appraisal."""
    form = OpenForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            made = carry_out(OpenAppraisal(**form.cleaned_data), request.user)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            return redirect("appraisal:appraisal", pk=made.pk)
    status = 422 if request.method == "POST" else 200
    return render(request, "appraisal/new.html", {"form": form}, status=status)


@require_safe
@needs(SEES)
def appraisal(request: HttpRequest, pk: int) -> HttpResponse:
    """Departments by categories, ranked, with the sample."""
    found = _appraisal(request, pk)
    inner = SEES_UNPUBLISHED.test(request.user, found.jurisdiction)
    sees = inner or found.state == State.PUBLISHED
    manages = MANAGES.test(request.user, found.jurisdiction)
    rows = _visible_rows(request, found) if sees else []
    categories = list(found.categories.all())
    given = {
        "appraisal": found,
        "categories": categories,
        "rows": [
            {
                "row": row,
                "cells": [row.marks.get(one.pk) for one in categories],
                "drawn": row.department.pk in found.drawn,
            }
            for row in rows
        ],
        "may_manage": manages,
        "may_decide": manages and found.state == State.DECIDING,
        "sees": sees,
        "steps": steps_for(request.user, found, manages=manages),
        "history": found.steps.select_related("by").defer("ranking") if inner else (),
        "form": DrawForm(
            initial={"percent": f"{found.percent.normalize():f}", "seed": found.seed} if found.seed else None
        ),
        "unset": sum(one.full is None and not one.deduction for one in categories),
    }
    return render(request, "appraisal/appraisal.html", given)


@require_POST
@needs(MANAGES)
def full_marks(request: HttpRequest, pk: int) -> HttpResponse:
    """Set what the categories are worth."""
    found = _appraisal(request, pk)
    marks: dict[int, Decimal | None] = {}
    try:
        for one in found.categories.all():
            words = request.POST.get(f"full-{one.pk}")
            if words is not None:
                marks[one.pk] = _number(words)
        shown = revision(request.POST.get("revision"))
        carry_out(SetFullMarks(found, marks, shown), request.user)
        messages.success(request, _("已保存。"))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("appraisal:appraisal", pk=pk)


@require_POST
@needs(MANAGES)
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    """Fill the proposals in."""
    try:
        count = carry_out(ProposeMarks(_appraisal(request, pk)), request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, _("已按系统数据提出 %(count)s 项建议，已定的得分不变。") % {"count": count})
    return redirect("appraisal:appraisal", pk=pk)


@require_POST
@needs(MANAGES)
def draw(request: HttpRequest, pk: int) -> HttpResponse:
    """Draw the sample."""
    found = _appraisal(request, pk)
    form = DrawForm(request.POST)
    if form.is_valid():
        made = carry_out(
            DrawSample(found, form.cleaned_data["percent"], form.cleaned_data["seed"]), request.user
        )
        messages.success(
            request,
            _("抽中 %(count)s 个部门，抽样号 %(seed)s。") % {"count": len(made.drawn), "seed": made.seed},
        )
    else:
        messages.error(request, " ".join(words for errors in form.errors.values() for words in errors))
    return redirect("appraisal:appraisal", pk=pk)


@require_safe
@needs(SEES)
def department(request: HttpRequest, pk: int, department: int) -> HttpResponse:
    """A department's marks with the evidence."""
    found = _appraisal(request, pk)
    body = get_object_or_404(Organisation.objects.visible_to(request.user), pk=department)
    ask(SEES, request.user, body)
    sees, decides = _sees(request, found), _decides(request, found)
    marks = Mark.objects.filter(category__appraisal=found, department=body).select_related("category", "by")
    given = {
        "appraisal": found,
        "body": body,
        "sees": sees,
        "row": _standing(found, body) if sees else None,
        "marks": [_shown(one, decides) for one in marks] if sees else [],
    }
    return render(request, "appraisal/department.html", given)


@require_POST
@needs(MANAGES)
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide a mark; the answer is its card, with what is wrong or what somebody else decided meanwhile."""
    visible = Mark.objects.visible_to(request.user).select_related(
        "category__appraisal__jurisdiction", "department", "by"
    )
    found = get_object_or_404(visible, pk=pk)
    form = MarkForm(request.POST)
    errors: list[str] = []
    if form.is_valid():
        try:
            found = carry_out(SaveMark(found, **form.cleaned_data), request.user)
        except ValidationError as refused:
            errors = refused.messages
            found = refused.current if isinstance(refused, Changed) else found
    else:
        errors = [words for several in form.errors.values() for words in several]
    shown = _shown(found, _decides(request, found.category.appraisal), request.POST if errors else None)
    if not request.headers.get("HX-Request") and not errors:
        return redirect(
            "appraisal:department", pk=found.category.appraisal_id, department=found.department_id
        )
    card = {"one": {**shown, "errors": errors}}
    if errors:
        return render(request, "appraisal/mark.html", card, status=422)
    row = _standing(found.category.appraisal, found.department)
    return render(request, "appraisal/marked.html", {**card, "row": row, "after_mark": True})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(SEES)
def scores(request: HttpRequest, pk: int) -> HttpResponse:
    """The county's score table; a post has it made anew by the worker."""
    found = _appraisal(request, pk)
    may_manage = MANAGES.test(request.user, found.jurisdiction)
    if request.method == "POST":
        found = carry_out(AskTable(found), request.user)
    names = set(Organisation.objects.visible_to(request.user).values_list("code", flat=True))
    rows = [one for one in found.table.get("rows", ()) if one["code"] in names]
    given = {
        "appraisal": found,
        "rows": rows,
        "may_manage": may_manage,
        "unread": found.table.get("unread", ()),
        "faults": own_words(found.table.get("faults", ())),
    }
    part = request.headers.get("HX-Request")
    return render(request, "appraisal/scores_part.html" if part else "appraisal/scores.html", given)


@require_safe
@needs(SEES)
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """The appraisal as a workbook."""
    found = _appraisal(request, pk)
    data = appraisal_book(found, _visible_rows(request, found) if _sees(request, found) else [])
    return _book(data, f"{_('工作考核')}-{found.fiscal_year}.xlsx")


@require_safe
@needs(MANAGES)
def export_scores(request: HttpRequest, pk: int) -> HttpResponse:
    """The county's score table as a workbook."""
    found = _appraisal(request, pk)
    ask(MANAGES, request.user, found.jurisdiction)
    return _book(scores_book(found), f"{_('部门得分汇总')}-{found.fiscal_year}.xlsx")


def _appraisal(request: HttpRequest, pk: int) -> Appraisal:
    return get_object_or_404(Appraisal.objects.visible_to(request.user).select_related("jurisdiction"), pk=pk)


def _visible_rows(request: HttpRequest, found: Appraisal) -> list[Any]:
    """Ranked among all, but only the departments that the person sees."""
    visible = set(Organisation.objects.visible_to(request.user).values_list("pk", flat=True))
    return [one for one in standing(found) if one.department.pk in visible]


def _sees(request: HttpRequest, found: Appraisal) -> bool:
    """Whether the person sees marks and ranks: departments do when they are published."""
    return found.state == State.PUBLISHED or SEES_UNPUBLISHED.test(request.user, found.jurisdiction)


def _standing(found: Appraisal, body: Organisation) -> Row | None:
    return next((one for one in standing(found) if one.department.pk == body.pk), None)


def _decides(request: HttpRequest, found: Appraisal) -> bool:
    return found.state == State.DECIDING and MANAGES.test(request.user, found.jurisdiction)


def _shown(one: Any, may_manage: bool, typed: Any = None) -> dict[str, Any]:  # noqa: FBT001
    """A mark for its card; what was typed stays where it was refused."""
    if typed is not None:
        points, applicable, reason = typed.get("points", ""), "applicable" in typed, typed.get("reason", "")
    else:
        settled = one.points if one.points is not None else one.proposed
        points = "" if settled is None else f"{settled.normalize():f}"
        applicable, reason = one.applicable, one.reason
    return {
        "mark": one, "evidence": told(one.evidence), "may_manage": may_manage, "points": points,
        "applicable": applicable, "reason": reason,
    }  # fmt: skip


def _number(words: str) -> Decimal | None:
    if not words.strip():
        return None
    try:
        made = Decimal(words.strip())
    except InvalidOperation as error:
        raise ValidationError(_("“%(words)s”不是数。") % {"words": words}) from error
    if not made.is_finite():
        raise ValidationError(_("“%(words)s”不是数。") % {"words": words})
    return made


def _book(data: bytes, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=_XLSX)
    response.headers["Content-Disposition"] = str(
        content_disposition_header(as_attachment=True, filename=name)
    )
    return response
