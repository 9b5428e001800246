"""A row of a table told in the text by its name: 个别项目进度慢，前期工作项目执行率仅69.42%.

What a report calls slow, large or late it takes from its table. A name that is that of a row, with the role
of one of its columns, means that cell; a figure which one slip of the pen sets apart from it contradicts it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from jixiao.claims.reading.again import is_cut_and_rounded
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import printed_digits

KIND = "restated"
_SHORTEST = 4
"""Characters of a name that is one thing in a report."""
_KINDS = {"rate": "percent", "share": "percent", "main": "yuan", "plan": "yuan"}
_SURE, _HELD = 3, 2
_SURE_AMOUNT = 4
_TOLD = re.compile(
    r"(?:(?:预算|资金|经费|支出|实际)?(?:执行|支付|完成|使用|支出)(?:率|进度|比例)|占比|比重|支出)?"
    r"(?:仅|只|已|达到?|也|才|为|有|是|均)*$"
)
_KIND_OF_THING = re.compile(r"(?:项目|专项|工程|课题|资金|经费)$")
_OF_ANOTHER_TIME = re.compile(r"上年|去年|同期|年初|(?:[1-9]|1[0-2])月|[一二三四]季度|上半年|目标|计划")
_SENTENCE = re.compile(r"[。;；]")
_Key = tuple[str, str]


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each figure of a statement that has the name of a row, against the cell of its role."""
    rows: dict[_Key, list[Token]] = defaultdict(list)
    for table in reading.tables:
        if table.block.kind == "table":
            for row in table.rows:
                if not row.names_total and len(name := _bare(row.label)) >= _SHORTEST:
                    for role, token in _of_row(row):
                        rows[name, role].append(token)
    if not rows:
        return
    names = {name for name, _ in rows}
    for statement in reading.statements:
        if (
            statement.table is not None
            or statement.group >= 0
            or statement.period not in (None, reading.year)
        ):
            continue
        name = _name(statement.label)
        for role, token in _of_statement(statement) if name in names else ():
            cells = rows.get((name, role))
            if cells:
                yield from _against(cells, token)


def _of_row(row: Row) -> Iterator[tuple[str, Token]]:
    """The figures of a row whose columns have a role of their own, and share it with no other."""
    found: dict[str, list[Token]] = defaultdict(list)
    for c, token in row.tokens.items():
        column = row.columns.get(c)
        role = "" if column is None else column.role or "main"
        if role in _KINDS and token.unit.kind == _KINDS[role]:
            found[role].append(token)
    yield from ((role, tokens[0]) for role, tokens in found.items() if len(tokens) == 1)


def _of_statement(statement: Statement) -> Iterator[tuple[str, Token]]:
    for role, kind in _KINDS.items():
        token = statement.roles.get(role)
        known = token is not None and token.unit.kind == kind and not token.approximate
        if token is not None and known and not _of_another_time(token, statement):
            yield role, token


def _of_another_time(token: Token, statement: Statement) -> bool:
    """Whether the words of its sentence before a figure name another time or a goal, outside of its name."""
    words = _SENTENCE.split(token.lead)[-1].replace(statement.label, "")
    return _OF_ANOTHER_TIME.search(words) is not None


@lru_cache(maxsize=4096)
def _name(label: str) -> str:
    return _bare(_TOLD.sub("", label))


def _bare(label: str) -> str:
    name = key_of(label.strip())
    bare = key_of(_KIND_OF_THING.sub("", label.strip()))
    return bare if len(bare) >= _SHORTEST or len(label) < _SHORTEST else label.strip() + name


def _against(cells: Sequence[Token], token: Token) -> Iterator[Proposal]:
    made = [_equal(cell, token) for cell in cells]
    held = next((one for one in made if decide(one).holds), None)
    if held is not None:
        if printed_digits(token.number) >= _HELD:
            yield Proposal((held,), asserted=False)
        return
    least = _SURE if token.unit.kind == "percent" else _SURE_AMOUNT
    one = len({cell.value for cell in cells}) == 1 and not is_cut_and_rounded(cells[0], token)
    if one and a_slip_apart(cells[0], token, least):
        yield Proposal((made[0],))


def _equal(first: Token, later: Token) -> Relation:
    return relation(KIND, "equal", later, [(first, first.role)], role=later.role)
