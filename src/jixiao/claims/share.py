"""Shares: parts of a whole, in per cent.

The whole is printed in the phrase (占 W 的 p%), or named (占税收收入的), or is the head of the list. Siblings
vote: of the candidates, the one that makes most shares of a group hold is the whole of all.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.hundred import of_hundred, of_wholes, with_amounts
from jixiao.claims.reading.lookup import REACH, is_generic, is_part, likeness, named
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.table_proposals import from_columns
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Binding, Relation, decide

KIND = "share"
_OPENS = re.compile(r"其中|包括|[:：]")
_TOTAL = re.compile(r"总(?!结|体|的)|合计|共计")
_ALL = re.compile(r"总?(?:人数|户数|数量|数|量)$|^(?:全部|全体|所有)")
"""What a name of all things of a kind adds to the name of the kind."""
_LIST = 12
_MOST_CANDIDATES = 14
_EQUAL = 3
_SHORTEST = 2
"""Characters of a name."""
_FEWEST = 2


@dataclass(slots=True)
class _Share:
    statement: Statement
    position: int
    part: Token
    rate: Token
    whole: str
    candidates: list[tuple[Token, bool]]
    """Amounts that may be the whole, best first, and whether name or structure points to them."""
    exact: Token | None = None
    """The only amount of exactly the name that the words give."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per printed share with a part."""
    groups: dict[tuple[int, str], list[_Share]] = defaultdict(list)
    bare: set[int] = set()
    for position, statement in enumerate(reading.statements):
        rate = statement.get("share")
        if rate is None or rate.unit.kind != "percent" or statement.how["share"].adjusted:
            continue
        whole = statement.get("whole")
        part = _part(reading.statements, position, statement)
        if part is None:
            continue
        if whole is not None and whole.unit.kind == part.unit.kind:
            yield Proposal(
                (relation("share", "quotient", rate, [(part, "part"), (whole, "whole")], "named"),)
            )
            continue
        if statement.how["share"].bare:
            bare.add(rate.index)
        name = statement.how["share"].whole
        share = _Share(
            statement, position, part, rate, name, _candidates(reading.statements, position, part, rate, name)
        )
        share.exact = _exact(reading.statements, position, part, name)
        groups[statement.section, "" if is_generic(name) else name].append(share)
    found = [
        _unasserted(proposal, bare)
        for group in groups.values()
        for cluster in _clusters(group)
        for proposal in (*_vote(cluster), *_of_parts(cluster))
    ]
    yield from found
    yield from of_wholes([proposal.readings[0] for proposal in found])
    yield from of_hundred(reading)
    yield from with_amounts(reading)
    yield from from_columns(reading, KIND)


def _unasserted(proposal: Proposal, bare: set[int]) -> Proposal:
    """A percentage in bare brackets may be a share; that it is none contradicts nothing."""
    return (
        Proposal(proposal.readings, asserted=False) if proposal.readings[0].stated.index in bare else proposal
    )


def _of_parts(cluster: list[_Share]) -> Iterator[Proposal]:
    """Shares of a whole that is not printed but built from the parts: together they make 100 per cent."""
    if len(cluster) < _FEWEST or any(
        decide(_relation(s, whole, "bound")).holds for s in cluster for whole, _ in s.candidates
    ):
        return
    if (
        abs(sum((s.rate.number for s in cluster), Decimal(0)) - 100) > 1
        or len({s.part.unit.name for s in cluster}) > 1
    ):
        return
    for share in cluster:
        others = [(other.part, "part") for other in cluster if other is not share]
        yield Proposal((relation("share", "part_of_parts", share.rate, [(share.part, "part"), *others]),))


def _part(statements: list[Statement], position: int, statement: Statement) -> Token | None:
    if (
        "增" in statement.how["share"].whole
        and "增值" not in statement.how["share"].whole
        and statement.get("change") is not None
    ):
        return statement.get("change")
    if statement.amount is not None:
        return statement.amount
    earlier = statements[max(position - 12, 0) : position][::-1]
    near = [s for s in earlier if s.amount is not None and s.block >= statement.block - 1]
    if statement.label:
        found = [s for s in near if likeness(statement.label, s.label) >= 2] or [
            s for s in near if likeness(statement.label, s.label) == 1
        ]
        return (
            min(found, key=lambda s: (-likeness(statement.label, s.label), len(s.label))).amount
            if found
            else None
        )
    return near[0].amount if near and near[0].block == statement.block else None


