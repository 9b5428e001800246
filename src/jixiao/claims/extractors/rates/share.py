"""Shares: parts of a whole, in per cent.

The whole is printed in the phrase (占 W 的 p%), or named (占税收收入的), or is the head of the list. Siblings
vote: of the candidates, the one that makes most shares of a group hold is the whole of all.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.lookup import is_generic
from jixiao.claims.reading.parted import head_of_parts
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tables.proposals import from_columns
from jixiao.claims.reading.tables.share_rows import row_shares
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.shares.called import exact_whole, only_total, total_of_deed
from jixiao.claims.shares.closings import of_closings
from jixiao.claims.shares.composed import composed_shares, told_as_all
from jixiao.claims.shares.divisions import divisions
from jixiao.claims.shares.electing import Share, as_share, elect, inherit, of_whole
from jixiao.claims.shares.framed import is_framed
from jixiao.claims.shares.hundred import of_hundred, of_several, of_wholes, with_amounts
from jixiao.claims.shares.list_heads import of_list_heads
from jixiao.claims.shares.made import of_made_wholes
from jixiao.claims.shares.meant import is_of_range
from jixiao.claims.shares.parts import part_of, twin_of
from jixiao.claims.shares.wholes import candidates, is_telling
from jixiao.claims.sums.complements import leaves_nothing_out
from jixiao.core.claim import Decision, Relation, decide

KIND = "share"
_FEWEST = 2
_BEFORE = re.compile(r"(?:上年|去年|同期)(?:度|同期)?[\u4e00-\u9fff]{0,8}(?:占|比重)")
_MOST_PARTS = 8
_BLOCKS = 3
"""How far apart shares of one list may stand, unless they are items of one."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per printed share with a part."""
    for table in reading.tables:
        yield from row_shares(table)
    groups: dict[tuple[int, int, str], list[Share]] = defaultdict(list)
    bare: set[int] = set()
    lists = divisions(reading)
    last: Share | None = None
    composed = composed_shares(reading.statements)
    yield from (Proposal((made,)) for made in composed.values())
    for position, statement in enumerate(reading.statements):
        rate = statement.roles.get("share")
        if rate is None or rate.unit.kind != "percent" or statement.how["share"].adjusted:
            continue
        if (
            _BEFORE.search(rate.lead)
            or is_of_range(rate)
            or is_framed(reading, rate)
            or rate.index in composed
        ):
            continue  # 税收A，上年同期B。上年税收占比p%: of what was, and no share of now
        whole = statement.get("whole")
        part = part_of(reading.statements, position, statement)
        if part is None:
            continue
        if whole is not None and whole.unit.kind == part.unit.kind:
            head = head_of_parts(reading.statements, part, position)
            if head is None:
                yield Proposal((of_whole(rate, part, whole, "named"),))
            else:
                yield Proposal(tuple([of_whole(rate, one, whole, "bound") for one in (part, head)]))
            continue
        if statement.how["share"].bare:
            bare.add(rate.index)
        name = statement.how["share"].whole
        told = candidates(reading.statements, lists, position, part, rate)
        share = Share(statement, position, part, rate, lists[position].number, told)
        twin = twin_of(reading.statements, position, part)
        twin = twin or head_of_parts(reading.statements, part, position)
        if twin is not None and not any(share.is_of(token) for token, _ in told):
            others = candidates(reading.statements, lists, position, twin, rate)
            other = Share(statement, position, twin, rate, lists[position].number, others)
            share = other if any(other.is_of(token) for token, _ in others) else share
            part = share.part
        share.exact = (
            exact_whole(reading, position, part, name)
            or told_as_all(reading.statements, part, rate, name)
            or _only_whole(reading.statements, share)
        )
        # A short item counts as a heading, so that each has a section of its own.
        section = 0 if statement.list_number else statement.section
        last = inherit(share, last)
        groups[section, statement.list_number, "" if is_generic(name) else name].append(share)
    made = [
        proposal
        for group in groups.values()
        for cluster in _clusters(group)
        for proposal in (*_vote(cluster), *_of_lists(cluster))
    ]
    found = [*_unasserted(made, bare)]
    yield from found
    known = {proposal.readings[0].stated.index for proposal in found}
    yield from of_made_wholes(reading, lists, known)
    yield from of_wholes(reading, [proposal.readings[0] for proposal in found])
    yield from of_list_heads(reading, lists)
    for search in (of_closings, of_hundred, of_several, with_amounts):
        yield from search(reading)
    yield from from_columns(reading, KIND)


