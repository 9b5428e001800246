"""Items of the classification in words against their rows in a table: …（项）230.25万元, 2080505 2,302,464元.

Budgets and final accounts tell each item twice, rounded to another unit in the words. Which table the words
are about is seen in the figures: one with most of the items as they are told, the others of which are then
contradictions.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.final_accounts.rules.naming import key_of_name
from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tables.table import TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide

KIND = "restated"
_ITEM = re.compile(
    r"(?P<wide>[^()（）“”\"，。；\d]{2,30})\(类\)(?P<group>[^()“”\"，。；\d]{2,40}(?:\([^()]{1,6}\)[^()“”\"，。；\d]{0,20})?)\(款\)"
    r"(?P<item>[^“”\"，。；\d]{2,50}?)\(项\)[”\"]?(?:科目)?\s*$"
)
_CLASS = re.compile(r"(?P<wide>[^()（）“”\"，。；;:、\d]{2,30})\(类\)[”\"]?(?:支出)?\s*$")
_LEAD = 130
"""Signs before an amount: the names of a class, its group and its item take no more where read."""
_FEWEST = 3

Path = tuple[str, ...]


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each item and class told in words against its row, in the table that has most of them."""
    told: dict[Path, Token] = {}
    for paragraph in reading.paragraphs:
        if "(类)" in paragraph.text:
            for path, token in _told(paragraph):
                told.setdefault(path, token)
    if len(told) < _FEWEST:
        return
    known: set[Path] = set()
    for table in reading.tables:
        rows = _rows(table)
        for depth in (3, 1):
            pairs = [(path, told[path], rows[path]) for path in told if path in rows and len(path) == depth]
            made = [(path, _equal(words, figure)) for path, words, figure in pairs]
            held = [path for path, one in made if decide(one).holds]
            sure = len(held) >= _FEWEST and len(held) * 10 >= len(made) * 7
            for path, one in made:
                if path in held or (sure and path not in known):
                    yield Proposal((one,), asserted=sure)
            known.update(held)


def _told(paragraph: Paragraph) -> Iterator[tuple[Path, Token]]:
    """The amounts right behind the names of an item or a class."""
    for token in paragraph.tokens:
        if token.unit.kind != "yuan" or token.approximate:
            continue
        lead = paragraph.text[max(0, token.start - _LEAD) : token.start]
        found = _ITEM.search(lead)
        if found is not None:
            yield tuple(key_of_name(found[name]) for name in ("wide", "group", "item")), token
        elif (found := _CLASS.search(lead)) is not None:
            yield (key_of_name(found["wide"]),), token


def _rows(table: TableReading) -> dict[Path, Token]:
    """The first amount of each coded row by the names of its classes."""
    names: dict[tuple[str, ...], str] = {}
    found: dict[Path, Token] = {}
    first = min((c for row in table.rows if row.code for c in row.tokens), default=-1)
    for row in table.rows:
        if not row.code or first not in row.tokens or row.tokens[first].unit.kind != "yuan":
            continue
        names[row.code] = key_of_name(row.label)
        levels: Sequence[str] = [names.get(row.code[:end], "") for end in range(1, len(row.code) + 1)]
        if all(levels):
            found.setdefault(tuple(levels), row.tokens[first])
    return found


def _equal(words: Token, figure: Token) -> Relation:
    later, earlier = (figure, words) if figure.index > words.index else (words, figure)
    return relation(KIND, "equal", later, [(earlier, "main")], role="main")
