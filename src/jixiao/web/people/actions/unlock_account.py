"""Let a locked account in again."""

from dataclasses import dataclass

from axes.utils import reset

from jixiao.web.actions import Action
from jixiao.web.organisations.models import Organisation
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
        """Reset."""
        del actor
        reset(username=self.user.username)
        return self.user
