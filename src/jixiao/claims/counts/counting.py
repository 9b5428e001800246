"""Counts that add up in one sentence: 项目14个：上年结转10个、年初预算4个; 优8个，良5个，合计13个."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from jixiao.claims.counts.bands import leave_none_out
from jixiao.claims.counts.states import exhaust, meet, names_grade
from jixiao.claims.reading.document import Paragraph
from jixiao.claims.reading.tokens import Token
from jixiao.core.digits import printed_digits
from jixiao.core.slips import one_slip_apart

_WORDS = r"[^，,。;:、\d()]"
_OPENS = re.compile(
    rf"^{_WORDS}{{0,8}}[中里内](?![心学央])[，,]?(?:其中)?{_WORDS}{{0,14}}\(?$"
    r"|^[^。]{0,16}?(?::|其中[:，,]?|\(|分别(?:为|是)|包括|分为|由|含)[^，。;:]{0,14}$"
    rf"|^{_WORDS}{{0,8}}。(?:其中[:，,]?|按{_WORDS}{{1,8}}[，,:])?{_WORDS}{{1,14}}$"
    r"|^[，,;](?:其中)?[^，,。;:、\d]{1,14}$"
    rf"|^[，,;。]\s?[按分从]{_WORDS}{{1,8}}[分看][，,:]{_WORDS}{{1,14}}$"
    r"|^[^。;:\d]{0,12}[，,]\s?其中[^。;:，,\d]{2,30}(?:分别|依次)(?:为|是|有)$"
)
_REMARK = (
    r"(?:[、，,(](?:占|金额|资金|涉及|预算|投资)[^，,。;:、\d]{0,8}\d[\d,.]*\s?(?:[%％]|万元|亿元|元)\)?)?"
)
"""A share or an amount told of a part: 上年结转3个、占25%，年初预算5个."""
_PART = re.compile(
    rf"^{_WORDS}{{0,8}}{_REMARK}[、，,;和及]\s?{_WORDS}{{0,16}}$|^\)[、，,;和及]\s?{_WORDS}{{0,16}}\($"
)
_PROMISES = re.compile(rf"其中|:|\(|分别|包括|分为|^{_WORDS}{{0,8}}[中里内](?![心学央])|(?:^|[，,])(?:由|含)")
"""What tells that parts follow; more of them than the whole has are wrong even in a list that is open."""
_COMPARED = re.compile(r"(?:较|比|与)(?:上年|去年|上一年|年初|上期|同期|前年|(?:19|20)\d\d年)|同比")
"""事业单位3家，较上年减少1家: a change, and no further part."""
_OVERLAP = re.compile(r"其中|同时|兼|均|又|重复|交叉|含|包括")
_SURE = re.compile(r":|分别|包括|由|即|分为")
_OPEN_LIST = re.compile(r"等|主要|其余|部分|另")
_GRADES = (
    "优(?![质先化惠势抚待])",
    "良(?![种田])",
    "(?<!其)中(?![心学央小型介期医层标药])|一般|(?<!不)合格",
    "差(?![异旅额])|不合格",
)
"""The grades of an evaluation: parts with a grade each leave none out."""
_BEFORE = re.compile(r"[，,、;:。()]|其中|\d")
_BEHIND = re.compile(r"[，,、;:。()\d]")
"""Where the words of a count's own clause begin and end."""
_CLAUSE_END = re.compile(r"[，,、;:。]")
_BAND = re.compile(
    r"\d{2,3}\s?分?(?:\(不?含\))?\s?(?:[-—~至到]+\s?\d{2,3}\s?分(?:\(不?含\))?|分?(?:\(不?含\)|及)?以[上下](?:\(不?含\))?)"
)
"""80分（含）-90分: what a count is of, no figure of its own."""
_BATCHES = re.compile(r"(?:第一|首)批")
_LONG = 4
"""Digits of a number that one slip hardly makes of another by accident."""
_FEWEST = 3
_SLIP = 2
_PAIR_SLIP = 1
_SUMMED = re.compile(r"(?:共|共计|合计|总计|总数|全部|总共|(?<![统会审设估预])计(?!划))\S{0,3}$")
_ADDED_UP = re.compile(
    r"^[，,;。]\s?[^，,。;:、\d]{0,8}(?:加总|合计|共计|总计|总数|共|(?<![统会审设估预])计)(?:为|是|有|:)?\s?$"
)
_SOME = re.compile(r"前[两二三四五六七八九\d]\s?[项者类级个种家年]")
"""前两项合计: a total of the first only."""
_TOTAL = re.compile(r"(?:合计|共计|总计|总共|总数|共|(?<![统会审设估预])计)\s?$")


def added_counts(paragraph: Paragraph) -> Iterator[tuple[Token, list[Token], bool]]:
    """A total with its parts, and whether the list is surely all of it."""
    by_unit: dict[str, list[Token]] = {}
    for token in paragraph.tokens:
        if token.unit.kind == "count" and not token.approximate:
            by_unit.setdefault(token.unit.word, []).append(token)
    for tokens in by_unit.values():
        if len(tokens) > 2:
            text = _BAND.sub(lambda found: "分" * len(found.group()), paragraph.text)
            yield from _of_unit(text, tokens, paragraph.text)
            yield from _by_state(text, tokens)


