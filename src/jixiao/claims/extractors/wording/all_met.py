"""All targets are met, says the text, and the indicators have one whose value misses its target.

“目标实现100%” and “各项指标均已完成” are refuted by any such row. “基本完成” and “全面完成” promise less, and
what is said of one class of indicators or of one project among several binds no other.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.observing import Stream, stream_of
from jixiao.claims.scores.indicators import Indicator, higher_is_better, indicators, lower_is_better, meets
from jixiao.core.finding import Related
from jixiao.core.observation import Observation
from jixiao.core.quantity import Quantity

KIND = "text"
_WHAT = r"(?:目标|指标)(?:任务|值)?"
_WELL = r"(?:已)?(?:按期|如期|按时|顺利|圆满)?"
_REACHED = r"(?:完成|达标|实现|达成|达到(?=预期|目标|设定|年初|计划))"
_ALL_MET = re.compile(
    rf"{_WHAT}的?(?:实现|完成|达成|达标)(?:率|程度)?(?:均|都)?(?:为|达到?|是|:)?\s?100(?:\.0+)?\s?%"
    rf"|(?:各项|所有|全部)(?:的|年度|年初|预期|绩效|设定的?){{0,3}}{_WHAT}(?:均|都|全部){_WELL}{_REACHED}"
    rf"|绩效{_WHAT}(?:均|都)?{_WELL}全部{_REACHED}"
)
_NOT_SAID = re.compile(
    r"(?:基本|未|没有|不|力争|确保|争取|应|将|预计|如|若|要求|保障|努力|"
    r"产出|数量|质量|时效|成本|效益|效果|满意度|部分|多数|其他|其余|主要)[^，,。;；]{0,6}$"
)
_PART_OF_YEAR = re.compile(r"\d\s?[-—~至]\s?(?:[1-9]|1[01])月|上半年|前三季度|季度|截至?(?:[1-9]|1[01])月|除")
_ONE_PROJECT = re.compile(r"[该此本]项目|项目(?:名称)?[:“]")


def extract(reading: Reading) -> Iterator[Observation]:
    """One fault for the document: the first place that says so, with the values that miss their targets."""
    stream = stream_of(reading)
    said = [found.span() for found in _ALL_MET.finditer(stream.text)]
    if not said:
        return
    found = indicators(reading)
    missed = [(one, one.actual) for one in found if one.actual is not None and _misses(one, one.actual)]
    several = len({one.table for one in found}) > 1
    spans = [span for span in said if _is_of_all(stream, *span, several=several)]
    if missed and spans:
        values = tuple(Related(actual.text, actual.place) for _, actual in missed)
        others = tuple(stream.related(*span) for span in spans[1:])
        fault = stream.observe(spans[0], "all_met", proven=True, related=(*values, *others))
        yield replace(fault, expression="；".join(_shown(one, actual) for one, actual in missed))


def _is_of_all(stream: Stream, start: int, end: int, *, several: bool) -> bool:
    """Whether the words are said of all targets of the year, as something that has come to be."""
    low, high = stream.sentence(start)
    before, sentence = stream.text[low:start], stream.text[low:high]
    if _NOT_SAID.search(before) or stream.text.startswith("以上", end):
        return False
    of_one = several and _ONE_PROJECT.search(sentence) is not None
    return not of_one and _PART_OF_YEAR.search(sentence) is None


def _misses(one: Indicator, actual: Quantity) -> bool:
    """Whether a value falls short of its target, and no operator is the wrong way round.

    A target without an operator is missed where the form itself gave less than full marks for less.
    """
    if one.target is None or actual.approximate:
        return False
    if meets(one.operator or "≥", one.target, actual) is not False:
        return False
    if one.operator == "≤":
        return actual.value > one.target.value and not higher_is_better(one.name)
    if one.operator == "≥":
        return True
    less = one.full is not None and one.score is not None and one.score.number < one.full.number
    short = actual.value < one.target.value and not lower_is_better(one.words)
    return short and (less or one.operator == "=")


def _shown(one: Indicator, actual: Quantity) -> str:
    sign = ">" if one.operator == "≤" else "<"
    target = one.shown.removeprefix(one.operator)
    return f"{one.name} {actual.text} {sign} {target}"
