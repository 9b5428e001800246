"""Labels and figures that the renderers of scores share, in Chinese and English."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from jixiao.core.digits import plain
from jixiao.core.interval import EXACT
from jixiao.core.money import MoneyUnit
from jixiao.core.scorecard import Difference, Scorecard
from jixiao.renderers.wording import Language

NOTHING: Final = "—"
"""Where there is no figure."""

_TOPICS: Final = {
    "grades": ("等级", "grades"),
    "rounding": ("小数", "rounding"),
    "execution": ("预算执行分", "execution"),
    "overshoot": ("超额完成", "overshoot"),
    "leaf_rules.higher": ("越大越好的指标", "higher is better"),
    "leaf_rules.lower": ("越小越好的指标", "lower is better"),
    "leaf_rules.equal": ("等于目标的指标", "equal to the target"),
    "leaf_rules.range": ("范围指标", "ranges"),
    "leaf_rules.qualitative": ("定性指标", "qualitative"),
    "leaf_rules.text": ("文字目标", "targets in words"),
    "schemes.department": ("部门评分方案", "department scheme"),
    "schemes.project": ("项目评分方案", "project scheme"),
    "proofs.department_self_evaluation": ("部门自评佐证材料", "files of the department's form"),
    "proofs.project_self_evaluation": ("项目自评佐证材料", "files of projects' forms"),
}


def chosen(language: Language, zh: str, en: str) -> str:
    """The sentence of the language; Chinese where there is no English."""
    return zh if language == "zh" else en or zh


def topic_name(topic: str, language: Language) -> str:
    """What a topic of the rulebook is called."""
    zh, en = _TOPICS.get(topic, (topic, topic))
    return zh if language == "zh" else en


def figure(value: Decimal | None) -> str:
    """Points or a rate, or a dash."""
    return NOTHING if value is None else plain(value)


def share(value: Decimal | None) -> str:
    """A rate in percent, or a dash."""
    return NOTHING if value is None else f"{plain(value)}%"


def amount(yuan: Decimal | None, unit: str) -> str:
    """An amount in yuan told in the unit, or a dash."""
    number = in_unit(yuan, unit)
    return NOTHING if number is None else plain(number)


def in_unit(yuan: Decimal | None, unit: str) -> Decimal | None:
    """An amount in yuan as a number of the unit, exact."""
    return None if yuan is None else yuan.scaleb(-MoneyUnit(unit).exponent, context=EXACT)


def contradictions(card: Scorecard) -> int:
    """Published figures that the recomputation proves wrong."""
    return sum(one.contradicts for one in card.differences)


def by_reason(differences: Iterable[Difference], language: Language) -> dict[str, list[Difference]]:
    """Differences under their reasons, so that a reason that many share is told once."""
    found: dict[str, list[Difference]] = defaultdict(list)
    for one in differences:
        found[chosen(language, one.why, one.why_en)].append(one)
    return dict(found)
