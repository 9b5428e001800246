"""Pages of ours: the ledger is read from its block of JSON, and figures from their elements."""

import json
from decimal import Decimal
from typing import Any

import pytest

from jixiao.core.document import Document
from jixiao.core.ledger import Entry
from jixiao.core.look import Mark
from jixiao.formats.html.read import read

ENTRY: dict[str, Any] = {
    "name": "_jx1",
    "printed": "866.74万元",
    "value": "866.74",
    "unit": "万元",
    "decimals": 2,
    "origin": "fact",
    "facts": ["budget.outturn"],
    "formula": "",
}
LEDGER: dict[str, Any] = {
    "jixiao": "urn:jixiao:ledger:1",
    "kind": "evaluation",
    "department": "某局",
    "year": 2023,
    "rulebook": "cn",
    "facts_digest": "00ff",
    "entries": [ENTRY, {**ENTRY, "name": "_jx2", "printed": "5", "value": None}],
}
FIGURE = '<data value="866.74" data-entry="_jx1">866.74万元</data>'


def page(body: str, ledger: object = LEDGER) -> Document:
    text = ledger if isinstance(ledger, str) else json.dumps(ledger)
    script = f'<script type="application/json" id="jixiao-ledger">{text}</script>' if text else ""
    return read(f"<!DOCTYPE html><meta charset=utf-8><body>{body}{script}</body>".encode(), "a.html")


def test_entries_and_marks_are_read() -> None:
    found = page(f"<p>支出{FIGURE}。<table><tr><th>年<th>数<tr><td>今年<td>共 {FIGURE}</table>")
    assert found.ledger is not None
    assert found.ledger.entries[0] == Entry(
        "_jx1", "866.74万元", Decimal("866.74"), "万元", 2, "fact", ("budget.outturn",)
    )
    assert (found.ledger.year, found.ledger.facts_digest, found.ledger.missing) == (2023, "00ff", ("_jx2",))
    assert (found.blocks[0].text, found.blocks[0].marks) == (
        "支出866.74万元。",
        (Mark(2, 10, "figure", "_jx1"),),
    )
    last = found.blocks[1].cells[-1]
    assert (last.text, last.marks) == ("共 866.74万元", (Mark(2, 10, "figure", "_jx1"),))


def test_an_emptied_figure_shows_where_it_was() -> None:
    (block,) = page('<h1>一、支出<data data-entry="_jx1"></data>情况</h1>').blocks
    assert (block.text, block.number, block.marks) == (
        "一、支出情况",
        "一、",
        (Mark(4, 4, "figure", "_jx1"),),
    )


def test_figures_without_ledger_are_kept_and_other_pages_have_none() -> None:
    found = page(f"<p>支出{FIGURE}。", "")
    assert (found.ledger, len(found.blocks[0].marks)) == (None, 1)
    other = page('<p>支出<data value="5" data-entry="x">5万元</data>\U000f0000。', "")
    assert (other.blocks[0].text, other.blocks[0].marks) == ("支出5万元\U000f0000。", ())


def test_private_signs_of_the_page_itself_do_no_harm() -> None:
    found = page(f"<p>\U0010fffd支出\U000f0007{FIGURE}\U0010fffd\U000f0000。")
    assert found.blocks[0].text == "支出866.74万元。"
    assert Mark(2, 10, "figure", "_jx1") in found.blocks[0].marks


@pytest.mark.parametrize(
    ("ledger", "why"),
    [
        ("{", "JSON"),
        ("[" * 100_000, "JSON"),
        ([], "条目"),
        ({**LEDGER, "entries": {}}, "条目"),
        ({**LEDGER, "jixiao": "urn:jixiao:ledger:2"}, "更新版本"),
        ({**LEDGER, "jixiao": 5}, "版本"),
        ({**LEDGER, "kind": 5}, "kind"),
        ({**LEDGER, "year": 2023.5}, "year"),
        ({**LEDGER, "more": "x"}, "more"),
        ({**LEDGER, "entries": [5]}, "不认识"),
        ({**LEDGER, "entries": [ENTRY, ENTRY]}, "两条"),
        ({**LEDGER, "entries": [{**ENTRY, "facts": [5]}]}, "facts"),
        ({**LEDGER, "entries": [{**ENTRY, "value": 866.74}]}, "value"),
        ({**LEDGER, "entries": [{**ENTRY, "value": "NaN"}]}, "value"),
        ({**LEDGER, "entries": [{**ENTRY, "decimals": "many"}]}, "decimals"),
        ({**LEDGER, "entries": [{**ENTRY, "origin": "dream"}]}, "来源"),
    ],
)
def test_a_ledger_that_breaks_a_rule_is_unreadable(ledger: object, why: str) -> None:
    found = page(f"<p>支出{FIGURE}。", ledger)
    assert found.ledger is not None
    assert why in found.ledger.unreadable
    assert any("台账" in note for note in found.notes)
