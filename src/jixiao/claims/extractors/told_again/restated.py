"""The same fact told in several places: text, table, chart, other section.

Equal figures of the same thing are claims that hold. Different figures are a contradiction only where the
thing, the role and the period are surely the same: the projects of two lists, or one name whose two figures
differ by a slip of the pen.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from jixiao.claims.reading.anchors import agreements, both_sides, disagreements
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.facts import Fact, facts_of
from jixiao.claims.reading.heads import of_two_things
from jixiao.claims.reading.items import key_of, shared_words
from jixiao.claims.reading.lookup import likeness
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.publics import cost_of
from jixiao.claims.reading.slips_away import SlipsAway
from jixiao.claims.reading.stages import Stages, comparable
from jixiao.claims.reading.tokens import Token
from jixiao.core.digits import significant_digits

if TYPE_CHECKING:
    from decimal import Decimal

KIND = "restated"
_MOST_ALIKE = 12
_LONG_NAME = 5
_LEAST_DIGITS = 4
"""Figures of fewer digits differ by one digit too easily, unless the other is told more than once."""
_TELLING_DIGITS = 3
"""Figures of so many that agree are one fact where their names share a word, or count the same."""
_SHARED = 3
_TELLING_NAME = 6
"""Characters of a name that few things share, so that figures of three digits are held against each other."""
_SIDES = 2
_FEW_FACTS = 150
_AMOUNTS = {"main", "plan", "initial"}
_SURE_DIGITS = 5
"""So many that an equal figure needs no like name."""
_FEW_DIGITS = 2
"""Of outturns that stand once in the accounts, these are enough to tell a slip."""
_BETWEEN = 6
"""Figures between two amounts among which a change may stand that made the later of the first."""
_RUNNING, _OPERATING = re.compile(r"机关运行经?费"), re.compile(r"^(?:日常)?公用(?:经费|支出)")
"""What it costs to run an office is what its basic expenditure has beside its people, by definition."""
_OFFICE = "机关运行经费"
_COSTS = {"abroad", "reception", "vehicles", "buying", "running"}
_PUBLIC = re.compile(r"出国境?费$|公务接待费$|公务用车(?:购置|运行维护|运行|购置及运行维护|购置及运行)费$")
"""The three publics: one outturn of each in a year's accounts; budgets are several, at first and adjusted."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """Pairs of figures that tell the same fact."""
    facts = sorted(facts_of(reading), key=lambda fact: fact.token.index)
    paired: set[int] = set()
    for proposal, token in _projects(facts):
        paired.add(token.index)
        yield proposal
    yield from _equal(facts, paired)
    for proposal, gap in _slipped(facts, paired, Stages(reading.statements), _owner(reading)):
        if not _is_told(reading, *gap):
            yield proposal
    for spending, income, asserted in both_sides(reading.statements):
        made = relation("restated", "equal", spending, [(income, income.role)], role=spending.role)
        yield Proposal((made,), asserted=asserted)
    for later, first, role in agreements(reading.statements):
        if later.index not in paired:
            made = relation("restated", "equal", later, [(first, role)], role=role)
            yield Proposal((made,), asserted=False)
    for later, first, role in disagreements(reading.statements):
        if later.index not in paired:
            yield Proposal((relation("restated", "equal", later, [(first, role)], role=role),))


def _projects(facts: list[Fact]) -> Iterator[tuple[Proposal, Token]]:
    """Items of two lists that name the same project: every figure of the same role must agree.

    Where most do not, the lists tell of different things under the same names: one source of funds each.
    """
    by_role: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.item and len(key_of(fact.item)) >= 3 and fact.role in ("plan", "main", "rate", "score"):
            by_role[key_of(fact.item), fact.role].append(fact)
    pairs: list[tuple[Fact, Fact]] = []
    for same in _of_one_name(by_role):
        first = same[0]
        pairs.extend(
            (first, later)
            for later in same[1:]
            if later.token.unit.kind == first.token.unit.kind and _apart(first, later)
        )
    agreed = Counter(
        (first.list_number, later.list_number)
        for first, later in pairs
        if first.token.value == later.token.value
    )
    told = Counter((first.list_number, later.list_number) for first, later in pairs)
    for first, later in pairs:
        lists = first.list_number, later.list_number
        if agreed[lists] * 2 >= told[lists] or first.token.value == later.token.value:
            made = relation("restated", "equal", later.token, [(first.token, first.role)], role=later.role)
            yield Proposal((made,)), later.token


def _apart(first: Fact, later: Fact) -> bool:
    """In different lists: the same name twice in one list is another thing."""
    return later.list_number != first.list_number


