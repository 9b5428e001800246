"""What templates may call: each file here offers ``functions(printer)`` and ``filters(printer)``.

Found by walking the folder. A function gets numbers and words of the dossier (`Traced`, `Words`, `Gap`) and
gives such, or text to print.
"""

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache
from types import ModuleType
from typing import Any

from jixiao.reports.printing import Printer

Callables = dict[str, Callable[..., Any]]


def functions(printer: Printer) -> Callables:
    """All functions by name, of one report."""
    return _offered("functions", printer)


def filters(printer: Printer) -> Callables:
    """All filters by name, of one report."""
    return _offered("filters", printer)


def _offered(what: str, printer: Printer) -> Callables:
    found: Callables = {}
    for module in _modules():
        offer = getattr(module, what, None)
        if offer is not None:
            found.update(offer(printer))
    return found


@cache
def _modules() -> tuple[ModuleType, ...]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names)
