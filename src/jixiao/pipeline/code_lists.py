"""A bureau's own list of codes, from a table file: rows of ``classification.toml``.

The columns are found by their headings (编码 or 代码, 名称); which classification a code belongs to is told
by the bureau, since 301 could be either.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from jixiao.core.classification import Code, EconomicCode, FunctionalCode
from jixiao.core.document import Block, Document

Classification = Literal["functional", "economic"]
_KINDS: Final[dict[Classification, type[Code]]] = {"functional": FunctionalCode, "economic": EconomicCode}
_CODE: Final = re.compile(r"编码|代码|编号")
_NAME: Final = re.compile(r"名称|科目名")
_ALIAS: Final = re.compile(r"旧名|别名|简称|曾用名")
_HEADS: Final = 12
"""Rows at the top of a table in which its headings are looked for."""


@dataclass(frozen=True, slots=True)
class CodeList:
    """What was understood of a table file.

    ``skipped`` are the rows that hold no code or no name, as printed: nothing of them is stored.
    """

    rows: tuple[tuple[Code, str, tuple[str, ...]], ...]
    skipped: tuple[str, ...]

    def toml(self, kind: Classification, year: int, source: str) -> str:
        """The rows as ``classification.toml`` holds them; unverified until somebody has compared them."""
        parts = ["# 从表格导入，尚未与科目书核对；核对后把 verified 改为 true。\n"]
        for code, name, aliases in self.rows:
            lines = [f"[[{kind}]]", f"code = {_text(str(code))}", f"name = {_text(name)}"]
            if aliases:
                lines.append(f"aliases = [{', '.join(map(_text, aliases))}]")
            lines += [f"from = {year}", f"source = {_text(source)}", "verified = false"]
            parts.append("\n".join(lines) + "\n")
        return "\n".join(parts)


def code_list(document: Document, kind: Classification) -> CodeList | None:
    """The codes in the tables of a document; None where no table has both headings.

    A code that stands twice is taken once, as first printed; the second is told in ``skipped``.
    """
    found: dict[Code, tuple[str, tuple[str, ...]]] = {}
    skipped: list[str] = []
    understood = False
    for block in document.blocks:
        if block.kind != "table":
            continue
        for row in _rows(block):
            understood = True
            code_text, name, aliases = row
            code = _KINDS[kind].read(code_text)
            if code is None or not name or code in found:
                skipped.append(" ".join(part for part in (code_text, name) if part))
            else:
                found[code] = (name, aliases)
    if not understood:
        return None
    rows = tuple((code, *found[code]) for code in sorted(found))
    return CodeList(rows, tuple(one for one in skipped if one))


def _rows(block: Block) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Code, name and aliases of every row below the headings."""
    grid: dict[int, dict[int, str]] = {}
    for cell in block.cells:
        grid.setdefault(cell.row, {})[cell.column] = cell.text.strip()
    for number in sorted(grid)[:_HEADS]:
        heads = grid[number]
        code = _column(heads, _CODE)
        name = _column(heads, _NAME)
        if code is None or name is None:
            continue
        alias = _column(heads, _ALIAS)
        for place in sorted(grid):
            if place > number:
                row = grid[place]
                other = row.get(alias, "") if alias is not None else ""
                aliases = tuple(filter(None, (part.strip() for part in re.split("[、，,;；]", other))))
                yield row.get(code, ""), row.get(name, ""), aliases
        return


def _column(heads: dict[int, str], words: re.Pattern[str]) -> int | None:
    return next((column for column, text in sorted(heads.items()) if words.search(text)), None)


def _text(words: str) -> str:
    """A TOML string: JSON writes the same, but for the sign that TOML refuses."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
