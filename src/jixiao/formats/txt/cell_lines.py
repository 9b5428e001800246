"""Tables whose cells stand on lines of their own, as copied from web pages and PDFs, perhaps with bars.

A row is one or more labels followed by figures. When most rows have the same number of figures, that is the
number of columns; the labels before the first row are the header. Where empty cells left no line, rows are
shorter than others: they make a table only under a header that names codes or numbers its lines.
"""

import re
from collections import Counter
from collections.abc import Sequence

from jixiao.formats.txt.sided_cells import sides

Item = tuple[int, int, str]
Row = tuple[list[Item], list[Item]]

_FIGURE = re.compile(r"\s*(?:[-−]?\d[\d,]*(?:\.\d+)?\s*(?:[%％]|万元|亿元|元|个|人|分)?|[-—/－]+|无)\s*$")
_HEADER = re.compile(r"\s*(?:分\s?值|权\s?重|得\s?分|[一二三]级指标|指标值|年度指标值|实际完成值)\s*$")
_WEIGHT = re.compile(r"(?:分\s?值|权\s?重)$")
_SCORE = re.compile(r"得\s?分$")
_TOTAL = re.compile(r"(?:总\s?分|合\s?计|总\s?计)$")
_LONGEST_FORM = 240
_TARGET = re.compile(r"[≥≤><＝≧≦＞＜]\s?\d")
_POINTS = re.compile(r"[(（]\s?\d{1,3}(?:\.\d)?\s?分\s?[)）]")
_OPERATOR = re.compile(r"[=≥≤><＝═≧≦＞＜]+$")
_YEAR = re.compile(r"(?:19[89]|20[0-4])\d$")
_BARS = " \t\u3000|│｜"
_ENDS = "。；：:;，,"
_LONGEST_CELL = 24
_LONGEST_BARRED = 200
_MOST_LINES = 2000
_DASHES = re.compile(r"[-—/－]+")
_DIGIT = re.compile(r"\d")
_LABEL = re.compile(r"[\u4e00-\u9fff]{0,6}(?:总\s?[额计数]|合\s?计)\s?[:：]")
"""年度资金总额：, the first row of the form's money; other words before a colon lead to a sentence."""
_UNIT = re.compile(r"[(（]?\s*(?:金额|计量)?单位\s*[:：]")
_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}\s?、|[(（][一二三四五六七八九十]{1,3}[)）]|附?表\s?\d")
"""A heading above the header of a table: the table begins below it."""
_TOTAL_HEADER = re.compile(r".{0,6}[合总]\s*计")
_SUBTOTAL_HEADER = re.compile(r"小\s*计")
_FEWEST_ALONE, _MOST_ALONE = 4, 24
_BLANKS = 5
"""Blank lines that end a table whose cells each stand between blank lines: with fewer, a cell is empty."""
_MOST_LABELS = 60
"""Lines of words in a row beyond which no header is meant: the cost of a page of words stays its length."""
_FEWEST = 3
_GROUP_AND_NAME = 2
_LINE_NUMBERS = re.compile(r"[行栏]\s*次")
_CODES = re.compile(r".*(?:编码|代码)|序\s*号")
_CODE = re.compile(r"\d{3}(?:\d\d){0,2}")
_CODE_OR_ORDINAL = re.compile(r"\d{1,3}(?:\d\d){0,2}")
_FIRST_HEADER = re.compile(r"项\s*目|科目.*|收\s*入|.*(?:编码|代码)|序\s*号")


def find_cell_lines(lines: Sequence[str], first: int) -> tuple[tuple[Item, ...], ...] | None:
    """The rows of the table that begins at this line, or None."""
    opening = lines[first].strip(_BARS)
    if not _is_cell(opening) or _is_figure(opening):
        return None
    cells: list[Item] = []
    labels = blanks = 0
    double = True
    index = first
    while index < len(lines) and len(cells) < _MOST_LINES:
        raw = lines[index]
        text = raw.strip(_BARS)
        if text and (
            not _is_cell(text, barred=raw.rstrip()[-1:] in "|│｜") or "\t" in text or raw.startswith("\t")
        ):
            break
        labels = labels if not text else 0 if _is_figure(text) else labels + 1
        if labels > _MOST_LABELS:
            break
        if text:
            double = double and (blanks > 0 or not cells)
            cells.append((index, raw.find(text), text))
            blanks = 0
        elif not raw.strip():
            blanks += 1
            if blanks >= (_BLANKS if double and len(cells) > 1 else 2):
                break
        index += 1
    if len(cells) < 6 or _in_form(lines, first):
        return None
    return _table(cells)


