"""Totals that a report prints of its projects against their sums: amounts and rates of every group."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.core.digits import plain
from jixiao.core.dossier import Dossier
from jixiao.core.dossier.accounts import MoneyLine
from jixiao.core.dossier.paths import keys
from jixiao.core.dossier.projects import Project
from jixiao.core.dossier.values import money
from jixiao.core.interval import EXACT, ZERO, Interval
from jixiao.core.money import Money, MoneyUnit
from jixiao.core.scorecard import Difference, ProjectScore, RollUp
from jixiao.scoring.money import total
from jixiao.scoring.telling import quoted

_HUNDRED = Decimal(100)
_PHASES = (("revised_budget", "预算", "budget"), ("outturn", "执行", "outturn"))


def of_roll_ups(
    dossier: Dossier, scores: Sequence[ProjectScore], roll_ups: Sequence[RollUp]
) -> Iterator[Difference]:
    """What the report totals otherwise than its projects add up; the last roll-up is of all projects."""
    own = dossier.accounts.roll_ups
    printed = {line.name: line for line in own}
    steps = {line.name: key for line, key in zip(own, keys(own), strict=True)}
    if not printed:
        return
    for number, group in enumerate(roll_ups, start=1):
        everything = number == len(roll_ups)
        line = dossier.accounts.expenditure if everything else printed.get(group.name)
        if line is None:
            continue
        base = "accounts.expenditure" if everything else f"accounts.roll_ups.{steps[group.name]}"
        codes = {score.code for score in scores if everything or score.group == group.name}
        members = [project for project in dossier.projects if project.code in codes]
        for phase, what, what_en in _PHASES:
            yield from _amount(f"{group.name}{what}", (phase, what_en), line, members, dossier, base)
        yield from _rate(group, line, base)


def _amount(
    where: str,
    phase: tuple[str, str],
    line: MoneyLine,
    members: Sequence[Project],
    dossier: Dossier,
    base: str,
) -> Iterator[Difference]:
    field, what_en = phase
    stated = money(getattr(line, field))
    parts = [money(getattr(project, field)) for project in members]
    amounts = [part for part in parts if part is not None]
    if stated is None or not amounts or len(amounts) < len(parts):
        return
    summed = _sum([part.interval for part in amounts])
    if stated.interval.meets(summed):
        return
    zh, en = "各项目之和", f"the sum of the projects' {what_en}"
    for project, part in zip(members, amounts, strict=True):
        for other in _elsewhere(dossier, project, field):
            if stated.interval.meets(summed - part.interval + other.interval):
                zh += f"；报告的合计把{quoted(project.name)}按{other}计"
                en += f"; the report's total holds {quoted(project.name)} with {other}"
    found = Money(total([part.yuan for part in amounts]) or ZERO, MoneyUnit.YUAN).into(stated.unit)
    yield Difference(where, str(stated), f"{plain(found)}{stated.unit}", zh, en, f"{base}.{field}")


def _elsewhere(dossier: Dossier, project: Project, field: str) -> list[Money]:
    """Other amounts that the report prints for the fact, each once."""
    found: dict[Money, None] = {}
    for row in dossier.published:
        if row.fact == f"projects.{project.code}.{field}":
            try:
                found[Money.read(row.value, dossier.money_unit)] = None
            except ValueError:
                continue
    return [amount for amount in found if amount != money(getattr(project, field))]


def _rate(group: RollUp, line: MoneyLine, base: str) -> Iterator[Difference]:
    printed = line.printed_rate
    if not isinstance(printed, Decimal) or group.rate is None or not group.budget or group.outturn is None:
        return
    rate = Interval.exact(EXACT.multiply(group.outturn, _HUNDRED)) / Interval.exact(group.budget)
    decimals = max(0, -int(printed.as_tuple().exponent))
    if not rate.meets(Interval.printed(printed, decimals)) and not rate.meets(
        Interval.truncated(printed, decimals)
    ):
        yield Difference(
            f"{group.name}执行率",
            f"{plain(printed)}%",
            f"{plain(group.rate)}%",
            "各项目执行数之和÷预算数之和",
            "the projects' outturn ÷ their budgets",
            f"{base}.printed_rate",
        )


def _sum(intervals: Sequence[Interval]) -> Interval:
    result = Interval.exact(ZERO)
    for one in intervals:
        result += one
    return result
