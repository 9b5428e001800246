"""Some members of a list added up: 前两项合计T; 上述三类共T; 中央和省级资金合计T; 两类患者在管人数合计T.

The words say how many members are meant, or which: those that stand first, those told right before, or those
of the names before 合计. They stand in the total's own sentence, in the one before or in the table above.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import equation, quantity
from jixiao.claims.reading.tables.table import TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.rows_mentioned import rows_mentioned
from jixiao.claims.sums.rows_named import members_named
from jixiao.claims.sums.some import (
    FIRST,
    LEVELS,
    SEVERAL,
    called,
    is_added,
    name_before,
    names_added,
    plain_name,
)
from jixiao.core.claim import Relation, decide
from jixiao.core.numbering import chinese_number

KIND = "sum"
_OPENS = re.compile(r"其中|包括|主要(?:是|有|为|用于)|分别|[:：(]|分为|依次")
_GIVES = re.compile(r"占|比|增|减|降|升|提高|上涨|均|每|率|目标|计划$|超|差|结余|结转|节约")
"""What a figure behind such words is, other than a sum of members: 三年累计提高10元."""
_VERB = re.compile(
    r"(?P<verb>到位|支出|支付|下达|拨付|完成|投入|筹集)(?:资金|金额)?(?:总额)?(?:合计|共计|总计|共)(?:为|:)?\s*$"
)
_CLAUSE = re.compile(r"[，,。；;：:]")
_FEWEST, _MOST = 2, 9
"""Things that a sentence names and adds up."""
_NEAR = 4
"""Members that miss their total by more than a quarter of it are those of another."""
_REACH = 6
"""Lines below a table in which its rows may be named."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """Every total that its words call that of some members of a list."""
    tables = [table for table in reading.tables if table.block.kind == "table"]
    for paragraph in reading.paragraphs:
        for at, total in enumerate(paragraph.tokens):
            if total.unit.kind not in ("yuan", "count") or total.approximate or total.comparator:
                continue
            if total.cell is None and (proposal := _of(paragraph, at, total, tables)) is not None:
                yield proposal
    for made in rows_mentioned(reading):
        yield Proposal((made,), asserted=False)


def _of(paragraph: Paragraph, at: int, total: Token, tables: Sequence[TableReading]) -> Proposal | None:
    words = total.lead[-60:]
    if not is_added(words):
        return None
    first, several = FIRST.search(words), SEVERAL.search(words)
    names = [] if first is not None else names_added(words)
    if names:
        proposal = _of_names(names, paragraph, at, total, tables)
        if proposal is not None:
            return proposal
    if first is None and tables and (proposal := _of_rows(words, total, tables)) is not None:
        return proposal
    found = first or several
    number = chinese_number(found["n"].replace("两", "二")) if found is not None else None
    if (
        found is None
        or number is None
        or not _FEWEST <= number <= _MOST
        or _GIVES.search(found["of"] + found["more"])
    ):
        return _of_all_measured(paragraph, at, total)
    before = _members(paragraph, at, total)
    measured = _of_measure(before, found["of"] + found["more"])
    if len(measured) == number:
        return Proposal((_sum(total, measured),))
    for scope in _scopes(before, total):
        if len(scope) >= number:
            parts = scope[:number] if first is not None else scope[-number:]
            made = _sum(total, parts)
            sure = first is not None or len(scope) == number
            sure = sure and not _has_some_again(before, total, scope)
            if sure or decide(made).holds:
                return Proposal((made,), asserted=sure)
    return _of_table(total, number, tables, first=first is not None)


def _of_all_measured(paragraph: Paragraph, at: int, total: Token) -> Proposal | None:
    """省级到位A；区级到位B；自筹到位C，尚有c未到位。到位资金合计T: those of one verb."""
    verb = _VERB.search(_CLAUSE.split(total.lead)[-1])
    if verb is None or total.unit.kind != "yuan":
        return None
    parts = [token for token in _members(paragraph, at, total) if name_before(token).endswith(verb["verb"])]
    made = _sum(total, parts) if len(parts) > _FEWEST else None
    return Proposal((made,), asserted=False) if made is not None and decide(made).holds else None


def _members(paragraph: Paragraph, at: int, total: Token) -> list[Token]:
    """The amounts before the total that may be members of a list."""
    return [
        token
        for token in paragraph.tokens[:at]
        if token.unit.kind == total.unit.kind
        and (total.unit.kind == "yuan" or token.unit.word == total.unit.word)
        and not token.approximate
        and not token.comparator
        and token.sentence >= total.sentence - 1
        and token.role not in ("change", "saved", "excess", "growth")
    ]


def _scopes(before: Sequence[Token], total: Token) -> Iterator[list[Token]]:
    """The lists that the total may close: in its sentence or the one before, from what opens them."""
    for sentence in (total.sentence, total.sentence - 1):
        own = [token for token in before if token.sentence == sentence and token.depth <= total.depth]
        opened = [at for at, token in enumerate(own) if _OPENS.search(token.lead)]
        if opened:
            yield own[opened[-1] :]
        elif own:
            yield own


def _has_some_again(before: Sequence[Token], total: Token, scope: Sequence[Token]) -> bool:
    """省级A、市级B、县级C。…县级到位c；三级合计到位T: the sentence of the total begins to tell them anew."""
    return scope[0].sentence < total.sentence and any(token.sentence == total.sentence for token in before)


def _of_measure(before: Sequence[Token], words: str) -> list[Token]:
    """The members told by the measure that the total names: 在管A人，…在管B人；在管合计."""
    measures: dict[str, list[Token]] = {}
    for token in before:
        name = name_before(token)
        for size in range(2, 7):
            if len(name) >= size:
                measures.setdefault(name[-size:], []).append(token)
    told = [(len(name), tokens) for name, tokens in measures.items() if name in words and len(tokens) > 1]
    return max(told, key=lambda one: one[0])[1] if told else []


def _of_names(
    names: Sequence[str], paragraph: Paragraph, at: int, total: Token, tables: Sequence[TableReading]
) -> Proposal | None:
    """The members that have these names, one each; in the table above where the text tells none."""
    if not _FEWEST <= len(names) <= _MOST or any(len(n) < _FEWEST and n not in LEVELS for n in names):
        return None
    told = [(name_before(token), token) for token in _members(paragraph, at, total)]
    parts = called(names, told)
    if parts is None:
        table = _table_above(total, tables)
        rows = [(plain_name(row.label), row) for row in table.rows if not row.names_total] if table else []
        for column in sorted({c for _, row in rows for c in row.tokens}):
            cells = [(label, row.tokens[column]) for label, row in rows if column in row.tokens]
            made = called(names, [one for one in cells if _is_alike(one[1], total)])
            if made is not None and decide(_sum(total, made)).holds:
                return Proposal((_sum(total, made),))
        return None
    return Proposal((_sum(total, parts),))


def _of_rows(words: str, total: Token, tables: Sequence[TableReading]) -> Proposal | None:
    """The rows, or columns, of the table above that the words name."""
    at = total.block.index
    table = next((table for table in reversed(tables) if at - _REACH <= table.block.index < at), None)
    for members in members_named(words, table) if table is not None else ():
        if all(_is_alike(part, total) for part in members.parts):
            made = _sum(total, members.parts)
            outcome, value = decide(made), total.value
            computed = outcome.computed
            if outcome.holds or (members.told and computed and abs(computed - value) * _NEAR <= value):
                return Proposal((made,))
    return None


def _is_alike(token: Token, total: Token) -> bool:
    kinds = {token.unit.kind, total.unit.kind}
    return len(kinds) == 1 or "number" in kinds


def _table_above(total: Token, tables: Sequence[TableReading]) -> TableReading | None:
    at = total.block.index
    return next((table for table in tables if at - 2 <= table.block.index < at), None)


def _of_table(total: Token, number: int, tables: Sequence[TableReading], *, first: bool) -> Proposal | None:
    """The first rows of the table above, in the column that they make the total of."""
    table = _table_above(total, tables) if first else None
    rows = [row for row in table.rows if not row.names_total][:number] if table is not None else []
    for column in sorted({c for row in rows for c in row.tokens}):
        parts = [row.tokens[column] for row in rows if column in row.tokens]
        if len(parts) == number and all(_is_alike(part, total) for part in parts):
            made = _sum(total, parts)
            if decide(made).holds:
                return Proposal((made,))
    return None


def _sum(total: Token, parts: Sequence[Token]) -> Relation:
    unit = total.unit if parts[0].unit.kind == "number" else None
    return equation(KIND, total, [quantity(part, unit) for part in parts])
