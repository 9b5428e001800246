"""A table of totals before tables of its parts, with rows of the same names."""

from jixiao.claims.extraction import extract
from jixiao.core.document import Block, Cell, Document

LEVELS = ["资金合计", "其中：中央补助", "市级资金", "本级资金"]


def told(*columns: list[str]) -> dict[str, str]:
    """The sums over several tables of one column each, with their verdicts."""
    blocks: list[Block] = []
    for number, figures in enumerate(columns):
        blocks.append(Block(index=len(blocks), kind="paragraph", text=f"第{number}类项目"))
        cells = [
            Cell(row=at, column=c, text=text)
            for at, row in enumerate(zip(LEVELS, figures, strict=True))
            for c, text in enumerate(row)
        ]
        blocks.append(Block(index=len(blocks), kind="table", cells=tuple(cells), table=number))
    claims = extract(Document("test", "txt", tuple(blocks))).claims
    return {f"{c.stated} = {c.expression}": c.verdict for c in claims if c.kind == "sum"}


ALL = ["984.25", "568.00", "342.00", "74.25"]
ONE = ["663.00", "402.00", "207.00", "54.00"]
TWO = ["321.25", "166.00", "135.00", "20.25"]


def test_each_figure_is_that_of_the_parts() -> None:
    found = told(ALL, ONE, TWO)
    assert found["568.00 = 402.00 + 166.00"] == found["984.25 = 663.00 + 321.25"] == "holds"
    assert set(found.values()) == {"holds"}


def test_a_wrong_figure_is_seen_where_the_others_hold() -> None:
    assert told(ALL, ONE, ["321.25", "166.00", "136.00", "20.25"])["342.00 = 207.00 + 136.00"] == "fails"


def test_tables_that_do_not_add_up_are_of_other_things() -> None:
    assert not [key for key in told(TWO, ALL, ONE) if key.startswith("166.00 =")]
    assert not [key for key in told(ALL, ONE) if key.startswith("568.00 =")]
