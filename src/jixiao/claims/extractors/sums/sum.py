"""Sums: a total and its parts, in running text and lists.

That a sum holds is shown by recomputing runs of amounts after (or before) a possible total; that one *fails*
is claimed only where the list is known to be closed (see ``reading.closure``) or where one damaged digit
explains the gap.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, islice, pairwise

from jixiao.claims.rates.weighted import of_parts
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import agrees, near_miss, nearly
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tables.formulas import defined_rows
from jixiao.claims.reading.tables.pair_sums import pair_sums
from jixiao.claims.reading.tables.proposals import from_columns
from jixiao.claims.reading.tables.repeated_totals import repeated_totals
from jixiao.claims.reading.tables.sibling_tables import sums_of_tables
from jixiao.claims.reading.tables.sums import row_sums
from jixiao.claims.reading.tables.told_totals import told_totals
from jixiao.claims.sums.accounts import of_accounts
from jixiao.claims.sums.added import of_additions
from jixiao.claims.sums.adjustments import of_adjusted
from jixiao.claims.sums.alongside import alongside
from jixiao.claims.sums.beside import missed_totals, passes_over, sum_of
from jixiao.claims.sums.classes import of_classes
from jixiao.claims.sums.closure import closed_runs
from jixiao.claims.sums.composed import of_composed
from jixiao.claims.sums.counted_lists import of_counted
from jixiao.claims.sums.distant import distant_totals
from jixiao.claims.sums.explained import without_members
from jixiao.claims.sums.flows import of_flows
from jixiao.claims.sums.foreign import without_foreign, without_other_totals
from jixiao.claims.sums.groups import Group, natural_groups, totals_of
from jixiao.claims.sums.kinds import of_kinds
from jixiao.claims.sums.levels import of_levels
from jixiao.claims.sums.likes import by_unit
from jixiao.claims.sums.list_words import breaks_off
from jixiao.claims.sums.lists import of_lists, without_made
from jixiao.claims.sums.measures import of_one_stage, other_measures, stage_of
from jixiao.claims.sums.moved_by import of_moved
from jixiao.claims.sums.parallel import of_parallel
from jixiao.claims.sums.reasons import of_reasons
from jixiao.claims.sums.reasons_listed import of_listed_reasons
from jixiao.claims.sums.revenue import of_revenue
from jixiao.claims.sums.runs import Entry, backward_runs, entries, forward_runs, openings
from jixiao.claims.sums.scopes import measures_other
from jixiao.claims.sums.sections import of_sections
from jixiao.claims.sums.segments import of_segments
from jixiao.claims.sums.shared import of_each, tells_each
from jixiao.claims.sums.sources import of_sources
from jixiao.claims.sums.splits import Splits
from jixiao.claims.sums.subsets import of_subsets
from jixiao.claims.sums.triples import of_triples
from jixiao.claims.sums.uses import of_uses
from jixiao.claims.sums.views import other_splits
from jixiao.core.claim import Relation
from jixiao.core.digits import printed_digits, significant_digits

KIND = "sum"
_ENDS = re.compile(r"[。！!\n]")
_LEAST_DIGITS = 5
"""Digits of a total that another split makes, from which on one digit off is no chance."""
_LEAST_BESIDE = 4
"""Likewise where the parts stand in the total's own sentence and none but one digit of it is off."""
_ROLES = ("amount", "plan", "initial", "change", "base", "saved", "gained")


def extract(reading: Reading) -> Iterator[Proposal]:
    """Proposals for every total that its neighbours add up to, or should."""
    by_role = {role: list(without_foreign(_of_sequence(entries(reading, role)), reading)) for role in _ROLES}
    for role in _ROLES[1:]:
        by_role[role] = list(without_other_totals(by_role[role], by_role["amount"], reading.statements))
    by_role = without_members(by_role, reading.statements)
    for made in (made for role in _ROLES for made in by_role[role]):
        yield Proposal((made,))
    for made in other_measures(reading.statements, [*by_role["amount"], *by_role["plan"]]):
        yield Proposal((made,), asserted=near_miss(made) or nearly(made))
    for made in alongside(reading, [*by_role["plan"], *by_role["amount"], *by_role["saved"]]):
        yield Proposal((made,))
    yield from of_parts(reading.statements, [*by_role["amount"], *by_role["plan"]])
    for made in of_flows(entries(reading, "amount")):
        yield Proposal((made,))
    yield from of_classes(reading)
    yield from of_sections(reading)
    yield from without_made(
        reading, list(of_lists(reading)), [made for role in _ROLES for made in by_role[role]]
    )
    yield from of_counted(reading)
    yield from of_parallel(reading)
    yield from of_segments(reading)
    yield from of_accounts(reading)
    yield from of_subsets(reading.statements)
    yield from of_triples(reading)
    yield from of_adjusted(reading)
    yield from of_additions(reading)
    yield from of_moved(reading)
    yield from of_revenue(reading.statements)
    yield from of_reasons(reading.statements)
    yield from of_listed_reasons(reading.statements)
    yield from of_levels(reading.statements)
    yield from of_sources(reading)
    yield from of_kinds(reading)
    yield from of_composed(reading)
    yield from of_uses(reading)
    yield from from_columns(reading, KIND)
    tables = [table for table in reading.tables if table.block.kind == "table"]
    for table in tables:
        for total, terms in defined_rows(table):
            signed = [(part, "part", sign) for part, sign in terms]
            yield Proposal((relation("sum", "sum", total, signed, "named", role="total"),))
        for total, addends in pair_sums(table):
            made = relation("sum", "sum", total, [(part, "part") for part in addends], role="total")
            yield Proposal((made,), asserted=False)
    of_rows = (one for table in tables for one in row_sums(table))
    if reading.document.format == "txt":
        yield from (one for table in tables for one in repeated_totals(table))
    for found in (*of_rows, *sums_of_tables(tables), *told_totals(reading)):
        parts = [(part, "part") for part in found.parts]
        yield Proposal((relation("sum", "sum", found.total, parts, role="total"),), asserted=found.certain)


