"""Random dossiers, made from the models themselves: a new field takes part by existing.

`dossiers()` gives valid ones: codes differ and the paths of printed values lead somewhere.
"""

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from pydantic import BaseModel

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.paths import LISTS_OF_PATHS, fact, leaves
from jixiao.core.dossier.values import Absent, Amount, Code, Count, Month, Number, Points, Value, Year
from jixiao.core.money import Money, MoneyUnit

AnyModel = TypeVar("AnyModel", bound=BaseModel)
Strategy = st.SearchStrategy[Any]

MOST_FIELDS = 4
"""Optional fields of a model that are stated at once."""

MOST_MEMBERS = 3

_LIKELY: Final = ("accounts", "appraisal", "projects")

_SIGNS: Final = st.one_of(
    st.sampled_from(
        "执行率优良中差万元年初预算绩效目标，。；：“”（）《》、 \n\t\"'\\#=[]{}<>&%0123456789.-/～"
    ),
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")),
)


def texts() -> st.SearchStrategy[str]:
    """Words of officials and whatever else may stand in a field, without control characters."""
    return st.text(_SIGNS, max_size=12).map(str.strip)


def decimals(least: int = -(10**9), most: int = 10**9) -> st.SearchStrategy[Decimal]:
    """Exact numbers with up to six decimals."""
    return st.integers(0, 6).flatmap(
        lambda places: st.decimals(least, most, places=places, allow_nan=False, allow_infinity=False)
    )


def monies() -> st.SearchStrategy[Money]:
    """Amounts in any unit."""
    return st.builds(Money, decimals(), st.sampled_from(MoneyUnit))


def codes() -> st.SearchStrategy[str]:
    """Codes of projects, indicators and evidence."""
    return st.from_regex(r"[a-z0-9][a-z0-9_-]{0,5}", fullmatch=True)


_SCALARS: Final[dict[object, Callable[[], Strategy]]] = {
    str: texts,
    bool: st.booleans,
    int: lambda: st.integers(-(10**6), 10**6),
    Amount: lambda: monies() | st.sampled_from(Absent),
    Number: lambda: decimals() | st.sampled_from(Absent),
    Points: decimals,
    Year: lambda: st.integers(1950, 2100),
    Month: lambda: st.integers(1, 12),
    Count: lambda: st.integers(0, 10**6),
    Value: lambda: decimals() | st.sampled_from(Absent) | texts(),
    Code: codes,
}


@cache
def models(model: type[AnyModel], without: tuple[str, ...] = ()) -> st.SearchStrategy[AnyModel]:
    """Instances of a model with all that is required and a few of the other fields."""
    hints = get_type_hints(model, include_extras=True)
    needed = {name for name, field in model.model_fields.items() if field.is_required()}
    optional = sorted(set(model.model_fields) - needed - set(without))

    @st.composite
    def build(draw: st.DrawFn) -> AnyModel:
        more = (
            draw(st.lists(st.sampled_from(optional), max_size=MOST_FIELDS, unique=True)) if optional else []
        )
        names = [name for name in model.model_fields if name in needed or name in more]
        return model.model_validate({name: draw(values(hints[name])) for name in names}, context={})

    return build()


def values(hint: object) -> Strategy:
    """Values of a field with this annotation."""
    for known, strategy in _SCALARS.items():
        if hint == known:
            return strategy()
    if get_origin(hint) is Annotated:
        return values(get_args(hint)[0])
    if get_origin(hint) in {Union, UnionType}:
        return st.one_of([values(choice) for choice in get_args(hint) if choice is not NoneType])
    if get_origin(hint) is tuple:
        return _tuples(get_args(hint)[0])
    if get_origin(hint) is dict:
        return st.dictionaries(texts().filter(bool), values(get_args(hint)[1]), max_size=MOST_MEMBERS)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return models(hint)
    message = f"no strategy for {hint}"
    raise TypeError(message)


def _tuples(member: object) -> Strategy:
    model = member if isinstance(member, type) and issubclass(member, BaseModel) else None
    code = model.model_fields.get("code") if model else None
    return st.lists(
        values(member),
        max_size=MOST_MEMBERS,
        unique_by=(lambda one: one.code) if code and code.is_required() else None,
    ).map(tuple)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Valid dossiers, most with printed values of facts that they hold."""
    hints = get_type_hints(Dossier, include_extras=True)
    likely = draw(st.lists(st.sampled_from(_LIKELY), unique=True))
    bare = draw(models(Dossier, LISTS_OF_PATHS)).model_copy(
        update={name: draw(values(hints[name])) for name in likely}
    )
    paths = [path for path, _ in leaves(bare) if _leads(bare, path)]
    rows = {name: draw(values(hints[name])) for name in LISTS_OF_PATHS}
    stated = {
        name: tuple(row.model_copy(update={"fact": draw(st.sampled_from(paths))}) for row in members)
        for name, members in rows.items()
    }
    return Dossier.model_validate(bare.model_copy(update=stated), context={})


def _leads(dossier: Dossier, path: str) -> bool:
    try:
        fact(dossier, path.strip())
    except KeyError:
        return False
    return path == path.strip()
