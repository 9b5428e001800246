"""Find documents, and hand in new ones."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, IntegerField, Q, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from jixiao.web.actions import carry_out
from jixiao.web.documents.actions.upload_document import fits
from jixiao.web.documents.actions.upload_version import UploadVersion
from jixiao.web.documents.models import Document, Secrecy, State
from jixiao.web.documents.permissions import SEE, UPLOAD
from jixiao.web.documents.showing import waiting
from jixiao.web.documents.storage import store
from jixiao.web.documents.uploads import MOST_FILES, bodies_for, body_for, take
from jixiao.web.documents.views.reaching import document_of
from jixiao.web.exporting import FORMATS, exported
from jixiao.web.numbers import whole
from jixiao.web.people.permissions import ask, needs

PAGE = 50
_ASKED = (
    ("open", gettext_lazy("有待处理")),
    ("errors", gettext_lazy("有错误")),
    ("clean", gettext_lazy("未发现问题")),
    ("busy", gettext_lazy("正在检查")),
    ("unreadable", gettext_lazy("无法读取")),
    ("secrecy", gettext_lazy("待保密复核")),
)


@require_safe
@needs(SEE)
def documents(request: HttpRequest) -> HttpResponse:
    """The documents that the person sees, newest first, and the place to drop new ones."""
    return _listed(request)


@require_safe
@needs(SEE)
def row(request: HttpRequest, pk: int) -> HttpResponse:
    """One line of the list, while its check is going on."""
    found = get_object_or_404(_query(request), pk=pk)
    return render(request, "documents/row.html", {"one": found})


@require_POST
@needs(UPLOAD)
def upload(request: HttpRequest) -> HttpResponse:
    """New documents; one leads to its page, several to the list."""
    organisation = body_for(request.user, request.POST.get("organisation", ""))
    taken = take(
        request.user, organisation, request.FILES.getlist("file"), declared=bool(request.POST.get("declared"))
    )
    if taken.errors and not taken.documents:
        return _listed(request, errors=taken.errors, status=422)
    for error in taken.errors:
        messages.error(request, error)
    if len(taken.documents) == 1:
        return _to(request, reverse("documents:document", args=[taken.documents[0].pk]))
    messages.success(request, _("已上传 %(count)s 个文件，正在检查。") % {"count": len(taken.documents)})
    return _to(request, reverse("documents:documents"))


@require_POST
@needs(UPLOAD)
def upload_version(request: HttpRequest, pk: int) -> HttpResponse:
    """The next version of a document."""
    document = document_of(request, pk)
    ask(UPLOAD, request.user, document.organisation)
    files = request.FILES.getlist("file")
    after = whole(request.POST.get("after")) or 0
    errors: list[str] = []
    if len(files) != 1:
        errors.append(_("请选择一个文件。"))
    elif not request.POST.get("declared"):
        errors.append(_("请先确认文件不含涉密内容。涉密文件不得上传到本系统。"))
    else:
        try:
            file = files[0]
            fits(file.size)
            carry_out(
                UploadVersion(
                    document,
                    after,
                    file.name or "",
                    store(file.chunks()),
                    declared=True,
                ),
                request.user,
            )
        except ValidationError as refused:
            errors = refused.messages
    for error in errors:
        messages.error(request, error)
    return _to(request, reverse("documents:document", args=[pk]))


def _to(request: HttpRequest, address: str) -> HttpResponse:
    """There, also where htmx asked."""
    if request.headers.get("HX-Request"):
        response = HttpResponse(status=204)
        response["HX-Redirect"] = address
        return response
    return redirect(address)


def _query(request: HttpRequest):
    open_ones = waiting().order_by().values("version").annotate(count=Count("pk")).values("count")
    return (
        Document.objects.visible_to(request.user)
        .select_related("organisation", "latest__uploaded_by")
        .annotate(open=Coalesce(Subquery(open_ones, output_field=IntegerField()), 0))
    )


def _listed(request: HttpRequest, errors: list[str] | None = None, status: int = 200) -> HttpResponse:
    chosen = {key: request.GET.get(key, "").strip() for key in ("q", "year", "asked")}
    found = _query(request)
    if chosen["q"]:
        found = found.filter(Q(title__icontains=chosen["q"]) | Q(organisation__name__icontains=chosen["q"]))
    if (year := whole(chosen["year"])) is not None:
        found = found.filter(year=year)
    found = _asked(found, chosen["asked"])
    if (kind := request.GET.get("format")) in FORMATS:
        return exported(kind, _("文件"), _head(), (_row(one) for one in found))
    query = request.GET.copy()
    query.pop("page", None)
    years = (
        Document.objects.visible_to(request.user)
        .exclude(year=None)
        .order_by("-year")
        .values_list("year", flat=True)
        .distinct()
    )
    bodies = bodies_for(request.user)
    return render(
        request,
        "documents/documents.html",
        {
            "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
            "query": query.urlencode(),
            "chosen": chosen,
            "asked": _ASKED,
            "years": years,
            "bodies": bodies,
            "errors": errors or [],
            "most": MOST_FILES,
            "limit": settings.UPLOAD_LIMIT,
            "wanted": request.POST.get("organisation", "") or (str(bodies[0][0]) if len(bodies) == 1 else ""),
            "declared": bool(request.POST.get("declared")),
        },
        status=status,
    )


def _head() -> list[str]:
    return [
        _("文件"),
        _("版本"),
        _("单位"),
        _("年度"),
        _("状态"),
        _("错误"),
        _("提醒"),
        _("待处理"),
        _("保密审查"),
        _("上传时间"),
    ]


def _row(one: Document) -> list[Any]:
    """As the page: of a sealed one nothing that was found is told."""
    last = one.latest
    numbers = (last.errors, last.warnings, one.open) if last and not one.sealed else (None, None, None)
    state = str(last.get_state_display()) if last and not one.sealed else ""
    when = timezone.localtime(last.uploaded_at).date() if last else None
    secrecy = str(one.get_secrecy_display())
    return [one.title, last and last.number, one.organisation.name, one.year, state, *numbers, secrecy, when]


def _asked(found, asked: str):
    if asked == "open":
        return found.filter(open__gt=0)
    if asked == "errors":
        return found.filter(latest__errors__gt=0)
    if asked == "clean":
        return found.filter(latest__state=State.CHECKED, latest__errors=0, latest__warnings=0)
    if asked == "busy":
        return found.filter(latest__state__in=(State.QUEUED, State.CHECKING))
    if asked == "unreadable":
        return found.filter(latest__state=State.UNREADABLE)
    if asked == "secrecy":
        return found.filter(secrecy=Secrecy.DECLARED)
    return found
