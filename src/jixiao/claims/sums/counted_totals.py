"""Totals that say of how many amounts they are: 甲A，乙B，两项合计C; 甲收入A、支出B；乙收入C。两项收入合计E.

The words tell the number of parts, and perhaps which measure of each is added. They are the amounts right
before them in the sentence, or those of that measure in the paragraph, where these are just as many.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.naming import names_of
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.frozen import frozen

_NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_TOTAL = re.compile(
    r"^(?:以上|上述|这|其)?(?P<number>[两二三四五六七八九十])(?P<of>[项者类块个只家笔])[\u4e00-\u9fff]{0,6}?"
    r"(?P<measure>收入|支出|结余|预算|资金|投资|金额)?(?:之和|一共|累计)?(?:合计|共计|总计|相加|加总|汇总|合共)"
    r"(?P<behind>收入|支出|结余|安排|资金|投资|金额)?[\u4e00-\u9fff]{0,3}?(?:为|是|达|:)?$"
)
_MEASURES = ("收入", "支出", "结余", "预算")
_NEXT_TOTAL = re.compile(r"^(?P<measure>收入|支出|结余|预算)(?:合计|共计|总计|总额)(?:为|是|达|:)?$")
"""三个项目预算合计A、支出合计B: the next measure of the same ones."""
_OTHER = re.compile(r"其中|比|较|上年|去年|同期|增[加长收支]|减[少收支]|占|合计|共计|总计|完成年?初?预算")
_IS = re.compile(r"(?:为|是|达到?|共|计|约|:|金额|资金|总额|额|数)+$")


@frozen
class _Total:
    """A total, the number of its parts, and the measure of each that it adds, "" for none."""

    token: Token
    number: int
    measure: str


def of_counted_totals(reading: Reading) -> Iterator[Proposal]:
    """A sum for every total that tells how many parts it has, where just as many amounts can be meant."""
    for paragraph in reading.paragraphs:
        if len(paragraph.tokens) > 2 and re.search(r"[合共总]计|相加|加总|汇总", paragraph.text):
            names = names_of(paragraph)
            last: _Total | None = None
            for at, name in enumerate(names):
                total = _total(paragraph.tokens[at], name) or _next(paragraph.tokens[at], name, last)
                last = total
                if total is not None and (parts := _parts(paragraph, names, at, total)):
                    made = relation(
                        "sum", "sum", total.token, [(part, "part") for part in parts], role="total"
                    )
                    yield Proposal((made,))


def _total(token: Token, name: str) -> _Total | None:
    found = _TOTAL.match(name)
    if found is None or token.unit.kind != "yuan" or token.approximate or not token.number:
        return None
    told = found["measure"] or found["behind"] or ""
    return _Total(token, _NUMBERS[found["number"]], told if told in _MEASURES else "")


def _next(token: Token, name: str, last: _Total | None) -> _Total | None:
    """The total of the next measure, right behind one that tells how many parts it has."""
    found = _NEXT_TOTAL.match(name) if last is not None and last.measure else None
    if last is None or found is None or token.sentence != last.token.sentence or token.unit.kind != "yuan":
        return None
    return _Total(token, last.number, found["measure"]) if token.number and not token.approximate else None


def _parts(paragraph: Paragraph, names: Sequence[str], at: int, total: _Total) -> list[Token]:
    """Those amounts; [] where their number is another."""
    before = list(zip(paragraph.tokens[:at], names[:at], strict=True))
    money = [(token, name) for token, name in before if token.unit.kind == "yuan"]
    if total.measure:
        money = [told for told in money if _IS.sub("", told[1]).endswith(total.measure)]
    else:
        money = [told for told in money if told[0].sentence == total.token.sentence]
    plain = not any(_OTHER.search(name) or token.approximate or token.depth for token, name in money)
    return [token for token, _ in money] if plain and len(money) == total.number else []
