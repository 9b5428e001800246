"""A fact stored in a dossier, which is not changed itself: a new one comes back."""

from collections.abc import Sequence
from typing import Any, TypeVar, get_args

from pydantic import BaseModel

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.paths import keys
from jixiao.core.money import Money
from jixiao.dossiers.exports.expressions import Named, Path

Part = TypeVar("Part", bound=BaseModel)


def stored(dossier: Dossier, path: Path, amount: Money) -> Dossier:
    """The dossier with this amount at the path; the member of a list is made where there is none."""
    return _with(dossier, path, amount)


def written_path(dossier: Dossier, path: Path) -> str:
    """The path as dossiers write it: ``accounts.functions.2010301.basic``."""
    steps: list[str] = []
    found: Any = dossier
    for step in path:
        if isinstance(step, Named):
            at = place_of(found, step)
            steps.append(keys(found)[at] if at is not None else step.value)
            found = found[at] if at is not None else None
        else:
            steps.append(step)
            found = getattr(found, step, None)
    return ".".join(steps)


def place_of(members: Sequence[object], step: Named) -> int | None:
    """Where in a list a member stands: by its code or name, else a line without a code by its name."""
    for at, one in enumerate(members):
        if getattr(one, step.field, "") == step.value:
            return at
    for at, one in enumerate(members):
        uncoded = step.field == "code" and step.name and not getattr(one, "code", "")
        if uncoded and getattr(one, "name", "") == step.name:
            return at
    return None


def _with(model: Part, path: Path, amount: Money) -> Part:
    step, rest = path[0], path[1:]
    if isinstance(step, Named):
        message = f"a member stands behind a list: {path}"
        raise TypeError(message)
    if not rest:
        return model.model_copy(update={step: amount})
    inner = getattr(model, step)
    if not isinstance(rest[0], Named):
        return model.model_copy(update={step: _with(inner, rest, amount)})
    named = rest[0]
    members = list(inner)
    at = place_of(members, named)
    if at is None:
        at = _place_for(members, named)
        members.insert(at, _member_type(type(model), step)(**_given(named)))
    elif named.field == "code" and not members[at].code:
        members[at] = members[at].model_copy(update={"code": named.value})
    members[at] = _with(members[at], rest[1:], amount)
    return model.model_copy(update={step: tuple(members)})


def _given(named: Named) -> dict[str, str]:
    given = {named.field: named.value, "name": named.name}
    return given | ({"note": named.note} if named.note else {})


def _place_for(members: Sequence[Any], named: Named) -> int:
    """A new line with a code stands before the first whose code comes later, others at the end."""
    if named.field != "code":
        return len(members)
    later = (at for at, one in enumerate(members) if one.code > named.value)
    return next(later, len(members))


def _member_type(model: type[BaseModel], field: str) -> type[BaseModel]:
    made: type[BaseModel] = get_args(model.model_fields[field].annotation)[0]
    return made
