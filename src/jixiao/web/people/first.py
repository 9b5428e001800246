"""The first people of an installation: before them nobody could give a role."""

import secrets
import string

from django.db import transaction

from jixiao.core.errors import UserError
from jixiao.web.audit.writing import record
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import Membership, User
from jixiao.web.people.roles import Role

_FIRST = (
    ("sysadmin", Role.SYSTEM_ADMINISTRATOR),
    ("secadmin", Role.SECURITY_ADMINISTRATOR),
    ("auditadmin", Role.AUDIT_ADMINISTRATOR),
)
_SIGNS = string.ascii_letters + string.digits


@transaction.atomic
def set_up(code: str, name: str, rulebook: str) -> list[tuple[str, str, str]]:
    """Create the jurisdiction and its three administrators: account, role and password of each.

    Raises:
        UserError: there are accounts already.
    """
    if User.objects.exists():
        raise UserError("set_up", "已经有账号，不能再次初始化", "there are accounts already")
    top = Organisation(kind=Kind.JURISDICTION, code=code, name=name, rulebook=rulebook)
    top.full_clean()
    top.save()
    return [first_account(username, role, top) for username, role in _FIRST]


def first_account(
    username: str, role: Role, at: Organisation, password: str = "", hashed: str = ""
) -> tuple[str, str, str]:
    """An account with a role, written to the log as made by the program.

    Without a password it gets one that must be changed; ``hashed`` is the hash of the given one.
    """
    chosen = password or _password()
    user = User(
        username=username, full_name=str(role.label), organisation=at, must_change_password=not password
    )
    user.set_password(chosen, hashed)
    user.save()
    membership = Membership.objects.create(user=user, organisation=at, role=role)
    record(
        None,
        "people.first_account",
        place=at,
        subject=membership,
        details={"username": username, "role": role},
    )
    return username, str(role.label), chosen


def _password() -> str:
    """Twelve signs with every kind in it."""
    return "".join(secrets.choice(_SIGNS) for _ in range(10)) + secrets.choice(string.digits) + "-"
