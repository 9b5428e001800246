"""What is spent on people and on the office in one section: once divided, once listed.

基本支出1209万元，其中人员经费847万元，公用经费362万元 is followed by a list of each, which ends in its total
(公用经费中，办公费…，合计362万元; 以上属于人员经费，共847万元). Within one section both tell one amount, of
however few digits, and so does 机关运行经费 where its words say that it is 公用经费.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import printed_digits

KIND = "restated"
_NAMED = re.compile(
    r"(?:加|其中|用于|日常|以上|上述|均?属于|本年|列支|安排|和|与)*(?P<kind>人员|公用)的?(?:经费|支出)(?:支出|决算|总?小?)*"
)
_OPENING = re.compile(
    r"^[\s\d一二三四五六七八九十、.()]*(?:其中|日常|上述|用于)?[:：，,]?(?P<kind>人员|公用)的?(?:经费|支出)"
)
_TOTAL = re.compile(
    r"^[\s，,；;。、)]*(?:以上)?(?:小计|合计|总计|共计|汇总数?|加总|共|计|总额)(?:为|是|数|:)*\s*$"
)
_OFFICE = re.compile(r"机关运行经?费")
_BY_DEFINITION = re.compile(r"公用经费")
_OF_ANOTHER = re.compile(r"上年|去年|同期|预算|计划|人均|年初")
_REACH = 6
"""Characters before a figure that tell its stage."""
_SURE, _HELD = 3, 2
_OFTEN, _MANY = 2, 4
"""Tellings that show what the office costs, and more of them than one fund has in its section."""
_Place = tuple[str, int]


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each later telling of one kind in a section against those before it."""
    told: dict[_Place, list[Token]] = defaultdict(list)
    office: list[tuple[Token, int]] = []
    for statement in reading.statements:
        token = statement.main
        if token is None or statement.table is not None or not _is_amount(token, statement, reading.year):
            continue
        text = reading.text_of(token)
        if _OFFICE.search(statement.lead) is not None:
            defined = _BY_DEFINITION.search(statement.lead) is not None
            office.append((token, _SURE if defined else _SURE + 1))
        elif not statement.list_number and (kind := _kind(statement, token, text)) is not None:
            told[kind, statement.section].append(token)
    for own in told.values():
        if len(own) <= _MANY:
            for at, later in enumerate(own):
                yield from _against(own[:at], later, _SURE)
    sections = [own for (kind, _), own in told.items() if kind == "公用"]
    if len(sections) == 1 and _OFTEN <= len(sections[0]) <= _MANY:
        for token, least in office:
            yield from _against(sections[0], token, least)


def _kind(statement: Statement, token: Token, text: str) -> str | None:
    named = _NAMED.fullmatch(statement.label)
    if named is not None:
        return named["kind"]
    opening = _OPENING.match(text)
    ends = opening is not None and not statement.label and _TOTAL.match(token.lead) is not None
    return opening["kind"] if opening is not None and ends else None


def _is_amount(token: Token, statement: Statement, year: int | None) -> bool:
    return (
        token.unit.kind == "yuan"
        and token.cell is None
        and not token.approximate
        and bool(token.number)
        and statement.period in (None, year)
        and _OF_ANOTHER.search(token.lead[-_REACH:]) is None
    )


def _against(before: Sequence[Token], later: Token, least: int) -> Iterator[Proposal]:
    made = [_equal(first, later) for first in before if first.block is not later.block]
    held = next((one for one in made if decide(one).holds), None)
    if held is not None:
        if printed_digits(later.number) >= _HELD:
            yield Proposal((held,), asserted=False)
        return
    for first, one in zip((first for first in before if first.block is not later.block), made, strict=True):
        if a_slip_apart(first, later, least):
            yield Proposal((one,))
            return


def _equal(first: Token, later: Token) -> Relation:
    return relation(KIND, "equal", later, [(first, first.role)], role=later.role)
