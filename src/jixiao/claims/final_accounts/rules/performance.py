"""Self-evaluations that the narrative tells are those of the annexed forms: how many, of how much (X66, X68).

Only forms of projects count. A package may annex some of them: then nothing can be compared.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.claims.final_accounts.recognising import Package, tokens_of_cells
from jixiao.claims.final_accounts.rule import Answer, Compared, Equation, Missing, NotApplicable, Rule
from jixiao.claims.final_accounts.structure import Slot
from jixiao.claims.final_accounts.titles import squeezed
from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.tokens import Token
from jixiao.core.document import Block
from jixiao.core.observation import Observation

KIND = "accounts_performance"
_COUNTS = (
    re.compile(r"自评(?:的)?(?:项目)?[^\d。；;，,个]{0,8}(?P<count>\d+)\s*个"),
    re.compile(r"(?P<count>\d+)\s*个[^。；;]{0,24}自评"),
)
_BRACKET = 20
"""Characters after the count within which its amount stands: 4个（涉及资金749.60万元）."""
_NAME = "项目名称"
_TOTAL = re.compile(r"^(?:年度)?资金总额|^年度预算(?:总额|申请)")
_BUDGET = re.compile(r"全年预算|调整后预算|^预算数")
_SCORED = re.compile(r"得分")
_FIRST_ROWS = 10


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence tells: how many projects evaluated themselves, and their money."""

    paragraph: Paragraph
    count: Token
    amount: Token | None


def _ask(package: Package) -> Iterator[Answer]:
    reading = package.reading
    told = next((found for p in _sections(reading) if (found := _of_sentence(p)) is not None), None)
    forms = [block for block in reading.document.blocks if block.kind == "table" and _is_form(block)]
    if told is None:
        yield NotApplicable("文中没有写项目绩效自评的个数", "the number of self-evaluations is not told")
    elif not forms:
        yield Missing("没有附项目绩效自评表", "no forms of self-evaluation are annexed")
    elif len(forms) < told.count.number:
        yield Missing(
            f"文中写自评{told.count.number}个，所附自评表{len(forms)}张",
            f"{told.count.number} self-evaluations are told, {len(forms)} forms are annexed",
        )
    elif len(forms) > told.count.number:
        yield _too_few(told, len(forms))
    else:
        yield Compared()
        yield from _amounts(reading, told, forms)


def _sections(reading: Reading) -> Iterator[Paragraph]:
    """The paragraphs below a heading about performance."""
    for paragraph in reading.paragraphs:
        path = reading.sections[paragraph.section] if paragraph.section < len(reading.sections) else ()
        if any("绩效" in title for title in path):
            yield paragraph


def _of_sentence(paragraph: Paragraph) -> _Told | None:
    for pattern in _COUNTS:
        found = pattern.search(paragraph.text)
        count = next(
            (t for t in paragraph.tokens if found is not None and t.start == found.start("count")), None
        )
        if count is None or count.approximate:
            continue
        money = [t for t in paragraph.tokens if t.unit.kind == "yuan" and t.start >= count.end]
        near = money[0] if money and money[0].start <= count.end + _BRACKET else None
        return _Told(paragraph, count, near)
    return None


def _is_form(block: Block) -> bool:
    first = min((cell.row for cell in block.cells), default=0)
    words = [squeezed(cell.text) for cell in block.cells if cell.row < first + _FIRST_ROWS]
    return _NAME in words[:4] and any(_SCORED.search(word) for word in words)


def _amounts(reading: Reading, told: _Told, forms: list[Block]) -> Iterator[Answer]:
    """The money of the sentence is the budgets of the forms together."""
    if told.amount is None:
        return
    tokens = tokens_of_cells(reading)
    budgets = [_budget(block, tokens) for block in forms]
    known = [slot for slot in budgets if slot is not None]
    if len(known) < len(budgets):
        yield Missing("有的自评表没有认出资金总额", "some forms do not tell their budget")
    else:
        yield Equation(Slot("figure", told.amount), tuple((slot, "part") for slot in known))


def _budget(block: Block, tokens: dict[tuple[int, int, int], Token]) -> Slot | None:
    columns = {cell.column for cell in block.cells if _BUDGET.search(squeezed(cell.text))}
    rows = [cell.row for cell in block.cells if _TOTAL.search(squeezed(cell.text))]
    for row in rows[:1]:
        for column in sorted(columns):
            token = tokens.get((block.index, row, column))
            if token is not None and token.unit.kind == "yuan":
                return Slot("figure", token, block)
    return None


def _too_few(told: _Told, forms: int) -> Observation:
    block, count = told.paragraph.block, told.count
    quote = block.text[count.start : count.end]
    return Observation(
        kind=KIND,
        verdict="fails",
        quote=quote,
        place=block.place(count.start, count.end),
        stated=quote,
        computed=f"{forms}张",
        fault=KIND,
        proven=True,
    )


RULES = (
    Rule(
        "JX460", KIND, "绩效自评的个数、金额与所附自评表一致", "Self-evaluations are those of the forms", _ask
    ),
)
