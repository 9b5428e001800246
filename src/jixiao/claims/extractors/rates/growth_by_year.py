"""Growth whose amounts are told year by year: 2017年A，2018年B，2018年增长p%; or in a table of years.

In a sentence the year that grew is named before its rate (2018年增长14.0%), or several with 分别. Of a table
of years, the clause of the rate names the row (客运量较2022年增长21.0%), the words the years.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from jixiao.claims.rates.by_year import YEAR, Series, tabled_years, told_years, years_named
from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.items import shared_words
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import NUMBER
from jixiao.core.claim import Relation
from jixiao.core.digits import significant_digits

KIND = "growth"
Told = list[tuple[int, Mapping[int, Token]]]
_OF_YEAR = re.compile(
    r"^[\s，,；;、:和及]*(?:其中|而)?((?:19|20)\d\d)\s?年度?(?:比上年|较上年|同比|比上一年|较上一年|环比)?(?:又|仅|再)?"
    r"(?:增长|增加|上升|提高|下降|减少|降低|回落|增幅|降幅|增速)(?:了|为|达|到|率|幅度)*\s*$"
)
_BY_TURNS = re.compile(r"分别(?:比上年|较上年|同比|环比)?(?:增长|增加|上升|下降|减少)(?:了|为)?\s*$")
_JOINS = frozenset(("、", "和", "，", ",", "及", "与"))
_BASE_YEAR = re.compile(r"(?:较|比|与|同)((?:19|20)\d\d)\s?年")
_BEFORE = re.compile(r"较上年|比上年|同比|与上年|比去年|较去年|上一年")
_CHANGES = re.compile(r"增长|增加|上升|提高|下降|减少|降低|回落|增幅|降幅|增速|升|降")
_OTHER = re.compile(
    r"同口径|可比|剔除|扣除|不变价|名义|计划|预期|力争|目标|预算|平均|年均|累计|占比|比重|完成率|执行率"
)
_BEGINS = re.compile(
    r"(?:19|20)\d\d\s?年(?:度)?|其中|全[市县区省州旗镇乡国院局校]|我[市县区局院校]|本[年市县镇级院校]|当年|全年|年末|实现|[较比与同]$"
    r"|较上年|比上年|同比|使|的"
)
_PART_OF_YEAR = re.compile(
    r"季度|上半年|下半年|\d\s?月|当月|截至|前[一二三四五六七八九十]+个?月|同口径|可比|剔除|扣除"
)
_NOT_IT = re.compile(r"占|比重|增速|增幅|率|计划|预算|目标|平均|结构|质量")
_PAUSE = re.compile(r"[，。；;:：]|(?<!\d),|,(?!\d)")
_TOTAL = re.compile(r"(?:合计|总计|总额|本年)?(?:收入|支出)?(?:合计|总计)")
_FEWEST, _CLAUSES, _LEAST_DIGITS = 2, 3, 3
"""Years, or characters of a name, at least; clauses before a rate; digits of its amount."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per rate of growth whose two years are known by name."""
    tabled = tabled_years(reading)
    for paragraph in reading.paragraphs:
        rates = [t for t in paragraph.tokens if t.unit.kind == "percent" and t.role == "growth"]
        if not rates:
            continue
        told = [*told_years(paragraph)]
        told_of = {s.roles["growth"].index: s for s in paragraph.statements if "growth" in s.roles}
        for rate in rates:
            own = told_of.get(rate.index)
            made = _in_sentence(rate, told) or (_of_row(reading, own, rate, tabled) if tabled else None)
            if made is not None:
                yield Proposal((made,))
            elif tabled:
                yield from _of_table(reading, paragraph, rate, tabled, own)
        yield from _by_turns(paragraph, rates, told)


def _in_sentence(rate: Token, told: Told) -> Relation | None:
    """The rate of a year that is named before it, of the only run of years told before."""
    found = _OF_YEAR.search(rate.lead)
    runs = [years for sentence, years in told if sentence == rate.sentence and _before(years, rate)]
    if found is None or len(runs) != 1:
        return None
    return _of_years(rate, runs[0], int(found[1]), int(found[1]) - 1)


def _by_turns(paragraph: Paragraph, rates: list[Token], told: Told) -> Iterator[Proposal]:
    """2018年、2019年分别增长p%、q%; a rate less than there are years needs no years named."""
    for at, rate in enumerate(rates):
        if _BY_TURNS.search(rate.lead) is None:
            continue
        members = [rate]
        for later in rates[at + 1 :]:
            if paragraph.text[members[-1].end : later.start].strip() not in _JOINS:
                break
            members.append(later)
        for sentence, years in told:
            if sentence != rate.sentence or not _before(years, rate):
                continue
            named = years_named(rate.lead) or sorted(years)[1:]
            if len(named) == len(members) >= _FEWEST:
                made = [
                    _of_years(one, years, year, year - 1) for one, year in zip(members, named, strict=True)
                ]
                yield from (Proposal((one,)) for one in made if one is not None)
                break


def _before(years: Mapping[int, Token], rate: Token) -> bool:
    return all(token.end <= rate.start for token in years.values())


