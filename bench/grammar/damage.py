"""Seeding errors of named types; one is kept only where it is provable whatever the printed precision."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from bench.grammar.figures import MONEY, RATE, SCALE, Figure, Word, round_to

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from bench.grammar.relations import Relation


@dataclass(slots=True)
class Mark:
    """One seeded error: what was changed and which relations it breaks."""

    kind: str
    changed: list[Figure | Word]
    before: str
    after: str
    broken: list[Relation]


class Damager:
    """Breaks one report in a few places, each apart from the others."""

    def __init__(self, rng: random.Random, relations: list[Relation]) -> None:
        self.rng = rng
        self.relations = relations
        self.types = {**TYPES, "rate_of_sibling": sibling(relations)}
        self.used: set[int] = set()
        self.of: dict[int, list[Relation]] = {}
        for relation in relations:
            for token in (*relation.figures, *relation.words):
                self.of.setdefault(id(token), []).append(relation)

    def attempt(self, kind: str) -> Mark | None:
        """Try to seed one error of a type."""
        candidates = [relation for relation in self.relations if id(relation) not in self.used]
        self.rng.shuffle(candidates)
        for relation in candidates[:40]:
            plan = self.types[kind](self.rng, relation)
            if plan is None:
                continue
            if mark := self.apply(kind, *plan):
                return mark
        return None

    def apply(self, kind: str, changes: list[tuple[Figure, Figure]], words: list[Word]) -> Mark | None:
        """Change figures and words; keep it only if something now fails for certain."""
        tokens: list[Figure | Word] = [*(old for old, _ in changes), *words]
        if any(old.text == new.text for old, new in changes):
            return None
        touched = {id(one): one for token in tokens for one in self.of.get(id(token), [])}
        if not touched or any(key in self.used for key in touched):
            return None
        before = "、".join(token.text for token in tokens)
        saved = [(old, replace(old)) for old, _ in changes]
        for old, new in changes:
            old.digits, old.unit, old.places = new.digits, new.unit, new.places
        for word in words:
            word.flip()
        broken = [relation for relation in touched.values() if relation.fails(own=True)]
        if not broken:
            for old, copy in saved:
                old.digits, old.unit, old.places = copy.digits, copy.unit, copy.places
            for word in words:
                word.flip()
            return None
        near = {
            id(one)
            for relation in touched.values()
            for token in relation.figures
            for one in self.of[id(token)]
        }
        self.used |= near
        for relation in broken:
            relation.error = kind
        return Mark(kind, tokens, before, "、".join(token.text for token in tokens), broken)


Plan = tuple[list[tuple[Figure, Figure]], list[Word]] | None


def with_digits(figure: Figure, digits: str) -> Figure:
    """Copy a figure with other digits."""
    return replace(figure, digits=digits)


def any_figure(rng: random.Random, relation: Relation) -> Figure:
    """Choose the stated figure or an operand."""
    return rng.choice(relation.figures)


def edit(change: Callable[[random.Random, str], str | None]) -> Callable[[random.Random, Relation], Plan]:
    """Turn an edit of digits into a type of error."""

    def plan(rng: random.Random, relation: Relation) -> Plan:
        figure = any_figure(rng, relation)
        if figure.number == 0 or relation.form in ("listed", "band"):
            return None
        digits = change(rng, figure.digits)
        if not digits or digits.startswith((".", ",")) or (digits[0] == "0" and not digits.startswith("0.")):
            return None
        return [(figure, with_digits(figure, digits))], []

    return plan


def transpose(rng: random.Random, digits: str) -> str | None:
    """Exchange two neighbouring digits."""
    spots = [i for i in range(len(digits) - 1) if digits[i : i + 2].isdigit() and digits[i] != digits[i + 1]]
    if not spots:
        return None
    at = rng.choice(spots)
    return digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]


def alter(rng: random.Random, digits: str) -> str:
    """Change one digit."""
    at = rng.choice([i for i, char in enumerate(digits) if char.isdigit()])
    return digits[:at] + rng.choice([char for char in "123456789" if char != digits[at]]) + digits[at + 1 :]


def drop(rng: random.Random, digits: str) -> str | None:
    """Lose or double one digit before the point."""
    whole, dot, rest = digits.replace(",", "").partition(".")
    if len(whole) < 2:
        return None
    at = rng.randrange(len(whole))
    whole = whole[:at] + (whole[at] * 2 if rng.random() < 0.4 else "") + whole[at + 1 :]
    return whole + dot + rest


def shift(rng: random.Random, digits: str) -> str | None:
    """Move the decimal point by one."""
    whole, dot, rest = digits.replace(",", "").partition(".")
    if not dot:
        return None
    if rng.random() < 0.5 and len(whole) > 1:
        return f"{whole[:-1]}.{whole[-1]}{rest}"
    return f"{whole}{rest[0]}.{rest[1:]}".rstrip(".").lstrip("0") if whole != "0" else None


def unit(rng: random.Random, relation: Relation) -> Plan:
    """Write another unit of money."""
    figures = [
        figure for figure in relation.figures if figure.unit in MONEY and figure.shown and figure.number
    ]
    if not figures:
        return None
    figure = rng.choice(figures)
    other = {"元": "万元", "万元": rng.choice(("元", "亿元")), "亿元": "万元"}[figure.unit]
    return [(figure, replace(figure, unit=other))], []


def stale(rng: random.Random, relation: Relation) -> Plan:
    """Leave last year's figure standing."""
    figures = [figure for figure in relation.figures if figure.stale is not None]
    if not figures:
        return None
    figure = rng.choice(figures)
    value = round_to((figure.stale or Decimal(0)) / figure.scale, figure.places)
    return ([(figure, with_digits(figure, str(value)))], []) if value > 0 else None


