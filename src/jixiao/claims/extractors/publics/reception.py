"""Official reception: what was spent on guests from home and from abroad makes all of it.

公务接待费支出1.80万元 … 国内公务接待支出1.50万元 … 12批次，共计支出1.50万元 … 外事接待支出0.30万元.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token

KIND = "sum"
_ALL = re.compile(r"^公务接待(?:费用?|经费|支出)+(?:决算)?$")
_HOME = re.compile(r"^国内公务接待(?:费用?|经费|支出)+(?:决算)?$")
_ABROAD = re.compile(r"^(?:外事|外宾|国\(境\)外|境外)(?:公务)?接待(?:费用?|经费|支出)+(?:决算)?$")
_COUNTED = re.compile(
    r"国内公务接待[^。；;]{0,24}批次[^。；;]{0,40}(?:共计|合计|累计|总)(?:支出|金额|费用)*[为计]*\s*$"
)
_OTHER = re.compile(r"上年|去年|年初|预算|比|较|增|减")
_FAR = 16
"""Statements between the whole and its parts: the paragraph of reasons stands there."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """The parts against the whole, and the amount of the visits against that of the guests from home."""
    told = [one for one in reading.statements if one.table is None and _spent(reading, one) is not None]
    for at, one in enumerate(told):
        abroad = _spent(reading, one) if _ABROAD.match(one.label) else None
        if abroad is None:
            continue
        before = [other for other in told[:at] if one.index - other.index <= _FAR]
        home = _last(reading, before, _HOME)
        whole = _last(reading, before, _ALL)
        if home is not None and whole is not None:
            parts = [(home, "part"), (abroad, "part")]
            yield Proposal((relation(KIND, "sum", whole, parts, "named", role="total"),))
    yield from _visits(reading)


def _spent(reading: Reading, statement: Statement) -> Token | None:
    """What was spent this year, an exact amount."""
    main = statement.roles.get("main")
    if main is None or main.unit.kind != "yuan" or main.approximate or _OTHER.search(main.lead[-12:]):
        return None
    return main if statement.period in (None, reading.year) else None


def _last(reading: Reading, statements: list[Statement], name: re.Pattern[str]) -> Token | None:
    return next((_spent(reading, one) for one in statements[::-1] if name.match(one.label)), None)


def _visits(reading: Reading) -> Iterator[Proposal]:
    """The amount told with the numbers of visits and guests, where its paragraph tells that of the guests."""
    for paragraph in reading.paragraphs:
        if "批次" not in paragraph.text:
            continue
        home = _last(reading, paragraph.statements, _HOME)
        for token in paragraph.tokens:
            if token.unit.kind == "yuan" and _COUNTED.search(paragraph.text[: token.start]):
                if home is not None and home is not token:
                    yield Proposal((relation("restated", "equal", token, [(home, "main")], role="main"),))
                break