def _only_whole(statements: list[Statement], share: Share) -> Token | None:
    """The one total that the name may mean, where nothing nearer agrees: it may also be that of the list."""
    name, told = share.statement.how["share"].whole, [token for token, _ in share.candidates]
    total = only_total(statements, share.position, share.part, name)
    if total is not None and not any(share.is_of(token) for token in told if token is not total):
        return total
    if any(share.is_of(token) for token in told):
        return None
    return total_of_deed(statements, share.position, share.part, name)


def _unasserted(made: list[Proposal], bare: set[int]) -> Iterator[Proposal]:
    """A percentage in bare brackets may be a share; that it is none contradicts nothing.

    Beside another one in brackets that is a share of the same whole, it is meant as one.
    """
    shown = [
        (reading.operands[1].quantity.index, reading.stated.place.block)
        for proposal in made
        if (reading := proposal.readings[0]).stated.index in bare
        and reading.formula == "quotient"
        and reading.stated.decimals
        and decide(reading) == Decision("holds", "", decide(reading).computed)
    ]
    for proposal in made:
        reading = proposal.readings[0]
        whole = (reading.operands[1].quantity.index, reading.stated.place.block)
        meant = reading.stated.index not in bare or whole in shown
        yield proposal if meant else replace(proposal, asserted=False)


def _of_lists(cluster: list[Share]) -> Iterator[Proposal]:
    """Each list by itself."""
    for _, listed in groupby(cluster, key=lambda share: share.division):
        yield from _of_parts([*listed])


def _of_parts(cluster: list[Share]) -> Iterator[Proposal]:
    """Shares of a whole that is not printed, or only nearly (约5.65亿元), but built from the parts.

    Together they make 100 per cent, or all of them but one are of it; or the parts leave nothing out, and for
    one of them the whole shows it.
    """
    told = (s.is_of(whole) for s in cluster for whole, _ in s.candidates if not whole.approximate)
    if len(cluster) < _FEWEST or any(told):
        return
    if len({s.part.unit.name for s in cluster}) > 1:
        return
    made = [
        relation(
            "share",
            "part_of_parts",
            share.rate,
            [(share.part, "part"), *((other.part, "part") for other in cluster if other is not share)],
        )
        for share in cluster
    ]
    whole = abs(sum((s.rate.number for s in cluster), Decimal(0)) - 100) <= 1
    closed = leaves_nothing_out([s.statement.label for s in cluster])
    held = sum(decide(one).holds for one in made)
    if (
        whole
        or held >= max(len(made) - 1, _FEWEST)
        or (
            closed and any(is_telling(r.rate) and decide(m).holds for r, m in zip(cluster, made, strict=True))
        )
    ):
        yield from (Proposal((one,)) for one in made)


def _clusters(group: list[Share]) -> Iterator[list[Share]]:
    """Shares of one name that stand close together."""
    cluster: list[Share] = []
    for share in group:
        if cluster and not _near(cluster[-1].statement, share.statement):
            yield cluster
            cluster = []
        cluster.append(share)
    if cluster:
        yield cluster


def _near(before: Statement, after: Statement) -> bool:
    return after.block - before.block <= _BLOCKS or 0 < before.list_number == after.list_number


