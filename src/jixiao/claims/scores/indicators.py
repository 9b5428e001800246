"""Indicators of a performance form, by row or line: operator, target, value, unit, weight, score, reason."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.relate import quantity
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import NUMBER, unit_of
from jixiao.core.quantity import Quantity, Unit

_SIGNS = {
    "≥": "≥",
    ">=": "≥",
    "大于等于": "≥",
    "不低于": "≥",
    ">": "≥",
    "≤": "≤",
    "<=": "≤",
    "小于等于": "≤",
    "不高于": "≤",
    "<": "≤",
}
_EQUAL = ("=", "等于", "＝")
_REASON = re.compile(r"原因|偏差|说明|改进")


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator; what is not printed is None, also ``reason`` where the form has no such column."""

    name: str
    group: str
    """The words of its first and second level (满意度指标 服务对象满意度指标)."""
    operator: str
    target: Quantity | None
    actual: Quantity | None
    full: Token | None = None
    score: Token | None = None
    reason: str | None = None
    unit: Unit | None = None
    """The unit that the form's unit column gives."""
    shown: str = ""
    """Operator and target as printed."""
    table: int = -1

    @property
    def words(self) -> str:
        """Everything that names it."""
        return f"{self.group} {self.name}"


@once
def indicators(reading: Reading) -> list[Indicator]:
    """Indicators of tables, then of lines."""
    return [*_of_tables(reading), *_of_lines(reading)]


def _of_tables(reading: Reading) -> Iterator[Indicator]:
    for table in reading.tables:
        above: dict[int, str] = {}
        for row in table.rows:
            roles = {column.role: c for c, column in row.columns.items() if column.role}
            if "score" in roles and "target" not in roles and "目标" in _header(row, roles, "plan"):
                roles["target"] = roles["plan"]  # 年度目标 beside 得分
            for c, text in row.texts.items():
                if text:
                    above = {k: v for k, v in above.items() if k < c} | {c: text}
            if "actual" in roles and ("target" in roles or "operator" in roles):
                yield _of_row(row, roles, above, table.block.index)


def _header(row: Row, roles: dict[str, int], role: str) -> str:
    return row.columns[roles[role]].header if role in roles else ""


def _of_lines(reading: Reading) -> Iterator[Indicator]:
    for paragraph in reading.paragraphs:
        if "值" in paragraph.text or "绩效目标" in paragraph.text:
            yield from _of_line(paragraph.text, paragraph.tokens)


def _of_row(row: Row, roles: dict[str, int], above: dict[int, str], table: int) -> Indicator:
    at = roles.get("target", -1)
    target, actual = row.tokens.get(at), row.tokens.get(roles["actual"])
    word = row.texts.get(roles.get("unit", -1), "").strip()
    unit = unit_of(word) if word else None
    if unit is not None and unit.kind == "count" and not re.fullmatch(r"[\u4e00-\u9fff]{1,4}", word):
        unit = None
    sign = row.texts.get(roles.get("operator", -1), "").strip()
    if target is not None and target.comparator:
        sign = target.comparator
    label = max((c for c in above if c < min(at if at >= 0 else 99, roles["actual"])), default=-1)
    names = [
        c
        for c in above
        if c < min((roles[r] for r in ("operator", "target", "full") if r in roles), default=99)
    ]
    reason = next(
        (text for c, text in row.texts.items() if c in row.columns and _REASON.search(row.columns[c].header)),
        None,
    )
    return Indicator(
        name=row.label or above.get(label, ""),
        group=" ".join(above[c] for c in sorted(names)),
        operator=_SIGNS.get(sign, "=" if sign in _EQUAL else ""),
        target=_measured(target, unit),
        actual=_measured(actual, unit),
        full=row.tokens.get(roles.get("full", -1)),
        score=row.tokens.get(roles.get("score", -1)),
        reason=reason,
        unit=unit,
        shown=f"{sign}{target.number:f}{word or target.unit.word}" if target is not None else "",
        table=table,
    )


def _measured(token: Token | None, unit: Unit | None) -> Quantity | None:
    if token is None:
        return None
    return quantity(token, unit if token.unit is NUMBER else None)


_LINE = re.compile(
    r"(?P<name>[^，,。;:、]{2,20})[，,]\s?(?:年度)?(?:指标值|目标值|计划值|绩效目标)(?:为|是|:)?\s?(?P<sign>≥|≤|>=|<=|=|>|<|不低于|不高于)?\s?(?P<t>\d+(?:\.\d+)?)"
    r"[^，,。;\d]{0,6}[，,;]\s?(?:实际)?(?:完成值|完成|值)(?:为|是|:)?\s?(?P<a>\d+(?:\.\d+)?)"
)


def _of_line(text: str, tokens: list[Token]) -> Iterator[Indicator]:
    by_start = {token.start: token for token in tokens}
    for found in _LINE.finditer(text):
        target, actual = by_start.get(found.start("t")), by_start.get(found.start("a"))
        if target is None or actual is None:
            continue
        sign = _SIGNS.get(found["sign"] or "", "=" if found["sign"] in _EQUAL else "")
        rest = [
            token
            for token in tokens
            if found.end() <= token.start < found.end() + 30 and token.unit.kind == "score"
        ]
        full = next((token for token in rest if token.role == "full"), None)
        score = next((token for token in rest if token.role == "score"), None)
        yield Indicator(
            found["name"],
            "",
            sign,
            quantity(target),
            quantity(actual),
            full,
            score,
            shown=text[found.start("t") : found.end("t")],
        )


def lower_is_better(words: str) -> bool:
    """Costs, deductions, faults and control rates: their targets are upper limits."""
    return (
        re.search(
            r"成本|费用|控制率|变动率|投诉|差错|事故|故障|超支|单价|造价|时间|天数|时限|误差|损失|能耗|排放|负债|结余率|结转",
            words,
        )
        is not None
    )


def higher_is_better(words: str) -> bool:
    """Satisfaction, quality and completion: their targets are lower limits."""
    found = re.search(
        r"满意|合格率|完成率|完成情况|达标|及时[率性]|准确|覆盖率|知晓率|成果|质量|办结率|到位率|普及率|利用率|提升|增长率|优良率|通过率",
        words,
    )
    return found is not None and not lower_is_better(words)


def meets(operator: str, target: Quantity, actual: Quantity) -> bool | None:
    """Whether the achieved value meets the target; None where they cannot be compared."""
    if (
        target.unit.kind != actual.unit.kind
        or target.unit.name != actual.unit.name
        or target.number == Decimal(0)
    ):
        return None
    if operator == "≥":
        return actual.value >= target.value
    if operator == "≤":
        return actual.value <= target.value
    if operator == "=":
        return actual.value == target.value
    return None
