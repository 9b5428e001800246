"""Weights that should make 100, a sum whose total is not printed."""

from jixiao.claims.reading.scoring import added
from jixiao.claims.reading.tokens import Token
from jixiao.core.finding import Related
from jixiao.core.observation import Observation


def hundred(fulls: list[Token]) -> Observation:
    """Whether the weights make 100 (财预〔2020〕10号: the full mark of an evaluation)."""
    total = added(fulls)
    holds = total == 100
    return Observation(
        kind="score_sum",
        verdict="holds" if holds else "fails",
        quote=source(fulls[0]),
        place=fulls[0].build().place,
        stated="100",
        computed=f"{total:f}",
        expression=" + ".join(f"{token.number:f}" for token in fulls),
        fault="" if holds else "weights_not_100",
        related=tuple(Related(token.build().text, token.build().place) for token in fulls[1:]),
        quantities=tuple(token.index for token in fulls),
    )


def source(token: Token) -> str:
    """The words that end in the figure, from the start of their clause."""
    text = token.cell.text if token.cell is not None else token.block.text
    start = token.start
    while start > 0 and token.start - start < 16 and text[start - 1] not in "，。；;：:、（(！？ ":
        start -= 1
    return text[start : token.end]
