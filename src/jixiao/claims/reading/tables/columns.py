"""Columns of tables: what each means, from the header rows above it."""

import re
from dataclasses import dataclass

from jixiao.claims.reading.tables.blanks import is_gap
from jixiao.claims.reading.units import bracketed_unit, unit_of
from jixiao.core.document import Cell
from jixiao.core.quantity import Unit

_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("index", re.compile(r"^\s*(?:序号|编号|行次|栏次|.{0,10}(?:编码|代码)|类|款|项)\s*$")),
    ("unit", re.compile(r"度量单位|计量单位|^单位$")),
    ("operator", re.compile(r"指标性质|^符号$|运算符")),
    ("score", re.compile(r"^(?:自评)?得\s?分\s?\(|率得\s?分")),
    (
        "rate",
        re.compile(
            r"得\s?分\s?率|(?:执行|完成|支出|支付|到位|节约|节支|使用|控制|实现)(?:率|进度|比例)|占(?:计划|预算|年初|调整|任务|目标).{0,4}%?|(?:为|完成)(?:年初|调整|变动)?(?:预算|计划)的?%|(?:完成|执行|支付|到位)%|完成预算%|预算%|^完成(?:年初|调整|变动)?(?:预算|计划)$"
        ),
    ),
    ("share", re.compile(r"占比|比重|占.{0,6}(?:总|合计|收入|支出).{0,6}%|所占比例|占%")),
    (
        "growth",
        re.compile(
            r"(?:增减|增长|增幅|增速|同比|比上年|较上年|比去年|升降|变动|降幅|±|\+-).{0,10}(?:%|率|幅|比例|百分比)|(?:%|率).{0,4}(?:增减|增长)|^(?:(?:同|比上年|较上年|比去年)比?)?(?:增幅|增速|增长|降幅|减幅|跌幅|下降)$|^同比$|增长率|变动率|增减%|(?:下降|降低|减少|压减|压缩|减|跌)(?:比例|幅度|幅|率|百分比|\(?%)"
        ),
    ),
    (
        "change",
        re.compile(
            r"增减(?:额|数|金额|值)?|增加额|减少额|下降额|压减额|减收额|增收额|变动额|比上年(?:增减|\+-)|同比增减|净增|增\(减\)|差额|变化"
        ),
    ),
    ("full", re.compile(r"权重|分值|满分|标准分|设定分|适用分")),
    ("score", re.compile(r"得分|评分|自评分|实得分|自评总分")),
    ("target", re.compile(r"目标值|指标值|年度指标|计划值")),
    ("actual", re.compile(r"完成值|业绩值|实际值|实际完成|完成情况")),
    ("base", re.compile(r"上年|去年|同期|上期|年初数|期初")),
    ("main", re.compile(r"决算数|执行数|支出数|完成数|实际|执行金额|支付数")),
    ("plan", re.compile(r"预算|计划|目标|任务|预期|概算|批复|下达")),
    (
        "main",
        re.compile(
            r"决算|执行|完成|实际|支出数|本年|累计|本期|金额|支付|期末|年末|^(?:累计|已|全年)?(?:支出|使用|拨付)$"
        ),
    ),
)
_FEWEST_PARTS = 2
"""A 小计 and one part."""
_SHARED = 2
"""Signs that a part has in common with the name of its group."""
_BRACKETED_PERCENT = re.compile(r"\s*[(\[]\s*%\s*[)\]]")
_FALLS = re.compile(r"(?<![升增涨加])(?:下降|降低|降幅|减幅|跌幅|减少|压减|压缩|减收|减支)")


