"""Words that add up some members of a list: 前两项合计; 上述三类共; 中央和省级资金合计."""

import re
from collections.abc import Sequence

from jixiao.claims.reading.tokens import Token

_ADDED = r"(?:合计|共计|小计|累计|总计|总和|之和|相加|加总|合|共|计)"
_ADDS = re.compile(_ADDED)
_TAIL = rf"(?P<of>[^，,。；;：:、\d]{{0,12}}?){_ADDED}(?P<more>[^，,。；;：:、\d]{{0,8}})$"
_N = r"(?P<n>[两二三四五六七八九十]|\d)"
_THINGS = r"(?:项|者|类|级|个|家|年|部分|方面|种|款|笔|股|块|支|大)"
FIRST = re.compile(rf"(?:上述|以上)?前{_N}\s?{_THINGS}{_TAIL}")
SEVERAL = re.compile(rf"(?:^|[，,。；;(\s])(?:上述|以上|前述|该|这|其中)?{_N}\s?{_THINGS}{_TAIL}")
_NAMED = re.compile(
    r"(?:^|[，,。；;：:(\s])(?:上述|以上|其中|可见)?(?P<names>[^，,。；;：:\d]{1,30}?(?:和|与|及|加|、)[^，,。；;：:\d]{1,24}?)"
    rf"(?P<count>[两二三四五六][项者类级个种家])?(?P<of>(?:补助|资金|支出|经费|收入|人员|费用|投入|拨款|合同|面积|共支出)*){_ADDED}"
    r"(?P<more>[^，,。；;：:、\d]{0,6})$"
)
_JOINS = re.compile(r"和|与|以?及|加|、")
_CLAUSE = re.compile(r"[，,。；;：:(]")
_GIVES = re.compile(r"占|比|增|减|降|升|均|每|率|目标|超")
"""What is told between names before 合计 that add up nothing."""
_SIGNS = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9()]")
_KIND = re.compile(r"(?:补助|资金|支出|经费|收入|人员|费用|投入|拨款|财政)+$")
LEVELS = frozenset("省市县区镇乡州")
"""Levels of government, which one sign names: 中央及省、市三级."""


def is_added(words: str) -> bool:
    """Whether words have one of those that add up."""
    return _ADDS.search(words) is not None


def is_of_first(words: str) -> bool:
    """Whether words call a total that of the first members of a list only."""
    return FIRST.search(words) is not None


def names_added(words: str) -> list[str]:
    """The names before 合计 that are added up: 中央 and 省级资金; [] where words name none."""
    named = _NAMED.search(words)
    if named is None or _GIVES.search(named["names"]) is not None:
        return []
    names = re.sub(r"[两二三四五六][项者类级个种家]?$", "", named["names"])
    return [name for name in _JOINS.split(names) if name]


def plain_name(label: str) -> str:
    """A name without the signs within: 蛋、奶 is 蛋奶."""
    return _SIGNS.sub("", label)


def name_before(token: Token) -> str:
    """What the clause before an amount calls it."""
    return plain_name(_CLAUSE.split(token.lead)[-1])


def called(names: Sequence[str], told: Sequence[tuple[str, Token]]) -> list[Token] | None:
    """The amount of each name; None where a name has none or several."""
    parts: list[Token] = []
    for name in names:
        plain = _SIGNS.sub("", name)
        plain = _KIND.sub("", plain) or plain
        found = [
            token for label, token in told if (label.startswith(plain) if plain in LEVELS else plain in label)
        ]
        if len(found) != 1 or found[0] in parts:
            return None
        parts.append(found[0])
    return parts


def leaves_others(total: Token, parts: Sequence[Token]) -> bool:
    """Whether a total's words name some of these amounts only, each by its name, or the first of them."""
    words = total.lead[-60:]
    if is_of_first(words):
        return True
    names = names_added(words)
    chosen = called(names, [(name_before(part), part) for part in parts]) if len(names) > 1 else None
    return chosen is not None and len(chosen) < len(parts)
