"""Places: an offset in a block or cell as the line and column of the source; reports and findings count."""

from decimal import Decimal

from jixiao.core.document import Area, Block, Cell, Document, Segment, boxes_of
from jixiao.core.errors import ReadError
from jixiao.core.finding import Certificate, Finding, Related
from jixiao.core.place import Place
from jixiao.core.report import Report

SEGMENTS = (Segment(0, 3, 2), Segment(5, 4, 0))


def test_a_place_is_told_in_lines_of_the_source() -> None:
    block = Block(1, "paragraph", "甲乙丙丁戊己庚辛", segments=SEGMENTS)
    assert block.place(1, 3) == Place(1, 3, 5, line=3)
    assert block.place(6, 8) == Place(1, 1, 3, line=4)


def test_a_stretch_over_two_lines_is_shown_on_the_first() -> None:
    block = Block(1, "paragraph", "甲乙丙丁戊己庚辛", segments=SEGMENTS)
    assert block.place(3, 7) == Place(1, 5, 7, line=3)


def test_without_lines_offsets_count_in_the_block() -> None:
    assert Block(2, "paragraph", "甲乙", page=4).place(0, 1) == Place(2, 0, 1, page=4)


def test_a_cell_tells_table_row_column_and_name() -> None:
    cell = Cell(1, 2, "35.00", reference="C2")
    place = Block(3, "table", cells=(cell,), table=0, sheet="表1").place(0, 5, cell)
    assert (place.table, place.row, place.column, place.cell, place.sheet) == (0, 1, 2, "C2", "表1")
    chart = Block(4, "chart", cells=(cell,), table=1).place(0, 5, cell)
    assert (chart.table, chart.chart) == (None, 1)


AREAS = (Area(0, 2, 700, 712, (100, 110, 120, 130)), Area(3, 3, 90, 102, (80, 90, 95)))


def test_a_stretch_on_a_page_has_a_box() -> None:
    block = Block(0, "paragraph", "甲乙丙丁1", areas=AREAS)
    assert (block.place(1, 3).page, block.place(1, 3).box) == (2, (110, 700, 130, 712))
    assert (block.place(3, 5).page, block.place(3, 5).box) == (3, (80, 90, 95, 102))
    assert boxes_of(AREAS, 2, 4) == [(2, (120, 700, 130, 712)), (3, (80, 90, 90, 102))]
    assert block.place(5, 5).box is None
    assert Block(0, "table", cells=(Cell(0, 0, "甲", areas=AREAS),)).place(0, 1).page is None


def test_texts_are_those_of_the_block_or_of_its_cells() -> None:
    cells = (Cell(0, 0, "项目"), Cell(0, 1, "金额"), Cell(1, 0, "会议费"))
    table, paragraph = Block(1, "table", cells=cells, table=0), Block(0, "paragraph", "概况")
    assert [text for text, _ in table.texts()] == ["项目", "金额", "会议费"]
    assert list(paragraph.texts()) == [("概况", None)]
    assert Document("x", "txt", (paragraph, table)).plain_text() == "概况\n项目\t金额\n会议费"


def finding(line: int = 1, **changes: object) -> Finding:
    values: dict[str, object] = {
        "severity": "error",
        "quote": "甲",
        "place": Place(0, 0, 1, line=line),
        "stated": "1",
        **changes,
    }
    return Finding("JX101", kind="rate", title="标题", message="说明", message_en="message", **values)  # type: ignore[arg-type]


def test_a_fingerprint_follows_figures_not_positions() -> None:
    side = Related("乙", Place(1, 0, 1))
    assert finding().fingerprint == finding(line=9).fingerprint
    assert (
        finding(related=(side,)).fingerprint == finding(related=(Related("乙", Place(7, 0, 1)),)).fingerprint
    )
    different = {
        finding(stated="2").fingerprint,
        finding(keys=("x",)).fingerprint,
        finding(quote="丙").fingerprint,
    }
    assert len(different | {finding().fingerprint}) == 4


def test_the_certificate_is_a_share_of_what_has_a_partner() -> None:
    assert Certificate(812, 641, 90).share == Decimal("0.8878")
    assert Certificate(3, 0, 3).share is None


def test_a_report_counts_by_severity() -> None:
    report = Report("x.txt", findings=(finding(), finding(severity="warning")))
    assert (report.count("error"), report.count("warning"), report.count("info")) == (1, 1, 0)
    assert finding(severity="error").severity == "error"


def test_an_error_of_reading_speaks_both_languages() -> None:
    error = ReadError("too_large", "文件过大。", "The file is too large.")
    assert (str(error), error.code, error.message_en) == ("文件过大。", "too_large", "The file is too large.")