def _vote(cluster: list[Share]) -> Iterator[Proposal]:
    for share in cluster:
        if share.exact is not None:
            yield Proposal((as_share(share, share.exact, "named"),))
    cluster = [share for share in cluster if share.exact is None]
    holds: dict[int, list[Share]] = defaultdict(list)
    tokens: dict[int, Token] = {}
    for share in cluster:
        for whole, _ in share.candidates:
            if share.is_of(whole):
                holds[id(whole)].append(share)
                tokens[id(whole)] = whole
    _propose_elected(cluster, holds, tokens)
    parts = {(id(share.part), share.division) for share in cluster}
    complete = _of_complete(cluster, holds, tokens) | _of_added_up(cluster)
    for share in cluster:
        found = complete.get(id(share)) or elect(share, holds, tokens, parts)
        if found is not None:
            yield Proposal((found,))


def _of_complete(
    cluster: list[Share], holds: dict[int, list[Share]], tokens: dict[int, Token]
) -> dict[int, Relation]:
    """甲A占40%，乙B占60%: shares that make all are of one whole, which one shows; by ``id`` of the share.

    Only those that are of no amount told: their part is wrong.
    """
    found: dict[int, Relation] = {}
    for _, listed in groupby(cluster, key=lambda share: share.division):
        members = [*listed]
        if len(members) < _FEWEST or sum(s.rate.number for s in members) != HUNDRED:
            continue
        wholes = [
            tokens[key] for key, own in holds.items() if any(s in own and is_telling(s.rate) for s in members)
        ]
        if len({(whole.number, whole.unit.name) for whole in wholes}) != 1:
            continue
        for share in members:
            if not any(share.is_of(whole) for whole, _ in share.candidates):
                found[id(share)] = as_share(share, wholes[0], "bound")
    return found


def _of_added_up(cluster: list[Share]) -> dict[int, Relation]:
    """基本支出A，占80.20%；项目支出B，占19.67%: parts that make up a whole are all of it, if half are.

    What else one of them may agree with is no whole of the list; by ``id`` of the share.
    """
    found: dict[int, Relation] = {}
    for first in range(len(cluster)):
        total = cluster[first].part.number
        for last in range(first + 1, min(first + _MOST_PARTS, len(cluster))):
            total += cluster[last].part.number
            members = cluster[first : last + 1]
            whole = next((w for s in members for w, _ in s.candidates if w.number == total), None)
            if whole is None:
                continue
            held = [s for s in members if s.is_of(whole)]
            closed = leaves_nothing_out([s.statement.label for s in members])
            if not closed and not _is_only_odd(members, held):
                continue
            if len(held) * 2 >= len(members) and any(is_telling(s.rate) for s in held):
                found |= {id(s): as_share(s, whole, "bound") for s in members if s not in held}
    return found


def _is_only_odd(members: list[Share], held: list[Share]) -> bool:
    """Whether of three or more shares one alone is of something else, and its words name nothing else."""
    odd = [share for share in members if share not in held]
    return len(members) > _FEWEST and len(odd) == 1 and is_generic(odd[0].statement.how["share"].whole)


def _propose_elected(cluster: list[Share], holds: dict[int, list[Share]], tokens: dict[int, Token]) -> None:
    """Let each share try the wholes that its siblings elect."""
    elected = [key for key, holders in holds.items() if len(holders) >= _FEWEST]
    for share in cluster:
        known = {id(token) for token, _ in share.candidates}
        generic = is_generic(share.statement.how["share"].whole)
        for key in elected:
            whole = tokens[key]
            apart = all(other.division != share.division for other in holds[key])
            if generic and apart:
                continue  # "the total" is that of the list
            if key in known or whole is share.part or whole.unit.name != share.part.unit.name:
                continue
            if apart and share.rate.number <= HUNDRED and whole.number < share.part.number:
                continue  # no part is more than its whole, unless its own list says so: then one is wrong
            share.candidates.append((whole, False))
            if share.is_of(whole):
                holds[key].append(share)
