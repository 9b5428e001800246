"""Values of a rulebook in a few words, for the list of assumptions."""

from fractions import Fraction
from functools import singledispatch
from typing import Final

from jixiao.core.digits import plain
from jixiao.rulebooks.schema.topics import Execution, Grades, Overshoot, Part, Proofs, Rounding, Rule, Scheme
from jixiao.scoring.catalogue import load
from jixiao.scoring.exact import percent

_DENOMINATORS: Final = {"original_budget": "年初预算数", "revised_budget": "全年预算数"}
_PLACES: Final = {"leaf": "每行", "level": "每组", "total": "总分"}
_EFFECTS: Final = {"explain": "应说明原因", "deduct": "扣分", "none": "不作要求"}
_BASES: Final = {"lines": "各行相加", "projects": "各项目汇总", "printed": "只印总分"}


def denominator(name: str) -> str:
    """The Chinese name of a budget figure."""
    return _DENOMINATORS[name]


def rule_title(name: str) -> str:
    """The Chinese title of a leaf rule."""
    rule = load().get(name)
    return rule.title if rule else name


def quoted(name: str) -> str:
    """A name in quotation marks; marks within become single ones."""
    return f"“{name.replace('“', '‘').replace('”', '’')}”"


@singledispatch
def told(value: Part) -> str:
    """The value in Chinese."""
    return type(value).__name__


@told.register
def _(value: Grades) -> str:
    return "、".join(f"{band.name}≥{plain(band.at_least)}" for band in value.bands)


@told.register
def _(value: Rounding) -> str:
    return f"{_PLACES[value.at]}四舍五入到{value.decimals}位小数"


@told.register
def _(value: Execution) -> str:
    divided = f"执行数÷{denominator(value.denominator)}"
    return f"{plain(value.points)}分，{divided}，{rule_title(value.rule.rule)}"


@told.register
def _(value: Rule) -> str:
    return rule_title(value.rule)


@told.register
def _(value: Overshoot) -> str:
    return f"达到目标的{percent(Fraction(value.threshold))}，{_EFFECTS[value.effect]}"


@told.register
def _(value: Proofs) -> str:
    return "、".join(one.what for one in value.rows if one.mandatory) or "没有必须上传的材料"


@told.register
def _(value: Scheme) -> str:
    if value.applicable_points is not None:
        return f"适用分值{plain(value.applicable_points)}分"
    named = [group.name + ("" if group.points is None else plain(group.points)) for group in value.groups]
    return "＋".join(named) or _BASES[value.basis]
