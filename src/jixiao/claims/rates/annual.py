"""Average annual growth: from two amounts or from the growth of all years, and the years between.

由2018年的80亿元增加到2023年的100亿元，年均增长4.56%: (100 ÷ 80)^(1/5) − 1.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

_YEAR = re.compile(r"((?:19|20)\d\d)\s?年")
_RANGE = re.compile(r"((?:19|20)\d\d)\s?年?\s?(?:至|到|-|—|－|~)\s?((?:19|20)\d\d)\s?年")
"""2015年至2020年，收入从A提高到B: the years stand before the amounts."""
_OTHER_BASIS = re.compile(r"同口径|可比|剔除|扣除|不变价|名义|计划|预期|力争|目标")
_FIVE = re.compile(r"[五5]年(?:[来间内]|(?=年均|平均))|“?十[一二三四五]五”?(?:期间|时期|以来)")
_NAMELESS = re.compile(
    r"(?:与|到|至|在)?(?:起点|终点|期初|期末|基期|末期)?(?:[二三四五六七八九十\d]+年)?(?:前)?(?:同期数?)?(?:(?:19|20)\d\d年?(?:度|末|底)?)?(?:则|已|就)?"
    r"(?:增|提高|升|降|减|上升|扩大|攀升|发展|壮大|提升|跃升|增长|增加|回落|下滑|下降|减少|压缩|缩减|收缩)?"
    r"(?:至|到|达|为|是)*(?:(?:19|20)\d\d年?(?:度|末|底)?)?$"
)
"""到2023年增至, 终点2023年: when, and which way, but nothing that an amount is of."""
_PLAN_YEARS = 5
_PAIR = 2
_AMOUNTS = ("main", "base", "plan")
_FEWEST, _MOST = 2, 30
"""Years that an average may span."""


def of_annual(reading: Reading) -> Iterator[Proposal]:
    """One proposal per average rate; asserted where both years are named."""
    for paragraph in reading.paragraphs:
        for position, statement in enumerate(paragraph.statements):
            rate = statement.roles.get("annual")
            if rate is None or rate.unit.kind != "percent" or _OTHER_BASIS.search(rate.lead):
                continue
            told = (_of_statement(reading, paragraph, rate, s) for s in _beside(paragraph, position))
            found = next((made for made in told if made is not None), None)
            found = found or _of_two_years(paragraph, rate)
            if found is not None:
                yield found


def _beside(paragraph: Paragraph, position: int) -> Iterator[Statement]:
    """Its own statement; where that has no other figures, the one after it and the one before."""
    own = paragraph.statements[position]
    yield own
    for at in (position + 1, position - 1):
        if 0 <= at < len(paragraph.statements):
            other = paragraph.statements[at]
            if other.sentence == own.sentence and "annual" not in other.roles:
                yield other


def _of_two_years(paragraph: Paragraph, rate: Token) -> Proposal | None:
    """2018年收入为A，到2023年增至B，年均增长p%: the only two amounts of the sentence, each with its year."""
    amounts = [t for t in paragraph.tokens if t.sentence == rate.sentence and t.unit.kind == "yuan"]
    if len(amounts) != _PAIR or len({token.unit.name for token in amounts}) > 1:
        return None
    told = sorted(
        (year, amount.start, amount) for amount in amounts if (year := _year(amount.lead)) is not None
    )
    if len(told) != _PAIR or any(amount.role not in _AMOUNTS for _, _, amount in told):
        return None
    (first, _, then), (last, _, now) = told
    ends = {then.index, now.index}
    things = [s for s in paragraph.statements if ends & {token.index for token in s.roles.values()}]
    names = {s.key for s in things if not _NAMELESS.match(s.label)}
    if len(names - {""}) > 1:
        return None  # 2012年一般公共预算收入A，2017年政府性基金收入B: of two things
    if not _FEWEST <= last - first <= _MOST:
        return None
    made = relation("growth", "annual_from_amounts", rate, [(now, "outturn"), (then, "prior")])
    return Proposal((replace(made, constants=(Decimal(last - first),)),))


def _of_statement(
    reading: Reading, paragraph: Paragraph, rate: Token, statement: Statement
) -> Proposal | None:
    for then, now, made in _readings(rate, statement):
        first = _year(then.lead)
        last = _year(now.lead) if now is not None else None
        begin, end = _range(paragraph, rate) if then.role == "base" else (None, None)
        if begin is not None and first in (None, end):
            first, last = begin, end
        last = last or _last_year(paragraph, rate, first) or statement.period or reading.year
        named = first is not None and last is not None and _FEWEST <= last - first <= _MOST
        years = last - first if named and first is not None and last is not None else _told_years(paragraph)
        if years is not None:
            return Proposal((replace(made, constants=(Decimal(years),)),), asserted=named)
    return None


def _readings(rate: Token, statement: Statement) -> Iterator[tuple[Token, Token | None, Relation]]:
    """The figure whose words tell the first year, that whose words tell the last, and the relation."""
    main, base, growth = statement.get("main"), statement.get("base"), statement.get("growth")
    if base is None and (plan := statement.roles.get("plan")) is not None and _year(plan.lead) is not None:
        base = plan  # 收入100亿元，是2018年80亿元的125%
    if main is not None and base is not None and main.unit.name == base.unit.name:
        made = relation("growth", "annual_from_amounts", rate, [(main, "outturn"), (base, "prior")])
        yield base, main, made
    elif growth is not None and growth.unit.kind == "percent" and growth.direction >= 0:
        yield growth, main, relation("growth", "annual_rate", rate, [(growth, "growth")])


def _year(lead: str) -> int | None:
    found = _YEAR.findall(lead)
    return int(found[-1]) if found else None


def _sentence(paragraph: Paragraph, rate: Token) -> str:
    tokens = [token for token in paragraph.tokens if token.sentence == rate.sentence]
    return paragraph.text[tokens[0].start - len(tokens[0].lead) : tokens[-1].end]


def _range(paragraph: Paragraph, rate: Token) -> tuple[int | None, int | None]:
    """The only range of years that the sentence names."""
    told = _RANGE.findall(_sentence(paragraph, rate))
    return (int(told[0][0]), int(told[0][1])) if len(told) == 1 else (None, None)


def _last_year(paragraph: Paragraph, rate: Token, first: int | None) -> int | None:
    """The latest year named in the sentence, when it follows the first."""
    text = _sentence(paragraph, rate)
    years = [int(year) for year in _YEAR.findall(text)]
    return max(years) if years and first is not None and max(years) > first else None


def _told_years(paragraph: Paragraph) -> int | None:
    return _PLAN_YEARS if _FIVE.search(paragraph.text) else None
