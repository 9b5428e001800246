"""A rate by the amounts of its own item: between two semicolons, one plan and one amount done or saved.

Order does not matter: 甲完成预算的23.7%，执行数A，预算数B；乙…, 送审A，核减C，占送审额的3.6%. What stands
once between the signs that part the items of a list is what the rate of that item is of, not a sibling's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from jixiao.claims.rates.savings import saving_rate_of
from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, rate_of
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide

_ENDS = re.compile(r"[。；;!！?？]")
_CLAUSE = re.compile(r"[，,、。；;：:(]")
_PLAN_NOUN = r"预算|计划|下达|限额|送审|报审|概算|控制价|指标|任务|安排"
_PLANNED = re.compile(
    rf"(?:(?<!公共)(?<!性基金)(?<!经营){_PLAN_NOUN})(?!评审|执行|项目|单位|的支出)[^预计下限送报概控指任安]{{0,6}}$"
    r"|(?:公共|性基金|经营)预算(?!总?[收支]|执行|项目|单位)[^预计下限送报概控指任安]{0,6}$"
)
"""一般公共预算收入9亿元 and 出让收入安排的支出4.9亿元 are no plans: the one came in, the other was spent."""
_OTHER = re.compile(r"上年|去年|同期|以前年度|历年|累计|结转|其中")
"""An amount of another time, or a part of one."""
_MISCOUNTED = re.compile(r"(?:多|少|漏|误|重复)[计算列]")
"""By what another amount is wrong: 多计会议费15万元."""
_SAVES = r"节约|节支|节省|节资|审减|核减|扣减|压减"
_SAVED = re.compile(rf"(?:{_SAVES})[\u4e00-\u9fff]{{0,4}}$")
_SAVING_RATE = re.compile(
    rf"(?:{_SAVES})[^，,。；;\d]{{0,6}}(?:率|比例|幅度?|占[^，,。；;]*的)[为是达到约]*\s*$"
)
_DONE_RATE = re.compile(
    r"^(?:[^，,。；;\d]{0,24}?)(?:执行|完成|支付|支出|拨付|使用|兑付)(?:率|进度|比例)[为是达到约:]*\s*$"
)
_OF_PLAN = re.compile(
    rf"(?:占|为|是|达到?|相当于|完成)(?:了|全年|年初|调整|变动|批复|其)*(?:的)?(?:{_PLAN_NOUN})[\u4e00-\u9fff]{{0,4}}的(?:比例|比重)?[为是达约]*\s*$"
)
_FIRST, _ADJUSTED = re.compile(r"年初|原"), re.compile(r"调整|变动|追加|变更")
_MORE = re.compile(r"全部|综合|整体|总体|平均|两项|合计")
"""A rate of more than the amounts beside it."""
_OF_IT = re.compile(r"^\s*的(?:比例|比重|比率)?[为是达约]*\s*$")
_NAMES_IT = re.compile(r"^[\s，,(]*(?:占|为|相当于)")
_BARE = re.compile(r"^\s*\(\s*$")
_ONLY_PLAN = re.compile(
    r"^[\s，,、(]*(?:年初|年度|全年|调整)?(?:预算|计划)(?:安排)?(?:数|额|资金)?[为是:]*\s*$"
)
_ONLY_DONE = re.compile(
    r"^[\s，,、(]*(?:实际|全年|累计|已)?(?:完成|执行|支出|实现|支付|入库|拨付|使用)(?:数|额|资金)?[为是:]*\s*$"
)
_SEVERAL = 2
_ALIKE = 2
"""Characters before figures that must be the same in each of several items."""


@dataclass(slots=True)
class _Item:
    """The figures between two signs that part items."""

    tokens: Sequence[Token]
    plans: list[Token] = field(default_factory=list)
    bases: list[Token] = field(default_factory=list)
    done: list[Token] = field(default_factory=list)
    saved: list[Token] = field(default_factory=list)
    rates: list[Token] = field(default_factory=list)


def of_clauses(reading: Reading) -> dict[int, Proposal]:
    """By the rate's index, what the amounts of its own item say that it is of."""
    names = {
        token.index: statement.label
        for statement in reading.statements
        if statement.group >= 0
        for token in statement.roles.values()
    }
    made: dict[int, Proposal] = {}
    bare: list[Relation] = []
    for paragraph in reading.paragraphs:
        if not any(token.unit.kind == "percent" for token in paragraph.tokens):
            continue
        for tokens in _items(paragraph):
            item = _read(tokens, names)
            for rate in item.rates:
                relation = _bound(item, rate)
                if relation is None:
                    continue
                if _BARE.match(rate.lead):
                    bare.append(relation)
                else:
                    made[rate.index] = Proposal((relation,))
    held = [relation for relation in bare if relation.stated.decimals and decide(relation).holds]
    if len(held) >= _SEVERAL and len(held) * 2 > len(bare):
        made.update({relation.stated.index: Proposal((relation,)) for relation in bare})
    return made


def is_meant(own: Relation, others: Sequence[Relation]) -> bool:
    """Whether the amounts of its own item are what a rate is of, rather than what other readings say.

    A saving over itself and what was paid is a guess where a plan is told elsewhere.
    """
    if any(decide(made).holds for made in others):
        return False
    return not others or own.formula != "saving_rate" or decide(own).holds