def direction(rng: random.Random, relation: Relation) -> Plan:
    """Turn a word of direction round, or all of them in the clause."""
    words = [word for word in relation.words if word.sign]
    if not words:
        return None
    return [], (words if rng.random() < 0.5 else [rng.choice(words)])


def wrong_base(rng: random.Random, relation: Relation) -> Plan:
    """Divide a change by this year's figure, or by something else at hand."""
    stated = relation.stated
    if relation.form == "now_change":
        now, change = relation.operands
        if not now.value:
            return None
        rate = change.value / now.value
    elif relation.form == "quotient" and relation.kind in ("share", "rate") and relation.operands[1].value:
        rate = (
            relation.operands[0].value / relation.operands[1].value * Decimal(rng.randrange(850, 1150)) / 1000
        )
    else:
        return None
    return [(stated, with_digits(stated, str(round_to(rate * 100, stated.places))))], []


def stale_total(rng: random.Random, relation: Relation) -> Plan:
    """Change a part and leave its total as it was."""
    if relation.kind not in ("sum", "score_sum") or len(relation.operands) < 2:
        return None
    figure = rng.choice(relation.operands)
    if figure.unit not in SCALE:
        return [(figure, with_digits(figure, str(figure.number + rng.choice((1, 2)))))], []
    value = figure.number * Decimal(rng.randrange(1040, 1300)) / 1000
    return [(figure, with_digits(figure, str(round_to(value, figure.places))))], []


def swapped(rng: random.Random, relation: Relation) -> Plan:
    """Exchange two parts of one total."""
    if relation.kind != "sum" or len(relation.operands) < 2:
        return None
    one, other = rng.sample(relation.operands, 2)
    return [(one, replace(other)), (other, replace(one))], []


def off_by_one(rng: random.Random, relation: Relation) -> Plan:
    """Count wrong by one."""
    if relation.kind != "count":
        return None
    figure = relation.stated
    return [(figure, with_digits(figure, str(figure.number + rng.choice((1, -1)))))], []


def score(rng: random.Random, relation: Relation) -> Plan:
    """Add the scores up wrongly."""
    if relation.kind != "score_sum":
        return None
    figure = relation.stated
    gap = rng.choice((Decimal(1), Decimal(-1), Decimal(2), Decimal("0.5")))
    return [(figure, with_digits(figure, str(figure.number + gap)))], []


def grade(_: random.Random, relation: Relation) -> Plan:
    """Give a grade that the score does not earn."""
    return ([], [relation.words[0]]) if relation.kind == "grade" else None


def restated(rng: random.Random, relation: Relation) -> Plan:
    """Print another figure for the same fact in another section."""
    if relation.kind != "restated":
        return None
    figure = relation.stated
    digits = alter(rng, figure.digits)
    return ([(figure, with_digits(figure, digits))], []) if digits[0] != "0" else None


TYPES: dict[str, Callable[[random.Random, Relation], Plan]] = {
    "digits_transposed": edit(transpose),
    "digit_changed": edit(alter),
    "digit_lost": edit(drop),
    "point_shifted": edit(shift),
    "unit_slipped": unit,
    "stale_figure": stale,
    "direction_swapped": direction,
    "wrong_base": wrong_base,
    "total_not_updated": stale_total,
    "parts_swapped": swapped,
    "count_off": off_by_one,
    "score_sum_wrong": score,
    "grade_wrong": grade,
    "restated_differs": restated,
}


def sibling(relations: list[Relation]) -> Callable[[random.Random, Relation], Plan]:
    """Copy the rate of another line into this one."""

    def plan(rng: random.Random, relation: Relation) -> Plan:
        if relation.stated.unit not in RATE or not relation.stated.shown:
            return None
        others = [one for one in relations if one.kind == relation.kind and one is not relation]
        near = [one for one in others if abs(relations.index(one) - relations.index(relation)) < 12]
        if not near:
            return None
        figure = rng.choice(near).stated
        return [(relation.stated, with_digits(relation.stated, figure.digits))], []

    return plan


def seed(rng: random.Random, relations: list[Relation], count: int) -> list[Mark]:
    """Seed up to the given number of errors of different types."""
    damager = Damager(rng, relations)
    marks: list[Mark] = []
    kinds = list(damager.types)
    rng.shuffle(kinds)
    for kind in kinds:
        if len(marks) == count:
            break
        if mark := damager.attempt(kind):
            marks.append(mark)
    return marks
