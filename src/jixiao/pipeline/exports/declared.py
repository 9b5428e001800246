"""Whose table it is and of which year, as the sheet or the lines above the table say."""

import re
from dataclasses import dataclass

from jixiao.claims.final_accounts.titles import squeezed
from jixiao.claims.reading.document import Reading
from jixiao.core.document import Block

_BODY = re.compile(
    r"(?:编制单位|编报单位|公开单位|填报单位|公开部门|编制部门|填报部门|部门名称|单位名称|部门|单位)"
    r"(?:\((?:公章|盖章)\))?[:：](?P<body>[^:：]{2,40}?)(?=(?:金额)?单位[:：]|\d{4}年|$)"
)
_MONEY = re.compile(r"^(?:人民币)?[百千万亿]*元")
_YEAR = re.compile(r"(?<!\d)(?P<year>20\d\d)年(?:度|部门|决算|\s*$)")
_HEAD_ROWS = 5
"""Rows of a table in which its own title, body and year stand."""
_ABOVE = 6
"""Text blocks above a table that may tell its body and year."""


@dataclass(frozen=True, slots=True)
class Declared:
    """The body and the year as told; None where nothing tells them."""

    body: str | None
    year: int | None


def declared(reading: Reading, block: Block) -> Declared:
    """What a table, its sheet, or else the whole document tells."""
    texts = [squeezed(text) for text in _near(reading, block)]
    bodies = [body for text in texts if (body := _body(text))]
    years = [int(found["year"]) for text in texts if (found := _YEAR.search(text))]
    own = bodies[0] if bodies else (squeezed(reading.body) or None)
    return Declared(own, years[0] if years else reading.year)


def _body(text: str) -> str:
    found = _BODY.search(text)
    return found["body"] if found is not None and _MONEY.match(found["body"]) is None else ""


def _near(reading: Reading, block: Block) -> list[str]:
    blocks = reading.document.blocks
    at = blocks.index(block)
    above = []
    for one in reversed(blocks[max(at - _ABOVE, 0) : at]):
        if one.kind in ("table", "chart") or one.sheet != block.sheet:
            break
        above.append(one.text)
    first = min((cell.row for cell in block.cells), default=0)
    own = [cell.text for cell in block.cells if cell.row < first + _HEAD_ROWS]
    return [*own, *above, block.sheet or ""]
