"""Where a foot tells the total of a class, whose items, each rounded, may add up to a little less or more."""

from collections.abc import Collection

from jixiao.rulebooks.accounts import AccountsForms
from jixiao.rulebooks.schema.accounts import AccountsColumn


def alone_in_foot(
    forms: AccountsForms, column: AccountsColumn, code: str, present: Collection[str]
) -> tuple[str, str, int] | None:
    """The fact of the foot that is the total of this class alone, with its file and line.

    A foot is the total of the classes of its lane; ``present`` are the classes that have figures. Tables are
    searched for a column of the same fact, so that one class has one figure in all of them.
    """
    for table in forms.tables:
        facts = [each.fact for each in table.columns]
        if table.layout != "economic_lanes" or column.fact not in facts:
            continue
        at = facts.index(column.fact)
        for number, foot in enumerate(table.feet):
            for lane, side in zip(table.lanes, (foot.left, foot.right), strict=False):
                if [each for each in lane if each in present] == [code] and at < len(side.facts):
                    return side.facts[at], forms.file, forms.line(table, "feet", number)
    return None
