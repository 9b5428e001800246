"""A value of a table against the text that tells it, one slip apart: 带动护路员就业482人, 聘用护路员428人.

The figure of the text stands in no table, their words meet in the name of the row, they count the same, and
nothing says that they are of two times. Of three digits only two exchanged are a slip; of more, any.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.slips_away import digits_left
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.telling import Telling, cells_of, of_cell, of_text, points
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation
from jixiao.core.digits import printed_digits
from jixiao.core.slips import edits, one_slip_apart

if TYPE_CHECKING:
    from jixiao.core.quantity import Unit

KIND = "restated"
_FEW, _MORE = 3, 4
"""Digits of a figure of which two exchanged are a slip, and of one of which any is."""
_EXCHANGED = "transposed_digits"
_DIGITS = ("wrong_digit", "missing_digit", "extra_digit", "transposed_digits")
_ENOUGH, _SURE = Decimal(3), Decimal(2)
"""Words that both share, what counts them and the role among them."""
_OTHER = re.compile(
    r"上年|去年|同期|上一年|(?<![占之])比(?![例重率])|较|同比|目标|计划|应|预算|其中|[1-9]月|季度|半年|每|人均|平均|(?:19|20)\d\d年|增加|减少|新增|年初"
)
"""Words of another time, a goal, a part or a mean."""
_ROLES = ("actual", "main", "")
_Key = tuple[Decimal, str]


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each value of a row that the text does not tell, against the figures of the text that no row has."""
    tables = [table for table in reading.tables if table.block.kind == "table"]
    if not tables:
        return
    cells = [(table, *cell) for table in tables for cell in cells_of(table)]
    units = {token.unit for *_, token in cells if token.unit.kind != "number"}
    tabled = {(token.number, token.unit.kind) for *_, token in cells}
    told: set[_Key] = set()
    alone: dict[tuple[Unit, str], list[Token]] = defaultdict(list)
    for token in (token for paragraph in reading.paragraphs for token in paragraph.tokens if token.number):
        told.add(_key(token))
        known = token.unit in units and not token.approximate and printed_digits(token.number) >= _FEW
        if known and (token.number, token.unit.kind) not in tabled:
            for shorter in set(digits_left(token)):
                alone[token.unit, shorter].append(token)
    for table, row, c, token in cells:
        long = token.unit in units and printed_digits(token.number) >= _FEW
        if long and not row.names_total and _is_value(row, c, reading.year):
            near = {
                text.index: text for key in digits_left(token) for text in alone.get((token.unit, key), ())
            }
            found = _slips(token, near.values(), again=_key(token) in told)
            text = _first_told(reading, of_cell(table, row, c, token), found) if found else None
            if text is not None:
                yield Proposal((_equal(text, token),))


def _is_value(row: Row, c: int, year: int | None) -> bool:
    """Whether a column tells what was reached this year."""
    column = row.columns.get(c)
    return column is None or (column.role in _ROLES and column.year in (None, year))


def _slips(cell: Token, near: Iterable[Token], *, again: bool) -> list[tuple[Token, Decimal]]:
    """The figures of the text a slip apart from a cell, with the words needed; [] where they are several."""
    found = []
    for text in near:
        needed = _needed(cell, _slip_between(cell, text), again=again)
        if needed is not None:
            found.append((text, needed))
    return [] if len({text.number for text, _ in found}) != 1 or (again and len(found) > 1) else found


def _first_told(reading: Reading, cell: Telling, found: Sequence[tuple[Token, Decimal]]) -> Token | None:
    return next((text for text, needed in found if _is_told(of_text(reading, text), cell, needed)), None)


def _key(token: Token) -> _Key:
    return token.number * token.unit.scale, token.unit.kind


def _needed(token: Token, damage: str, *, again: bool) -> Decimal | None:
    """How many words must be shared; None where no number of them is enough.

    Of three digits, and of a value that the text tells right in another place, only two exchanged are a slip;
    of more they need fewer words.
    """
    long = printed_digits(token.number) >= _MORE
    if not damage:
        return None
    if damage != _EXCHANGED:
        return _ENOUGH if long and not again else None
    return _SURE if long and not again else _ENOUGH


def _slip_between(token: Token, text: Token) -> str:
    """The slip in the digits that makes a figure of the text of a cell; "" for none."""
    if not one_slip_apart(token.build(), text.number):
        return ""
    damage = next((damage for number, damage in edits(token.build()) if number == text.number), "")
    return damage if damage in _DIGITS else ""


def _is_told(text: Telling, cell: Telling, needed: Decimal) -> bool:
    shared = bool(cell.near & text.near) and points(text, cell) >= needed
    return shared and _OTHER.search(text.clause) is None


def _equal(text: Token, cell: Token) -> Relation:
    first, later = sorted((text, cell), key=lambda token: token.index)
    return relation(KIND, "equal", later, [(first, first.role)], role=later.role)