def _of_one_name(by_role: Mapping[tuple[str, str], list[Fact]]) -> Iterator[list[Fact]]:
    """The facts of each name; where it is told once only, with that of the first like name before it."""
    alike: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for (key, role), own in by_role.items():
        if len(key) < _LONG_NAME:
            yield own
            continue
        shorter = [(short, role) for short in _shorter(key)]
        variant = _variant(key, [alike[short] for short in shorter]) if len(own) < 2 else None
        for short in shorter:
            alike[short].append(own[0])
        yield own if variant is None else [variant, *own]


def _shorter(key: str) -> set[str]:
    """A name, and what is left of it without any one of its characters: names one edit apart share one."""
    return {key, *(key[:at] + key[at + 1 :] for at in range(len(key)))}


def _variant(key: str, families: Iterable[list[Fact]]) -> Fact | None:
    """The first fact told whose name differs in one character of many: 运转经费, 运营经费."""
    found = []
    for family in families:
        for fact in family:
            other = key_of(fact.item)
            if other != key and min(len(other), len(key)) >= _LONG_NAME and _one_edit(key, other):
                found.append(fact)
                break
    return min(found, key=lambda fact: fact.token.index, default=None)


def _one_edit(a: str, b: str) -> bool:
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    short, long = sorted((a, b), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _equal(facts: list[Fact], paired: set[int]) -> Iterator[Proposal]:
    by_value: dict[tuple[object, str], list[Fact]] = defaultdict(list)
    few = len(facts) <= _FEW_FACTS
    for fact in facts:
        token = fact.token
        if token.approximate:
            continue
        earlier = by_value[token.number * token.unit.scale, token.unit.name]
        if earlier and token.index not in paired:
            near = earlier[-_MOST_ALIKE:][::-1]
            same = _told_before(fact, near)
            if same is not None:
                paired.add(token.index)
            else:
                same = _of_one_kind(fact, near, few=few)
            if same is not None:
                made = relation("restated", "equal", token, [(same.token, same.role)], role=fact.role)
                yield Proposal((made,), asserted=False)
        earlier.append(fact)


def _same(fact: Fact, other: Fact) -> bool:
    if fact.block == other.block and (fact.sentence == other.sentence or fact.sentence < 0):
        return False
    if fact.token.unit.kind == "percent" and fact.role != other.role:
        return False
    digits = significant_digits(fact.token.number)
    if digits >= _SURE_DIGITS:
        return True
    alike = _alike(fact.name, other.name) if fact.name and other.name else 0
    if digits == 0:
        return alike >= 2 and min(len(key_of(fact.name)), len(key_of(other.name))) >= 4
    return (alike >= 1 and digits >= 2) or alike >= 2


def _told_before(fact: Fact, near: list[Fact]) -> Fact | None:
    for other in near:
        if _same(fact, other):
            return other
    return None


def _of_one_kind(fact: Fact, near: list[Fact], *, few: bool) -> Fact | None:
    """危房改造任务264户, 最终确定危房改造264户: names that share their noun, or one thing counted.

    Enough for figures that agree, not to hold others against them. In a short report long figures need no
    name, for hardly any two agree by accident.
    """
    token = fact.token
    digits = significant_digits(token.number)
    if digits < _TELLING_DIGITS or token.unit.kind == "percent":
        return None
    long = digits > _TELLING_DIGITS
    for other in near:
        if fact.sentence == other.sentence:
            continue
        if long and (few or not (fact.name and other.name and fact.named and other.named)):
            return other  # only a heading names one of them
        if shared_words(fact.name, other.name) >= (_SHARED - 1 if long else _SHARED):
            return other
        planned = {fact.role, other.role} <= _AMOUNTS
        if planned and token.unit.kind == "count" and token.unit.word == other.token.unit.word:
            return other
    return None


def _alike(name: str, other: str) -> int:
    """How well two names fit, as ``likeness``; the three publics and running costs by what they are."""
    cost = cost_of(name)
    if cost and cost == cost_of(other):
        return 2
    (runs, operates), (other_runs, other_operates) = _of_office(name), _of_office(other)
    if (runs and other_operates) or (other_runs and operates):
        return 1
    return likeness(name, other)


@lru_cache(maxsize=4096)
def _of_office(name: str) -> tuple[bool, bool]:
    """Whether a name is that of what it costs to run an office, and of what is spent beside its people."""
    return _RUNNING.search(name) is not None, _OPERATING.search(name) is not None


_SAME_THING = re.compile(
    r"^(?:(?:此|本|该)[次批项笔](?:下达|安排|拨付)?的?|上述|以上|最终|实际|确定|完成|累计|共计?|实现|组织|安排|投入|支付|全年|年度|本年度?|本?项目(?=[\u4e00-\u9fff]{2,}(?:费|经费)$)|[全我][省市县区州镇乡]|地方(?=一般公共预算))+(?=[\u4e00-\u9fff]{4})"
)
"""Words before a name that make it no other thing: 最终确定危房改造, 实际完成危房改造."""


_DONE = re.compile(
    r"(?<=[\u4e00-\u9fff]{4})(?:(?:实际|累计|共计?|全年|已)+(?:使用|支付|支出|投入|拨付|完成)?|使用|支付|投入|拨付)(?:资金)?$"
)
"""Words behind a name that say no more than that the money was spent: 某项目实际使用资金."""


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return _DONE.sub("", _SAME_THING.sub("", name))


_PLACE = re.compile(r"(?:^|关于|\d(?:年度?|月份?))([\u4e00-\u9fff]{2,6}?[县市区镇乡州])")


def _owner(reading: Reading) -> re.Pattern[str]:
    """The places that the first lines name: 石桥县一般公共预算收入 is the report's own 一般公共预算收入."""
    places = {place for one in reading.paragraphs[:3] for place in _PLACE.findall(one.text)}
    return re.compile(rf"^(?:{'|'.join(sorted(places))})" if places else r"(?!)")


def _slipped(
    facts: list[Fact], paired: set[int], stages: Stages, owner: re.Pattern[str]
) -> Iterator[tuple[Proposal, tuple[Token, Token]]]:
    by_key: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        if (
            fact.token.unit.kind in ("yuan", "count")
            and fact.role in ("main", "plan", "change", "base")
            and fact.name
        ):
            key = key_of(_plain(owner.sub("", fact.name)))
            cost = cost_of(fact.name) if fact.role == "main" else ""
            if cost and cost != "all":
                key = cost
            elif fact.role == "main" and any(_of_office(fact.name)):
                key = _OFFICE
            if (
                (cost or len(key) >= 4 or (len(key) == 3 and key.endswith(("费", "收"))))
                and not fact.token.approximate
                and fact.token.number
            ):
                by_key[key, fact.role, fact.token.unit.name].append(fact)
    for same in by_key.values():
        if len(same) > 1:
            yield from _odd_ones(same, paired, stages)


def _is_told(reading: Reading, first: Token, later: Token) -> bool:
    """Whether what sets two figures apart stands between them: 上报530户，减少10户，实际520户."""
    gap, low, high = abs(first.value - later.value), *sorted((first.index, later.index))
    return high - low <= _BETWEEN and any(
        token.value == gap and token.unit.name == first.unit.name and token.block is later.block
        for token in reading.tokens[low + 1 : high]
    )


def _odd_ones(
    same: list[Fact], paired: set[int], stages: Stages
) -> Iterator[tuple[Proposal, tuple[Token, Token]]]:
    """Figures told once that a slip sets apart from the one before, or from the one told most often."""
    told: dict[Decimal, list[Fact]] = defaultdict(list)
    for fact in same:
        told[fact.token.value].append(fact)
    repeated = {amount: facts for amount, facts in told.items() if len(facts) > 1}
    own = len(told) <= _SIDES and len(key_of(_plain(same[0].name))) >= _TELLING_NAME
    own = own and same[0].token.unit.kind == "count"  # money of one name comes from several sources
    often = {fact.token.index for facts in repeated.values() for fact in facts}
    near = SlipsAway(fact.token for facts in repeated.values() for fact in facts)
    for at, later in enumerate(same):
        if later.token.index in paired or later.token.index in often:
            continue
        alike = (fact for amount in near.of(later.token) for fact in repeated[amount])
        others = [*same[at - 1 : at], *sorted(alike, key=lambda fact: fact.token.index)]
        for first in others:
            least = _LEAST_DIGITS - (first.token.index in often or (own and _apart_in_text(first, later)))
            if first.token.index not in often and _of_office(first.name) != _of_office(later.name):
                least = _SURE_DIGITS  # the same by definition, of the bodies that it is laid down for
            if later.role == "main" and (cost_of(later.name) in _COSTS or _PUBLIC.search(key_of(later.name))):
                least = _FEW_DIGITS
            if (
                _comparable(first, later, stages)
                and a_slip_apart(first.token, later.token, least)
                and not of_two_things(first.token, later.token)
            ):
                paired.add(first.token.index)
                made = relation("restated", "equal", later.token, [(first.token, first.role)])
                yield Proposal((made,)), (first.token, later.token)
                break


def _apart_in_text(first: Fact, later: Fact) -> bool:
    """Whether figures stand in paragraphs of their own and not in one list."""
    return first.block != later.block and not (first.list_number and first.list_number == later.list_number)


def _comparable(first: Fact, later: Fact, stages: Stages) -> bool:
    return (
        first.sentence != later.sentence
        and first.period == later.period
        and comparable(stages.of(first.token), stages.of(later.token))
    )
