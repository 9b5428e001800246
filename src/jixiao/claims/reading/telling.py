"""The words that a figure is told among, and how much those of two tellings have in common.

A cell is told by its row and its header, a figure of a text by its clause, and from further off by its
sentence, by what its paragraph begins with and by the heading above.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.core.digits import printed_digits, significant_digits
from jixiao.core.frozen import frozen

_EMPTY = re.compile(
    r"项目|资金|年度|全年|实际|预算(?!数|编)|完成(?!率)|情况|指标|方面|工作|其中|主要|分别|合计|共计|小计|本年|当年|"
    r"万元|亿元|达到|进行|开展|[的了和与]"
)
"""Words that most figures share, and those that connect."""
_WORDS = re.compile(r"[\u4e00-\u9fff“”]+")
_CLAUSE, _SENTENCE = re.compile(r"[，,。；;]"), re.compile(r"[。；;]")
_LEVEL = re.compile(r"^[\u4e00-\u9fff]{2,6}(?:指标)?[:：]")
"""What stands before the name of an indicator: 数量指标：列养里程."""
_BEHIND = re.compile(r"(?:小计|合计|得分|指标|情况|项目|部分|类)+$")
_ALL = re.compile(r"总分|总得分|得分|合计|总计|共计|相加|总体|综合|全部|满分|全年|累计|总共")
"""What a text calls what a row of totals tells."""
_GOAL, _DONE = re.compile(r"目标|计划|应|要求|标准|需"), re.compile(r"实际|完成|达到|已|得分")
_ROLE = {
    "target": _GOAL,
    "actual": _DONE,
    "full": re.compile(r"满分|分值|总分|标准分|适用分|权重"),
    "score": re.compile(r"得|扣"),
}
_PER = re.compile(r"/[\u4e00-\u9fff]")
_CALLED = re.compile(r"(?P<name>[\u4e00-\u9fff]{3,16}?)(?:仅|只|已|也|均|约|实际)*(?:为|是|达到?|:|\s)*$")
"""What is called by the words right before its figure."""
KINDS = ("yuan", "percent", "count", "score", "number")
"""Kinds of figures that are told again."""
_FORM = frozenset(("actual", "target"))
_GRADE = re.compile(r"“[优良中差]”|“(?:优秀|良好|合格|较差|不合格)”")
_LONG, _SHORTEST = 4, 3
_TELLING, _LONE = 5, 14
"""``digits_of`` the figure of a row of totals, and of one that needs no words to be known again."""
_FAR = Decimal("0.5")
_ONE, _TWO, _WHOLE = Decimal(1), Decimal(2), Decimal("3.5")


@frozen
class Telling:
    """A figure among its words; ``row`` is that of a table."""

    token: Token
    name: str
    near: frozenset[str]
    head: frozenset[str]
    """Of the header of a column."""
    far: frozenset[str]
    clause: str
    lead: str
    """The part of its clause before the figure."""
    start: str
    """What its paragraph begins with, or the heading above it where it is that."""
    sentence: str
    row: Row | None = None
    role: str = ""


@lru_cache(maxsize=8192)
def pairs_of(words: str) -> frozenset[str]:
    """Each two neighbouring characters of the words that say something."""
    found: set[str] = set()
    for part in _WORDS.findall(_EMPTY.sub(" ", words)):
        found.update(part[at : at + 2] for at in range(len(part) - 1))
    return frozenset(found)


def cells_of(table: TableReading) -> Iterator[tuple[Row, int, Token]]:
    """The figures of rows; in a form also those that stand in words (5040元/年, 由23人降为15人)."""
    rows = {row.number: row for row in table.rows}
    own: set[int] = set()
    for row in table.rows:
        for c, token in row.tokens.items():
            own.add(id(token))
            if token.number and token.unit.kind in KINDS:
                yield row, c, token
    for token in table.tokens:
        if id(token) in own or token.cell is None or not token.number or token.approximate:
            continue
        its = rows.get(token.cell.row)
        if its is not None and any(column.role in _FORM for column in its.columns.values()):
            yield its, token.cell.column, token


def of_text(reading: Reading, token: Token) -> Telling:
    """A figure of the text, with its clause as though the figure were left out of it."""
    text = reading.text_of(token)
    before, after = text[: token.start], text[token.figure_end :]
    lead = _CLAUSE.split(before)[-1]
    clause = lead + _CLAUSE.split(after)[0]
    sentence = _SENTENCE.split(before)[-1] + _SENTENCE.split(after)[0]
    paragraph = reading.paragraph_of(token.block.index)
    start = _CLAUSE.split(text)[0] if paragraph is not None else ""
    title = ""
    if paragraph is not None and reading.sections[paragraph.section]:
        title = reading.sections[paragraph.section][-1]
    near = pairs_of(clause)
    far = (pairs_of(sentence) | pairs_of(start) | pairs_of(title)) - near
    start = f"{start}|{title}"
    return Telling(token, "", near, frozenset(), far, clause, lead, start, sentence, None, token.role)


def of_cell(table: TableReading, row: Row, c: int, token: Token) -> Telling:
    """A figure of a row; one of a row of totals has no name but that of its table."""
    column = row.columns.get(c)
    header = "" if column is None else column.header.rsplit("/", 1)[-1]
    name = "" if row.names_total else bare_name(row.label)
    far = pairs_of(table.title) if row.names_total else frozenset[str]()
    role = "" if column is None else column.role
    return Telling(token, name, pairs_of(name), pairs_of(header), far, header, "", "", "", row, role)


def bare_name(label: str) -> str:
    """The name of a row without its level and without what only says that it is one."""
    words = _LEVEL.sub("", re.split(r"\s{2,}|(?<=[\u4e00-\u9fff])\s*[≥≤><=]", label.strip())[0])
    bare = _BEHIND.sub("", words)
    return (bare if len(bare) > 1 else words).strip('“”"（）() ')


def digits_of(token: Token) -> int:
    """How telling a figure is: the digits printed and those that are no noughts; a hundred says little."""
    significant = significant_digits(token.number)
    if significant == 1 and token.number in (Decimal(10), Decimal(100)):
        return 2
    return significant + printed_digits(token.number)


def points(one: Telling, other: Telling) -> Decimal:
    """How many words two tellings of one figure share; 0 where something tells them apart."""
    if one.row is None and other.row is not None:
        return _of_text_and_cell(one, other)
    if one.row is not None and other.row is None:
        return _of_text_and_cell(other, one)
    if one.row is not None:
        shared = len(one.near & other.near)
        return shared + len(one.head & other.head) * _FAR if shared else Decimal(0)
    if one.token.unit.word != other.token.unit.word:
        return Decimal(0)
    if one.token.unit.kind == "score" and _ALL.search(one.lead) and _ALL.search(other.lead):
        return _WHOLE  # 自评总分96.7分 above, 全部合计96.7分 below
    if one.token.role != other.token.role:
        return Decimal(0)
    near = one.near & other.near
    graded = set(_GRADE.findall(one.clause)) & set(_GRADE.findall(other.clause))
    if graded and one.token.unit.kind == "count":
        return _WHOLE + len(near)  # 评为“差”的18个, “差”的18个项目
    far = ((one.near & other.far) | (one.far & other.near)) - near
    return len(near) + min(len(far) * _FAR, _TWO) if near else Decimal(0)


def _of_text_and_cell(text: Telling, cell: Telling) -> Decimal:
    if cell.row is None or not _of_one_role(text, cell):
        return Decimal(0)
    shared = Decimal(len(cell.near & text.near)) + len(cell.near & text.far) * _FAR
    called = _of_its_name(text, cell.name)
    if cell.row.names_total:
        if digits_of(text.token) < _TELLING and cell.role != "full":
            return Decimal(0)
        shared += len(cell.far & (text.near | text.far)) + len(cell.head & text.near)
        if _ALL.search(text.clause):
            shared += _TWO if text.token.unit.kind == "score" else _ONE
        shared += cell.role == text.role
    elif not shared and not called:
        return _ONE if digits_of(text.token) >= _LONE else Decimal(0)
    else:
        shared += len(cell.head & text.near) * _FAR
    role = _ROLE.get(cell.role)
    if role is not None and role.search(text.clause):
        shared += _FAR
    return shared + called + _of_units(text, cell)


def _of_its_name(text: Telling, name: str) -> Decimal:
    """Whether a text tells the name of a row: beside the figure, shortened (按期率), or where it begins."""
    if not name:
        return Decimal(0)
    if name in text.clause or name in text.sentence:
        return _TWO if len(name) >= _LONG else _ONE
    if name in text.start:
        return _TWO
    found = _CALLED.search(text.lead)
    short, long = sorted((found["name"] if found else "", name), key=len)
    return _TWO if len(short) >= _SHORTEST and short[-1] == long[-1] and _within(short, long) else Decimal(0)


def _within(short: str, long: str) -> bool:
    """Whether all characters of the one stand in the other, in their order."""
    signs = iter(long)
    return all(sign in signs for sign in short)


def _of_one_role(text: Telling, cell: Telling) -> bool:
    """Whether nothing says that one is asked for, the other done; or one a full mark, the other a score."""
    if cell.token.unit.kind == "score" and {text.role, cell.role} == {"score", "full"}:
        return False
    goal, done = _GOAL.search(text.clause), _DONE.search(text.clause)
    if cell.role == "actual" and goal and not done:
        return False
    return not (cell.role == "target" and done and not goal)


def _of_units(text: Telling, cell: Telling) -> Decimal:
    """What counts the things, where both print it or the header does; and what they are counted per."""
    unit, own = text.token.unit, cell.token.unit
    if unit.kind == "count":
        word = "人" if unit.word == "名" else unit.word
        if own.kind == "count":
            return _ONE if own.word == unit.word else Decimal(-1)
        return _ONE if word in cell.clause or word in cell.name else Decimal(0)
    return (
        _ONE
        if unit.kind == "yuan" and _per(text.token) and _per(text.token) == _per(cell.token)
        else Decimal(0)
    )


def _per(token: Token) -> str:
    """What an amount is counted per, as printed right behind it: /套."""
    source = token.block.text if token.cell is None else token.cell.text
    found = _PER.match(source, token.end)
    return found[0] if found else ""
