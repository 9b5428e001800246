"""Sums: a total and its parts, in running text and lists.

That a sum holds is shown by recomputing runs of amounts after (or before) a possible total; that one *fails*
is claimed only where the list is known to be closed (see ``sums.closure``) or where one damaged digit
explains the gap.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

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
from jixiao.claims.sums.beside import sum_of
from jixiao.claims.sums.classes import of_classes
from jixiao.claims.sums.composed import of_composed
from jixiao.claims.sums.counted_lists import of_counted
from jixiao.claims.sums.counted_totals import of_counted_totals
from jixiao.claims.sums.explained import without_members
from jixiao.claims.sums.failing import failing_sums
from jixiao.claims.sums.flows import of_flows
from jixiao.claims.sums.foreign import without_foreign, without_other_totals
from jixiao.claims.sums.groups import natural_groups, totals_of
from jixiao.claims.sums.grown import of_grown
from jixiao.claims.sums.kinds import of_kinds
from jixiao.claims.sums.levels import of_levels
from jixiao.claims.sums.levels_joined import of_joined_levels
from jixiao.claims.sums.likes import by_unit
from jixiao.claims.sums.lists import of_lists, without_made
from jixiao.claims.sums.measures import other_measures
from jixiao.claims.sums.moved_by import of_moved
from jixiao.claims.sums.parallel import of_parallel
from jixiao.claims.sums.plain_lists import of_plain_lists
from jixiao.claims.sums.reasons import of_reasons
from jixiao.claims.sums.reasons_listed import of_listed_reasons
from jixiao.claims.sums.revenue import of_revenue
from jixiao.claims.sums.runs import Entry, backward_runs, entries, forward_runs, openings
from jixiao.claims.sums.sections import of_sections
from jixiao.claims.sums.segments import of_segments
from jixiao.claims.sums.sources import of_sources
from jixiao.claims.sums.subsets import of_subsets
from jixiao.claims.sums.triples import of_triples
from jixiao.claims.sums.uses import of_uses
from jixiao.core.claim import Relation
from jixiao.core.digits import significant_digits

KIND = "sum"
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
    yield from of_joined_levels(reading)
    yield from of_grown(reading)
    yield from of_sources(reading)
    yield from of_kinds(reading)
    yield from of_composed(reading)
    yield from of_uses(reading)
    yield from of_counted_totals(reading)
    yield from of_plain_lists(reading, [made for role in _ROLES for made in by_role[role]])
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
    found.extend(failing_sums(sequence, children, groups, held, found))
    return found


def _follows(sequence: Sequence[Entry], position: int, first: Entry) -> bool:
    """Whether nothing of its unit stands between a total and its parts, which would be no part itself."""
    return all(e.unit != first.unit for e in sequence[position + 1 : first.position])


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
