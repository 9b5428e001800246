"""The open data of a report: its tables and facts as files, under the same self-check as the report."""

from collections.abc import Sequence
from typing import Final

from jixiao.core.dossier import Dossier
from jixiao.core.open_data import OpenData, Statement
from jixiao.core.scorecard import Scorecard
from jixiao.pipeline.reporting.offering import RequestError
from jixiao.pipeline.reporting.released import Refusal
from jixiao.reports.accounts.data import data
from jixiao.reports.accounts.facts import open_facts
from jixiao.reports.composing import Composition, facts
from jixiao.reports.printing import Printer
from jixiao.rulebooks.resolving import Rules

KIND: Final = "final_accounts"
"""The kind of report whose tables are open data."""


def refuse_other_kinds(kind: str) -> None:
    """Stop before a report is composed for which there is no open data.

    Raises:
        RequestError: it is not of the kind that has tables.
    """
    if kind != KIND:
        raise RequestError(
            f"开放数据（csv、zip）只用于部门决算：--kind {KIND}。“{kind}”请另选格式。",
            f"open data (csv, zip) is for --kind {KIND}; choose another format for {kind}.",
        )


def open_data(
    dossier: Dossier,
    card: Scorecard,
    rules: Rules,
    composition: Composition,
    refusals: Sequence[Refusal],
    *,
    date: str = "",
) -> OpenData:
    """The package of a report that was composed and checked; ``refusals`` make it a draft.

    Raises:
        RequestError: the place states no tables for the year.
        TemplateFault: a table cannot be filled.
    """
    printer = Printer(dossier.money_unit)
    tables = data(rules, facts(dossier, card, rules, printer, date=date), printer)
    if not tables:
        raise RequestError(
            f"{rules.name}的规则库里没有{rules.year}年度的决算表，不能写开放数据。",
            f"the rulebook of {rules.name} has no tables for {rules.year}: no open data can be written.",
        )
    ledger = composition.document.ledger
    draft = composition.document.properties is not None and composition.document.properties.draft
    return OpenData(
        name=f"{dossier.department.code}-{dossier.fiscal_year}-final-accounts",
        title=composition.document.name,
        code=dossier.department.code,
        department=dossier.department.name,
        year=dossier.fiscal_year,
        money_unit=dossier.money_unit.value,
        rulebook=rules.key,
        place=rules.name,
        sources=tuple(dict.fromkeys(table.source for table in tables)),
        date=date,
        invented=dossier.invented,
        facts_digest=ledger.facts_digest if ledger is not None else "",
        tables=tables,
        facts=tuple(open_facts(dossier, ledger)),
        statements=tuple(
            Statement(one.fact, one.statement, one.signed_by)
            for one in dossier.discrepancies
            if one.signed_by
        ),
        gaps=tuple(dict.fromkeys(composition.gaps)),
        draft=tuple(one.told("zh")[0] for one in refusals) if draft else None,
    )
