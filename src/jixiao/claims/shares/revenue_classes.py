"""The class of income that a kind of it belongs to (政府收支分类科目 101 and 103).

Taxes are of 税收收入; charges, fines, what the use of public property brings and the like are of 非税收入.
"""

import re
from collections.abc import Iterable

from jixiao.claims.reading.statements import Statement

_TAX = re.compile(r"[\u4e00-\u9fff]{2,}税(?:收入|完成|本期|金额|数额)?$")
_OTHER = re.compile(
    r"^(?:专项收入|行政事业性收费(?:收入)?|罚没收入|国有资源(?:\(资产\)|（资产）|资产)?有偿使用收入"
    r"|国有资本经营收入|捐赠收入|政府住房基金收入|其他收入)"
)
_TAXES, _NO_TAXES = re.compile(r"(?<!非)税收(?:收入)?$"), re.compile(r"非税(?:收入)?$")


def class_of(label: str, before: Iterable[Statement]) -> list[Statement]:
    """The nearest statement of the class of a kind of income; [] for anything else."""
    meant = _TAXES if _TAX.search(label) else _NO_TAXES if _OTHER.match(label) else None
    if meant is None:
        return []
    return next(([s] for s in before if meant.search(s.label)), [])
