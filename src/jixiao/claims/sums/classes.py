"""Items of the classification against their class, told apart: 社会保障和就业支出（类）…（项）94.54万元.

Final accounts tell the classes in one section (结构情况) and the items in the next (具体情况); the items of a
class add up to it (政府收支分类科目: 类、款、项).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import decide
from jixiao.core.numbering import parse_mark

_CLASS = re.compile(r"(?P<name>[\u4e00-\u9fff、]{2,20})\s?(?:支出)?\s?\(类\)")
_FEWEST = 2
_APART = 4


def of_classes(reading: Reading) -> Iterator[Proposal]:
    """The sum of the items of each class that is itself told with an amount."""
    runs, of_items = _runs(reading)
    if not runs:
        return
    told: dict[str, list[Token]] = defaultdict(list)
    for statement in reading.statements:
        if statement.block not in of_items and statement.main is not None and statement.label:
            told[_key(statement.label)].append(statement.main)
    tabled = _tabled(reading, {name for name, _ in runs})
    for name, parts in runs:
        units = {part.unit.name for part in parts}
        same = [total for total in told.get(name, ()) if {total.unit.name} == units]
        for totals in (same, tabled.get(name, [])):
            if len(parts) < _FEWEST or len({total.build().value for total in totals}) != 1:
                continue
            made = relation("sum", "sum", totals[0], [(part, "part") for part in parts], role="total")
            holds = decide(made).holds
            if holds or near_miss(made):
                yield Proposal((made,), asserted=not holds)


def _runs(reading: Reading) -> tuple[list[tuple[str, list[Token]]], set[int]]:
    """The items told one below the other, by the name of their class, and the blocks of all of them."""
    runs: list[tuple[str, list[Token]]] = []
    of_items: set[int] = set()
    for paragraph, following in pairwise([*reading.paragraphs, None]):
        if paragraph is None or paragraph.text.count("(类)") != 1:
            continue  # several are a list of the classes themselves
        found = _CLASS.search(paragraph.text)
        item = _item(paragraph) if found is not None else None
        if item is None and following is not None and _is_told_below(paragraph, following):
            item = _item(following)
        if found is not None and item is not None:
            name = _key(found["name"])
            if not runs or runs[-1][0] != name or item.block.index - runs[-1][1][-1].block.index > _APART:
                runs.append((name, []))
            runs[-1][1].append(item)
            of_items.add(paragraph.block.index)
    return runs, of_items


def _tabled(reading: Reading, names: set[str]) -> dict[str, list[Token]]:
    """The first amounts of the rows of tables that are called as a class, by its name."""
    found: dict[str, list[Token]] = defaultdict(list)
    for table in reading.tables:
        for row in table.rows:
            if len(row.code) > 1 or not row.tokens:
                continue
            mark = parse_mark(row.label)
            name = _key(row.label[len(mark.text) :] if mark is not None else row.label)
            first = row.tokens[min(row.tokens)]
            if name in names and first.unit.kind == "yuan":
                found[name].append(first)
    return found


def _is_told_below(paragraph: Paragraph, following: Paragraph) -> bool:
    """Whether the amounts of an item (…（项），主要用于…。) stand in the paragraph below, as 年初预算为A."""
    return not paragraph.tokens and "(项)" in paragraph.text and following.mark is None


def _item(paragraph: Paragraph) -> Token | None:
    """The amount of the item that a paragraph is about."""
    return next(
        (s.main for s in paragraph.statements if s.main is not None and s.main.unit.kind == "yuan"), None
    )


def _key(name: str) -> str:
    return key_of(name).removesuffix("支出")
