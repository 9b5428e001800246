"""Rows of a table that tell shares of its other rows: 药品收入占比 of 药品收入 in 医疗收入.

The whole is named (药品收入占医疗收入比重), or it is the row of which most such shares are shares.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tables.share_names import bare_name, share_of
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide

_NO_LEVELS = ("change", "growth", "rate", "share")
_FEWEST = 2
"""Shares of one whole that hold before it is taken for that of the others."""


@dataclass(frozen=True, slots=True)
class _Share:
    stated: Token
    part: Token
    column: int
    whole: str


def row_shares(table: TableReading) -> Iterator[Proposal]:
    """The shares that rows tell of other rows, in each column where at least half of them hold."""
    names = [bare_name(row) for row in table.rows]
    by_column: dict[int, list[_Share]] = {}
    for share in _shares(table.rows, names):
        by_column.setdefault(share.column, []).append(share)
    for shares in by_column.values():
        best = _voted([share for share in shares if not share.whole], table.rows)
        found = [
            (share, table.rows[at])
            for share in shares
            if (at := _row_named(share.whole, names) if share.whole else best) is not None
            and share.column in table.rows[at].tokens
        ]
        held = sum(_holds(share, row) for share, row in found)
        if held * 2 >= len(found) or len(by_column) == len(found) == 1:
            yield from (Proposal((_relation(share, row),)) for share, row in found)


def _voted(shares: list[_Share], rows: list[Row]) -> int | None:
    """The row of which most shares that name no whole are shares."""
    votes = [sum(_holds(share, row) for share in shares) for row in rows]
    most = max(votes, default=0)
    return votes.index(most) if most >= _FEWEST and most * 2 >= len(shares) else None


def _shares(rows: list[Row], names: list[str]) -> Iterator[_Share]:
    for row in rows:
        found = share_of(row)
        part = _row_named(found[0], names) if found is not None else None
        if found is None or part is None:
            continue
        for c, token in row.tokens.items():
            own = rows[part].tokens.get(c)
            role = row.columns[c].role if c in row.columns else ""
            if own is not None and role not in _NO_LEVELS and token.unit.kind == "percent" != own.unit.kind:
                yield _Share(token, own, c, found[1])


def _row_named(name: str, names: list[str]) -> int | None:
    """The only row of this name, which may say 收入 or 支出 where the share leaves it out."""
    found = [at for at, other in enumerate(names) if other in (name, f"{name}收入", f"{name}支出")]
    return found[0] if len(found) == 1 else None


def _relation(share: _Share, whole: Row) -> Relation:
    operands = [(share.part, "part"), (whole.tokens[share.column], "whole")]
    return relation("share", "quotient", share.stated, operands)


def _holds(share: _Share, whole: Row) -> bool:
    token = whole.tokens.get(share.column)
    if token is None or token is share.part or not token.number or token.unit.kind != share.part.unit.kind:
        return False
    return decide(_relation(share, whole)).holds
