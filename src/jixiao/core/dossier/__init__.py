"""The dossier: all facts of one department in one fiscal year."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Self

from pydantic import ModelWrapValidatorHandler, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from jixiao.core.dossier.accounts import Accounts, Assets, BalanceSheet, Procurement, ThreePublics
from jixiao.core.dossier.organisation import Department
from jixiao.core.dossier.paths import fact
from jixiao.core.dossier.projects import Evaluation, Indicator, PrintedScore, Project
from jixiao.core.dossier.published import Discrepancy, Published, Unresolved
from jixiao.core.dossier.values import Amount, Model, Year
from jixiao.core.dossier.work import (
    Advances,
    Debt,
    Disclosure,
    Evidence,
    Fact,
    NonTaxRevenue,
    Note,
    PerformanceWork,
    Rectification,
    ThreeGuarantees,
)
from jixiao.core.money import MoneyUnit


class Appraisal(Model):
    """The department as a whole: its goals, its indicators, the printed result, what others gave it."""

    goal: str = ""
    result: str = ""
    tasks: tuple["Task", ...] = ()
    indicators: tuple[Indicator, ...] = ()
    printed: PrintedScore = PrintedScore()
    evaluations: tuple[Evaluation, ...] = ()


class Task(Model):
    """A main task of the department with its money (部门整体绩效目标 form)."""

    name: str
    content: str = ""
    completion: str = ""
    budget: Amount | None = None
    budget_appropriation: Amount | None = None
    outturn: Amount | None = None
    outturn_appropriation: Amount | None = None


class Dossier(Model):
    """All facts of one department in one fiscal year.

    ``rulebook`` names the place whose rules apply. Amounts without a unit count in ``money_unit``.
    ``invented`` says that the department does not exist.
    """

    rulebook: str
    fiscal_year: Year
    money_unit: MoneyUnit = MoneyUnit.TEN_THOUSAND
    title: str = ""
    invented: bool = False
    department: Department
    accounts: Accounts = Accounts()
    three_publics: ThreePublics = ThreePublics()
    three_guarantees: ThreeGuarantees = ThreeGuarantees()
    non_tax_revenue: NonTaxRevenue = NonTaxRevenue()
    advances: Advances = Advances()
    direct_funds: Amount | None = None  # 直达资金
    debt: Debt = Debt()
    balance_sheets: tuple[BalanceSheet, ...] = ()
    procurement: Procurement = Procurement()
    assets: Assets = Assets()
    appraisal: Appraisal = Appraisal()
    projects: tuple[Project, ...] = ()
    performance_work: PerformanceWork = PerformanceWork()
    rectifications: tuple[Rectification, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    facts: tuple[Fact, ...] = ()
    notes: tuple[Note, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    published: tuple[Published, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()

    @model_validator(mode="wrap")
    @classmethod
    def _with_unit(
        cls,
        data: Any,  # noqa: ANN401  # whatever was given
        handler: ModelWrapValidatorHandler[Self],
        info: ValidationInfo,
    ) -> Self:
        """Tell the amounts the unit that they count in."""
        if isinstance(data, dict) and isinstance(info.context, dict):
            written = data.get("money_unit", MoneyUnit.TEN_THOUSAND)
            if isinstance(written, str) and written in set(MoneyUnit):
                info.context["money_unit"] = MoneyUnit(written)
        return handler(data)

    @model_validator(mode="after")
    def _codes_differ(self) -> Self:
        for where, codes in self._codes():
            twice = [code for code, count in Counter(codes).items() if count > 1]
            if twice:
                raise PydanticCustomError(
                    "twice", "{where}的代码“{code}”用了两次", {"where": where, "code": twice[0]}
                )
        return self

    @model_validator(mode="after")
    def _paths_lead_somewhere(self) -> Self:
        for path in self._stated_paths():
            try:
                fact(self, path)
            except KeyError as error:
                raise PydanticCustomError(
                    "path",
                    "“{fact}”在“{step}”处找不到对应的事实",
                    {"fact": path, "step": str(error.args[0])},
                ) from error
        return self

    def _stated_paths(self) -> Iterator[str]:
        yield from (row.fact for row in self.published)
        yield from (row.fact for row in self.unresolved)
        yield from (row.fact for row in self.discrepancies)

    def _codes(self) -> Iterator[tuple[str, list[str]]]:
        yield "项目", [project.code for project in self.projects]
        yield "部门指标", [indicator.code for indicator in self.appraisal.indicators]
        for project in self.projects:
            yield f"项目“{project.name}”指标", [indicator.code for indicator in project.indicators]
        yield "佐证材料", [evidence.code for evidence in self.evidence]

    def project(self, code: str) -> Project:
        """The project of this code.

        Raises:
            KeyError: there is none.
        """
        for project in self.projects:
            if project.code == code:
                return project
        raise KeyError(code)
