"""What a list is of, where it says so itself: a level of government, a year, another amount."""

import re
from collections.abc import Sequence
from functools import lru_cache

from jixiao.claims.reading.leads import period_of
from jixiao.claims.sums.runs import Entry

_SCOPE = re.compile(r"(?<![一-鿿])(?:全[国省市州县区]|[省市州县区]本?级|中央)")
_SOURCE = re.compile(r"级?(?:财政|预算内)?(?:专项|补助|配套|转移支付|资金|财政|拨款|安排)")
"""Words behind a level that make it where money comes from: 省级统筹资金A，其中中央资金B、省级资金C."""
_YEARS = re.compile(r"(?:19|20)\d\d(?=\s?年)")
_REACH = 12
ROUGH = 100
"""Times coarser than the parts: a title's 3.13万亿元 tells no other amount than the 31301亿元 below it."""
_MEASURE = re.compile(r"(收入|支出|结余|余额|结存)$")
_BALANCE = "结余"
_FLOWS = frozenset(("收入", "支出"))
_TAX = re.compile(r"(?<!非)税(?:收入|收)?$")
_UNTAXED = re.compile(r"非税|收费|罚没|捐赠|专项收入|有偿使用|经营收入")
_SORTS_APART = (("tax", "untaxed"), ("untaxed", "tax"))
_SPENT = re.compile(r"支出(?:总?[计额数]|合计|共计|总额|决算|数)*(?:为|达|是|共|:)*\s*$")
_RECEIVED = re.compile(r"收入(?:总?[计额数]|合计|共计|总额|决算|数)*(?:为|达|是|共|:)*\s*$")
_APART = (("收入", "支出"), ("收入", _BALANCE), ("支出", _BALANCE))
_SET_APART = re.compile(
    r"[收支][^，,。；;:：\d]{0,6}(?:[大小多少高低]于|超过)[^，,。；;:：\d]{0,4}[收支][^，,。；;:：\d]{0,4}$"
)

_SET_ASIDE = re.compile(
    r"(?:空编|缺编|空缺|缺员|缺额|超编|离岗|退养|退休|退出|减员|调出|离职|报废|报损|淘汰|注销|闲置|停用|销号|未[\u4e00-\u9fff]{1,4})"
    r"[^，,。；;:：\d]{0,4}$"
)
"""Words of figures beside those of which a list is told: those that are missing, gone or left out."""
_WHOLE_NAMED = re.compile(r"^[\s，,。；;]*(?P<name>[\u4e00-\u9fff]{3,10}?)(?:当?中|里|之内)[，,:：]")
_IN_ALL = re.compile(
    r"^(?:总|全部?|本年|当年|全年|年度|实际|上述|以上|其|所有|各项)+|(?:合计|总计|总额|总量|共计?|数|额)+$"
)
_MEASURED = 2
"""Characters that name the measure: 支出, 收入, 经费."""


def told_of_another(total: Entry, first: Entry) -> bool:
    """Whether a list says itself that it is of another level, year or class than the amount before it."""
    if first.statement.sentence != total.statement.sentence or first.statement.block != total.statement.block:
        named = _WHOLE_NAMED.match(first.lead)
        if named is not None and _is_class_of(named["name"], total.statement.label):
            return True
    own, its = (period_of(entry.lead) or entry.statement.period for entry in (total, first))
    another = own is not None and its is not None and own != its and str(its) not in _years(total.lead)
    return another or _other_level(total, first)


def of_several_years(run: Sequence[Entry]) -> bool:
    """Whether members of a list name years of their own: 2023年执行数A，2024年预算B make no list of parts."""
    return len({year for entry in run if (year := period_of(entry.lead)) is not None}) > 1


@lru_cache(maxsize=4096)
def _is_class_of(name: str, label: str) -> bool:
    """基本支出 is a class of 本年支出合计: the same measure, narrowed by words that are not of all."""
    narrow, wide = _IN_ALL.sub("", name), _IN_ALL.sub("", label)
    measure = wide[-_MEASURED:]
    return len(narrow) > len(measure) > 1 and narrow.endswith(measure) and narrow not in wide


@lru_cache(maxsize=4096)
def _years(lead: str) -> tuple[str, ...]:
    """The years that words name: 2021年、2022年共计 is told of both."""
    return tuple(_YEARS.findall(lead))


