"""Points told under the headings of parts and in their table: （五）资产管理情况，得分7.5分, row 资产管理 7.

Where at least two other headings tell the points of their rows, and more do than do not, one that tells
others contradicts its row, whatever sets them apart.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tables.table import TableReading
from jixiao.claims.reading.telling import bare_name
from jixiao.claims.reading.tokens import Token
from jixiao.core.numbering import parse_mark

KIND = "restated"
_FEWEST = 2
_REACH = 40
"""Characters of a paragraph among which it tells what it got or lost."""
_TELLS = {
    "score": re.compile(r"(?:得分|实得|自评得|评分|得)(?:为|是|:|\s)*$"),
    "lost": re.compile(r"(?:扣分|共扣|扣减|扣)(?:为|是|:|\s)*$"),
}
_OTHER = re.compile(r"上年|去年|平均|其中|原|应得|应扣|本应|可得|拟得|最高")
"""What tells other points than those got: 应得10分 is what the rule gives."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """The points of each table's rows against those that paragraphs begun with their names tell."""
    heads = [(paragraph, _head(paragraph)) for paragraph in reading.paragraphs if paragraph.points]
    if len(heads) <= _FEWEST:
        return
    for table in reading.tables:
        for c, kind in _columns(table):
            named = dict(_named(table, c))
            if len(named) > _FEWEST:
                yield from _compared(named, heads, kind)


def _columns(table: TableReading) -> Iterator[tuple[int, str]]:
    """The columns of points got, and of points lost: 自评得分, 再评价得分, 扣分."""
    found = {c: column for row in table.rows for c, column in row.columns.items() if c in row.tokens}
    for c, column in found.items():
        if column.role == "score":
            yield c, "score"
        elif "扣" in column.header:
            yield c, "lost"


def _head(paragraph: Paragraph) -> str:
    mark = parse_mark(paragraph.text)
    return paragraph.text.strip()[len(mark.text.strip()) if mark else 0 :].lstrip()


def _named(table: TableReading, c: int) -> Iterator[tuple[str, Token]]:
    """The rows with a figure in a column, by their names; of two of one name neither."""
    found: dict[str, list[Token]] = {}
    for row in table.rows:
        if not row.names_total and c in row.tokens:
            found.setdefault(bare_name(row.label), []).append(row.tokens[c])
    yield from ((name, tokens[0]) for name, tokens in found.items() if len(name) > 1 and len(tokens) == 1)


def _compared(named: dict[str, Token], heads: list[tuple[Paragraph, str]], kind: str) -> Iterator[Proposal]:
    pairs: list[tuple[Token, Token]] = []
    for paragraph, head in heads:
        own = [name for name in named if head.startswith(name)]
        told = _told(paragraph, kind) if len(own) == 1 else None
        if told is not None:
            pairs.append((named[own[0]], told))
    if len({id(cell) for cell, _ in pairs}) < len(pairs):
        return
    agreed = [cell.number == told.number for cell, told in pairs]
    sure = agreed.count(True) >= _FEWEST and agreed.count(True) > agreed.count(False)
    for cell, told in pairs:
        first, later = sorted((cell, told), key=lambda token: token.index)
        made = relation(KIND, "equal", later, [(first, first.role)], role=later.role)
        yield Proposal((made,), asserted=sure)


def _told(paragraph: Paragraph, kind: str) -> Token | None:
    """What a paragraph says at its beginning that its part got, or lost."""
    for token in paragraph.points:
        if token.start > _REACH or _OTHER.search(paragraph.text[: token.start]):
            return None
        if _TELLS[kind].search(paragraph.text[: token.start]):
            return token
    return None
