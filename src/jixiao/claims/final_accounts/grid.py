"""The grid of a table: where its header ends, which columns hold names, codes and figures, and their lanes.

Two-lane tables set receipts beside spending, so that the label of spending stands in the third column or
further; the tables of economic items have three lanes in places. A lane is a column of names with the codes
left of it and the figures right of it, up to the next lane.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from jixiao.claims.final_accounts.titles import kind_of_title, squeezed
from jixiao.claims.reading.tables.blanks import is_gap
from jixiao.core.document import Block, Cell

_CJK = re.compile(r"[\u4e00-\u9fff]")
_FIGURE = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")
DASH = re.compile(r"[-—–_/\\]+")
_CODE = re.compile(r"\d{2,7}")
_HEADED_CODE = re.compile(r"编码|代码|(?:^|/)[类款项]$")
_LINE_NUMBER = re.compile(r"行次|序号|行号")
_NUMBERING = re.compile(r"栏次|行次|甲|乙")
_ASIDE = re.compile(r"备注|(?:单位|部门)(?:名称|代码|编码)")
_FURNITURE = re.compile(
    r"(?:金额)?单位[:为]|^(?:公开|财决)?\d*表$|编制(?:单位|部门)|^(?:部门|单位)(?:名称)?:|^注|^\d{4}年度?$"
)
_ITEM = re.compile(r"^[一二三四五六七八九十]+、|^\d{3,7}$")
_FEWEST_NUMBERED = 3
_WIDTHS = (3, 5, 7)
"""Digits of the codes of 类, 款 and 项."""


UNNAMED = -1
"""The column of names of a lane that has none."""


@dataclass(slots=True)
class Lane:
    """A column of names with its codes, and its columns of figures with their headers."""

    name: int
    codes: list[int] = field(default_factory=list)
    figures: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class Grid:
    """A table laid out: the cell of each position, what rows are its body, its lanes."""

    block: Block
    cells: dict[tuple[int, int], Cell]
    words: dict[tuple[int, int], str]
    body: list[int]
    lanes: list[Lane]


def lay_out(block: Block, like: "Grid | None" = None) -> Grid | None:
    """The grid of a table; None where it has no names beside figures.

    ``like`` is the table that this one continues, whose header holds where this one has none.
    """
    cells = {(cell.row, cell.column): cell for cell in block.cells}
    words = {at: squeezed(cell.text) for at, cell in cells.items()}
    numbers = sorted({row for row, _ in cells})
    filled: dict[int, dict[int, str]] = {row: {} for row in numbers}  # the words of each row by column
    for (row, c), word in words.items():
        if word:
            filled[row][c] = word
    first = next((at for at, row in enumerate(numbers) if _opens_body(filled[row], cells, row)), len(numbers))
    headers = [
        row
        for row in numbers[:first]
        if not (_is_furniture(filled[row], cells, row) or _is_numbering(filled[row]))
    ]
    body = [row for row in numbers[first:] if not _is_numbering(filled[row])]
    if like is not None and not headers:
        return Grid(block, cells, words, body, like.lanes)
    paths = _paths(cells, words, headers)
    lanes = _lanes([filled[row] for row in body], paths)
    return Grid(block, cells, words, body, lanes) if lanes else None


def _opens_body(filled: dict[int, str], cells: dict[tuple[int, int], Cell], row: int) -> bool:
    """Whether a row is the first of the body: it has figures or the first items, and is no numbering."""
    if not filled or _is_numbering(filled) or _is_furniture(filled, cells, row):
        return False
    return any(_FIGURE.fullmatch(word) or _ITEM.match(word) or is_gap(word) for word in filled.values())


def _is_numbering(filled: dict[int, str]) -> bool:
    """Whether a row numbers the columns: 栏次 | 1 | 2 | 3."""
    words = [word for _, word in sorted(filled.items())]
    numbers = [int(word) for word in words if word.isdigit()]
    others = [word for word in words if not word.isdigit() and not DASH.fullmatch(word)]
    if not numbers or any(_NUMBERING.search(word) is None for word in others):
        return False
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) and (
        bool(others) or (len(numbers) >= _FEWEST_NUMBERED and numbers[0] == 1)
    )


def _is_furniture(filled: dict[int, str], cells: dict[tuple[int, int], Cell], row: int) -> bool:
    """Whether a row holds only the title, the unit, the body or a note."""
    columns = max((c for _, c in cells), default=0)
    return all(
        _FURNITURE.search(word) is not None
        or kind_of_title(word) is not None
        or (len(filled) == 1 and columns > 1 and cells[row, c].column_span > columns)
        for c, word in filled.items()
    )


def _paths(
    cells: dict[tuple[int, int], Cell], words: dict[tuple[int, int], str], headers: list[int]
) -> dict[int, str]:
    """The header of each column, from the outermost to its own, merged cells told to all they cover."""
    stacks: dict[int, list[str]] = {}
    for row, c in sorted((at for at in cells if at[0] in headers), key=lambda at: at):
        word = words[row, c]
        if word:
            for column in range(c, c + max(cells[row, c].column_span, 1)):
                if word not in stacks.setdefault(column, []):
                    stacks[column].append(word)
    return {column: "/".join(stack) for column, stack in stacks.items()}


def _lanes(body: list[dict[int, str]], paths: dict[int, str]) -> list[Lane]:
    columns: dict[int, list[str]] = {}
    for filled in body:
        for c, word in filled.items():
            columns.setdefault(c, []).append(word)
    for c in paths:
        columns.setdefault(c, [])
    names, codes, figures = _sorted_out(columns, paths)
    lanes: list[Lane] = []
    for at, name in enumerate(names):
        left = names[at - 1] if at else -1
        right = names[at + 1] if at + 1 < len(names) else max(columns) + 1
        lane = Lane(name, [c for c in codes if left < c < name])
        lane.figures = {c: paths.get(c, "") for c in figures if name < c < right}
        if lane.figures:
            lanes.append(lane)
    if not names and figures:  # one row of figures under headers, as the three publics are printed
        lanes.append(Lane(UNNAMED, [], {c: paths.get(c, "") for c in figures}))
    return lanes


def _sorted_out(
    columns: dict[int, list[str]], paths: dict[int, str]
) -> tuple[list[int], list[int], list[int]]:
    """The columns of names, of codes and of figures."""
    names: list[int] = []
    codes: list[int] = []
    figures: list[int] = []
    for c in sorted(columns):
        filled, path = columns[c], paths.get(c, "")
        own = path.rsplit("/", 1)[-1]
        headed = _HEADED_CODE.search(own) is not None
        if _ASIDE.search(own) or _LINE_NUMBER.search(own) or (not headed and _runs(filled, path)):
            continue
        filled = [word for word in filled if not is_gap(word)]  # 〔待补：预算数〕 is no name
        named = sum(_CJK.search(word) is not None for word in filled)
        coded = sum(_CODE.fullmatch(word) is not None for word in filled)
        if coded and headed and named <= max(2, coded // 2):
            codes.append(c)
        elif named and named * 2 >= len(filled):
            names.append(c)
        elif coded and coded == len(filled) and (_HEADED_CODE.search(path) or _are_codes(filled, path)):
            codes.append(c)
        else:
            figures.append(c)
    if not names and codes:  # 合计 alone stands in the column of codes
        names.append(codes[-1])
    return names, codes, figures


def _are_codes(filled: list[str], path: str) -> bool:
    """Whether figures of a column whose header was lost are codes: of three widths, one within another."""
    if path or not all(len(word) in _WIDTHS for word in filled):
        return False
    return any(b != a and b.startswith(a) for a, b in pairwise(filled))


def _runs(filled: list[str], path: str) -> bool:
    """Whether a column without a header of figures counts the lines: 1, 2, 3."""
    numbers = [int(word) for word in filled if word.isdigit()]
    if len(numbers) < _FEWEST_NUMBERED or len(numbers) != len(filled) or "数" in path or "额" in path:
        return False
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))
