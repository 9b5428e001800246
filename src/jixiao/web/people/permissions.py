"""Who may: predicates over an account and the body that a thing belongs to."""

from functools import wraps
from typing import TYPE_CHECKING, Final

from django.core.exceptions import PermissionDenied
from rules import Predicate

if TYPE_CHECKING:
    from jixiao.web.organisations.models import Organisation
    from jixiao.web.people.models import User


def holds(*roles: str) -> Predicate:
    """The account holds one of the roles at the body of the thing, or above it; no body: anywhere."""

    def test(user: "User", body: "Organisation | None" = None) -> bool:
        return user.is_authenticated and user.is_active and user.holds(roles, body)

    return Predicate(test, name=" | ".join(roles))


ANYONE: Final = Predicate(lambda user, _=None: user.is_authenticated, name="anyone")
"""Whoever has an account, with a role or without."""


def ask(permission: Predicate, user: "User", body: "Organisation | None" = None) -> None:
    """Raise PermissionDenied unless the predicate holds."""
    if not permission.test(user, body):
        raise PermissionDenied


def needs(permission: Predicate):
    """Decorate a view: for those whom the predicate lets in somewhere; each object is asked for again."""

    def decorate(view):
        @wraps(view)  # the API reads the signature
        def guarded(request, *args, **kwargs):
            ask(permission, request.user)
            return view(request, *args, **kwargs)

        guarded.permission = permission
        return guarded

    return decorate
