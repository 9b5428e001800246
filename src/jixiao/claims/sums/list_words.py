"""The words around the parts of a list: what opens it, what each part is called, what is left at its end."""

import re
from collections.abc import Sequence
from functools import lru_cache

from jixiao.claims.reading.roles import without_named_brackets
from jixiao.claims.sums.runs import Entry

_NAME = 14
_CLAUSE = re.compile(r"[，,。；;：:、(]")
_BROKEN_OFF = re.compile(r"\s*[，,、；;](?:[^，。；;,\d]{0,30}|[^，。；;,]{0,30}\d)$")
"""A sign that goes on, and no end, or a bare digit at the end: the excerpt of a page ends inside a list."""
_LEAD_IN_STRONG = re.compile(
    r"中[,，]|其中|包括|分别|分为|包含|组成|构成|去向|投向|[(①]|(?:[。；;，,]|^)\s*一是"
)
_LEAD_IN = re.compile(rf"{_LEAD_IN_STRONG.pattern}|[:：]")
_CLOSED_BRACKET = re.compile(
    r"(?<=[\u4e00-\u9fff])[(（](?![^()（）]*(?:其中|包括|分别|包含))[^()（）:：]*[)）]"
)
"""各镇（区、街道）器材采购: a bracket that is closed again before the amount opens no list."""
_ITEM_MARK = re.compile(
    r"^[\s，,。；;]*(?:([(（])?(?:(\d{1,2})|[一二三四五六七八九十]+)(?(1)[)）]|[、.．](?!\d)))"
)
_CLOSING_SIGNS = " )）\u3000"
"""What the bracket of the item before leaves: 甲：A（增c）；乙：B."""
_NEXT_ITEM = (";", "；", "、")
_REST = re.compile(r"^(?:其[他它余]|剩余|余下)(?:的|项目|资金|经费|人员|单位|方面|支出|收入|来源|费用|\d)*$")
"""甲项目A，乙项目B，其他项目C: what is left of the total comes last, whatever the others are called."""
_REST_FOLLOWS = re.compile(r"\s*[，,、；;]\s*(?:其余|剩余|余下)")
VIEWED = (
    r"[从按依就][^，。；:：\d]{1,12}(?:统计|归集|归类|区分|划分|角度|(?<![比同])口径)[，,:：]"
    r"|以[^，。；:：\d]{1,12}(?:论|区分|划分)[，,:：]|再看[^，。；:：\d]{2,12}[，,:：]"
)
"""按级次统计，以用途论，再看收入结构: another way to split a total, in words beside 看 and 分."""
_VIEW = re.compile(
    rf"{VIEWED}|(?:[从按就]|分(?![别为]))[^，。:：]{{0,14}}[看分来为:：]|方面|结构|(?:收入|支出|规模|总额|限额|余额)中(?!央)"
)

_VIEWED_MEASURE = re.compile(r"(收入|支出|规模|总额|限额|余额)中[，,:：]")


@lru_cache(maxsize=4096)
def is_view(lead: str) -> bool:
    """Whether words open another way to split a total: 分级次看."""
    return _VIEW.search(lead) is not None


def is_viewed(sequence: Sequence[Entry], total: Entry, first: Entry, words: str) -> bool:
    """Whether the split that words open is one of the amount right before it.

    支出A，按用途分：甲B、乙C splits the amount that its own sentence begins with, unless that is an item;
    年末余额A，…；年末余额中，… the one that it names.
    """
    own, its = total.statement, first.statement
    if first.position != total.position + 1 or (own.block, own.sentence) != (its.block, its.sentence):
        return False
    named = _VIEWED_MEASURE.search(words)
    if named is not None:
        return own.label.endswith(named[1])
    before = sequence[total.position - 1].statement if total.position else None
    begins = before is None or (before.block, before.sentence) != (own.block, own.sentence)
    return begins and own.depth == its.depth == 0 and own.group < 0 and not own.mark_style


@lru_cache(maxsize=4096)
def leads_in(lead: str) -> bool:
    """Whether words open a list; a colon behind the name of the next item (；工程类：预算) opens none."""
    plain = _CLOSED_BRACKET.sub("", without_named_brackets(lead))
    return (_LEAD_IN_STRONG if plain.lstrip(_CLOSING_SIGNS).startswith(_NEXT_ITEM) else _LEAD_IN).search(
        plain
    ) is not None


def is_head(sequence: Sequence[Entry], total: Entry) -> bool:
    """Whether the amount is the first of its sentence, and alone in it."""
    neighbours = (sequence[total.position - 1] if total.position else None, sequence[total.position + 1])
    return all(
        n is None
        or n.statement.sentence != total.statement.sentence
        or n.statement.block != total.statement.block
        for n in neighbours
    )


@lru_cache(maxsize=4096)
def _mark_style(lead: str) -> tuple[bool, bool] | None:
    """Whether the mark that words begin with has brackets, and whether digits; None without a mark."""
    mark = _ITEM_MARK.match(lead)
    return None if mark is None else (mark[1] is not None, mark[2] is not None)


def is_next_item(total: Entry, entry: Entry) -> bool:
    """1、甲A，其中乙B；2、丙C: an item of the same style in the same paragraph stands beside the total."""
    own = _mark_style(total.lead)
    return own is not None and own == _mark_style(entry.lead)


def trails_off(last: Entry) -> bool:
    """Whether 等 follows the last part: there are more."""
    return last.token.cell is None and last.token.block.text.startswith("等", last.token.end)


def breaks_off(last: Entry) -> bool:
    """Whether the block ends behind the last part with a sign that goes on: what else it tells is lost."""
    token = last.token
    return token.cell is None and _BROKEN_OFF.match(token.block.text, token.end) is not None


def has_rest(last: Entry) -> bool:
    """Whether a rest without its amount follows the last part: 新建3公里、改造2公里，其余为养护."""
    token = last.token
    return token.cell is None and _REST_FOLLOWS.match(token.block.text, token.end) is not None


def is_rest(label: str) -> bool:
    """Whether a thing is what is left of a whole: 其他支出 behind 民生支出."""
    return _REST.match(label) is not None


def name_of(entry: Entry) -> str:
    """What an amount is called, with the words of time that its label leaves out (本年收入, 年初结转)."""
    own = entry.statement
    return own.label if own.group >= 0 else f"{own.label} {_last_words(entry.lead)}"


@lru_cache(maxsize=4096)
def _last_words(lead: str) -> str:
    return _CLAUSE.split(lead)[-1][-_NAME:]
