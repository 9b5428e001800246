"""Take over a whole Dossier: from a workbook, a file, or a demo."""

from dataclasses import dataclass
from typing import Any

from jixiao.core.dossier import Dossier
from jixiao.web.actions import Action
from jixiao.web.cycles.adding import lock_year_of
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.filings.storing import store
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import Role


@dataclass(frozen=True, slots=True)
class ImportDossier(Action[DepartmentYear]):
    """The facts of a department and year; rows of the same code stay, those that are gone are deleted."""

    organisation: Organisation
    dossier: Dossier

    permission = holds(Role.UNIT_CLERK)
    verb = "filings.import_dossier"

    def place(self) -> Organisation | None:
        """The department."""
        return self.organisation

    def perform(self, actor: User) -> DepartmentYear:
        """Write it, alone: nobody else adds projects to the year meanwhile."""
        del actor
        lock_year_of(self.organisation, self.dossier.fiscal_year)
        return store(self.dossier, self.organisation)

    def told(self, result: DepartmentYear) -> dict[str, Any]:
        """Year and number of projects."""
        return {"fiscal_year": result.fiscal_year, "projects": len(self.dossier.projects)}
