"""Columns of a stock and what moved it: 旧存 + 新收 − 结案 = 未结; 年初 + 本年增加 − 本年减少 = 年末.

One column of each by its header, and most rows that hold; then every row is held to it.
"""

import re
from collections.abc import Sequence

from jixiao.claims.reading.tables.column_pattern import Pattern, voters
from jixiao.claims.reading.tables.columns import Column
from jixiao.claims.reading.tables.table import Row

_OPENING = re.compile(r"旧存|(?:上年|上期|年初|期初)(?:结[转余存]|余额|库存|数)?|期初|年初")
_CAME = re.compile(r"新收|新增|增加|收入|购[入进]|入库|拨入|到位|新立|受理|举借|借入")
_WENT = re.compile(r"结案|审结|办结|支出|减少|发放|处置|使用|出库|支付|偿还|归还|消耗")
_LEFT = re.compile(r"未结|未办结|(?:年末|期末|本年)(?:结[转余存]|余额|库存|数)?|结[余转存]|余额|库存|剩余")
_OTHERS = re.compile(r"率|比|%|计划|预算|累计")
_FEWEST = 3
"""Rows that hold before a column is a balance."""


def flow_pattern(columns: dict[int, Column], rows: Sequence[Row]) -> Pattern | None:
    """What is left as what there was, with what came, less what went."""
    found: dict[str, int] = {}
    for c, column in columns.items():
        part = _part(column.header)
        if part and part in found:
            return None  # two of a kind: which is meant is not known
        if part:
            found[part] = c
    if found.keys() != {"opening", "came", "went", "left"}:
        return None
    used = [row for row in rows if all(c in row.tokens for c in found.values())]
    held = [row for row in voters(used) if _holds(row, found)]
    if len(held) < _FEWEST or len(held) * 2 < len(voters(used)):
        return None
    operands = (
        (found["opening"], "opening", 1),
        (found["came"], "income", 1),
        (found["went"], "spending", -1),
    )
    return Pattern("difference", "sum", found["left"], operands, tuple(used), certain=True)


def _part(header: str) -> str:
    """What a column is by its header; "" where it is another, or several of them."""
    if _OTHERS.search(header):
        return ""
    last = header.rsplit("/", 1)[-1]
    parts = (("opening", _OPENING), ("came", _CAME), ("went", _WENT), ("left", _LEFT))
    return next((part for part, words in parts if words.match(re.sub(r"^(?:本年|当年|本期)", "", last))), "")


def _holds(row: Row, found: dict[str, int]) -> bool:
    value = {part: row.tokens[c].number for part, c in found.items()}
    return value["opening"] + value["came"] - value["went"] == value["left"]
