"""A layout that is accepted fills its grid whatever lists hold; one that would not is refused."""

from hypothesis import given
from hypothesis import strategies as st

from jixiao.reports.forms.grid import cells
from jixiao.reports.forms.rows import FilledRow
from jixiao.rulebooks.form_grid import problems
from jixiao.rulebooks.schema.form import FormCell, FormRow, FormTable

CELL = st.builds(
    FormCell,
    text=st.sampled_from(["", "甲", "乙"]),
    span=st.integers(1, 3),
    rows=st.sampled_from([1, 1, 1, 2]),
    merge=st.booleans(),
)
ROW = st.builds(
    FormRow,
    cells=st.lists(CELL, min_size=1, max_size=4).map(tuple),
    each=st.sampled_from([(), (), ("projects as project",)]),
)
TABLE = st.builds(
    FormTable,
    widths=st.integers(1, 4).map(lambda count: (1,) * count),
    rows=st.lists(ROW, min_size=1, max_size=4).map(tuple),
)


def filling(row: FormRow, width: int) -> FormRow:
    """The row with its last cell widened or cells left out, so that many rows fill their width."""
    kept: list[FormCell] = []
    for cell in row.cells:
        room = width - sum(one.span for one in kept)
        if room:
            kept.append(cell.model_copy(update={"span": min(cell.span, room)}))
    rest = width - sum(one.span for one in kept)
    kept[-1] = kept[-1].model_copy(update={"span": kept[-1].span + rest})
    return row.model_copy(update={"cells": tuple(kept)})


def test_a_merged_cell_takes_in_all_rows_of_the_one_below() -> None:
    upper = FormCell(text="甲", merge=True)
    lower = FormCell(text="甲", merge=True, rows=2)
    one = FormCell(text="乙")
    rows = [
        FilledRow(row, tuple(cell.text for cell in row), tall=False)
        for row in ((upper, one), (lower, one), (one,))
    ]
    assert [(cell.row, cell.column, cell.row_span) for cell in cells(rows, 2)] == [
        (0, 0, 3),
        (0, 1, 1),
        (1, 1, 1),
        (2, 1, 1),
    ]


def test_numbers_and_what_stands_in_their_place_are_centred() -> None:
    texts = ("95.46%", "/", "1,200.50", "≥95%", "2023年度")
    row = FilledRow(tuple(FormCell(text=text) for text in texts), texts, tall=False)
    looks = [cell.look.align for cell in cells([row], len(texts)) if cell.look is not None]
    assert looks == ["center", "center", "center", "", ""]


@given(table=TABLE, fitted=st.booleans(), times=st.lists(st.integers(0, 3), min_size=4, max_size=4))
def test_an_accepted_layout_fills_its_grid(table: FormTable, fitted: bool, times: list[int]) -> None:  # noqa: FBT001  # drawn
    width = len(table.widths)
    if fitted:
        table = table.model_copy(update={"rows": tuple(filling(row, width) for row in table.rows)})
    if list(problems((), table)):
        return
    rows = [
        FilledRow(row.cells, tuple(cell.text for cell in row.cells), tall=False)
        for row, often in zip(table.rows, times, strict=False)
        for _ in range(often if row.each else 1)
    ]
    placed = cells(rows, width)
    covered = sorted(
        (row, column)
        for cell in placed
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    )
    assert covered == [(row, column) for row in range(len(rows)) for column in range(width)]
