"""Pages of ours: the ledger in a block of JSON, and each figure in an element that names its entry.

Before the page is read, private signs are put around each figure; they come through the reading like letters
and are then taken out of every text, where they leave a mark.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from jixiao.core.look import Mark
from jixiao.formats.ledgers import (
    ANY_VERSION,
    NAMESPACE,
    NEWER,
    WrongLedgerError,
    entry_of,
    ledger_of,
    unreadable,
)

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

    from jixiao.core.ledger import Entry, Ledger

_SCRIPT: Final = "jixiao-ledger"
_ENTRY: Final = "data-entry"
_PREFIX: Final = "_jx"
_FIRST: Final = 0xF0000
_LAST: Final = 0xFFFF0
_END: Final = "\U0010fffd"
_SIGNS: Final = re.compile("[\U000f0000-\U000ffff0\U0010fffd]")


class Figures:
    """The figures of one page; ``names`` are those of their entries, ``ledger`` is None where it has none."""

    def __init__(self, text: str) -> None:
        self.has_any = _SCRIPT in text or f'{_ENTRY}="{_PREFIX}' in text
        self.names: list[str] = []
        self.ledger: Ledger | None = None

    def take(self, page: LexborHTMLParser) -> None:
        """Read the ledger, and put signs around the figures."""
        script = page.css_first(f"script#{_SCRIPT}")
        if script is not None:
            self.ledger = _ledger(script.text() or "")
        for node in page.css(f"[{_ENTRY}]"):
            if node.tag == "text":  # of a drawing, which no sign comes through: its labels are read as twins
                continue
            name = node.attributes.get(_ENTRY) or ""
            if name.startswith(_PREFIX) and _FIRST + len(self.names) < _LAST:
                node.insert_before(chr(_FIRST + len(self.names)))
                node.insert_after(_END)
                self.names.append(name)

    def marked(self, text: str) -> tuple[str, tuple[Mark, ...]]:
        """The text without the signs, and the marks that they stood for."""
        if not self.names or _SIGNS.search(text) is None:
            return text, ()
        parts: list[str] = []
        marks: list[Mark] = []
        opened: list[tuple[int, int]] = []
        length = last = 0
        for found in _SIGNS.finditer(text):
            parts.append(text[last : found.start()])
            length += found.start() - last
            last = found.end()
            number = ord(found[0]) - _FIRST
            if found[0] != _END:
                opened.append((number, length))
            elif opened:
                number, start = opened.pop()
                if number < len(self.names):
                    marks.append(Mark(start, length, "figure", self.names[number]))
        parts.append(text[last:])
        return "".join(parts), tuple(sorted(marks, key=lambda mark: (mark.start, mark.end)))


def _ledger(text: str) -> Ledger:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return unreadable("台账不是完整的 JSON")
    try:
        return _checked(content)
    except WrongLedgerError as error:
        return unreadable(str(error))


def _checked(content: object) -> Ledger:
    if not isinstance(content, dict) or not isinstance(content.get("entries"), list):
        raise WrongLedgerError("台账缺少条目")
    version = str(content.get("jixiao"))
    if version != NAMESPACE:
        raise WrongLedgerError(NEWER if version.startswith(ANY_VERSION) else "台账没有写明版本")
    head = {key: value for key, value in content.items() if key not in ("jixiao", "entries")}
    if isinstance(head.get("year"), int):
        head["year"] = str(head["year"])
    if "facts_digest" in head:
        head["facts-digest"] = head.pop("facts_digest")
    return ledger_of(_words(head), (_entry(entry) for entry in content["entries"]))


def _entry(said: object) -> Entry:
    if not isinstance(said, dict):
        raise WrongLedgerError("台账中有不认识的内容")
    facts = said.get("facts")
    if not isinstance(facts, list) or not all(isinstance(path, str) for path in facts):
        raise WrongLedgerError("台账中 facts 的值不成立")
    words = {key: value for key, value in said.items() if key != "facts"}
    if words.get("value", "") is None:
        del words["value"]
    if isinstance(words.get("decimals"), int):
        words["decimals"] = str(words["decimals"])
    return entry_of(_words(words), facts)


def _words(said: dict[str, object]) -> dict[str, str]:
    """The same where every value is text.

    Raises:
        WrongLedgerError: one is not.
    """
    for key, value in said.items():
        if not isinstance(value, str):
            raise WrongLedgerError(f"台账中 {key[:40]} 的值不成立")
    return {key: str(value) for key, value in said.items()}
