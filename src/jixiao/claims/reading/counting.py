"""Counts that add up in one sentence: 项目14个：上年结转10个、年初预算4个; 优8个，良5个，合计13个."""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph
from jixiao.claims.reading.tokens import Token

_OPENS = re.compile(
    r"^[^。]{0,16}?(?::|其中[:，,]?|\(|分别(?:为|是)|包括)[^，。;:]{0,14}$|^[，,;](?:其中)?[^，,。;:、\d]{1,14}$"
)
_PART = re.compile(r"^(?:的|项目)?[、，,;和及]\s?[^，,。;:、\d()]{0,16}$")
_SURE = re.compile(r":|分别|包括")
_OPEN_LIST = re.compile(r"等|主要|其余|部分|另")
_ALL_GRADES = re.compile(
    r"[^，,。;:]{0,24}[，,:(]?\s?(?:其中)?[:，,]?(?:(?:评为|等级为)?“?"
    r"(?:优秀|良好|优|良|中|差|合格|不合格|较差|一般)”?的?[、，,;和]?)+"
)
"""Parts that are the grades of an evaluation leave none out."""
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
    if closes and near and _ALL_GRADES.fullmatch(re.sub(r"\d+\S", "", stretch)):
        return True
    return bool(_SURE.search(lead)) and named and closes and near and not _OPEN_LIST.search(stretch)


def _sum(run: list[Token]) -> Decimal:
    return sum((token.number for token in run), Decimal(0))