def _exact(statements: list[Statement], position: int, part: Token, name: str) -> Token | None:
    if not name or is_generic(name) or "增" in name:
        return None
    own = statements[position]
    near = [
        s
        for s in statements[max(position - 12, 0) : position]
        if s.block == own.block and s.amount is not None
    ]
    alike = [
        s.amount
        for s in near
        if likeness(name, s.label) == _EQUAL and s.amount is not None and s.amount.unit.name == part.unit.name
    ]
    return alike[0] if len({token.number for token in alike}) == 1 and alike[0] is not part else None


def _candidates(
    statements: list[Statement], position: int, part: Token, rate: Token, name: str
) -> list[tuple[Token, bool]]:
    """Possible wholes, larger than the part: by name, heads of sentence and paragraph, then what follows."""
    own = statements[position]
    generic = not name or is_generic(name)
    before = [
        s
        for s in statements[max(position - REACH, 0) : position][::-1]
        if _may_be_whole(s, part, rate, own.group) and _may_be_called(s, name)
    ]
    after = [
        s
        for s in statements[position + 1 : position + 16]
        if _may_be_whole(s, part, rate, own.group) and _may_be_called(s, name) and s.block <= own.block + 3
    ]
    ranked: list[tuple[Token, bool]] = []
    if "增" in name and "增值" not in name:
        return [
            (s.roles["change"], True)
            for s in statements[max(position - 20, 0) : position][::-1]
            if _is_increase(s, part)
        ][:3]
    if not generic and part.unit.kind == "count":
        ranked += _counted(name, [s for s in before if s.sentence == own.sentence and s.block == own.block])
    if not generic:
        ranked += _told(named(name, before)[:2], lambda s: likeness(name, s.label) >= 2)
        ranked += _told(named(name, after)[:1], lambda s: likeness(name, s.label) == 3)
    head = [s for s in before if s.sentence == own.sentence and s.block == own.block]
    whole_heads = [s for s in head[::-1] if "share" not in s.roles]
    opens = _opens(statements, position)
    ranked += _told(
        whole_heads[:2],
        lambda s: generic and (opens or is_generic(s.label) or _TOTAL.search(s.lead) is not None),
    )
    ranked += _told([s for s in head[::-1] if s not in whole_heads])
    if not name and whole_heads and opens:
        return _unique(ranked, part)  # 合计A，其中：B占p%: no other sentence tells the whole
    ranked += _told(
        [s for s in (*before[:4], *after[:4]) if s.sentence != own.sentence],
        lambda s: generic and _is_whole(statements, s),
    )
    previous = [s for s in before if s.block == own.block and s.sentence < own.sentence]
    ranked += _told(previous[::-1][:1] + previous[:3])
    ranked += _told([s for s in before if s.block < own.block][:6])
    ranked += _told(after[:3])
    return _unique(ranked, part)


def _opens(statements: list[Statement], position: int) -> bool:
    """Whether 其中 opens a list in the sentence, after its head and before the share."""
    own = statements[position]
    near = [s for s in statements[max(position - _LIST, 0) : position + 1] if s.sentence == own.sentence]
    return any(_OPENS.search(s.lead) for s in near[1:])


def _unique(ranked: list[tuple[Token, bool]], part: Token) -> list[tuple[Token, bool]]:
    seen: set[int] = set()
    unique = []
    for token, sure in ranked:
        if id(token) not in seen and token is not part:
            seen.add(id(token))
            unique.append((token, sure))
    return unique[:_MOST_CANDIDATES]


def _counted(name: str, before: list[Statement]) -> list[tuple[Token, bool]]:
    """占收回问卷的95%: of the counts told before in the sentence, the one that the name begins with.

    A wider label (在职职工 for 职工总数) is meant only where no other count could be.
    """
    core = _ALL.sub("", name)
    begins = [s for s in before if len(s.label) >= _SHORTEST and core.startswith(s.label)]
    if len(begins) == 1:
        return _told(begins, lambda _: True)
    wider = len(before) == 1 and len(core) >= _SHORTEST and core in before[0].label
    return _told(before if wider else [], lambda _: True)


