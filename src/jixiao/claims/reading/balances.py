"""What came in, what went out, what is left of it, what there was before and is in all, by their names.

基金收入A、支出B，当年结余C；上年结余D，年末滚存E, in whatever order a sentence tells them; likewise assets,
debts and what is net of them. A figure whose part two figures of a sentence could play plays none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.naming import names_of
from jixiao.claims.reading.once import once
from jixiao.claims.reading.tokens import Token

_TELLS = re.compile(r"结余|盈余|滚存|净资产|收支净额|收大于支|收入[大多高]于总?支出|净余")
_IS = r"(?:为|是|达到?|共|约|计|合计|总计|共计|总额|总量|额|完成|实现|有|了|:)*$"
_EARLIER = r"上年|去年|年初|期初|历年|上期|以前年度"
_CARRY = re.compile(rf"(?:{_EARLIER})[^，,]{{0,8}}(?:结余|滚存|结转|余额)[^率]{{0,2}}{_IS}")
_CARRY_FROM = re.compile(r"(?:结余|滚存)[^，,]{0,4}[由从](?:上年末?|年初|期初)的?$")
_STOCK_TO = re.compile(r"^(?:增加|减少|增|减|升|降|上升|下降)(?:到|至|为)(?:年末|期末)?的?$")
_STOCK = re.compile(
    rf"(?:年末|期末|累计|滚存)[^，,]{{0,6}}(?:结余|滚存)(?:资金)?{_IS}|(?:年末|期末)滚存{_IS}"
)
_LEFT = re.compile(rf"(?:结余|盈余|净余|收支净额|收支差额|收大于支|收入[大多高]于总?支出)(?:资金)?{_IS}")
_NOT_OF_YEAR = re.compile(rf"{_EARLIER}|年末|期末|累计|滚存")
_INCOME = re.compile(rf"(?:(?<!其他)(?<!费)收入|收){_IS}")
_SPENDING = re.compile(rf"(?:支出|支|(?<![应未预])付|总费用|总成本){_IS}")
_OF_ANOTHER = re.compile(r"预算|计划|上年|去年|同期|增加|减少|其他|财政|补助|拨款")
_PLANNED = re.compile(r"收入(?:为|年初|全年)?(?:预算|计划)")
_ATTAINED = re.compile(r"^(?:实际)?(?:完成|达到?|实现|实际|执行)?(?:数|收入)?(?:为|是|达)?$")
_ASSETS = re.compile(rf"(?<![净动定形])资产[^，,负净率]{{0,3}}{_IS}")
_DEBTS = re.compile(rf"负债[^，,率]{{0,3}}{_IS}")
_NET = re.compile(rf"净资产[^，,率]{{0,3}}{_IS}")
_DEBT_RATE = re.compile(
    r"(?:资产)?负债率(?:为|达|是)*$|负债(?:总额)?占(?:全部|总)?资产(?:总额)?的?(?:比重|比例)?(?:为|达)*$"
)
_OWNED = ("assets", "debts", "net", "debt_rate")
_BY_NAME = (
    (_CARRY, "carry"),
    (_STOCK, "stock"),
    (_LEFT, "left"),
    (_NET, "net"),
    (_DEBTS, "debts"),
    (_ASSETS, "assets"),
)


@dataclass(frozen=True, slots=True)
class Balance:
    """The figures of one sentence by their parts, with the paragraph that tells it."""

    told: dict[str, Token]
    paragraph: Paragraph
    position: int
    """The place of the paragraph among all."""


@once
def balances_told(reading: Reading) -> list[Balance]:
    """Those that sentences tell, in reading order."""
    return [
        Balance(told, paragraph, position)
        for position, paragraph in enumerate(reading.paragraphs)
        if _TELLS.search(paragraph.text)
        for told in _of_sentences(paragraph)
    ]


def _of_sentences(paragraph: Paragraph) -> Iterator[dict[str, Token]]:
    sentences: dict[int, list[tuple[Token, str]]] = {}
    for token, name in zip(paragraph.tokens, names_of(paragraph), strict=True):
        sentences.setdefault(token.sentence, []).append((token, name))
    found = [told for sentence in sentences.values() if len(told := _parts(sentence)) > 1]
    yield from found
    if "净资产" in paragraph.text and not any("net" in told for told in found):
        # 资产总额A；负债总额B；净资产C: semicolons part what belongs together
        everything = _parts([entry for sentence in sentences.values() for entry in sentence])
        owned = {role: token for role, token in everything.items() if role in _OWNED}
        if len(owned) > 1:
            yield owned


def _parts(sentence: Sequence[tuple[Token, str]]) -> dict[str, Token]:
    told: dict[str, list[Token]] = {}
    planned = opened = False
    for token, name in sentence:
        role = ""
        if token.unit.kind == "percent":
            role = "debt_rate" if _DEBT_RATE.search(name) else ""
        elif token.unit.kind == "yuan" and not token.approximate:
            if _CARRY_FROM.search(name):
                role, opened = "carry", True
            elif opened and _STOCK_TO.match(name):
                role = "stock"
            elif planned and _ATTAINED.match(name):
                role, planned = "income", False
            else:
                role = _role_of(name)
            planned = planned or _PLANNED.search(name) is not None
        if role:
            told.setdefault(role, []).append(token)
    return {role: tokens[0] for role, tokens in told.items() if len(tokens) == 1}


def _role_of(name: str) -> str:
    """What an amount is by its name; "" for anything else."""
    for pattern, role in _BY_NAME:
        if pattern.search(name):
            return "" if role == "left" and _NOT_OF_YEAR.search(name) else role
    if _OF_ANOTHER.search(name):
        return ""
    if _INCOME.search(name):
        return "income"
    return "spending" if _SPENDING.search(name) else ""
