"""Pages of the tree."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jixiao.web.exporting import FORMATS, exported
from jixiao.web.numbers import whole
from jixiao.web.organisations.actions.save_organisation import SaveOrganisation
from jixiao.web.organisations.forms import OrganisationForm
from jixiao.web.organisations.models import Organisation, Organisations
from jixiao.web.organisations.walking import below
from jixiao.web.people.permissions import ask, holds, needs
from jixiao.web.people.roles import Role

SEE = holds(
    Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.PERFORMANCE_OFFICER, Role.LINE_OFFICER
)
CHANGE = holds(Role.SYSTEM_ADMINISTRATOR)
PAGE = 100


@require_safe
@needs(SEE)
def tree(request: HttpRequest) -> HttpResponse:
    """One body and those right below it, ``?under=``; or those found by ``?q=``.

    With ``format`` as a file: those found, or the body with everything below it.
    """
    visible = Organisation.objects.visible_to(request.user)
    words = request.GET.get("q", "").strip()
    under, trail = None, []
    if words:
        named = Q(name__icontains=words) | Q(short_name__icontains=words) | Q(code__icontains=words)
        found = visible.filter(named).select_related("parent")
    else:
        under = _opened(request, visible)
        found = visible.filter(parent=under) if under else visible.exclude(parent__in=visible)
        trail = list(visible.ancestors(under)) if under else []
    if (kind := request.GET.get("format")) in FORMATS:
        if not words:
            found = visible.filter(pk__in=below([under.pk])) if under else visible
        rows = (_row(one) for one in found.select_related("parent").order_by("position", "code"))
        return exported(kind, _("组织"), _head(), rows)
    page = Paginator(found.annotate(below=Count("children")).order_by("position", "code"), PAGE).get_page(
        request.GET.get("page")
    )
    return render(
        request,
        "organisations/tree.html",
        {
            "page": page,
            "under": under,
            "trail": trail,
            "words": words,
            "query": urlencode({"q": words} if words else {"under": under.pk} if under else {}),
            "may_change": CHANGE.test(request.user, None),
        },
    )


def _head() -> list[str]:
    return [
        _("名称"),
        _("简称"),
        _("类别"),
        _("代码"),
        _("上级"),
        _("上级代码"),
        _("适用规则"),
        _("状态"),
    ]


def _row(one: Organisation) -> list[str]:
    above = one.parent
    return [
        one.name,
        one.short_name,
        str(one.get_kind_display()),
        one.code,
        above.name if above else "",
        above.code if above else "",
        one.rulebook,
        _("在用") if one.active else _("停用"),
    ]


def _opened(request: HttpRequest, visible: Organisations) -> Organisation | None:
    """The body that was asked for, else the only one at the top."""
    asked = whole(request.GET.get("under"))
    if asked is not None:
        return get_object_or_404(visible, pk=asked)
    tops = visible.exclude(parent__in=visible)[:2]
    return tops[0] if len(tops) == 1 else None


@require_http_methods(["GET", "HEAD", "POST"])
@needs(CHANGE)
def edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """One body, or a new one below ``?parent=``."""
    visible = Organisation.objects.visible_to(request.user)
    if pk is None:
        organisation = Organisation(parent=visible.filter(pk=whole(request.GET.get("parent"))).first())
    else:
        organisation = get_object_or_404(visible, pk=pk)
        ask(CHANGE, request.user, organisation)
    form = OrganisationForm(request.POST or None, instance=organisation, actor=request.user)
    if (
        request.method == "POST"
        and form.is_valid()
        and form.carried_out(
            SaveOrganisation(form.instance, form.seen, form.cleaned_data["anyway"]), request.user
        )
    ):
        messages.success(request, _("已保存。"))
        return redirect("organisations:tree")
    status = 422 if form.errors else 200
    return render(
        request, "organisations/edit.html", {"form": form, "organisation": organisation}, status=status
    )
