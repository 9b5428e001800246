"""Points between a rate and one that the words name: 执行率87.1%，低于全县平均水平11.05个百分点.

The other rate stands elsewhere: in the row that a name calls (比中央资金低), in the total row (平均水平), in
the target of the indicator (较目标低). Several rates may be meant, so that only what holds is told.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import printed_digits

_NAMED = re.compile(
    r"(?P<own>[\u4e00-\u9fff]*)(?:(?<![同环相占对])比|(?<!比)较|低于|高于|超过|落后于?)"
    r"(?P<name>[\u4e00-\u9fff]{2,14}?)(?:水平|要求|值|执行率|完成率|支出率)*"
    r"(?:低|高|少|多|慢|快|落后|领先|偏低|偏高)?(?:了|出|约)?\s*$"
)
_MEAN = re.compile(r"平均|总体|整体|全部|综合")
_TARGET = re.compile(r"目标|要求|指标|标准|计划")
_YEARS = re.compile(r"上年|去年|同期|前年|年初|时间|序时|时序")
_CORE = re.compile(r"(?:专项|补助|配套|项目)?(?:资金|经费|补助|配套|支出|项目|专项|执行率|完成率|率)*$")
_OWN = re.compile(r"[^\u4e00-\u9fff]|^(?:但|而|其中|全年|年末)")
_LEAST_DIGITS, _SHORTEST, _REACH = 3, 2, 4


def of_points_named(reading: Reading) -> Iterator[Relation]:
    """Each figure in points whose two rates are found and hold."""
    for paragraph in reading.paragraphs:
        for position, token in enumerate(paragraph.tokens):
            if token.unit.kind != "point" or printed_digits(token.number) < _LEAST_DIGITS:
                continue
            found = _NAMED.search(token.lead)
            if found is not None and not _YEARS.search(found["name"]):
                yield from _holding(reading, paragraph, position, found)


def _holding(
    reading: Reading, paragraph: Paragraph, position: int, found: re.Match[str]
) -> Iterator[Relation]:
    token = paragraph.tokens[position]
    before = paragraph.tokens[max(position - _REACH, 0) : position]
    own = [t for t in before if t.unit.kind == "percent" and t.sentence == token.sentence][::-1]
    own_rows = _rows_named(reading, found["own"]) if not own and found["own"] else []
    own = [*(t for told in own for t in _finer(reading, told)), *own]
    own = own or [t for row in own_rows for t in _percents(row, target=False)]
    bases = [*_bases(reading, found["name"], own_rows)]
    for main in own:
        for base in bases:
            high, low = (main, base) if main.number >= base.number else (base, main)
            made = relation(
                "difference", "difference", token, [(high, "minuend"), (low, "subtrahend")], role="points"
            )
            if main is not base and decide(made).holds:
                yield made
                return


def _bases(reading: Reading, name: str, own_rows: list[Row]) -> Iterator[Token]:
    if _TARGET.search(name):
        for row in own_rows:
            yield from _percents(row, target=True)
        return
    if _MEAN.search(name):
        for row in rate_rows(reading):
            if row.is_total:
                yield from _percents(row, target=False)
        return
    for row in _rows_named(reading, name):
        yield from _percents(row, target=False)


def _percents(row: Row, *, target: bool) -> list[Token]:
    """The percentages of a row: its targets, or all others."""
    told = [(row.columns[c].role if c in row.columns else "", t) for c, t in row.tokens.items()]
    return [t for role, t in told if t.unit.kind == "percent" and (role == "target") == target]


def _rows_named(reading: Reading, name: str) -> list[Row]:
    """Rows whose label a name calls, in full or in short: 中央资金 for 中央水利发展资金."""
    core = _CORE.sub("", _OWN.sub("", name))
    if len(core) < _SHORTEST:
        return []
    rows = [(re.sub(r"\s", "", row.label), row) for row in rate_rows(reading) if not row.is_total]
    exact = [row for label, row in rows if _CORE.sub("", label).endswith(core)]
    return exact or [row for label, row in rows if _is_within(core, label)]


def _is_within(short: str, name: str) -> bool:
    """Whether a name has all signs of a shorter one in their order: 高血压管理 of 高血压患者管理."""
    signs = iter(name)
    return all(sign in signs for sign in short)


def _finer(reading: Reading, told: Token) -> list[Token]:
    """The same rate with more digits in a table: 87.1% of the text is 87.14% there."""
    rates = (t for row in rate_rows(reading) for t in _percents(row, target=False))
    return [t for t in rates if t.decimals > told.decimals and round(t.number, told.decimals) == told.number]


@once
def rate_rows(reading: Reading) -> list[Row]:
    """Rows of tables with a percentage."""
    return [
        row
        for table in reading.tables
        for row in table.rows
        if any(t.unit.kind == "percent" for t in row.tokens.values())
    ]
