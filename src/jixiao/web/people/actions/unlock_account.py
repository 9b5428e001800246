"""Let a locked account in again."""

from dataclasses import dataclass

from axes.utils import reset
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.locking import counted_under, locked
from jixiao.web.people.models import User
from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import Role


@dataclass(frozen=True, slots=True)
class UnlockAccount(Action[User]):
    """Forget the failed logins of an account."""

    user: User

    permission = holds(Role.SECURITY_ADMINISTRATOR)
    verb = "people.unlock_account"

    def place(self) -> Organisation | None:
        """The body of the account."""
        return self.user.organisation

    def perform(self, actor: User) -> User:
        """Reset.

        Raises:
            Refused: it is not locked, or not any more.
        """
        del actor
        if not locked([self.user.username]):
            raise Refused(_("这个账号现在没有锁定，可以直接登录；锁定满 15 分钟的已自动解除。"))
        reset(username=counted_under(self.user.username))
        return self.user
