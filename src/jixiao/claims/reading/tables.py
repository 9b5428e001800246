"""Tables: which rows are headers, what each column means, what each row is about."""

import re
from dataclasses import dataclass, field

from jixiao.claims.reading.script import plain
from jixiao.claims.reading.tokens import Token, find_tokens
from jixiao.claims.reading.units import NUMBER, bracketed_unit, declared_unit, unit_of
from jixiao.core.document import Block, Cell
from jixiao.core.numbering import parse_mark
from jixiao.core.quantity import Unit

_WHOLE_NUMBER = re.compile(
    r"\s*(?:[≥≤><=]|>=|<=)?\s*[-+]?(?:\d[\d,]*)(?:\.\d+)?\s*(?:%|万元|亿元|元|分|个|人|家|项|次|件|辆|台|天|年)?\s*$"
)
_TOTAL = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+、)?(?:本年)?(?:收入|支出|资金|项目)?\s*(?:合\s*计|总\s*计|小\s*计|总\s*额|共\s*计|总\s*分|总\s*得分|总\s*数|累\s*计)"
)
_OF_WHICH = re.compile(r"^\s*(?:\d[.、]\s*)?(?:#|其\s*中|其中[:：])")
_PERCENT_ROW = re.compile(r"%|占比|比重|(?:增长|增减|下降|执行|完成)率|增幅|降幅")
_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("index", re.compile(r"^\s*(?:序号|编号|行次|栏次|科目编码|编码|代码)\s*$")),
    ("unit", re.compile(r"度量单位|计量单位|^单位$")),
    ("operator", re.compile(r"指标性质|^符号$|运算符")),
    (
        "rate",
        re.compile(
            r"(?:执行|完成|支出|支付|到位|节约|节支|使用|控制|实现)(?:率|进度)|占(?:计划|预算|年初|调整|任务|目标).{0,4}%?|(?:为|完成)(?:年初|调整|变动)?(?:预算|计划)的?%|完成%|完成预算%|预算%"
        ),
    ),
    ("share", re.compile(r"占比|比重|占.{0,6}(?:总|合计|收入|支出).{0,6}%|所占比例|占%")),
    (
        "growth",
        re.compile(
            r"(?:增减|增长|增幅|增速|同比|比上年|较上年|比去年|升降|变动|降幅|±|\+-).{0,10}(?:%|率|幅|比例|百分比)|(?:%|率).{0,4}(?:增减|增长)|^(?:增幅|增速|增长|降幅|同比)$|增长率|变动率|增减%"
        ),
    ),
    (
        "change",
        re.compile(
            r"增减(?:额|数|金额|值)?|增加额|增收额|变动额|比上年(?:增减|\+-)|同比增减|净增|增\(减\)|差额|变化"
        ),
    ),
    ("full", re.compile(r"权重|分值|满分|标准分|设定分")),
    ("score", re.compile(r"得分|评分|自评分|实得分")),
    ("target", re.compile(r"目标值|指标值|年度指标|计划值")),
    ("actual", re.compile(r"完成值|业绩值|实际值|实际完成|完成情况")),
    ("base", re.compile(r"上年|去年|同期|上期|年初数|期初")),
    ("main", re.compile(r"决算数|执行数|支出数|完成数|实际|执行金额|支付数")),
    ("plan", re.compile(r"预算|计划|目标|任务|预期|概算|批复|下达")),
    ("main", re.compile(r"决算|执行|完成|实际|支出数|本年|累计|本期|金额|支付|期末|年末")),
)


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


@dataclass(slots=True)
class Row:
    """A row with figures: its label, tokens by column, and what kind of row it is."""

    number: int
    label: str
    tokens: dict[int, Token]
    texts: dict[int, str]
    is_total: bool = False
    of_which: bool = False
    mark_style: str = ""
    indent: int = 0
    columns: dict[int, Column] = field(default_factory=dict)
    segment: int = 0


@dataclass(slots=True)
class TableReading:
    """A table, read."""

    block: Block
    title: str
    rows: list[Row]
    tokens: list[Token]
    section: int = 0


