"""A department's budget in words against its table of both sides: 收入预算4748.35万元, 收入总计 47,483,458元.

The words round to another unit. One that differs is a contradiction only where most of the others agree.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.script import plain
from jixiao.claims.reading.tables.table import TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide

KIND = "restated"
_IS = r"(?:总额|总计)?(?:为|是|:)?\s*$"
_TOLD: dict[str, re.Pattern[str]] = {
    "收入总计": re.compile(rf"(?<!拨款)(?<!基金)收入预算{_IS}"),
    "支出总计": re.compile(rf"(?:^|[，,。；;、\s部门位])支出预算{_IS}"),
    "财政拨款收入": re.compile(rf"(?<!预算)(?<!基金)财政拨款收入(?:预算)?{_IS}"),
    "一般公共预算": re.compile(rf"一般公共预算(?:财政)?拨款支出(?:预算)?{_IS}"),
    "政府性基金预算": re.compile(rf"政府性基金(?:预算)?(?:财政)?拨款支出(?:预算)?{_IS}"),
}
_MARK = re.compile(r"^\s*(?:[一二三四五六七八九十]+、|\d+[.、．])?\s*")
_FEWEST_AGREEING = 3
"""Amounts that words and table must share before another that differs is a contradiction."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each amount told in words with the row of its name, in the first table of both sides."""
    table = next((rows for one in reading.tables if (rows := _rows(one)) is not None), None)
    if table is None:
        return
    made: list[Relation] = []
    for name, token in _in_words(reading).items():
        if name in table and table[name].unit.kind == "yuan" and token.number and table[name].number:
            later, earlier = sorted((token, table[name]), key=lambda one: -one.index)
            made.append(relation(KIND, "equal", later, [(earlier, "total")], role="total"))
    held = [one for one in made if decide(one).holds]
    for one in made:
        sure = one not in held and len(held) >= _FEWEST_AGREEING and len(held) == len(made) - 1
        if sure or one in held:
            yield Proposal((one,), asserted=sure)


def _in_words(reading: Reading) -> dict[str, Token]:
    found: dict[str, Token] = {}
    for paragraph in reading.paragraphs:
        if "预算" not in paragraph.text:
            continue
        for token in paragraph.tokens:
            if token.unit.kind != "yuan" or token.approximate or token.cell is not None:
                continue
            for name, pattern in _TOLD.items():
                if name not in found and pattern.search(token.lead):
                    found[name] = token
    return found


def _rows(table: TableReading) -> dict[str, Token] | None:
    """The first amount of each row by its name, where both totals stand in the table."""
    found: dict[str, Token] = {}
    for row in table.rows:
        name = "".join(_MARK.sub("", plain(row.label)).split())
        if row.tokens and not row.code:
            found.setdefault(name, row.tokens[min(row.tokens)])
    return found if "收入总计" in found and "支出总计" in found else None
