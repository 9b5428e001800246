"""The odd one of an amount told often: 4021.55万元 twice and more, 4421.55万元 once, of what shares a word.

An amount of six digits that a paper tells again it tells of one thing, under several names. One told once,
that a slip of the pen sets apart from it, is the same where their words meet (拨付乡镇, 拨付额), and where
no third amount beside them is what sets them apart. Under one name an amount need not be told often.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.heads import of_two_things
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.slips_away import SlipsAway
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.digits import printed_digits
from jixiao.core.frozen import frozen

KIND = "restated"
_DIGITS = 6
"""So many do not differ by one slip, were they of two things, where a word of both is the same."""
_OFTEN = 2
"""Places in which an amount stands that is no slip of the pen itself."""
_SHARED = 2
_ROLES = ("main", "plan")
_SHORTEST = 4
_TIME = re.compile(r"上年|去年|同期|年初|年末|年底|调整|追加|预算|计划|[1-9]月|季度|半年|结转|结余")
_EMPTY = re.compile(
    r"年度?|本年|全年|当年|本级|[本我](?:单位|部门|局)|收、?支|收入|支出|资金|经费|预算|决算|财政|拨款|项目|合计|总计|总额|共计|累计|"
    r"实际|其中|完成|执行|安排|金额|万元|[^\u4e00-\u9fff]"
)
"""Words that most amounts share."""
_CLAUSE = re.compile(r"[，,；;。:]")
_REACH = 10
"""Characters before a figure that are about it."""


@frozen
class _Told:
    token: Token
    role: str
    statement: Statement

    @property
    def words(self) -> str:
        """What leads to the figure: its name, and the last words before it."""
        return _EMPTY.sub("|", self.statement.label + "|" + self.token.lead[-_REACH:])

    @property
    def name(self) -> str:
        """Its name, where that is long enough to mean one thing."""
        label = self.statement.label
        return label if len(label) >= _SHORTEST else f"{self.token.index}"

    @property
    def times(self) -> frozenset[str]:
        """The stages and years that its own clause tells."""
        return frozenset(_TIME.findall(_CLAUSE.split(self.token.lead)[-1]))


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each amount told once in the text, against those told often that a slip of the pen makes it of."""
    places: dict[Decimal, set[int]] = defaultdict(set)
    for token in reading.tokens:
        if token.unit.kind == "yuan":
            places[token.value].add(token.block.index)
    told: dict[Decimal, list[_Told]] = defaultdict(list)
    for one in _all(reading):
        told[one.token.value].append(one)
    near = SlipsAway(one.token for tellings in told.values() for one in tellings)
    for value, own in told.items():
        if len(own) == 1 and len(places[value]) == 1:
            first = _often_told(own[0], near, told, places)
            if first is not None:
                first, later = sorted((first, own[0].token), key=lambda token: token.index)
                yield Proposal((relation(KIND, "equal", later, [(first, first.role)], role=later.role),))


def _all(reading: Reading) -> Iterator[_Told]:
    for statement in reading.statements:
        for role in _ROLES:
            token = statement.roles.get(role)
            if (
                token is not None
                and token.unit.kind == "yuan"
                and token.cell is None
                and not token.approximate
                and printed_digits(token.number) >= _DIGITS
            ):
                yield _Told(token, role, statement)


def _often_told(
    odd: _Told, near: SlipsAway, told: Mapping[Decimal, list[_Told]], places: Mapping[Decimal, set[int]]
) -> Token | None:
    for value in near.of(odd.token):
        between = places.get(abs(value - odd.token.value), set())
        often = len(places[value]) >= _OFTEN
        for one in told[value]:
            named = one.name == odd.name
            known = between & {one.token.block.index, odd.token.block.index} if named else between
            if (often or named) and not known and _of_one(one, odd):
                return one.token
    return None


def _of_one(one: _Told, odd: _Told) -> bool:
    """Whether the words of two figures meet, and none says that they are of two things."""
    return (
        one.role == odd.role
        and one.token.block is not odd.token.block
        and one.token.unit == odd.token.unit
        and len({one.statement.period, odd.statement.period} - {None}) <= 1
        and not (one.statement.list_number and one.statement.list_number == odd.statement.list_number)
        and one.times == odd.times
        and not of_two_things(one.token, odd.token)
        and (one.name == odd.name or any(part in odd.words for part in _stretches(one.words)))
    )


def _stretches(words: str) -> Iterator[str]:
    """Every two neighbouring characters of the words that say something."""
    for word in words.split("|"):
        yield from (word[at : at + _SHARED] for at in range(len(word) - _SHARED + 1))
