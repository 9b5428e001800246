"""A rate in the row of its indicator and in the sentence that works it out: 实种84923剂次，接种率98.5%.

A form names its indicator in full (适龄儿童疫苗接种率), a sentence says the thing first and 接种率 behind it.
The sentence is that of the row where its words hold nearly all of the rest of the name; a figure that one
slip of the pen sets apart from the row then contradicts it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from jixiao.claims.reading.again import is_cut_and_rounded
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import printed_digits

KIND = "restated"
_ENDING = 3
"""Characters at the end of a name that say what is measured: 接种率, 满意度."""
_ROLES = ("actual", "rate", "")
_SURE, _HELD = 3, 2
_COVERED = 3, 5
"""How much of the rest of a row's name its sentence has: three pairs of characters of five."""
_REACH = 8
"""Characters before a figure that tell its time."""
_BRACKET = re.compile(r"\([^()]*\)")
_TOLD = re.compile(r"(?:仅|只|已|也|为|是|达到?|有)+$")
_SENTENCE = re.compile(r"[。;；]")
_OF_ANOTHER_TIME = re.compile(r"上年|去年|同期|目标|要求|不低于|标准|全[省市县区国]|平均")
_GOALS = re.compile(r"[^，,]{0,12}(?:计划|目标|力争|确保)(?!.*(?:实际|已|完成目标|完成计划))")
"""A sentence that sets goals: 2023年计划清运垃圾…，办结率达到98%."""
_OF_EXECUTION = re.compile(r"(?:执行|支付|支出|到位|完成)率$")
"""Rates that each of many budgets has."""
_Rows = dict[str, list[tuple[str, Token]]]


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each rate of a sentence against the rows whose names its words make up."""
    rows: _Rows = defaultdict(list)
    for table in reading.tables:
        for row in table.rows:
            name, token = _BRACKET.sub("", row.label).strip(), _value(row)
            if token is not None and name.endswith(("率", "度")) and _OF_EXECUTION.search(name) is None:
                rows[name[-_ENDING:]].append((name, token))
    if not rows:
        return
    for statement in reading.statements:
        token = statement.roles.get("rate")
        if token is not None and token.cell is None and statement.table is None:
            yield from _against(rows, statement, token, reading.text_of(token))


def _value(row: Row) -> Token | None:
    """The one percentage that a row reached."""
    found = [
        token
        for c, token in row.tokens.items()
        if token.unit.kind == "percent" and (c not in row.columns or row.columns[c].role in _ROLES)
    ]
    return found[0] if len(found) == 1 else None


def _against(rows: _Rows, statement: Statement, token: Token, text: str) -> Iterator[Proposal]:
    name = _TOLD.sub("", statement.label)
    if token.approximate or token.unit.kind != "percent" or _OF_ANOTHER_TIME.search(token.lead[-_REACH:]):
        return
    sentence = _SENTENCE.split(text[: token.start])[-1]
    if _GOALS.match(sentence):
        return
    own = [cell for label, cell in rows.get(name[-_ENDING:], ()) if _is_of(label, name, sentence)]
    held = next((made for cell in own if decide(made := _equal(cell, token)).holds), None)
    if held is not None:
        if printed_digits(token.number) >= _HELD:
            yield Proposal((held,), asserted=False)
    elif len(own) == 1 and a_slip_apart(own[0], token, _SURE) and not is_cut_and_rounded(own[0], token):
        yield Proposal((_equal(own[0], token),))


def _is_of(label: str, name: str, sentence: str) -> bool:
    """Whether the words of a sentence that end in the name make up the label of a row."""
    if len(name) < _ENDING or not (label.endswith(name) or name.endswith(label)):
        return False
    rest = label.removesuffix(name) if len(label) > len(name) else ""
    pairs = [rest[at : at + 2] for at in range(len(rest) - 1)]
    covered = sum(pair in sentence for pair in pairs)
    return covered * _COVERED[1] >= len(pairs) * _COVERED[0] and (len(rest) != 1 or rest in sentence)


def _equal(first: Token, later: Token) -> Relation:
    return relation(KIND, "equal", later, [(first, first.role)], role=later.role)
