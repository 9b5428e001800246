"""The formulas that relations are made of: a file of this folder for each family, found by walking it."""

import pkgutil
from importlib import import_module

from jixiao.core.formulas.formula import Formula

FORMULAS: dict[str, Formula] = {
    formula.name: formula
    for info in pkgutil.iter_modules(__path__)
    for formula in getattr(import_module(f"{__name__}.{info.name}"), "FORMULAS", ())
}
"""Every formula by name."""