def _told(
    statements: Iterable[Statement], sure: Callable[[Statement], bool] = lambda _: False
) -> list[tuple[Token, bool]]:
    """The amounts of statements, each with whether it is surely meant."""
    return [(amount, sure(s)) for s in statements if (amount := s.amount) is not None]


def _is_increase(statement: Statement, part: Token) -> bool:
    change = statement.get("change")
    return (
        change is not None
        and change is not part
        and change.unit.name == part.unit.name
        and change.number >= part.number
    )


def _is_whole(statements: list[Statement], statement: Statement) -> bool:
    """An amount that stands alone in its sentence and calls itself a total."""
    at = statement.index
    around = (statements[at - 1] if at else None, statements[at + 1] if at + 1 < len(statements) else None)
    alone = all(n is None or n.sentence != statement.sentence or n.amount is None for n in around)
    return alone and _TOTAL.search(statement.lead) is not None


def _may_be_whole(statement: Statement, part: Token, rate: Token, group: int) -> bool:
    whole = statement.amount
    if group >= 0 and statement.group == group:
        return False  # a sibling
    if whole is None or whole.unit.name != part.unit.name:
        return False
    return whole.number * whole.unit.scale >= part.number * part.unit.scale or rate.number > 100


def _may_be_called(statement: Statement, name: str) -> bool:
    """占项目支出的13%: the total of all expenditure is not what is named, were it the only other amount."""
    if not name or not is_part(name):
        return True
    return not statement.label or name[:2] in statement.label or not is_generic(statement.label)


def _clusters(group: list[_Share]) -> Iterator[list[_Share]]:
    """Shares of one name that stand close together."""
    cluster: list[_Share] = []
    for share in group:
        if cluster and share.statement.block - cluster[-1].statement.block > 3:
            yield cluster
            cluster = []
        cluster.append(share)
    if cluster:
        yield cluster


def _relation(share: _Share, whole: Token, binding: Binding) -> Relation:
    return relation("share", "quotient", share.rate, [(share.part, "part"), (whole, "whole")], binding)


def _vote(cluster: list[_Share]) -> Iterator[Proposal]:
    for share in cluster:
        if share.exact is not None:
            yield Proposal((_relation(share, share.exact, "named"),))
    cluster = [share for share in cluster if share.exact is None]
    holds: dict[int, list[_Share]] = defaultdict(list)
    tokens: dict[int, Token] = {}
    for share in cluster:
        for whole, _ in share.candidates:
            if decide(_relation(share, whole, "bound")).holds:
                holds[id(whole)].append(share)
                tokens[id(whole)] = whole
    for share in cluster:
        # Candidates common to the group first: a whole that holds for most siblings is the whole of all.
        elected = sorted(
            (
                key
                for key in holds
                if len(holds[key]) >= 2 and any(token is tokens[key] for token, _ in share.candidates)
            ),
            key=lambda key: -len(holds[key]),
        )
        mine = [key for key in elected if share in holds[key]]
        if mine:
            yield Proposal((_relation(share, tokens[mine[0]], "bound"),))
            continue
        sure = [token for token, certain in share.candidates if certain]
        readings = [_relation(share, token, "bound") for token in sure[:2]]
        held = next((reading for reading in readings if decide(reading).holds), None)
        if held is not None:
            yield Proposal((held,))
            continue
        voted = [tokens[key] for key in elected] or _only(holds, tokens, share)
        if voted and share.part.number:
            yield Proposal((_relation(share, voted[0], "bound"),))
            continue
        others = [_relation(share, token, "inferred") for token, certain in share.candidates if not certain]
        held = None if readings else next((reading for reading in others if decide(reading).holds), None)
        if held is not None:
            yield Proposal((held,))
        elif readings:
            yield Proposal((readings[0],))


def _only(holds: dict[int, list[_Share]], tokens: dict[int, Token], share: _Share) -> list[Token]:
    """The whole of one sibling, when it is the share's own first candidate too."""
    first = share.candidates[0][0] if share.candidates else None
    return [tokens[key] for key in holds if tokens[key] is first]
