"""What stands on one sheet tells nothing of the next."""

from jixiao.claims.reading.document import read_document
from jixiao.core.document import Block, Cell, Document


def table(index: int, sheet: str, *rows: tuple[str, ...]) -> Block:
    cells = tuple(
        Cell(row, column, text) for row, texts in enumerate(rows) for column, text in enumerate(texts)
    )
    return Block(index, "table", cells=cells, sheet=sheet, table=index)


def test_a_unit_line_is_of_its_own_sheet() -> None:
    blocks = (
        Block(0, "paragraph", "单位：万元", sheet="表1"),
        table(1, "表1", ("项目", "决算数"), ("会议费", "3.20"), ("培训费", "1.80")),
        table(2, "表1", ("项目", "决算数"), ("差旅费", "2.20"), ("邮电费", "1.10")),
        table(3, "表2", ("项目", "数额"), ("甲", "95"), ("乙", "90")),
    )
    words = [
        {token.unit.word for token in one.tokens}
        for one in read_document(Document("a", "xlsx", blocks)).tables
    ]
    assert words == [{"万元"}, {"万元"}, {""}]
