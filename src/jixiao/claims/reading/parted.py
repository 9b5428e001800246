"""The amount that parts told right behind it divide: 治理河道28.6公里，其中甲河16.4公里、乙港12.2公里."""

from collections.abc import Sequence

from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token

_MOST = 10
_SEVERAL = 2


def head_of_parts(statements: Sequence[Statement], part: Token, position: int) -> Token | None:
    """What several parts add up to of which this is the last; ``position`` is its statement's or one near it.

    What a sentence tells behind such a list (计划32公里，完成89.4%; 占全部学校的42.7%) may be of the head.
    """
    at = next((i for i in range(position, max(position - 3, -1), -1) if statements[i].main is part), None)
    if at is None or part.approximate:
        return None
    total, parts = part.number, 1
    for other in statements[max(at - _MOST, 0) : at][::-1]:
        main = other.main
        if main is None or main.depth > part.depth:
            continue  # 甲A公里（任务B公里，完成100%），其中…
        if main.block is not part.block or main.unit != part.unit or main.approximate:
            return None
        if parts >= _SEVERAL and main.number == total:
            return main
        if main.sentence != part.sentence:
            return None
        total, parts = total + main.number, parts + 1
    return None
