"""Whether a sentence calls a figure back that was told before: 综上, 如前所述, 一句话概括, 9.1亿元的取得."""

import re

from jixiao.claims.reading.tokens import Token

_SUMS_UP = re.compile(
    r"^(?:综上(?:所述|可[见知])?|综合(?:来看|上述|以上)|总体(?:上|来)?看|总的来?[看说]|总之|整体(?:来)?看|总体而言|小结|归结|"
    r"[如正]?[前上]文?(?:所述|述|所言|已述|已提|所列|所示)|由[此上](?:可见|可知)?|[如同]上|归纳(?:起来|而言)|概[括而]言之|简言之|"
    r"一[句言]话?(?:来)?(?:概括|总结|以蔽之)|(?:概括|归结|总)起来(?:看|说|讲)?|从(?:上述|以上)[^，,。；;\d]{0,8}看|"
    r"从(?:收支|总量|规模|总体|整体)[^，,。；;\d]{0,6}看|应当看到|[前上]述)"
)
_AS_KNOWN = re.compile(
    r"的(?:取得|实现|完成|达成|成绩|目标|任务|收入|支出|总?规模|总?盘子|总量)|(?:的)?这一(?:成绩|成果|结果|水平|规模|数字)"
)
_CALLED = re.compile(
    r"^(?:[如正]?[前上]文?(?:所述|所列|已述|已提|述|文)?|上述|综合来看)(?=[\u4e00-\u9fff]{4})"
)
_SENTENCE = re.compile(r"[。;；！]")
_MARK = re.compile(r"^[\s(（]*(?:[一二三四五六七八九十\d]{1,3}[)）、.．])?\s*")


def without_reference(label: str) -> str:
    """A name without the words that point back to where it was told."""
    return _CALLED.sub("", label)


def is_called_back(token: Token, text: str) -> bool:
    """Whether the opening of its sentence in the text, or the words behind it, speak of a figure as known."""
    start = max((found.end() for found in _SENTENCE.finditer(text, 0, token.start)), default=0)
    opening = _MARK.sub("", text[start : token.start])
    called = _SUMS_UP.match(opening) is not None or _CALLED.match(opening) is not None
    return called or _AS_KNOWN.match(text, token.end) is not None
