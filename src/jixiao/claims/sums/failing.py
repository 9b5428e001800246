"""Sums that should hold and do not: closed lists, and the neighbours of a total that miss it by one digit."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, islice, pairwise

from jixiao.claims.reading.nearmiss import near_miss, nearly
from jixiao.claims.sums.beside import missed_totals, passes_over, sum_of
from jixiao.claims.sums.closure import closed_runs
from jixiao.claims.sums.distant import distant_totals
from jixiao.claims.sums.groups import Group
from jixiao.claims.sums.list_words import breaks_off
from jixiao.claims.sums.measures import of_one_stage, stage_of
from jixiao.claims.sums.runs import Entry
from jixiao.claims.sums.scopes import measures_other
from jixiao.claims.sums.shared import of_each, tells_each
from jixiao.claims.sums.splits import Splits
from jixiao.claims.sums.views import other_splits
from jixiao.core.claim import Relation
from jixiao.core.digits import printed_digits

_ENDS = re.compile(r"[。！!\n]")
_LEAST_DIGITS = 5
"""Digits of a total that another split makes, from which on one digit off is no chance."""
_LEAST_BESIDE = 4
"""Likewise where the parts stand in the total's own sentence and none but one digit of it is off."""


def failing_sums(
    sequence: Sequence[Entry],
    children: dict[int, int],
    groups: Sequence[Group],
    held: set[int],
    found: Sequence[Relation],
) -> Iterator[Relation]:
    """Sums that should hold: closed lists, and neighbours of a total that miss it by one digit."""
    parts_of_sums: set[int] = set()
    own = {id(made.stated) for made in found if _is_near(made)}
    parts: dict[int, list[frozenset[int]]] = defaultdict(list)
    for made in found:
        parts[made.stated.index].append(frozenset(o.quantity.index for o in made.operands))
    explained = Splits(found)
    for position in range(len(sequence)):
        index = sequence[position].token.index
        sentence = sequence[position].statement.sentence
        closed = list(closed_runs(sequence, position, children))
        if not closed:
            continue
        of_several = None
        for one in closed if "各" in sequence[position].token.block.text else ():
            of_several = of_several or of_each(sequence[position], one.run)
        if of_several is not None:
            held.add(position)
            yield of_several
            continue
        runs = [
            run
            for run in closed
            if (run.certain or run.whole or position not in held)
            and (
                run.colon
                or run.run[0].statement.sentence == sentence
                or (run.certain and sequence[position].cued)
                or not explained.has(run.run)
            )
            and _of_one_plan(sequence[position], run.run)
            and not (passes_over(sequence[position], run.run) and not run.colon)
            and not _has_own_total(run.run, parts)
            and _tells_all(run.run)
            and not measures_other(sequence[position], run.run)
        ]
        if position in held:  # another split of it; or what agrees stands far away, by chance
            near = id(sequence[position].token.build()) in own
            splits = parts.get(index, [])
            digits = printed_digits(sequence[position].token.number)
            long, shorter = digits >= _LEAST_DIGITS, digits >= _LEAST_BESIDE
            runs = [
                r
                for r in runs
                if (
                    (r.certain or (long and r.whole))
                    and _is_apart(r.run, splits)
                    and (r.certain or near_miss(sum_of(sequence[position], r.run)))
                )
                or (r.certain and not near and (r.colon or r.run[0].statement.sentence == sentence))
                or (
                    shorter
                    and r.whole
                    and r.run[0].statement.sentence == sentence
                    and _is_apart(r.run, splits)
                    and nearly(sum_of(sequence[position], r.run))
                )
                or (_differs_in_one(r.run, splits) and near_miss(sum_of(sequence[position], r.run)))
            ]
        if not runs:
            continue
        chosen = next((r for r in runs if r.whole and nearly(sum_of(sequence[position], r.run))), None)
        known = [r for r in runs if r.certain] or runs  # of a list known to be complete no beginning is meant
        chosen = chosen or next((r for r in known if near_miss(sum_of(sequence[position], r.run))), None)
        chosen = chosen or next((r for r in runs if r.certain), None)
        if chosen is not None:
            held.add(position)
            yield sum_of(sequence[position], chosen.run)
    yield from other_splits(sequence, held, explained)
    yield from distant_totals(sequence, groups, explained)
    for group in groups:
        if len(group.parts) < 2 or any(entry.position in parts_of_sums for entry in group.parts):
            continue
        if not _tells_all(group.parts) or _has_own_total(group.parts, parts) or breaks_off(group.parts[-1]):
            continue
        yield from missed_totals(sequence, group, explained, held, parts_of_sums)


def _is_near(relation_: Relation) -> bool:
    """Whether a total stands in the block of its parts or in the one before."""
    block = relation_.stated.place.block
    return all(0 <= operand.quantity.place.block - block <= 1 for operand in relation_.operands)


def _has_own_total(run: Sequence[Entry], splits: Mapping[int, Sequence[frozenset[int]]]) -> bool:
    """合同价A，变更B，送审C: one of the amounts is what others make, so that they are no list of parts."""
    made = accumulate(entry.amount for entry in run)
    if any(e.amount == before > 0 for e, before in zip(run[2:], islice(made, 1, None), strict=False)):
        return True
    members = frozenset(entry.token.index for entry in run)
    return any(parts <= members for index in members if index in splits for parts in splits[index])


def _tells_all(run: Sequence[Entry]) -> bool:
    """Whether every member of a list tells its change: what others rose or fell by is not known.

    甲、乙各50万元 is told of several at once, so that such amounts add up to less than their total.
    """
    if tells_each(run):
        return False
    if run[0].token.role != "change":
        return True
    last = run[-1].statement
    goes_on = bool(last.opener) and _ENDS.search(last.opener) is None
    return not goes_on and all(b.statement.index - a.statement.index == 1 for a, b in pairwise(run))


def _is_apart(run: Sequence[Entry], splits: Sequence[frozenset[int]]) -> bool:
    """Whether a list has no amount of those that add up to its total: it splits the total another way."""
    return all(entry.token.index not in parts for parts in splits for entry in run)


def _differs_in_one(run: Sequence[Entry], splits: Sequence[frozenset[int]]) -> bool:
    """Whether all but one of the parts are also parts of a split that makes the total."""
    members = frozenset(entry.token.index for entry in run)
    return any(len(members - parts) == 1 and len(parts - members) > 1 for parts in splits)


def _of_one_plan(total: Entry, run: Sequence[Entry]) -> bool:
    """Whether plans are plans of one stage: parts of the first budget are none of the adjusted one.

    Parts in the total's own sentence that name no stage are of the total's.
    """
    if total.token.role not in ("plan", "initial") or of_one_stage([e.token for e in (total, *run)]):
        return True
    own = all(e.statement.sentence == total.statement.sentence for e in run)
    return own and run[0].opens and not any(stage_of(e.token) for e in run)
