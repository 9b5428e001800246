"""A value of a table against the text that tells it, one slip apart: 带动护路员就业482人, 聘用护路员428人.

Neither figure is told anywhere else as the other tells it, their words meet in the name of the row, they
count the same, and nothing says that they are of two times. Of three digits only two exchanged are a slip;
of more, any.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.telling import KINDS, Telling, cells_of, of_cell, of_text, points
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation
from jixiao.core.digits import printed_digits
from jixiao.core.slips import edits, one_slip_apart

if TYPE_CHECKING:
    from jixiao.core.quantity import Unit

KIND = "restated"
_FEW, _MORE = 3, 4
_EXCHANGED = "transposed_digits"
_DIGITS = ("wrong_digit", "missing_digit", "extra_digit", "transposed_digits")
_ENOUGH = Decimal(3)
"""Words that both share, what counts them and the role among them."""
_OTHER = re.compile(
    r"上年|去年|同期|上一年|比|较|同比|目标|计划|应|预算|其中|[1-9]月|季度|半年|每|人均|平均|(?:19|20)\d\d年|增加|减少|新增|年初"
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
    tabled = {(token.number, token.unit.kind) for *_, token in cells}
    told: set[_Key] = set()
    alone: dict[tuple[Unit, str], list[Token]] = defaultdict(list)
    for paragraph in reading.paragraphs:
        for token in paragraph.tokens:
            if token.number and token.unit.kind in KINDS:
                told.add(_key(token))
                if not token.approximate and (token.number, token.unit.kind) not in tabled:
                    for shorter in _without_one(token):
                        alone[token.unit, shorter].append(token)
    for table, row, c, token in cells:
        if row.names_total or _key(token) in told:
            continue
        column = row.columns.get(c)
        role = "" if column is None else column.role
        other_year = column is not None and column.year not in (None, reading.year)
        if role not in _ROLES or other_year or printed_digits(token.number) < _FEW:
            continue
        near = {text.index: text for key in _without_one(token) for text in alone.get((token.unit, key), ())}
        found = [text for text in near.values() if _has_slipped(token, text)]
        if len(found) == 1:
            telling = of_text(reading, found[0])
            if _is_told(telling, of_cell(table, row, c, token)):
                yield Proposal((_equal(found[0], token),))


def _key(token: Token) -> _Key:
    return token.number * token.unit.scale, token.unit.kind


def _without_one(token: Token) -> set[str]:
    """A figure without each of its signs: two of them one slip apart share such a rest."""
    signs = f"{abs(token.number):f}".replace(".", "")
    return {signs, *(signs[:at] + signs[at + 1 :] for at in range(len(signs)))}


def _has_slipped(token: Token, text: Token) -> bool:
    """Whether a slip in the digits makes a figure of the text of a cell."""
    if not one_slip_apart(token.build(), text.number):
        return False
    damage = next((damage for number, damage in edits(token.build()) if number == text.number), "")
    return damage in (_DIGITS if printed_digits(token.number) >= _MORE else (_EXCHANGED,))


def _is_told(text: Telling, cell: Telling) -> bool:
    return (
        bool(cell.near & text.near) and points(text, cell) >= _ENOUGH and _OTHER.search(text.clause) is None
    )


def _equal(text: Token, cell: Token) -> Relation:
    first, later = sorted((text, cell), key=lambda token: token.index)
    return relation(KIND, "equal", later, [(first, first.role)], role=later.role)
