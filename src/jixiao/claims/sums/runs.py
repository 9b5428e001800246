"""Runs of amounts that may be the parts of a total.

An entry is one amount of a sequence of like amounts (all main amounts, all plans, all changes with their
sign). A run is what follows (or precedes) a total without a gap, leaving out the parts of parts. The search
is bounded: a run has at most ``LONGEST`` parts, and a total looks at ``REACH`` entries only.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.roles import without_brackets, without_named_brackets
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.likes import Likes
from jixiao.claims.sums.searching import FAR, LONGEST, Search
from jixiao.core.digits import significant_digits

REACH = 60
_STARTS = 5
BALANCE_ROLES = ("amount", "plan", "initial", "saved", "base")
_FINE = 6
_OPENS = re.compile(
    r"其中|包括|分别|分为|包含|由|组成|构成|主要[是为有用]|具体|如下|含|分[类项税部]|从[^，。]{0,12}看|按[^，。]{0,12}[分看]|[:：(]"
)
_TOTAL = re.compile(
    r"合计|总计|小计|共计|总额|总量|总[人户辆车]?数|总支出|总收入|收支总|(?<!公)共(?=[^同享]|$)|累计|加上|两项|三项|四项|以上|汇总|加总|相加|总和|总(?:财力|资金|规模|投资|成本|费用)|^[，,、\s]*构成|可用资金"
)
_EACH = re.compile(r"(?:[人户车亩台次村]均|平均|单价|单位成本|每[人户亩个辆村次台])[^，,。；;、\d]{0,10}$")
_RANKED = re.compile(r"[一二三四]级(?:绩效|评价)?指标(?:为|有|共|:|\s)*$")
"""Indicators of one level are divided into those of the next, so that levels do not add up."""
_CHILD = re.compile(r"其中|包括|含|\(")
_STOP = re.compile(r"[。；;]")


@lru_cache(maxsize=4096)
def _is_total(words: str) -> bool:
    return _TOTAL.search(words) is not None


@lru_cache(maxsize=4096)
def _opens(lead: str) -> bool:
    return _OPENS.search(without_named_brackets(lead)) is not None


@lru_cache(maxsize=4096)
def opens_inner(lead: str) -> bool:
    """Whether words open a list of parts of a part; a closed bracket (149批（台）) opens none."""
    return _CHILD.search(without_brackets(lead)) is not None


@lru_cache(maxsize=4096)
def _stops(lead: str) -> bool:
    return _STOP.search(lead) is not None


@dataclass(slots=True)
class Entry:
    """An amount in a sequence; ``cued`` when its words say total, ``opens`` when those before open a list."""

    position: int
    statement: Statement
    token: Token
    sign: int
    cued: bool
    opens: bool
    child_end: int = -1
    """Where 其中 opens a list inside a list: the position of the last entry of that inner list."""
    next_inner: int = -1
    """The position of the next entry that opens an inner list, past the end where none follows."""
    value: Decimal = field(init=False)
    """Signed, in base units."""
    amount: int = field(init=False)
    """The value as a whole number of millionths, for the search."""
    step: int = field(init=False)
    """One unit of the last printed digit, likewise."""
    twice: int = field(init=False)
    """Twice the amount, to be held against whole steps where half a step is meant."""
    unit: str = field(init=False)
    monotone: bool = False
    """Whether no amount within reach is negative, so that a sum beyond the total cannot return."""

    @property
    def lead(self) -> str:
        """The words that lead to the amount itself."""
        return self.token.lead or self.statement.lead

    def __post_init__(self) -> None:
        """Prepare what the search compares again and again."""
        unit = self.token.unit
        self.value = self.token.number * unit.scale * self.sign
        self.amount = int(self.value.scaleb(_FINE))
        self.twice = self.amount * 2
        self.step = int(unit.scale.scaleb(_FINE - self.token.decimals))
        self.unit = f"{unit.kind}{unit.name}"


@once
def balance_sequence(reading: Reading) -> list[Entry]:
    """All amounts that a balance may be made of, in reading order.

    They are the entries of several roles: their ``position`` is that among their own role.
    """
    told = {e.token.index: e for role in BALANCE_ROLES for e in entries(reading, role)}
    return [told[index] for index in sorted(told)]


def entries(reading: Reading, role: str = "amount") -> list[Entry]:
    """The sequence of one role: ``amount``, ``plan`` (where an outturn stands beside it) or ``change``."""
    known = reading.sequences.get(role)
    if known is None:
        known = _entries(reading, role)
        reading.sequences[role] = known
    return known


def _entries(reading: Reading, role: str) -> list[Entry]:
    found: list[Entry] = []
    for statement, token, sign in _amounts(reading.statements, role):
        if token.comparator:
            continue  # 单位成本217万元（目标≤224万元）: a limit is no amount to be added
        if token.approximate and significant_digits(token.number) == 1:
            continue  # 超4万亿元: agrees with too much
        if _EACH.search(token.lead) or (token.cell is None and token.block.text.startswith("/", token.end)):
            continue  # 人均133元, 2.4万元/辆: told for one of many
        if token.unit.kind == "count" and _RANKED.search(token.lead):
            continue
        lead = statement.lead
        cued = _is_total((token.lead or lead)[-30:])
        found.append(Entry(len(found), statement, token, sign, cued, _opens(lead)))
    if role in ("plan", "initial") and all(len(entry.statement.roles) == 1 for entry in found):
        return []  # they are the amounts themselves
    _mark_inner_lists(found)
    _mark_monotone(found)
    return found


def _amounts(statements: Sequence[Statement], role: str) -> Iterator[tuple[Statement, Token, int]]:
    """The statements that have an amount in the role, each with it and its sign."""
    for statement in statements:
        token = statement.amount if role == "amount" else statement.roles.get(role)
        if token is None:
            continue
        if role in ("plan", "initial"):
            yield statement, token, 1
        elif token.unit.kind in ("yuan", "count"):
            yield statement, token, 1 if role == "amount" else token.direction or 1


def _mark_monotone(sequence: list[Entry]) -> None:
    """Set ``monotone``: one amount that fell does not slow the search in all of a long document."""
    falls = list(accumulate([entry.amount < 0 for entry in sequence], initial=0))
    for entry in sequence:
        first, last = max(entry.position - REACH, 0), min(entry.position + REACH, len(sequence))
        entry.monotone = falls[first] == falls[last]


def _mark_inner_lists(sequence: list[Entry]) -> None:
    """Set ``child_end`` and ``next_inner``, from the last entry to the first."""
    stop = inner = len(sequence)  # where the sentence ends; where the next inner list opens
    shallower: list[Entry] = []  # the entries after this one that no entry between is less deep than
    for entry in reversed(sequence):
        statement, position = entry.statement, entry.position
        entry.next_inner = inner
        while shallower and shallower[-1].statement.depth >= statement.depth:
            shallower.pop()
        following = sequence[position + 1] if position + 1 < len(sequence) else None
        if following is not None and (
            following.statement.block != statement.block or _stops(following.statement.lead)
        ):
            stop = position + 1
        if opens_inner(statement.lead):
            closes = shallower[-1].position if shallower and "(" in statement.lead else stop
            entry.child_end = min(stop, closes) - 1
            inner = position
        shallower.append(entry)


def openings(sequence: Sequence[Entry]) -> list[int]:
    """Where the words let parts begin: the first amount of each sentence, and what 其中 and its kind open."""
    before = [-1, *(entry.statement.sentence for entry in sequence)]
    return [
        e.position
        for e, last in zip(sequence, before, strict=False)
        if e.opens or e.statement.sentence != last
    ]


def forward_runs(
    sequence: Sequence[Entry],
    position: int,
    children: dict[int, int],
    heads: Sequence[int],
    likes: Likes,
    opened: Sequence[int],
) -> Iterator[list[Entry]]:
    """Runs after a total that add up to it (by nominal value); several where it is split several ways.

    ``heads`` tells for each position behind the total the next one that has ``children``; ``likes`` are the
    entries of the total's unit, ``opened`` the ``openings``. A run begins right behind the total, right
    behind the run before, or at an opening.
    """
    total = sequence[position]
    if total.token.number == 0:
        return
    limit = min(len(sequence), position + REACH)
    stop = likes.first(limit)
    search = Search(total, children, heads, likes, stop)
    reach, least = likes.reach, total.twice - total.step
    start, tried, missed = position + 1, 0, -1
    while start < limit and tried < _STARTS:
        first = likes.first(start)
        if stop - first < 2 or reach[stop] - reach[first] < least:
            return  # all together are less than the total, as they are behind most amounts
        if total.amount < 0 and likes.out_of_reach(total.twice, total.step, first, stop):
            return  # what fell behind it is less than what the total fell by
        tried += start > position + 1
        run = search.run_from(first) if first != missed else None
        if run is not None:
            yield _with_zeros(sequence, run, limit)
            start = run[-1].position + 1
        else:
            missed = first  # of the last run that did not add up
            following = bisect_right(opened, start)
            start = opened[following] if following < len(opened) else limit


def _with_zeros(sequence: Sequence[Entry], run: list[Entry], limit: int) -> list[Entry]:
    """Zero parts that end the list belong to it."""
    for entry in sequence[run[-1].position + 1 : limit]:
        if (
            entry.amount
            or entry.statement.sentence != run[-1].statement.sentence
            or entry.unit != run[-1].unit
        ):
            break
        run.append(entry)
    return run


def may_follow(total: Entry, run: Sequence[Entry], entry: Entry) -> bool:
    """Whether an amount may still be a part of this total: same bracket, no heading as high as its own."""
    own, its = total.statement, entry.statement
    level = its.mark_level
    if level and level <= own.mark_level and its.block > own.block + FAR:
        return False
    if not run:
        return True
    first = run[0].statement
    return its.depth >= first.depth and not 0 < level < first.mark_level


def backward_runs(sequence: Sequence[Entry], position: int, parents: dict[int, int]) -> Iterator[list[Entry]]:
    """Runs before a total that add up to it; ``parents`` maps the last entry of an inner list to its head."""
    total = sequence[position]
    if total.token.number == 0 or position < 2:
        return
    run: list[Entry] = []
    amount, slack = 0, total.step
    at = position - 1
    limit = max(-1, position - (REACH if total.cued else 12))
    while at > limit and len(run) < LONGEST:
        at = parents.get(at, at)
        entry = sequence[at]
        if entry.unit == total.unit:
            if not total.cued and total.statement.block - entry.statement.block > 1:
                break
            run.append(entry)
            amount += entry.amount
            slack += entry.step
            if len(run) >= 2 and abs(amount - total.amount) * 2 <= slack:
                yield run[::-1]
                return
            if total.monotone and amount - total.amount > slack * 2:
                return
        at -= 1
