"""What stops an import: another department, another year, an unknown or slipped unit."""

from collections.abc import Iterator, Sequence

from jixiao.claims.final_accounts.titles import squeezed
from jixiao.core.accounts_review import Notice
from jixiao.core.dossier import Dossier
from jixiao.core.money import Money
from jixiao.dossiers.exports.statements import Plan
from jixiao.pipeline.exports import wording
from jixiao.pipeline.exports.reading import Sheet

_SLIPS = {10**4: "万元", 10**8: "亿元"}
_FEWEST = 3
"""Facts that must have slipped alike before the unit is blamed."""


def problems(
    dossier: Dossier, sheets: Sequence[Sheet], plan: Plan, unitless: Sequence[Sheet], *, vouched: bool
) -> Iterator[Notice]:
    """All that stops it; ``vouched`` says that the user named the department of the tables."""
    yield from _bodies(dossier, sheets, vouched=vouched)
    yield from _years(dossier, sheets)
    yield from (wording.no_unit(sheet.file, sheet.place()) for sheet in unitless)
    yield from _slipped(plan)


def _bodies(dossier: Dossier, sheets: Sequence[Sheet], *, vouched: bool) -> Iterator[Notice]:
    first: dict[str, Sheet] = {}
    for sheet in sheets:
        if sheet.declared.body:
            first.setdefault(sheet.declared.body, sheet)
    if len(first) > 1:
        for body, sheet in first.items():
            yield wording.several_bodies(body, sheet.file, sheet.place())
        return
    name = dossier.department.name
    own = {squeezed(one) for one in (name, dossier.department.short_name) if one}
    for body, sheet in first.items():
        if not vouched and body not in own:
            yield wording.other_body(body, name, sheet.file, sheet.place())


def _years(dossier: Dossier, sheets: Sequence[Sheet]) -> Iterator[Notice]:
    told: dict[int, Sheet] = {}
    for sheet in sheets:
        if sheet.declared.year is not None:
            told.setdefault(sheet.declared.year, sheet)
    for year, sheet in told.items():
        if year != dossier.fiscal_year:
            yield wording.other_year(year, dossier.fiscal_year, sheet.file, sheet.place())


def _slipped(plan: Plan) -> Iterator[Notice]:
    """Amounts that are all so many times those of the dossier: the unit is told wrongly somewhere."""
    moved = [
        (change, before)
        for change in plan.changes
        if isinstance(change.old, Money) and (before := change.old.yuan) and change.new.yuan
    ]
    for factor, word in _SLIPS.items():
        alike = [
            change
            for change, before in moved
            if change.new.yuan == before * factor or change.new.yuan * factor == before
        ]
        if len(alike) >= _FEWEST and len(alike) * 2 > len(moved):
            origin = alike[0].origin
            yield wording.slipped_unit(len(alike), factor, word, origin.file, origin.place)
