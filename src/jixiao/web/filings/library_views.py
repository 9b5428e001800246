"""The indicator library: search it, take indicators into a form; and last year's indicators."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jixiao.web.actions import carry_out
from jixiao.web.cycles.permissions import OPENS, READS
from jixiao.web.cycles.task_views import of
from jixiao.web.exporting import FORMATS, exported
from jixiao.web.filings.actions.copy_last_year import CopyLastYear
from jixiao.web.filings.actions.pick_indicators import PickIndicators
from jixiao.web.filings.actions.retire_library_indicator import RetireLibraryIndicator
from jixiao.web.filings.actions.save_library_indicator import SaveLibraryIndicator
from jixiao.web.filings.forms import LibraryIndicatorForm
from jixiao.web.filings.library import LibraryIndicator, LibraryKind
from jixiao.web.numbers import revision, whole
from jixiao.web.people.permissions import ask, needs

PAGE = 50


@require_safe
@needs(READS)
def library(request: HttpRequest) -> HttpResponse:
    """Indicators by words and kind; with ``task``, to be taken into that form; with ``format`` as a file."""
    chosen = {key: request.GET.get(key, "").strip() for key in ("q", "kind", "task")}
    keeps = OPENS.test(request.user, None)
    found = LibraryIndicator.objects.visible_to(request.user)
    retired = keeps and request.GET.get("retired") == "1"
    found = found.filter(retired=True) if retired else found.in_use()
    for word in chosen["q"].replace("\x00", "").split():
        found = found.filter(Q(name__icontains=word) | Q(level2__icontains=word) | Q(sector__icontains=word))
    if chosen["kind"] in LibraryKind.values:
        found = found.filter(kind=chosen["kind"])
    if (ending := request.GET.get("format")) in FORMATS:
        rows = (_row(one) for one in found.select_related("jurisdiction"))
        return exported(ending, _("指标库"), _head(), rows)
    number = whole(chosen["task"])
    task = None if number is None else of(request, number)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "page": page,
        "chosen": chosen,
        "kinds": LibraryKind.choices,
        "task": task,
        "keeps": keeps and task is None,
        "retired": retired,
        "query": query.urlencode(),
    }
    return render(request, "filings/library.html", context)


def _head() -> list[str]:
    return [
        _("地区"),
        _("类别"),
        _("行业"),
        _("一级指标"),
        _("二级指标"),
        _("三级指标"),
        _("指标性质"),
        _("指标值"),
        _("度量单位"),
        _("状态"),
    ]


def _row(one: LibraryIndicator) -> list[str]:
    return [
        one.jurisdiction.name,
        str(one.get_kind_display()),
        one.sector,
        one.level1,
        one.level2,
        one.name,
        one.operator,
        one.target,
        one.unit,
        _("停用") if one.retired else _("在用"),
    ]


@require_POST
@needs(READS)
def pick(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the chosen indicators into the form."""
    task = of(request, pk)
    chosen = map(whole, request.POST.getlist("indicator"))
    numbers = [one for one in chosen if one is not None]
    wanted = LibraryIndicator.objects.visible_to(request.user).in_use().filter(pk__in=numbers[:PAGE])
    try:
        added = carry_out(PickIndicators(task, tuple(wanted)), request.user)
        messages.success(request, _("已加入 %(count)s 个指标。") % {"count": len(added)})
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("cycles:task", pk=pk)


@require_POST
@needs(READS)
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """Take over last year's goal and indicators."""
    task = of(request, pk)
    try:
        added = carry_out(CopyLastYear(task), request.user)
        messages.success(request, _("已复制上年 %(count)s 个指标，请核对指标值。") % {"count": len(added)})
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("cycles:task", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(OPENS)
def edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Add an indicator to the library, or change one."""
    found = _kept(request, pk) if pk else LibraryIndicator()
    form = LibraryIndicatorForm(request.POST or None, instance=found, actor=request.user)
    if (
        request.method == "POST"
        and form.is_valid()
        and form.carried_out(SaveLibraryIndicator(form.instance, form.seen), request.user)
    ):
        messages.success(request, _("已保存。"))
        return redirect("filings:library")
    heading = _("修改指标") if pk else _("新增指标")
    context = {"form": form, "heading": heading, "indicator": found if pk else None, "levels": form.levels}
    return render(request, "filings/library_edit.html", context, status=422 if form.errors else 200)


@require_POST
@needs(OPENS)
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an indicator out of use, or put it back."""
    found = _kept(request, pk)
    shown = revision(request.POST.get("revision"))
    try:
        carry_out(RetireLibraryIndicator(found, request.POST.get("retired") == "1", shown), request.user)
        messages.success(request, _("已停用。") if request.POST.get("retired") == "1" else _("已恢复使用。"))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("filings:library")


def _kept(request: HttpRequest, pk: int) -> LibraryIndicator:
    """The indicator, if it is the officer's to keep."""
    found = get_object_or_404(LibraryIndicator.objects.visible_to(request.user), pk=pk)
    ask(OPENS, request.user, found.jurisdiction)
    return found
