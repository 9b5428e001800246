"""Logins and password changes go to the audit log; old sessions of the same person end."""

from allauth.account.signals import password_changed, user_logged_in
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from allauth.usersessions.models import UserSession
from axes.signals import user_locked_out
from django.conf import settings
from django.contrib.auth.signals import user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from jixiao.web.audit.writing import record
from jixiao.web.people.locking import counted_under
from jixiao.web.people.models import User


def name_typed(request: HttpRequest, credentials: dict[str, str] | None = None) -> str:
    """For axes: the name that failures are counted under; allauth calls it otherwise than its form does."""
    return counted_under((credentials or {}).get("username") or request.POST.get("login", ""))


@receiver(user_logged_in)
def _logged_in(sender, request, user: User, **kwargs) -> None:
    record(user, "people.logged_in", place=user.organisation)
    # The session of this login is not looked at: until the answer is sent, it is stored without its account.
    others = UserSession.objects.filter(user=user).exclude(session_key=request.session.session_key)
    others = [session for session in others.order_by("created_at") if not session.purge()]
    for session in others[: max(0, len(others) + 1 - settings.SESSIONS_PER_PERSON)]:
        session.end()


@receiver(user_logged_out)
def _logged_out(sender, request, user: User | None, **kwargs) -> None:
    if user is not None:
        record(user, "people.logged_out", place=user.organisation)


@receiver(user_login_failed)
def _failed(sender, credentials: dict, **kwargs) -> None:
    # The name typed is kept only where it is an account: people type passwords into the wrong field.
    name = credentials.get("username") or ""
    user = User.objects.filter(username__iexact=name).select_related("organisation").first()
    record(None, "people.login_failed", place=user.organisation if user else None, subject=user)


@receiver(user_locked_out)
def _locked(sender, username: str | None = None, **kwargs) -> None:
    user = User.objects.filter(username__iexact=username or "").first()
    record(None, "people.locked_out", subject=user, outcome="denied")


@receiver(password_changed)
def _changed(sender, request, user: User, **kwargs) -> None:
    User.objects.filter(pk=user.pk).update(must_change_password=False)
    record(user, "people.password_changed", place=user.organisation, subject=user)


@receiver(authenticator_added)
def _factor_added(sender, request, user: User, authenticator, **kwargs) -> None:
    User.objects.filter(pk=user.pk, must_add_factor=True).update(must_add_factor=False)
    record(user, "people.factor_added", place=user.organisation, details={"type": authenticator.type})


@receiver(authenticator_removed)
def _factor_removed(sender, request, user: User, authenticator, **kwargs) -> None:
    record(user, "people.factor_removed", place=user.organisation, details={"type": authenticator.type})


@receiver(authenticator_reset)
def _factor_renewed(sender, request, user: User, authenticator, **kwargs) -> None:
    record(user, "people.factor_renewed", place=user.organisation, details={"type": authenticator.type})
