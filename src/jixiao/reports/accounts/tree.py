"""Lines of a table under the codes that stand above them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from jixiao.core.classification import Code
from jixiao.reports.nothing import Nothing
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Computed, Traced, total
from jixiao.reports.views import plain

Fact = Callable[[object], object]
"""What a column prints of a line of the dossier."""


@dataclass(slots=True)
class Node:
    """A code, its line in the dossier where there is one, and the codes below it."""

    code: Code | None
    name: object
    line: object = None
    below: list["Node"] = field(default_factory=list)

    def value(self, fact: Fact, printer: Printer) -> object:
        """What is stated of it, else the sum of what is below it; None where neither is."""
        if self.line is not None:
            own = fact(self.line)
            if isinstance(own, Traced | Nothing):  # stated to be none is stated
                return own
        parts: list[Computed] = [
            value for one in self.below if isinstance(value := one.value(fact, printer), Traced)
        ]
        if not parts:
            return None
        return parts[0] if len(parts) == 1 else total(parts, printer)

    def walk(self) -> Iterator["Node"]:
        """Itself, then all below it, in order."""
        yield self
        for one in self.below:
            yield from one.walk()

    @property
    def depth(self) -> int:
        """1 at the top."""
        return self.code.depth if self.code is not None else 1


def grown(rows: Iterable[object], kind: type[Code], name_of: Callable[[Code], object]) -> list[Node]:
    """The top of every tree, in the order of the codes; lines without a code come last.

    ``name_of`` names a code that has no line of its own, and a line that has no name.
    """
    found: dict[Code, Node] = {}
    loose: list[Node] = []
    for row in rows:
        code = kind.read(plain(getattr(row, "code", "")))
        name = getattr(row, "name", "")
        if code is None:
            loose.append(Node(None, name, row))
            continue
        found[code] = Node(code, name if plain(name) else name_of(code), row)
    for code in list(found):
        above = code.parent
        while above is not None and above not in found:
            found[above] = Node(above, name_of(above))
            above = above.parent
    for code in sorted(found):
        if code.parent is not None:
            found[code.parent].below.append(found[code])
    return [*(found[code] for code in sorted(found) if code.parent is None), *loose]
