"""Contradictions that the unit itself states and signs: a remark beside the fact, and the statements."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from jixiao.core.ledger import terms
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Traced
from jixiao.reports.views import View, Words, field, plain

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables


def functions(_printer: Printer) -> "Callables":
    """``see`` and ``concerning``."""

    def see(statements: Iterable[object], *values: object) -> str:
        """（见说明2、3）where statements are about one of the values, or about a part of it."""
        paths = _paths(values)
        numbers = [
            str(number) for number, statement in enumerate(statements, start=1) if _about(statement, paths)
        ]
        return f"（见说明{'、'.join(numbers)}）" if numbers else ""

    def concerning(statements: Iterable[object], *values: object) -> list[object]:
        """Only the statements about these values or parts of them."""
        paths = _paths(values)
        return [statement for statement in statements if _about(statement, paths)]

    return {"see": see, "concerning": concerning}


def _paths(values: Iterable[object]) -> frozenset[str]:
    return frozenset(path for value in values for path in _sources(value))


def _sources(value: object) -> tuple[str, ...]:
    if isinstance(value, Traced):
        return terms(value.expression)
    if isinstance(value, View):
        return (value._path,)  # noqa: SLF001  # views hide it from templates
    return (value.path,) if isinstance(value, Words) else ()


def _about(statement: object, paths: Iterable[str]) -> bool:
    fact = plain(field(statement, "fact"))
    return any(fact == path or fact.startswith(f"{path}.") for path in paths)
