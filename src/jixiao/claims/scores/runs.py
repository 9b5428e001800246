"""Lists of sections with full mark and score whose full marks make a hundred: they are all there are."""

from decimal import Decimal

from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.scores.scoring import Appraisal, Entry, added

_FEWEST = 3


def full_lists(found: Appraisal) -> list[list[Entry]]:
    """Every such list: numbered from one without a gap, or one line after another without numbers."""
    lists: list[list[Entry]] = []
    open_lists: dict[int, list[Entry]] = {}
    for entry in found.entries:
        if not entry.is_part or entry.full is None or entry.score is None:
            continue
        mark, level = entry.node.mark, entry.node.level
        run = open_lists.get(level)
        if run is not None and _follows(run[-1], entry):
            run.append(entry)
        elif mark is None or mark.value == 1:
            open_lists[level] = [entry]
            lists.append(open_lists[level])
        else:
            open_lists.pop(level, None)
        for deeper in [other for other in open_lists if mark is not None and other > level]:
            del open_lists[deeper]
    return [run for run in lists if len(run) >= _FEWEST and _fulls(run) == HUNDRED]


def _follows(before: Entry, entry: Entry) -> bool:
    one, other = before.node, entry.node
    if one.mark is None or other.mark is None:
        return one.mark is other.mark and other.position == one.position + 1
    return one.mark.style == other.mark.style and other.mark.value == one.mark.value + 1


def _fulls(run: list[Entry]) -> Decimal:
    return added([entry.full for entry in run if entry.full is not None])