def measures_other(total: Entry, run: Sequence[Entry]) -> bool:
    """Whether the parts are all income and the total is spending or a balance, or all spending and it is one.

    收入A，其中甲收入B，乙收入C。支出D: what came in is no part of what went out; nobody adds both up.
    Taxes are no part of what is not taxed, nor fees and fines of a tax.
    """
    return are_of_others(total.statement.label, [entry.statement.label for entry in run])


def are_of_others(total: str, parts: Sequence[str]) -> bool:
    """Whether the names of parts and of a total say so."""
    measures, own = {_measure(name) for name in parts}, _measure(total)
    if measures >= _FLOWS or (len(measures) == 1 and (next(iter(measures)), own) in _APART):
        return True
    sorts = {_sort(name) for name in parts}
    return len(sorts) == 1 and (next(iter(sorts)), _sort(total)) in _SORTS_APART


def is_left(total: Entry) -> bool:
    """Whether an amount is what is left: 结余, 余额, 结存."""
    return _measure(total.statement.label) == _BALANCE


@lru_cache(maxsize=4096)
def is_apart(words: str) -> bool:
    """Whether words say what sets income and spending apart: 收入总计大于支出总计A is no total."""
    return _SET_APART.search(words) is not None


@lru_cache(maxsize=4096)
def is_set_aside(words: str) -> bool:
    """Whether words tell those missing or gone: 在职159人，空编9名，其中公务员97人 is of those in post."""
    return _SET_ASIDE.search(words) is not None


@lru_cache(maxsize=4096)
def _is_spent(words: str) -> bool:
    return _SPENT.search(words) is not None


@lru_cache(maxsize=4096)
def _is_received(words: str) -> bool:
    """Whether words name what came in, in full: the name of a part of it says 支出 nowhere."""
    return _RECEIVED.search(words) is not None


@lru_cache(maxsize=4096)
def _sort(label: str) -> str:
    """Of income: a tax, or what is told as not taxed; "" for all else."""
    return "untaxed" if _UNTAXED.search(label) else "tax" if _TAX.search(label) else ""


@lru_cache(maxsize=4096)
def _measure(label: str) -> str:
    found = _MEASURE.search(label)
    word = found[1] if found is not None else ""
    return _BALANCE if word in ("余额", "结存") else word


def _other_level(total: Entry, first: Entry) -> bool:
    """市本级…。全市…分别为: the list is that of the whole."""
    own, its = _levels(total.lead), _levels(first.lead)
    if "其中" in first.lead and _is_source(first.lead):
        return False
    if not own or len(its) != 1 or (own[0][0] == "全" != its[0][0]):
        return False  # 全市…其中市本级…: a level within the whole
    return its[0].removesuffix("级") != own[0].removesuffix("级")


@lru_cache(maxsize=4096)
def _is_source(lead: str) -> bool:
    """Whether the level that words name is where money comes from."""
    found = list(_SCOPE.finditer(lead))
    return len(found) == 1 and _SOURCE.match(lead, found[0].end()) is not None


@lru_cache(maxsize=4096)
def _levels(lead: str) -> tuple[str, ...]:
    """The levels of government that words name."""
    return tuple(_SCOPE.findall(lead))


def adds_up_to_another(sequence: Sequence[Entry], total: Entry, run: Sequence[Entry]) -> bool:
    """Whether a list adds up to another amount told before: 税收A；非税B，其中：增值税… are parts of A.

    What came in is none where the list and the amount before it are both of what went out.
    """
    amount, slack = sum(e.amount for e in run), sum(e.step for e in run)
    finest = min(e.step for e in run)
    if abs(total.amount - amount) * 2 <= slack + total.step:
        return False
    if is_set_aside(total.token.lead) and any(
        e.unit == total.unit and e.statement.sentence == total.statement.sentence and e.amount > total.amount
        for e in sequence[max(total.position - _REACH, 0) : total.position]
    ):
        return True
    spent = _is_spent(total.token.lead) and all(_is_spent(e.statement.label) for e in run)
    return any(
        e.unit == total.unit
        and not (spent and _is_received(e.token.lead))
        and e.statement.block == total.statement.block
        and e.statement.key != total.statement.key
        and e.step < finest * ROUGH
        and abs(e.amount - amount) * 2 <= slack + e.step
        for e in sequence[max(total.position - _REACH, 0) : total.position]
    )
