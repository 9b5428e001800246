"""Two or three amounts and what they come to, so counted: 购置0万元，运行3.31万元，两项共3.31万元."""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation

KIND = "sum"
_COUNTED = re.compile(
    r"(?:^|[，,；;、])\s?(?:以上|上述|前述)?(?P<n>[两二三])(?:项|者|类|部分)(?:费用|支出|经费|资金|收入)?(?:合计|共计|总计|共|总额|之和)(?:为|达|是|:)?\s*$"
)
_NUMBERS = {"两": 2, "二": 2, "三": 3}


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each total that says of how many amounts it is, with as many told right before it in its sentence."""
    for position, statement in enumerate(reading.statements):
        total = statement.main
        if total is None or statement.table is not None or total.approximate or total.unit.kind != "yuan":
            continue
        counted = _COUNTED.search(total.lead)
        if counted is None:
            continue
        number = _NUMBERS[counted["n"]]
        before = [
            one
            for one in reading.statements[max(position - number - 1, 0) : position]
            if one.sentence == statement.sentence and one.block == statement.block
        ]
        if any(
            token.unit.kind == "yuan"
            for one in before
            for token in one.roles.values()
            if token is not one.main
        ):
            continue  # which of the amounts are meant the words do not tell
        parts = [one.main for one in before if one.main is not None]
        if len(parts) == len(before) == number and all(
            part.unit.kind == "yuan" and not part.approximate and part.depth == total.depth for part in parts
        ):
            yield Proposal(
                (relation(KIND, "sum", total, [(part, "part") for part in parts], "named", role="total"),)
            )
