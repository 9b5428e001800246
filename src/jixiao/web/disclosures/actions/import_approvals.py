"""Record many approvals at once, from a workbook."""

from dataclasses import dataclass
from typing import Any

from jixiao.web.actions import Action
from jixiao.web.disclosures.actions.record_approvals import RecordApprovals
from jixiao.web.disclosures.approval_table import Approvals, departments_for, table_of
from jixiao.web.disclosures.keeping import told_of
from jixiao.web.disclosures.models import Disclosure
from jixiao.web.disclosures.permissions import APPROVES
from jixiao.web.importing.judging import Fate, Lines, refuse_wrong
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class ImportApprovals(Action[list[Disclosure]]):
    """As `RecordApprovals` for the lines, all or none; days that are there already stay."""

    lines: Lines

    permission = APPROVES
    verb = "disclosures.import_approvals"

    def place(self) -> Organisation | None:
        """Anywhere: each line's department is looked for among those of the person."""
        return None

    def perform(self, actor: User) -> list[Disclosure]:
        """Judge again, as others may have written meanwhile; store."""
        departments = departments_for(actor)
        judged = Approvals(table_of(departments), self.lines, departments).judged()
        refuse_wrong(judged)
        made = tuple(one.made for one in judged if one.fate == Fate.NEW)
        return RecordApprovals(made).perform(actor) if made else []

    def told(self, result: list[Disclosure]) -> dict[str, Any]:
        """Every department with what was recorded."""
        return {"approvals": [told_of(one) for one in result]}
