"""A table of funds or state capital without figures says so in words, and words say no other thing (X24)."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jixiao.claims.final_accounts.captions import note_of
from jixiao.claims.final_accounts.recognising import Package
from jixiao.claims.final_accounts.rule import Answer, Compared, Rule, absent
from jixiao.claims.final_accounts.structure import AccountsTable
from jixiao.core.document import Block
from jixiao.core.observation import Observation

if TYPE_CHECKING:
    from jixiao.claims.final_accounts.titles import Kind

KIND = "accounts_none_told"
UNTOLD, CONTRARY = "accounts_nothing_untold", "accounts_none_contradicted"
_NONE = re.compile(r"没有|未(?:发生|安排|产生|使用|涉及)|(?<!有)无|不涉及|为空|空表")
_DENIED = r"(?:没有|未(?:发生|安排|产生|使用)|(?<!有)无)[^，。；]{{0,12}}{}[^，。；]{{0,16}}支出"
_FUNDS, _CAPITAL = (re.compile(_DENIED.format(words)) for words in ("政府性基金", "国有资本经营"))
_TABLES: "tuple[Kind, ...]" = ("funds", "capital", "capital_spending")


def _ask(package: Package) -> Iterator[Answer]:
    for kind in _TABLES:
        table = package.table(kind)
        if table is None:
            if kind != "capital_spending":  # not every place has it
                yield absent(package, kind)
            continue
        section: Kind = "capital" if kind == "capital_spending" else kind
        told = [(p.block, p.text) for p in package.sections.get(section, ())]
        if table.is_empty:
            near = note_of(package.reading.document.blocks, table.block.index)
            yield (
                Compared()
                if any(_NONE.search(text) for text in (near, *(t for _, t in told)))
                else _untold(table)
            )
            continue
        denied = next((found for block, text in told if (found := _denial(kind, block, text))), None)
        whole = table.total()
        if denied is not None and whole is not None and not whole.slot("total").is_nil:
            yield denied
        else:
            yield Compared()


def _denial(kind: "Kind", block: Block, text: str) -> Observation | None:
    """Where a paragraph says that there was no such spending at all."""
    found = (_FUNDS if kind == "funds" else _CAPITAL).search(text)
    if found is None:
        return None
    quote = block.text[found.start() : found.end()]
    return Observation(
        kind=KIND,
        verdict="fails",
        quote=quote,
        place=block.place(found.start(), found.end()),
        stated=quote,
        fault=CONTRARY,
    )


def _untold(table: AccountsTable) -> Observation:
    """An empty table without a word, shown at its first cell."""
    first = table.block.cells[0]
    return Observation(
        kind=KIND,
        verdict="fails",
        quote=first.text.strip(),
        place=table.block.place(0, len(first.text), first),
        stated=table.name,
        fault=UNTOLD,
    )


RULES = (Rule("JX429", KIND, "空表写明没有此项收支", "Empty tables say so", _ask),)
