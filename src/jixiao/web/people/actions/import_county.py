"""Many bodies and accounts at once, from a workbook."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from jixiao.web.actions import Action
from jixiao.web.importing.judging import Fate, Judged, Lines, refuse_wrong
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.county_tables import AccountLines, BodyLines, accounts_table, bodies_table, managed
from jixiao.web.people.models import User
from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import Role
from jixiao.web.people.storing import remember_first


@dataclass(frozen=True, slots=True)
class County:
    """What an import made."""

    bodies: tuple[Organisation, ...]
    accounts: tuple[User, ...]


@dataclass(frozen=True, slots=True)
class ImportCounty(Action[County]):
    """As `SaveOrganisation` and `SaveAccount` for each line, all or none; what is there stays as it is.

    Accounts come without roles, which the security administrator gives, and change their password at the
    first login. ``hashes`` are the passwords of accounts by their rows, hashed before the transaction: that
    is slow on purpose.
    """

    bodies: Lines = field(default_factory=Lines)
    accounts: Lines = field(default_factory=Lines, repr=False)  # with passwords
    hashes: Mapping[int, str] = field(default_factory=dict, repr=False)

    permission = holds(Role.SYSTEM_ADMINISTRATOR)
    verb = "people.import_county"

    def place(self) -> Organisation | None:
        """Anywhere: each line's body is looked for among those that the person manages."""
        return None

    def perform(self, actor: User) -> County:
        """Judge again, as others may have written meanwhile; store."""
        # One import after the other, whoever's: codes and account names are unique in the whole installation.
        list(Organisation.objects.select_for_update().filter(parent=None).order_by("pk"))
        bodies, accounts = judged_county(self.bodies, self.accounts, actor)
        refuse_wrong([*bodies, *accounts])
        return County(_stored(bodies), self._stored([one for one in accounts if one.fate == Fate.NEW]))

    def _stored(self, accounts: list[Judged]) -> tuple[User, ...]:
        now = timezone.now()
        for one in accounts:
            user: User = one.made
            user.organisation = user.organisation  # stored by now: takes its number over
            user.password = self.hashes.get(one.line.row) or make_password(one.line.get("password"))
            user.password_changed_at = now
        made = User.objects.bulk_create([one.made for one in accounts], batch_size=200)
        remember_first(made)
        return tuple(made)

    def told(self, result: County) -> dict[str, Any]:
        """Every body with its kind and the one above, every account with its body: no names, no passwords."""
        return {
            "bodies": [[one.code, one.kind, one.parent.code] for one in result.bodies],
            "accounts": [[one.username, one.organisation.code] for one in result.accounts],
        }


def judged_county(bodies: Lines, accounts: Lines, actor: User) -> tuple[list[Judged], list[Judged]]:
    """What becomes of the lines of both tables; accounts may be at bodies that are new themselves."""
    there = managed(actor)
    body_lines = BodyLines(bodies_table(there), bodies, there)
    first = body_lines.judged()
    return first, AccountLines(accounts_table(), accounts, body_lines.known, there).judged()


def _stored(judged: list[Judged]) -> tuple[Organisation, ...]:
    """Store the new bodies, those above first: a statement a level, not a body."""
    waiting: list[Organisation] = [one.made for one in judged if one.fate == Fate.NEW]
    made: list[Organisation] = []
    while waiting:
        for body in waiting:
            body.parent = body.parent  # takes the number over of one that has just been stored
        ready = [body for body in waiting if body.parent_id is not None]
        made += Organisation.objects.bulk_create(ready, batch_size=200)
        waiting = [body for body in waiting if body.pk is None]
    return tuple(made)
