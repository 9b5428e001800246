"""Many roles at once, from a workbook."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from jixiao.web.actions import Action
from jixiao.web.importing.judging import Fate, Lines, refuse_wrong
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import Membership, User
from jixiao.web.people.permissions import holds
from jixiao.web.people.role_table import RoleLines
from jixiao.web.people.roles import Role


@dataclass(frozen=True, slots=True)
class ImportRoles(Action[tuple[Membership, ...]]):
    """As `GiveRole` for each line, all or none; a role that is held already stays as it is.

    One that has ended is given anew, without an end.
    """

    lines: Lines

    permission = holds(Role.SECURITY_ADMINISTRATOR)
    verb = "people.import_roles"

    def place(self) -> Organisation | None:
        """Anywhere: each line's body is looked for among those that the person manages."""
        return None

    def perform(self, actor: User) -> tuple[Membership, ...]:
        """Lock the accounts, as whoever gives one role does; judge again; store."""
        people = {one.made[0].user_id for one in RoleLines(self.lines, actor).judged() if one.made}
        list(User.objects.select_for_update().filter(pk__in=people).order_by("pk"))
        judged = RoleLines(self.lines, actor).judged()
        refuse_wrong(judged)
        new = [one.made for one in judged if one.fate == Fate.NEW]
        _clear_ended([one for one, _ in new])
        made = Membership.objects.bulk_create([one for one, _ in new], batch_size=200)
        linked = Membership.portfolio.through
        linked.objects.bulk_create(
            (
                linked(membership=membership, organisation=department)
                for membership, departments in new
                for department in {one.pk: one for one in departments}.values()
            ),
            batch_size=200,
        )
        return tuple(made)

    def told(self, result: tuple[Membership, ...]) -> dict[str, Any]:
        """Who got what where."""
        return {"roles": [[one.user.username, one.role, one.organisation.code] for one in result]}


def _clear_ended(new: list[Membership]) -> None:
    """Make room for roles that their people held before: a role that has ended is given anew, not twice."""
    wanted = {(one.user_id, one.organisation_id, one.role) for one in new}
    ended = Membership.objects.filter(
        user__in={user for user, _, _ in wanted}, until__lt=timezone.localdate()
    ).values_list("pk", "user_id", "organisation_id", "role")
    Membership.objects.filter(pk__in=[pk for pk, *key in ended if tuple(key) in wanted]).delete()
