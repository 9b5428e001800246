"""By how much a result passes its target or stays below: 超计划3200批次60批次, 超目标600亩, 比目标低1.5个点.

The target stands right before the gap, so that the words can mean no other two figures; or in the row of a
form whose result is the figure told before the gap, or whose name the clause tells.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.comparisons import like
from jixiao.core.claim import Relation, decide
from jixiao.core.frozen import frozen

_TARGET = r"目标|任务|计划|指标|要求|规定|标准|时限|期限|上限|下限|限额|控制数|定额|核定"
_WORD = re.compile(_TARGET)
_PASSES = re.compile(
    r"(?:超过|超出|超额|超|高于|多于|大于|低于|少于|小于|比(?![例重])|较)[^，,。；;：:()\d]{0,8}$"
)
_BETWEEN = re.compile(
    rf"(?:的[^，,。；;：:()\d]{{0,4}}(?:{_TARGET})[值数额线]?)?\s*"
    r"(?:多|少|高|低|超出?|超过|缩短|提前|延长|增加|减少)?(?:了|出)?\s*"
)
_BY_TARGET = re.compile(
    rf"(?:(?:超过|超出|超|高于|低于|少于|比(?![例重])|较)[^，,。；;：:()\d]{{0,6}}(?:{_TARGET})[值数额量]?|超额(?:完成)?)"
    r"(?:值|多|少|高|低|超出?|超额)?(?:完成|出)?(?:了)?\s*$"
)
_BESIDE = re.compile(r"[，,]?[^，,。；;：:、()\d]{1,12}")
_UNDONE = re.compile(r"(?:尚|仍|还)有\s*$")
_UNDONE_BEHIND = re.compile(r"^\s?(?:工程量?)?未")
_CLAUSE = re.compile(r"[，,。；;：:]")
_FALLS = re.compile(r"低|少|尚有|仍有|还有|缩短|提前")
_NAME_LEAST = 3
"""Characters of a name that is a part of an indicator's."""


@frozen
class Targeted:
    """What a row of a form tells of an indicator."""

    name: str
    target: Token
    actual: Token


def of_beyond(reading: Reading) -> Iterator[Relation]:
    """Each such gap as the difference of result and target."""
    rows: Sequence[Targeted] | None = None
    for paragraph in reading.paragraphs:
        text = paragraph.text
        if _WORD.search(text) is None and "超" not in text and "有" not in text:
            continue
        for at, gap in enumerate(paragraph.tokens):
            if gap.approximate or not gap.number or gap.unit.kind not in ("count", "point"):
                continue
            if at > 1 and (made := _right_behind(paragraph, at)) is not None:
                yield made
                continue
            undone = _UNDONE.search(gap.lead) and _UNDONE_BEHIND.match(text[gap.end : gap.end + 6])
            if undone or _BY_TARGET.search(_CLAUSE.split(gap.lead)[-1]):
                rows = targeted_rows(reading) if rows is None else rows
                yield from _of_row(paragraph, at, rows)


def _right_behind(paragraph: Paragraph, at: int) -> Relation | None:
    """超过规定30天的时限17天: the target is told right before the gap, and the result right before both."""
    main, target, gap = paragraph.tokens[at - 2 : at + 1]
    if gap.unit.kind != "count" or not (like(target, gap) and like(main, target)):
        return None
    clause = _CLAUSE.split(target.lead)[-1]
    between = paragraph.text[target.end : gap.start]
    if not _PASSES.search(clause) or not _BETWEEN.fullmatch(between):
        return None
    if not (_WORD.search(clause) or _WORD.search(between)):
        return None
    one = {(t.sentence, t.depth, t.approximate) for t in (main, target, gap)}
    if len(one) > 1 or main.approximate:
        return None
    ends = [(main, "outturn"), (target, "target")]
    made = relation("difference", "difference", gap, ends if main.value >= target.value else ends[::-1])
    others = [t for t in paragraph.tokens[: at - 2] if t.sentence == gap.sentence and like(t, gap)]
    beside = _BESIDE.fullmatch(paragraph.text, main.end, target.start) is not None and not others
    return made if decide(made).holds or (beside and main.role not in ("plan", "base")) else None


@once
def targeted_rows(reading: Reading) -> list[Targeted]:
    """The rows of all forms that tell a target and a result of one measure."""
    found = []
    for table in reading.tables:
        if table.block.kind != "table":
            continue
        cells: dict[int, dict[int, Token]] = defaultdict(dict)
        for token in table.tokens:
            if token.cell is not None:
                cells[token.cell.row].setdefault(token.cell.column, token)
        found += [told for row in table.rows if (told := _targeted(row, cells[row.number])) is not None]
    return found


def _targeted(row: Row, cells: dict[int, Token]) -> Targeted | None:
    """The two figures by their columns; also where a unit of the field's own follows one (1.80万亩)."""
    told = {row.columns[c].role: t for c, t in cells.items() if c in row.columns}
    target = told.get("target") or told.get("plan")
    actual = told.get("actual") or told.get("main")
    if target is None or actual is None or target.unit.kind not in ("count", "percent", "number"):
        return None
    return Targeted(row.label, target, actual) if target.unit.kind == actual.unit.kind else None


def _of_row(paragraph: Paragraph, at: int, rows: Sequence[Targeted]) -> Iterator[Relation]:
    gap = paragraph.tokens[at]
    before = [t for t in paragraph.tokens[:at] if t.sentence == gap.sentence and _measures(t, gap)]
    clause = _CLAUSE.split(paragraph.text[: gap.start])[-1]
    for row in rows:
        told = [t for t in before[-2:] if t.value == row.actual.value and _agree(t, row.actual)]
        named = not told and not before and _names(clause, row.name)
        if not (told or named) or row.target.value == row.actual.value:
            continue
        main = told[-1] if told else row.actual
        role = "points" if gap.unit.kind == "point" else "change"
        ends = [(main, "outturn"), (row.target, "target")]
        ends = ends if row.actual.value > row.target.value else ends[::-1]
        made = relation("difference", "difference", gap, ends, role=role)
        if decide(made).holds:
            yield made
            return


def _measures(token: Token, gap: Token) -> bool:
    """Whether a figure is of the measure that a gap is told in: per cent and points, 万亩 and 亩."""
    if gap.unit.kind == "point":
        return token.unit.kind == "percent"
    return token.unit.kind == "count" and (like(token, gap) or token.unit.word == gap.unit.word)


def _agree(token: Token, actual: Token) -> bool:
    return actual.unit.kind in ("number", token.unit.kind)


def _names(clause: str, name: str) -> bool:
    """Whether a clause ends with words of a row's name before what it says of the target."""
    words = _BY_TARGET.sub("", clause).strip()
    return len(words) >= _NAME_LEAST and (words in name or name.endswith(words[-_NAME_LEAST - 1 :]))
