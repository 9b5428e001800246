"""Breaking a relation that the checker found true: the formula it holds by, and one digit that refutes it."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, Any

from bench.grammar.figures import Figure, Word
from bench.grammar.relations import Relation
from bench.labels import LINES
from bench.scoring import number

if TYPE_CHECKING:
    import random

Data = dict[str, Any]
Candidate = tuple[str, tuple[Word, ...], tuple[int, ...], tuple[int, ...]]
DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
UNITS = {"万元": "万元", "亿元": "亿元", "元": "元", "%": "%", "％": "%", "万": "万元", "亿": "亿元"}
HEADER_UNITS = {"yuan": ("元", "万元", "亿元"), "percent": ("%",)}
UP, DOWN = Word("增", "减", 1), Word("减", "增", -1)


def figure_of(text: str) -> Figure | None:
    """Read a printed figure as a token of ours."""
    found = DIGITS.search(text)
    if not found:
        return None
    rest = text[found.end() :].strip()
    unit = next((UNITS[name] for name in UNITS if rest.startswith(name)), "")
    digits = found.group().replace(",", "")
    return Figure(Decimal(digits), unit, len(digits.partition(".")[2]), digits)


def operand_of(operand: Data) -> Figure | None:
    """Read an operand; a unit that stands in a header follows from the value."""
    figure = figure_of(operand["text"])
    if figure is not None and not figure.unit:
        value = abs(Decimal(operand["value"] or 0))
        for unit in HEADER_UNITS.get(operand.get("unit") or "", ()):
            figure.unit = unit
            if figure.value == value:
                return figure
        figure.unit = ""
    return figure


def relation_of(claim: Data) -> tuple[Relation, dict[int, Data]] | None:
    """Find the formula by which a claim's figures hold, and the place of each figure."""
    stated = figure_of(claim["stated"])
    operands = [operand_of(operand) for operand in claim["operands"]]
    figures = [figure for figure in operands if figure is not None]
    if stated is None or not figures or len(figures) < len(operands):
        return None
    if not stated.unit:
        stated.unit = "%" if claim["kind"] in ("rate", "share", "growth", "ratio") else figures[0].unit
    places = {id(stated): claim["place"]}
    for figure, operand in zip(figures, claim["operands"], strict=True):
        places[id(figure)] = operand["place"]
    for form, words, signs, order in candidates(len(figures)):
        chosen = tuple(figures[index] for index in order)
        relation = Relation(claim["kind"], form, stated, chosen, words, signs)
        try:
            if not relation.fails() and relation.computed(own=False) is not None:
                return relation, places
        except (ArithmeticError, ValueError):
            continue
    return None


def candidates(count: int) -> list[Candidate]:
    """List formulas for a number of operands."""
    order = tuple(range(count))
    plus = (1,) * count
    linear = [plus] if count > 4 else sorted(product((1, -1), repeat=count), reverse=True)
    options: list[Candidate] = [
        ("linear", (), tuple(signs), order) for signs in linear if any(sign > 0 for sign in signs)
    ]
    if count == 2:
        for turned in ((0, 1), (1, 0)):
            options.append(("quotient", (), plus, turned))
            for form in ("now_change", "base_change", "now_base"):
                options.extend((form, (word,), plus, turned) for word in (UP, DOWN))
            options.extend((form, (), plus, turned) for form in ("of_both", "complement"))
    if count > 2:
        options.append(("of_all", (), plus, order))
    return options


def broken(rng: random.Random, relation: Relation, figure: Figure) -> str | None:
    """Change one digit of a figure so that the relation fails whatever the precision; give the new digits."""
    before = figure.digits
    spots = [(at, digit) for at, char in enumerate(before) if char.isdigit() for digit in "0123456789"]
    rng.shuffle(spots)
    for at, digit in spots:
        after = before[:at] + digit + before[at + 1 :]
        if after == before or (at == 0 and digit == "0") or not number(after):
            continue
        figure.digits = after
        try:
            proved = relation.fails(own=True)
        except ArithmeticError:
            proved = False
        figure.digits = before
        if proved:
            return after
    return None


def replaced(text: str, place: Data, before: str, after: str) -> str | None:
    """Change the digits at a place of the text, keeping commas where they stood."""
    starts = [0, *(match.end() for match in LINES.finditer(text))]
    start = starts[place["line"] - 1] + place["start"]
    end = starts[place["line"] - 1] + place["end"]
    found = DIGITS.search(text, start, end)
    if not found or found.group().replace(",", "") != before:
        return None
    digits = iter(after.replace(".", ""))
    new = "".join(next(digits) if char.isdigit() else char for char in found.group())
    return text[: found.start()] + new + text[found.end() :]
