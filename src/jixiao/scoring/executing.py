"""The points for budget execution: a line made of the money, with the denominator in its inputs."""

from decimal import Decimal
from fractions import Fraction

from jixiao.core.digits import plain
from jixiao.core.dossier.projects import Indicator
from jixiao.core.scorecard import LeafScore
from jixiao.rulebooks.schema.topics import Group
from jixiao.scoring.context import Context
from jixiao.scoring.exact import shown
from jixiao.scoring.leaves import Scored
from jixiao.scoring.line import Line, Outcome
from jixiao.scoring.money import Spending
from jixiao.scoring.ready import Ready, ready
from jixiao.scoring.standing import stand
from jixiao.scoring.telling import denominator


def score_execution(
    group: Group, spending: Spending, printed: Decimal | None, stated: Indicator | None, context: Context
) -> Scored:
    """The execution line of a department or project.

    ``stated`` is the dossier's own line of this group, where a table prints one: its weight and printed
    score are taken, its figures are not.
    """
    execution = context.use("execution", context.rules.execution)
    weight = group.points if group.points is not None else (execution.points if execution else None)
    if stated is not None and stated.weight is not None:
        weight = stated.weight
    published = printed if printed is not None else (stated.printed_score if stated else None)
    rule: Ready | None = None
    inputs: dict[str, str] = {}
    if execution is None:
        outcome = Outcome(None, "规则库没有预算执行的评分规则", "the rulebook has no rule for execution")
    else:
        kind = execution.denominator
        inputs = _inputs(spending, kind)
        rule = ready(group.rule or execution.rule, context)
        outcome = rule.score(Line(weight=weight, target=spending.budget(kind), actual=spending.spent))
        name = denominator(kind)
        outcome = Outcome(outcome.points, f"分母为{name}；{outcome.zh}", f"of the {kind}; {outcome.en}")
    standing = stand(outcome, published, stated.reason if stated else "", context.rounder)
    leaf = LeafScore(
        code=stated.code if stated else "execution",
        name=stated.name if stated else "预算执行率",
        operator="",
        target=inputs.get("budget"),
        actual=inputs.get("outturn"),
        unit="元",
        weight=weight,
        points=standing.points,
        by_rule=standing.by_rule,
        rule=rule.name if rule else "",
        reason=standing.zh,
        published=published,
        level1=group.name,
        parameters=rule.parameters if rule else {},
        inputs=inputs,
        reason_en=standing.en,
        rule_title=rule.title if rule else "",
    )
    return Scored(leaf, standing.exact)


def _inputs(spending: Spending, kind: str) -> dict[str, str]:
    budget, outturn, rate = spending.budget(kind), spending.spent, spending.rate(kind)
    known = {
        "denominator": kind,
        "budget": None if budget is None else plain(budget),
        "outturn": None if outturn is None else plain(outturn),
        "rate": None if rate is None else shown(rate * Fraction(100)) + "%",
    }
    return {name: value for name, value in known.items() if value is not None}
