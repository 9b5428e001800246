"""What an empty workbook already says: the place, the year, and the lines that the place prescribes."""

from collections.abc import Iterator

from jixiao.core.dossier import Appraisal, Dossier
from jixiao.core.dossier.organisation import Department
from jixiao.core.dossier.projects import Indicator, Operator
from jixiao.rulebooks.resolving import Rules
from jixiao.rulebooks.schema.topics import Group


def draft(rules: Rules, year: int) -> Dossier:
    """A dossier whose required texts are still missing; only for writing."""
    scheme = rules.schemes.get("department")
    indicators = tuple(_lines(scheme.value.groups)) if scheme else ()
    return Dossier.model_construct(
        rulebook=rules.key,
        fiscal_year=year,
        department=Department.model_construct(code="", name=""),
        appraisal=Appraisal(indicators=indicators),
    )


def _lines(groups: tuple[Group, ...]) -> Iterator[Indicator]:
    """The fixed lines of all groups that have lines to be judged."""
    for group in groups:
        for leaf in group.leaves if group.role != "execution" else ():
            yield Indicator(
                code=leaf.code,
                level1=group.name,
                level2=leaf.level2,
                name=leaf.name,
                operator=Operator(leaf.operator) if leaf.operator else None,
                target=leaf.target,
                weight=leaf.weight,
                fixed=True,
            )
        yield from _lines(group.groups)
