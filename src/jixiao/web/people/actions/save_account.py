"""Create an account, or change one."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused, unchanged
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import Role
from jixiao.web.saving import save_unique


@dataclass(frozen=True, slots=True)
class SaveAccount(Action[User]):
    """An account without its roles, which the security administrator gives."""

    user: User
    password: str | None = None  # for a new account, or where it is set again; must be changed at login
    seen: int = 0  # the revision that the form showed
    hashed: str = field(default="", repr=False)  # of the password, where it has been made already

    permission = holds(Role.SYSTEM_ADMINISTRATOR)
    verb = "people.save_account"

    def place(self) -> Organisation | None:
        """The body of the account."""
        return self.user.organisation

    def perform(self, actor: User) -> User:
        """Save; a password is only ever stored hashed."""
        if self.user.pk == actor.pk and not self.user.is_active:
            raise Refused({"is_active": _("不能停用自己的账号。")})
        if self.user.pk:
            stored = unchanged(self.user, self.seen)
            if not actor.holds({Role.SYSTEM_ADMINISTRATOR}, stored.organisation):
                raise Refused({"organisation": _("您不管理这个账号原来的单位。")})
        elif not self.password:
            raise Refused({"password": _("新账号须设初始口令。")})
        if self.password:
            self.user.set_password(self.password, self.hashed)
            self.user.must_change_password = True
        self.user.full_clean(exclude=["password"])
        save_unique(self.user)
        return self.user

    def told(self, result: User) -> dict[str, Any]:
        """The account, and whether its password was set: not which."""
        return {**result.as_dict(), "password_set": bool(self.password)}
