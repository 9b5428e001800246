"""The words of plain lists: what may stand between two parts of one total, and around them."""

import re

from jixiao.core.frozen import frozen

_NAME = r"[\u4e00-\u9fff“”\"《》]{1,24}?(?:[(][\u4e00-\u9fff、]{1,12}[)][\u4e00-\u9fff]{0,8})?"
_MARK = r"(?P<mark>[①-⑳]|[(]?(?:\d{1,2}|[一二三四五六七八九十])(?:[)]|[.、](?!\d)))?"
_AMOUNT = r"(?:(?:金额|资金|数额|计列|列支|分得|安排)?(?:为|是|达|共|计|:|[(])?)"
_ITEM = re.compile(rf"\s*{_MARK}\s*(?P<name>{_NAME}){_AMOUNT}\s*")
PAUSE = re.compile(r"\s*[)]?\s*(?P<sign>[、，,；;]|以及|加上?|[和与及](?!其))")
SHARE = re.compile(r"\s*[，,(、]?\s*(?:约?占|比重|份额|比例|所占)[^，,。；;:：\d]{0,12}")
ENDS = re.compile(r"\s*[)]?\s*(?P<sign>[。；;，,]|$)")
TRAILS_OFF = re.compile(r"\s*[)]?\s*等")
_OF_OTHERS = re.compile(
    r"上年|去年|年初|年末|期初|期末|同期|预算(?!评审|绩效|管理|编制|公开)|计划|指标|比(?!赛|武)|较|增(?!值|殖)"
    r"|减(?![灾负排贫税免])|(?<!提)[升降](?![费本])|占(?!地)|率|其中|结余|结转|余额|[合总共小]计|总[额数量]|扣除|抵|累计|超|节[约省支余资]"
    r"|[送报]审|审[减定核]|欠|完成|执行|到位|实际|未(?!成年)|已|尚|人均|平均|[每各]|编制|限额|余下|加上?(?![工固装强])"
    r"|[含收支](?![入出集费])|缺口|盈|亏|差(?!旅|异化)|由|为了|应(?![急用届])|剔|实有|资产|负债"
)
"""Words of what is no part of a total, or tells it in another measure."""
_COMPARES = re.compile(
    r"其中|比(?!例)|较|增(?!值)|减(?![税免])|[升降](?!费)|占|率|[合总共小]计|总[额数量]|人均|平均|累计|编制|限额|同期|扣除|实有|由|从"
    r"|完成|执行|年末|期末"
)
"""Words of what is none even where words add up all that is told."""
_KINDS = (
    r"具体|明细|构成|组成|分布|分类|分项|各项|各类|逐项|细分|拆分|去向|用途|投向|如下|情况|类[别型]|领域|方式|来源"
    r"|科目|级次|结构|性质"
)
_BEFORE_LIST = r"\s*[，,。；;(]?\s*(?:资金|经费|款项|费用|收入|支出)?"
_OPENS_ALL = re.compile(
    rf"{_BEFORE_LIST}(?:(?:具体|明细|构成|组成|去向)(?:情况)?[为是]\s*:?"
    r"|(?![^:：]*(?:主要|其中|部分|重点|例如|[按从依]))[^，,。；;:：\d]{0,8}(?:如下|明细)[^，,。；;:：\d]{0,2}[:：]|分别[为是]\s*[:：]?)"
)
_OPENS = re.compile(
    rf"{_BEFORE_LIST}(?:(?![^:：]*(?:主要|其中|部分|重点|例如|含|[按从]))[^，,。；;:：\d]{{0,8}}(?:{_KINDS})[^，,。；;:：\d]{{0,6}}[:：]"
    r"|(?:分别|依次)?(?:用于|投向|投入到|安排给|分配给)\s*[:：]?|[:：])"
)
_OPENS_SOME = re.compile(
    r"\s*[，,。；;(]?\s*(?:其中\s*[:：，,]?|主要(?:是|有|包括|用于|投向|为)\s*[:：]?|包括\s*[:：]?|包含\s*[:：]?|含(?!税)"
    r"|[按分从依][^，,。；;:：\d]{1,8}(?:统计|归[集类]|[区划]?分|来?看)[，,:：])"
)
_IN_ALL = r"(?:合计|总计|共计|加总|汇总|相加|小计|总额|总数|总量)"
_GENERIC = (
    r"(?:以上|上述|本年|全年|当年|年末|期末|各[项类]|[两二三四五六七八九十]+[项者类]|公用|基本|支出|收入|经费|资金|费用|资助"
    r"|人员|人数|车辆|金额|实有|在编|数|总){0,4}"
)
_CLOSES = re.compile(
    r"\s*[)]?\s*(?:[，,；;]|[。](?=以上|上述|各[项类]|[两二三四五六七八九十]+[项者]))\s*"
    rf"(?:{_GENERIC}{_IN_ALL}|[\u4e00-\u9fff]{{0,10}}?(?:加总|汇总|相加))"
    r"\s*[，,]?\s*(?:支出|收入|使用|安排|投入|保有|实有)?[\u4e00-\u9fff]{0,4}?(?:为|是|达|共|:)?\s*"
    r"|\s*[)]?\s*[，,；;]\s*(?:本年|全年|实有|支出|收入|经费|人员|费用|资金){0,3}共[计有]?\s*"
)
"""Words between the last part and a total that name only what they make: 药品费合计 is a part."""
_VIEWED = re.compile(
    r"[，,。；;](?:其中|在)?(?:(?P<whole>[\u4e00-\u9fff]{0,8}(?:余额|限额|支出|收入|总额))中[，,:：]?(?=[\u4e00-\u9fff])"
    r"|(?P<named>[\u4e00-\u9fff]{2,8}?)(?:金额|资金|造价)?(?:包括|包含):?)"
)
_FILLER = re.compile(r"(?:为|是|达|共|:|：|\s)+$")
_ALL_OF = re.compile(rf"(?:{_IN_ALL}|为|是|达|共|数|额|:|\s)+$")
_NO_TOTAL = re.compile(
    r"增(?!值)|减(?![税免灾])|降(?![费本])|升|比|较|结余|剩余|节约|节支|超|差(?!旅|异化)|率|缺口|用于|占(?!用)|余额?(?:为|是|达)?$|人均|平均"
)
_BREAKS = re.compile(r"[，,。；;:：]")
_POSTS = re.compile(r"编制|核定")
"""编制39人，在职38人，退休34人，共72人: how many there may be is no part."""
_ADDED = re.compile(r"相加|加总|汇总|上述|以上")
_PREFACE = re.compile(r"^\s*[^，,。；;:：\d]{2,12}中[，,]")
"""基本支出中，人员经费A，公用经费B，加总为C."""
_HEAD = re.compile(r"[:：]\s*")
_REACH = 40
ALL, MOST, SOME = 3, 2, 1
"""How much of a total words promise to tell: all of it; all, as one reads them; some of it."""


