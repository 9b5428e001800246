"""Reports made by hand, so that renderers are tested without the checker."""

from decimal import Decimal

from jixiao.core.claim import Claim, Operand, Relation
from jixiao.core.document import Block, Cell, Document, Segment
from jixiao.core.errors import ReadError
from jixiao.core.finding import Certificate, Finding, Related, Unchecked
from jixiao.core.quantity import Quantity, Unit
from jixiao.core.report import Report

YUAN = Unit("yuan", Decimal(10000), "万元")
PERCENT = Unit("percent", Decimal("0.01"), "%")
SENTENCE = "全年预算305.65万元，支出305.65万元，执行率1009%。"


def quantity(
    text: str, number: str, unit: Unit, block: Block, index: int = 0, cell: Cell | None = None
) -> Quantity:
    source = block.text if cell is None else cell.text
    start = source.index(text)
    if index:
        start = source.index(text, start + 1)
    end = start + len(text)
    decimals = len(number.partition(".")[2])
    return Quantity(
        index, text, Decimal(number), decimals, unit, block.place(start, end, cell), start=start, end=end
    )


def report(file: str = "folder/report.txt", title: str = "比率与金额不符", **changes: object) -> Report:
    """A heading, a sentence with a wrong rate, and a table with one right number and one that was not checked."""
    heading = Block(0, "heading", "一、预算执行<情况>", level=1, segments=(Segment(0, 1, 0),))
    sentence = Block(1, "paragraph", SENTENCE, segments=(Segment(0, 2, 2),))
    cells = (Cell(0, 0, "项目", column_span=2), Cell(1, 0, "会议费"), Cell(1, 1, "35.00"))
    table = Block(2, "table", cells=cells, table=0)
    first = quantity("305.65万元", "305.65", YUAN, sentence)
    second = quantity("305.65万元", "305.65", YUAN, sentence, 1)
    rate = quantity("1009%", "1009", PERCENT, sentence)
    relation = Relation("rate", "quotient", rate, (Operand(second, "outturn"), Operand(first, "revised")))
    claim = Claim("c1", relation, "fails", "", "305.65 / 305.65", "1009%", "100%", "执行率1009%", rate.place)
    right = quantity("35.00", "35.00", YUAN, table, cell=cells[2])
    sum_relation = Relation("sum", "sum", right, (Operand(first, "part"),))
    held = Claim("c2", sum_relation, "holds", "", "35", "35.00", "35", "35.00", right.place)
    finding = Finding(
        "JX101", "error", "rate", title, "执行率应为100%。", "The rate should be 100%.", "1009%", rate.place,
        (Related("305.65万元", first.place),), "305.65 / 305.65", "1009%", "100%", "请更正。", claims=("c1",),
        amount=Decimal("1.5"), title_en="Rate differs from amounts", suggestion_en="Correct it.",
    )  # fmt: skip
    values: dict[str, object] = {
        "format": "txt",
        "sha256": "ab" * 32,
        "seconds": Decimal("0.031"),
        "document": Document("report.txt", "txt", (heading, sentence, table)),
        "certificate": Certificate(4, 2, 1, (Unchecked("305.65万元", "没有找到关系", first.place),)),
        "claims": (claim, held),
        "findings": (finding,),
        "body": "某某办公室",
        "year": "2023",
        "kind": "self_evaluation",
    }
    return Report(file, **(values | changes))  # type: ignore[arg-type]  # a dictionary of the fields


def unreadable(file: str = "bad.docx") -> Report:
    return Report(file, error=ReadError("not_a_zip", "文件已损坏。", "The file is damaged."))