def _in_form(lines: Sequence[str], first: int) -> bool:
    """Whether a line stands between the header of a form (分值, 得分) and its total.

    Rows of a form hold words between their figures; what is left of them makes no columns.
    """
    below = ""
    for index in range(first - 1, max(first - _LONGEST_FORM, 0) - 1, -1):
        text = lines[index].strip(_BARS)
        if _TOTAL.match(text):
            return False
        if _WEIGHT.match(text) and _SCORE.match(below):
            return True
        below = text or below
    return False


def _is_cell(text: str, *, barred: bool = False) -> bool:
    """Whether a line is a cell: short and no sentence, or any text that a bar ends."""
    if barred:
        return 0 < len(text) <= _LONGEST_BARRED and not any(bar in text for bar in "|│｜")
    short = len(text) <= _LONGEST_CELL and not _UNIT.match(text)
    if not text or not short or "。" in text:
        return False
    return text[-1] not in _ENDS or (text[-1] in ":：" and _LABEL.fullmatch(text) is not None)


def _is_figure(text: str) -> bool:
    return bool(_FIGURE.match(text)) and not _YEAR.match(text)


def _rows(cells: Sequence[Item], *, coded: bool) -> list[Row]:
    """Cells grouped into labels and the figures that follow them; empty when a figure stands first."""
    rows: list[Row] = []
    ordinal = 1
    for at, cell in enumerate(cells):
        is_figure = _is_figure(cell[2])
        named = at + 1 < len(cells) and not _is_figure(cells[at + 1][2])
        opens = coded and named and (_CODE.fullmatch(cell[2]) is not None or cell[2] == str(ordinal))
        ordinal += opens and cell[2] == str(ordinal)
        if is_figure and not opens:
            if not rows:
                return []
            rows[-1][1].append(cell)
        elif rows and not rows[-1][1]:
            rows[-1][0].append(cell)
        else:
            rows.append(([cell], []))
    return [row for row in rows if row[1]]


def _table(cells: Sequence[Item]) -> tuple[tuple[Item, ...], ...] | None:
    """Header and rows; None when no number of columns prevails."""
    opening = next((at for at, cell in enumerate(cells) if _is_figure(cell[2])), len(cells))
    header = cells[:opening]
    coded = any(_CODES.fullmatch(cell[2]) for cell in header)
    rows = _rows(cells, coded=coded)
    if len(rows) < 2:
        return _only_row(*rows[0]) if rows else None
    if coded or any(_LINE_NUMBERS.fullmatch(cell[2]) for cell in header):
        opens = coded and opening < len(cells) and _CODE_OR_ORDINAL.fullmatch(cells[opening][2]) is not None
        opens = opens and not _LINE_NUMBERS.fullmatch(header[-1][2])
        return _under_header(header if opens else header[:-1], rows, coded=coded)
    if (sided := sides(rows)) is not None:
        return sided
    rows, width = _alike(rows)
    if not rows:
        return None
    if _loses_words(rows):
        return None
    if (grouped := _grouped(rows, width)) is not None:
        return grouped
    head = rows[0][0][:-1]
    lost = head[: -width - 1]
    if any(_HEADER.match(label[2]) for label in lost) or (lost and _HEADING.match(lost[0][2])):
        return None
    made: list[tuple[Item, ...]] = [(cell,) for cell in lost if _UNIT.match(cell[2])]
    if len(head) > width:
        made.append(tuple(head[-width - 1 :]))
    elif head:
        made.append(((head[0][0], 0, ""), *[(head[0][0], 0, "")] * (width - len(head)), *head))
    made.extend((labels[-1], *figures) for labels, figures in rows)
    return tuple(made)


def _loses_words(rows: list[Row]) -> bool:
    """Whether words between the rows would be lost, or the figures of a row do not stand side by side.

    They would where the header of another table stands inside, sections with their weights (过程(25分)) above
    the rows, a target where the name of a row should stand, or signs (= 100 %) among the labels.
    """
    inner = [label[2] for labels, _ in rows for label in labels[:-1]]
    return (
        any(_HEADER.match(label[2]) for labels, _ in rows[1:] for label in labels[:-1])
        or any(_POINTS.search(label) for label in inner)
        or any(_TARGET.match(labels[-1][2]) for labels, _ in rows)
        or any(_OPERATOR.match(label[2]) for labels, _ in rows for label in labels)
    )


