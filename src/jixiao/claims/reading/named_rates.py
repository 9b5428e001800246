"""Percentages by their names, in text and in tables: 居民满意度90.8%, a row 满意度 with its value.

The name of one in text is its clause up to 率 or 度; 实际92.1% has that of the indicator its paragraph is
about. In a table it is that of the row, with the header where that is the rate (某某项目 | 执行率).
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.roles import without_brackets
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token
from jixiao.core.frozen import frozen

_RATES = "执行|完成|支出|支付|到位|使用|拨付|结项|控制"
_NAME = re.compile(
    r"(?P<name>[\u4e00-\u9fff\dA-Za-z“”\"]*[\u4e00-\u9fff]{2}(?:率|度|比例|占比|比重))(?:指标)?"
    r"(?:仅|只|已|也|均|约|实际|全年|最终)*(?:完成|实现)?(?:值)?(?:为|是|达到?|有|:|\s)*$"
)
_ACTUAL = re.compile(r"^\s*(?:实际|全年实际|实际完成|完成值)(?:值|完成值?)?(?:为|是|达到?|:|\s)*$")
_INDICATOR = re.compile(
    r"^[\s\d一二三四五六七八九十.、()]*(?P<name>[\u4e00-\u9fff]{2,12}?[率度])(?:指标)?(?=[(。,，:])"
)
_OTHERS = re.compile(
    r"目标|要求|标准|上年|去年|同期|上一年|≥|≤|不低于|不高于|[比较][^率度]*$|高于|低于|超过|未达|计划|平均|序时"
)
_AT_A_TIME = re.compile(r"(?:上半年|下半年|[一二三四]季度|半年|\d{1,2}\s?月(?:末|底|份|\d))")
_LEADING = re.compile(
    r"^(?:其中|但|而|则|且|全年|全[省市县区镇乡]|我[市县区局院校]|本年度?|今年|当年|年末|截至[^，]*?[底末日]|(?:19|20)\d\d年度?|经[统测]计?)+"
)
_CLAUSE = re.compile(r"[，,。；;：:、()（）]")
_SUFFIX = re.compile(r"(?:专项|项目|资金|预算|支出|经费|补助|工程)+$")
_REACH = 48


@frozen
class NamedRate:
    """A percentage with its name; ``rate`` is which rate of a thing it is (执行率), "" for any other.

    ``timed`` is whether its words name a time within the year.
    """

    token: Token
    name: str
    rate: str = ""
    row: Row | None = None
    timed: bool = False
    where: str = ""
    """The text of its paragraph."""
    listed: bool = False
    """It is the value of an indicator that has a line of its own: 满意度指标（10分）。目标≥90%，实际92.1%."""


@once
def told_rates(reading: Reading) -> list[NamedRate]:
    """Those of the text, in order."""
    return [found for paragraph in reading.paragraphs for found in _of_paragraph(paragraph)]


def _of_paragraph(paragraph: Paragraph) -> Iterator[NamedRate]:
    text = paragraph.text
    for token in paragraph.tokens:
        if token.unit.kind != "percent" or token.approximate or token.comparator or not token.number:
            continue
        lead = without_brackets(text[max(token.start - _REACH, 0) : token.start])
        clause = _CLAUSE.split(lead.rstrip(": "))[-1]
        if _OTHERS.search(clause):
            continue
        found = _NAME.search(clause)
        listed = found is None and _ACTUAL.match(clause) is not None
        found = _INDICATOR.match(text) if listed else found
        if found is None:
            continue
        name = _LEADING.sub("", found["name"].strip('“”"'))
        sentence = text[text.rfind("。", 0, token.start) + 1 : token.start]
        yield NamedRate(
            token,
            name,
            "" if listed else _rate_of(name),
            timed=_AT_A_TIME.search(sentence) is not None,
            where=text,
            listed=listed,
        )


@once
def tabled_rates(reading: Reading) -> list[NamedRate]:
    """Those of rows: in a column of rates, or the value of a row that is called a rate."""
    return [
        found
        for table in reading.tables
        if table.block.kind == "table"
        for row in table.rows
        for found in _of_row(row)
    ]


def _of_row(row: Row) -> Iterator[NamedRate]:
    percents = {c: token for c, token in row.tokens.items() if token.unit.kind == "percent"}
    label = without_brackets(row.label).strip()
    for c, token in percents.items():
        header = row.columns[c].header.rsplit("/", 1)[-1] if c in row.columns else ""
        rate = _rate_of(without_brackets(header).strip())
        if rate and not row.names_total:
            yield NamedRate(token, label, rate, row)
    if label.removesuffix("指标")[-1:] in ("率", "度") and percents:
        values = {c: token for c, token in percents.items() if _is_value(row, c)}
        if len(values) == 1 or (len(values) == len(percents) == 2):
            yield NamedRate(values[max(values)], label.removesuffix("指标"), "", row)


def _is_value(row: Row, c: int) -> bool:
    role = row.columns[c].role if c in row.columns else ""
    return role not in ("target", "rate", "share", "plan", "index") and not row.tokens[c].comparator


def _rate_of(name: str) -> str:
    """Which rate of a thing a name ends with: 执行率; "" for any other."""
    found = re.search(rf"(?:{_RATES})(?:率|进度|比例)$", name)
    return found[0] if found else ""


def thing_of(name: str, rate: str) -> str:
    """The thing whose rate a name tells: 远程医疗 of 远程医疗项目执行率."""
    return _SUFFIX.sub("", name.removesuffix(rate) if rate else name)
