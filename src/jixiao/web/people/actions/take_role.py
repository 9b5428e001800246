"""Take a role away."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import Membership, User
from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import Role


@dataclass(frozen=True, slots=True)
class TakeRole(Action[None]):
    """End a membership at once."""

    membership: Membership

    permission = holds(Role.SECURITY_ADMINISTRATOR)
    verb = "people.take_role"

    def place(self) -> Organisation | None:
        """Where the role was held."""
        return self.membership.organisation

    def perform(self, actor: User) -> None:
        """Delete the membership; the log keeps that it was."""
        if self.membership.user_id == actor.pk:
            raise Refused(_("不能收回自己的角色。"))
        self.membership.delete()

    def told(self, result: None) -> dict[str, Any]:
        """Who lost what where."""
        return {
            "username": self.membership.user.username,
            "role": self.membership.role,
            "organisation": self.membership.organisation.code,
        }
