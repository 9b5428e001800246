"""The shape of a dossier as its models tell it: which keys a place has, and names for paths of raw data."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from types import SimpleNamespace, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.paths import keys
from jixiao.core.toml_places import Path


def type_at(path: Path) -> object | None:
    """The annotation of the value at a path of raw data; None where the dossier has no such place."""
    found: object = Dossier
    for step in path:
        found = _below(found, step)
        if found is None:
            return None
    return found


def known(path: Path) -> Path:
    """The longest part of a path that the dossier has a place for."""
    length = len(path)
    while length and type_at(path[:length]) is None:
        length -= 1
    return path[:length]


def fields(path: Path) -> tuple[str, ...]:
    """The keys that the model at a path accepts, in their order; empty where there is no model."""
    model = model_of(type_at(path))
    return tuple(model.model_fields) if model else ()


def model_of(annotation: object) -> type[BaseModel] | None:
    """The model in an annotation such as ``ExAnte | None``."""
    for one in _choices(annotation):
        if isinstance(one, type) and issubclass(one, BaseModel):
            return one
    return None


def nearest(word: str, words: Sequence[str]) -> str:
    """The word that was probably meant, or nothing."""
    match = get_close_matches(word.lower().replace("-", "_"), words, n=1, cutoff=0.6)
    return match[0] if match else ""


def named(data: object, path: Path) -> str:
    """A path of raw data as facts are named: ``projects.p13.outturn`` for ``("projects", 12, "outturn")``."""
    names = []
    for step in path:
        if isinstance(step, int) and isinstance(data, list) and step < len(data):
            names.append(member_names(data)[step])
            data = data[step]
        else:
            names.append(str(step))
            data = data.get(step) if isinstance(data, Mapping) else None
    return ".".join(names)


def member_names(members: Sequence[object]) -> list[str]:
    """How fact paths name the members of a list in raw data, as `core.dossier.paths.keys` does for models."""
    return keys([SimpleNamespace(**_stripped(one)) if isinstance(one, Mapping) else one for one in members])


def _stripped(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value.strip() if isinstance(value, str) else value for key, value in row.items()}


def _below(annotation: object, step: str | int) -> object | None:
    model = model_of(annotation)
    if model:
        known_field = model.model_fields.get(str(step))
        return known_field.annotation if known_field else None
    for one in _choices(annotation):
        if get_origin(one) is tuple and isinstance(step, int):
            member: object = get_args(one)[0]
            return member
        if get_origin(one) is dict and isinstance(step, str):
            value: object = get_args(one)[1]
            return value
    return None


def _choices(annotation: object) -> tuple[object, ...]:
    """The members of a union, or the annotation alone."""
    if get_origin(annotation) is Annotated:
        return _choices(get_args(annotation)[0])
    if get_origin(annotation) in {Union, UnionType}:
        return tuple(one for choice in get_args(annotation) for one in _choices(choice))
    return (annotation,)
