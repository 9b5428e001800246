"""Texts to claims, for the tests of extractors."""

from jixiao.claims.extraction import extract
from jixiao.core.claim import Claim
from jixiao.core.document import Block, Cell, Document
from jixiao.core.observation import Observation
from jixiao.formats.txt.read import read_text


def claims(text: str, kind: str) -> list[Claim]:
    """The claims of one kind that a text makes."""
    return [claim for claim in extract(read_text(text, "test.txt")).claims if claim.kind == kind]


def observations(text: str, kind: str) -> list[Observation]:
    """The observations of one kind that a text yields."""
    return [one for one in extract(read_text(text, "test.txt")).observations if one.kind == kind]


def form(rows: list[list[str]], *before: str) -> Document:
    """A document of paragraphs and a table; rows may be short, as where cells are merged."""
    blocks = [Block(index=at, kind="paragraph", text=text) for at, text in enumerate(before)]
    cells = tuple(
        Cell(row=r, column=c, text=text) for r, row in enumerate(rows) for c, text in enumerate(row)
    )
    blocks.append(Block(index=len(blocks), kind="table", cells=cells, table=0))
    return Document("test", "txt", tuple(blocks))


def changed(rows: list[list[str]], old: str, new: str) -> list[list[str]]:
    """The rows with every cell that reads ``old`` reading ``new``."""
    return [[new if cell == old else cell for cell in row] for row in rows]


def shown(claim: Claim) -> str:
    """A claim as one reads it: 38.90 = 18.00 + 20.90."""
    return f"{claim.stated} = {claim.expression}"
