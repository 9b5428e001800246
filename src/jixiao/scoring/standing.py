"""A published score beside the recomputed one: what stands, and the sentence that says why."""

from decimal import Decimal
from fractions import Fraction

from jixiao.core.digits import plain
from jixiao.core.frozen import frozen
from jixiao.scoring.exact import fraction, rounded, shown
from jixiao.scoring.line import Outcome
from jixiao.scoring.rounding import Rounder


@frozen
class Stand:
    """What stands for a line.

    Attributes:
        exact: what enters the sums; None where the line has neither points nor a published score.
        proved: whether ``exact`` is the rule's.
    """

    points: Decimal | None
    by_rule: Decimal | None
    exact: Fraction | None
    zh: str
    en: str

    @property
    def proved(self) -> bool:
        """Whether the rule gives what stands."""
        return self.points is not None


def stand(outcome: Outcome, published: Decimal | None, given_reason: str, rounder: Rounder) -> Stand:
    """Compare; a published score that the rule does not give stands without proof."""
    zh, en = outcome.zh, outcome.en
    if outcome.points is None:
        exact = None if published is None else fraction(published)
        if published is not None:
            zh += "；不能复算，照录报告所印得分"
            en += "; not recomputed, the published score stands"
        return Stand(None, None, exact, zh, en)
    leaf = rounder.leaf(outcome.points)
    by_rule = rounder.shown(leaf)
    if published is None or published == by_rule:
        return Stand(by_rule, by_rule, leaf, zh, en)
    more_zh, more_en = _contradiction(published, by_rule, given_reason)
    return Stand(None, by_rule, fraction(published), f"{zh}；{more_zh}", f"{en}; {more_en}")


def _contradiction(published: Decimal, by_rule: Decimal, given_reason: str) -> tuple[str, str]:
    gap = shown(abs(fraction(published) - fraction(by_rule)))
    less = published < by_rule
    zh = f"按规则得{plain(by_rule)}分，报告印{plain(published)}分，{'少' if less else '多'}{gap}分"
    en = f"by rule {plain(by_rule)}, published {plain(published)}: {gap} {'less' if less else 'more'}"
    places = max(0, -int(published.as_tuple().exponent))
    if rounded(fraction(by_rule), places) == published:
        return f"{zh}，只因报告取整到{places}位小数", f"{en}, as the report rounds to {places} decimals"
    if given_reason:
        return f"{zh}，报告所写原因：{given_reason}", f"{en}; the report's reason: {given_reason}"
    if less:
        return f"{zh}，报告没有写丢分的原因", f"{en}; the report gives no reason for the lost points"
    return f"{zh}，报告没有写原因", f"{en}; the report gives no reason"
