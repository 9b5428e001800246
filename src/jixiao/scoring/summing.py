"""A department or a project as a whole: lines into groups, groups into a total, the total converted."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from jixiao.core.digits import plain
from jixiao.core.dossier.projects import Indicator, PrintedScore
from jixiao.core.scorecard import GroupScore, LeafScore, Notice
from jixiao.rulebooks.schema.topics import Group, Scheme
from jixiao.scoring.context import Context
from jixiao.scoring.exact import ZERO, add, fraction, terminating
from jixiao.scoring.executing import score_execution
from jixiao.scoring.leaves import Scored, missing, score_leaf
from jixiao.scoring.money import Spending
from jixiao.scoring.placing import Placed, layout
from jixiao.scoring.rounding import Rounder
from jixiao.scoring.weights import weight_of


@dataclass(frozen=True, slots=True)
class Subject:
    """What is scored."""

    indicators: Sequence[Indicator]
    printed: PrintedScore
    spending: Spending


@dataclass(slots=True)
class Total:
    """The result of a subject; ``reason`` says how it came about or why there is none."""

    raw: Decimal | None = None
    full: Decimal | None = None
    converted: Decimal | None = None
    groups: tuple[GroupScore, ...] = ()
    notices: list[Notice] = field(default_factory=list)
    zh: str = ""
    en: str = ""


def without_lines(subject: Subject, scheme: Scheme) -> Total | None:
    """Why there is nothing to add up: no line is worth or was given any points. None where there is."""
    prescribed = any(group.leaves or group.groups for group in scheme.groups)
    if any(
        one.weight is not None or one.points is not None or one.printed_score is not None
        for one in subject.indicators
    ) or (subject.indicators and prescribed):
        return None
    if subject.printed.total is not None or subject.printed.converted is not None:
        return Total(
            zh="报告只印总分，没有印各行的分值和得分，不能复算",
            en="the report prints the total only, neither weights nor points of lines",
        )
    if subject.indicators:
        return Total(zh="各行指标都没有填分值，不能计分", en="no line has a weight")
    return Total(zh="没有填写指标", en="no indicators")


@dataclass(slots=True)
class _Sum:
    """A group on its way: its score and what it adds exactly."""

    score: GroupScore
    exact: Fraction | None
    weight: Fraction | None  # of the lines that apply


def add_up(subject: Subject, scheme: Scheme, context: Context) -> Total:
    """Score every line and sum; a line without points leaves its group and the total without."""
    placing = context.once(scheme, layout).place(subject.indicators)
    total = Total()
    sums = [_group(placed, subject, context, total) for placed in placing.groups]
    total.groups = tuple(one.score for one in sums)
    for indicator in placing.unplaced:
        total.notices.append(
            Notice(
                f"{indicator.level1}／{indicator.name}",
                "不属于方案的任何一组，没有计入总分",
                "fits no group of the scheme and is not counted",
            )
        )
    _total(total, sums, scheme, context)
    return total


def converted(raw: Fraction, applicable: Fraction, full: Decimal, rounder: Rounder) -> Decimal:
    """The score on the scale of ``full``, of the points that apply."""
    return rounder.shown(raw / applicable * fraction(full))


def _group(placed: Placed, subject: Subject, context: Context, total: Total) -> _Sum:
    group = placed.group
    if group.role == "execution":
        scored = [
            _execution(placed, subject, context),
            *(score_leaf(one, fixed, inner, context) for one, fixed, inner in placed.lines[1:]),
        ]
    else:
        scored = [score_leaf(one, fixed, inner, context) for one, fixed, inner in placed.lines]
        scored += [missing(fixed, group) for fixed in placed.missing]
    for one in scored:
        total.notices += one.notices
    exact, zh, en = _sum(scored)
    if exact is not None:
        exact = context.rounder.level(exact)
    score = GroupScore(
        code=group.code,
        name=group.name,
        full=group.points,
        points=None if exact is None else context.rounder.shown(exact),
        leaves=tuple(one.leaf for one in scored),
        reason=zh,
        reason_en=en,
    )
    return _Sum(score, exact, _weight(group, scored))


def _execution(placed: Placed, subject: Subject, context: Context) -> Scored:
    """One line of the group is the money's: that named so, else the first. It may be said not to apply."""
    placed.lines.sort(key=lambda line: "执行" not in line[0].name)
    stated, fixed, inner = placed.lines[0] if placed.lines else (None, None, placed.group)
    if stated is None or stated.applicable:
        return score_execution(placed.group, subject.spending, subject.printed.execution, stated, context)
    if stated.weight is None:
        stated = stated.model_copy(update={"weight": placed.group.points})
    return score_leaf(stated, fixed, inner, context)


