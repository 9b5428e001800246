"""Labels, boxes and axes have room: nothing covers anything else."""

from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.formats.docx.write.drawings.making import KINDS, Kind, chart

from jixiao.core.look import DiagramLook, Node
from jixiao.formats.drawing.data import ChartData, chart_data
from jixiao.formats.drawing.diagram import sentence, sketch
from jixiao.formats.drawing.pie import TOP, lay_out
from jixiao.formats.drawing.scale import scale
from jixiao.formats.drawing.sizes import height, labels
from jixiao.formats.drawing.sketch import Sketch
from jixiao.formats.drawing.text import columns, even, wrap

WIDE = 156.0
SIZES = st.integers(0, 10**6).map(lambda value: f"{value / 100:.2f}")
NAMES = st.text("预算支出收入项目a1（）", min_size=1, max_size=12)
NAMED = st.text("预算支出收入项目a1（）", min_size=1, max_size=40)
FEW = st.sampled_from(("0.00", "0.01", "1.00", "10000.00"))
"""Slices of no size beside great ones: their labels crowd."""
CROSSING = ["1.07", "9998.65", "0.05", "6.89", "9991.79", "0.00", "0.08", "0.05", "9990.01", "632.43"]
"""A small slice on either side of the top, so that both labels reach across the middle."""
TEXTS = st.text("预算支出，。（）a1 ", min_size=1, max_size=40)


def data_of(kind: Kind, values: list[str], name: str = "支出") -> ChartData:
    rows = [["", "金额"], *([f"{name}{number}", value] for number, value in enumerate(values))]
    data = chart_data(chart(kind, rows))
    assert data is not None
    return data


@given(st.lists(st.tuples(NAMED, SIZES | FEW), min_size=1, max_size=12))
@example([(f"支出{at}", value) for at, value in enumerate(CROSSING)])
@example([("项" * 38, value) for value in ("0.10", "6091.29", "9.76", "10000.00", "8.22", "0.01")])
def test_labels_of_a_pie_never_cover_each_other(named: list[tuple[str, str]]) -> None:
    data = chart_data(chart("pie", [["", "金额"], *map(list, named)]))
    assert data is not None
    values, tall = [value for _, value in named], height(data)
    pie = lay_out(data, WIDE, tall)
    assert [one.index for one in pie.slices] == [at for at, value in enumerate(values) if float(value)]
    for one, other in combinations(pie.slices, 2):
        aside = abs(one.x - other.x) >= (one.wide + other.wide) / 2 - 0.01
        apart = abs(one.y - other.y) >= (one.tall + other.tall) / 2 - 0.01
        assert aside or apart
    for one, other in pairwise(pie.slices):
        assert one.end == pytest.approx(other.start)
    for one in pie.slices:
        assert one.x - one.wide / 2 >= 0
        assert one.x + one.wide / 2 <= WIDE
        assert one.y - one.tall / 2 >= TOP
        assert one.y + one.tall / 2 <= tall
        nearest = max(abs(one.x - pie.x) - one.wide / 2, 0), max(abs(one.y - pie.y) - one.tall / 2, 0)
        assert nearest[0] ** 2 + nearest[1] ** 2 >= pie.radius**2 - 0.01


def test_shares_are_rounded_half_up_and_blanks_have_none() -> None:
    data = data_of("pie", ["1.00", "", "7.00", "0.00"])
    assert data.shares(data.series[0]) == ("12.50%", "", "87.50%", "0.00%")
    assert data_of("pie", ["0.00"]).shares(data_of("pie", ["0.00"]).series[0]) == ("",)
    assert data_of("column", ["0.125", "-0.005"]).texts(data_of("column", ["0.125", "-0.005"]).series[0]) == (
        "0.13",
        "-0.01",
    )


def test_shares_of_counts_have_two_decimals_and_two_slices_stand_side_by_side() -> None:
    data = chart_data(chart("pie", [["", "项目数"], ["优", "24"], ["良", "9"]], decimals=0))
    assert data is not None
    assert data.shares(data.series[0]) == ("72.73%", "27.27%")
    one, other = lay_out(data, WIDE, height(data)).slices
    assert one.y == pytest.approx(other.y, abs=0.5)
    assert one.x < WIDE / 2 < other.x


