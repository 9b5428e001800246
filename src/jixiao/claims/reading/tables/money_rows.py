"""The rows of a form's money as text, below their header: budget, outturn, rate, full mark and points.

Cells that were empty may have left nothing behind. A row is read where its figures fill the columns of the
header in one way: the percentage is the rate, the outturn stands before it, perhaps the full mark between.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.stream import Figure, Stream, stream
from jixiao.claims.reading.tables.money_header import MONEY_END, MOST_MARKS, MoneyHeader, money_headers
from jixiao.claims.reading.tokens import Token
from jixiao.core.frozen import frozen

_REACH = 900
"""Characters below a header among which its rows stand."""
_WORDS = re.compile(r"[\u4e00-\u9fff]{2}(?<!万元)(?<!亿元)")
"""Words between two figures begin another row."""
_STOPS = frozenset("，。；、,;")
_DASH = re.compile(r"[-—－–/]")
_DIGIT = re.compile(r"\d")
_PAIR = 2
"""A budget and an outturn at least."""
_NAMES = re.compile(r"[^|\n]*[\u4e00-\u9fff][^|\n]*")


@frozen
class MoneyRow:
    """One row; what it lacks is None."""

    label: str
    """The words before its figures, the last of them."""
    amounts: tuple[Figure, ...]
    """In the order of the columns, the outturn last."""
    full: bool
    """It has an amount in every column of money."""
    bases: tuple[Figure, ...] = ()
    """What the rate may be of, best first."""
    rate: Figure | None = None
    mark: Figure | None = None
    score: Figure | None = None
    certain: bool = False
    """Every figure of the rate stands in a column of its own that the header names."""


@once
def money_forms(reading: Reading) -> list[list[MoneyRow]]:
    """The rows below each header of money."""
    if not reading.is_form:
        return []
    source = stream(reading)
    headers = list(money_headers(source.text))
    made = []
    for position, header in enumerate(headers):
        stop = min(header.end + _REACH, len(source.text))
        if position + 1 < len(headers):
            stop = min(stop, headers[position + 1].start)
        ended = MONEY_END.search(source.text, header.end, stop)
        rows = list(_rows(source, header, ended.start() if ended is not None else stop))
        if rows:
            made.append(rows)
    return made


def settle_decimals(reading: Reading) -> None:
    """Give the money of each form the decimals of its finest figure: 22.4 beside 19.76 is 22.40.

    Amounts of a form are typed as they are, without noughts at the end; none is rounded more than another.
    """
    for rows in money_forms(reading):
        tokens = [amount.token for row in rows for amount in row.amounts if not _in_prose(amount.token)]
        finest = max((token.decimals for token in tokens), default=0)
        for token in tokens:
            if token.number and token.decimals < finest:
                token.decimals, token.quantity = finest, None


def _in_prose(token: Token) -> bool:
    """Whether an amount is one of a sentence below the form: 平均每个项目预算4471万元，."""
    if token.cell is not None or not token.start:
        return False
    text = token.block.text
    led = "\u4e00" <= text[token.start - 1] <= "\u9fff"
    return led and token.end > token.figure_end and text[token.end : token.end + 1] in _STOPS


def _rows(source: Stream, header: MoneyHeader, stop: int) -> Iterator[MoneyRow]:
    groups: list[tuple[str, list[Figure]]] = []
    end = header.end
    for figure in source.between(header.end, stop):
        words = source.text[end : figure.start]
        if _WORDS.search(words):
            groups.append((words, [figure]))
        elif groups:
            groups[-1][1].append(figure)
        else:
            groups.append(("", [figure]))
        end = figure.end
    for words, figures in groups:
        for each in _with_one_rate(header, figures):
            row = _row(source.text, header, words, each)
            if row is not None:
                yield row


def _is_rate(figure: Figure) -> bool:
    return figure.token.unit.kind == "percent" and not figure.bare


def _with_one_rate(header: MoneyHeader, figures: list[Figure]) -> Iterator[list[Figure]]:
    """Figures of several rows whose words stand elsewhere, cut behind the points of each."""
    rates = [at for at, figure in enumerate(figures) if _is_rate(figure)]
    start = 0
    for at in rates[:-1]:
        end = at + 1
        while end < len(figures) and end <= at + header.behind + header.score and _is_mark(figures[end]):
            end += 1
        yield figures[start:end]
        start = end
    yield figures[start:]


def _row(text: str, header: MoneyHeader, words: str, figures: list[Figure]) -> MoneyRow | None:
    """One row in its columns, None where its figures are more than these or stand in another order."""
    named = _NAMES.findall(words)
    label = named[-1].strip() if named else ""
    if any(_DIGIT.search(text, one.end, two.start) for one, two in pairwise(figures)):
        return None  # what stands between is no figure that was read
    at = next((at for at, figure in enumerate(figures) if _is_rate(figure)), None)
    if at is None:
        return MoneyRow(label, tuple(figures[: header.amounts]), full=len(figures) == header.amounts)
    rate, behind = figures[at], figures[at + 1 : at + 1 + header.behind + header.score]
    amounts, mark, certain = _with_mark(text, header, figures[:at], rate)
    if len(amounts) > header.amounts:
        return None
    if header.behind and behind and _is_mark(behind[0]):
        mark, behind = behind[0], behind[1:]
    score = behind[0] if header.score and behind and behind[0].bare else None
    full = len(amounts) == header.amounts
    bases = _bases(header, amounts, full=full)
    alike = bool(bases) and amounts[-1].token.unit.kind == bases[0].token.unit.kind
    return MoneyRow(
        label, tuple(amounts), full, bases, rate, mark, score, certain and full and alike and header.whole
    )


def _with_mark(
    text: str, header: MoneyHeader, before: list[Figure], rate: Figure
) -> tuple[list[Figure], Figure | None, bool]:
    """The amounts before a rate, the full mark that may stand behind them, and whether that is sure."""
    last = before[-1] if before else None
    if not header.before or last is None or not _is_mark(last) or _DASH.search(text, last.end, rate.start):
        return before, None, True
    if len(before) > header.amounts:
        return before[:-1], last, True
    if len(before) < _PAIR + 1 or _makes(last, before[-2], rate):
        return before, None, len(before) < header.amounts
    return before[:-1], last, False


def _bases(header: MoneyHeader, amounts: list[Figure], *, full: bool) -> tuple[Figure, ...]:
    """The budgets that the rate may be of, best first."""
    if len(amounts) < _PAIR:
        return ()
    budgets = amounts[:-1]
    first = budgets[header.base] if full else budgets[-1]
    return (first,) if full and header.certain else (first, *[b for b in budgets[::-1] if b is not first])


def _is_mark(figure: Figure) -> bool:
    return figure.bare and 0 <= figure.number <= MOST_MARKS


def _makes(done: Figure, base: Figure, rate: Figure) -> bool:
    """Whether the rate is made of the two, whatever its digits were rounded or cut off to."""
    step = rate.token.unit.step(rate.token.decimals)
    return abs(done.number - rate.number * rate.token.unit.scale * base.number) <= step * base.number