def _of_sequence(sequence: Sequence[Entry]) -> list[Relation]:
    children: dict[int, int] = {}
    held: set[int] = set()
    found: list[Relation] = []
    likes, opened = by_unit(sequence), openings(sequence)
    heads = [len(sequence)] * (len(sequence) + 1)
    for position in range(len(sequence) - 1, -1, -1):
        its = likes[sequence[position].unit]
        for run in forward_runs(sequence, position, children, heads, its, opened):
            relation_ = _held(sequence[position], run)
            if relation_ is not None:
                if _follows(sequence, position, run[0]):
                    children[position] = max(children.get(position, 0), run[-1].position)
                held.add(position)
                found.append(relation_)
        heads[position] = position if position in children else heads[position + 1]
    parents = {end: head for head, end in children.items()}
    for position in range(len(sequence)):
        for run in backward_runs(sequence, position, parents):
            relation_ = _held(sequence[position], run)
            if relation_ is not None:
                held.add(position)
                found.append(relation_)
    groups = list(natural_groups(sequence, children))
    for group in groups:
        for total in totals_of(sequence, group):
            relation_ = _held(total, group.parts, strong=group.strong)
            if relation_ is not None:
                held.add(total.position)
                found.append(relation_)
                break
    found.extend(_failing(sequence, children, groups, held, found))
    return found


def _follows(sequence: Sequence[Entry], position: int, first: Entry) -> bool:
    """Whether nothing of its unit stands between a total and its parts, which would be no part itself."""
    return all(e.unit != first.unit for e in sequence[position + 1 : first.position])


def _is_near(relation_: Relation) -> bool:
    """Whether a total stands in the block of its parts or in the one before."""
    block = relation_.stated.place.block
    return all(0 <= operand.quantity.place.block - block <= 1 for operand in relation_.operands)


def _failing(
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


def _held(total: Entry, run: Sequence[Entry], *, strong: bool = False) -> Relation | None:
    """The sum, where it holds and its words or figures show that this is no accident."""
    if not strong and not _telling(total, run):
        return None
    made = sum_of(total, run)
    if run[0].statement.block - total.statement.block not in (0, 1) and not _agrees(total, run):
        return None
    return made if agrees(made) else None


def _agrees(total: Entry, run: Sequence[Entry]) -> bool:
    """Whether amounts far away agree as closely as their unit is usually printed: 43万元 is no 43±0.5."""
    places = max(total.token.prevailing, total.token.decimals)
    step = total.token.unit.scale.scaleb(-places)
    gap = sum((entry.value for entry in run), Decimal(0)) - total.value
    return abs(gap) * 2 <= step * (len(run) + 1)


def _telling(total: Entry, run: Sequence[Entry]) -> bool:
    """Whether agreement is no accident: cued, or figures with enough digits."""
    parts = [entry for entry in run if entry.token.number != 0]
    if len(parts) < 2:  # all but one are nil: told so only in a list that the total opens
        same = {entry.statement.sentence for entry in run}
        told = run[0].opens and run[0].position == total.position + 1
        told = told or (total.cued and len(run) > 1 and run[-1].position == total.position - 1)
        return len(parts) == 1 and told and len(same) == 1
    if total.cued or (run[0].opens and run[0].position == total.position + 1):
        return True
    digits = [significant_digits(entry.token.number) for entry in parts]
    longest = max(digits)
    fewest = min(*digits, significant_digits(total.token.number))
    return (longest >= 3 and fewest >= 2) or longest >= 4
