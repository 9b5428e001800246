"""How one report is set: units, decimals, punctuation, lines and tables."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

HALF_WIDTH = str.maketrans({"，": ",", "；": ";", "：": ":", "（": "(", "）": ")"})
SIMPLE = (
    "万亿预算财政收入减长较总结转结余额数执行绩项目资产业务审计货购费经车运维护医疗险报项评价"
    "设备际实债权节约为与对应发单位县区镇乡级门间届题类产农税办营优"
)
TRADITIONAL = (
    "萬億預算財政收入減長較總結轉結餘額數執行績項目資產業務審計貨購費經車運維護醫療險報項評價"
    "設備際實債權節約為與對應發單位縣區鎮鄉級門間屆題類產農稅辦營優"
)
TRADITIONAL_MAP = str.maketrans(SIMPLE, TRADITIONAL)
TABLES = ("tabs", "cells", "word", "bars", "spaces")


@dataclass(slots=True)
class Style:
    """One set of habits; every report draws its own."""

    unit: str
    places: int
    step: Decimal  # facts are whole multiples of this many yuan
    commas: bool
    drop_zeros: bool
    rate_places: int
    percent: str
    half_width: bool
    traditional: bool
    wrap: int  # 0: a paragraph is a line
    indent: str
    table: str
    blank_percent: bool
    rotate: bool  # phrasings vary within a list


def draw(rng: random.Random, units: tuple[str, ...]) -> Style:
    """Draw the habits of one report that writes in one of the given units."""
    unit = rng.choice(units)
    places = {
        "元": rng.choice((2, 2, 0)),
        "万元": rng.choice((2, 2, 2, 0)),
        "亿元": rng.choice((2, 2, 1, 4)),
    }[unit]
    scale = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}[unit]
    step = scale.scaleb(-places)
    if rng.random() < 0.2:  # facts finer than print: rounded parts may miss their total
        step = max(step / 1000, Decimal("0.01"))
    return Style(
        unit=unit,
        places=places,
        step=step,
        commas=rng.random() < 0.1,
        drop_zeros=rng.random() < 0.4,
        rate_places=rng.choice((1, 1, 2, 2, 2)),
        percent="％" if rng.random() < 0.08 else "%",
        half_width=rng.random() < 0.15,
        traditional=rng.random() < 0.06,
        wrap=rng.choice((0, 0, 0, 0, rng.randrange(26, 44))),
        indent=rng.choice(("", "", "　　", "    ")),
        table=rng.choice(TABLES),
        blank_percent=rng.random() < 0.06,
        rotate=rng.random() < 0.25,
    )