@frozen
class Name:
    """What a part is called, and whether a number stands before it."""

    words: str
    marked: bool


def part_name(words: str, *, added: bool = False) -> Name | None:
    """The name, where words are that of a part and nothing else.

    What words surely add up (上述各项相加) may be left of another year or named after a budget.
    """
    item = _ITEM.fullmatch(words)
    if item is None or (_COMPARES if added else _OF_OTHERS).search(item["name"]) is not None:
        return None
    return Name(item["name"], item["mark"] is not None)


def opening(between: str) -> tuple[int, str] | None:
    """How much the words behind a total promise to tell of it, and what follows them."""
    for promised, pattern in ((ALL, _OPENS_ALL), (MOST, _OPENS), (SOME, _OPENS_SOME)):
        found = pattern.match(between)
        if found is not None:
            return promised, between[found.end() :]
    return None


def closes(between: str) -> bool:
    """Whether words between the last part and a total say that it is all of them."""
    return _CLOSES.fullmatch(between) is not None


def viewed(between: str) -> tuple[str, str] | None:
    """余额A，占限额的b%；余额中一般债务C: the total that words name, and what stands behind them."""
    found = _VIEWED.search(between)
    return None if found is None else (found["whole"] or found["named"], between[found.end() :])


def clause(text: str, start: int) -> str:
    """The clause that leads to a figure."""
    return _BREAKS.split(text[max(start - _REACH, 0) : start])[-1]


def measured(text: str, start: int) -> str:
    """The measure that the clause of a total names, without the words for all of it: 支出 of 支出总额."""
    return _ALL_OF.sub("", clause(text, start))


def is_called(text: str, start: int, name: str) -> bool:
    """Whether the clause of a figure ends in a name."""
    return _FILLER.sub("", clause(text, start)).endswith(name)


def is_no_total(words: str) -> bool:
    """Whether a clause tells a change, a rate or what is left, of which lists tell other things."""
    return _NO_TOTAL.search(words) is not None


def surely_adds(between: str) -> bool:
    """Whether words tell that all before them was added up."""
    return _ADDED.search(between) is not None


def first_name(lead: str, *, opens: bool, added: bool) -> tuple[Name | None, bool]:
    """The name of the first part, and whether its own figure is none: of a number of posts.

    ``lead`` are the words before it; ``opens`` where no figure stands before them.
    """
    sentence = re.split(r"[。；;]", lead)[-1]
    begins = opens or "。" in lead
    name = part_name(_PREFACE.sub("", _HEAD.split(sentence)[-1]), added=added)
    if name is None:
        return None, _POSTS.search(lead) is not None
    return (name if begins else None), False
