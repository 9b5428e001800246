"""What rows of a table come to that a sentence mentions: 抽取甲镇、乙镇、丙乡3个乡镇，涉及种植主体704户.

The sentence tells the rows one after another, by their names or by words of them in their order (投资评审 for
财政投资评审中介服务费), or by what several rows tell alike (乡财股承担2个，预算188万元), and figures behind
them that a column adds up to. Such figures agree only; which of them are sums the words do not say.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.relate import equation, quantity
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import printed_digits

_CLAUSE = re.compile(r"[，,。；;:：]")
_ITEMS = re.compile(r"、|和|与|及|以及")
_COUNTED = re.compile(
    r"(?:等)?(?:[两二三四五六七八九]|\d)\s?(?:个|项|家|镇|乡|类|所|大).*$|(?:预算|支出|执行|资金|合计).*$"
)
_BEFORE = re.compile(r"^.*(?:抽取|选取|抽查|其中|由|为|是|在|对|从|以)(?=[\u4e00-\u9fff]{3})")
_FEWEST, _MOST, _SHORTEST, _FEWEST_DIGITS = 2, 9, 3, 3
"""Rows that a sentence names, and no more; characters of a name; digits of what they make."""
_FEWEST_ROWS = 3
"""Rows of a table of which some are named."""
_Rows = Sequence[Row]


def rows_mentioned(reading: Reading) -> Iterator[Relation]:
    """A sum for each figure that a column makes of the rows that stand before it in its sentence."""
    members = [_members(table) for table in reading.tables if table.block.kind == "table"]
    tables = [rows for rows in members if len(rows) > _FEWEST_ROWS]
    if not tables:
        return
    shared = _by_start(tables)
    for paragraph in reading.paragraphs:
        figures = [t for t in paragraph.tokens if _may_be_sum(t)]
        if not figures:
            continue
        for start, end in _sentences(paragraph.text):
            own = [token for token in figures if start <= token.start < end]
            if own:
                yield from _of_sentence(paragraph.text[start : own[-1].start], start, own, tables, shared)


def _may_be_sum(token: Token) -> bool:
    told = token.unit.kind in ("yuan", "count") and not token.approximate
    return told and printed_digits(token.number) >= _FEWEST_DIGITS


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for sentence in text.split("。"):
        yield start, start + len(sentence)
        start += len(sentence) + 1


def _of_sentence(
    words: str,
    start: int,
    figures: Sequence[Token],
    tables: Sequence[_Rows],
    shared: dict[str, list[tuple[int, str, _Rows]]],
) -> Iterator[Relation]:
    at = start
    for clause in _CLAUSE.split(words):
        behind = [token for token in figures if token.start > at]
        names = _names(clause)
        found = _alike(clause, shared)
        if names:
            found |= {table: rows for table, of in enumerate(tables) if (rows := _named(names, of))}
        for table in sorted(found):
            yield from _sums(found[table], behind)
        at += len(clause) + 1


def _members(table: TableReading) -> list[Row]:
    return [row for row in table.rows if row.tokens and not row.names_total]


def _shared(members: Sequence[Row]) -> dict[str, list[Row]]:
    """The rows that have a word in common, such as the office in charge."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in members:
        for word in set(row.texts.values()):
            found[word].append(row)
    return {
        word: rows
        for word, rows in found.items()
        if len(word) >= _SHORTEST and _FEWEST <= len(rows) < len(members) and not re.search(r"\d", word)
    }


def _by_start(tables: Sequence[_Rows]) -> dict[str, list[tuple[int, str, _Rows]]]:
    """The words that some rows of a table have in common, with the table's place, by their first signs."""
    found: dict[str, list[tuple[int, str, _Rows]]] = defaultdict(list)
    for at, members in enumerate(tables):
        for word, rows in _shared(members).items():
            found[word[:_SHORTEST]].append((at, word, rows))
    return found


def _alike(clause: str, shared: dict[str, list[tuple[int, str, _Rows]]]) -> dict[int, _Rows]:
    """The rows that the word at a clause's start is common to, by table; none where two words start so."""
    told = [one for one in shared.get(clause[:_SHORTEST], ()) if clause.startswith(one[1])]
    often = Counter(at for at, _, _ in told)
    return {at: rows for at, _, rows in told if often[at] == 1}


def _names(clause: str) -> list[str]:
    """The items of a clause's list; [] where it has none."""
    items = _ITEMS.split(clause)
    if not _FEWEST <= len(items) <= _MOST:
        return []
    items = [_BEFORE.sub("", items[0]), *items[1:-1], _COUNTED.sub("", items[-1])]
    names = [item.strip().strip('“”"') for item in items]
    return names if all(len(name) >= _SHORTEST for name in names) else []


def _named(names: Sequence[str], members: Sequence[Row]) -> list[Row]:
    """The rows that the names of a list call; [] where one calls none or several."""
    rows: list[Row] = []
    for name in names:
        found = [row for row in members if _calls(name, row)]
        if len(found) != 1 or found[0] in rows:
            return []
        rows.append(found[0])
    return rows if len(rows) < len(members) else []


def _calls(name: str, row: Row) -> bool:
    """Whether a row has all signs of a name in their order."""
    left = iter(row.label)
    return all(sign in left for sign in name)


def _sums(rows: Sequence[Row], figures: Sequence[Token]) -> Iterator[Relation]:
    for column in sorted(set.intersection(*(set(row.tokens) for row in rows))):
        parts = [row.tokens[column] for row in rows]
        if len({part.unit.name for part in parts}) > 1:
            continue
        plain = sum((part.number for part in parts), Decimal(0))
        for token in figures:
            if parts[0].unit.kind not in ("number", token.unit.kind):
                continue
            scale = token.unit.scale if parts[0].unit.kind == "number" else parts[0].unit.scale
            if plain * scale == token.value:
                unit = token.unit if parts[0].unit.kind == "number" else None
                made = equation("sum", token, [quantity(part, unit) for part in parts])
                if decide(made).holds:
                    yield made
