"""The page of one form: where it stands, what was said, and the moves that the person may make."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jixiao.web.actions import carry_out, why_refused
from jixiao.web.cycles import watching
from jixiao.web.cycles.actions.add_comment import AddComment
from jixiao.web.cycles.actions.adjust_targets import AdjustTargets
from jixiao.web.cycles.actions.approve_task import ApproveTask
from jixiao.web.cycles.actions.cancel_final import CancelFinal
from jixiao.web.cycles.actions.extend_deadline import ExtendDeadline
from jixiao.web.cycles.actions.handle_warning import HandleWarning
from jixiao.web.cycles.actions.return_task import ReturnTask
from jixiao.web.cycles.actions.solve_comment import SolveComment
from jixiao.web.cycles.actions.submit_task import SubmitTask
from jixiao.web.cycles.actions.withdraw_task import WithdrawTask
from jixiao.web.cycles.form_fields import field_words, rows
from jixiao.web.cycles.models import Comment, CycleState, Move, Task, TaskState
from jixiao.web.cycles.offering import barred, moves, resting
from jixiao.web.cycles.past_figures import before
from jixiao.web.cycles.permissions import READS
from jixiao.web.cycles.todo import waiting
from jixiao.web.cycles.undoing import free, removable
from jixiao.web.filings.assessments.defining import STAGES
from jixiao.web.filings.rows import Form
from jixiao.web.numbers import whole
from jixiao.web.people.permissions import needs
from jixiao.web.people.roles import Role
from jixiao.web.typed import typed_day


def of(request: HttpRequest, pk: int) -> Task:
    """The form, if the person sees it; 404 otherwise."""
    visible = Task.objects.visible_to(request.user)
    return get_object_or_404(visible.select_related("stage__cycle", "organisation", "project"), pk=pk)


@require_safe
@needs(READS)
def task(request: HttpRequest, pk: int) -> HttpResponse:
    """The form."""
    found = of(request, pk)
    nodes = [
        {"label": Role(role).label, "done": found.state == TaskState.FINAL or number < found.node,
         "now": found.state == TaskState.PENDING and number == found.node}
        for number, role in enumerate(found.stage.nodes)
    ]  # fmt: skip
    fields = rows(found)
    may = moves(request.user, found)
    is_open = found.stage.cycle.state == CycleState.OPEN
    history = list(found.moves.select_related("by", "version"))
    comments = list(found.comments.select_related("by"))
    return render(
        request,
        "cycles/task.html",
        {
            "task": found,
            "nodes": nodes,
            "moves": may,
            "draft_for": _draft_for(found) if "approve" in may else (),
            "resting": resting(found),
            "may_remove": "recall" in may and removable(found),
            "kept_here": why_refused(free, found) if "recall" in may else "",
            "barred": barred(request.user, found) if "approve" in may else "",
            "next_one": None if may & {"submit", "approve"} else waiting(request.user).first(),
            "history": history,
            "sent_back": _sent_back(found, history),
            "open_comments": sum(one.solved_at is None for one in comments),
            "comments": [{"comment": one, "field": field_words(fields, one.path)} for one in comments],
            "fields": fields,
            "judges": found.stage.kind in STAGES,
            "sources": _sources(found),
            "watching": watching.page(found),
            "lacking": _lacking(found),
            "gathers": _gathers(found),
            "before": before(found.project, request.user),
            "may_handle": is_open and HandleWarning.permission.test(request.user, found.organisation),
            "may_comment": is_open and AddComment.permission.test(request.user, found.organisation),
        },
    )


def _sent_back(task: Task, history: list[Move]) -> Move | None:
    """The step that brought the form back to its clerk, while it lies there; ``history`` is latest first."""
    if task.state != TaskState.RETURNED:
        return None
    return next((one for one in history if one.after == TaskState.RETURNED), None)


def _gathers(task: Task) -> bool:
    """Whether indicators may be added: from last year, from the library."""
    from jixiao.web.filings.sheets import sheet_of

    sheet = sheet_of(task.stage.kind, task.stage.subject)
    table = sheet.table("indicators") if sheet else None
    return table is not None and table.grows


def _lacking(task: Task) -> int:
    """How many mandatory files are not there."""
    from jixiao.web.filings.proving import count_lacking

    return count_lacking(task)


def _draft_for(task: Task) -> tuple[str, ...]:
    """Why the printed form would be a draft even when it is final."""
    from jixiao.web.filings.printing import lacking

    return lacking(task)


def _sources(found: Task) -> list[tuple[str, str]]:
    """Of a form that judges: by what each of its lines stands there, lines of the same source together."""
    form = Form.of(found) if found.stage.kind in STAGES else None
    told: dict[str, list[str]] = {}
    for table in ("scores", "answers"):
        for row in form.rows_of(table) if form else ():
            told.setdefault(row.source, []).append(row.name)
    return [("、".join(names), source) for source, names in told.items()]


@require_POST
@needs(READS)
def move(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Make a move with the form."""
    found = of(request, pk)
    words = request.POST.get("words", "")
    revision = whole(request.POST.get("revision"))
    actions = {
        "submit": lambda: SubmitTask(found, revision, confirmed=request.POST.get("confirmed") == "1"),
        "withdraw": lambda: WithdrawTask(found, revision),
        "approve": lambda: ApproveTask(found, words, revision),
        "return": lambda: ReturnTask(found, words, revision),
        "cancel_final": lambda: CancelFinal(found, words, revision),
        "adjust": lambda: AdjustTargets(found, words, revision),
        "extend": lambda: ExtendDeadline(
            found, typed_day(request.POST.get("deadline", ""), "deadline", _("新的截止日期")), words, revision
        ),
    }
    try:
        carry_out(actions[verb](), request.user)
    except ValidationError as refused:
        messages.error(request, "\n".join(refused.messages))
    else:
        messages.success(request, _told(of(request, pk)))
    return redirect("cycles:task", pk=pk)


def _told(now: Task) -> str:
    """What became of the form, and in whose hands it lies."""
    if now.state == TaskState.PENDING and now.reviewer:
        return _("已办理。现在由%(role)s审核。") % {"role": Role(now.reviewer).label}
    if now.state in {TaskState.DRAFT, TaskState.RETURNED}:
        return _("已办理。现在由经办人填报。")
    return _("已办理。本表终审通过。")


@require_POST
@needs(HandleWarning.permission)
def handle(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide what follows from a warning."""
    found = of(request, pk)
    action = HandleWarning(found, request.POST.get("choice", ""), request.POST.get("reason", ""))
    try:
        carry_out(action, request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, _("已处置。"))
    return redirect("cycles:task", pk=pk)


@require_POST
@needs(READS)
def comment(request: HttpRequest, pk: int) -> HttpResponse:
    """Say something about the form or a field of it."""
    found = of(request, pk)
    try:
        carry_out(
            AddComment(found, request.POST.get("path", ""), request.POST.get("words", "")), request.user
        )
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("cycles:task", pk=pk)


@require_POST
@needs(READS)
def solve(request: HttpRequest, pk: int, comment: int) -> HttpResponse:
    """Mark a comment as dealt with."""
    found = of(request, pk)
    try:
        carry_out(SolveComment(get_object_or_404(Comment, pk=comment, task=found)), request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("cycles:task", pk=pk)
