"""Means whose amount is told elsewhere: by the words that its name and the sentence of the mean share.

购置单警装备412套，套均2880元: the row 单警装备 of a table has the amount. Of what shares words more than one
may be meant, so that such a mean can only hold.
"""

import re
from collections import Counter, defaultdict
from dataclasses import replace

from jixiao.claims.rates.mean_relation import mean_quotient
from jixiao.claims.rates.mean_sides import Sides
from jixiao.claims.rates.per_unit import PRICE, Mean
from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.facts import Fact, facts_of
from jixiao.claims.reading.once import once
from jixiao.claims.reading.publics import cost_of, tabled
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import NUMBER, unit_of
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import printed_digits, significant_digits

_WORDS = re.compile(r"[\u4e00-\u9fff]{2,}")
_BOUGHT = re.compile(r"(?:购置|更新|购买|新购)[^，,。；;]{0,8}车")
_EMPTY = re.compile(
    r"支出|资金|经费|预算|决算|执行|实际|全年|金额|项目|工作|完成|其中|合计|共计|平均|本年|年度|万元|收入|我市|"
    r"我县|我区|全市|全县|全区|实施|开展|情况|费用|使用|单位|建设|服务|管理|专项|人员|拨付|补助|人均|户均|累计|投入"
)
"""Words that say nothing of what a thing is."""
_ROLES = frozenset(("main", "plan", "base"))
_BARE = (unit_of("万元"), unit_of("亿元"), unit_of("元"))
"""What a table may print its money in without saying so."""
_FEN = 2
"""Decimals of an amount in yuan."""
_COMMON, _MOST = 40, 4
"""Facts that one pair of characters leads to, and those that are tried."""
_LEAST_DIGITS, _OF_TOP, _SURE_DIGITS = 3, 3, 5
"""Digits of a mean, of an exact one's amount, and of one that names nothing: none agrees by chance."""
_CLAUSES, _FEWEST, _WHOLE = 2, 2, 5
"""Sentences before a mean that count; figures tried first; what a name told whole counts for."""
_AROUND, _BEHIND = 20, 6
"""Characters before and behind a figure that say what it is of."""


@once
def _named_by_pair(reading: Reading) -> dict[str, list[Fact]]:
    """Amounts of this year, and counts, by the pairs of signs of their names."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts_of(reading):
        token, row = fact.token, fact.row
        if not token.number or token.approximate or fact.role not in _ROLES:
            continue
        if row is not None and fact.period != reading.year:
            continue
        if token.unit.kind not in ("yuan", "count") and not _is_bare(fact):
            continue
        words = f"{row.label}{fact.name}{fact.item}" if row is not None else fact.name + fact.item
        if token.unit.kind == "count" and row is None:
            words += token.lead[-_AROUND:] + token.block.text[token.end : token.end + _BEHIND]
        for pair in _pairs(words):
            found[pair].append(fact)
    return found


def _is_bare(fact: Fact) -> bool:
    """Whether a figure of a table is money of a unit that is told nowhere."""
    return fact.row is not None and fact.token.unit is NUMBER and fact.token.decimals == _FEN


def _pairs(words: str) -> set[str]:
    pairs = (run[at : at + 2] for run in _WORDS.findall(words) for at in range(len(run) - 1))
    return {pair for pair in pairs if not _EMPTY.fullmatch(pair)}


def of_shared_words(
    reading: Reading, paragraph: Paragraph, token: Token, mean: Mean, sides: Sides
) -> Relation | None:
    """The quotient of what the sentence names by words of its own, told elsewhere, where it holds."""
    if token.unit.kind != "yuan":
        return None
    best = _alike(reading, paragraph, token)
    own = [t for t in sides.bottoms[:_MOST] if t.block is token.block]
    amounts = [
        fact for fact in best if fact.token.unit.kind != "count" and fact.token.block is not token.block
    ]
    tops = [
        *_of_publics(reading, paragraph, token, mean),
        *(one for f in amounts[:_MOST] for one in _read(f)),
    ]
    counts = [t for t in _alike_counts(best, mean) if t.block is not token.block]
    beside = [t for t in sides.tops[:_FEWEST] if t.block is token.block]
    pairs = [(top, bottom) for bottom in own for top in tops]
    pairs += [(top, bottom) for top in beside for bottom in (*counts, *sides.bottoms[:_FEWEST])]
    pairs += [(top, bottom) for top in tops[:_FEWEST] for bottom in _alike_counts(best, mean)]
    slipped = None
    for top, bottom in pairs:
        made = mean_quotient(token, top, bottom, mean)
        if _is_long(made, top) and decide(made).holds:
            return made
        if slipped is None and _has_other_unit(made):
            slipped = made
    return slipped


def _has_other_unit(made: Relation) -> bool:
    """Whether a long mean holds to its last digit in 元 where 万元 is printed, or the other way round."""
    stated = made.stated
    if printed_digits(stated.number) < _SURE_DIGITS or not stated.decimals:
        return False
    units = (unit for unit in (_BARE[0], _BARE[2]) if unit.scale != stated.unit.scale)
    return any(decide(replace(made, stated=replace(stated, unit=unit))).holds for unit in units)


def _alike_counts(best: list[Fact], mean: Mean) -> list[Token]:
    """The counts of the thing among them."""
    counts = (f.token for f in best if f.token.unit.kind == "count")
    return [t for t in counts if mean.counts(t.unit.word, t.lead[-_AROUND:] + mean.what)][:_MOST]


def _alike(reading: Reading, paragraph: Paragraph, token: Token) -> list[Fact]:
    """What shares words with the sentence of a mean, and with the one before it, most of them first."""
    score: Counter[int] = Counter()
    facts: dict[int, Fact] = {}
    named = _named_by_pair(reading)
    sentences = re.split(r"[。；;]", paragraph.text[: token.start])
    for weight, words in enumerate(sentences[-_CLAUSES:], start=_CLAUSES - len(sentences[-_CLAUSES:]) + 1):
        for pair in _pairs(words):
            for fact in named.get(pair, ())[:_COMMON]:
                score[fact.token.index] += weight
                facts[fact.token.index] = fact
    own = _pairs(sentences[-1])
    for index, fact in facts.items():
        name = _pairs(fact.row.label if fact.row is not None else fact.name)
        score[index] += _WHOLE * bool(name and name <= own)
    return [facts[i] for i in sorted(score, key=lambda i: (-score[i], abs(i - token.index)))]


def _read(fact: Fact) -> list[Token]:
    """A figure as it is, or in the units that it may be printed in."""
    if fact.token.unit is not NUMBER:
        return [fact.token]
    return [replace(fact.token, unit=unit, quantity=None) for unit in _BARE]


def _is_long(made: Relation, top: Token) -> bool:
    """Whether agreement is no accident: figures enough, or a mean that is right to the last digit."""
    if significant_digits(made.stated.number) >= _LEAST_DIGITS:
        return True
    return decide(made).computed == made.stated.value and printed_digits(top.number) >= _OF_TOP


def _of_publics(reading: Reading, paragraph: Paragraph, token: Token, mean: Mean) -> list[Token]:
    """车均运行费, 车辆均价: the cost of the three publics that the words name, of the year of the report."""
    cost = cost_of(mean.what) or cost_of("车" + mean.what) or cost_of(mean.topic)
    if not cost and mean.thing == PRICE and _BOUGHT.search(paragraph.text, max(token.start - _AROUND, 0)):
        cost = "buying"
    figures = (figure for told in tabled(reading) for figure in told)
    return [one.token for one in figures if cost and one.cost == cost and one.year == reading.year]
