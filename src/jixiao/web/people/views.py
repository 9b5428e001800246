"""Pages of accounts and roles."""

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jixiao.web.actions import carry_out
from jixiao.web.exporting import FORMATS, exported
from jixiao.web.logs import pseudonym
from jixiao.web.people.actions.give_role import GiveRole
from jixiao.web.people.actions.reset_factor import ResetFactor
from jixiao.web.people.actions.save_account import SaveAccount
from jixiao.web.people.actions.take_role import TakeRole
from jixiao.web.people.actions.unlock_account import UnlockAccount
from jixiao.web.people.forms import AccountForm, RoleForm
from jixiao.web.people.locking import locked
from jixiao.web.people.models import Membership, User
from jixiao.web.people.permissions import ask, holds, needs
from jixiao.web.people.roles import Role

SEE = holds(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR)
CHANGE = holds(Role.SYSTEM_ADMINISTRATOR)
GRANT = holds(Role.SECURITY_ADMINISTRATOR)
PAGE = 50


@require_safe
@needs(SEE)
def accounts(request: HttpRequest) -> HttpResponse:
    """The accounts that the administrator sees, found by name; with ``format`` as a file."""
    found = User.objects.visible_to(request.user).select_related("organisation")
    words = request.GET.get("q", "").strip()
    if words:
        found = found.filter(
            Q(username__icontains=words)
            | Q(full_name__icontains=words)
            | Q(organisation__name__icontains=words)
        )
    found = found.prefetch_related("memberships__organisation")
    if (kind := request.GET.get("format")) in FORMATS:
        head = [_("账号"), _("姓名"), _("所在单位"), _("角色"), _("状态")]
        return exported(kind, _("账号"), head, (_row(one) for one in found))
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "people/accounts.html",
        {
            "page": page,
            "locked": locked([one.username for one in page]),
            "words": words,
            "query": urlencode({"q": words} if words else {}),
            "may_change": CHANGE.test(request.user, None),
            "may_grant": GRANT.test(request.user, None),
        },
    )


def _row(one: User) -> list[str]:
    held = "；".join(str(membership) for membership in one.memberships.all())
    return [
        one.username,
        one.full_name,
        one.organisation.name,
        held,
        _("在用") if one.is_active else _("停用"),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@needs(CHANGE)
def edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """One account, or a new one."""
    user = User() if pk is None else get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    if pk is not None:
        ask(CHANGE, request.user, user.organisation)
    form = AccountForm(request.POST or None, instance=user, actor=request.user)
    if request.method == "POST" and form.is_valid():
        password = form.cleaned_data["password"] or None
        if form.carried_out(SaveAccount(form.instance, password, form.seen), request.user):
            messages.success(request, _("已保存。角色由安全管理员授予。"))
            return redirect("people:accounts")
    return render(
        request, "people/edit.html", {"form": form, "user_": user}, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(GRANT)
def roles(request: HttpRequest, pk: int) -> HttpResponse:
    """The roles of an account, and a form for one more."""
    user = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    form = RoleForm(request.POST or None, actor=request.user)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        action = GiveRole(
            user, given["organisation"], given["role"], tuple(given["portfolio"]), given["until"]
        )
        try:
            carry_out(action, request.user)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, _("已授予。"))
            return redirect("people:roles", pk=pk)
    memberships = user.memberships.select_related("organisation").prefetch_related("portfolio")
    return render(
        request,
        "people/roles.html",
        {
            "user_": user,
            "form": form,
            "memberships": [(one, GRANT.test(request.user, one.organisation)) for one in memberships],
            "own": user.pk == request.user.pk,
            "pseudonym": pseudonym(user.pk),
            "locked": bool(locked([user.username])),
            "has_factor": is_mfa_enabled(user),
        },
        status=422 if form.errors else 200,
    )


@require_POST
@needs(GRANT)
def take_role(request: HttpRequest, pk: int, membership: int) -> HttpResponse:
    """Take a role away."""
    user = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    found = get_object_or_404(
        Membership.objects.select_related("organisation", "user"), pk=membership, user=user
    )
    return _done(request, TakeRole(found), _("已收回。"), pk)


@require_POST
@needs(GRANT)
def unlock(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a locked account in again."""
    user = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    return _done(request, UnlockAccount(user), _("已解除锁定。"), pk)


@require_POST
@needs(GRANT)
def reset_factor(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a lost second factor away."""
    user = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    words = _("已重置。此人已退出登录，下次登录须重新启用动态口令。")
    return _done(request, ResetFactor(user), words, pk)


def _done(request: HttpRequest, action, words: str, pk: int) -> HttpResponse:
    try:
        carry_out(action, request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, words)
    return redirect("people:roles", pk=pk)
