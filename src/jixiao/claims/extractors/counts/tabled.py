"""Numbers of things against the rows of a table: 共安排5个项目，…如下; 执行率达到95%以上的有2个.

A number right above its table, of things that the table's header names, must be that of its rows, where the
words announce the table or an amount beside the number is that of its total. Elsewhere it can only agree.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.counts.spelled import spelled
from jixiao.claims.counts.table_rows import Items, counted_rows
from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import against
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token
from jixiao.core.numbering import chinese_number

KIND = "count"
_N = r"(?P<n>\d{1,2}|[二三四五六七八九十两]{1,2})"
_THING = (
    r"项目|专项|工程|单位|乡镇|街道|县区|区县|县\(区\)|镇街|机构|学校|医院|社区|村|部门|园区|标段|科目|"
    r"地区|市县|子项"
)
_TOLD = re.compile(
    rf"(?<![第\d.,一二三四五六七八九十年月]){_N}\s?(?P<word>个|项|家|所|类|种|大类)(?:[一二三]级|重点|财政|预算|民生|专项|支出|其他)*(?P<thing>{_THING})?"
)
_BEHIND = re.compile(
    rf"(?P<thing>{_THING})(?:资金|支出)?(?:共计|共有|共|有|合计|数|总数|中[^，,。；;：:\d]{{2,8}}的)?\s?$"
)
_SOME = re.compile(r"其中|抽[查取选]|选取|部分|另|新增|结转|上年|上一年|去年|的有|除|未|已|完成")
_OF_THEM = re.compile(r"^中(?!心|小|央)|^之[一中]")
_ANNOUNCES = re.compile(r"如下|下表|见表|详见|明细|附表|[:：]\s*$")
_ABOVE = 2
"""Blocks between a number and the table that it is of: a title, the line of the unit."""
_SHORT = 40
_BOUNDED = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,6}率)\s?(?P<sign>达到|达|在|为|超过|高于|大于|不低于|低于|不足|未达到|未达|不到|小于)?\s?"
    r"(?P<bound>\d{1,3}(?:\.\d+)?)\s?%\s?(?P<side>\(?(?:含|不含)?\)?(?:及?以[上下])?)\s?(?:的)?"
    rf"(?:{_THING})?(?:共有|共计|共|有|为|仅)?\s?(?P<n>\d{{1,2}})\s?[个项家](?![百千])"
)
_UP = re.compile(r"达到?$|在$|为$|不低于|超过|高于|大于")
_NEAR_TABLE = 6


def extract(reading: Reading) -> Iterator[Proposal]:
    """Every number of things that the rows of a table agree with, or should."""
    tables = counted_rows(reading)
    if not tables:
        return
    for paragraph in reading.paragraphs:
        tokens = {token.start: token for token in paragraph.tokens}
        for found in _TOLD.finditer(paragraph.text):
            yield from _told(paragraph, found, tokens.get(found.start("n")), tables)
        if "%" in paragraph.text:
            for found in _BOUNDED.finditer(paragraph.text):
                token = tokens.get(found.start("n"))
                if token is not None:
                    yield from _bounded(paragraph, found, token, tables)


def _told(
    paragraph: Paragraph, found: re.Match[str], token: Token | None, tables: Sequence[Items]
) -> Iterator[Proposal]:
    number = chinese_number(found["n"])
    stated = token or spelled(paragraph, *found.span("n"))
    if number is None or stated is None or stated.approximate or (token is None and found["n"].isdigit()):
        return
    behind = None if found["thing"] else _BEHIND.search(paragraph.text[: found.start()])
    thing = found["thing"] or (behind["thing"] if behind is not None else "")
    if not thing and found["word"] not in ("类", "种", "大类"):
        return
    following = next((items for items in tables if items.block > paragraph.block.index), None)
    if following is not None and following.are(thing, found["word"]):
        if len(following.rows) == number:
            yield Proposal((against(KIND, stated, "=", number, role="count"),))
            return
        if _is_of(paragraph, found, following) and _is_near(number, len(following.rows)):
            yield Proposal((against(KIND, stated, "=", len(following.rows), role="count"),))
            return
    if any(len(items.rows) == number and items.are(thing, found["word"]) for items in tables):
        yield Proposal((against(KIND, stated, "=", number, role="count"),), asserted=False)


def _is_near(number: int, rows: int) -> bool:
    return abs(number - rows) * 3 <= max(number, rows)


def _is_of(paragraph: Paragraph, found: re.Match[str], items: Items) -> bool:
    """Whether the words say that a number right above a table is of all its rows."""
    text = paragraph.text
    clause = re.split(r"[，,。；;：:]", text[: found.start()])[-1]
    if not items.whole or _SOME.search(clause) or _OF_THEM.match(text[found.end() :]):
        return False
    if items.block - paragraph.block.index > _ABOVE + 1:
        return False
    behind = text[found.end() :]
    sentence = behind.split("。", maxsplit=1)[0]
    if any(other["thing"] for other in _TOLD.finditer(behind)):
        return False
    rest = behind[len(sentence) :].strip("。")
    announced = _ANNOUNCES.search(sentence if len(rest) > _SHORT else behind) is not None
    return announced or _tells_total(paragraph, found, items)


def _tells_total(paragraph: Paragraph, found: re.Match[str], items: Items) -> bool:
    """Whether an amount beside the number is that of a total of the table."""
    totals = {
        token.value
        for row in items.table.rows
        if row.names_total
        for token in row.tokens.values()
        if token.unit.kind == "yuan" and token.number
    }
    at = bisect_right([token.start for token in paragraph.tokens], found.start())
    own = paragraph.tokens[max(at - 2, 0) : at + 2]
    return any(token.unit.kind == "yuan" and token.value in totals for token in own)


def _bounded(
    paragraph: Paragraph, found: re.Match[str], token: Token, tables: Sequence[Items]
) -> Iterator[Proposal]:
    """How many rows have a rate on one side of a bound; one at the bound may be on either."""
    sign, side = found["sign"] or "", found["side"]
    bound = Decimal(found["bound"])
    near = sorted(tables, key=lambda items: abs(items.block - paragraph.block.index))
    for items in near:
        if abs(items.block - paragraph.block.index) > _NEAR_TABLE:
            return
        rates = _rates(items.rows, found["name"])
        if rates is None:
            continue
        above = "上" in side or (not side and _UP.match(sign) is not None)
        beyond = sum(rate > bound if above else rate < bound for rate in rates)
        counts = (beyond + sum(rate == bound for rate in rates), beyond)
        told = next((one for one in counts if one == token.number), counts[0] if above else counts[1])
        yield Proposal((against(KIND, token, "=", told, role="count"),))
        return


def _rates(rows: Sequence[Row], name: str) -> list[Decimal] | None:
    """The rates of every row in the column of this name; None where a row tells none."""
    columns = [
        c
        for c, column in rows[0].columns.items()
        if column.header.endswith("率") and (column.header.endswith(name) or name.endswith(column.header))
    ]
    if len(columns) != 1 or any(columns[0] not in row.tokens for row in rows):
        return None
    return [row.tokens[columns[0]].number for row in rows]
