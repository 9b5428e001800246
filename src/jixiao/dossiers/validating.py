"""Data as read from a file to a dossier, or to all faults together with their places.

Used by every reader of dossiers: the reader parses its format and says where each value stands, here the
models are asked, and what they refuse is told in plain words.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from jixiao.core.dossier import Dossier
from jixiao.core.toml_places import Path
from jixiao.dossiers.codes import repeated_codes
from jixiao.dossiers.faults import DossierError, Fault, Locator
from jixiao.dossiers.lost_paths import lost_paths
from jixiao.dossiers.shape import known, named
from jixiao.dossiers.wording import Words, words

_FIRST_ONLY = frozenset({"twice", "path"})  # the models stop at the first of these; here all are found


def validated(data: Mapping[str, Any], file: str, locate: Locator) -> Dossier:
    """The dossier that the data states.

    ``data`` has the keys of the models; ``locate`` is asked with paths of ``data``, also with the path of a
    key that is missing, for which it should answer with the nearest thing around.

    Raises:
        DossierError: with every fault that was found.
    """
    try:
        return Dossier.model_validate(data, context={})
    except ValidationError as error:
        raise DossierError(
            Fault(file, locate(path), *astuple(said), fact=named(data, path))
            for path, said in _refused(data, error.errors(include_url=False))
        ) from error


def _refused(data: Mapping[str, Any], errors: Sequence[ErrorDetails]) -> Iterator[tuple[Path, Words]]:
    """Where something is wrong, and what to say about it."""
    told: set[Path] = set()
    for error in errors:
        path = error["loc"] if error["type"] == "extra_forbidden" else known(error["loc"])
        if error["type"] not in _FIRST_ONLY and path not in told:
            told.add(path)
            yield path, words(error, data, path)
    yield from repeated_codes(data)
    yield from lost_paths(data)
