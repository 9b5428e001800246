"""The only row of a table whose header is lost: totals within totals, no figure left over."""

from decimal import Decimal

import pytest

from jixiao.claims.extraction import extract
from jixiao.claims.reading.tables.nested_row import nested_sums
from jixiao.formats.txt.read import read_text

HEADER = ["合计", "因公出国费", "公务用车购置及运行费", "公务接待费", "小计", "购置费", "运行费"]
FIGURES = ["84.5", "3.2", "76.9", "51.4", "25.5", "4.4"]


@pytest.mark.parametrize(
    ("figures", "sums"),
    [
        ("79 0 75 50 25 4", ((0, (1, 2, 5)), (2, (3, 4)))),
        ("79 75 50 25 4 40 36 17 19 4", ((0, (1, 4)), (1, (2, 3)), (5, (6, 9)), (6, (7, 8)))),
        ("79 0 75 4", ()),
        ("79 0 75 50 25 5", ()),
        ("0 0 0 0", ()),
        ("", ()),
    ],
)
def test_readings_that_leave_nothing_over(figures: str, sums: tuple[object, ...]) -> None:
    assert set(nested_sums([Decimal(figure) for figure in figures.split()])) == set(sums)


@pytest.mark.parametrize("numbers", [[], ["1", "2", "3", "4", "5", "6"]])
def test_a_cell_a_line(numbers: list[str]) -> None:
    text = "\n".join(["单位：万元", *HEADER, *numbers, *FIGURES])
    sums = {f"{c.stated} = {c.expression}" for c in extract(read_text(text)).claims if c.kind == "sum"}
    assert sums == {"84.5 = 3.2 + 76.9 + 4.4", "76.9 = 51.4 + 25.5"}


def test_rows_between_bars_are_not_cut_within_figures() -> None:
    cells = [*HEADER[:4], "||", *HEADER[4:], "|||", *FIGURES]
    text = "单位：万元\n" + "\n".join(cell if "|" in cell else f"{cell} |" for cell in cells)
    sums = {c.stated for c in extract(read_text(text)).claims if c.kind == "sum"}
    assert sums == {"84.5", "76.9"}


def test_figures_without_a_header_of_totals_are_left_alone() -> None:
    text = "\n".join(["甲局", "乙局", "丙局", "丁局", "戊局", "己局", "庚局", *FIGURES])
    assert not [c for c in extract(read_text(text)).claims if c.kind == "sum"]
