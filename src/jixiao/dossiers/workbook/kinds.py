"""What a field of the dossier takes: read off the annotations of its models.

A walk along the names of a path tells for every step whether it leads to one model, to one that may be
absent, to a list of them, or to a mapping.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.values import Amount, Code, Count, Month, Number, Points, Value, Year


class Kind(StrEnum):
    """What a cell may hold."""

    TEXT = "text"
    CODE = "code"
    AMOUNT = "amount"
    NUMBER = "number"
    POINTS = "points"
    COUNT = "count"
    VALUE = "value"  # a number or words
    TRUTH = "truth"
    CHOICE = "choice"
    TEXTS = "texts"  # several in one cell
    POINTS_LIST = "points_list"
    COMPUTED = "computed"


class Sort(StrEnum):
    """Where a step of a path leads."""

    ONE = "one"
    MAYBE = "maybe"
    MANY = "many"
    MAP = "map"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a path to models: ``model`` is None for members that are plain values of ``item``."""

    name: str
    sort: Sort
    model: type[BaseModel] | None
    item: object


@dataclass(frozen=True, slots=True)
class Field:
    """A field that a cell can hold; ``choices`` are the members of an enumeration."""

    kind: Kind
    required: bool = False
    default: object = None
    choices: tuple[str, ...] = ()


_KINDS: Final[tuple[tuple[object, Kind], ...]] = (
    (Amount, Kind.AMOUNT),
    (Number, Kind.NUMBER),
    (Points, Kind.POINTS),
    (Year, Kind.COUNT),
    (Month, Kind.COUNT),
    (Count, Kind.COUNT),
    (Value, Kind.VALUE),
    (Code, Kind.CODE),
    (str, Kind.TEXT),
    (bool, Kind.TRUTH),
)


@cache
def hints(model: type[BaseModel]) -> dict[str, object]:
    """The annotations of a model's fields, with what stands behind them."""
    found: dict[str, Any] = get_type_hints(model, include_extras=True)
    return {name: found[name] for name in model.model_fields}


def walk(path: str, start: type[BaseModel] = Dossier) -> tuple[Step, ...]:
    """The steps of a path such as ``projects.monitoring.indicators``.

    Raises:
        KeyError: a name is no field that leads to models, members or a mapping.
    """
    model: type[BaseModel] | None = start
    steps = []
    for name in path.split("."):
        if model is None:
            raise KeyError(path)
        step = _step(name, hints(model)[name])
        if step is None:
            raise KeyError(path)
        steps.append(step)
        model = step.model
    return tuple(steps)


def field_of(model: type[BaseModel], path: str) -> Field:
    """What a cell for a field holds; the path may lead through single models: ``printed.total``.

    Raises:
        KeyError: there is no such field, or it is none for a cell.
    """
    *before, name = path.split(".")
    if before:
        steps = walk(".".join(before), model)
        last = steps[-1].model
        if last is None or any(step.sort is not Sort.ONE for step in steps):
            raise KeyError(path)
        model = last
    annotation = hints(model)[name]
    field = _field(annotation) or _several(_step(name, annotation))
    if field is None:
        raise KeyError(path)
    info = model.model_fields[name]
    default = None if info.is_required() else info.get_default(call_default_factory=True)
    return Field(field.kind, info.is_required(), default, field.choices)


def item_field(annotation: object) -> Field:
    """What a cell for a plain member of a list or mapping holds."""
    field = _field(annotation)
    if field is None:
        raise KeyError(str(annotation))
    return Field(field.kind, required=True, choices=field.choices)


def places(model: type[BaseModel] = Dossier, prefix: str = "") -> Iterator[str]:
    """Every place for a value in the model: ``projects[].printed.total``, ``department.duties[]``."""
    for name, annotation in hints(model).items():
        step = _step(name, annotation)
        if step is None:
            yield f"{prefix}{name}"
            continue
        below = f"{prefix}{name}" + ("" if step.sort in {Sort.ONE, Sort.MAYBE} else "[]")
        if step.model is not None:
            yield from places(step.model, f"{below}.")
        else:
            yield below


def _step(name: str, annotation: object) -> Step | None:
    """Where a field leads; None for one that a single cell holds."""
    choices = _choices(annotation)
    if _field(annotation) is not None:
        return None
    for one in choices:
        if isinstance(one, type) and issubclass(one, BaseModel):
            return Step(name, Sort.MAYBE if type(None) in choices else Sort.ONE, one, one)
        if get_origin(one) is tuple:
            item = get_args(one)[0]
            model = item if isinstance(item, type) and issubclass(item, BaseModel) else None
            return Step(name, Sort.MANY, model, item)
        if get_origin(one) is dict:
            return Step(name, Sort.MAP, None, get_args(one)[1])
    return None


def _several(step: Step | None) -> Field | None:
    """Several plain values in one cell."""
    if step is None or step.sort is not Sort.MANY or step.model is not None:
        return None
    return Field(Kind.POINTS_LIST if step.item == Points else Kind.TEXTS)


def _field(annotation: object) -> Field | None:
    for one in _choices(annotation):
        for known, kind in _KINDS:
            if one is known or one == known:
                return Field(kind)
        if isinstance(one, type) and issubclass(one, StrEnum):
            return Field(Kind.CHOICE, choices=tuple(str(member) for member in one))
    return None


def _choices(annotation: object) -> tuple[object, ...]:
    """The members of a union with what is annotated kept whole, or the annotation alone."""
    if get_origin(annotation) in {Union, UnionType}:
        return tuple(one for choice in get_args(annotation) for one in _choices(choice))
    return (annotation,)
