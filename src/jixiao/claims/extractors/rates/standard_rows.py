"""Rows of a table by a standard that the text tells: 每亩150元; 石桥镇 | 41230亩 | 618.45万元.

A column of counts times the standard makes a column of amounts, once most rows say so; then each must.
The standard may be a column as well (数量 | 单价 | 金额). Outside of tables, a count and an amount of one
paragraph that the standard joins can only hold.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from jixiao.claims.rates.standard_words import standard_of
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.tables.table import TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Operand, Relation, decide
from jixiao.core.digits import significant_digits
from jixiao.core.quantity import Unit

KIND = "ratio"
_PRICE = re.compile(r"单价|均价|单位(?:成本|造价)|(?:补[助贴]|发放|奖励|收费|救助|资助|支付)标准|^标准")
_NUMBER = re.compile(r"数量|人数|户数|面积|里程|辆数|台数|份数|人次|批次|期数|件数|头数")
_FEWEST = 3
"""Rows of two columns that a standard joins."""
_OF_THREE = 2
"""Of three rows so many must agree before the others must."""
_MOST_STANDARDS, _MOST_FIGURES = 6, 12
"""Standards for one thing, and figures of a paragraph or columns, beyond which all is tried with all."""
_LEAST_DIGITS = 4
"""Digits of an amount and of a count in the text that no accident joins."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each row of two columns that a standard joins, and what it joins in the text."""
    standards = _standards(reading)
    for table in reading.tables:
        yield from _of_columns(table)
        if standards:
            yield from _of_table(table, standards)
    if not standards:
        return
    for paragraph in reading.paragraphs:
        counts = [t for t in paragraph.tokens if t.unit.word in standards and _is_long(t)]
        if not counts or len(paragraph.tokens) > 3 * _MOST_FIGURES:
            continue
        amounts = [t for t in paragraph.tokens if t.unit.kind == "yuan" and _is_long(t)][:_MOST_FIGURES]
        for count in counts[:_MOST_FIGURES]:
            for amount in amounts:
                for standard in standards[count.unit.word]:
                    made = _product(amount, count, standard)
                    if standard is not amount and decide(made).holds:
                        yield Proposal((made,), asserted=False)


@once
def _standards(reading: Reading) -> dict[str, list[Token]]:
    """The standards of the text by the unit of the things, none where there are many of them."""
    found: dict[str, list[Token]] = {}
    for paragraph in reading.paragraphs:
        if "元" not in paragraph.text:
            continue
        for token in paragraph.tokens:
            if token.unit.kind != "yuan" or not token.number or token.approximate:
                continue
            thing = standard_of(paragraph.text, token)
            told = found.setdefault(thing, []) if thing else []
            if thing and all(one.value != token.value for one in told):
                told.append(token)
    return {thing: told for thing, told in found.items() if len(told) <= _MOST_STANDARDS}


def _is_long(token: Token) -> bool:
    return token.number > 0 and significant_digits(token.number) >= _LEAST_DIGITS and not token.approximate


def _of_table(table: TableReading, standards: dict[str, list[Token]]) -> Iterator[Proposal]:
    counted: dict[tuple[int, str], int] = {}
    paid: dict[int, int] = {}
    for row in table.rows:
        for c, token in row.tokens.items():
            if token.unit.kind == "count" and token.unit.word in standards and token.number:
                key = c, token.unit.word
                counted[key] = counted.get(key, 0) + 1
            elif token.unit.kind == "yuan" and token.number:
                paid[c] = paid.get(c, 0) + 1
    for (c, word), told in counted.items():
        for a, amounts in paid.items():
            if min(told, amounts) < _FEWEST:
                continue
            for standard in standards[word]:
                made = [
                    _product(row.tokens[a], row.tokens[c], standard)
                    for row in table.rows
                    if a in row.tokens and c in row.tokens and row.tokens[c].number and row.tokens[a].number
                ]
                yield from _most(made)


def _of_columns(table: TableReading) -> Iterator[Proposal]:
    """Rows of goods with their number, price and amount; what is only the total has no price."""
    columns = table.rows[-1].columns if table.rows else {}
    prices = [c for c, column in columns.items() if _PRICE.search(column.header)]
    counts = [c for c, column in columns.items() if _NUMBER.search(column.header)]
    if len(prices) != 1 or not counts or len(columns) > _MOST_FIGURES:
        return
    price = prices[0]
    for count in counts:
        for a in columns:
            rows = [row.tokens for row in table.rows if {a, count, price} <= row.tokens.keys()]
            rows = [told for told in rows if all(told[c].number for c in (a, count, price))]
            if a in (count, price) or len(rows) < _FEWEST or rows[0][a].unit.kind == "percent":
                continue
            if rows[0][a].unit.kind != rows[0][price].unit.kind or rows[0][count].unit.kind == "yuan":
                continue
            yield from _most([_product(told[a], told[count], told[price]) for told in rows])


def _most(made: list[Relation]) -> Iterator[Proposal]:
    """All of them, once most hold."""
    held = sum(decide(relation).holds for relation in made)
    if held >= _FEWEST and held * 3 >= len(made) * _OF_THREE:
        for relation in made:
            yield Proposal((relation,))


def _product(amount: Token, count: Token, standard: Token) -> Relation:
    quantity = count.build()
    if count.decimals or count.unit.scale > 1:
        quantity = replace(quantity, unit=Unit("number", count.unit.scale, count.unit.word))
    operands = (Operand(quantity, "count"), Operand(standard.build(), "standard"))
    return Relation("ratio", "product", amount.build(), operands, role=amount.role)