def _sum(scored: Sequence[Scored]) -> tuple[Fraction | None, str, str]:
    """The sum of what stands, with the sentence."""
    if not scored:
        return ZERO, "没有填写指标", "no lines"
    applicable = [one for one in scored if one.leaf.applicable]
    open_lines = [one.leaf.name for one in applicable if one.exact is None]
    if open_lines:
        names = "、".join(open_lines)
        return None, f"{names}没有得分，不能合计", f"no sum: {names} without points"
    if not applicable:
        return ZERO, "各行都不适用", "no line applies"
    copied = sum(_is_copied(one.leaf) for one in applicable)
    points = add(one.exact for one in applicable if one.exact is not None)
    if copied:
        return points, f"{copied}行照录报告所印得分", f"{copied} lines as published"
    return points, "各行得分之和", "sum of the lines"


def _is_copied(leaf: LeafScore) -> bool:
    """Whether a published score stands without proof."""
    return leaf.applicable and leaf.points is None and leaf.published is not None


def _weight(group: Group, scored: Sequence[Scored]) -> Fraction | None:
    """The points of the lines that apply; where a line has none, the group's own less what does not apply."""
    if group.role == "deduction" or not scored:
        return ZERO
    applicable = weight_of([one.leaf for one in scored if one.leaf.applicable])
    if applicable is not None:
        return applicable
    left_out = weight_of([one.leaf for one in scored if not one.leaf.applicable])
    return None if group.points is None or left_out is None else fraction(group.points) - left_out


def _total(total: Total, sums: Sequence[_Sum], scheme: Scheme, context: Context) -> None:
    full = _full(sums, scheme)
    total.full = None if full is None else terminating(full)
    without = [one.score.name for one in sums if one.exact is None]
    if without:
        names = "、".join(without)
        total.zh, total.en = f"{names}没有得分，不能合计", f"no total: {names} without points"
        return
    raw = add(one.exact for one in sums if one.exact is not None)
    total.raw = context.rounder.shown(raw)
    copied = sum(_is_copied(leaf) for one in sums for leaf in one.score.leaves)
    total.zh, total.en = "各组得分之和", "sum of the groups"
    if copied:
        total.zh += f"（{copied}行照录报告所印得分）"
        total.en += f" ({copied} lines as published)"
    if not scheme.convert and full != scheme.full:
        return
    if not full:
        total.zh += "；不知道适用的分值，不能换算"
        total.en += "; not converted, as the applicable points are unknown"
        return
    total.converted = converted(raw, full, scheme.full, context.rounder)
    if full != scheme.full:
        parts = (total.raw, total.full or Decimal(0), scheme.full, total.converted)
        total.zh += "；{}÷{}×{}＝{}".format(*map(plain, parts))
        total.en += "; {} ÷ {} × {} = {}".format(*map(plain, parts))


def _full(sums: Sequence[_Sum], scheme: Scheme) -> Fraction | None:
    """The points that apply: as the rulebook fixes them, else the sum of the lines."""
    if scheme.convert and scheme.applicable_points is not None:
        return fraction(scheme.applicable_points)
    if any(one.weight is None for one in sums):
        return None
    return add(one.weight for one in sums if one.weight is not None)
