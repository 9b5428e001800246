"""The only row of a table without usable header, whose figures are totals followed by their parts.

Under 合计, 出国费, 用车费 (小计, 购置费, 运行费), 接待费 stand 79, 0, 75, 50, 25 and 4: 79 = 0 + 75 + 4,
in which 75 = 50 + 25. Only a reading that leaves no figure over, with a total within a total, is believed.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

Sum = tuple[int, tuple[int, ...]]
_Read = tuple[int, tuple[Sum, ...]]


def nested_sums(values: Sequence[Decimal]) -> tuple[Sum, ...]:
    """The sums of a row: positions of each total and of its parts; () where they do not come out."""
    found: list[Sum] = []
    at = 0
    while at < len(values):
        read = next((read for read in _total(values, at) if len(read[1]) > 1), None)
        if read is None:
            return ()
        at, sums = read
        found.extend(sums)
    return tuple(found)


def _total(values: Sequence[Decimal], at: int) -> Iterator[_Read]:
    """Readings of a figure as the total of what follows it."""
    yield from _parts(values, at, at + 1, (), ())


def _parts(
    values: Sequence[Decimal], total: int, at: int, parts: tuple[int, ...], sums: tuple[Sum, ...]
) -> Iterator[_Read]:
    made = sum((values[part] for part in parts), Decimal(0))
    if len(parts) > 1 and made == values[total] != 0:
        yield at, ((total, parts), *sums)
    if at >= len(values) or made > values[total]:
        return
    for after, inner in _total(values, at):
        yield from _parts(values, total, after, (*parts, at), (*sums, *inner))
    yield from _parts(values, total, at + 1, (*parts, at), sums)
