"""Budget execution by steps: points by the interval in which the rate lies."""

from decimal import Decimal

from jixiao.scoring import needs
from jixiao.scoring.catalogue import Example, LeafRule, Order
from jixiao.scoring.exact import percent, shown
from jixiao.scoring.line import Line, Outcome, UnscoredError, unscored
from jixiao.scoring.parameters import Kind, Parameter, Parameters, number_in, share_of
from jixiao.scoring.spending import ZERO_BUDGET, negative_note, rate

NAME = "execution_steps"


def _score(line: Line, given: Parameters) -> Outcome:
    full, spent = needs.weight(line), rate(line, given)
    zh, en = negative_note(line)
    for row in given.rows("steps"):
        lowest = number_in(row, "at_least")
        if lowest is None or spent * 100 >= lowest:
            points = share_of(row, full)
            if points is None:
                unscored("规则库的这一档没有写得分", "the rulebook gives no points for this step")
            words = "其余" if lowest is None else f"≥{shown(lowest)}%"
            return Outcome(
                points,
                f"{zh}预算执行率{percent(spent)}，在“{words}”一档，得{shown(points)}分",
                f"{en}{percent(spent)} of the budget spent, step {words}: {shown(points)} points",
            )
    raise UnscoredError(
        f"预算执行率{percent(spent)}不在任何一档", f"the rate {percent(spent)} lies in no step"
    )


RULE = LeafRule(
    name=NAME,
    title="预算执行率分档得分",
    title_en="Budget execution by steps",
    explanation="执行率达到哪一档得哪一档的分；从上往下第一个达到的算数，没有界限的一行是“其余”。",
    explanation_en=(
        "The first step that the rate reaches gives the points; a row without a limit is for the rest."
    ),
    source="各地分档办法（如95%及以上满分）没有查到原文，只能由规则库给出，并标明 verified = false。",
    compute=_score,
    parameters=(
        Parameter(
            "steps",
            Kind.ROWS,
            "各档：执行率（%）at_least，得分 points 或分值的份额 share",
            "steps: the rate in percent from which it holds, and points or a share",
            required=True,
            columns=("at_least", "points", "share"),
        ),
        ZERO_BUDGET,
    ),
    order=Order.NEITHER,
    examples=tuple(
        Example(
            Line(weight=Decimal(10), target=Decimal(100), actual=actual),
            calculation,
            note,
            {
                "steps": [
                    {"at_least": Decimal(95), "share": Decimal(1)},
                    {"at_least": Decimal(85), "points": Decimal(8)},
                    {"points": Decimal(0)},
                ]
            },
        )
        for actual, calculation, note in (
            (Decimal(95), "10 × 1", "达到95%"),
            (Decimal("94.99"), "8", "未到95%"),
            (Decimal(80), "0", "其余"),
        )
    ),
)
