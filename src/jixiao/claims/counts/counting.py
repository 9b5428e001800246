"""Counts that add up in one sentence: 项目14个：上年结转10个、年初预算4个; 优8个，良5个，合计13个."""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.counts.states import exhaust
from jixiao.claims.reading.document import Paragraph
from jixiao.claims.reading.tokens import Token

_OPENS = re.compile(
    r"^(?:项目|指标|单位|问题|任务)?[中里内][，,](?:其中)?[^，,。;:、\d]{0,14}$|"
    r"^[^。]{0,16}?(?::|其中[:，,]?|\(|分别(?:为|是)|包括)[^，。;:]{0,14}$|^[，,;](?:其中)?[^，,。;:、\d]{1,14}$"
)
_PART = re.compile(r"^(?:的|项目)?[、，,;和及]\s?[^，,。;:、\d()]{0,16}$")
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
_FEWEST = 3
_SLIP = 2
_SUMMED = re.compile(r"(?:共|共计|合计|总计|总数|全部|总共)\S{0,3}$")
_TOTAL = re.compile(r"(?:合计|共计|总计|总共|共)\s?$")


def added_counts(paragraph: Paragraph) -> Iterator[tuple[Token, list[Token], bool]]:
    """A total with its parts, and whether the list is surely all of it."""
    by_unit: dict[str, list[Token]] = {}
    for token in paragraph.tokens:
        if token.unit.kind == "count" and not token.approximate:
            by_unit.setdefault(token.unit.word, []).append(token)
    for tokens in by_unit.values():
        if len(tokens) > 2:
            yield from _of_unit(paragraph.text, tokens)
            yield from _by_state(paragraph.text, tokens)


def _of_unit(text: str, tokens: list[Token]) -> Iterator[tuple[Token, list[Token], bool]]:
    for position, total in enumerate(tokens[:-2]):
        run = _run(text, total, tokens[position + 1 :])
        if len(run) >= 2:
            if _sum(run) == total.number:
                yield total, run, True
            else:
                yield total, run, _is_all(text, total, run)
            continue
        heads = _heads(text, total, tokens[position + 1 :])
        if len(heads) >= 2 and _sum(heads) == total.number:
            yield total, heads, True
    for position in range(2, len(tokens)):
        total = tokens[position]
        if not _TOTAL.search(text[tokens[position - 1].end : total.start]):
            continue
        run = []
        for token in reversed(tokens[:position]):
            between = text[token.end : (run[-1] if run else total).start]
            if not _PART.match(between) and not (
                not run and re.match(r"^[，,;]?\s?(?:合计|共计|总计|总共|共)\s?$", between)
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
                yield total, run[::-1], gap <= _SLIP or gap * 10 <= total.number


def _is_closed(text: str, first: Token, total: Token) -> bool:
    """Whether a list before its total begins its sentence and tells that the total is of all of it."""
    lead = re.split(r"[。;:]", text[: first.start])[-1]
    summed = re.search(r"(?:合计|共计|总计)\s?$", text[: total.start]) is not None
    return (
        summed
        and not re.search(r"[，,、]|\d", lead)
        and not _OPEN_LIST.search(text[first.start : total.start])
    )


def _by_state(text: str, tokens: list[Token]) -> Iterator[tuple[Token, list[Token], bool]]:
    """问题25条，涉及金额30万元，已整改22条，未整改3条: states that leave nothing out make the total."""
    for position, total in enumerate(tokens[:-2]):
        sentence = re.search(r"。", text[total.end :])
        stop = total.end + sentence.start() if sentence is not None else len(text)
        following = [t for t in tokens[position + 1 : position + 4] if t.end <= stop]
        for size in (3, 2):
            run = following[:size]
            if len(run) == size and exhaust([_label(text, token) for token in run]):
                gap = abs(_sum(run) - total.number)
                yield total, run, gap <= 3 or gap * 5 <= total.number
                break


def _label(text: str, token: Token) -> str:
    """The words of a count's own clause: 已整改22条, 19项达标."""
    before = _BEFORE.split(text[max(0, token.start - 16) : token.start])[-1]
    return before + _BEHIND.split(text[token.end : token.end + 10])[0]


def _run(text: str, total: Token, following: list[Token]) -> list[Token]:
    run: list[Token] = []
    end = total.end
    for token in following:
        if not (_PART if run else _OPENS).match(text[end : token.start]) or token.number > total.number:
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
    rest = _OPEN_LIST.search(text[run[-1].end : run[-1].end + 14]) is not None
    if near and not rest and _by_grade([_label(text, token) for token in run]):
        return True
    summed = (
        len(run) >= _FEWEST and gap <= _SLIP and _SUMMED.search(text[max(0, total.start - 8) : total.start])
    )
    if summed and closes and re.search(r"其中|[:(]", lead) and not _OPEN_LIST.search(stretch):
        return True
    return bool(_SURE.search(lead)) and named and closes and near and not _OPEN_LIST.search(stretch)


def _by_grade(labels: list[str]) -> bool:
    """Whether the parts have a grade each, the best among them."""
    found = [
        next((at for at, grade in enumerate(_GRADES) if re.search(grade, label)), None) for label in labels
    ]
    return 0 in found and None not in found and len(set(found)) == len(found)


def _sum(run: list[Token]) -> Decimal:
    return sum((token.number for token in run), Decimal(0))
