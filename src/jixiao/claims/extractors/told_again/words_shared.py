"""A figure told again among the words of its first telling: a cell by row and header, a text by its clause.

抽检苗木1480个，合格率97.3% and the row 造林树种苗木合格率 with 97.3%; （二）政策落实情况，得分9.5分 and the
row of that name with its score; 应完成普查的35个县 and the row 种质资源普查县 with 35. Names are told again
shorter, longer or turned, so that only the words that two tellings share can say that they are one fact: the
fewer the digits, the more words. They can only agree.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import compared, quantity
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.telling import KINDS, Telling, cells_of, digits_of, of_cell, of_text, points
from jixiao.claims.reading.tokens import Token

KIND = "restated"
_MANY = 10
"""Places of one figure in tables or texts beyond which it tells nothing."""
_BOUNDS = ("以上", "以下", "以内")
_PRINTED = "printed"
"""Of a cell whose unit its table leaves open, what is printed."""
_Key = tuple[Decimal, str]
_Cell = tuple[TableReading, Row, int, Token]


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each figure of the text with the cell that shares most words with it, and each cell with the figure."""
    cells: dict[_Key, list[_Cell]] = defaultdict(list)
    for table in reading.tables:
        if table.block.kind == "table":
            for row, c, token in cells_of(table):
                cells[_key(token)].append((table, row, c, token))
                if token.unit.kind == "number" or token.declared:
                    cells[token.number, _PRINTED].append((table, row, c, token))
    texts: dict[_Key, list[Token]] = defaultdict(list)
    for paragraph in reading.paragraphs:
        for token in paragraph.tokens:
            if token.number and token.unit.kind in KINDS and _is_told(token, paragraph.text):
                texts[_key(token)].append(token)
    for key, told in texts.items():
        unsure = [one for one in cells.get((told[0].number, _PRINTED), ()) if one[3].unit.kind != key[1]]
        yield from _of_one_figure(reading, told, [*cells.get(key, ()), *unsure])
    for key, own in cells.items():
        if key[1] != _PRINTED:
            yield from _of_two_tables(own)


def _is_told(token: Token, text: str) -> bool:
    """Whether a figure is exact, or the bound that a goal sets: 抚育良种基地1.8万亩以上."""
    return not token.approximate or text.startswith(_BOUNDS, token.end)


def _key(token: Token) -> _Key:
    """What finds a figure again: its amount."""
    return token.number * token.unit.scale, token.unit.kind


def _of_one_figure(reading: Reading, told: Sequence[Token], cells: Sequence[_Cell]) -> Iterator[Proposal]:
    """The tellings of one figure in the text and in tables, each with the one nearest in words."""
    if len(told) > _MANY or len(cells) > _MANY or len(told) + len(cells) < 2:
        return
    texts = [of_text(reading, token) for token in told]
    rows = [of_cell(*cell) for cell in cells]
    paired: set[int] = set()
    for text in texts:
        best = _best(text, rows)
        if best is not None:
            paired.add(best.token.index)
            yield _equal(text, best)
    for row in rows:
        best = _best(row, texts) if row.token.index not in paired else None
        if best is not None:
            yield _equal(row, best)
    for at, text in enumerate(texts):
        best = _best(text, texts[:at])
        if best is not None:
            yield _equal(text, best)


def _of_two_tables(cells: Sequence[_Cell]) -> Iterator[Proposal]:
    """The rows of two tables that tell one figure under names that meet."""
    if not 1 < len(cells) <= _MANY or len({id(table) for table, *_ in cells}) < 2:
        return
    rows = [of_cell(*cell) for cell in cells]
    for at, row in enumerate(rows):
        best = _best(row, rows[:at])
        if best is not None:
            yield _equal(row, best)


def _best(one: Telling, others: Sequence[Telling]) -> Telling | None:
    """The telling elsewhere that shares most words with this one, where they are enough."""
    found: Telling | None = None
    most = Decimal(0)
    for other in others:
        if other.token.block is not one.token.block:
            shared = points(one, other)
            if shared > most and shared >= _needed(one, other):
                found, most = other, shared
    return found


_NEEDED = tuple(Decimal(words) for words in ("9", "9", "4", "3.5", "2.5", "2", "2", "1.5", "1.5", "1"))
"""Words that must be shared, by ``digits_of`` the figure."""
_ALIKE = Decimal("1.5")
"""What two texts must share beyond that: no header says what their figures are."""


def _needed(one: Telling, other: Telling) -> Decimal:
    digits = min(digits_of(one.token), digits_of(other.token), len(_NEEDED) - 1)
    both = one.row is None and other.row is None
    return _NEEDED[digits] + (_ALIKE if both else 0)


def _equal(one: Telling, other: Telling) -> Proposal:
    """Both are the same; a cell whose unit is not printed has that of the text."""
    first, later = sorted((one.token, other.token), key=lambda token: token.index)
    sure, open_ = (first, later) if later.declared or later.unit.kind == "number" else (later, first)
    unit = None if first.unit.kind == later.unit.kind else sure.unit
    told = [quantity(token, unit if token is open_ else None) for token in (later, first)]
    return Proposal((compared(KIND, told[0], "=", told[1], role=later.role or first.role),), asserted=False)