def read_table(block: Block, title: str, unit: Unit | None, year: int | None) -> TableReading:
    """Read a table or chart; ``unit`` is the one declared above it."""
    grid: dict[int, dict[int, Cell]] = {}
    for cell in block.cells:
        grid.setdefault(cell.row, {})[cell.column] = cell
    texts = {(c.row, c.column): plain(c.text) for c in block.cells}
    for cell in block.cells:
        found = declared_unit(texts[cell.row, cell.column])
        if found is not None:
            unit = found
            break
    else:
        unit = declared_unit(title) or unit
    reading = TableReading(block, title, [], [])
    headers: list[int] = []
    columns: dict[int, Column] = {}
    after_body = True
    segment = 0
    label_above: dict[int, str] = {}
    for number in sorted(grid):
        cells = grid[number]
        words = {c: texts[number, c].strip() for c in sorted(cells)}
        figures = [c for c, word in words.items() if word and _WHOLE_NUMBER.match(word)]
        if figures and all(_looks_like_year(words[c]) for c in figures) and (len(figures) > 1 or not columns):
            figures = []
        if block.kind == "chart":
            figures = [max(cells)] if _WHOLE_NUMBER.match(words[max(cells)]) else []
        filled = [c for c, word in words.items() if word]
        if not figures or _is_header(words, figures, filled):
            prose = [c for c in filled if len(words[c]) > 30]
            if len(filled) >= 2 and not prose:
                if after_body:
                    headers, segment, label_above = [], segment + 1, {}
                headers.append(number)
                after_body = False
                columns = {}
            _prose(reading, cells, words)
            continue
        if not after_body or not columns:
            columns = _columns(headers, texts, grid, words, unit)
        after_body = True
        label_at = [
            c
            for c in filled
            if c not in figures
            and c < max(figures)
            and not _role_at(columns, c, ("unit", "operator", "target", "actual", "index"))
        ]
        for c in list(label_above):
            if words.get(c):
                label_above = {k: v for k, v in label_above.items() if k < c}
        for c in label_at:
            label_above[c] = words[c]
        label_cell = next(
            (c for c in reversed(label_at) if c < min(figures)), label_at[0] if label_at else None
        )
        label = (
            words[label_cell]
            if label_cell is not None
            else next((w for c, w in words.items() if w and c not in figures), "")
        )
        tokens: dict[int, Token] = {}
        percent_row = bool(_PERCENT_ROW.search(label)) and not any(
            columns[c].role in ("full", "score", "target", "actual") for c in columns
        )
        for c in figures:
            if _role_at(columns, c, ("index",)):
                continue  # a row's number is an ordinal
            made = find_tokens(texts[number, c], block, cells[c])
            if len(made) == 1:
                _give_unit(made[0], columns.get(c), unit_of("%") if percent_row else unit)
                tokens[c] = made[0]
            reading.tokens.extend(made)
        _prose(reading, cells, words, skip=set(figures))
        mark = parse_mark(label)
        raw_label = cells[label_cell].text if label_cell is not None else ""
        any_total = next((w for c, w in words.items() if c not in figures and _TOTAL.match(w)), None)
        reading.rows.append(
            Row(
                number=number,
                label=label,
                tokens=tokens,
                texts={c: w for c, w in words.items() if c not in figures},
                is_total=any_total is not None,
                of_which=bool(_OF_WHICH.match(label)),
                mark_style=mark.style if mark else "",
                indent=len(raw_label) - len(raw_label.lstrip()),
                columns=columns,
                segment=segment,
            )
        )
    return reading


def _looks_like_year(word: str) -> bool:
    return bool(re.fullmatch(r"\s*(?:19|20)\d\d\s*", word))


def _is_header(words: dict[int, str], figures: list[int], filled: list[int]) -> bool:
    """A row of column numbers (1 2 3 4) or of years is part of the header."""
    if len(figures) >= 3 and len(figures) == len(filled):
        numbers = [words[c] for c in figures]
        if all(re.fullmatch(r"\d{1,2}", n) for n in numbers):
            values = [int(n) for n in numbers]
            return values == list(range(values[0], values[0] + len(values)))
    return len(figures) >= 1 and all(_looks_like_year(words[c]) for c in filled[1:]) and len(filled) > 2


def _prose(
    reading: TableReading, cells: dict[int, Cell], words: dict[int, str], skip: set[int] | None = None
) -> None:
    for c, cell in cells.items():
        if (skip is None or c not in skip) and re.search(r"\d", words[c]):
            reading.tokens.extend(
                t for t in find_tokens(plain(cell.text), reading.block, cell) if t.unit is not NUMBER
            )


def _role_at(columns: dict[int, Column], c: int, roles: tuple[str, ...]) -> bool:
    return c in columns and columns[c].role in roles


def _columns(
    headers: list[int],
    texts: dict[tuple[int, int], str],
    grid: dict[int, dict[int, Cell]],
    first: dict[int, str],
    unit: Unit | None,
) -> dict[int, Column]:
    """The meaning of each column of the rows that follow; empty headers inherit from left or above."""
    width = max(first, default=0) + 1
    stacks: list[list[str]] = [[] for _ in range(width)]
    below: list[str] | None = None
    shifted = _shifted(headers, grid, texts, width)
    for number in reversed(headers):
        row = (
            shifted
            if shifted is not None and number == headers[-1]
            else _expanded(grid[number], texts, number, width, below)
        )
        if row is None:
            continue
        for c, text in enumerate(row[:width]):
            if text and text not in stacks[c]:
                stacks[c].insert(0, text)
        below = row
    columns: dict[int, Column] = {}
    for c, stack in enumerate(stacks):
        own = stack[-1] if stack else ""
        header = "/".join(stack)
        role = next((name for name, pattern in _ROLES if pattern.search(own)), "")
        if not role and len(stack) > 1:
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
        )
    return columns


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
) -> list[str] | None:
    """A header row spread over all columns: by its spans where known, else by the blanks of the row below."""
    if any(cell.column_span > 1 for cell in cells.values()) or len(cells) == width or max(cells) + 1 == width:
        row = [""] * max(width, max(c + cell.column_span for c, cell in cells.items()))
        for c, cell in cells.items():
            for at in range(c, min(c + cell.column_span, len(row))):
                row[at] = texts[number, c].strip()
        return row
    words = [texts[number, c].strip() for c in sorted(cells)]
    if below is None:  # the last header row: its cells belong to the last header above, so stand at the right
        return None if len(words) > width else [*[""] * (width - len(words)), *words]
    row, position = [], 0
    for c in range(width):
        starts = c == 0 or not below[c] or not below[c - 1]
        if starts:
            if position >= len(words):
                return None
            row.append(words[position])
            position += 1
        else:
            row.append(row[-1])
    return row if position == len(words) else None


def _give_unit(token: Token, column: Column | None, unit: Unit | None) -> None:
    if token.unit is not NUMBER:
        return
    given = (
        column.unit
        if column is not None and column.unit is not None and (unit is None or unit.kind != "percent")
        else unit
    )
    if given is not None:
        token.unit, token.declared = given, True
