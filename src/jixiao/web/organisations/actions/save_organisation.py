"""Create a body, or change one."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused, unchanged
from jixiao.web.organisations.models import Organisation
from jixiao.web.organisations.under_way import open_forms
from jixiao.web.people.models import User
from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import Role
from jixiao.web.saving import save_unique


@dataclass(frozen=True, slots=True)
class SaveOrganisation(Action[Organisation]):
    """The body as filled in; ``seen`` is the revision that the form showed.

    ``anyway`` is said by whoever takes a body out of use although forms of it, or below it, are under way.
    """

    organisation: Organisation
    seen: int = 0
    anyway: bool = False

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
            if stored.active and not self.organisation.active and not self.anyway:
                self._refuse_under_way(stored)
        else:
            moved = True  # into the tree: its top is made by `jixiao setup`
        if moved and (parent is None or not actor.holds({Role.SYSTEM_ADMINISTRATOR}, parent)):
            raise Refused({"parent": _("请选择您管理的上级。")})
        self.organisation.full_clean()
        save_unique(self.organisation)
        return self.organisation

    def _refuse_under_way(self, stored: Organisation) -> None:
        if count := open_forms(stored):
            words = _(
                "“%(name)s”及下级还有 %(count)s 份表单没有终审。停用后不再向它下发表单，看板也不再列出它。"
                "请先办完；确要现在停用的，请勾选后再保存。"
            )
            raise Refused({"anyway": words % {"name": stored.name, "count": count}})

    def told(self, result: Organisation) -> dict[str, Any]:
        """As it is now; the entry before tells what it was."""
        return result.as_dict()
