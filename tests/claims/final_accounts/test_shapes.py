"""Tables without titles are told by their shape; titles of other tables, and other documents, are respected."""

from dataclasses import replace
from random import Random

import pytest
from bench.package_document import package
from bench.package_tables import TITLES

from jixiao.claims.final_accounts.recognising import package_of
from jixiao.claims.reading.document import read_document
from jixiao.core.document import Document
from jixiao.formats.txt.read import read_text

AMBIGUOUS = {"projects", "funds", "capital", "capital_spending"}
"""Tables that made-up packages set with columns of others, or leave empty without a word of their budget."""


def without_titles(document: Document) -> tuple[Document, dict[int, int]]:
    """The document, and where its blocks stood before."""
    kept = [block for block in document.blocks if block.text not in TITLES.values()]
    blocks = tuple(replace(block, index=at) for at, block in enumerate(kept))
    return replace(document, blocks=blocks), {at: block.index for at, block in enumerate(kept)}


@pytest.mark.parametrize("seed", range(20))
def test_tables_without_titles_are_what_they_were(seed: int) -> None:
    document = package(Random(seed)).document  # noqa: S311  # no secret
    bare, before = without_titles(document)
    titled, found = package_of(read_document(document)), package_of(read_document(bare))
    assert titled is not None
    assert found is not None
    kinds = {table.block.index: kind for kind, table in titled.tables.items()}
    told = {before[table.block.index]: kind for kind, table in found.tables.items()}
    assert told.items() <= kinds.items()
    assert set(kinds.values()) - set(told.values()) <= AMBIGUOUS
    assert not found.repeated


SPENDING = "科目编码|科目名称|合计|基本支出|项目支出\n201|一般公共服务支出|785.06|600.31|184.75\n221|住房保障支出|27.40|27.40|0.00\n |合计|812.46|627.71|184.75\n"
RECEIPTS = "科目编码|科目名称|本年收入合计|财政拨款收入|事业收入|其他收入\n201|一般公共服务支出|10.00|9.00|1.00|0.00\n |合计|10.00|9.00|1.00|0.00\n"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"某局2023年度部门决算\n单位：万元\n{RECEIPTS}\n单位：万元\n{SPENDING}", {"receipts", "general"}),
        (
            f"某局2023年度部门决算\n单位：万元\n{RECEIPTS}\n单位：万元\n{SPENDING}注：本表反映政府性基金预算财政拨款支出。",
            {"receipts", "funds"},
        ),
        (f"某局2023年度部门决算\n收入预算总表\n{RECEIPTS}\n一般公共预算支出预算表\n{SPENDING}", None),
        (f"某局2023年度部门预算\n单位：万元\n{RECEIPTS}\n单位：万元\n{SPENDING}", None),
        (f"某局2023年度部门决算\n单位：万元\n{SPENDING}", None),
    ],
    ids=["two shapes", "a note tells the budget", "titles of a budget", "a budget", "one shape is none"],
)
def test_what_shapes_make_of_a_document(text: str, kinds: set[str] | None) -> None:
    found = package_of(read_document(read_text(text, "test.txt")))
    assert (None if found is None else set(found.tables)) == kinds
