"""One finding per fault: what a coded rule states, or knows better, no generic extractor states again."""

from collections.abc import Iterable, Iterator

from jixiao.claims.final_accounts.recognising import Package, package_of
from jixiao.claims.reading.document import Reading
from jixiao.core.claim import Decision, Relation

PREFIX = "accounts_"
"""All kinds of the rules' claims begin so."""
_COMPARING = frozenset(("change", "growth", "rate"))
"""Columns, by their headers, that compare others of their row."""

Decided = tuple[Relation, Decision]


def without_restated(claims: Iterable[Decided], reading: Reading) -> Iterator[Decided]:
    """The claims without those of other kinds over the same figures as a coded rule's.

    Nor is a contradiction kept that an extractor only guesses, where the rules know which figures belong
    together: within a table that they decide (the left lane of a table is no part of the right one; but what
    a header calls a change or a rate is one of its own row), between a figure of the narrative and another
    cell than its own, or parts that another section tells.
    """
    found = list(claims)
    package = package_of(reading)
    if package is None:
        yield from found
        return
    known = _Known(package, [relation for relation, _ in found if relation.kind.startswith(PREFIX)])
    for relation, decision in found:
        if relation.kind.startswith(PREFIX) or not known.settles(relation, decision):
            yield relation, decision


class _Known:
    """What the rules of a package have decided."""

    def __init__(self, package: Package, coded: list[Relation]) -> None:
        self.stated = {_figures(relation) for relation in coded}
        self.members = frozenset().union(*self.stated)
        self.tables = {
            block for relation in coded if len(blocks := _blocks(relation)) == 1 for block in blocks
        }
        self.cells = {table.block.index for table in package.tables.values()}
        self.bound = {
            relation.stated.index
            for relation in coded
            if relation.stated.place.row is None and relation.operands
        }
        self.compared = {
            token.index
            for table in package.reading.tables
            if table.block.index in self.tables
            for row in table.rows
            for c, token in row.tokens.items()
            if c in row.columns and row.columns[c].role in _COMPARING
        }
        self.sections = {
            paragraph.block.index: kind for kind, ps in package.sections.items() for paragraph in ps
        }

    def settles(self, relation: Relation, decision: Decision) -> bool:
        """Whether a claim of a generic extractor is to give way."""
        if relation.stated.index in self.members and _figures(relation) in self.stated:
            return True
        if decision.verdict != "fails":
            return False
        blocks = _blocks(relation)
        if len(blocks) == 1 and blocks <= self.tables and relation.stated.place.row is not None:
            return relation.stated.index not in self.compared or not _of_one_row(relation)
        if relation.kind == "restated" and blocks & self.cells and _figures(relation) & self.bound:
            return True
        sections = {self.sections.get(block) for block in blocks}
        guessed = relation.formula == "sum" and len(sections) > 1 and blocks <= self.sections.keys()
        return guessed and relation.stated.index in self.bound


def _figures(relation: Relation) -> frozenset[int]:
    return frozenset([relation.stated.index, *[operand.quantity.index for operand in relation.operands]])


def _of_one_row(relation: Relation) -> bool:
    places = [relation.stated.place, *(operand.quantity.place for operand in relation.operands)]
    return len({place.row for place in places}) == 1


def _blocks(relation: Relation) -> frozenset[int]:
    quantities = (relation.stated, *(operand.quantity for operand in relation.operands))
    return frozenset(quantity.place.block for quantity in quantities)
