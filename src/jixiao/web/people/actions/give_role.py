"""Give a role."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import Membership, User
from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import ADMINISTRATORS, BUREAU, FILING, Role, exclude


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
        if exclude(held, self.role):
            raise Refused({"role": _("系统、安全、审计三员须由不同的人担任，且不兼任业务角色。")})
        if self.role in BUREAU and self.organisation.kind != Kind.BUREAU:
            raise Refused({"role": _("这个角色只能设在财政部门。")})
        if self.role in FILING and self.organisation.kind not in {Kind.DEPARTMENT, Kind.UNIT}:
            raise Refused({"role": _("这个角色只能设在部门或单位。")})
        if self.role in ADMINISTRATORS and self.organisation.kind != Kind.JURISDICTION:
            raise Refused({"role": _("管理员只能设在地区。")})
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
