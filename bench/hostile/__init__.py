"""Forty files that nobody should open unguarded: ``python bench/hostile FOLDER`` writes them.

Each is made here, none comes from elsewhere; each must be refused with one sentence, whatever the machine.
Every module beside this one offers ``files() -> dict[str, Callable[[], bytes]]``, by file name.
"""

import importlib
import pkgutil
from collections.abc import Callable


def files() -> dict[str, Callable[[], bytes]]:
    """How each file is made, by its name."""
    found: dict[str, Callable[[], bytes]] = {}
    for module in sorted(one.name for one in pkgutil.iter_modules(__path__) if one.name != "__main__"):
        found |= importlib.import_module(f"{__name__}.{module}").files()
    return found