def test_what_is_no_number_is_blank() -> None:
    data = data_of("column", ["/", "—", "1,234.50", "NaN", "1E+99999"])
    assert data.series[0].values == (None, None, Decimal("1234.50"), None, None)


@given(st.sampled_from(KINDS), st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=20))
def test_the_axis_holds_all_values(kind: Kind, values: list[int]) -> None:
    data = data_of(kind, [f"{value}.00" for value in values])
    axis = scale(data, labels(data, WIDE))
    assert axis.low <= min(values)
    assert max(values) <= axis.high
    assert 2 <= len(axis.ticks()) <= 16
    if kind != "line":
        assert axis.low <= 0 <= axis.high


def test_few_short_labels_lie_flat_and_many_long_ones_stand() -> None:
    assert labels(data_of("column", ["1924.37", "1889.05"]), WIDE).shown == "flat"
    assert labels(data_of("column", ["1924.37"] * 24), WIDE).shown == "upright"
    assert labels(data_of("column", ["1924.37"] * 120), WIDE).shown == "none"


def no_overlap(drawn: Sketch) -> None:
    for one, other in combinations(drawn.boxes, 2):
        aside = one.x + one.wide <= other.x + 0.01 or other.x + other.wide <= one.x + 0.01
        apart = one.bottom <= other.y + 0.01 or other.bottom <= one.y + 0.01
        assert aside or apart
    for box in drawn.boxes:
        assert box.x >= -0.01
        assert box.x + box.wide <= drawn.wide + 0.01 <= WIDE + 0.02
        assert box.bottom <= drawn.tall + 0.01
    for stroke in drawn.strokes:
        assert stroke.x == pytest.approx(stroke.to_x) or stroke.y == pytest.approx(stroke.to_y)


@given(st.lists(TEXTS, min_size=1, max_size=20))
def test_steps_stand_apart_with_an_arrow_from_each_to_the_next(texts: list[str]) -> None:
    nodes = tuple(Node(text, number - 1 if number else None) for number, text in enumerate(texts))
    drawn = sketch(DiagramLook("flow", "图", nodes), WIDE)
    assert drawn is not None
    no_overlap(drawn)
    assert [box.text for box in drawn.boxes] == texts
    assert len(drawn.strokes) == len(texts) - 1
    assert all(stroke.arrow for stroke in drawn.strokes)


@given(st.data(), st.integers(1, 30))
def test_boxes_of_a_tree_stand_apart(data: st.DataObject, count: int) -> None:
    nodes = [Node(data.draw(NAMES), data.draw(st.integers(0, at - 1)) if at else None) for at in range(count)]
    drawn = sketch(DiagramLook("tree", "图", tuple(nodes)), WIDE)
    assert drawn is not None
    no_overlap(drawn)
    assert sorted(box.text for box in drawn.boxes) == sorted(node.text for node in nodes)


def test_a_flow_that_branches_is_a_tree_with_arrows() -> None:
    nodes = (Node("受理"), Node("初审", 0), Node("退回补正", 0), Node("复核", 1))
    look = DiagramLook("flow", "图", nodes)
    drawn = sketch(look, WIDE)
    assert drawn is not None
    assert sum(stroke.arrow for stroke in drawn.strokes) == 3
    assert sentence(look) == "受理 → 初审 → 退回补正 → 复核"
    assert sentence(DiagramLook("tree", "图", nodes)) == "受理；受理：初审、退回补正；初审：复核"
    assert sketch(DiagramLook("tree", "图", ()), WIDE) is None


def test_a_node_under_itself_or_nothing_is_a_root() -> None:
    drawn = sketch(DiagramLook("tree", "图", (Node("甲", 0), Node("乙", 9), Node("丙", -1))), WIDE)
    assert drawn is not None
    assert len({box.y for box in drawn.boxes}) == 1


@given(TEXTS, st.integers(2, 30))
def test_lines_hold_all_signs_and_fit(text: str, most: int) -> None:
    for lines in (wrap(text, most), even(text, most)):
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(columns(line.rstrip("，。（）")) <= most for line in lines)


def test_lines_are_about_equally_long_and_numbers_stay_whole() -> None:
    assert even("社会保障和就业支出", 16) == ("社会保障和", "就业支出")
    assert wrap("支出1889.05万元", 10) == ("支出", "1889.05万", "元")
