"""What a mean divides: the amount that its words name, else that told just before, or of the same topic."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator

from jixiao.claims.rates.mean_counts import counts_told
from jixiao.claims.rates.mean_sides import Sides, distinct, is_about, is_within
from jixiao.claims.rates.per_unit import Mean
from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.facts import facts_of
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.lookup import is_generic
from jixiao.claims.reading.once import once
from jixiao.claims.reading.tokens import Token

_NO_DIVIDEND = {"change", "base", "saved", "excess", "gained", "whole", "growth"}
_WEIGHED = {"吨", "公斤", "千克", "斤"}
_PEOPLE = {"人", "名", "位", "人次"}
_ENDS = re.compile(r"(?:支出|收入|经费|费用|资金|费|开支|总?额|成本|投入)+$")
_VAGUE = re.compile(
    r"(?:财政|实际|全年|本年|当年|年)?(?:支出|经费|费用|资金|开支|金额|总额|成本|投入|投资|补助|救助|资助|到位|使用|获得|发放|享受|补贴|造价|运费)?(?:额|资金|金额)?"
)
_RUNNING = re.compile(r"运维|运行(?!维护)")
_EMPTY = {"其中", "共计", "全年", "支出", "实际"}
"""Words that say nothing of a topic."""
_REACH_BACK = 12
_FEW = 3
_TOPIC = 2
_FEN = 2
_TWO = 2
"""A part and its whole."""


def find_tops(
    reading: Reading, paragraph: Paragraph, token: Token, mean: Mean, means: Container[int], sides: Sides
) -> None:
    """What may be divided, best first, once the divisors are known."""
    may_be = [t for t in paragraph.tokens if t.index not in means and _may_divide(t, token)]
    before = [t for t in may_be if t.start < token.start][::-1]
    own = [t for t in before if t.sentence == token.sentence]
    bare = not mean.topic and _VAGUE.fullmatch(mean.what) is not None
    labels = {id(t): s.label for s in paragraph.statements for t in s.roles.values()}
    names = [name for name in (mean.what, mean.topic) if name and not _VAGUE.fullmatch(name)]
    named = [t for t in before if any(_is_named(name, labels.get(id(t), "")) for name in names)]
    if not named:
        named = [t for t in before if any(is_about(t, name) for name in names)]
    if not named:  # 固定治超站运行612万元 …… 每个固定站年均运行经费
        shorts = [short for name in names if len(short := _ENDS.sub("", name)) > _FEW]
        named = [t for t in before if any(is_within(short, labels.get(id(t), "")) for short in shorts)]
    if token.unit.kind == "count":
        _find_counted(reading, token, mean, before, sides)
        return
    if mean.topic:
        about = [t for t in before if is_about(t, mean.topic)]
        sides.sure_top = len(distinct(about)) == 1
        called = [t for name, t in amounts_called(reading) if is_within(mean.topic, name)]
        about = about or [t for t in called if t is not token and t.index not in means]
        sides.tops = [*about[:_FEW], *named[:2], *before[:2], *([] if own else _behind(may_be, token)[:1])]
        return
    elsewhere = [*_told_elsewhere(reading, mean, token)] if mean.what else []
    if not bare and mean.what:
        sides.tops = [*named[:2], *elsewhere[:2], *([] if named else own[:1])]
        sides.sure_top = bool(named) and len(distinct(named)) == 1
        return
    topic = _of_topic(before, labels, sides)
    general = [
        t
        for t in before
        if mean.what and is_generic(labels.get(id(t), "")) and mean.what in labels.get(id(t), "")
    ]
    behind = [] if own else _behind(may_be, token)
    sides.tops = [
        *general[:1],
        *own[:2],
        *behind[:1],
        *topic[:1],
        *([] if own else before[:2]),
        *elsewhere[:1],
        *before[-1:],
    ]
    sides.sure_top = (not general and len(distinct(own)) == 1) or (not own and len(distinct(topic)) == 1)


def _behind(told: list[Token], token: Token) -> list[Token]:
    """Amounts told behind the mean that they follow from: 人均补助9600元，聘用8215名，发放补助7886.4万元."""
    return [t for t in told if t.start > token.end and t.sentence == token.sentence]


def _find_counted(reading: Reading, token: Token, mean: Mean, before: list[Token], sides: Sides) -> None:
    """What is divided where the mean counts things itself: 户均3.4人, 平均每人服务2188人."""
    bottoms = {t.value for t in sides.bottoms}
    if token.unit.word == "个" and mean.thing == "个" and mean.what and (two := _two_counts(token, before)):
        sides.bottoms, sides.tops = [two[0]], [two[1]]  # 1489个项目共设置指标24860个，平均每个项目16.7个
        return
    own_unit = any(t.unit.word == mean.thing != token.unit.word for t in sides.bottoms)
    if not own_unit and mean.counts(token.unit.word, mean.what):
        # people for each of other people: what they do names them
        told = counts_told(reading).get(token.unit.word, []) if mean.what else []
        sides.tops = [t for t in told if mean.what in t.lead[-_REACH_BACK:]][:_FEW]
        tops = {t.value for t in sides.tops}
        sides.bottoms = [t for t in sides.bottoms if t.value not in tops]
        return
    before = [t for t in before if t.value not in bottoms and t.unit.scale * t.number > token.number]
    own = [t for t in before if t.sentence == token.sentence]
    sides.tops = [*own, *(t for t in before if t not in own)][:_FEW]
    sides.sure_top = len(distinct(own)) == 1
    if not sides.tops:
        told = [t for t in counts_told(reading).get(token.unit.word, []) if t is not token]
        sides.tops = told[:1] if len({t.value for t in told}) == 1 else []


def _two_counts(token: Token, before: list[Token]) -> tuple[Token, Token] | None:
    """The only two counts of its sentence before a mean: of the things, and of what they have."""
    told = [t for t in before if t.sentence == token.sentence][::-1]
    return (told[0], told[1]) if len(told) == _TWO and told[0].number < told[1].number else None


def _may_divide(other: Token, token: Token) -> bool:
    if other is token or not other.number or other.role in _NO_DIVIDEND:
        return False
    if token.unit.kind == "yuan" or is_bare_money(token):
        return other.unit.kind == "yuan" or is_bare_money(other)
    weighed = {other.unit.word, token.unit.word} <= _WEIGHED
    alike = other.unit.word == token.unit.word or {other.unit.word, token.unit.word} <= _PEOPLE
    return other.unit.kind == "count" and (alike or weighed)


def is_bare_money(token: Token) -> bool:
    """Whether a figure is an amount whose unit is told above: 168,320.00."""
    return token.unit.kind == "number" and token.grouped and token.decimals == _FEN


def _of_topic(before: list[Token], labels: dict[int, str], sides: Sides) -> list[Token]:
    """公务用车运行维护费A，公务接待费B。…公务用车5辆，每辆平均: what shares a word with the count."""
    if not sides.bottoms:
        return []
    words = re.sub(r"[^\u4e00-\u9fff]", "", re.split(r"[，,。；;、(]", sides.bottoms[0].lead)[-1])
    pairs = {words[at : at + _TOPIC] for at in range(len(words) - 1)} - _EMPTY
    return [t for t in before if any(pair in labels.get(id(t), "") for pair in pairs)]


def _is_named(what: str, label: str) -> bool:
    """Whether a label is what the words of the mean name: 运行费 is 公务用车运行维护费."""
    own, other = _short(what), _short(label)
    if not own or not other:
        return False
    return (
        other.endswith(own)
        or (len(own) >= _TOPIC and other.startswith(own))
        or (len(other) > _FEW and own.endswith(other))
    )


def _short(name: str) -> str:
    return _ENDS.sub("", _RUNNING.sub("运行维护", key_of(name)))


@once
def amounts_named(reading: Reading) -> dict[str, list[Token]]:
    """Amounts by the short ends of their names, rows of tables among them."""
    found: dict[str, list[Token]] = defaultdict(list)
    for fact in facts_of(reading):
        if fact.token.unit.kind == "yuan" and fact.role == "main" and fact.token.number:
            found[_short(fact.row.label if fact.row is not None else fact.name)].append(fact.token)
            if is_generic(fact.name):
                found[fact.name[-2:]].append(fact.token)
    return found


@once
def amounts_called(reading: Reading) -> list[tuple[str, Token]]:
    """The amounts of the text with their names, in order."""
    return [
        (s.label, s.main)
        for s in reading.statements
        if s.main is not None and s.label and s.main.unit.kind == "yuan" and s.main.number
    ]


def _told_elsewhere(reading: Reading, mean: Mean, token: Token) -> Iterator[Token]:
    """Amounts of the name told in other paragraphs or in a table, the nearest before it first."""
    short = _short(mean.what)
    named = amounts_named(reading)
    names = [short[at:] for at in range(max(len(short) - _FEW, 1))] if short else [mean.what[-_TOPIC:]]
    told = next((named[name] for name in names if name in named), [])
    for other in sorted(told, key=lambda t: (t.index > token.index, abs(t.index - token.index))):
        if other.block is not token.block:
            yield other
