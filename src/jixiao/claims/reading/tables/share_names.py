"""Names of rows that tell a share of another row: 药品收入占比, 药品收入占医疗收入比重."""

import re

from jixiao.claims.reading.tables.table import Row

_SHARE = re.compile(r"(?P<part>[^占]{2,})占(?P<whole>[^占比]*?)(?:的)?比(?:例|重|率)?$")
_SIGNS = re.compile(
    r"\s|[(（][^()（）]*[)）]|^[一二三四五六七八九十\d]+[、.]|^[(（]?[一二三四五六七八九十\d]+[)）]|^其中[:：]?|[%:：]"
)


def bare_name(row: Row) -> str:
    """The name of a row without its mark, 其中, unit and brackets."""
    return _SIGNS.sub("", _SIGNS.sub("", row.label))


def share_of(row: Row) -> tuple[str, str] | None:
    """The names of part and whole ("" where it is not named) if a row tells a share."""
    found = _SHARE.fullmatch(bare_name(row))
    return (found["part"], found["whole"]) if found is not None else None


def tells_share(row: Row) -> bool:
    """Whether a row tells a share of another one."""
    return share_of(row) is not None