def _items(paragraph: Paragraph) -> Iterator[list[Token]]:
    """The figures of a paragraph, parted where a sign between two of them ends an item."""
    item: list[Token] = []
    for before, token in pairwise([None, *paragraph.tokens]):
        if token is None:
            continue
        if before is not None and _ENDS.search(paragraph.text, before.end, token.start):
            yield from _repeated(item)
            item = []
        item.append(token)
    yield from _repeated(item)


def _repeated(item: list[Token]) -> Iterator[list[Token]]:
    """甲完成预算的p%，执行数A，预算数B，乙完成预算的…: items parted by commas, where figures come again."""
    rates = [at for at, token in enumerate(item) if token.unit.kind == "percent"]
    several = len(rates) > 1 and len(item) % len(rates) == 0
    size = len(item) // len(rates) if several else 0
    kinds = [(token.unit.kind, _CLAUSE.split(token.lead)[-1][-_ALIKE:]) for token in item]
    if size > _SEVERAL and all(kinds[at] == kinds[at - size] for at in range(size, len(item))):
        yield from (item[at : at + size] for at in range(0, len(item), size))
    elif item:
        yield item


def _read(tokens: Sequence[Token], names: dict[int, str]) -> _Item:
    item = _Item(tokens)
    for token in tokens:
        if token.unit.kind == "percent":
            item.rates.append(token)
        elif token.unit.kind == "yuan" and not token.approximate:
            words = names.get(token.index) or _CLAUSE.split(token.lead)[-1]
            if token.role == "saved" or _SAVED.search(words):
                item.saved.append(token)
            elif token.role in ("plan", "initial") or (token.role == "main" and _PLANNED.search(words)):
                item.plans.append(token)
            elif token.role == "base":
                item.bases.append(token)
            elif token.role == "main" and not (_OTHER.search(words) or _MISCOUNTED.search(token.lead)):
                item.done.append(token)
            else:
                item.done += [token, token]  # of another kind: nothing is the only one then
    return item


def _bound(item: _Item, rate: Token) -> Relation | None:
    if (named := _of_named(item, rate)) is not None:
        return named
    words = _CLAUSE.split(rate.lead)[-1] or rate.lead
    before = [t for t in (*item.plans, *item.done, *item.saved) if t.end <= rate.start]
    last = max(before, key=lambda token: token.end, default=None)
    of_plan = _OF_PLAN.search(words) is not None
    if (
        _SAVING_RATE.search(words)
        or (of_plan and last in item.saved)
        or (_BARE.match(rate.lead) and last in item.saved)
    ):
        return _of_saved(item, rate)
    meant = of_plan or _DONE_RATE.match(words) is not None
    if meant and (behind := _of_next(item, rate, words)) is not None:
        return behind
    if not meant or len(item.plans) != 1 or len(item.done) != 1:
        return None
    plan, done = item.plans[0], item.done[0]
    if any(_FIRST.search(base.lead) for base in item.bases):
        return None  # 预算从年初的A调整为B: of either
    if "其中" in max(plan, done, key=lambda token: token.start).lead:
        return None  # 预算收入A，为预算的p%，其中：税收收入B: a part of A is no outturn of it
    if _MORE.search(words) or not _is_stage(words, plan) or plan.depth != done.depth or not plan.number:
        return None
    return rate_of(rate, done, plan)


def _of_named(item: _Item, rate: Token) -> Relation | None:
    """核减C，占送审额A的p%: what was saved, told right before the amount that the rate is said to be of."""
    at = item.tokens.index(rate)
    if at < _SEVERAL or not _OF_IT.match(rate.lead):
        return None
    saved, plan = item.tokens[at - 2 : at]
    named = _NAMES_IT.match(plan.lead) and saved in item.saved and plan in item.plans
    return rate_of(rate, saved, plan, "named") if named and plan.number else None


def _of_next(item: _Item, rate: Token, words: str) -> Relation | None:
    """完成预算的p%，预算P、完成A，…; 执行率p%（预算P，执行A）: two amounts that only 预算 and 完成 name."""
    at = item.tokens.index(rate)
    beside = item.tokens[at + 1 : at + 3]
    plans = [t for t in beside if t in item.plans and _ONLY_PLAN.match(t.lead)]
    done = [t for t in beside if t in item.done and _ONLY_DONE.match(t.lead)]
    told = any(token.start < rate.start for token in item.done)
    if told or len(plans) != 1 or len(done) != 1 or not plans[0].number or not _is_stage(words, plans[0]):
        return None
    return None if _MORE.search(words) else rate_of(rate, done[0], plans[0], "named")


def _of_saved(item: _Item, rate: Token) -> Relation | None:
    plans = item.plans or item.bases
    if len(item.saved) != 1:
        return None
    if len(plans) == 1 and plans[0].number:
        return rate_of(rate, item.saved[0], plans[0])
    if not plans and len(item.done) == 1:
        return saving_rate_of(rate, item.saved[0], item.done[0])
    return None


def _is_stage(words: str, plan: Token) -> bool:
    """Whether a plan may be of the stage that the words name: 年初 is not 调整."""
    named = _FIRST.search(words) is not None, _ADJUSTED.search(words) is not None
    own = _FIRST.search(plan.lead) is not None, _ADJUSTED.search(plan.lead) is not None
    return named == own or not any(named) or not any(own)