def _of_unit(text: str, tokens: list[Token], printed: str) -> Iterator[tuple[Token, list[Token], bool]]:
    for position, total in enumerate(tokens[:-2]):
        run = _run(text, total, tokens[position + 1 :])
        if len(run) >= 2:
            if _sum(run) == total.number:
                yield total, run, True
            else:
                yield total, run, _is_all(text, total, run) or _covers(printed, total, run)
            continue
        heads = _heads(text, total, tokens[position + 1 :])
        if len(heads) >= 2 and _sum(heads) == total.number:
            yield total, heads, True
    for position in range(2, len(tokens)):
        total = tokens[position]
        words = text[tokens[position - 1].end : total.start]
        if not _TOTAL.search(words) or _SOME.search(words):
            continue
        run = []
        for token in reversed(tokens[:position]):
            between = text[token.end : (run[-1] if run else total).start]
            if not _PART.match(between) and not (
                not run
                and re.match(rf"^{_WORDS}{{0,8}}\)?[，,;]?\s?(?:合计|共计|总计|总共|总数|共|计)\s?$", between)
            ):
                break
            run.append(token)
            if len(run) >= 2 and _sum(run) == total.number:
                yield total, run[::-1], True
                break
        if len(run) >= 2 and _sum(run) != total.number:
            gap = abs(_sum(run) - total.number)
            graded = _by_grade([_label(text, token) for token in run])
            if graded or (len(run) >= _FEWEST and _is_closed(text, run[-1], total)):
                sure = graded and len(run) >= _FEWEST
                yield total, run[::-1], sure or gap <= _SLIP or gap * 10 <= total.number


def _is_closed(text: str, first: Token, total: Token) -> bool:
    """Whether a list before its total begins its sentence and tells that the total is of all of it."""
    lead = re.split(r"[。;:]", text[: first.start])[-1]
    summed = _TOTAL.search(text[: total.start]) is not None
    return (
        summed
        and ("分别" in lead or not re.search(r"[，,、]|\d", lead))
        and not _OPEN_LIST.search(text[first.start : total.start])
    )


def _by_state(text: str, tokens: list[Token]) -> Iterator[tuple[Token, list[Token], bool]]:
    """问题25条，涉及金额30万元，已整改22条，未整改3条: states that leave nothing out make the total."""
    for position, total in enumerate(tokens[:-2]):
        sentence = re.search(r"。", text[total.end :])
        stop = total.end + sentence.start() if sentence is not None else len(text)
        yield from _closed_by(text, tokens[position : position + _FEWEST + 1])
        following = [t for t in tokens[position + 1 : position + 4] if t.end <= stop]
        own = names_grade(_label(text, total))  # 良3个；合格2个；不合格1个: a grade is no total of others
        for size in () if own else (3, 2):
            run = following[:size]
            if len(run) < size:
                continue
            if exhaust([_label(text, token) for token in run]) or (size == 2 and _meet(text, total, *run)):
                gap = abs(_sum(run) - total.number)
                yield total, run, gap <= 3 or gap * 5 <= total.number or _follows(text, total, run)
                break


def _closed_by(text: str, tokens: list[Token]) -> Iterator[tuple[Token, list[Token], bool]]:
    """结转5个，年初1个，追加5个，项目数加总为11个: states that leave nothing out, then how many there are."""
    if len(tokens) <= _FEWEST:
        return
    *run, total = tokens
    told = _ADDED_UP.match(text[run[-1].end : total.start]) is not None
    if told and exhaust([_label(text, token) for token in run]):
        yield total, run, all(_PART.match(text[a.end : b.start]) for a, b in pairwise(run))


def _follows(text: str, total: Token, run: list[Token]) -> bool:
    """Whether nothing but the words of a list stands between a total and its parts."""
    opened = _OPENS.match(text[total.end : run[0].start]) is not None
    return opened and all(_PART.match(text[a.end : b.start]) for a, b in pairwise(run))


def _meet(text: str, total: Token, first: Token, second: Token) -> bool:
    """Whether two counts are of what lies above and below one bound: 其中5千万元以上67个；5千万元以下74个."""
    if max(first.number, second.number) >= total.number:
        return False
    before = text[total.end : first.start], text[first.end : second.start]
    own = [_CLAUSE_END.split(words)[-1] for words in before]
    return meet(*own)


def _label(text: str, token: Token) -> str:
    """The words of a count's own clause: 已整改22条, 19项达标."""
    before = _BEFORE.split(text[max(0, token.start - 16) : token.start])[-1]
    return before + _BEHIND.split(text[token.end : token.end + 10])[0]


def _run(text: str, total: Token, following: list[Token]) -> list[Token]:
    run: list[Token] = []
    end = total.end
    for token in following:
        lead = text[end : token.start]
        if (
            not (_PART if run else _OPENS).match(lead)
            or token.number > total.number
            or _COMPARED.search(lead)
        ):
            break
        run.append(token)
        end = token.end
    return run


