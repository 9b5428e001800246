"""Items of the classification against their class, told apart: 社会保障和就业支出（类）…（项）94.54万元.

Final accounts tell the classes in one section (结构情况) and the items in the next (具体情况); the items of a
class add up to it (政府收支分类科目: 类、款、项).
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import decide

_CLASS = re.compile(r"(?P<name>[\u4e00-\u9fff、]{2,20})\s?(?:支出)?\s?\(类\)")
_FEWEST = 2
_APART = 4


def of_classes(reading: Reading) -> Iterator[Proposal]:
    """The sum of the items of each class that is itself told with an amount."""
    runs: list[tuple[str, list[Token]]] = []
    of_items: set[int] = set()
    for paragraph in reading.paragraphs:
        found = _CLASS.search(paragraph.text) if "(类)" in paragraph.text else None
        item = _item(paragraph) if found is not None else None
        if found is not None and item is not None:
            name = _key(found["name"])
            if not runs or runs[-1][0] != name or item.block.index - runs[-1][1][-1].block.index > _APART:
                runs.append((name, []))
            runs[-1][1].append(item)
            of_items.add(paragraph.block.index)
    if not runs:
        return
    told: dict[str, list[Token]] = defaultdict(list)
    for statement in reading.statements:
        if statement.block not in of_items and statement.main is not None and statement.label:
            told[_key(statement.label)].append(statement.main)
    for name, parts in runs:
        units = {part.unit.name for part in parts}
        totals = [total for total in told.get(name, ()) if {total.unit.name} == units]
        if len(parts) < _FEWEST or len({total.build().value for total in totals}) != 1:
            continue
        made = relation("sum", "sum", totals[0], [(part, "part") for part in parts], role="total")
        holds = decide(made).holds
        if holds or near_miss(made):
            yield Proposal((made,), asserted=not holds)


def _item(paragraph: Paragraph) -> Token | None:
    """The amount of the item that a paragraph is about."""
    return next(
        (s.main for s in paragraph.statements if s.main is not None and s.main.unit.kind == "yuan"), None
    )


def _key(name: str) -> str:
    return key_of(name).removesuffix("支出")
