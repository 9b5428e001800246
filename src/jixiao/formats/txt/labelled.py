"""Lines that each hold a label and a bare figure: what remains of a form's rows.

年度预算资金总额: 763.00 / 其中:中央补助 502.00 / 市级资金 208.00 are the rows of a table of two columns.
"""

import re
from collections.abc import Sequence

Item = tuple[int, int, str]

_ROW = re.compile(
    r"\s*(?P<label>[^\d\s:：|]*[\u4e00-\u9fff][^\d|]{0,40}?)(?:\s*[:：]\s*|\s+)(?P<figure>-?\d[\d,]*(?:\.\d+)?)\s*$"
)
_OPENS = re.compile(r"\s*其\s*中\s*[:：]?\s*$")
_MARK = re.compile(r"[（(]?[一二三四五六七八九十]+[）)、.．]|第[一二三四五六七八九十]")
_TOTAL = re.compile(r"^[\u4e00-\u9fff]{0,4}(?:合\s?计|总\s?计)$")
"""A total before or behind them shows that whole numbers are amounts, too."""
_FEWEST = 3


def find_labelled(lines: Sequence[str], first: int) -> tuple[tuple[Item, ...], ...] | None:
    """The rows of the table that begins at this line, or None."""
    rows: list[tuple[Item, ...]] = []
    index = first
    while index < len(lines):
        found = _ROW.match(lines[index])
        if found is not None and not _MARK.match(found["label"]):
            rows.append(
                (
                    (index, found.start("label"), found["label"]),
                    (index, found.start("figure"), found["figure"]),
                )
            )
        elif not rows or not _OPENS.match(lines[index]):
            break
        index += 1
    decimal = sum("." in figure[2] for _, figure in rows)
    totalled = bool(rows) and any(_TOTAL.search(row[0][2]) for row in (rows[0], rows[-1]))
    return tuple(rows) if len(rows) >= _FEWEST and (totalled or decimal * 2 >= len(rows)) else None
