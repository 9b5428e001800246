"""Which files the rulebook asks of the lines of a form, and the lines that have none."""

from collections.abc import Iterator, Sequence

from jixiao.core.dossier.projects import Indicator
from jixiao.core.scorecard import Notice
from jixiao.rulebooks.schema.topics import Direction, Proof, Proofs
from jixiao.scoring.choosing import direction
from jixiao.scoring.context import Context


def of_line(proofs: Proofs, level1: str, level2: str, way: Direction) -> tuple[Proof, ...]:
    """The files, mandatory or not, that a line of these levels and this direction is asked for."""
    return tuple(
        one
        for one in proofs.rows
        if one.of == "line"
        and _among(level1, one.level1)
        and _among(level2, one.level2)
        and (not one.directions or way in one.directions)
    )


def lacking(indicators: Sequence[Indicator], kind: str, context: Context) -> Iterator[Notice]:
    """Lines that name no evidence although a file of the form ``kind`` is mandatory for them."""
    settled = context.rules.proofs.get(kind)
    if settled is None:
        return
    context.use(f"proofs.{kind}", settled)
    for one in indicators:
        wanted = of_line(settled.value, one.level1, one.level2, direction(one.operator or ""))
        names = [proof.what for proof in wanted if proof.mandatory]
        if names and one.applicable and not one.evidence:
            yield Notice(
                f"{one.level1}／{one.name}",
                f"应附佐证材料，没有附：{'、'.join(names)}",
                f"evidence is required and missing: {', '.join(names)}",
                about="proofs",
            )


def _among(level: str, chosen: tuple[str, ...]) -> bool:
    """Whether the level is one of those; places write 产出 or 产出指标."""
    return not chosen or _bare(level) in {_bare(one) for one in chosen}


def _bare(level: str) -> str:
    return level.strip().removesuffix("指标")
