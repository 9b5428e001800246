"""Drawings of web pages: well-formed, described in words, without script, the same each time."""

import pytest
from lxml import etree
from tests.formats.docx.write.drawings.making import KINDS, Kind, chart

from jixiao.core.document import Block
from jixiao.core.look import DiagramLook, Node
from jixiao.formats.drawing.svg import chart_svg, diagram_svg

ROWS = (
    ("", "收入<甲>", "支出"),
    ("2022年", "1924.37", "-12.50"),
    ("一个很长很长的项目名称", "", "0.00"),
    ("其他", "3.00", "8"),
)
MANY = (("", "支出"), *((f"第{number}项很长很长的项目名称", "1234567.89") for number in range(30)))


def texts(svg: str) -> list[str]:
    root = etree.fromstring(svg)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert {str(etree.QName(element).localname) for element in root.iter("*")} <= {
        "svg",
        "title",
        "desc",
        "g",
        "rect",
        "path",
        "text",
    }
    ids = (root[0].get("id"), root[1].get("id"))
    assert root.get("aria-labelledby") == " ".join(str(one) for one in ids)
    return [element.text or "" for element in root.iter("{*}text")]


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_shows_its_figures_and_tells_them(kind: Kind) -> None:
    svg = chart_svg(chart(kind, ROWS, "收支<图>"))
    shown = texts(svg)
    assert shown[0] == "收支<图>"
    if kind == "pie":
        assert {"2022年", "99.84%", "其他", "0.16%"} <= set(shown)
    else:
        assert {"收入<甲>", "支出", "单位：万元", "1924.37", "-12.50"} <= set(shown)
    assert "收入&lt;甲&gt;：2022年1924.37万元，其他3.00万元；支出：2022年-12.50万元" in svg
    assert svg == chart_svg(chart(kind, ROWS, "收支<图>"))


@pytest.mark.parametrize("kind", KINDS)
def test_many_long_names_are_drawn_too(kind: Kind) -> None:
    assert len(texts(chart_svg(chart(kind, MANY)))) > 30


def test_a_unit_that_the_legend_tells_stands_nowhere_else() -> None:
    rows = (("", "预算数（万元）", "执行数（万元）"), ("基本支出", "5.00", "4.00"))
    assert "单位：万元" not in texts(chart_svg(chart("column", rows)))
    assert "预算数：基本支出5.00万元" in chart_svg(chart("column", rows))
    assert "单位：万元" in texts(chart_svg(chart("column", [row[:2] for row in rows])))


def test_zero_slices_have_no_label() -> None:
    rows = (("", "金额"), ("财政拨款收入", "5.00"), ("事业收入", "0.00"), ("经营收入", ""))
    assert texts(chart_svg(chart("pie", rows))) == ["图", "财政拨款收入", "100.00%"]


def test_a_diagram_shows_each_box() -> None:
    nodes = (Node("局<领导>"), Node("办公室", 0), Node("业务股", 0))
    assert texts(diagram_svg(DiagramLook("tree", "组织图", nodes))) == ["局<领导>", "办公室", "业务股"]
    steps = tuple(Node(f"第{number}步", number - 1 if number else None) for number in range(9))
    assert texts(diagram_svg(DiagramLook("flow", "流程", steps))) == [step.text for step in steps]


def test_two_drawings_on_a_page_have_different_ids() -> None:
    one, other = (etree.fromstring(chart_svg(chart("bar", ROWS, title))) for title in ("甲", "乙"))
    assert one[0].get("id") != other[0].get("id")


def test_nothing_is_drawn_of_nothing() -> None:
    assert chart_svg(Block(0, "chart")) == ""
    assert diagram_svg(DiagramLook("tree", "图", ())) == ""
