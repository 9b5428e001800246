"""Create a body, or change one."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused, unchanged
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import Role
from jixiao.web.saving import save_unique


@dataclass(frozen=True, slots=True)
class SaveOrganisation(Action[Organisation]):
    """The body as filled in; ``seen`` is the revision that the form showed."""

    organisation: Organisation
    seen: int = 0

    permission = holds(Role.SYSTEM_ADMINISTRATOR)
    verb = "organisations.save"

    def place(self) -> Organisation | None:
        """The body as it is stored; of a new one that above."""
        if self.organisation.pk:
            return Organisation.objects.get(pk=self.organisation.pk)
        return self.organisation.parent

    def perform(self, actor: User) -> Organisation:
        """Save after the tree's own rules."""
        parent = self.organisation.parent
        if self.organisation.pk:
            stored = unchanged(self.organisation, self.seen)
            moved = stored.parent_id != self.organisation.parent_id
        else:
            moved = True  # into the tree: its top is made by `jixiao setup`
        if moved and (parent is None or not actor.holds({Role.SYSTEM_ADMINISTRATOR}, parent)):
            raise Refused({"parent": _("请选择您管理的上级。")})
        self.organisation.full_clean()
        save_unique(self.organisation)
        return self.organisation

    def told(self, result: Organisation) -> dict[str, Any]:
        """As it is now; the entry before tells what it was."""
        return result.as_dict()
