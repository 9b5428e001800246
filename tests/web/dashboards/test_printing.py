"""Cells as people see them."""

from decimal import Decimal

from jixiao.web.dashboards.printing import printed
from jixiao.web.dashboards.tables import Column

COLUMNS = (Column("name", "Name"), Column("more", "More"), Column("sum", "Sum", "money"),
           Column("lamp", "Lamp", "lamp"), Column("day", "Day", "date"))  # fmt: skip


def test_every_value_is_escaped() -> None:
    bad = '<script>"&'
    line = printed(
        COLUMNS, [{one.name: bad if one.kind != "money" else None for one in COLUMNS} | {"link": bad}]
    )
    assert "<script>" not in line
    assert line.count("&lt;script&gt;&quot;&amp;") == 6


def test_cells_by_their_kind_and_link() -> None:
    row = {
        "name": "A",
        "more": "B",
        "sum": Decimal("1234.5"),
        "lamp": "red",
        "day": None,
        "link": "/b/",
        "link_on": "more",
    }
    assert printed(COLUMNS, [row]) == (
        '<tr><th scope="row">A</th><td><a href="/b/">B</a></td><td class="number">1,234.50</td>'
        '<td><span class="lamp lamp-red">红灯</span></td><td class="code"></td></tr>'
    )
    assert printed(COLUMNS, []) == ""


def test_sentences_have_their_own_look_but_codes_have_not() -> None:
    row = {"name": "A", "more": "报告所印，没有复算：报告只印总分，不能复算"}
    assert '<td class="words">报告所印' in printed(COLUMNS, [row])
    assert '<td class="words">as printed' in printed(COLUMNS, [row | {"more": "as printed in the report"}])
    assert "<td>huochezhan-guangchang" in printed(COLUMNS, [row | {"more": "huochezhan-guangchang"}])
