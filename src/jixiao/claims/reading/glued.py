"""Cells of a form's money that were run together: 202010100.00%10 below 预算数 执行数 分值 执行率 得分.

The header tells how many figures there are. They are read apart only where one way alone makes the printed
rate out of outturn and budget; a row below without a rate is read apart where it repeats the amounts above.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from jixiao.claims.reading.tables.money_header import MONEY_END, MOST_MARKS, MoneyHeader, money_headers
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import NUMBER, PERCENT
from jixiao.core.document import Block

_RUN = re.compile(r"\d(?<![\d.,A-Za-z≥≤].)[\d.]{2,27}(?:%(?P<behind>[\d.]{0,9}))?(?![\d%])")
_NUMBER = re.compile(r"(?:0|[1-9]\d{0,9})(?:\.\d{1,6})?")
_MARKS = range(1, MOST_MARKS + 1)
_TAIL = 160
"""Characters of the text before in which a header may begin."""


class GluedCells:
    """Reads the paragraphs of a form one after the other, remembering the header and the row above."""

    def __init__(self) -> None:
        self._tail = ""
        self._header: MoneyHeader | None = None
        self._above: tuple[str, ...] = ()

    def tokens(self, text: str, block: Block, *, skip: int) -> list[Token]:
        """The figures of the cells that were run together in the next paragraph."""
        shift = len(self._tail)
        whole = f"{self._tail}\n{text}"
        places = [(header.end - shift - 1, header) for header in money_headers(whole) if header.end > shift]
        self._tail = whole[-_TAIL:]
        if self._header is None and not places:
            return []
        ends = [found.start() for found in MONEY_END.finditer(text)]
        made: list[Token] = []
        for run in _RUN.finditer(text, skip):
            self._advance(run.start(), places, ends)
            if self._header is not None:
                made.extend(self._apart(run, self._header, block))
        self._advance(len(text), places, ends)
        return made

    def _advance(self, at: int, places: list[tuple[int, MoneyHeader]], ends: list[int]) -> None:
        """Which header stands above a place, none behind the end of the money."""
        while places and places[0][0] <= at:
            start, self._header = places.pop(0)
            self._above = ()
            while ends and ends[0] < start:
                ends.pop(0)
        while ends and ends[0] <= at:
            ends.pop(0)
            self._header = None

    def _apart(self, run: re.Match[str], header: MoneyHeader, block: Block) -> Iterator[Token]:
        text = run.group()
        if "%" in text:
            pieces = apart(text, header)
            self._above = pieces[: header.amounts] if pieces else ()
        else:
            pieces = self._above if "".join(self._above) == text else ()
        at = run.start()
        for piece in pieces:
            yield _token(piece, at, block)
            at += len(piece)


def outside(tokens: list[Token], glued: list[Token]) -> list[Token]:
    """The tokens that begin outside the cells that were read apart."""
    taken = {at for token in glued for at in range(token.start, token.end)}
    return [token for token in tokens if token.start not in taken]


def apart(text: str, header: MoneyHeader) -> tuple[str, ...]:
    """The cells of a row that were run together, () where nothing tells one way from the others."""
    front, _, back = text.partition("%")
    for marked in (True, False) if header.before else (False,):
        found = [
            (*cells[:-1], f"{cells[-1]}%", *behind)
            for cells in _pieces(front, header.amounts + marked + 1)
            for behind in _behind(back, header)
            if _agrees(cells, behind, header, marked=marked)
        ]
        if found:  # a row that has its full mark is not read without it
            return found[0] if len(found) == 1 else ()
    return ()


def _pieces(text: str, count: int) -> Iterator[tuple[str, ...]]:
    """Every way to read a text as so many figures."""
    for cuts in combinations(range(1, len(text)), count - 1):
        places = (0, *cuts, len(text))
        cells = tuple([text[start:end] for start, end in pairwise(places)])
        if all(_NUMBER.fullmatch(cell) for cell in cells):
            yield cells


def _behind(text: str, header: MoneyHeader) -> Iterator[tuple[str, ...]]:
    """Full mark and points behind the rate, as far as the header has them."""
    if not text:
        yield ()
        return
    for count in range(1, header.behind + header.score + 1):
        yield from _pieces(text, count)


def _agrees(cells: Sequence[str], behind: Sequence[str], header: MoneyHeader, *, marked: bool) -> bool:
    """Whether the rate is the outturn over the budget, and the points are made of it where they are told."""
    base, done = Decimal(cells[header.base]), Decimal(cells[header.amounts - 1])
    rate = Decimal(cells[-1])
    step = Decimal(1).scaleb(-len(cells[-1].partition(".")[2]))
    if not (base and done and rate) or abs(done * 100 - rate * base) >= base * step:
        return False
    marks = [cells[-2]] if marked else list(behind[:1]) if header.behind and len(behind) > 1 else []
    if any(not mark.isdigit() or int(mark) not in _MARKS for mark in marks):
        return False
    return not (behind and marks) or Decimal(behind[-1]) <= Decimal(marks[0])


def _token(piece: str, at: int, block: Block) -> Token:
    figure = piece.rstrip("%")
    return Token(
        start=at,
        end=at + len(piece),
        figure_end=at + len(figure),
        number=Decimal(figure),
        decimals=len(figure.partition(".")[2]),
        unit=PERCENT if piece != figure else NUMBER,
        approximate=False,
        comparator="",
        grouped=False,
        block=block,
        cell=None,
    )
