"""One code has one name in all tables of a package (X28)."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jixiao.claims.final_accounts.recognising import Package
from jixiao.claims.final_accounts.rule import Answer, Compared, Missing, Rule
from jixiao.claims.final_accounts.structure import Line
from jixiao.core.finding import Related
from jixiao.core.observation import Observation

if TYPE_CHECKING:
    from jixiao.core.classification import Code

KIND = "accounts_names"
_SIGNS = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9]")


def key_of_name(name: str) -> str:
    """A name without signs; tables may write 支出 at its end or leave it out."""
    return _SIGNS.sub("", name).removesuffix("支出")


def _ask(package: Package) -> Iterator[Answer]:
    first: dict[Code, Line] = {}
    told: set[tuple[Code, str]] = set()
    for table in package.tables.values():
        for line in table.coded():
            if line.code is None or not line.name:
                continue
            other = first.setdefault(line.code, line)
            if other is line:
                continue
            if key_of_name(other.name) == key_of_name(line.name):
                yield Compared()
            elif (line.code, key_of_name(line.name)) not in told:
                told.add((line.code, key_of_name(line.name)))
                yield _differs(line, other)
    if not first:
        yield Missing("没有带科目编码的表", "there is no table with codes")


def _differs(line: Line, other: Line) -> Observation:
    here, there = (each.label.text if each.label is not None else each.name for each in (line, other))
    return Observation(
        kind=KIND,
        verdict="fails",
        quote=here.strip(),
        place=line.block.place(0, len(here), line.label),
        stated=here.strip(),
        computed=there.strip(),
        expression=str(line.code),
        fault=KIND,
        related=(Related(there.strip(), other.block.place(0, len(there), other.label)),),
    )


RULES = (Rule("JX428", KIND, "同一科目编码在各表中名称一致", "One code has one name", _ask),)
