"""Record that the finance bureau approved the budget or accounts of departments: it does, or they do."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.disclosures.keeping import approved, step, stored, told_of
from jixiao.web.disclosures.models import Disclosure, Key, Verb
from jixiao.web.disclosures.permissions import RECORDERS, RECORDS, recorder
from jixiao.web.disclosures.publishing import by_reports
from jixiao.web.organisations.models import Kind, Organisation, within
from jixiao.web.people.models import User
from jixiao.web.typed import past_day


@dataclass(frozen=True, slots=True)
class Approval:
    """The day of an approval as it was typed, and the number of the document."""

    key: Key
    day: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class RecordApprovals(Action[list[Disclosure]]):
    """One or many, all of them or none; whoever has a day already keeps it and is passed over."""

    approvals: tuple[Approval, ...]

    permission = RECORDS
    verb = "disclosures.record_approvals"

    def place(self) -> Organisation | None:
        """Anywhere: each department is looked for among those of the person."""
        return None

    def perform(self, actor: User) -> list[Disclosure]:
        """Keep the days; the deadlines run from them."""
        if not self.approvals:
            raise Refused(_("请先勾选部门。"))
        departments = reached(actor, {one.key[0] for one in self.approvals})
        reports = by_reports(departments)
        made = []
        for one in sorted(self.approvals, key=lambda approval: approval.key):
            number, year, kind = one.key
            if number not in departments:
                raise PermissionDenied
            kept = stored(departments[number], year, kind)
            if kept.approved_on is not None:
                continue
            if kept.exempt_reason:
                raise Refused(_("%(what)s已登记为不适用，请先取消，再登记批复日期。") % {"what": kept})
            approved(kept, past_day(one.day, "day", _("批复日期")), reports.get(one.key))
            kept.approval_number = one.number.strip()
            kept.approved_by = recorder(actor, kept.organisation)
            made.append(step(kept, actor, Verb.APPROVE, day=kept.approved_on, words=kept.approval_number))
        return made

    def told(self, result: list[Disclosure]) -> dict[str, Any]:
        """Every department with what was recorded."""
        return {"approvals": [told_of(one) for one in result]}


def reached(actor: User, numbers: Iterable[int]) -> dict[int, Organisation]:
    """The departments among these for which the person records approvals."""
    found = Organisation.objects.filter(
        within(actor, "pk", RECORDERS), pk__in=list(numbers), kind=Kind.DEPARTMENT
    )
    return {one.pk: one for one in found}
