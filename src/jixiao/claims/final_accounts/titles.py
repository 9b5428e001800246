"""Which table of a final-accounts package a title names, and which section a heading opens.

Names vary by place and year: 收支决算总表, Z01 收入支出决算总表(财决01表), 收入决算公开表. What the
finance bureau publishes for the whole government has names of its own (一般公共预算收入决算表) and is none.
"""

import re
from functools import lru_cache
from typing import Literal

from jixiao.claims.reading.script import plain

Kind = Literal[
    "total",
    "receipts",
    "spending",
    "appropriation",
    "appropriation_detail",
    "general",
    "general_detail",
    "basic",
    "projects",
    "publics",
    "funds",
    "capital",
    "capital_spending",
]

NAMES: dict[Kind, str] = {
    "total": "收入支出决算总表",
    "receipts": "收入决算表",
    "spending": "支出决算表",
    "appropriation": "财政拨款收入支出决算总表",
    "appropriation_detail": "财政拨款支出决算明细表",
    "general": "一般公共预算财政拨款支出决算表",
    "general_detail": "一般公共预算财政拨款支出决算明细表",
    "basic": "一般公共预算财政拨款基本支出决算表",
    "projects": "一般公共预算财政拨款项目支出决算表",
    "publics": "财政拨款“三公”经费支出决算表",
    "funds": "政府性基金预算财政拨款收入支出决算表",
    "capital": "国有资本经营预算财政拨款收入支出决算表",
    "capital_spending": "国有资本经营预算财政拨款支出决算表",
}

_FORM = re.compile(r"决算.{0,8}表|表\(续\)|\(?(?:公开|财决)\d\d表|^(?:Z|GK)\d\d")
_LONGEST = 60
_TITLES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("publics", re.compile(r"三公[”\"]?经费")),
    ("capital_spending", re.compile(r"国有资本经营(?:预算)?(?:财政拨款)?支出决算")),
    ("capital", re.compile(r"国有资本经营(?:预算)?(?:财政拨款)?(?:收入支出|收支)决算")),
    ("funds", re.compile(r"政府性基金(?:预算)?(?:财政拨款)?(?:收入支出|收支|支出)决算")),
    ("basic", re.compile(r"一般公共预算(?:财政拨款)?基本支出决算")),
    ("projects", re.compile(r"一般公共预算(?:财政拨款)?项目支出决算")),
    ("general_detail", re.compile(r"一般公共预算财政拨款支出决算明细")),
    ("general", re.compile(r"一般公共预算财政拨款(?:收入)?支出决算")),
    ("appropriation_detail", re.compile(r"财政拨款支出决算明细")),
    ("appropriation", re.compile(r"财政拨款(?:收入支出|收支)决算")),
    ("total", re.compile(r"(?<!财政拨款)(?:收入支出|收支)决算")),
    ("receipts", re.compile(r"(?<!预算)(?<!拨款)(?<!基金)收入决算")),
    ("spending", re.compile(r"(?<!预算)(?<!拨款)(?<!基金)(?<!收入)(?<!基本)(?<!项目)(?<!经费)支出决算")),
)
_SECTIONS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("publics", re.compile(r"三公[”\"]?经费")),
    ("capital", re.compile(r"国有资本经营预算")),
    ("funds", re.compile(r"政府性基金预算")),
    ("basic", re.compile(r"一般公共预算财政拨款基本支出")),
    ("general", re.compile(r"一般公共预算财政拨款支出")),
    ("appropriation", re.compile(r"财政拨款(?:收入支出|收支|收、支)")),
    ("total", re.compile(r"(?<!财政拨款)(?:收入支出|收支|收、支)决算")),
    ("receipts", re.compile(r"(?<!预算)(?<!拨款)收入决算")),
    ("spending", re.compile(r"(?<!预算)(?<!拨款)(?<!收入)支出决算")),
)
_NARRATIVE = re.compile(r"情况|说明|结构|变动|图")
_BLANKS = re.compile(r"\s+")


def squeezed(text: str) -> str:
    """A text in plain signs without blanks."""
    return _BLANKS.sub("", plain(text))


@lru_cache(maxsize=2048)
def kind_of_title(text: str) -> Kind | None:
    """The table that a title or sheet name means; None for other texts, narrative headings too."""
    title = squeezed(text)
    if len(title) > _LONGEST or "决算" not in title or _FORM.search(title) is None or "说明" in title:
        return None
    return next((kind for kind, pattern in _TITLES if pattern.search(title)), None)


@lru_cache(maxsize=2048)
def kind_of_section(text: str) -> Kind | None:
    """The part of the narrative that a heading or the caption of a chart is about, by its table's kind."""
    title = squeezed(text)
    if len(title) > _LONGEST or _NARRATIVE.search(title) is None:
        return None
    return next((kind for kind, pattern in _SECTIONS if pattern.search(title)), None)
