"""Tables set side by side, income left and spending right: each half is read as a table of its own.

Such is 项目 | 行次 | 金额 | 项目 | 行次 | 金额. Where empty cells were dropped, a row is divided where its
second label stands, and the running numbers of the lines tell to which half a lone label belongs.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jixiao.core.document import Cell

Grid = dict[int, dict[int, Cell]]
Texts = dict[tuple[int, int], str]
_Words = list[tuple[int, str]]

_LABEL = re.compile(
    r"项目(?:\(.{1,12}\))?|(?:收入|支出)(?:项目)?|资产|负债.{0,8}|(?:预算|支出)?科目(?:名称)?|资金(?:来源|运用|使用)|.{0,6}分类.{0,6}"
)
_CODE = re.compile(r".*(?:编码|代码)")
_LINE_NUMBER = re.compile(r"行次|序号|行号|栏次")
_FIGURE = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?%?")
_CLASS = re.compile(r"\d{3,7}")
_STAFF = ("301", "303")
"""Classes of the economic classification that make up the cost of staff."""
_FEWEST_ROWS = 3
_FRESH = 4
_NEVER = 1000
"""Gaps between line numbers: to the first of a half, and where they would go back."""


def halves(grid: Grid, texts: Texts) -> list[tuple[Grid, Texts]]:
    """The tables that stand side by side in this one, or the table itself."""
    numbers = sorted(grid)
    for position, number in enumerate(numbers):
        header = _words(grid, texts, number)
        cuts = _cuts([word for _, word in header])
        if not cuts:
            continue
        body = numbers[position + 1 :]
        columns = [header[at][0] for at in cuts]
        amounts = [c for c, word in header if sum(word == other for _, other in header) == len(cuts)]
        figures = [c for c in amounts if c not in columns and c - 1 not in columns] or amounts[-1:]
        if _stands_in_columns(grid, texts, body, columns[1:], figures):
            return [(part, texts) for part in _by_column(grid, columns, numbers[max(position - 1, 0)])]
        dropping = _Dropping(grid, texts, number, cuts)
        for row in body:
            dropping.take(row)
        first, *others = dropping.halves
        above = {row: cells for row, cells in grid.items() if row < number}
        first.grid = above | first.grid
        return [(half.grid, texts | half.texts) for half in (first, *others)]
    return [(grid, texts)]


def _words(grid: Grid, texts: Texts, number: int) -> _Words:
    """The filled cells of a row, without the blanks inside their words."""
    row = ((c, "".join(texts[number, c].split())) for c in sorted(grid[number]))
    return [(c, word) for c, word in row if word]


def _cuts(names: list[str]) -> list[int]:
    """Where in a header halves begin: at a label, or its code, that comes again; [] where none does."""
    if len(names) < 4 or any(_is_figure(word) for word in names):
        return []
    labels = [at for at, word in enumerate(names) if _LABEL.fullmatch(word)]
    cuts = [at - 1 if at and _CODE.fullmatch(names[at - 1]) else at for at in labels]
    if len(cuts) < 2 or cuts[0] != 0 or cuts[1] < 2 or len(names) - cuts[-1] < 2:
        return []
    return cuts if set(names[1 : cuts[1]]) & set(names[cuts[-1] + 1 :]) else []


def _is_figure(word: str) -> bool:
    return _FIGURE.fullmatch(word.replace(" ", "")) is not None


def _stands_in_columns(
    grid: Grid, texts: Texts, body: Sequence[int], labels: Sequence[int], figures: Sequence[int]
) -> bool:
    """Whether labels stand where the headers of further halves do: then no empty cells were dropped."""
    words = [word for number in body for c, word in _words(grid, texts, number) if c in labels]
    named = sum(not _is_figure(word) or _CLASS.fullmatch(word) is not None for word in words)
    moved = any(
        c in figures and len(word) > 1 and not _is_figure(word)
        for number in body
        for c, word in _words(grid, texts, number)
    )
    return named >= _FEWEST_ROWS and named * 6 >= len(words) * 5 and not moved


def _by_column(grid: Grid, columns: list[int], first: int) -> list[Grid]:
    """The grid cut at these columns from a row on; what stands above it stays with the first half."""
    parts: list[Grid] = [{} for _ in columns]
    for number, row in grid.items():
        for c, cell in row.items():
            at = max(sum(c >= start for start in columns) - 1, 0) if number >= first else 0
            parts[at].setdefault(number, {})[c] = cell
    return parts


@dataclass(slots=True)
class _Half:
    """One half: its width, whether codes and line numbers stand in it, its rows, the last line number."""

    width: int
    coded: bool
    numbered: bool
    grid: Grid = field(default_factory=dict)
    texts: Texts = field(default_factory=dict)
    last: int = -1

    def gap_to(self, number: int) -> int:
        """How far a line number is from the last one here; none goes back, and any may be the first."""
        return number - self.last if number > self.last >= 0 else _FRESH if self.last < 0 else _NEVER


class _Dropping:
    """Divides rows whose empty cells were dropped."""

    def __init__(self, grid: Grid, texts: Texts, number: int, cuts: list[int]) -> None:
        self.grid, self.texts = grid, texts
        self.halves: list[_Half] = []
        self.before = self.totals = 0
        header = _words(grid, texts, number)
        for start, end in zip(cuts, [*cuts[1:], len(header)], strict=True):
            words = header[start:end]
            numbered = any(_LINE_NUMBER.fullmatch(word) for _, word in words)
            half = _Half(len(words), _CODE.fullmatch(words[0][1]) is not None, numbered)
            self.halves.append(half)
            for at, (c, _) in enumerate(words):
                self._put(half, number, at, c)

    def _put(self, half: _Half, number: int, at: int, c: int) -> None:
        half.grid.setdefault(number, {})[at] = self.grid[number][c]
        half.texts[number, at] = self.texts[number, c]

    def take(self, number: int) -> None:
        """Divide a row among the halves; one with more labels than halves is no row of theirs."""
        strands = self._strands(_words(self.grid, self.texts, number))
        if not strands or len(strands) > len(self.halves):
            return
        whole = len(strands) == len(self.halves)
        first = 0 if whole else self._half_of(strands[0])
        for half, strand in zip(self.halves[first:], strands, strict=False):
            self._place(half, number, strand)
        self.before = first

    def _strands(self, words: _Words) -> list[_Words]:
        """A row cut before each label, or before its code."""
        strands: list[_Words] = []
        coded = self.halves[0].coded
        for at, (c, word) in enumerate(words):
            is_code = coded and _CLASS.fullmatch(word) is not None
            after_code = coded and at > 0 and _CLASS.fullmatch(words[at - 1][1]) is not None
            opens = is_code and at + 1 < len(words) and not _is_figure(words[at + 1][1])
            if opens or not (_is_figure(word) or after_code):
                strands.append([])
            elif not strands:
                continue  # the number of a line without a label
            strands[-1].append((c, word))
        return [strand for strand in strands if not _LINE_NUMBER.fullmatch(strand[0][1])]

    def _half_of(self, strand: _Words) -> int:
        """The half of a lone label: the one whose line numbers it carries on, else that of the row above."""
        numbers = [int(word) for _, word in strand[1:2] if word.isdigit() and len(word) < 4]
        if numbers and all(half.numbered for half in self.halves):
            gaps = [half.gap_to(numbers[0]) for half in self.halves]
            if min(gaps) < _NEVER:
                return gaps.index(min(gaps))
        return self._half_of_code(strand[0][1])

    def _half_of_code(self, code: str) -> int:
        """By their class, codes of staff stand left and all others right; totals stand left, then right."""
        last = len(self.halves) - 1
        if not self.halves[0].coded:
            return self.before if self.halves[0].numbered else last
        if _CLASS.fullmatch(code):
            return 0 if code[:3] in _STAFF else last
        self.totals += 1
        return min(self.totals - 1, last)

    def _place(self, half: _Half, number: int, strand: _Words) -> None:
        at = int(half.coded and _CLASS.fullmatch(strand[0][1]) is None)
        label = int(half.coded)
        for c, word in strand:
            if half.numbered and at == label + 1:
                if word.isdigit() and half.last < int(word) < 1000:
                    half.last = int(word)
                else:
                    at += 1
            if at < half.width:
                self._put(half, number, at, c)
            at += 1
