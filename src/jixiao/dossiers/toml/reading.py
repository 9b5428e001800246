"""The strict reader: TOML text to a dossier, or to all faults with their lines."""

import tomllib
from decimal import Decimal
from typing import Any

from jixiao.core.dossier import Dossier
from jixiao.core.interval import WIDEST
from jixiao.core.toml_places import Path, line_of, places
from jixiao.core.toml_slips import endless, slip
from jixiao.dossiers.faults import DossierError, Fault, Position
from jixiao.dossiers.validating import validated

_SHOWN = 60
"""Characters of a faulty line that are shown."""


def read_toml(text: str, name: str) -> Dossier:
    """The dossier that the text states; ``name`` is the file that faults name.

    Numbers are exact. A key that no dossier has, a value of the wrong kind, a missing field, a repeated
    code and a path that leads nowhere are refused, all of them together.

    Raises:
        DossierError: with every fault.
    """
    data = _parsed(text.removeprefix("\ufeff"), name)
    lines = places(text)

    def locate(path: Path) -> Position:
        return Position(line_of(lines, path) or 0)

    return validated(data, name, locate)


def _parsed(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text, parse_float=_number)
    except tomllib.TOMLDecodeError as error:
        found = slip(text, str(error))
        line = text.split("\n")[found.line - 1].strip()[:_SHOWN]
        told = (found.message, found.message_en, found.fix, found.fix_en, line)
        raise DossierError([Fault(name, Position(found.line), *told)]) from error
    except (ValueError, RecursionError) as error:
        raise DossierError([Fault(name, Position(), *endless())]) from error


def _number(written: str) -> Decimal:
    number = Decimal(written)
    if number.is_finite() and abs(number.adjusted()) > WIDEST:
        raise ValueError(written)
    return number
