"""One line of a dossier scored: its rule, its inputs, its points and why."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from jixiao.core.dossier.projects import Indicator
from jixiao.core.scorecard import LeafScore, Notice
from jixiao.rulebooks.schema.topics import Direction, FixedLeaf, Group, Rule
from jixiao.scoring import reading
from jixiao.scoring.catalogue import load
from jixiao.scoring.choosing import choose, direction
from jixiao.scoring.context import Context
from jixiao.scoring.exact import plain, rounded
from jixiao.scoring.line import Line, Outcome
from jixiao.scoring.noticing import notices
from jixiao.scoring.parameters import Given
from jixiao.scoring.standing import stand
from jixiao.scoring.telling import rule_title

_INPUTS: Final = ("band", "done", "elements", "elements_met", "occurrences", "points", "reason")


@dataclass(frozen=True, slots=True)
class Scored:
    """A line with what it adds to sums: ``exact`` is None where nothing is known."""

    leaf: LeafScore
    exact: Fraction | None
    notices: tuple[Notice, ...] = ()


def score_leaf(
    indicator: Indicator, fixed: FixedLeaf | None, group: Group | None, context: Context
) -> Scored:
    """Score an indicator of a group."""
    line = reading.line(indicator, fixed)
    if not indicator.applicable:
        told = notices(indicator, fixed, line, None, context)
        return Scored(_not_applicable(indicator, line), None, told)
    rule = choose(indicator, fixed, group, line.operator, context)
    outcome = _outcome(indicator, line, rule)
    if outcome.points is not None:
        outcome = _against_completion(indicator, reading.understood(indicator, line), outcome, context)
    standing = stand(outcome, indicator.printed_score, indicator.reason, context.rounder)
    leaf = LeafScore(
        code=indicator.code,
        name=indicator.name,
        operator=line.operator,
        target=text(line.target),
        actual=_actual(indicator),
        unit=indicator.unit,
        weight=line.weight,
        points=standing.points,
        by_rule=standing.by_rule,
        rule=rule.rule if rule else "",
        reason=standing.zh,
        published=indicator.printed_score,
        level1=indicator.level1,
        level2=indicator.level2 or (fixed.level2 if fixed else ""),
        parameters=applied(rule) if rule else {},
        inputs=_inputs(line),
        reason_en=standing.en,
        rule_title=rule_title(rule.rule) if rule else "",
        target_upper=text(line.target_upper),
    )
    return Scored(leaf, standing.exact, notices(indicator, fixed, line, outcome, context))


def missing(fixed: FixedLeaf, group: Group) -> Scored:
    """A prescribed line that the dossier lacks."""
    leaf = LeafScore(
        code=fixed.code,
        name=fixed.name,
        operator=fixed.operator,
        target=text(fixed.target),
        actual=None,
        unit="",
        weight=fixed.weight,
        points=None,
        by_rule=None,
        rule=fixed.rule.rule if fixed.rule else "",
        reason="规则库规定有这一行，档案里没有",
        level1=group.name,
        level2=fixed.level2,
        reason_en="the rulebook prescribes this line and the dossier lacks it",
    )
    where = f"{group.name}／{fixed.name}"
    notice = Notice(where, "缺少规定的一行，请补填", "a prescribed line is missing: add it")
    return Scored(leaf, None, (notice,))


def text(value: Decimal | str | None) -> str | None:
    """A target or an actual value as text."""
    return plain(value) if isinstance(value, Decimal) else value


def written(value: Given) -> str:
    """A parameter as text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, str):
        return value
    return "; ".join(", ".join(f"{key}={text(one)}" for key, one in row.items()) for row in value)


def applied(rule: Rule) -> dict[str, str]:
    """The parameters of a rule as text, with those that hold where nothing is given."""
    known = load().get(rule.rule)
    defaults = {one.name: one.default for one in known.parameters} if known else {}
    if not defaults and not rule.parameters:
        return {}
    merged = defaults | dict(rule.parameters)
    return {name: written(value) for name, value in merged.items() if value is not None}


def _actual(indicator: Indicator) -> str | None:
    """The actual value, with its unit where that is not the target's."""
    value = text(indicator.actual)
    unit = indicator.actual_unit
    return value + unit if value and unit and unit != indicator.unit else value


