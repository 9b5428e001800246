"""Automatic numbers: Word keeps only the rule of a list, the numbers are counted here as Word does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jixiao.formats.docx.names import ALTERNATE, CHOICE, VAL, W, is_on
from jixiao.formats.docx.values import value_of, whole
from jixiao.formats.numbering import LEVELS, Level, NumberedList

if TYPE_CHECKING:
    from lxml.etree import _Element

    from jixiao.formats.docx.styles import Styles
    from jixiao.formats.numbering import Label

_LINKS = 10
_LARGEST_START = 1_000_000


class Numbering:
    """The lists of a document with their running counters; ask once for each paragraph, in reading order."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, _Element] = {}
        self._nums: dict[str, _Element] = {}
        self._style_links: dict[str, str] = {}
        self._levels: dict[str, dict[int, Level]] = {}  # of each definition, which many lists share
        self._lists: dict[str, NumberedList | None] = {}
        self._counters: dict[str, list[int | None]] = {}
        if root is None:
            return
        for abstract in root.iterchildren(W + "abstractNum"):
            key = abstract.get(W + "abstractNumId")
            if key is not None:
                self._abstracts.setdefault(key, abstract)
                link = value_of(abstract, "styleLink")
                if link is not None:
                    self._style_links.setdefault(link, key)
        for num in root.iterchildren(W + "num"):
            key = num.get(W + "numId")
            if key is not None:
                self._nums.setdefault(key, num)

    def label(self, num_id: str, level: int | None, style: str | None) -> Label | None:
        """Count one paragraph of the list and return its number; None where the list is not defined."""
        if num_id not in self._lists:
            self._lists[num_id] = self._load(num_id)
        found = self._lists[num_id]
        if found is None:
            return None
        if level is None:
            level = next(
                (depth for depth, rule in found.levels.items() if rule.style and rule.style == style), 0
            )
        return found.label(level)

    def _load(self, num_id: str) -> NumberedList | None:
        num = self._nums.get(num_id)
        if num is None:
            return None
        key, abstract = self._abstract(value_of(num, "abstractNumId"))
        if abstract is None or key is None:
            return None
        if key not in self._levels:
            self._levels[key] = {depth: _read_level(level) for depth, level in _by_depth(abstract, "lvl")}
        levels = dict(self._levels[key])
        restarts: dict[int, int] = {}
        for depth, override in _by_depth(num, "lvlOverride"):
            own = override.find(W + "lvl")
            if own is not None:
                levels[depth] = _read_level(own)
            start = whole(value_of(override, "startOverride"), _LARGEST_START)
            if start is not None:
                restarts[depth] = start
                levels[depth] = replace(levels.get(depth, Level()), start=start)
        counters = self._counters.setdefault(key, [None] * LEVELS)
        return NumberedList(levels, counters, restarts)

    def _abstract(self, key: str | None) -> tuple[str | None, _Element | None]:
        """The definition, through the list styles that it may be linked to."""
        for _ in range(_LINKS):
            abstract = self._abstracts.get(key) if key is not None else None
            if abstract is None:
                return None, None
            link = value_of(abstract, "numStyleLink")
            if link is None:
                return key, abstract
            linked = self._nums.get(self._styles.get(link).num_id or "")
            key = value_of(linked, "abstractNumId") if linked is not None else self._style_links.get(link)
        return None, None


def _read_level(element: _Element) -> Level:
    level = Level()
    level.start = whole(value_of(element, "start"), _LARGEST_START) or 0
    number_format = element.find(W + "numFmt")
    if number_format is None:
        choice = element.find(f"{ALTERNATE}/{CHOICE}/{W}numFmt")
        number_format = choice if choice is not None else number_format
    if number_format is not None:
        level.number_format = number_format.get(VAL) or "decimal"
        level.pattern = number_format.get(W + "format") or ""
    text = element.find(W + "lvlText")
    level.text = (
        (text.get(VAL) or "") if text is not None and text.get(W + "null") not in ("1", "true", "on") else ""
    )
    legal = element.find(W + "isLgl")
    level.legal = legal is not None and is_on(legal.get(VAL))
    level.restart = whole(value_of(element, "lvlRestart"), _LARGEST_START)
    level.suffix = value_of(element, "suff") or "tab"
    level.style = value_of(element, "pStyle")
    return level


def _by_depth(parent: _Element, local: str) -> list[tuple[int, _Element]]:
    found: list[tuple[int, _Element]] = []
    for child in parent.iterchildren(W + local):
        depth = whole(child.get(W + "ilvl"), _LARGEST_START)
        if depth is not None and depth < LEVELS:
            found.append((depth, child))
    return found
