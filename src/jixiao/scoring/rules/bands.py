"""Points by the interval in which the actual value lies."""

from decimal import Decimal
from fractions import Fraction

from jixiao.core.digits import plain
from jixiao.scoring import needs
from jixiao.scoring.catalogue import Example, LeafRule
from jixiao.scoring.exact import shown
from jixiao.scoring.line import Line, Outcome, UnscoredError, unscored
from jixiao.scoring.parameters import Kind, Parameter, Parameters, Row, number_in, share_of

NAME = "bands"
_LIMITS = ("at_least", "above", "at_most", "below")
_SIGNS = {"at_least": "≥", "above": ">", "at_most": "≤", "below": "<"}


def _score(line: Line, given: Parameters) -> Outcome:
    full, actual = needs.weight(line), needs.signed_actual(line)
    for row in given.rows("bands"):
        if _holds(row, actual):
            points = share_of(row, full)
            if points is None:
                unscored("规则库的这一档没有写得分", "the rulebook gives no points for this band")
            return Outcome(
                points,
                f"实际值{line.got}在“{_words(row)}”一档，得{shown(points)}分",
                f"the actual {line.got} lies in the band {_words(row)}: {shown(points)} points",
            )
    raise UnscoredError(
        f"实际值{line.got}不在规则库的任何一档",
        f"the actual {line.got} lies in no band of the rulebook",
    )


def _holds(row: Row, actual: Fraction) -> bool:
    at_least, above, at_most, below = (number_in(row, name) for name in _LIMITS)
    return (
        (at_least is None or actual >= at_least)
        and (above is None or actual > above)
        and (at_most is None or actual <= at_most)
        and (below is None or actual < below)
    )


def _words(row: Row) -> str:
    limits = [
        f"{_SIGNS[name]}{plain(value)}" for name in _LIMITS if isinstance(value := row.get(name), Decimal)
    ]
    return "、".join(limits) or "其余"


RULE = LeafRule(
    name=NAME,
    title="按区间得分",
    title_en="Points by interval",
    explanation="实际值落在哪一档就得哪一档的分；从上往下第一个符合的算数，没有界限的一行是“其余”。",
    explanation_en=(
        "The first band that holds the actual value gives the points; a row without limits is for the rest."
    ),
    source="BAND：预算控制率按调整幅度分档得分，见公开的部门整体支出评分表（湖南样式）。",
    compute=_score,
    parameters=(
        Parameter(
            "bands",
            Kind.ROWS,
            "各档：at_least ≥、above >、at_most ≤、below <，得分 points 或分值的份额 share",
            "bands: limits, and points or a share of the weight",
            required=True,
            columns=(*_LIMITS, "points", "share"),
        ),
    ),
    examples=tuple(
        Example(
            Line(weight=Decimal(5), actual=actual),
            calculation,
            note,
            {
                "bands": [
                    {"at_most": Decimal(0), "points": Decimal(5)},
                    {"at_most": Decimal(10), "points": Decimal(4)},
                    {"at_most": Decimal(20), "points": Decimal(3)},
                    {"at_most": Decimal(30), "points": Decimal(2)},
                    {"points": Decimal(0)},
                ]
            },
        )
        for actual, calculation, note in (
            (Decimal(0), "5", "没有追加"),
            (Decimal("18.08"), "3", "追加18.08%，在10%至20%一档"),
            (Decimal("30.01"), "0", "超过30%"),
        )
    ),
)