_OF_FIGURES = re.compile(
    r".{0,4}(?:预算|决算|执行|完成|支出|收入)(?:数|额|金额)(?:\(.{1,8}\))?|金额(?:\(.{1,4}\))?|分值|得分|执行率"
)
"""Headers of columns of figures, so never of the names."""
_ROW_NAMES = re.compile(r"编码|代码|名称|^[类款项]$")
_ALONE = re.compile(r"序\s*号|编号|名\s*称|单\s*位|备\s*注|说明|辖\s*区|地区|部门|项\s*目|科目|类别")
"""Headers of names and remarks, which have no others below."""
_PERCENTS = re.compile(r"率|%|占比|比重|比例|幅")
_NAME = re.compile(r"[\u4e00-\u9fff]{2}")
_SIGN = re.compile(r"[≥≤><=＝≧≦]|>=|<=")
_BARE = re.compile(r"\d+(?:\.\d+)?")
_SIGNS = re.compile(r"指标性质|符号|运算符")
_NO_FIGURES = re.compile(r"[一二三四]级指标|指标名称|[度计]量单位|单位|指标性质|符号|运算符")
"""Headers of an indicator's names, sign and unit: a bare figure below one belongs to another column."""
_BLANKS = re.compile(r"(?<=[\u4e00-\u9fff()])\s+(?=[\u4e00-\u9fff()])")
_SUBTOTAL = re.compile(r"[小合]\s*计")
_WHOLE = re.compile(r"(?:合|小|总|共)\s*计|总\s*额|金\s*额|.{0,4}数(?:\(.*\))?|\d*")
"""Headers that add nothing to the one above: the whole of it, or its figures."""


def _best_move(stacks: list[list[str]], first: dict[int, str]) -> int:
    """By how many columns the headers stand right of their figures; 0 unless the first row says otherwise.

    -1 where the names have no header, 1 or 2 where cells that span rows stand left of the header alone.
    """
    scores = {move: _fit(stacks, first, move) for move in (0, -1, 1, 2)}
    return max(scores, key=lambda move: (scores[move], -abs(move)))


def _fit(stacks: list[list[str]], first: dict[int, str], move: int) -> int:
    score = 0
    for c, word in first.items():
        own = stacks[c + move][-1] if 0 <= c + move < len(stacks) and stacks[c + move] else ""
        if "%" in word:
            score += 2 if _PERCENTS.search(own) else -2 if _OF_FIGURES.fullmatch(own) else 0
        elif _SIGN.fullmatch(word) or (_BARE.fullmatch(word) and _NO_FIGURES.fullmatch(own)):
            score += 2 if _SIGNS.fullmatch(own) else -2 if _NO_FIGURES.fullmatch(own) else 0
        elif (
            _NAME.search(word) and not is_gap(word) and (_OF_FIGURES.fullmatch(own) or _PERCENTS.search(own))
        ):
            score -= 2
    return score


def _moved(stacks: list[list[str]], move: int) -> list[list[str]]:
    if move < 0:
        return [[], *(stacks if stacks[-1] else stacks[:-1])]
    return [*stacks[move:], *([] for _ in range(move))]


@dataclass(slots=True)
class Column:
    """A column's meaning: its role ("" when its header names an item), unit, header text and year."""

    role: str
    unit: Unit | None
    header: str
    year: int | None = None
    parent: str = ""
    fallback: Unit | None = None
    """The table's unit, should the header turn out to belong to another column."""
    falls: bool = False
    """Whether the header speaks of falls only (降幅, 减少额), which are printed without a sign."""
    part: str = ""
    """What of its row a column tells whose role is that of the header above: 本年支出, below it 基本支出."""


def is_earlier(column: Column, other: Column) -> bool:
    """Whether by their headers a column tells an earlier year's figures than another one."""
    if column.year is not None and other.year is not None and column.role == other.role:
        return column.year < other.year
    return column.role == "base" and other.role in ("main", "")


