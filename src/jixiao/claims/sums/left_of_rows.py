"""What a text says is left of an item whose plan and outturn stand in a table: 甲项目…，结转112.37万元.

The words say that something is left (结转, 未支付, 仍有…结转下年); the name before it, in its clause or its
sentence, is that of a row; without a name it is what the total row leaves. Of a year's end more may be left
than the year itself leaves, so that only one slip of the pen is told as wrong.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.once import once
from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import printed_digits

_LEFT = re.compile(
    r"结转|结余|节余|剩余|剩|未支付|未执行|未使用|未拨付|未支出|应付未付|尚余|沉淀|欠付|未完成支付|缺口"
)
_LEFT_BEHIND = re.compile(r"^[^，,。；;\d]{0,8}(?:结转|结余|未使用|未支付|未执行|未拨付|未支出|剩余|尚未)")
_NOT_OF_ROW = re.compile(r"上年|年初|累计|滚存|历年")
_PAUSE = re.compile(r"[，,、；;。:()]")
_SENTENCE, _CLAUSE = re.compile(r"[。；;]"), re.compile(r"[，,。；;:]")
_NUMBERED = re.compile(r"^\s*(?:[一二三四五六七八九十]+、|\d+[.、]|\([一二三四五六七八九十\d]+\))\s*|\s+")
_ENDS = re.compile(r"(?:专项|补助|配套|项目)?(?:资金|经费|补助|配套|支出|项目|专项)?$")
_NOT_NAME = re.compile(r"[^\u4e00-\u9fff]|分别|其中|为|是|全年|年末|仍有|尚有|还有|共|资金|经费|项目")
_LEAST_DIGITS, _SHORTEST = 3, 2
_LONG_NAME = 4


def left_of_rows(reading: Reading) -> Iterator[Relation]:
    """Each figure of the text that is what a row's plan and outturn leave, or one slip from it."""
    rows = planned_rows(reading)
    if not rows:
        return
    for paragraph in reading.paragraphs:
        if _LEFT.search(paragraph.text) is None:
            continue
        for token in paragraph.tokens:
            if token.unit.kind == "yuan" and printed_digits(token.number) >= _LEAST_DIGITS:
                yield from _of_token(paragraph, token, rows)


@once
def planned_rows(reading: Reading) -> list[tuple[str, Row]]:
    """Rows with a plan and an outturn, by their names without what every name of a fund ends with."""
    found = []
    for table in reading.tables:
        for row in table.rows:
            roles = {row.columns[c].role for c in row.tokens if c in row.columns}
            if "main" in roles and "plan" in roles:
                found.append((_NUMBERED.sub("", row.label), row))
    return found


def _of_token(paragraph: Paragraph, token: Token, rows: list[tuple[str, Row]]) -> Iterator[Relation]:
    sentence = _SENTENCE.split(paragraph.text[: token.start])[-1]
    clause = _PAUSE.split(sentence)[-1]
    behind = _LEFT_BEHIND.match(paragraph.text[token.end : token.end + 16])
    if _NOT_OF_ROW.search(clause) or not (_LEFT.search(sentence) or behind):
        return
    named = _named(clause, rows) or _named(sentence, rows)
    if not named and not _NOT_NAME.sub("", _LEFT.sub("", clause)):
        named = [row for _, row in rows if row.is_total]
    told = _LEFT.search(_CLAUSE.split(sentence)[-1]) is not None
    for row in named:
        for made in _differences(row, token):
            if decide(made).holds or (len(named) == 1 and told and near_miss(made)):
                yield made
                return


def _named(words: str, rows: list[tuple[str, Row]]) -> list[Row]:
    """The rows that words name last; of names within one another the longest."""
    found: list[tuple[int, int, Row]] = []
    for label, row in rows:
        core = _ENDS.sub("", label)
        if row.is_total or len(core) < _SHORTEST:
            continue
        at = words.rfind(core)
        if at < 0 and len(core) > _LONG_NAME:  # 松材线虫病等有害生物防治 is told as 有害生物防治
            size = next((n for n in range(len(core) - 1, _LONG_NAME, -1) if core[-n:] in words), 0)
            at = words.rfind(core[-size:]) if size else -1
        if at >= 0:
            found.append((at, len(core), row))
    if not found:
        return []
    last = max(found, key=lambda one: one[:2])[:2]
    return [row for at, size, row in found if (at, size) == last]


def _differences(row: Row, left: Token) -> Iterator[Relation]:
    """What each plan of a row, the last one first, leaves of its outturn."""
    cells = [(row.columns[c].role, t) for c, t in row.tokens.items() if c in row.columns]
    outturns = [t for role, t in cells if role == "main" and t.unit.kind == "yuan"]
    for role, plan in reversed(cells):
        if role == "plan" and plan.unit.kind == "yuan" and outturns:
            yield relation("difference", "difference", left, [(plan, "plan"), (outturns[-1], "outturn")])
