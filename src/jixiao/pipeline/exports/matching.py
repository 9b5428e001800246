"""Columns and lines of a file against those that a rulebook's table has.

A column is the rulebook's when its headings are the same, or when both mean the same to the cross-checks
(财政拨款 and 财政拨款收入, 小计 and 合计). One that two columns of the file could be is neither.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.claims.final_accounts.roles import role_of
from jixiao.claims.final_accounts.structure import Line
from jixiao.claims.final_accounts.titles import Kind, squeezed
from jixiao.rulebooks.schema.accounts import AccountsColumn, AccountsLine

_BRACKETS = re.compile(r"\((?:含|类|款|项|万?元|净|单位)[^()]*\)")
_NUMBER = re.compile(r"^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d+[.、])")
_OF_WHICH = re.compile(r"^(?:其中[:：]?|#)")


@dataclass(frozen=True, slots=True)
class Matched:
    """The columns of one lane: by their place in the file, the place of the rulebook's column.

    ``twice`` are rulebook columns that several columns of the file could be, with the headings of these.
    """

    columns: dict[int, int]
    twice: tuple[tuple[int, tuple[str, ...]], ...] = ()


def heading_of(column: AccountsColumn) -> str:
    """The headings of a rulebook's column, outermost first, as a person reads them."""
    return "/".join((*column.above, column.heading))


def matched(kind: Kind, headers: dict[int, str], columns: Sequence[AccountsColumn]) -> Matched:
    """The columns of a file by those of the rulebook; ``headers`` as in `AccountsTable.headers`."""
    wanted = [squeezed(heading_of(column)) for column in columns]
    found: dict[int, int] = {}
    for at, header in headers.items():
        if header in wanted:
            found[at] = wanted.index(header)
    roles = [role_of(kind, header) for header in wanted]
    for at, header in headers.items():
        role = role_of(kind, header)
        if at not in found and role and roles.count(role) == 1 and roles.index(role) not in found.values():
            found[at] = roles.index(role)
    if not found and len(headers) == len(columns) == 1 and not _is_budget(next(iter(headers.values()))):
        found = dict.fromkeys(headers, 0)  # the one column of figures needs no name
    times = Counter(found.values())
    twice = tuple(
        (number, tuple(headers[at] for at in found if found[at] == number))
        for number, count in times.items()
        if count > 1
    )
    return Matched({at: number for at, number in found.items() if times[number] == 1}, twice)


def _is_budget(header: str) -> bool:
    return "预算" in header


def matched_lines(
    lines: Sequence[Line], wanted: Sequence[AccountsLine]
) -> Iterator[tuple[Line, AccountsLine | None]]:
    """Each named line of a lane with the rulebook's line that it is, in the order of both.

    A name may stand twice (一般公共预算财政拨款 as receipts and as a part of the opening balance): a line
    with a number is the one that has a number in the rulebook too, and each is taken once.
    """
    free = [line for line in wanted if line.label]
    for line in lines:
        name = _name(line.name)
        same = [one for one in free if _name(squeezed(one.label)) == name]
        numbered = _NUMBER.match(line.name) is not None
        best = [one for one in same if (_NUMBER.match(squeezed(one.label)) is not None) == numbered] or same
        if best:
            free.remove(best[0])
        yield line, best[0] if best else None


def _name(label: str) -> str:
    return _BRACKETS.sub("", _NUMBER.sub("", _OF_WHICH.sub("", label)))