def columns_below(
    headers: list[int],
    texts: dict[tuple[int, int], str],
    grid: dict[int, dict[int, Cell]],
    first: dict[int, str],
    unit: Unit | None,
) -> dict[int, Column]:
    """The meaning of each column of the rows that follow; empty headers inherit from left or above."""
    width = max([*first, *(max(grid[number], default=0) for number in headers[-1:])], default=0) + 1
    placed = any(_is_merged(grid[number]) for number in headers)
    known = {} if placed else _under_first(headers, grid, texts)
    width = max(width, *map(len, known.values()), 0)
    stacks: list[list[str]] = [[] for _ in range(width)]
    below: list[str] | None = None
    if not placed:
        known = known or _under_group(headers, grid, texts, width)
        known = known or _under_another(headers, grid, texts, width)
    if not placed and not known and (shifted := _shifted(headers, grid, texts, width)) is not None:
        known = {headers[-1]: shifted}
    for number in reversed(headers):
        row = known.get(number) or _expanded(grid[number], texts, number, width, below, placed=placed)
        if row is None:
            continue
        for c, printed in enumerate(row[:width]):
            text = _BLANKS.sub("", printed)  # 预 算 数
            if text and text not in stacks[c]:
                stacks[c].insert(0, text)
        below = row
    stacks = _moved(stacks, _best_move(stacks, first))
    columns: dict[int, Column] = {}
    for c, stack in enumerate(stacks):
        own = _BRACKETED_PERCENT.sub("%", stack[-1]).replace("增、减", "增减") if stack else ""
        header = "/".join(stack)
        role = next((name for name, pattern in _ROLES if pattern.search(own)), "")
        inherited = not role and len(stack) > 1
        if inherited:
            role = next(
                (
                    name
                    for name, pattern in _ROLES
                    if pattern.search(stack[-2])
                    and name in ("plan", "main", "base", "share", "growth", "rate", "change")
                ),
                "",
            )
        year = re.findall(r"((?:19|20)\d\d)", header)
        if role in ("main", "plan", "base", "") and "%" in own and "(" not in own:
            role = role or "level"
        declared = next((u for text in reversed(stack) if (u := bracketed_unit(text)) is not None), None)
        if declared is None and ("%" in own or role in ("rate", "share", "growth")):
            declared = unit_of("%")
        columns[c] = Column(
            role,
            declared or (unit if role not in ("full", "score") else unit_of("分")),
            header,
            int(year[-1]) if year else None,
            stack[-2] if len(stack) > 1 else "",
            unit,
            role in ("growth", "change") and _FALLS.search(header) is not None,
            part=own if inherited and role and not _WHOLE.fullmatch(own) else "",
        )
    return columns


def _under_first(
    headers: list[int], grid: dict[int, dict[int, Cell]], texts: dict[tuple[int, int], str]
) -> dict[int, list[str]]:
    """Two header rows without their empty cells, the lower (编码, 名称) under the first cell of the upper."""
    names, parts = _compact(headers, grid, texts)
    if not 1 < len(parts) < len(names) or not all(map(_is_row_name, parts)):
        return {}
    return {headers[-2]: [names[0]] * len(parts) + names[1:], headers[-1]: parts}


def _compact(
    headers: list[int], grid: dict[int, dict[int, Cell]], texts: dict[tuple[int, int], str]
) -> tuple[list[str], list[str]]:
    """The last two header rows without their empty cells, if none stands between filled ones."""
    if len(headers) < 2:
        return [], []
    upper, lower = ([texts[n, c].strip() for c in sorted(grid[n])] for n in headers[-2:])
    names, parts = [word for word in upper if word], [word for word in lower if word]
    return (names, parts) if upper[: len(names)] == names and lower[: len(parts)] == parts else ([], [])


def _under_another(
    headers: list[int], grid: dict[int, dict[int, Cell]], texts: dict[tuple[int, int], str], width: int
) -> dict[int, list[str]]:
    """Two such rows, the lower under the only cell of the upper that is one of figures."""
    names, parts = _compact(headers, grid, texts)
    over = [at for at, name in enumerate(names) if not _ALONE.search(name)]
    if not 2 <= len(parts) <= len(names) <= width + 1 - len(parts) or len(over) != 1:
        return {}
    (at,) = over
    upper = [*names[:at], *[names[at]] * len(parts), *names[at + 1 :]]
    return {headers[-2]: upper, headers[-1]: [*[""] * at, *parts]}


