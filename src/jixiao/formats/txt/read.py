"""Plain text to a Document: lines to headings, paragraphs and the tables that Word and PDF leave behind."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from jixiao.core.document import Block, BlockKind, Cell, Document, Segment
from jixiao.core.numbering import parse_mark
from jixiao.formats.txt.decode import decoded
from jixiao.formats.txt.numbered import Item
from jixiao.formats.txt.tables import TableLines, find_tables
from jixiao.formats.txt.wrapping import joins

_RESIDUE = re.compile(
    r"\[bookmark:[^\]]*\]"
    r"|[ ]{0,4}\$\s?(?=\d[\d.,]*\s?\\%)|\\(?=%)|(?<=\\%)\s?\$[ ]{0,4}"
    r"|(?<=[\u4e00-\u9fff])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹɡ]{1,7}[)）]"
)
"""What converters leave behind: bookmarks of Word, signs of formulas ($69.33\\%$), and pronunciations that
mirror sites insert."""
_JUSTIFIED = re.compile(r"(?:[\u4e00-\u9fff] ){6}")
_BLANK = re.compile(r"(?<=[\u4e00-\u9fff，。；：、（）,;:]) (?=[\u4e00-\u9fff，。；：、（）,;:])")
"""A blank between the characters of a line that a PDF justified."""
_LONGEST_HEADING = 42


@dataclass(slots=True)
class Line:
    """One line of the file without Word's residues; ``segments`` lead back to the columns of the file."""

    number: int
    text: str
    segments: list[Segment] = field(default_factory=list)


def read(data: bytes, name: str) -> Document:
    """Read the bytes of a text file.

    Raises:
        ReadError: the bytes are no text.
    """
    found = decoded(data)
    document = read_text(found.text, name)
    return replace(document, notes=(found.note,)) if found.note else document


def read_text(text: str, name: str = "text.txt") -> Document:
    """Read text that is already decoded."""
    lines = [_line(number, raw) for number, raw in enumerate(re.split(r"\r\n|\n|\r", text), start=1)]
    blocks: list[Block] = []
    position = tables = 0
    found = {table.first: table for table in find_tables([line.text for line in lines])}
    joined = joins([line.text for line in lines], found.values())
    while position < len(lines):
        table = found.get(position)
        if table is not None:
            blocks.append(_table_block(len(blocks), tables, table, lines))
            tables += 1
            position = table.last + 1
            continue
        last = position
        while last in joined:
            last += 1
        if lines[position].text.strip():
            blocks.append(_text_block(len(blocks), lines[position : last + 1]))
        position = last + 1
    return Document(name=name, format="txt", blocks=tuple(blocks))


def _line(number: int, raw: str) -> Line:
    """Leave out residues and the blanks of justified lines, remembering the columns of what remains."""
    residues = list(_RESIDUE.finditer(raw))
    if _JUSTIFIED.search(raw):
        residues = sorted([*residues, *_BLANK.finditer(raw)], key=lambda residue: residue.start())
    if not residues:
        return Line(number, raw, [Segment(0, number, 0)])
    line, column = Line(number, ""), 0
    kept: list[str] = []
    for residue in (*residues, None):
        end = residue.start() if residue else len(raw)
        if end > column:
            line.segments.append(Segment(sum(len(part) for part in kept), number, column))
            kept.append(raw[column:end])
        column = residue.end() if residue else end
    line.text = "".join(kept)
    if not line.segments:
        line.segments.append(Segment(0, number, 0))
    return line


def _text_block(index: int, lines: list[Line]) -> Block:
    """A heading, item or paragraph of one or more lines, blanks around each line left out."""
    pieces: list[str] = []
    segments: list[Segment] = []
    length = 0
    for line in lines:
        start = len(line.text) - len(line.text.lstrip())
        piece = line.text.strip()
        if (
            pieces
            and pieces[-1][-1:].isascii()
            and pieces[-1][-1:].isalpha()
            and piece[:1].isalpha()
            and piece[:1].isascii()
        ):
            pieces[-1] += " "
            length += 1
        segments.extend(_cut(line.segments, start, start + len(piece), length))
        pieces.append(piece)
        length += len(piece)
    text = "".join(pieces)
    mark = parse_mark(text)
    kind: BlockKind = "paragraph"
    if mark is not None:
        kind = (
            "heading"
            if len(text) <= _LONGEST_HEADING
            and text[-1] not in "。；;，,"
            and not re.search(r"\d[\d.]*\s*[万亿元%％]", text)
            else "item"
        )
    return Block(
        index=index,
        kind=kind,
        text=text,
        level=mark.level if mark else 0,
        number=mark.text if mark else "",
        segments=tuple(segments),
    )


def _cut(segments: list[Segment], start: int, end: int, shift: int) -> list[Segment]:
    """The segments of ``text[start:end]``, when it is put at offset ``shift``."""
    cut: list[Segment] = []
    for segment, following in zip(segments, [*segments[1:], None], strict=True):
        stop = following.offset if following else end
        if segment.offset >= end or stop <= start:
            continue
        first = max(segment.offset, start)
        cut.append(Segment(first - start + shift, segment.line, segment.column + first - segment.offset))
    return cut or [Segment(shift, segments[0].line, segments[0].column)]


def _table_block(index: int, number: int, table: TableLines, lines: list[Line]) -> Block:
    rows = table.pieces or [[(item,) for item in items] for items in table.rows]
    covered = {
        (row + down, column + right)
        for (row, column), (high, wide) in table.spans.items()
        for down in range(high)
        for right in range(wide)
        if down or right
    }
    cells = [
        _cell(row, column, pieces, lines, table.spans.get((row, column), (1, 1)))
        for row, items in enumerate(rows)
        for column, pieces in enumerate(items)
        if (row, column) not in covered
    ]
    return Block(index=index, kind=table.kind, text=table.title, cells=tuple(cells), table=number)


def _cell(row: int, column: int, pieces: Sequence[Item], lines: list[Line], spans: tuple[int, int]) -> Cell:
    """A cell of the pieces that it was broken into, one after the other."""
    text = ""
    segments: list[Segment] = []
    for line, start, piece in pieces:
        stripped = piece.strip()
        offset = start + len(piece) - len(piece.lstrip())
        segments.extend(_cut(lines[line].segments, offset, offset + max(len(stripped), 1), len(text)))
        text += stripped
    high, wide = spans
    return Cell(row=row, column=column, text=text, row_span=high, column_span=wide, segments=tuple(segments))