def _of_years(rate: Token, years: Mapping[int, Token], year: int, base: int) -> Relation | None:
    now, then = years.get(year), years.get(base)
    if now is None or then is None or now.unit.kind != then.unit.kind:
        return None
    formula = "shortfall_rate" if rate.direction < 0 and rate.number >= 0 else "base_rate"
    return relation("growth", formula, rate, [(now, "outturn"), (then, "prior")])


def _of_row(reading: Reading, own: Statement | None, rate: Token, tabled: list[Series]) -> Relation | None:
    """支出182976万元，同比增长0.88%: a row of its name has the very amount, and last year's beside it."""
    if own is None or own.amount is None or "base" in own.roles or _OTHER.search(rate.lead):
        return None
    year, amount = own.period or reading.year, own.amount
    change = own.get("change")
    since = _BEFORE.search(rate.lead if change is None else change.lead + rate.lead)
    if year is None or since is None or significant_digits(amount.number) < _LEAST_DIGITS:
        return None
    rows = [
        one.years
        for one in tabled
        if year in one.years
        and one.years[year].number == amount.number
        and one.years[year].unit.kind in (amount.unit.kind, "number")
        and (_TOTAL.fullmatch(one.name) or shared_words(one.name, own.label) >= _FEWEST)
    ]
    bases = {years[year - 1].number: years[year - 1] for years in rows if year - 1 in years}
    if len(bases) != 1:
        return None
    (base,) = bases.values()
    told = {
        year: amount,
        year - 1: base if base.unit is not NUMBER else replace(base, unit=amount.unit, quantity=None),
    }
    return _of_years(rate, told, year, year - 1)


def _of_table(
    reading: Reading, paragraph: Paragraph, rate: Token, tabled: list[Series], own: Statement | None
) -> Iterator[Proposal]:
    """By the row that its clause names, or the clause before where its own names nothing."""
    begins = paragraph.text.rfind("。", 0, rate.start) + 1
    clauses = _PAUSE.split(paragraph.text[begins : rate.start])
    if _OTHER.search(clauses[-1]) or not _CHANGES.search(clauses[-1]):
        return
    years = _years(reading, clauses)
    since = years is not None
    if years is None and reading.year is not None and not _named_years(clauses):
        years = reading.year, reading.year - 1
    named = _named(clauses, tabled) if years is not None else None
    if years is None or named is None:
        return
    series, sure = named[0], named[1] and since and not _PART_OF_YEAR.search("，".join(clauses))
    made = [one for each in series if (one := _of_years(rate, each.years, *years)) is not None]
    operands = {tuple(operand.quantity.value for operand in one.operands) for one in made}
    if len(operands) != 1:
        return
    yield Proposal((made[0],), asserted=sure)
    change, base = own.get("change") if own is not None else None, made[0].operands[1]
    if change is not None and change.unit.kind == base.quantity.unit.kind and change.end <= rate.start:
        of_change = relation("growth", "quotient", rate, [(change, "change")])
        yield Proposal((replace(of_change, operands=(*of_change.operands, base)),), asserted=False)


def _named_years(clauses: list[str]) -> list[int]:
    return [int(year) for year in YEAR.findall("，".join(clauses))]


def _years(reading: Reading, clauses: list[str]) -> tuple[int, int] | None:
    """The year that grew and that compared with: named, or last year."""
    own = clauses[-1]
    compared = _BASE_YEAR.findall(own) or _BASE_YEAR.findall("，".join(clauses[-2:]))
    words = _BASE_YEAR.sub("", "，".join(clauses))
    named = [int(year) for year in YEAR.findall(words)]
    year = named[-1] if named else reading.year
    if year is None:
        return None
    if compared:
        return (year, int(compared[-1])) if int(compared[-1]) < year else None
    before = _BEFORE.search(own) or _BEFORE.search("，".join(clauses[-2:])) or named
    return (year, year - 1) if before else None


def _named(clauses: list[str], tabled: list[Series]) -> tuple[list[Series], bool] | None:
    """The series that the nearest clause names, and whether it names it in full and nothing more."""
    for clause in clauses[: -_CLAUSES - 1 : -1]:
        if _OTHER.search(clause):
            return None
        within = [series for series in tabled if len(series.name) >= _FEWEST and series.name in clause]
        if within:
            longest = max(len(series.name) for series in within)
            found = [series for series in within if len(series.name) == longest]
            return found, _is_whole(clause, found[0].name) and len({one.name for one in found}) == 1
        words = _CHANGES.split(_BEGINS.sub("", clause))[0]
        if len(words) >= _FEWEST:
            found = [series for series in tabled if series.name.endswith(words)]
            return (found, False) if len({one.name for one in found}) == 1 else None
    return None


def _is_whole(clause: str, name: str) -> bool:
    """Whether nothing but years and the like stands before a name, and no other noun behind: 税收收入占比."""
    if _NOT_IT.match(clause, clause.rindex(name) + len(name)):
        return False
    return not re.sub(r"[\s\d.,%“”\"（(]", "", _BEGINS.sub("", clause[: clause.rindex(name)]))
