"""Weights of the demo: the leading department's report prints none, so those of one project are invented.

By them the rules give what the report prints as the project's score, so the form contradicts nothing.
"""

from decimal import Decimal
from typing import Final

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.projects import Project

PROJECT: Final = "p01"
RULEBOOK: Final = "610902-hengkou"
_TARGETS: Final = {
    "i1": ("=", Decimal(58), Decimal("33.4")),
    "i2": ("=", Decimal(4), Decimal("33.4")),
    "i3": ("≥", Decimal(20), Decimal("33.2")),
}
"""Operator, target and weight of each indicator; the last one is missed by a quarter."""


def weighted(dossier: Dossier) -> Dossier:
    """The facts with targets and weights for one project, whose clerk sees its score while typing."""
    if dossier.rulebook != RULEBOOK:
        return dossier
    projects = tuple(_with_weights(one) if one.code == PROJECT else one for one in dossier.projects)
    return dossier.model_copy(update={"projects": projects})


def _with_weights(project: Project) -> Project:
    lines = []
    for one in project.indicators:
        operator, target, weight = _TARGETS[one.code]
        lines.append(one.model_copy(update={"operator": operator, "target": target, "weight": weight}))
    return project.model_copy(update={"indicators": tuple(lines)})
