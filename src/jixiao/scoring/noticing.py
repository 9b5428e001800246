"""What has to be said of a line besides its points: reasons due, evidence missing, points not used."""

from decimal import Decimal
from typing import Final

from jixiao.core.digits import plain
from jixiao.core.dossier.projects import Indicator
from jixiao.core.scorecard import Notice
from jixiao.rulebooks.schema.topics import Direction, FixedLeaf
from jixiao.scoring.choosing import direction
from jixiao.scoring.context import Context
from jixiao.scoring.exact import fraction, percent
from jixiao.scoring.line import Line, Outcome

_Told = tuple[str, str]
"""A sentence in Chinese and in English."""

_OVERSHOT: Final = (Direction.HIGHER, Direction.EQUAL)


def notices(
    indicator: Indicator, fixed: FixedLeaf | None, line: Line, outcome: Outcome | None, context: Context
) -> tuple[Notice, ...]:
    """What the reader has to know of a line as understood; ``outcome`` is None where it does not apply."""
    found: list[_Told] = []
    if fixed is not None:
        if fixed.weight is not None and indicator.weight not in (None, fixed.weight):
            found.append(
                (
                    f"分值填{plain(line.weight or Decimal(0))}分，规则库规定{plain(fixed.weight)}分",
                    f"the weight differs from the prescribed {plain(fixed.weight)}",
                )
            )
        if not indicator.applicable and not fixed.may_be_not_applicable:
            found.append(("规则库没有允许这一行不适用", "this line may not be left out"))
    if indicator.applicable and not indicator.reason and direction(line.operator) in _OVERSHOT:
        found.extend(_overshoot(line, context))
    if outcome is not None:
        found.extend(_ignored(indicator, outcome))
    bare = fixed is not None and fixed.evidence_required and not indicator.evidence
    if not found and not bare:
        return ()
    where = f"{indicator.level1}／{indicator.name}"
    told = [Notice(where, zh, en) for zh, en in found]
    if bare:
        zh, en = "应附佐证材料，没有附", "evidence is required and missing"
        told.append(Notice(where, zh, en, about="evidence"))
    return tuple(told)


def _ignored(indicator: Indicator, outcome: Outcome) -> list[_Told]:
    """Points given by a person where the rule computes others."""
    if indicator.points is None or outcome.points in (None, fraction(indicator.points)):
        return []
    return [
        (
            f"填写的评分{plain(indicator.points)}分没有采用：这一行按规则计分",
            f"the {plain(indicator.points)} points given by hand were not used: a rule scores this line",
        )
    ]


def _overshoot(line: Line, context: Context) -> list[_Told]:
    """A target far exceeded wants a reason."""
    settled = context.rules.overshoot
    if settled is None or settled.value.effect == "none":
        return []
    if not isinstance(line.target, Decimal) or not isinstance(line.actual, Decimal):
        return []
    limit, target, actual = settled.value, line.target, line.actual
    if target == 0 and limit.zero_target_actual is not None and actual >= limit.zero_target_actual:
        zh, en = f"目标为0而实际值为{line.got}", f"the target is 0 and the actual {line.got}"
    elif target > 0 and _reaches(actual, target, limit.threshold):
        share = percent(fraction(actual) / fraction(target))
        zh, en = (
            f"实际值{line.got}为目标{line.aim}的{share}",
            f"the actual {line.got} is {share} of the target {line.aim}",
        )
    else:
        return []
    context.use("overshoot", settled)
    return [(f"{zh}，应写明原因", f"{en}: give the reason")]


def _reaches(actual: Decimal, target: Decimal, threshold: Decimal) -> bool:
    """Whether the actual value is so many times the target; most are not, and a comparison tells."""
    if actual <= target and threshold > 1:
        return False
    return fraction(actual) >= fraction(target) * fraction(threshold)
