"""Members of a table that words before a sum name: 教育、卫生健康两个领域预算合计T, 中央和省级资金合计T.

The names are those of rows (their label, or another word that they tell) or, of the total row, of columns.
Nothing but joining words and what only says their kind may stand between and behind them, so that the words
name no other. The column is the one whose header has the measure that the words tell (预算, 结余).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.core.numbering import chinese_number

T = TypeVar("T")
_KIND = (
    r"(?:类|级|局|部门|项目|资金|支出|收入|费用|经费|工程|补助|领域|地区|方面|板块|单位|行业|乡镇|街道|"
    r"镇|乡|区|县|市)"
)
_KINDS = re.compile(rf"(?:{_KIND})+$")
_LINK = re.compile(rf"(?:{_KIND})*(?:、|[和与及加]|以及)(?:其中)?")
_MEASURES = r"预算|决算|支出|执行|支付|收入|资金|补助|拨款|结余|结转|投入|配套|到位|下达|分配"
_TAIL = re.compile(
    rf"(?:{_KIND})*(?P<n>[两二三四五六七八九])?(?:个|项|者|类|家|级)?(?:{_KIND})*[，,]?"
    rf"(?P<of>(?:{_MEASURES}|总|数|额|金|的)*)(?:合计|共计|小计|累计|总计|相加|加总|之和|共)(?:{_MEASURES}|数|额|为|达|是|:)*\s?$"
)
_BOUNDARY = re.compile(r"(?:^|[，,。；;:：、(]|其中|主要[在是为]|集中[在于]|分布在|上述|[由从在看对])$")
_MOST = 9
_FEWEST = 2
_SHORTEST = 2
"""Rows that words name together, at most and at least; characters of a row's name."""


@dataclass(frozen=True, slots=True)
class Members:
    """The figures of one column, or of the total row; ``told`` where the words tell which."""

    parts: list[Token]
    told: bool


def members_named(words: str, table: TableReading) -> Iterator[Members]:
    """The figures that words name, column by column, the one of their measure first."""
    tail = _TAIL.search(words)
    if tail is None:
        return
    rows = [row for row in table.rows if row.tokens and not row.names_total]
    by_name = _unique((word, row) for row in rows for word in (row.label, *row.texts.values()))
    chosen = _chain(words, by_name)
    if chosen and _is_number(tail["n"], len(chosen)):
        clause = re.split(r"[，,。；;]", words[: words.index(chosen[0])])[-1]  # 结余主要在甲、乙两局，合计
        yield from _of_rows([by_name[name] for name in chosen], tail["of"] or clause)
        return
    totals = [row for row in table.rows if row.names_total and row.tokens]
    if len(totals) == 1:
        row = totals[0]
        by_header = _unique((column.header, c) for c, column in row.columns.items() if c in row.tokens)
        chosen = _chain(words, by_header)
        if chosen and _is_number(tail["n"], len(chosen)):
            yield Members([row.tokens[by_header[name]] for name in chosen], told=True)


def _is_number(numeral: str | None, names: int) -> bool:
    """Whether a number of things that the words tell (两个部门) is that of the names."""
    return numeral is None or chinese_number(numeral.replace("两", "二")) == names


def _unique(told: Iterator[tuple[str, T]]) -> dict[str, T]:
    """What has each name, in its short form; a name of several is none."""
    found: dict[str, T] = {}
    several: set[str] = set()
    for word, thing in told:
        plain = re.sub(r"\s|^[一二三四五六七八九十\d]+[、.．]|[“”\"]", "", word)
        for name in {plain, _KINDS.sub("", plain)}:
            if len(name) >= _SHORTEST and not re.search(r"\d", name):
                if name in found and found[name] != thing:
                    several.add(name)
                found[name] = thing
    return {name: thing for name, thing in found.items() if name not in several}


def _chain(words: str, by_name: dict[str, T]) -> list[str]:
    """The names one after another up to the words of the sum; [] where any other is told, too."""
    places = sorted(
        (found.start(), -len(name), name) for name in by_name for found in re.finditer(re.escape(name), words)
    )
    chain: list[tuple[int, str]] = []
    for start, _, name in places:
        end = chain[-1][0] + len(chain[-1][1]) if chain else 0
        if chain and start < end:
            continue
        if not chain or _LINK.fullmatch(words[end:start]) is None:
            if len(chain) >= _FEWEST and _TAIL.fullmatch(words, end):
                break
            chain = [(start, name)] if _BOUNDARY.search(words[:start]) else []
            continue
        chain.append((start, name))
    names = [name for _, name in chain]
    if not _FEWEST <= len(names) <= _MOST or len({id(by_name[name]) for name in names}) < len(names):
        return []
    end = chain[-1][0] + len(names[-1])
    return names if _TAIL.fullmatch(words, end) else []


def _of_rows(rows: Sequence[Row], measure: str) -> Iterator[Members]:
    columns = sorted(set.intersection(*(set(row.tokens) for row in rows)))
    headers = {c: rows[0].columns[c].header for c in columns if c in rows[0].columns}
    words = [word for word in re.findall(_MEASURES, measure) if word not in ("资金", "补助")]
    told = [c for c in columns if words and _is_of(headers.get(c, ""), words)]
    for c in told if len(told) == 1 else columns:
        yield Members([row.tokens[c] for row in rows], told=len(told) == 1)


def _is_of(header: str, words: Sequence[str]) -> bool:
    """Whether a header has all words of a measure and is no rate of it."""
    return "率" not in header and "比" not in header and all(word in header for word in words)
