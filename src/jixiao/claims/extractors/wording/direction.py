"""Words that say above or below, more or less, against the figures told beside them.

"完成年初预算的95.2%。决算数大于预算数的主要原因是…" contradicts itself, as do "比上年减少0.05万元。支出增加
的主要原因是…" and "年初预算1.20万元，支出决算1.10万元，与预算持平". So do words of one change: "较上年
减0.05万元，增1.2%".
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.observing import Stream, stream_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.core.finding import Related
from jixiao.core.observation import Observation

KIND = "text"

_BUDGET = re.compile(
    r"(?:(?:决算|支出|收入|执行|完成)数?(?:(?P<above>大于|高于|超过|超出|超|多于)|(?P<below>小于|低于|少于))"
    r"|(?:与|和|同|等于))(?P<plan>年初|调整|全年)?预算(?:安排)?数?(?:相比)?"
    r"(?:的(?:主要)?原因|(?P<equal>持平|一致|相同|相等|无差异))?"
)
_REASON = re.compile(
    r"(?P<words>[^，。；;：:、\d\s]{0,18})(?:(?P<above>增加|增长|上升)|(?P<below>减少|下降|降低))的?(?:主要)?原因"
)
_MOVED = re.compile(
    r"[\s，,]*(?P<words>(?:(?P<above>增加|增长|增|上升|升|提高|提升|扩大)|(?P<below>减少|减|下降|降低|降|回落|缩减|压减|压缩))"
    r"(?:到了?|至|为))(?:了|约|的)*\s*$"
)
"""由A减少到B: what stands between the amount that was and the one that is."""
_EQUAL = re.compile(
    r"(?:与|和|同|较|比)(?:上年度?|去年|上一年度?|20\d\d年度?)(?:决算|预算|支出|执行)?数?(?:相比)?"
    r"(?:持平|一致|相同|相等|无变化|无增减(?:变化|变动)?|没有(?:变化|增减))"
)
_ALIKE = re.compile(r"持平|一致|相[同等]|变化|增减")
_SIDES = re.compile(r"(?:收入|支出|预算|决算|总计|总额|和|与|、|及)+$")
_ABOVE, _LEAST_SUBJECT = 2, 3
"""Lines above the reason of a change that may tell the change; characters of what it is of."""
_NEGATED = re.compile(r"(?:不|未|没有|无|非|严禁|控制|如|若)[^，。；]{0,6}$")
_OF_THE_SAME = re.compile(
    r"^(?:本年|当年|其|总体|总|财政拨款|一般公共预算)*(?:支出|收入|决算|经费|费用|数|额|度|比|较|与|同|上年|去年|相|年|同比|20\d\d)*$"
)
_PAUSES = re.compile(r"[\s，,、；;：:（）()]|其中|基本|总体|整体|均|都|且|并|但|预算")
_BETWEEN = 12
"""Characters between two amounts of which one became the other, and the words for it."""
_WITH_IT = re.compile(
    r"[\s，,、(]*(?:同比)?(?:增加|增长|上升|增|减少|下降|降低|降|减)(?:幅度?|率)?(?:了|为|达)?\s*"
)
"""Nothing but the word of change between an amount of change and its rate: they are of one thing."""
_PRIOR = re.compile(r"上年|去年|同比|上一年|(?:比|较|与)\s?20\d\d")


def extract(reading: Reading) -> Iterator[Observation]:
    """A fault for each comparison in words that the figures before it refute."""
    stream: Stream | None = None
    for position, paragraph in enumerate(reading.paragraphs):
        if not paragraph.statements:
            refuted = _told_above(reading.paragraphs, position)
            if refuted is not None:
                (start, end), change = refuted
                stream = stream or stream_of(reading)
                base, told = stream.starts[position], change.build()
                related = (Related(told.text, told.place),)
                yield stream.observe((base + start, base + end), "direction", proven=True, related=related)
            continue
        for start, end, token, proven in (*_refuted(paragraph), *_both_ways(paragraph)):
            stream = stream or stream_of(reading)
            base = stream.starts[position]
            yield stream.observe(
                (base + start, base + end),
                "direction",
                proven=proven,
                related=(stream.related(base + token.start, base + token.end),),
            )


def _refuted(paragraph: Paragraph) -> Iterator[tuple[int, int, Token, bool]]:
    """Where words stand that figures refute, with the figure that does, and whether it proves it."""
    for cue, pattern, judge in (
        ("预算", _BUDGET, _against_budget),
        ("原因", _REASON, _against_reason),
        ("", _EQUAL, _against_equal),
    ):
        if cue not in paragraph.text or not (cue or _ALIKE.search(paragraph.text)):
            continue  # most paragraphs say nothing of the kind: the patterns are slow to find that out
        for found in pattern.finditer(paragraph.text):
            if _NEGATED.search(paragraph.text, max(0, found.start() - 8), found.start()):
                continue
            told = [s for s in paragraph.statements if _first(s) < found.start()]
            token = judge(found, told, paragraph.text)
            if token is not None:
                yield (
                    found.start(),
                    found.end(),
                    token,
                    token.number != HUNDRED or _is_beside(paragraph, found, token),
                )
    yield from _moved(paragraph)


def _told_above(paragraphs: Sequence[Paragraph], position: int) -> tuple[tuple[int, int], Token] | None:
    """A line that gives the reason of a rise, where those above tell but falls of its subject."""
    found = _REASON.match(paragraphs[position].text)
    subject = _SIDES.sub("", found["words"]) if found is not None else ""
    if found is None or len(subject) < _LEAST_SUBJECT:
        return None
    changes = [
        token
        for paragraph in paragraphs[max(position - _ABOVE, 0) : position]
        for statement in paragraph.statements
        if subject in statement.label
        for token in _changes(statement)
        if _PRIOR.search(paragraph.text, max(0, token.start - 40), token.start)
    ]
    claimed = 1 if found["above"] else -1
    return (found.span(), changes[0]) if {token.direction for token in changes} == {-claimed} else None


def _moved(paragraph: Paragraph) -> Iterator[tuple[int, int, Token, bool]]:
    """由上年的A减少到B, where B is more: the words with B, and A that refutes them."""
    for statement in paragraph.statements:
        was, now = statement.roles.get("base"), statement.main
        if was is None or now is None or was.approximate or now.approximate:
            continue
        if was.unit.kind != now.unit.kind or not 0 < now.start - was.end <= _BETWEEN:
            continue
        found = _MOVED.match(paragraph.text[was.end : now.start])
        if found is None:
            continue
        gaps = (now.build().value - was.build().value, now.number - was.number)
        if all(gap < 0 if found["above"] else gap > 0 for gap in gaps):  # else a unit is wrong, not the words
            yield was.end + found.start("words"), now.end, was, True


def _both_ways(paragraph: Paragraph) -> Iterator[tuple[int, int, Token, bool]]:
    """较上年减0.05万元，增1.2%: an amount of change and its rate go opposite ways.

    Where the amount itself is told the rate is computed, and fails there.
    """
    for statement in paragraph.statements:
        change, growth = statement.roles.get("change"), statement.roles.get("growth")
        if change is None or growth is None or statement.amount is not None:
            continue
        words = paragraph.text[change.end : growth.start]
        if (
            min(change.number, growth.number) > 0
            and change.direction * growth.direction < 0
            and _WITH_IT.fullmatch(words)
        ):
            yield change.end + len(words) - len(words.lstrip("，,、( ")), growth.end, change, True


def _first(statement: Statement) -> int:
    return min(token.start for token in statement.roles.values())


def _against_budget(found: re.Match[str], told: Sequence[Statement], text: str) -> Token | None:
    """The rate or the plan that refutes 大于, 小于 or 等于预算."""
    if found["above"] is found["below"] is found["equal"]:
        return None
    own = next((s for s in reversed(told) if s.main is not None or "rate" in s.roles), None)
    if own is None or _sentences_between(text, own, found.start()) > 1:
        return None
    if found["equal"] and _names_another(text, own, found.start()):
        return None
    claimed = 1 if found["above"] else -1 if found["below"] else 0
    main, plan, rate = own.main, own.get("plan"), own.get("rate")
    if found["plan"] == "年初" and "plan" in own.roles and "initial" in own.roles:
        plan = own.roles["initial"]
    elif found["plan"] in ("调整", "全年") and "plan" not in own.roles:
        plan = None
    if main is not None and plan is not None and main.unit.kind == plan.unit.kind == "yuan":
        gap = main.build().value - plan.build().value
        sign = (gap > 0) - (gap < 0)
        return plan if sign != claimed and _is_sure(rate, sign) else None
    if rate is None or "预算" not in rate.lead or rate.approximate:
        return None
    if "年初" in rate.lead and found["plan"] in ("调整", "全年"):
        return None
    if not rate.number and main is not None and main.number:
        return None  # 0 % of what was spent: nothing was planned, or the rate is wrong, not the words
    sign = (rate.number > HUNDRED) - (rate.number < HUNDRED)
    return rate if sign != claimed and (sign or not found["equal"]) else None


def _is_beside(paragraph: Paragraph, found: re.Match[str], rate: Token) -> bool:
    """Whether the difference is told after the words (大于预算数55.93万元), and is no mere tail of 100 %."""
    gap = next((t for t in paragraph.tokens if 0 <= t.start - found.end() <= 1), None)
    own = next((s for s in paragraph.statements if s.roles.get("rate") is rate and s.main is not None), None)
    if gap is None or own is None or own.main is None or gap.unit.kind != own.main.unit.kind:
        return False
    return gap.build().value * 2 * HUNDRED > own.main.build().value * Decimal(1).scaleb(-rate.decimals)


def _is_sure(rate: Token | None, sign: int) -> bool:
    """Whether the rate told of the same thing speaks not for the words: else a figure is wrong."""
    return rate is None or (rate.number > HUNDRED) - (rate.number < HUNDRED) in (sign, 0)


def _against_reason(found: re.Match[str], told: Sequence[Statement], text: str) -> Token | None:
    """The change that refutes 增加的主要原因, where all changes told before go the other way."""
    own = next((s for s in reversed(told) if s.main is not None or _changes(s)), None)
    if own is None or not _changes(own) or _sentences_between(text, own, found.start()) > 1:
        return None
    words = found["words"]
    if not (_OF_THE_SAME.match(words) or (own.label and words.startswith(own.label))):
        return None
    changes = _changes(own)
    if any(not _PRIOR.search(text[max(0, token.start - 40) : token.start]) for token in changes[:1]):
        return None
    directions = {token.direction for s in told for token in _changes(s)}
    claimed = 1 if found["above"] else -1
    return changes[0] if directions == {-claimed} else None


def _against_equal(found: re.Match[str], told: Sequence[Statement], text: str) -> Token | None:
    """The change or the base that refutes 与上年持平 in the same sentence."""
    own = told[-1] if told else None
    if own is None or _sentences_between(text, own, found.start()):
        return None
    if _names_another(text, own, found.start()):
        return None
    changes = [token for token in _changes(own) if token.number]
    return changes[0] if changes else None


def _names_another(text: str, statement: Statement, end: int) -> bool:
    """A减少c万元，B与上年持平: whether the words behind the last figure name another thing."""
    last = max(token.end for token in statement.roles.values() if token.start < end)
    subject = _PAUSES.sub("", text[last:end])
    return _OF_THE_SAME.match(subject) is None and (not statement.label or subject != statement.label)


def _changes(statement: Statement) -> list[Token]:
    found = map(partial(statement.roles.get), ("change", "growth"))
    return [token for token in found if token is not None and token.direction and token.number > 0]


def _sentences_between(text: str, statement: Statement, end: int) -> int:
    last = max((token.end for token in statement.roles.values() if token.start < end), default=0)
    return text.count("。", last, end)