def _outcome(indicator: Indicator, line: Line, chosen: Rule | None) -> Outcome:
    if chosen is None:
        return Outcome(
            None,
            f"规则库没有“{line.operator or '文字目标'}”的评分规则",
            f"the rulebook has no rule for {line.operator or 'targets in words'}",
        )
    rule = load().get(chosen.rule)
    if rule is None:
        return Outcome(None, f"没有评分规则“{chosen.rule}”", f"there is no scoring rule {chosen.rule}")
    ways = [rule.score(way, chosen.parameters) for way in reading.readings(indicator, line)]
    first = ways[0]
    if any(way.points != first.points for way in ways):
        return Outcome(
            None,
            f"目标以“{line.unit}”计，实际值以“{indicator.actual_unit}”计，单位不同，无法比较",
            f"the target counts {line.unit}, the actual {indicator.actual_unit}: they cannot be compared",
        )
    if first.points is None and direction(line.operator) is Direction.TEXT and not indicator.rule:
        return _words_against_number(line, indicator, first)
    return first


def _against_completion(indicator: Indicator, line: Line, outcome: Outcome, context: Context) -> Outcome:
    """A printed rate of completion may count against the operator: then nobody knows what was scored.

    临泽县 prints ``≤100%``, 98% and a completion of 98%: by its operator the line is met, by its completion
    it is not. Only where a published score stands: a line of one's own follows its operator.
    """
    printed, opposite = indicator.completion, context.rules.leaf_rules.get(Direction.HIGHER)
    if indicator.printed_score is None or indicator.rule or opposite is None:
        return outcome
    if direction(line.operator) is not Direction.LOWER:
        return outcome
    if not isinstance(printed, Decimal) or not isinstance(line.target, Decimal) or printed >= 100:
        return outcome
    if not isinstance(line.actual, Decimal) or not line.target:
        return outcome
    if rounded(Fraction(line.actual) / Fraction(line.target) * 100, 2) != rounded(Fraction(printed), 2):
        return outcome
    other = load()[opposite.value.rule].score(line, opposite.value.parameters)
    if other.points == outcome.points:
        return outcome
    return Outcome(
        None,
        f"运算符印“{line.operator}”，完成率却按实际÷目标印{plain(printed)}%，方向相反，不知按哪个计分",
        f"the operator is {line.operator}, yet the completion {plain(printed)}% counts the other way",
    )


def _words_against_number(line: Line, indicator: Indicator, outcome: Outcome) -> Outcome:
    """A target in words: say so, and that a number beside it proves nothing."""
    if not isinstance(line.target, str):
        return outcome
    zh, en = f"目标是文字“{line.target}”", f"the target is in words ({line.target})"
    if isinstance(line.actual, Decimal):
        unit = indicator.actual_unit or indicator.unit
        zh += f"，实际值是{plain(line.actual)}{unit}，没有公布怎样折成分数"
        en += f", the actual is {plain(line.actual)}{unit}; how that earns points is not published"
        return Outcome(None, zh, en)
    return Outcome(None, f"{zh}；{outcome.zh}", f"{en}; {outcome.en}")


def _not_applicable(indicator: Indicator, line: Line) -> LeafScore:
    return LeafScore(
        code=indicator.code,
        name=indicator.name,
        operator=line.operator,
        target=text(line.target),
        actual=text(indicator.actual),
        unit=indicator.unit,
        weight=line.weight,
        points=None,
        by_rule=None,
        rule="",
        reason="不适用，分值不计入" + (f"：{indicator.reason}" if indicator.reason else ""),
        published=indicator.printed_score,
        applicable=False,
        level1=indicator.level1,
        level2=indicator.level2,
        reason_en="not applicable: its weight is taken out",
        target_upper=text(line.target_upper),
    )


def _inputs(line: Line) -> dict[str, str]:
    known = {name: text(getattr(line, name)) for name in ("target", "target_upper", "actual")}
    for name in _INPUTS:
        value = getattr(line, name)
        if value not in (None, ""):
            known[name] = written(value) if isinstance(value, bool | Decimal) else str(value)
    return {name: value for name, value in known.items() if value}
