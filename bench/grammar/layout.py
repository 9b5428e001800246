"""Setting blocks of tokens as lines of text, with the place of every figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.grammar.figures import Figure, Token, Word
from bench.grammar.style import HALF_WIDTH, TRADITIONAL_MAP

if TYPE_CHECKING:
    from bench.grammar.style import Style


@dataclass(eq=False, slots=True)
class Paragraph:
    """A run of tokens that is one line unless lines are broken."""

    tokens: list[Token]
    heading: bool = False


@dataclass(eq=False, slots=True)
class Table:
    """Rows of cells."""

    rows: list[list[list[Token]]]


Block = Paragraph | Table


def lines_of_table(table: Table, kind: str) -> list[list[Token]]:
    """Flatten a table the way converters and mirrors do."""
    lines: list[list[Token]] = []
    for row in table.rows:
        if kind in ("cells", "word"):
            before: list[Token] = ["\t"] if kind == "word" else []
            lines.extend([*before, *cell] for cell in row if cell or kind == "word")
            if kind == "word":
                lines.append([])
            continue
        joint = {"tabs": "\t", "bars": " | ", "spaces": "  "}[kind]
        line: list[Token] = ["| "] if kind == "bars" else []
        for index, cell in enumerate(row):
            if index:
                line.append(joint)
            line.extend(cell or (["-"] if kind == "spaces" else []))
        if kind == "bars":
            line.append(" |")
        lines.append(line)
    return lines


class Setter:
    """Writes lines and notes where each token came to stand."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.lines: list[str] = []
        self.current = ""

    def convert(self, text: str) -> str:
        """Apply the report's punctuation and script."""
        if self.style.half_width:
            text = text.translate(HALF_WIDTH)
        if self.style.traditional:
            text = text.translate(TRADITIONAL_MAP)
        return text

    def end_line(self) -> None:
        """Begin a new line."""
        self.lines.append(self.current)
        self.current = ""

    def put(self, piece: str, *, atom: bool, wrap: int) -> tuple[int, int, int]:
        """Add a piece to the current line, breaking it where lines are broken."""
        if not wrap:
            start = len(self.current)
            self.current += piece
            return len(self.lines) + 1, start, len(self.current)
        if atom:
            if self.current and len(self.current) + len(piece) > wrap:
                self.end_line()
            start = len(self.current)
            self.current += piece
            return len(self.lines) + 1, start, len(self.current)
        for char in piece:
            if len(self.current) >= wrap and char not in "，。；：、）%％":
                self.end_line()
            self.current += char
        return 0, 0, 0

    def line(self, tokens: list[Token], *, wrap: int) -> None:
        """Set one line of tokens."""
        for token in tokens:
            if isinstance(token, str):
                self.put(self.convert(token), atom=False, wrap=wrap)
                continue
            text = token.digits if isinstance(token, Figure) else self.convert(token.text)
            place = self.put(text, atom=True, wrap=wrap)
            token.place.line, token.place.start, token.place.end = place
            if isinstance(token, Figure) and token.shown:
                unit = token.unit
                if self.style.blank_percent and unit in "%％":
                    unit = " " + unit
                self.put(self.convert(unit), atom=unit in "%％", wrap=wrap)
        self.end_line()


def set_text(blocks: list[Block], style: Style) -> str:
    """Set all blocks and return the text; places are written into the tokens."""
    setter = Setter(style)
    for block in blocks:
        if isinstance(block, Table):
            for line in lines_of_table(block, style.table):
                setter.line(line, wrap=0)
        else:
            wrap = 0 if block.heading else style.wrap
            indent: list[Token] = [] if block.heading else [style.indent]
            setter.line([*indent, *block.tokens], wrap=wrap)
    return "\n".join(setter.lines) + "\n"


def tokens_of(blocks: list[Block]) -> list[Token]:
    """List all tokens in reading order."""
    tokens: list[Token] = []
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    tokens.extend(cell)
        else:
            tokens.extend(block.tokens)
    return tokens


def words_of(blocks: list[Block]) -> list[Word]:
    """List the words of direction and grades."""
    return [token for token in tokens_of(blocks) if isinstance(token, Word)]