def _under_group(
    headers: list[int], grid: dict[int, dict[int, Cell]], texts: dict[tuple[int, int], str], width: int
) -> dict[int, list[str]]:
    """A 小计 with its parts, written below or behind the names of which one names these parts.

    A row of names that has no header of its own leaves the first column empty.
    """
    names, parts = _compact(headers, grid, texts)
    if len(headers) == 1:  # both rows of the header in one
        words = [texts[headers[0], c].strip() for c in sorted(grid[headers[0]])]
        cut = next((at for at, word in enumerate(words) if at and _SUBTOTAL.fullmatch(word)), len(words))
        names, parts = words[:cut], words[cut:]
    free = width - len(names) - len(parts) + 1
    if len(parts) < _FEWEST_PARTS or not _SUBTOTAL.fullmatch(parts[0]) or free not in (0, 1):
        return {}
    shared = [sum(sign in name for part in parts[1:] for sign in set(part)) for name in names]
    at = shared.index(max(shared))
    if shared.count(shared[at]) > 1 or shared[at] < _SHARED * len(parts[1:]):
        return {}
    upper = [*names[:at], *[names[at]] * len(parts), *names[at + 1 :]]
    lower = [*[""] * at, *parts, *[""] * (len(upper) - at - len(parts))]
    if len(headers) == 1:
        own = [f"{names[at]}/{part}" for part in parts]
        return {headers[0]: [*[""] * free, *names[:at], *own, *names[at + 1 :]]}
    return {headers[-2]: [*[""] * free, *upper], headers[-1]: [*[""] * free, *lower]}


def _is_merged(cells: dict[int, Cell]) -> bool:
    """Whether the source says how far the cells of a row reach, so that none is missing."""
    return any(cell.column_span > 1 or cell.row_span > 1 for cell in cells.values())


def _is_row_name(word: str) -> bool:
    return _ROW_NAMES.search(word) is not None


def _spread(row: list[str], below: list[str]) -> list[str]:
    """An upper header over the empty cells right of it that have a header of their own below."""
    if sum(map(bool, row)) < 2:
        return row  # a title, or the name of the unit
    spread = list(row)
    for c in range(1, min(len(row), len(below))):
        if not row[c] and below[c]:
            spread[c] = spread[c - 1]
    return spread


def _shifted(
    headers: list[int], grid: dict[int, dict[int, Cell]], texts: dict[tuple[int, int], str], width: int
) -> list[str] | None:
    """The lower header row, when it belongs under the upper one's last cell but was written from the left."""
    if len(headers) < 2:
        return None
    upper, lower = ([texts[n, c].strip() for c in sorted(grid[n])] for n in headers[-2:])
    while upper and not upper[-1]:
        upper.pop()
    while lower and not lower[-1]:
        lower.pop()
    if len(lower) >= 2 and len(lower) < width and len(upper) + len(lower) - 1 == width and all(lower):
        return [*[""] * (len(upper) - 1), *lower]
    return None


def _expanded(
    cells: dict[int, Cell],
    texts: dict[tuple[int, int], str],
    number: int,
    width: int,
    below: list[str] | None,
    *,
    placed: bool,
) -> list[str] | None:
    """A header row spread over all columns: by its spans where known, else by the blanks of the row below."""
    placed = placed or sorted(cells) != list(range(len(cells)))  # below cells that span rows
    if placed or len(cells) == width or max(cells) + 1 == width:
        row = [""] * max(width, *(c + cell.column_span for c, cell in cells.items()))
        for c, cell in cells.items():
            for at in range(c, min(c + cell.column_span, len(row))):
                row[at] = texts[number, c].strip()
        return row if below is None else _spread(row, below)
    words = [texts[number, c].strip() for c in sorted(cells)]
    if below is None:  # the last header row: its cells belong to the last header above, so stand at the right
        return None if len(words) > width else [*[""] * (width - len(words)), *words]
    row, position = [], 0
    for c in range(width):
        starts = c == 0 or c >= len(below) or not below[c] or not below[c - 1]  # it may end early
        if starts:
            if position >= len(words):
                return None
            row.append(words[position])
            position += 1
        else:
            row.append(row[-1])
    return row if position == len(words) else None