def _grouped(rows: list[Row], width: int) -> tuple[tuple[Item, ...], ...] | None:
    """Weights and scores whose rows begin with their section where it changes, below a header of both."""
    first, more = rows[0][0], [labels for labels, _ in rows[1:]]
    if len(first) < width + 4 or max(map(len, more)) != _GROUP_AND_NAME:
        return None
    header = first[-width - 4 : -2]
    if not any(_WEIGHT.match(cell[2]) or _SCORE.match(cell[2]) for cell in header[-width:]):
        return None
    made = [tuple(header)]
    for labels, figures in [(first[-2:], rows[0][1]), *rows[1:]]:
        index, start, _ = labels[-1]
        front = labels if len(labels) > 1 else [(index, start, ""), *labels]
        made.append((*(front[::-1] if _TOTAL.match(labels[-1][2]) else front), *figures))
    return tuple(made)


def _only_row(labels: list[Item], figures: list[Item]) -> tuple[tuple[Item, ...], ...] | None:
    """The figures of one row under a header with 合计 and 小计, whose other cells cannot be told apart."""
    numbered = next((at for at, cell in enumerate(figures) if cell[2] != str(at + 1)), len(figures))
    figures = figures[numbered if numbered >= _FEWEST else 0 :]
    total = next((cell for cell in labels if _TOTAL_HEADER.fullmatch(cell[2])), None)
    nested = any(_SUBTOTAL_HEADER.fullmatch(cell[2]) for cell in labels)
    if total is None or not nested or not _FEWEST_ALONE <= len(figures) <= _MOST_ALONE:
        return None
    return ((total, *figures),)


def _alike(rows: list[Row]) -> tuple[list[Row], int]:
    """As many rows from the first on as mostly have one number of figures, and that number.

    Rows of dashes at the end (其他资金) are left out where they are shorter: their empty cells left no line.
    """
    told = len(rows)
    while told > _GROUP_AND_NAME and not any(_DIGIT.search(cell[2]) for cell in rows[told - 1][1]):
        told -= 1
    rows = rows if len(rows[told - 1][1]) == len(rows[-1][1]) else rows[:told]
    counts = [len(figures) for _, figures in rows]
    for end in range(len(rows), 1, -1):
        width, times = Counter(counts[:end]).most_common(1)[0]
        if end < len(rows) and (counts[end - 1] != width or end < _FEWEST or width == 1):
            continue
        if times * 10 >= end * 7 and (width > 1 or end >= _FEWEST):
            return rows[:end], width
    return [], 0


def _under_header(
    header: Sequence[Item], rows: list[Row], *, coded: bool
) -> tuple[tuple[Item, ...], ...] | None:
    """Rows of any length below a header that tells how to read them."""
    if len(rows) < _FEWEST:
        return None
    made = [_header(header, coded=coded)]
    if max(len(figures) for _, figures in rows) > len(made[0]):
        return None  # figures of several rows whose labels are lost
    for labels, figures in rows:
        if _LINE_NUMBERS.fullmatch(labels[-1][2]):
            continue
        index, start, _ = labels[-1]
        has_code = len(labels) > 1 and _CODE_OR_ORDINAL.fullmatch(labels[-2][2]) is not None
        front = [labels[-2] if has_code else (index, start, "")]
        if not has_code and len(figures) + 1 == len(made[0]) and _DASHES.fullmatch(figures[0][2]):
            front = []  # 合计 below 序号, a dash below 名称
        made.append((*(front if coded else ()), labels[-1], *figures))
    return tuple(made) if made[0] else None


def _header(cells: Sequence[Item], *, coded: bool) -> tuple[Item, ...]:
    """The cells of the header from its first label on; codes and names stand under the first column's."""
    names = [cell[2] for cell in cells]
    labels = [at for at, name in enumerate(names) if _FIRST_HEADER.fullmatch(name)]
    twice = [at for at in labels if names.count(names[at]) > 1]
    first = next(iter(twice or labels), None)
    if first is None:
        return ()
    code = next((at for at, name in enumerate(names) if _CODES.fullmatch(name)), None) if coded else None
    if code is None or code <= first or code + 1 >= len(names):
        return tuple(cells[first:])
    return (cells[code], cells[code + 1], *cells[first + 1 : code], *cells[code + 2 :])
