"""Rows that a column of formulas defines by letters: L=M+O, where M and O stand beside other rows.

Tables of government debt print them. The letters name the rows, so that what they make is asserted in every
column of amounts.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tokens import Token

_LETTER = re.compile(r"([A-Z])(?:=([A-Z](?:[-+][A-Z])+))?")
_TERM = re.compile(r"([-+]?)([A-Z])")
_FEWEST = 3
"""Rows with a letter that make a column of formulas."""

Defined = tuple[Token, list[tuple[Token, int]]]
"""A figure, and those that make it with their signs."""


def defined_rows(table: TableReading) -> Iterator[Defined]:
    """Each figure of a row with a formula, with the figures of its column that the letters name."""
    letters: dict[str, Row] = {}
    formulas: list[tuple[Row, str]] = []
    for row in table.rows:
        found = next((match for word in row.texts.values() if (match := _LETTER.fullmatch(word))), None)
        if found is None:
            continue
        if found[1] in letters:
            return  # the letters begin anew: whose they are is not told
        letters[found[1]] = row
        if found[2]:
            formulas.append((row, found[2]))
    if len(letters) < _FEWEST:
        return
    for row, formula in formulas:
        terms = [(letters.get(letter), -1 if sign == "-" else 1) for sign, letter in _TERM.findall(formula)]
        for c, token in row.tokens.items():
            parts = [(one.tokens[c], sign) for one, sign in terms if one is not None and c in one.tokens]
            if len(parts) == len(terms) and {part.unit.kind for part, _ in parts} == {token.unit.kind}:
                yield token, parts
