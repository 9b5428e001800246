"""The score table as a workbook: departments by rank, the sample, what could not be read."""

from io import BytesIO
from typing import Final

from jixiao.core.scoretable import ScoreTable
from jixiao.renderers.scorecards.table_text import origin
from jixiao.renderers.scorecards.words import contradictions
from jixiao.renderers.sheets import Cell, fill, new_book, styles, text

_ROWS: Final = (
    ("名次", 8), ("部门", 30), ("年度", 8), ("规则库", 18), ("得分", 10), ("等级", 8), ("来源", 8),
    ("复算原始分", 12), ("满分", 8), ("换算得分", 10), ("报告所印得分", 14), ("报告所印等级", 14),
    ("不一致", 8), ("档案", 36),
)  # fmt: skip
_SAMPLE: Final = (("序号", 8), ("部门", 36), ("代码", 24), ("档案", 50), ("复核得分", 12), ("复核意见", 50))
_UNREAD: Final = (("档案", 50), ("原因", 100))


def workbook(ranking: ScoreTable) -> bytes:
    """The workbook's bytes; the sample's sheet is there where one was drawn, named with its seed."""
    stream = BytesIO()
    with new_book(stream) as book:
        formats = styles(book)
        fill(book.add_worksheet("部门得分汇总"), _ROWS, _departments(ranking), formats)
        if ranking.sample is not None:
            sheet = book.add_worksheet("复核抽样")
            rows: list[list[Cell]] = [
                [number, row.card.department, row.code, row.file, None, None]
                for number, row in enumerate(ranking.sample.rows, start=1)
            ]
            fill(sheet, _SAMPLE, rows, formats)
            text(sheet, len(rows) + 2, 1, f"种子：{ranking.sample.seed}", formats["text"])
        unread = [[one.file, "\n".join(zh for zh, _ in one.faults)] for one in ranking.unread]
        fill(book.add_worksheet("不能评分"), _UNREAD, unread, formats)
    return stream.getvalue()


def _departments(ranking: ScoreTable) -> list[list[Cell]]:
    return [
        [
            row.rank,
            row.card.department,
            row.card.year,
            row.card.rulebook,
            row.score,
            row.card.grade or row.card.published.grade,
            origin(row),
            row.card.raw,
            row.card.full,
            row.card.converted,
            row.card.published.total,
            row.card.published.grade,
            contradictions(row.card),
            row.file,
        ]
        for row in ranking.rows
    ]
