"""Counts of one total in other words: 学校96所，其中完小58所、教学点38个; 水库41座、山塘13处，合计54座（处）.

Things of several kinds are counted with the word of each. As nothing else says that they are of one sort,
they can only agree.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Paragraph
from jixiao.claims.reading.tokens import Token

_WORDS = frozenset("个所家处座名人辆台条项户口间栋套件场次只头支组")
_OPENS = re.compile(r"^[^。；;\d]{0,16}?(?:其中[:：，,]?|包括|分别(?:为|是)?|[:：(]|由)[^。；;:：\d]{0,16}$")
_NEXT = re.compile(r"^(?:[^，,。；;:：、\d()]{0,8}|\([^()\d]{1,4}\))[、，,和及][^，,。；;:：、\d()]{1,16}$")
_CLOSES = re.compile(
    r"^(?:[^，,。；;:：、\d()]{0,6}|\([^()\d]{1,4}\))[、，,](?:[^，,。；;:：、\d]{0,8})(?:合计|共计|总计|共|计)\s?$"
)
_FEWEST = 2


def mixed_counts(paragraph: Paragraph) -> Iterator[tuple[Token, list[Token]]]:
    """A total and its parts, where they do not all have one word."""
    text = paragraph.text
    tokens = [t for t in paragraph.tokens if t.unit.word in _WORDS and not t.approximate and not t.decimals]
    for at, total in enumerate(tokens):
        if total is not paragraph.tokens[-1]:
            parts = _run(text, total, tokens[at + 1 :])
            if _makes(total, parts):
                yield total, parts
                continue
        parts = _before(text, tokens[:at], total)
        if _makes(total, parts):
            yield total, parts


def _run(text: str, total: Token, following: list[Token]) -> list[Token]:
    """The counts right behind a total whose words open a list."""
    parts: list[Token] = []
    end = total.end
    for token in following:
        if not (_NEXT if parts else _OPENS).match(text[end : token.start]):
            break
        parts.append(token)
        end = token.end
    return parts


def _before(text: str, earlier: list[Token], total: Token) -> list[Token]:
    """The counts right before a total that closes their list."""
    parts: list[Token] = []
    for token in reversed(earlier):
        between = text[token.end : (parts[0] if parts else total).start]
        if not (_NEXT if parts else _CLOSES).match(between):
            break
        parts.insert(0, token)
        if _makes(total, parts):
            break
    return parts


def _makes(total: Token, parts: list[Token]) -> bool:
    words = {part.unit.word for part in (total, *parts)}
    return len(parts) >= _FEWEST and len(words) > 1 and sum(part.number for part in parts) == total.number
