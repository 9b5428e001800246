"""A document's text and figures in one line, as forms are read whose table was lost."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from operator import attrgetter

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.script import plain
from jixiao.claims.reading.tokens import Token
from jixiao.core.frozen import frozen

_BARE = re.compile(r"\d+(?:\.\d+)?")
_START = attrgetter("start")


@frozen
class Figure:
    """A figure of the stream; ``bare`` when it is printed without a unit."""

    start: int
    end: int
    token: Token
    bare: bool

    @property
    def number(self) -> Decimal:
        """Its value as printed."""
        return self.token.number


class Stream:
    """A document's text and figures in one line, cells between bars."""

    def __init__(self, pieces: Iterable[tuple[str, Sequence[Token]]]) -> None:
        self._pieces = list(pieces)
        self.text = "".join([text for text, _ in self._pieces])

    @cached_property
    def figures(self) -> list[Figure]:
        """In the order of the text."""
        found: list[Figure] = []
        at = 0
        for text, tokens in self._pieces:
            found.extend([_figure(text, token, at) for token in tokens])
            at += len(text)
        return sorted(found, key=_START)

    def between(self, start: int, stop: int) -> list[Figure]:
        """The figures that begin in a stretch of the text."""
        return self.figures[self._first(start) : self._first(stop)]

    def behind(self, at: int, most: int) -> list[Figure]:
        """The next figures from a place on."""
        first = self._first(at)
        return self.figures[first : first + most]

    def _first(self, at: int) -> int:
        return bisect_left(self.figures, at, key=_START)


@once
def stream(reading: Reading) -> Stream:
    """The document as forms are read."""
    return Stream(_pieces(reading))


def _pieces(reading: Reading) -> Iterator[tuple[str, Sequence[Token]]]:
    """The text of each paragraph and cell, and the signs behind it, with its figures."""
    tables = {table.block.index: table for table in reading.tables}
    for block in reading.document.blocks:
        table = tables.get(block.index)
        if table is None:
            paragraph = reading.paragraph_of(block.index)
            if paragraph is not None:
                yield paragraph.text, [*paragraph.tokens, *paragraph.bare]
        else:
            cells: dict[int, list[Token]] = {}
            for token in table.tokens:
                cells.setdefault(id(token.cell), []).append(token)
            for cell in block.cells:
                yield f"{plain(cell.text)}|", cells.get(id(cell), ())
        yield "\n", ()


def _figure(text: str, token: Token, at: int) -> Figure:
    """A word behind a blank that could be a unit (8 单项业务) begins the next cell."""
    cut = token.unit.kind != "score" and text[token.figure_end : token.figure_end + 1] in (" ", "|")
    end = token.figure_end if cut else token.end
    bare = _BARE.fullmatch(text, token.start, end) is not None
    return Figure(at + token.start, at + end, token, bare)


def runs_of(text: str, figures: list[Figure]) -> list[list[Figure]]:
    """Bare figures that only blanks and bars set apart."""
    runs: list[list[Figure]] = []
    for figure in figures:
        beside = runs and runs[-1] and not text[runs[-1][-1].end : figure.start].strip(" |\n")
        if not figure.bare:
            runs.append([])
        elif beside:
            runs[-1].append(figure)
        else:
            runs.append([figure])
    return [run for run in runs if run]
