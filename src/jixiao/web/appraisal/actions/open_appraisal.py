"""Open the appraisal of a year."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from jixiao.rulebooks.faults import RulebookError
from jixiao.web.actions import Action, Refused
from jixiao.web.appraisal.models import Appraisal, Category
from jixiao.web.appraisal.permissions import MANAGES
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import User
from jixiao.web.rulebooks import rules_of
from jixiao.web.saving import save_unique


@dataclass(frozen=True, slots=True)
class OpenAppraisal(Action[Appraisal]):
    """With the categories of a rulebook: the groups of its departments' scheme, where it converts."""

    jurisdiction: Organisation
    fiscal_year: int
    rulebook: str

    permission = MANAGES
    verb = "appraisal.open"

    def place(self) -> Organisation | None:
        """The jurisdiction."""
        return self.jurisdiction

    def perform(self, actor: User) -> Appraisal:
        """Create it with its categories."""
        del actor
        if self.jurisdiction.kind != Kind.JURISDICTION:
            raise Refused({"jurisdiction": _("考核按地区进行，请选择地区。")})
        if Appraisal.objects.filter(jurisdiction=self.jurisdiction, fiscal_year=self.fiscal_year).exists():
            raise Refused({"fiscal_year": _("这个年度的考核已经建立。")})
        try:
            rules = rules_of(self.rulebook, self.fiscal_year)
        except RulebookError as error:
            raise Refused({"rulebook": [fault.message for fault in error.faults]}) from error
        scheme = rules.schemes.get("department") if rules.schemes else None
        if scheme is None or not scheme.value.convert:
            raise Refused({"rulebook": _("这个规则库没有换算成百分制的部门考核方案，请另选。")})
        made = Appraisal(jurisdiction=self.jurisdiction, fiscal_year=self.fiscal_year, rulebook=self.rulebook)
        save_unique(made)
        for position, group in enumerate(scheme.value.groups):
            Category.objects.create(
                appraisal=made, code=group.code, name=group.name, full=group.points, position=position,
                deduction=group.role == "deduction",
            )  # fmt: skip
        return made
