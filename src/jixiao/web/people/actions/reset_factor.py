"""Take a lost second factor away."""

from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import Role


@dataclass(frozen=True, slots=True)
class ResetFactor(Action[User]):
    """The phone is lost, and the recovery codes with it: the person logs in by password and sets up another.

    The security administrator's, for the system administrator sets passwords: with both in one hand, one
    administrator alone could enter any account (三员分立). At the console where there is no other security
    administrator (``jixiao reset-factor``).
    """

    user: User

    permission = holds(Role.SECURITY_ADMINISTRATOR)
    verb = "people.reset_factor"
    at_console = True

    def place(self) -> Organisation | None:
        """The body of the account."""
        return self.user.organisation

    def perform(self, actor: User) -> User:
        """Remove code and recovery codes, end every session, ask for a new one at the next login."""
        if self.user.pk == actor.pk:
            raise Refused(_("不能重置自己的动态口令，请另一位安全管理员办理，或用备用码登录后更换。"))
        user = User.objects.select_for_update().get(pk=self.user.pk)
        if not Authenticator.objects.filter(user=user).delete()[0]:
            raise Refused(_("这个账号没有启用动态口令。"))
        for session in UserSession.objects.filter(user=user):
            session.end()
        user.must_add_factor = True
        user.save(update_fields=["must_add_factor"])
        return user

    def told(self, result: User) -> dict[str, Any]:
        """Whose."""
        return {"username": result.username}
