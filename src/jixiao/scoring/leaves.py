"""One line of a dossier scored: its rule, its inputs, its points and why."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from jixiao.core.digits import plain
from jixiao.core.dossier.projects import Indicator
from jixiao.core.frozen import frozen
from jixiao.core.scorecard import LeafScore, Notice
from jixiao.rulebooks.schema.topics import Direction, FixedLeaf, Group
from jixiao.scoring import reading
from jixiao.scoring.catalogue import load
from jixiao.scoring.choosing import choose, direction
from jixiao.scoring.context import Context
from jixiao.scoring.exact import fraction, rounded
from jixiao.scoring.line import Line, Outcome
from jixiao.scoring.noticing import notices
from jixiao.scoring.ready import Ready, ready, text, written
from jixiao.scoring.standing import stand

_INPUTS: Final = ("band", "done", "elements", "elements_met", "occurrences", "points", "reason")


@frozen
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
    target, actual = text(line.target), text(line.actual)
    if not indicator.applicable:
        told = notices(indicator, fixed, line, None, context)
        return Scored(_not_applicable(indicator, line), None, told)
    chosen = choose(indicator, fixed, group, line.operator, context)
    rule = ready(chosen, context) if chosen else None
    ways = reading.readings(indicator, line)
    understood = reading.understood(line, ways)
    outcome = _outcome(indicator, line, ways, rule)
    if outcome.points is not None:
        outcome = _against_completion(indicator, understood, outcome, context)
    standing = stand(outcome, indicator.printed_score, indicator.reason, context.rounder)
    leaf = LeafScore(
        code=indicator.code,
        name=indicator.name,
        operator=line.operator,
        target=target,
        actual=_actual(indicator),
        unit=indicator.unit,
        weight=line.weight,
        points=standing.points,
        by_rule=standing.by_rule,
        rule=rule.name if rule else "",
        reason=standing.zh,
        published=indicator.printed_score,
        level1=indicator.level1,
        level2=indicator.level2 or (fixed.level2 if fixed else ""),
        parameters=rule.parameters if rule else {},
        inputs=_inputs(line, target, actual),
        reason_en=standing.en,
        rule_title=rule.title if rule else "",
        target_upper=text(line.target_upper),
    )
    return Scored(leaf, standing.exact, notices(indicator, fixed, understood, outcome, context))


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


def _actual(indicator: Indicator) -> str | None:
    """The actual value, with its unit where that is not the target's."""
    value = text(indicator.actual)
    unit = indicator.actual_unit
    return value + unit if value and unit and unit != indicator.unit else value


def _outcome(indicator: Indicator, line: Line, ways: Sequence[Line], rule: Ready | None) -> Outcome:
    if rule is None:
        return Outcome(
            None,
            f"规则库没有“{line.operator or '文字目标'}”的评分规则",
            f"the rulebook has no rule for {line.operator or 'targets in words'}",
        )
    first = rule.score(ways[0])
    if len(ways) > 1 and any(rule.score(other).points != first.points for other in ways[1:]):
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
    if rounded(fraction(line.actual) / fraction(line.target) * 100, 2) != rounded(fraction(printed), 2):
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


def _inputs(line: Line, target: str | None, actual: str | None) -> dict[str, str]:
    known = {}
    if target:
        known["target"] = target
    if line.target_upper is not None:
        known["target_upper"] = plain(line.target_upper)
    if actual:
        known["actual"] = actual
    for name in _INPUTS:
        value = getattr(line, name)
        if value is not None and value != "":
            known[name] = written(value) if isinstance(value, bool | Decimal) else str(value)
    return known
