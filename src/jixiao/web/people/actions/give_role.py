"""Give a role."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.giving import objection
from jixiao.web.people.models import Membership, User
from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import Role


@dataclass(frozen=True, slots=True)
class GiveRole(Action[Membership]):
    """A role for a person at a body; the three administrators hold no other role."""

    user: User
    organisation: Organisation
    role: str
    portfolio: tuple[Organisation, ...] = ()
    until: date | None = None

    permission = holds(Role.SECURITY_ADMINISTRATOR)
    verb = "people.give_role"

    def place(self) -> Organisation | None:
        """Where the role is held."""
        return self.organisation

    def perform(self, actor: User) -> Membership:
        """Add the membership."""
        User.objects.select_for_update().get(
            pk=self.user.pk
        )  # two administrators at once give one after the other
        held = set(self.user.memberships.in_force().values_list("role", flat=True))
        if self.user.pk == actor.pk:
            raise Refused(_("不能给自己授予角色。"))
        if why := objection(self.role, self.organisation.kind, held):
            raise Refused({"role": why})
        if not all(actor.holds({Role.SECURITY_ADMINISTRATOR}, one) for one in self.portfolio):
            raise Refused({"portfolio": _("有的部门不在您管理的范围内。")})
        membership, _new = Membership.objects.update_or_create(
            user=self.user, organisation=self.organisation, role=self.role, defaults={"until": self.until}
        )
        membership.portfolio.set(self.portfolio)
        self.user.forget_roles()
        return membership

    def told(self, result: Membership) -> dict[str, Any]:
        """Who got what where."""
        return {
            "username": self.user.username,
            "role": self.role,
            "organisation": self.organisation.code,
            "portfolio": [one.code for one in self.portfolio],
            "until": self.until,
        }
