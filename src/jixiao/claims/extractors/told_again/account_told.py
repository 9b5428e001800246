"""What one account took in or spent, told again in whatever unit and words: 一般公共预算收支，前者X，后者Y.

The four budgets and their two sides are named by law, so that a sentence need not name them in full: 计划A，
累计入库X speaks of the income named before, 支出Y behind 一般公共预算收入X of the same account, and a bracket
behind a figure may name it. What the year brought is one amount, rounded where the unit is larger.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.heads import of_two_things
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.nearmiss import a_slip_apart_as_told
from jixiao.claims.reading.proposal import Proposal, may_be_equal, relation
from jixiao.claims.reading.recalling import is_called_back
from jixiao.claims.reading.stages import Stage, Stages, comparable
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.subjects import owner_of, subject_of
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.frozen import frozen

KIND = "restated"
_NAMED = r"(?P<name>一般公共预算|公共财政预算|政府性基金|国有资本经营|社会保险基金)(?:预算)?(?:财政)?总?"
_ACCOUNT = re.compile(rf"{_NAMED}(?P<side>收入|支出)")
_BOTH = re.compile(rf"{_NAMED}(?:收支|收入[和、与及]支出)")
_BRACKET = re.compile(rf"\s?\(\s?{_NAMED}(?P<side>收入|支出)\s?\)")
_FORMER = {"前者": "收入", "后者": "支出"}
_BEFORE = re.compile(
    r"(?:.*(?:批准|下达|确定|通过|审议|组织|入库|征收)的?|(?:收入|支出)总计(?:由|包括|为)|.*(?:组成|构成|去向|来源)(?:是|为|包括|有|:)|"
    r"列支|完成|实现|累计|而|(?:[如正]?[前上]文?|以上)(?:所[列述提言示])?的?|肯定|当年|本年|其中|地方|(?:本|[省市县区镇乡])级|"
    r".{0,8}(?:看|来看|概括|小结|起来)[:：]?)*"
)
"""What may stand before the name of an account without making a part of it."""
_BEHIND = re.compile(
    r"(?:实绩|计划|预算|预期|目标|任务|上年|去年|同期|同比|本期|由|从|自|在|为|执行|完成|入库|实现|累计|决算|快报|预计|结果|"
    r"站上|突破|跨越|迈上|稳定在|保持在|守住|达到?|"
    r"数|额|总量|规模|情况)*"
)
_MERE = re.compile(
    r"[\s，,；;、：:)(]*(?:[据按][^，,。]{0,8}[，,]|其中|累计|全年|本年|本期|今年|当年|实际|实绩|入库|执行|完成|实现|组织|结果|"
    r"增至|减至|升至|降至|增加到|减少到|达到?|为|是|数|额|总|计|到?(?:19|20)\d\d年|(?P<side>收入|支出))*"
)
_SPOKEN_OF = re.compile(rf"^\s*{_NAMED}(?:执行|收支)?(?:方面|来看|看|情况)?\s*[，:]\s*(?=收入|支出)")
_LEVEL = re.compile(r"(?:(?P<all>[全我][省市县区州盟旗镇乡])|(?P<own>[省市县区州镇乡本]本?级))(?:地方|的)?$")
_CLAUSE = re.compile(r"[，,；;。、]")
_OF_ANOTHER_YEAR = re.compile(r"^\W*(?:上年|去年同期|上年同期|下年|明年)")
_OF_ANOTHER = re.compile(r"上年|去年|同期|年初|计划|目标|预期|下年|明年|预计|超收|短收|增[加收支]|减[少收支]")
_SURE, _VOUCHED = 4, 2
"""Digits of a figure that a slip sets apart, and of one whose fellow is told twice or proved beside it."""
_SEVERAL = 2
_NEAR = 8
"""Figures before and behind one, among which stands what sets it apart from another."""
_MOST = 24
"""Tellings of one side of an account, before or behind, that one of them is held against."""
_Side = tuple[str, str]
_EVIDENCE = {"change", "base", "growth", "rate", "plan"}


@frozen
class _Told:
    """What a side of an account came to; ``proved`` by how many figures of its own statement."""

    token: Token
    scope: str
    stage: Stage
    proved: int
    recalled: bool

    @property
    def amount(self) -> Decimal:
        """In the base unit."""
        return self.token.value


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each later amount of a side of an account against those before it."""
    sides: dict[_Side, list[_Told]] = defaultdict(list)
    owner, stages = owner_of(reading), Stages(reading.statements)
    side: _Side | None = None
    scope = ""
    before: Statement | None = None
    for statement in reading.statements:
        if before is None or before.sentence != statement.sentence or statement.table is not None:
            side, scope = None, ""
        before, token = statement, statement.main
        text = reading.text_of(token) if token is not None else ""
        side = _side(statement, text, side, owner)
        if side is None or token is None or not _is_whole(statement, token, reading.year):
            continue
        scope = _scope(statement, owner) or scope
        proved = len(_EVIDENCE & statement.roles.keys())
        stage = stages.of(token)
        if stage[0] in ("planned", "done") or statement.period is not None:
            stage = "", ""  # of the year, which its own words name
        sides[side].append(_Told(token, scope, stage, proved, is_called_back(token, text)))
    for told in sides.values():
        yield from _of_one(reading, told)


