"""Types of what templates read: the annotations of the dossier and the scorecard."""

import dataclasses
import types
import typing
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.projects import Project
from jixiao.core.scorecard import LeafScore, ProjectScore, Scorecard

UNKNOWN: Any = object()
"""The type of what is not known without facts: everything may be read from it."""
LEAF: Any = LeafScore


def roots() -> dict[str, Any]:
    """The names that a report gives its templates, as far as their types are known."""
    return {
        **{name: info.annotation for name, info in Dossier.model_fields.items()},
        "score": Scorecard,
        "project": Project,
        "project_score": ProjectScore,
    }


def fields(kind: Any) -> Mapping[str, Any] | None:  # noqa: ANN401  # annotations are of any type
    """The fields of a model with their types; None where it is no model."""
    kind = _plain(kind)
    if not isinstance(kind, type):
        return None
    if issubclass(kind, BaseModel):
        return {name: info.annotation for name, info in kind.model_fields.items()}
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        own = {field.name: hints[field.name] for field in dataclasses.fields(kind)}
        computed = {name: UNKNOWN for name, one in vars(kind).items() if isinstance(one, property)}
        return {**own, **computed}
    return None


def member(kind: Any) -> Any:  # noqa: ANN401  # annotations are of any type
    """The type of a list's or table's members."""
    kind = _plain(kind)
    inner = typing.get_args(kind)
    if typing.get_origin(kind) in (tuple, list) and inner:
        return inner[0]
    if typing.get_origin(kind) is dict and inner:
        return inner[1]
    return UNKNOWN


def list_of(kinds: Sequence[Any]) -> Any:  # noqa: ANN401  # annotations are of any type
    """The type of a list that a template writes itself: known where all its members are of one type."""
    first = kinds[0] if kinds else UNKNOWN
    known = first is not UNKNOWN and all(one == first for one in kinds)
    return types.GenericAlias(tuple, (first, ...)) if known else UNKNOWN


def is_list(kind: Any) -> bool:  # noqa: ANN401  # annotations are of any type
    """Whether it is a list of the dossier or scorecard."""
    return typing.get_origin(_plain(kind)) in (tuple, list)


def _plain(kind: Any) -> Any:  # noqa: ANN401  # annotations are of any type
    """Without None and notes: the model of ``ExAnte | None``."""
    if typing.get_origin(kind) is typing.Annotated:
        return _plain(typing.get_args(kind)[0])
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        stated = [one for one in typing.get_args(kind) if one is not types.NoneType]
        return _plain(stated[0]) if len(stated) == 1 else UNKNOWN
    return kind