def _heads(text: str, total: Token, following: list[Token]) -> list[Token]:
    """The first count of each stretch between semicolons after 其中."""
    opened = text.find("其中", total.end)
    stop = text.find("。", opened)
    stop = len(text) if stop < 0 else stop
    if not 0 <= opened - total.end < 90 or text.count("。", total.end, opened) > 1:
        return []
    found: list[Token] = []
    start = opened
    for token in following:
        if token.start > stop:
            break
        if token.start > start and (not found or ";" in text[found[-1].end : token.start]):
            found.append(token)
    return found


def _is_all(text: str, total: Token, run: list[Token]) -> bool:
    """Whether a list that fails is surely complete: opened by a colon, closed by a sentence, nearly right."""
    lead = text[total.end : run[0].start]
    stretch = text[total.end : run[-1].end]
    closes = re.match(r"[^，,、\d]{0,6}(?:[。;)]|$)", text[run[-1].end :]) is not None
    gap = abs(_sum(run) - total.number)
    near = gap <= 3 or gap * 10 <= total.number
    named = "其中" not in stretch or len(run) >= 3
    if "。" in lead and _PROMISES.search(lead) is None:
        return False  # another sentence, of other things
    rest = _OPEN_LIST.search(text[run[-1].end : run[-1].end + 14]) is not None
    if _exceeds(text, total, run, lead):
        return True
    if not rest and not _OPEN_LIST.search(stretch) and _is_slip(total, run, lead):
        return True
    ended = closes or _sum(run) > total.number
    if not rest and ended and not _OPEN_LIST.search(stretch) and _is_exchanged(text, total, run, lead):
        return True
    if near and not rest and _by_grade([_label(text, token) for token in run]):
        return True
    summed = (
        len(run) >= _FEWEST and gap <= _SLIP and _SUMMED.search(text[max(0, total.start - 8) : total.start])
    )
    if summed and closes and re.search(r"其中|[:(]", lead) and not _OPEN_LIST.search(stretch):
        return True
    return bool(_SURE.search(lead)) and named and closes and near and not _OPEN_LIST.search(stretch)


def _covers(text: str, total: Token, run: list[Token]) -> bool:
    """Whether the parts are in every grade that there is, or in bands of scores that leave none out."""
    if _PROMISES.search(text[total.end : run[0].start]) is None:
        return False
    labels = [
        text[before.end : token.start] + _BEHIND.split(text[token.end : token.end + 10])[0]
        for before, token in pairwise([total, *run])
    ]
    return leave_none_out(labels) or (len(run) == len(_GRADES) and _by_grade(labels))


def _is_slip(total: Token, run: list[Token], lead: str) -> bool:
    """Whether one slip in a long number explains why the parts that are told of a whole miss it."""
    if not (_PROMISES.search(lead) or _BATCHES.search(lead)):
        return False
    gap = total.number - _sum(run)
    meant = [(total, total.number - gap), *((part, part.number + gap) for part in run)]
    return any(
        printed_digits(token.number) >= _LONG and number > 0 and one_slip_apart(token.build(), number)
        for token, number in meant
    )


def _is_exchanged(text: str, total: Token, run: list[Token], lead: str) -> bool:
    """Whether two neighbouring digits exchanged in one number explain why the parts of a whole miss it.

    A list that leaves something out hardly ever misses by just that, the less the more digits there are.
    """
    if not _PROMISES.search(lead) or _OVERLAP.search(text[run[0].end : run[-1].start]):
        return False
    gap = total.number - _sum(run)
    fewest = _FEWEST if gap > 0 else _FEWEST - 1
    if len(run) < _FEWEST:
        return False
    meant = [(total, total.number - gap), *((part, part.number + gap) for part in run)]
    return any(printed_digits(t.number) >= fewest and _exchanged(t.number, n) for t, n in meant)


def _exchanged(printed: Decimal, meant: Decimal) -> bool:
    """Whether two numbers differ by two neighbouring digits that have changed places."""
    one, other = f"{printed:f}", f"{meant:f}"
    differ = [at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    return (
        len(one) == len(other)
        and len(differ) == _SLIP
        and differ[1] - differ[0] == 1
        and one[differ[0]] == other[differ[1]]
        and one[differ[1]] == other[differ[0]]
    )


def _exceeds(text: str, total: Token, run: list[Token], lead: str) -> bool:
    """Whether parts that are said to be of a whole are a little more than it. Overlaps make far more."""
    over = _sum(run) - total.number
    promised = _PROMISES.search(lead) or _SUMMED.search(text[max(0, total.start - 8) : total.start])
    return (
        0 < over <= (_SLIP if len(run) >= _FEWEST else _PAIR_SLIP)
        and promised is not None
        and _OVERLAP.search(text[run[0].end : run[-1].start]) is None
    )


def _by_grade(labels: list[str]) -> bool:
    """Whether the parts have a grade each, the best among them."""
    found = [
        next((at for at, grade in enumerate(_GRADES) if re.search(grade, label)), None) for label in labels
    ]
    return 0 in found and None not in found and len(set(found)) == len(found)


def _sum(run: list[Token]) -> Decimal:
    return sum((token.number for token in run), Decimal(0))