def _side(statement: Statement, text: str, known: _Side | None, owner: re.Pattern[str]) -> _Side | None:
    """The account and the side of a statement, given those of the one before it in the sentence."""
    token, label = statement.main, statement.label
    if token is not None and (behind := _BRACKET.match(text, token.end)) is not None:
        return behind["name"], behind["side"]
    if label in _FORMER:
        both = _BOTH.search(statement.lead)
        name = both["name"] if both is not None else known[0] if known is not None else ""
        return (name, _FORMER[label]) if name else None
    found = _ACCOUNT.search(label)
    if found is not None:
        before = subject_of(label[: found.end()], owner).key.removesuffix(key_of(found.group()))
        whole = _BEFORE.fullmatch(before) is not None and _BEHIND.fullmatch(label, found.end()) is not None
        return (found["name"], found["side"]) if whole else None
    spoken = _SPOKEN_OF.search(statement.lead)
    if spoken is not None:
        known, lead = (spoken["name"], ""), statement.lead[spoken.end() :]
    else:
        lead = statement.lead
    mere = _MERE.fullmatch(lead)
    if known is None or mere is None:
        return None
    side = mere["side"] or known[1]
    return (known[0], side) if side else None


def _scope(statement: Statement, owner: re.Pattern[str]) -> str:
    """The level whose account it is, as the words before its name tell; "" where they do not."""
    found = _ACCOUNT.search(statement.lead)
    level = _LEVEL.search(statement.lead, 0, found.start()) if found is not None else None
    if level is not None:
        return "all" if level["all"] else "own"
    return subject_of(statement.label, owner).scope


def _is_whole(statement: Statement, token: Token, year: int | None) -> bool:
    """Whether an amount is what came of the year: no plan, earlier year or change."""
    return (
        token.unit.kind == "yuan"
        and not token.approximate
        and bool(token.number)
        and token.cell is None
        and statement.period in (None, year)
        and _OF_ANOTHER.search(_CLAUSE.split(token.lead)[-1]) is None
        and _OF_ANOTHER_YEAR.search(token.lead) is None
    )


def _of_one(reading: Reading, told: Sequence[_Told]) -> Iterator[Proposal]:
    tellings = Counter(one.amount for one in told)
    for at, later in enumerate(told):
        before = [
            first for first in told[max(0, at - _MOST) : at] if first.token.block is not later.token.block
        ]
        held = next((one for first in reversed(before) if (one := _held(first, later)) is not None), None)
        if held is not None:
            yield Proposal((held,), asserted=False)
            continue
        if any(_held(other, later) is not None for other in told[at + 1 : at + 1 + _MOST]):
            continue
        for first in before:
            often = tellings[first.amount] >= _SEVERAL
            if _contradicts(first, later, often=often) and not _is_told(reading, first, later):
                yield Proposal((_equal(first.token, later.token),))
                break


def _held(first: _Told, later: _Told) -> Relation | None:
    """That two tellings agree; None where they do not."""
    if not may_be_equal(first.token, later.token):
        return None
    made = _equal(first.token, later.token)
    return made if decide(made).holds else None


def _contradicts(first: _Told, later: _Told, *, often: bool) -> bool:
    """Whether one slip of the pen sets the later figure apart, and nothing says it is of another level."""
    levels = {first.scope, later.scope} - ({""} if not later.recalled else {first.scope})
    if (
        len(levels) >= _SEVERAL
        or not comparable(first.stage, later.stage)
        or of_two_things(first.token, later.token)
    ):
        return False
    proved = 0 in (first.proved, later.proved) and first.proved + later.proved >= _SEVERAL
    least = _VOUCHED if often or proved or later.recalled else _SURE
    return a_slip_apart_as_told(first.token, later.token, least)


def _is_told(reading: Reading, first: _Told, later: _Told) -> bool:
    """Whether what sets two figures apart is told beside one of them."""
    gap = abs(first.amount - later.amount)
    return any(
        token.value == gap and token.unit.kind == "yuan"
        for one in (first, later)
        for token in reading.tokens[max(0, one.token.index - _NEAR) : one.token.index + _NEAR]
    )


def _equal(first: Token, later: Token) -> Relation:
    return relation(KIND, "equal", later, [(first, first.role)], role=later.role)
