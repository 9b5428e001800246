"""The page of one's tokens, and that of an account's for whoever administers it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jixiao.web.actions import carry_out
from jixiao.web.people.models import User
from jixiao.web.people.outer import came_from_outside
from jixiao.web.people.permissions import ANYONE, ask, needs
from jixiao.web.tokens.actions.make_token import LONGEST, MOST, Made, MakeToken
from jixiao.web.tokens.actions.revoke_token import RevokeToken
from jixiao.web.tokens.forms import TokenForm
from jixiao.web.tokens.models import Token
from jixiao.web.tokens.permissions import HAS, REVOKES


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ANYONE)
def tokens(request: HttpRequest) -> HttpResponse:
    """One's tokens, and a form for one more; a new one is shown in the answer and never again."""
    form = TokenForm(request.POST or None)
    made: Made | None = None
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        outside = came_from_outside(request.session)
        try:
            made = carry_out(MakeToken(given["name"], given["until"], outside=outside), request.user)
        except ValidationError as refused:
            form.refuse(refused)
        else:
            form = TokenForm()
    context = {
        "tokens": Token.objects.filter(user=request.user),
        "may_make": HAS.test(request.user, None),
        "form": form,
        "made": made,
        "most": MOST,
        "longest": LONGEST,
    }
    return render(request, "tokens/tokens.html", context, status=422 if form.errors else 200)


@require_safe
@needs(REVOKES)
def of(request: HttpRequest, pk: int) -> HttpResponse:
    """The tokens of an account."""
    user = get_object_or_404(User.objects.visible_to(request.user).select_related("organisation"), pk=pk)
    ask(REVOKES, request.user, user.organisation)
    found = Token.objects.visible_to(request.user).filter(user=user)
    return render(request, "tokens/of.html", {"user_": user, "tokens": found, "may_make": True})


@require_POST
@needs(HAS)
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Revoke a token, and go back to where it was listed."""
    token = get_object_or_404(Token.objects.visible_to(request.user), pk=pk)
    try:
        carry_out(RevokeToken(token), request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, _("已撤销，用它的程序从现在起被拒绝。"))
    if token.user_id != request.user.pk:
        return redirect("tokens:of", pk=token.user_id)
    return redirect("tokens:tokens")
