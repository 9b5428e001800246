"""A field stated to be absent, 无 or /: something is known, namely that there is none."""

from typing import Any

from jixiao.core.dossier.values import Absent


class Nothing:
    """无 or / in a template: false, printed as it was entered.

    In sums and differences it counts for nothing, as there is nothing of the kind; products and quotients
    with it are not applicable either.
    """

    __slots__ = ("absent", "path")

    def __init__(self, absent: Absent, path: str) -> None:
        self.absent = absent
        self.path = path

    def __str__(self) -> str:
        return self.absent.value

    def __bool__(self) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        return str(self) == str(other)

    def __hash__(self) -> int:
        return hash(self.absent)

    def __add__(self, other: Any) -> Any:  # noqa: ANN401  # a number, a gap or nothing, too
        return other

    def __rsub__(self, other: Any) -> Any:  # noqa: ANN401
        return other

    def __sub__(self, other: Any) -> Any:  # noqa: ANN401
        return self if isinstance(other, Nothing) else -other

    def __mul__(self, other: Any) -> Any:  # noqa: ANN401
        """A gap stays a gap: it may yet be filled in."""
        return self if isinstance(other, Nothing | int) or other else other

    __radd__ = __add__
    __rmul__ = __truediv__ = __rtruediv__ = __mul__

    def _never(self, _other: object) -> bool:
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _never
